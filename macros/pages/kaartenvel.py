"""A deck on its page: each sheet as pictures, the text of its cards beside them, and the PDF to print."""

from __future__ import annotations

from typing import Callable, Iterable

from ..knowledge.kennisbank import Kennisbank
from ..knowledge.records import Deck
from .complaints import unknown_argument
from .site import Site

Contents = Callable[[Kennisbank, Deck], Iterable[tuple]]
"""From a deck to its sheets, each with its number and its cards; handed in, since this room doesn't know cards."""


def kaartenvel(site: Site, deck: str, contents: Contents) -> str:
    """HTML of deck `deck`; raises KennisFouten for an unknown deck and for whatever is wrong with its cards."""
    decks = {record.id: record for record in site.bank.van_soort(Deck)}
    if deck not in decks:
        raise unknown_argument(site, "kaartenvel", deck, decks)
    record = decks[deck]
    return site.render("kaartenvel.html.jinja", deck=record, vellen=list(contents(site.bank, record)),
                       pdf=pdf_name(record), plaatje=picture_name)


def pdf_name(deck: Deck) -> str:
    """Path of the deck's PDF below the site's root; a permanent address."""
    return f"kaarten/{deck.id}.pdf"


def picture_name(deck: Deck, sheet: int, side: str) -> str:
    """Path below the site's root of the picture of one side, `voor` or `achter`, of sheet number `sheet`."""
    return f"kaarten/vellen/{deck.id}-{sheet}-{side}.svg"
