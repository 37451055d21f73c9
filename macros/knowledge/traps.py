"""What an editor may type in the prose that would look wrong on the page: each refused in a sentence, with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from .errors import Mistake
from .items import KENMERK, REDACTIE

_AUTOLINK = r"<(?:https?://[^<>\s]+|[^<>\s@]+@[^<>\s@]+\.[^<>\s@]+)>"
# A link to a file that only the build makes, which no Markdown link can be checked for.
_FILE_LINK = r"<a href=\"[^\"<>]+\.pdf\">|</a>"
_ITEM = re.compile(r"^[ ]*(?:[-*+]|1[.])[ ]+\S")
_ANY_ITEM = re.compile(r"^[ ]*(?:[-*+]|(?P<number>\d+)[.])[ ]+\S")
_ROW = re.compile(r"^\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)+\|?[ ]*$|^\|[ ]*:?-+:?[ ]*\|[ ]*$")
# Nobody quotes within a quotation within a quotation.
_QUOTED = re.compile(r"(?:>[ ]?+){1,2}+(?!>)")
_NO_PARAGRAPH = re.compile(r"^(?:#|>|\||\{\{|\{%|: )")
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
_TAG = re.compile(rf"(?<!\]\()(?!{_AUTOLINK}|{_FILE_LINK}|<!--)<(?P<end>/?)(?P<name>[a-zA-Z!?][\w-]*)[^<>\n]*>?")
_ADDRESS = re.compile(
    r"<(?:(?:https?://)?(?P<site>(?:(?<=//)|(?=www\.))[^<>\s]+)|(?P<mail>[^<>\s@]+@[^<>\s@]+))>", re.I
)
_FROM_ELSEWHERE = ("iframe", "script", "embed", "object", "video", "audio", "img", "link", "style")
_COMPILED = [(re.compile(sign, re.M), message, expected) for sign, message, expected in _SIGNS]
# What stands in the data is shown as it was typed, but for this mark.
_IN_DATA = [
    (re.compile(sign), message, expected)
    for sign, message, expected in (
        (r"(!?\[[^\[\]]+\]\([^()\s]+\))", "een link kan alleen in de tekst onder de gegevens", "gewone tekst"),
        (r"(\*\*[^*]+\*\*|`[^`]+`)", "opmaak kan alleen in de tekst onder de gegevens", "gewone tekst"),
        _MARK_OTHERWISE,
    )
]
_OPENS = re.compile(r"(?<![\w*\\])\*(?=[^\s*])")
_CLOSES = re.compile(r"(?<=[^\s*\\])\*(?![\w*])")
_WHITHER = r"\]\((?P<all>[^()\n]*(?:\([^()\n]*\)[^()\n]*)*)\)"
WHITHER = re.compile(_WHITHER)
"""Where a link leads as it was typed, right or wrong."""
# More lines below than three are a place to write.
_STRESS = re.compile(r"(?<!\\)(?:\*+|(?<!_)_{1,3}(?!_))")
# What leads somewhere, and what a macro is asked, may have such signs as it likes.
_NO_WORDS = re.compile(rf"{_WHITHER}|<[^<>\s]+>|\{{[^{{}}\n]*\}}+")
_ATTRIBUTES = re.compile(r"(?<!\{)\{(?::|[ ]*(?=[#.]))(?P<inner>[^{}\n]*)\}")
_ATTRIBUTE = re.compile(r"#\S+|\.[a-z-]+|(?:width|height)=\d+")
# Right behind these, braces belong to what was written last; and on a line of their own to what ends above them.
_CLOSED = re.compile(r"(?:\]\([^\n]*\)|\]\[[^\[\]\n]*\]|[^\s*]\*{1,3}|[^\s_]_{1,3}|[^\s`]`+|<[^<>\s]+>)$")
_ENDS_ABOVE = re.compile(r"^[ ]*(?:>?[ ]*$|#|[-*+][ ]|\d+\.[ ])")
_TITLE = r"\s+(?:\"[^\"]*\"|'[^']*')$"
_REFERENCE = re.compile(r"(?<!\])\[[^\[\]\n]+\]\[(?P<name>[^\[\]\n]*)\]")
_DEFINED = re.compile(r"^ {0,3}\[(?!\^)([^\]\n]+)\]:", re.M)


def traps(plain: str, code_free: str, first_line: int, name: str) -> Iterator[Mistake]:
    """Everything wrong in prose whose first line is line `first_line` of file `name`.

    `plain` is the prose without blocks of code, `code_free` without any code; both keep every sign in its place.
    """

    def told(at: int, message: str, expected: str, value: str | None = None, meant: str | None = None) -> Mistake:
        return Mistake(name, message, first_line + code_free.count("\n", 0, at), None, value, expected, meant)

    for sign, message, expected in _COMPILED:
        for match in sign.finditer(code_free):
            shown = plain[slice(*match.span(1))] if sign.groups and match[1] is not None else None
            yield told(match.start(1) if shown else match.start(), message, expected, shown)
    for match in _ATTRIBUTES.finditer(code_free):
        wrong = _attribute_trap(match) or _unread_trap(match, plain)
        if wrong:
            yield told(match.start(), *wrong)
    for match in WHITHER.finditer(code_free):
        if wrong := _whither_trap(plain[slice(*match.span("all"))].strip()):
            yield told(match.start(), *wrong)
    yield from _html(code_free, told)
    defined = {name.lower() for name in _DEFINED.findall(code_free)}
    for match in _DEFINED.finditer(code_free):
        if code_free.lower().count(f"[{match[1].lower()}]") == 1:
            shown = code_free[match.start() :].partition("\n")[0].strip()
            yield told(match.start(), "dit adres komt nergens op de pagina", "`[tekst](adres)` in de zin zelf", shown)
    for match in _REFERENCE.finditer(code_free):
        if (match["name"] or match[0][1:].partition("]")[0]).lower() not in defined:
            yield told(match.start(), "deze link leidt nergens heen", "`[tekst](bestand.md)`", match[0])
    yield from _blocks(code_free, told)


def _attribute_trap(braces: re.Match) -> tuple[str, str, str] | None:
    """What can't stand between these braces."""
    for one in braces["inner"].split():
        if one.startswith("#") and not re.fullmatch(KENMERK, one[1:]):
            expected = "kleine letters en cijfers, met streepjes ertussen, zoals `{: #sv4-k1 }`"
            return "dit kenmerk is verkeerd geschreven", expected, one
        if not _ATTRIBUTE.fullmatch(one):
            return "dit kan niet tussen accolades", "een kenmerk, zoals `{: #sv4-k1 }`", braces[0]
    return None


def _whither_trap(typed: str) -> tuple[str, ...] | None:
    """What is wrong between the brackets of a link: the page would take all of it for the address."""
    address = re.sub(_TITLE, "", typed)
    if address.startswith("<"):
        expected = "`[tekst](<adres>)`, of het adres zonder `<`"
        return None if address.endswith(">") else ("dit adres wordt niet afgesloten", expected, address)
    if not re.search(r"\s", address):
        return None
    if re.search(r"\s[\"'(]", address):
        expected = '`[tekst](adres "titel")`, of alleen het adres'
        return "dit is geen adres met een titel", expected, typed
    message = "in het adres van deze link staat een spatie"
    if address.lower().startswith("tel:"):
        return message, "een nummer zonder spaties", address, re.sub(r"\s", "", address)
    if address.lower().startswith(("mailto:", "http:", "https:")):
        return message, "`%20` in plaats van elke spatie", address, re.sub(r"\s", "%20", address)
    return message, "de naam van een bestand zonder spaties", address


def _unread_trap(braces: re.Match, plain: str) -> tuple[str, str, str] | None:
    """Braces where they are text like any other, in prose that is `plain`."""
    text, start, end = braces.string, *braces.span()
    begin = text.rfind("\n", 0, start) + 1
    before = plain[begin:start]
    behind, _, below = text[end:].partition("\n")
    if not before.strip("> ") and not behind.strip():
        above = text[text.rfind("\n", 0, max(begin - 1, 0)) + 1 : max(begin - 1, 0)]
        if above.startswith("#"):
            return "dit kenmerk hoort bij niets", "het achter de kop, op dezelfde regel", braces[0]
        if not above.strip("> \t"):
            return "dit kenmerk hoort bij niets", "het direct onder de alinea, zonder lege regel", braces[0]
        # A quotation ends at what is none.
        read = _ENDS_ABOVE.match(below.partition("\n")[0]) or ">" in before or below.startswith((">", "{{"))
        read = read and not (">" in before and re.match(r">[ ]*\S", below))
    else:
        parted = before.endswith(" ")
        heading = parted and before.startswith("#") and not behind.strip("# ")
        cell = parted and "|" in text[begin : end + len(behind)] and re.match(r"[ ]*(?:\||$)", behind)
        term = parted and not behind.strip() and re.match(r"(?:[ \t]*\n)?[ ]{0,3}:[ ]{1,3}\S", below)
        read = heading or cell or term or _CLOSED.search(before)
    if read:
        return None
    expected = "het op een eigen regel, direct onder de alinea, het punt of het citaat"
    return "dit kenmerk komt als tekst op de pagina", expected, braces[0]


def traps_in_data(text: str) -> Iterator[tuple[str, str, str]]:
    """Everything that would look wrong of a value among the data: what is wrong, what was expected, and what is shown."""
    for sign, message, expected in _IN_DATA:
        for match in sign.finditer(text):
            yield message, expected, match[1]


def _html(text: str, told) -> Iterator[Mistake]:
    opened: list[str] = []
    for tag in _TAG.finditer(text):
        name = tag["name"].lower()
        if tag["end"] and name in opened:
            opened.remove(name)  # told where it begins
        elif address := _ADDRESS.fullmatch(tag[0]):
            meant = None if address["mail"] else f"<https://{address['site']}>"
            expected = "een adres als `<https://www.nji.nl>` of `<iemand@nji.nl>`"
            yield told(tag.start(), "dit adres wordt geen link", expected, tag[0], meant)
        elif name in _FROM_ELSEWHERE:
            yield told(tag.start(), "dit laadt hier niet", "een link, of een plaatje: `![wat je ziet](…)`", tag[0])
        else:
            yield told(tag.start(), "HTML kan niet in de tekst", "gewone tekst; het teken zelf is `&lt;`", tag[0])
        if not tag["end"]:
            opened.append(name)


def _blocks(text: str, told) -> Iterator[Mistake]:
    """What depends on the lines around it: lists, tables, lines that make a heading of the line above, indented text."""
    at, listed = 0, False
    for block in re.split(r"(\n[ \t]*\n)", text):
        lines = block.split("\n")
        if _QUOTED.match(block) and all(line.startswith(">") for line in lines):
            yield from _quoted(block, lines, at, told)
        elif block.strip():
            yield from _block(lines, at, listed, told)
            first = next(line for line in lines if line.strip())
            listed = bool(_ANY_ITEM.match(first)) or listed and first.startswith((" ", "\t"))
        at += len(block)


@dataclass(frozen=True)
class _Line:
    """A line of a block, with what decides how the page reads it.

    `above` is the line above it within the block, `indent` how deep the last item above it is, `listed` whether the block
    above belongs to a list.
    """

    text: str
    above: str
    first: bool
    listed: bool
    indent: int | None

    @cached_property
    def item(self) -> re.Match | None:
        return _ANY_ITEM.match(self.text)

    @cached_property
    def space(self) -> str:
        return self.text[: len(self.text) - len(self.text.lstrip(" \t"))]

    @cached_property
    def deep(self) -> int:
        return len(self.space.expandtabs(4))

    @cached_property
    def running(self) -> bool:
        """Whether the paragraph of the line above goes on in it."""
        above = self.above and not _NO_PARAGRAPH.match(self.above)
        return bool(above) and not _NO_PARAGRAPH.match(self.text) and self.indent is None


def _quoted(block: str, lines: list[str], at: int, told) -> Iterator[Mistake]:
    """The same of a quotation, without the signs before its lines."""
    inside = "\n".join(re.sub("^>[ ]?", "", line) for line in lines)

    def told_here(within: int, message: str, expected: str, shown: str) -> Mistake:
        line = inside.count("\n", 0, within)
        expected = expected.replace("een lege regel", "een regel met alleen `>`")
        return told(at + sum(len(one) + 1 for one in lines[:line]), message, expected, shown)

    yield from _blocks(inside, told_here)


def _block(lines: list[str], at: int, listed: bool, told) -> Iterator[Mistake]:
    first = next(line for line in lines if line.strip())
    rows = [index for index, line in enumerate(lines) if _ROW.match(line)]
    start, begin = lines.index(first), at + "\n".join(lines).index(first)
    above, indent, columns = "", None, 0
    for index, typed in enumerate(lines):
        line = _Line(typed, above, index == start, listed, indent)
        if index in rows and index == start + 1 and "|" in above:
            columns = _cells(typed)
            found = list(_heads_trap(line, columns))
        else:
            found = (
                list(_underline_trap(line, rows))
                or list(_table_trap(line, index in rows, bool(rows), columns))
                or list(_list_trap(line))
                or list(_code_trap(line))
            )
        for message, expected, shown in found:
            yield told(at, message, expected, shown.strip())
        if line.item and (not line.running or _ITEM.match(typed)):
            indent = line.deep
        above = typed if typed.strip() else ""
        at += len(typed) + 1
    yield from _strong_trap(lines[start:], begin, told)


# Of each trap what is wrong, what was expected, and what is shown.
_Found = Iterator[tuple[str, str, str]]


def _underline_trap(line: _Line, rows: list[int]) -> _Found:
    if re.fullmatch(r"[=-]+[ ]*", line.text) and line.above and not rows and not _NO_PARAGRAPH.match(line.above):
        expected = "een lege regel boven de streep, of voor een kop `## ` ervoor"
        yield "deze streep maakt een kop van de regel erboven", expected, line.above


def _heads_trap(line: _Line, columns: int) -> _Found:
    """What may be wrong with the line below the heads of a table, and with those."""
    if ":" in line.text:
        yield "een kolom uitlijnen kan hier niet", "streepjes zonder dubbele punt", line.text
    if _cells(line.above) != columns:
        more = "meer" if _cells(line.above) > columns else "minder"
        yield f"de tabel heeft {more} koppen dan kolommen", f"{columns} cellen", line.above


def _table_trap(line: _Line, row: bool, with_row: bool, columns: int) -> _Found:
    if row:
        yield "dit wordt geen tabel", "een lege regel boven de tabel, en dan de koppen", line.text
    elif not with_row and line.text.startswith("|") and not line.above.startswith("|"):
        yield "dit wordt geen tabel", "onder de koppen een regel als `|---|---|`", line.text
    elif columns and _cells(line.text) > columns:
        yield "deze rij heeft te veel cellen; wat te veel is, valt weg", f"{columns} cellen", line.text
    elif columns and line.text.strip() and _cells(line.text) < columns:
        yield "deze rij heeft te weinig cellen", f"{columns} cellen; in een lege cel staat alleen een spatie", line.text


def _list_trap(line: _Line) -> _Found:
    if line.item and line.running and _ITEM.match(line.text):
        yield "dit wordt geen lijst", "een lege regel boven de lijst", line.text
    elif line.item:
        deeper = line.indent is not None and line.deep > line.indent
        begins = deeper or line.indent is None and not line.listed and not line.running
        if line.item["number"] not in (None, "1") and begins:
            yield "deze lijst begint op de pagina bij 1", "`1. ` bij het eerste punt", line.text
        elif line.indent is not None and deeper and line.deep // 4 == line.indent // 4:
            yield "dit wordt geen lijst in een lijst", "vier spaties ervoor", line.text
    elif line.first and 0 < line.deep < 4 and line.listed:
        yield "deze tekst hoort niet meer bij de lijst", "vier spaties ervoor", line.text


def _code_trap(line: _Line) -> _Found:
    if line.deep >= 4 and (line.first and not line.listed or line.above.startswith("#")):
        by_tab = "\t" in line.space
        message = f"{'een tab vooraan maakt' if by_tab else 'vier spaties vooraan maken'} van tekst een blok code"
        yield message, "niets vooraan" if by_tab else "geen spaties vooraan", line.text


def _strong_trap(lines: list[str], at: int, told) -> Iterator[Mistake]:
    """Signs of emphasis that stay signs."""
    text = "\n".join(line if line.strip("*_- ") else " " * len(line) for line in lines)
    if text.replace("***", "**").count("**") % 2:
        yield told(at, "er staat een `**` te veel of te weinig", "`**vet**`", lines[0].strip())
    elif len(_OPENS.findall(text)) != len(_CLOSES.findall(text)):
        yield told(at, "er staat een `*` te veel of te weinig", "`*schuin*`", lines[0].strip())
    elif "*" in text or "_" in text:
        text = _NO_WORDS.sub(lambda match: ")" * len(match[0]), text)
        if loose := _loose(text):
            kind, sign = ("schuin", "*") if len(loose[0]) == 1 else ("vet", "**")
            expected = f"`{sign}{kind}{sign}`, met de tekens vast aan het eerste en het laatste woord"
            shown = text[loose.start() :].partition("\n")[0].strip()
            yield told(at + loose.start(), f"dit wordt niet {kind}", expected, shown)


def _loose(text: str) -> re.Match | None:
    """The first signs of emphasis that belong to no others: the signs beside them decide whether they begin or end it."""
    opened: dict[str, list[tuple[re.Match, int]]] = {"*": [], "_": []}
    loose = []
    for run in _STRESS.finditer(text):
        sign, left = run[0][0], len(run[0])
        before, behind = text[max(run.start() - 1, 0) : run.start()] or " ", text[run.end() : run.end() + 1] or " "
        begins = not behind.isspace() and not (sign == "_" and before.isalnum())
        ends = not before.isspace() and not (sign == "_" and behind.isalnum())
        stack = opened[sign]
        while ends and left and stack:
            other, size = stack.pop()
            if left < size == 2:
                loose.append(other)
            if size > left:
                stack.append((other, size - left))
            left -= min(size, left)
        if left and begins:
            stack.append((run, left))
        elif left and (ends or run[0] == "**"):
            loose.append(run)
    # A star behind a letter stands for itself.
    loose += [
        run
        for stack in opened.values()
        for run, _ in stack
        if not text[max(run.start() - 1, 0) : run.start()].isalnum()
    ]
    return min(loose, key=lambda run: run.start(), default=None)


def _cells(row: str) -> int:
    return len(re.sub(r"\\\||^[ ]*\||\|[ ]*$", "", row).split("|")) if "|" in row else 0
