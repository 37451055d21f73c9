"""What becomes of the HTML of a page, and what the theme's templates get to show it with."""

from __future__ import annotations

from functools import partial
from typing import Any

from ..cards import qr_svg
from ..exchange import Afzender, Uitgave, citation, coins, linked_data, sheet
from ..knowledge.records import Record
from ..pages.contents import contents
from ..pages.glossary import mark_terms
from ..pages.headings import link_headings
from ..pages.lijn.macro import field_line
from ..pages.model.sketch import add_sketches
from ..pages.site import Site
from ..pages.surroundings import label, surroundings
from ..pages.tables import name_rows
from .built.policy import refuse_schemes
from .editions.fixed import fixed
from .made.share import share_picture

_TEMPLATES = {"start": "home.html", "zoeken": "zoeken.html", "insluiting": "insluiten.html"}
"""By the id of a record, else by its kind."""


def template(record: Record) -> str:
    """The file of `overrides/` that shows `record`."""
    return _TEMPLATES.get(record.id) or _TEMPLATES.get(record.soort, "page.html")


def finished(site: Site, content: str) -> str:
    """HTML `content`, as Markdown made it of a page, with all that we add; raises ContentError for an address that can't be."""
    content = name_rows(link_headings(refuse_schemes(site.path, content)))
    return add_sketches(site, mark_terms(site, content))


def page_context(site: Site, sender: Afzender, canonical_url: str, text: str) -> dict[str, Any]:
    """The variables of that file, by name; `sender` is the site as other systems are told of it, `text` the HTML of the page."""
    kept = fixed(site.docs, sender, site.path)
    edition = kept and citation(
        site.record, sender.naam, f"{sender.url}{kept.adres}", Uitgave(kept.editie.naam, *kept.editie.delen)
    )
    parts = contents(site.record, text)
    if parts:
        site.needs.add((), ["here.js"])
    around, cite = surroundings(site), citation(site.record, sender.naam, canonical_url)
    return {
        "record": site.record,
        "site": site,
        "rondom": around,
        "label": label,
        "inhoud": parts,
        "lijn": partial(field_line, site),
        "citaat": cite,
        "vast": kept,
        "vast_citaat": edition,
        "coins": coins(site.record.titel, sender.naam, canonical_url) if cite else None,
        "edusources": sheet(sender, site.record),
        "gegevens": linked_data(sender, site.record, around.kruimels),
        "qr": qr_svg,
        "deelbeeld": share_picture(site.bank, site.record),
    }
