"""Braces with an id: what can't stand between them, and where they are text like any other."""

from __future__ import annotations

import re

from ..items import KENMERK

ATTRIBUTES = re.compile(r"(?<!\{)\{(?::|[ ]*(?=[#.]))(?P<inner>[^{}\n]*)\}")
_ATTRIBUTE = re.compile(r"#\S+|\.[a-z-]+|(?:width|height)=\d+")
# Right behind these, braces belong to what was written last; and on a line of their own to what ends above them.
_CLOSED = re.compile(r"(?:\]\([^\n]*\)|\]\[[^\[\]\n]*\]|[^\s*]\*{1,3}|[^\s_]_{1,3}|[^\s`]`+|<[^<>\s]+>)$")
_ENDS_ABOVE = re.compile(r"^[ ]*(?:>?[ ]*$|#|[-*+][ ]|\d+\.[ ])")


def attribute_trap(braces: re.Match) -> tuple[str, str, str] | None:
    """What can't stand between these braces."""
    for one in braces["inner"].split():
        if one.startswith("#") and not re.fullmatch(KENMERK, one[1:]):
            expected = "kleine letters en cijfers, met streepjes ertussen, zoals `{: #sv4-k1 }`"
            return "dit kenmerk is verkeerd geschreven", expected, one
        if not _ATTRIBUTE.fullmatch(one):
            return "dit kan niet tussen accolades", "een kenmerk, zoals `{: #sv4-k1 }`", braces[0]
    return None


def unread_trap(braces: re.Match, plain: str) -> tuple[str, str, str] | None:
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
