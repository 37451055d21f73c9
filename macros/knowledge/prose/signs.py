"""Signs that would look wrong wherever they stand: each with what is wrong with it, and what was expected."""

from __future__ import annotations

import re

from ..items import REDACTIE

_LIKE_A_LINK = r"[^()\s]*(?:\.md|://|#|/)[^()\s]*"

_MARK = re.escape(REDACTIE)
_MARK_OTHERWISE = (
    rf"(?!{_MARK})([\[(][ ]*(?i:redactie)[ ]*[\])])(?![\[(])",
    "dit merk wordt hier geen link",
    f"`{REDACTIE}`, met ronde haken en in kleine letters",
)
# Sign, what is wrong with it, what was expected. The first group, if any, is what is shown.
_SIGNS = [
    (r"\{#", "`{#` begint een opmerking die verdwijnt", "`{: #kenmerk }`"),
    (
        r"<!--",
        "een opmerking in de tekst komt mee op de site",
        "weghalen; een aantekening kan bovenaan tussen de gegevens, op een eigen regel die met `#` begint",
    ),
    (
        r"^(?![ ]{0,3}\{\{[^{}\n]*\}\}[ \t]*$)[^\n]*?(\{\{[^{}\n]*\}\})",
        "een macro staat niet tussen andere tekst",
        "een eigen regel, zonder spaties ervoor",
    ),
    (
        r"(?<!\{)(\{[ ]*[a-z_]+\([^{}\n]*\)[ ]*\}+)",
        "een macro heeft aan elke kant twee accolades",
        'bijvoorbeeld `{{ onderdeel("vragen") }}`',
    ),
    _MARK_OTHERWISE,
    (r"(\[\^[^\]\n]+\])(?!:)", "voetnoten kent deze site niet", "de uitleg in de tekst zelf"),
    (
        # Of two lines that stand above one explanation, the lower one.
        r"^(?![:#>|])(\S[^\n]*(?<![}\s]))[ \t]*\n(?:[ \t]*\n)?[ ]{0,3}:[ ]{1,3}\S",
        "een link kan dit niet aanwijzen",
        "een kenmerk erachter, zoals `Zin {: #kenmerk }`, en daaronder `:   uitleg`",
    ),
    (r"^(?:(?:!!!|\?\?\?\+?|:::+)[^\n]*|>[ ]*\[![^\n]*)", "zo’n kader kent deze site niet", "gewone tekst"),
    (r"(~~[^~\n]+~~|==[^=\n]+==)", "doorhalen en markeren kan hier niet", "gewone tekst, of `**vet**`"),
    (r"^[ ]*[-*+][ ]+(\[[ xX]\])", "een lijst om af te vinken kan hier niet", "een gewone lijst"),
    (r"(\[\[[^\[\]\n]+\]\])(?!\()", "zo’n link kent deze site niet", "`[tekst](bestand.md)`"),
    (
        rf"(\[[^\[\]\n]+\][ \n]+\({_LIKE_A_LINK}\))",
        "tussen `]` en `(` hoort geen spatie",
        "`[tekst](bestand.md)`",
    ),
    (rf"(\([^()\n]+\)\[{_LIKE_A_LINK}\])", "de haken van deze link zijn verwisseld", "`[tekst](bestand.md)`"),
    (r"(?<!!)(\[\s*\]\([^)\n]*\))", "deze link heeft geen tekst", "`[tekst](bestand.md)`"),
    (
        r"(!\[\s*\]\([^)\n]*\))",
        "dit plaatje heeft geen beschrijving",
        "tussen de rechte haken wat erop te zien is, voor wie het niet ziet",
    ),
    (
        r"((?:\[[^\[\]\n]+)?\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*$)",
        "deze link wordt niet afgesloten",
        "`[tekst](bestand.md)`",
    ),
    (
        # Also as a word processor has them: with a tab or a space that doesn't break, or in a font of its own.
        r"^[ ]*(\d+\)(?=\s)|[•·‣▪●◦○■□➢➤►\uf0a7\uf0b7\uf0d8]|(?:[-*+]|\d+\.)(?=[^\S \t\n]))[^\S\n]+\S",
        "dit wordt geen lijst",
        "regels die met `- ` of `1. ` beginnen",
    ),
    (r"^[ ]*([–—])[ ]+\S[^\n]*\n[ ]*[–—][ ]+\S", "dit wordt geen lijst", "regels die met `- ` of `1. ` beginnen"),
    (
        # A line may begin with a number below zero, or with one of a thousand.
        r"^[ >]*(-(?=[^\W\d_])|\d+\.(?=[^\W\d_]))[^\n]*\n(?:[ >]*\n)?[ >]*(?:-|\d+\.)[^\W\d_]",
        "dit wordt geen lijst",
        "regels die met `- ` of `1. ` beginnen",
    ),
    (
        r"^[ ]*(\(?(?:[a-zA-Z]|[ivx]{2,4})[.)])[ ]+\S[^\n]*\n[ ]*\(?(?:[a-zA-Z]|[ivx]{2,4})[.)][ ]+\S",
        "dit wordt geen lijst",
        "regels die met `- ` of `1. ` beginnen",
    ),
    (r"(\\)$", "een `\\` aan het eind van een regel komt als teken op de pagina", "een lege regel, of niets"),
    (
        r"^[ \t]*(?:`{3,}|~{3,})",
        "dit blok code begint of eindigt niet",
        "``` op een eigen regel, zonder spaties ervoor",
    ),
    (
        r"(?<![\\`])`{1,2}(?!`)|(?<=\S)[ ]*`{3,}",
        "hier begint of eindigt code niet",
        "de code tussen twee tekens ` op dezelfde regel",
    ),
    (r"^[ ]*(?:[-*+]|\d+\.)[ ]+(#+)", "een kop kan niet in een lijst", "een kop op een eigen regel, zonder streepje"),
    (r"^(#+)[ \t]*$", "deze kop heeft geen tekst", "`## Kop`"),
    (r"^[ ]{1,3}(#{1,6}[ \t]+\S[^\n]*)", "dit wordt geen kop", "`## Kop`, zonder spaties ervoor"),
    (r"(?:\A|\n[ \t]*\n)[ ]*(={3,})[ ]*$", "deze streep komt als tekst op de pagina", "een lege regel, of een kop"),
    *(
        (sign, "dit merk wordt hier geen link", "het achter een zin, buiten koppen en linkteksten")
        for sign in (rf"^#+[^\n]*?({_MARK})", rf"\[[^\[\]\n]*?({_MARK})[^\[\]\n]*\]\(")
    ),
]
IN_PROSE = [(re.compile(sign, re.M), message, expected) for sign, message, expected in _SIGNS]
# What stands in the data is shown as it was typed, but for this mark.
IN_DATA = [
    (re.compile(sign), message, expected)
    for sign, message, expected in (
        (r"(!?\[[^\[\]]+\]\([^()\s]+\))", "een link kan alleen in de tekst onder de gegevens", "gewone tekst"),
        (r"(\*\*[^*]+\*\*|`[^`]+`)", "opmaak kan alleen in de tekst onder de gegevens", "gewone tekst"),
        _MARK_OTHERWISE,
    )
]
