"""Everything that can be looked up, from A to Z: the way to find a page without script."""

from __future__ import annotations

import unicodedata

from ..knowledge.records import Record
from .site import Site


def register(site: Site) -> str:
    """HTML of all pages except this one, grouped by first letter, accents and quotes set aside."""
    records = [page.record for page in site.bank.bladzijden if page.pad != site.pad and page.pad != "index.md"]
    letters: dict[str, list[Record]] = {}
    for record in sorted(records, key=lambda r: sort_key(r.titel)):
        letters.setdefault(sort_key(record.titel)[0].upper(), []).append(record)
    return site.render("register.html.jinja", letters=letters)


def sort_key(title: str) -> str:
    """`title` as it is filed: lower case, without accents, opening quotes and such."""
    plain = unicodedata.normalize("NFKD", title.lower())
    return "".join(c for c in plain if c.isalnum() or c == " ").strip()
