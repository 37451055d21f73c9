"""Cards to print: from the Kennisbank and a deck to PDF sheets and pictures of faces; geometry in millimetres."""

from .choices import choices
from .deck.decks import Kaart, blanks, deck_cards
from .deck.links import qr_svg
from .deck.sizes import form_of, forms_of
from .files import DeckContents, PrintFile, card_files, contents, files_of, picture_name, stock_name
from .lines import line_files
from .paper.forms import Maat, Vorm, advice, load_forms
from .paper.imposition import Vel, sheets
from .paper.sheet_css import sheet_css
from .press.fonts import static_fonts
from .press.store import PrintStore
from .render import Stock, render_pdf, render_stock
from .shop import PrintShop

__all__ = [
    "PrintFile",
    "DeckContents",
    "Kaart",
    "Maat",
    "PrintShop",
    "PrintStore",
    "Vel",
    "Stock",
    "Vorm",
    "advice",
    "blanks",
    "card_files",
    "choices",
    "contents",
    "deck_cards",
    "files_of",
    "form_of",
    "forms_of",
    "line_files",
    "load_forms",
    "picture_name",
    "qr_svg",
    "render_pdf",
    "render_stock",
    "sheet_css",
    "sheets",
    "static_fonts",
    "stock_name",
]
