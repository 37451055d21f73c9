"""HTML in the prose, which the page would carry out, or drop."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..errors import Mistake

_AUTOLINK = r"<(?:https?://[^<>\s]+|[^<>\s@]+@[^<>\s@]+\.[^<>\s@]+)>"
# A link to a file that only the build makes, which no Markdown link can be checked for.
_FILE_LINK = r"<a href=\"[^\"<>]+\.pdf\">|</a>"
_TAG = re.compile(rf"(?<!\]\()(?!{_AUTOLINK}|{_FILE_LINK}|<!--)<(?P<end>/?)(?P<name>[a-zA-Z!?][\w-]*)[^<>\n]*>?")
_ADDRESS = re.compile(
    r"<(?:(?:https?://)?(?P<site>(?:(?<=//)|(?=www\.))[^<>\s]+)|(?P<mail>[^<>\s@]+@[^<>\s@]+))>", re.I
)
_FROM_ELSEWHERE = ("iframe", "script", "embed", "object", "video", "audio", "img", "link", "style")


def tag_traps(text: str, told) -> Iterator[Mistake]:
    """Each tag that is no address between angle brackets, once for both its ends."""
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
