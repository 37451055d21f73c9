"""Marks links to a concept with its definition, so that it can be shown on hover, focus and tap."""

from __future__ import annotations

import html
import re
from posixpath import join, normpath

from .site import Site, address

# Whatever else Markdown puts on a link; one with a class of its own is no plain link.
_LINK = re.compile(r'<a (?![^>]*\bclass=)[^>]*?\bhref="(?P<href>[^"#:]*)(?P<anchor>#[^"]*)?"[^>]*>')


def mark_terms(site: Site, content: str) -> str:
    """HTML `content` of the page of `site`, every plain link to a concept or glossary entry carrying its definition."""

    def marked(link: re.Match) -> str:
        target = _page(site, link["href"])
        definition = site.bank.definitions.get((target, (link["anchor"] or "")[1:]))
        if definition is None or target == site.path and not link["anchor"]:
            return link[0]
        site.needs.add((), ["begrip.js"])
        return f'{link[0][:-1]} class="begrip" data-uitleg="{html.escape(definition, quote=True)}">'

    return _LINK.sub(marked, content)


def _page(site: Site, href: str) -> str | None:
    """Path below `docs/` of the page that relative address `href` leads to, None where that is no page."""
    if not href:
        return site.path
    folder = normpath(join(address(site.path), href))
    return next((path for path in (f"{folder}.md", f"{folder}/index.md") if path in site.bank.by_path), None)
