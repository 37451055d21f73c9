"""A deck on its page: each sheet as pictures, the text of its cards beside them, and the PDFs to print."""

from __future__ import annotations

from ...knowledge.records import Deck
from ..macro import macro, needs, shows, unknown_argument
from ..site import Site

SHOWN = 3
"""So many cards lie as a fan at the head of a set."""


@macro
@shows(Deck)
@needs(
    styles=["kaarten.css", "vormen.css", "mijn-kaarten.css", "trek-kaart.css"],
    scripts=["details.js", "mijn-kaarten.js", "trek-kaart.js"],
)
def kaartenvel(site: Site, deck: str) -> str:
    """Een set kaarten: de vellen als plaatje, de tekst ernaast, en de PDF.

    HTML of deck `deck`; raises ContentError for an unknown deck and for whatever is wrong with its cards.
    """
    decks = {record.id: record for record in site.bank.of_kind(Deck)}
    if deck not in decks:
        raise unknown_argument(site, "kaartenvel", deck, decks)
    record = decks[deck]
    content = site.elsewhere.contents(site.bank, record)
    return site.render(
        "kaartenvel/kaartenvel.html.jinja",
        deck=record,
        inhoud=content,
        greep=content.own[:SHOWN],
        aantal=len(content.own),
        plaatje=site.elsewhere.picture,
    )
