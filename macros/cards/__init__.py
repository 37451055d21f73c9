"""Cards to print: from the Kennisbank and a deck to PDF sheets and pictures of faces; geometry in millimetres."""

from .choices import choices
from .contents import DeckContents, PrintFile, contents, files_of
from .deck.checks import strange_characters
from .deck.decks import Kaart, blanks, deck_cards, on_sheets
from .deck.links import qr_svg
from .deck.sizes import form_of, forms_of
from .files import STANDS, CardFiles, pdf_paths
from .lines import line_files
from .paper.forms import Maat, Vorm, advice, load_forms
from .paper.imposition import Vel, sheets
from .paper.sheet_css import sheet_css
from .press.document import Document
from .press.fonts import static_fonts
from .press.store import PrintStore
from .render import Job, Prints, render_pdf
from .shop import MAKER, PrintShop

__all__ = [
    "MAKER",
    "STANDS",
    "CardFiles",
    "DeckContents",
    "Document",
    "Job",
    "Kaart",
    "Maat",
    "PrintFile",
    "PrintShop",
    "PrintStore",
    "Prints",
    "Vel",
    "Vorm",
    "advice",
    "blanks",
    "choices",
    "contents",
    "deck_cards",
    "files_of",
    "form_of",
    "forms_of",
    "line_files",
    "load_forms",
    "on_sheets",
    "pdf_paths",
    "qr_svg",
    "render_pdf",
    "sheet_css",
    "sheets",
    "static_fonts",
    "strange_characters",
]
