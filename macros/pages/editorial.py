"""Makes each mark `(redactie)`, typed by an editor or in a template, a link to what it means."""

from __future__ import annotations

import re

from ..knowledge.items import REDACTIE
from .site import Site

# Where a link can't stand, or where letters are no text to read.
_CLOSED = re.compile(r"a|h[1-6]|button|code|label|legend|option|pre|script|style|summary|svg|title", re.I)
_PART = re.compile(rf"<(?P<end>/?)(?P<name>[a-zA-Z][\w-]*)[^>]*?(?P<empty>/?)>|{re.escape(REDACTIE)}")


def mark_editorial(site: Site, page: str) -> str:
    """HTML of a `page` with each `(redactie)` in its text as a link; in links, headings, fields and code it stays text."""
    link = f'<a class="redactie" href="{site.url("colofon")}#redactie">{REDACTIE}</a>'
    inside = 0

    def marked(part: re.Match) -> str:
        nonlocal inside
        if part[0] == REDACTIE:
            return part[0] if inside else link
        if _CLOSED.fullmatch(part["name"]) and not part["empty"]:
            inside += -1 if part["end"] else 1
        return part[0]

    return _PART.sub(marked, page) if REDACTIE in page else page
