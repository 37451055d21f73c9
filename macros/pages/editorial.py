"""Makes each mark `(redactie)` that an editor typed a link to what it means."""

from __future__ import annotations

import re

from .site import Site

_MARK = "(redactie)"
# Where a link can't stand, or where letters are no text to read.
_CLOSED = re.compile(r"a|h[1-6]|button|code|label|legend|option|pre|script|style|summary|svg|title", re.I)
_PART = re.compile(rf"<(?P<end>/?)(?P<name>[a-zA-Z][\w-]*)[^>]*?(?P<empty>/?)>|{re.escape(_MARK)}")


def mark_editorial(site: Site, content: str) -> str:
    """HTML `content` with each `(redactie)` in its text as a link; in links, headings, fields and code it stays text."""
    inside = 0

    def marked(part: re.Match) -> str:
        nonlocal inside
        if part[0] == _MARK:
            return part[0] if inside else str(site.redactie)
        if _CLOSED.fullmatch(part["name"]) and not part["empty"]:
            inside += -1 if part["end"] else 1
        return part[0]

    return _PART.sub(marked, content) if _MARK in content else content
