"""From a deck to files: one PDF for the printer, one picture of each side of a sheet for the screen."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import typst

from ..knowledge.kennisbank import Kennisbank
from ..knowledge.records import Deck
from .checks import check_characters, check_fit
from .decks import Kaart, deck_cards
from .faces import face_data
from .fonts import family_and_characters
from .forms import Vorm, form_of
from .imposition import Edge, cut_lines, fold_marks, printed, sheets
from .screen import for_screen
from .typography import kept_together
from .viewer import ask_to_print_as_is

TEMPLATES = Path(__file__).parent
SIGNS = TEMPLATES.parent.parent / "docs" / "assets" / "tekens"
MAKER = "Samen leren balanceren"


def render_pdf(bank: Kennisbank, deck: Deck, site_url: str, fonts: Path, edge: Edge = "long",
               signs: Path = SIGNS) -> bytes:
    """The sheets of `deck` as PDF/UA-1: front and back by turns, for a printer that flips on the `edge` given.

    `fonts` is a folder of TTF files, see `static_fonts`; no other font is used. Equal input gives equal bytes.
    Raises KennisFouten for a wrong deck or form, for every face that is too full, and for a character no font has.
    """
    document = _document(bank, deck, site_url, fonts, edge, signs)
    return ask_to_print_as_is(document.compile(format="pdf", pdf_standards=["ua-1"]), edge)


def render_previews(bank: Kennisbank, deck: Deck, site_url: str, fonts: Path, signs: Path = SIGNS) -> tuple[bytes, ...]:
    """Each side of each sheet of `deck` as SVG, backs upright; raises as `render_pdf` does."""
    form = form_of(bank, deck)
    pages = _document(bank, deck, site_url, fonts, "long", signs).compile(format="svg")
    behind = any(printed(face, form, "long").gedraaid for face in sheets(bank, deck)[0].achter)
    return tuple(for_screen(page, upside_down=behind and number % 2 == 1)
                 for number, page in enumerate(pages if isinstance(pages, list) else [pages]))


def _document(bank: Kennisbank, deck: Deck, site_url: str, fonts: Path, edge: Edge, signs: Path) -> typst.Compiler:
    form, cards = form_of(bank, deck), deck_cards(bank, deck)
    family, characters = family_and_characters(fonts)
    faces = [face_data(bank, card, site_url, signs) | {"eerste": _is_first(cards, i)} for i, card in enumerate(cards)]
    data = {"titel": deck.titel, "beschrijving": deck.samenvatting, "maker": MAKER, "lettertype": family,
            "vel": form.vel, "kaarten": {face["id"]: kept_together(face) for face in faces},
            "zijden": _sides(bank, deck, form, edge)}
    check_characters(bank, cards, faces, characters)
    document = typst.Compiler(
        TEMPLATES / "vel.typ", root=TEMPLATES, sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        font_paths=typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts]))
    check_fit(bank, deck, form, cards, json.loads(document.query("<teveel>", field="value")))
    return document


def _sides(bank: Kennisbank, deck: Deck, form: Vorm, edge: Edge) -> list[dict]:
    sides = []
    for sheet in sheets(bank, deck):
        sides.append({"vlakken": [asdict(face) for face in sheet.voor],
                      "lijnen": [*cut_lines(form), *fold_marks(form)]})
        # No lines on the back: the cut follows the front, and a printer's drift would show there as a second line.
        sides.append({"vlakken": [asdict(printed(face, form, edge)) for face in sheet.achter], "lijnen": []})
    return sides


def _is_first(cards: tuple[Kaart, ...], index: int) -> bool:
    """Whether a card opens a new group in the outline of the PDF."""
    before = cards[index - 1] if index else None
    return before is None or (before.record.id, before.soort) != (cards[index].record.id, cards[index].soort)
