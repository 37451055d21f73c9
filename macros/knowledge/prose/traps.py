"""What an editor may type in the prose that would look wrong on the page: each refused in a sentence, with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..errors import Mistake
from .blocks import block_traps
from .braces import ATTRIBUTES, attribute_trap, unread_trap
from .links import WHITHER
from .signs import IN_DATA, IN_PROSE
from .tags import tag_traps

_TITLE = r"\s+(?:\"[^\"]*\"|'[^']*')$"
_REFERENCE = re.compile(r"(?<!\])\[[^\[\]\n]+\]\[(?P<name>[^\[\]\n]*)\]")
_DEFINED = re.compile(r"^ {0,3}\[(?!\^)([^\]\n]+)\]:", re.M)


def traps(plain: str, code_free: str, first_line: int, name: str) -> Iterator[Mistake]:
    """Everything wrong in prose whose first line is line `first_line` of file `name`.

    `plain` is the prose without blocks of code, `code_free` without any code; both keep every sign in its place.
    """

    def told(at: int, message: str, expected: str, value: str | None = None, meant: str | None = None) -> Mistake:
        return Mistake(name, message, first_line + code_free.count("\n", 0, at), None, value, expected, meant)

    for sign, message, expected in IN_PROSE:
        for match in sign.finditer(code_free):
            shown = plain[slice(*match.span(1))] if sign.groups and match[1] is not None else None
            yield told(match.start(1) if shown else match.start(), message, expected, shown)
    for match in ATTRIBUTES.finditer(code_free):
        wrong = attribute_trap(match) or unread_trap(match, plain)
        if wrong:
            yield told(match.start(), *wrong)
    for match in WHITHER.finditer(code_free):
        if wrong := _whither_trap(plain[slice(*match.span("all"))].strip()):
            yield told(match.start(), *wrong)
    yield from tag_traps(code_free, told)
    defined = {name.lower() for name in _DEFINED.findall(code_free)}
    for match in _DEFINED.finditer(code_free):
        if code_free.lower().count(f"[{match[1].lower()}]") == 1:
            shown = code_free[match.start() :].partition("\n")[0].strip()
            yield told(match.start(), "dit adres komt nergens op de pagina", "`[tekst](adres)` in de zin zelf", shown)
    for match in _REFERENCE.finditer(code_free):
        if (match["name"] or match[0][1:].partition("]")[0]).lower() not in defined:
            yield told(match.start(), "deze link leidt nergens heen", "`[tekst](bestand.md)`", match[0])
    yield from block_traps(code_free, told)


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


def traps_in_data(text: str) -> Iterator[tuple[str, str, str]]:
    """Everything that would look wrong of a value among the data: what is wrong, what was expected, and what is shown."""
    for sign, message, expected in IN_DATA:
        for match in sign.finditer(text):
            yield message, expected, match[1]
