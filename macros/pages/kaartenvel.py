"""A deck on its page: each sheet as pictures, the text of its cards beside them, and the PDFs to print."""

from __future__ import annotations

from collections.abc import Callable

from ..knowledge.kennisbank import Kennisbank
from ..knowledge.records import Deck
from .complaints import unknown_argument
from .site import Site

Contents = Callable[[Kennisbank, Deck], object]
"""From a deck to its form, its sheets with their cards, and its files; handed in, since this room doesn't know cards."""
Pictures = Callable[[object, str, str], str]
"""From a size, a card's id and a side to the address of the picture of that face."""


def kaartenvel(site: Site, deck: str, contents: Contents, picture: Pictures) -> str:
    """HTML of deck `deck`; raises KennisFouten for an unknown deck and for whatever is wrong with its cards."""
    decks = {record.id: record for record in site.bank.van_soort(Deck)}
    if deck not in decks:
        raise unknown_argument(site, "kaartenvel", deck, decks)
    record = decks[deck]
    return site.render("kaartenvel.html.jinja", deck=record, inhoud=contents(site.bank, record), plaatje=picture)
