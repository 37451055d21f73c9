"""Where the links of the prose lead."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from posixpath import dirname, join, normpath

_TITLE = r"(?:\s+(?:\"[^\"]*\"|'[^']*'))?"
_PART = r"\\.|[^\[\]\\]"
_WORDS = rf"(?:{_PART}|\[(?:{_PART}|\[(?:{_PART}|\[(?:{_PART})*+\])*+\])*+\])*+"
_LEADS = r"<[^>]*>|(?:\\.|[^\s()\\]|\([^\s()]*\))*"
# A bracket that closes words of which the beginning isn't seen may well be read as a link.
LINK = re.compile(
    rf"(?:(?P<image>!?)\[(?P<words>{_WORDS}))?\]\(\s*(?P<inline>{_LEADS}){_TITLE}\s*\)"
    r"|^ {0,3}\[(?!\^)[^\]\n]+\]:[ ]*\n?[ ]*(?P<reference><[^>]*>|\S+)",
    re.M | re.S,
)


def relinked(text: str, whither: Callable[[str], str]) -> str:
    """`text` in which each link or picture leads to what `whither` makes of where it leads."""

    def leading(match: re.Match) -> str:
        start, end = match.span("inline" if match["reference"] is None else "reference")
        before, link, after = text[match.start() : start], text[start:end], text[end : match.end()]
        if words := match["words"]:
            before = before.replace(words, relinked(words, whither), 1)
        return f"{before}<{whither(link[1:-1])}>{after}" if link.startswith("<") else f"{before}{whither(link)}{after}"

    return LINK.sub(leading, text)


def links_in(text: str, start: int, end: int) -> Iterator[re.Match]:
    """Every link and picture, also a picture among the words of a link."""
    for match in LINK.finditer(text, start, end):
        yield match
        if "](" in (match["words"] or ""):
            yield from links_in(text, *match.span("words"))


WHITHER = re.compile(r"\]\((?P<all>[^()\n]*(?:\([^()\n]*\)[^()\n]*)*)\)")
"""Where a link leads as it was typed, right or wrong."""


def resolve(page: str, target: str) -> tuple[str | None, str]:
    """Path below `docs/` and anchor of a link as written on `page`; path None for a link that leaves the site."""
    if re.match(r"[A-Za-z][\w+.-]*:", target):
        return None, ""
    path, _, anchor = target.partition("#")
    return (normpath(join(dirname(page), path)) if path else page), anchor
