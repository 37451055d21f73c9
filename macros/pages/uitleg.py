"""Marks links to a concept with its definition, so that it can be shown on hover, focus and tap."""

from __future__ import annotations

import html
import re

from ..knowledge.items import Lemma
from ..knowledge.records import Begrip
from .site import Site

_LINK = re.compile(r'<a href="(?P<href>[^"#:]*)(?P<anchor>#[^"]*)?">')


def explain(site: Site, content: str) -> str:
    """HTML `content` of the page of `site`, every plain link to a concept or glossary entry carrying its definition."""
    known = _definitions(site)

    def marked(link: re.Match) -> str:
        definition = known.get((link["href"], link["anchor"] or ""))
        if definition is None:
            return link[0]
        return f'{link[0][:-1]} class="begrip" data-uitleg="{html.escape(definition, quote=True)}">'

    return _LINK.sub(marked, content)


def _definitions(site: Site) -> dict[tuple[str, str], str]:
    """Definitions by relative address and anchor, as links on this page write them."""
    found = {}
    for id, place in site.bank.plaatsen.items():
        record = place.bladzijde.record
        if place.item is None and isinstance(record, Begrip) and place.anker is None and id != site.record.id:
            found[site.url(id), ""] = record.samenvatting
        elif isinstance(place.item, Lemma):
            page = "" if place.bladzijde.pad == site.pad else site.url(record.id)
            found[page, f"#{id}"] = f"{place.item.term}: {place.item.betekenis}"
    return found
