"""Cards to print: from the Kennisbank and a deck to PDF sheets and pictures of faces; geometry in millimetres."""

from .choices import choices
from .decks import Kaart, blanks, deck_cards
from .extras import extra_files
from .files import Bestand, Inhoud, card_files, contents, files_of, picture_name, stock_name
from .fonts import static_fonts
from .forms import Maat, Vorm, advice, form_of, forms_of, load_forms
from .imposition import Vel, sheets
from .lines import line_files
from .render import Voorraad, render_pdf, render_stock
from .sheetstyle import stylesheet
from .typeset import Memory

__all__ = [
    "Bestand",
    "Inhoud",
    "Kaart",
    "Maat",
    "Memory",
    "Vel",
    "Voorraad",
    "Vorm",
    "advice",
    "blanks",
    "card_files",
    "choices",
    "contents",
    "deck_cards",
    "extra_files",
    "files_of",
    "form_of",
    "forms_of",
    "line_files",
    "load_forms",
    "picture_name",
    "render_pdf",
    "render_stock",
    "sheets",
    "static_fonts",
    "stock_name",
    "stylesheet",
]
