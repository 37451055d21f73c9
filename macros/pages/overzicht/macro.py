"""All pages of one kind, as an overview that a newcomer can choose from."""

from __future__ import annotations

from markdown.extensions.toc import slugify

from ...knowledge.records import KINDS, Begrip, Thema
from ..macro import macro, needs, unknown_argument
from ..section import reading_order
from ..site import Site


@macro
def overzicht(site: Site, soort: str) -> str:
    """Alle pagina’s van een soort, met hun samenvatting.

    HTML of an overview of kind `soort`; raises ContentError for a kind without pages.
    """
    filled = {
        name: records
        for name, model in KINDS.items()
        if name not in ("pagina", "inleiding", "bronregister") and (records := site.bank.of_kind(model))
    }
    if soort not in filled:
        raise unknown_argument(site, "overzicht", soort, filled)
    if soort == "begrip":
        return _concepts(site)
    if soort == "deck":
        return _decks(site)
    return site.render("overzicht/overzicht.html.jinja", soort=soort, records=filled[soort])


@needs(styles=["waaier.css", "mijn-kaarten.css"], scripts=["mijn-kaarten.js"])
def _decks(site: Site) -> str:
    groups = [
        (use, slugify(use, "-"), [(deck, site.elsewhere.contents(site.bank, deck)) for deck in decks])
        for use, decks in site.bank.decks_by_use.items()
    ]
    return site.render("overzicht/sets.html.jinja", groepen=groups, stand=site.elsewhere.edition())


@needs(scripts=["details.js"])
def _concepts(site: Site) -> str:
    return site.render("overzicht/begrippen.html.jinja", groepen=_by_theme(site))


def _by_theme(site: Site) -> list[tuple[Thema, tuple[Begrip, ...]]]:
    """Concepts in reading order under their theme, all themes or only that of a theme page."""
    themes = [site.record] if isinstance(site.record, Thema) else site.bank.of_kind(Thema)
    return [(theme, reading_order(site.bank, theme)) for theme in themes]
