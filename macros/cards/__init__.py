"""Cards to print: from the Kennisbank and a deck to PDF sheets and previews; geometry in millimetres."""

from ..knowledge.kennisbank import Kennisbank
from ..knowledge.records import Deck
from .decks import Kaart, deck_cards
from .fonts import static_fonts
from .forms import Vorm, form_of, load_forms
from .imposition import Vel, sheets
from .render import render_pdf, render_previews

__all__ = ["Kaart", "Vel", "Vorm", "contents", "deck_cards", "form_of", "load_forms", "render_pdf", "render_previews",
           "sheets", "static_fonts"]


def contents(bank: Kennisbank, deck: Deck) -> tuple[tuple[Vel, tuple[Kaart, ...]], ...]:
    """Which cards lie on which sheet of `deck`; raises KennisFouten as `deck_cards` does."""
    cards = {card.id: card for card in deck_cards(bank, deck)}
    return tuple((sheet, tuple(cards[id] for id in dict.fromkeys(face.kaart for face in sheet.voor)))
                 for sheet in sheets(bank, deck))
