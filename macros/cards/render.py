"""From a deck to files: one PDF for the printer, one picture of each side of a sheet for the screen."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from pathlib import Path

import typst

from ..knowledge.errors import Fout, KennisFouten
from ..knowledge.kennisbank import Kennisbank
from ..knowledge.records import Deck
from .decks import Kaart, deck_cards
from .faces import face_data
from .fonts import family_and_characters
from .forms import Vorm, form_of
from .imposition import Edge, cut_lines, fold_marks, printed, sheets
from .screen import for_screen
from .viewer import ask_to_print_as_is

TEMPLATES = Path(__file__).parent
SIGNS = TEMPLATES.parent.parent / "docs" / "assets" / "tekens"
MAKER = "Samen leren balanceren"
_PT_PER_MM = 72 / 25.4


def render_pdf(bank: Kennisbank, deck: Deck, site_url: str, fonts: Path, edge: Edge = "long", signs: Path = SIGNS) -> bytes:
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
            "vel": form.vel, "kaarten": {face["id"]: face for face in faces}, "zijden": _sides(bank, deck, form, edge)}
    _check_characters(bank, deck, cards, faces, characters)
    document = typst.Compiler(
        TEMPLATES / "vel.typ", root=TEMPLATES, sys_inputs={"data": _kept_together(json.dumps(data, ensure_ascii=False))},
        font_paths=typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts]))
    _check_fit(bank, deck, form, cards, json.loads(document.query("<teveel>", field="value")))
    return document


def _kept_together(text: str) -> str:
    """`text` in which a number stays with the word it counts, and a percent sign with its number."""
    return re.sub(r"(?<=\d) (?=%)", "\u00a0", re.sub(r"(?i)\b(\w*kaart|fase|hoofdstuk) (?=\d)", "\\1\u00a0", text))


def _sides(bank: Kennisbank, deck: Deck, form: Vorm, edge: Edge) -> list[dict]:
    sides = []
    for sheet in sheets(bank, deck):
        sides.append({"vlakken": [asdict(face) for face in sheet.voor], "lijnen": [*cut_lines(form), *fold_marks(form)]})
        # No lines on the back: the cut follows the front, and a printer's drift would show there as a second line.
        sides.append({"vlakken": [asdict(printed(face, form, edge)) for face in sheet.achter], "lijnen": []})
    return sides


def _is_first(cards: tuple[Kaart, ...], index: int) -> bool:
    """Whether a card opens a new group in the outline of the PDF."""
    before = cards[index - 1] if index else None
    return before is None or (before.record.id, before.soort) != (cards[index].record.id, cards[index].soort)


def _check_fit(bank: Kennisbank, deck: Deck, form: Vorm, cards: tuple[Kaart, ...], excesses: list[dict]) -> None:
    by_id = {card.id: card for card in cards}
    fouten = []
    for one in excesses:
        points, card = one["pt"], by_id[one["kaart"]]
        text = (f"kaart {card.id} van `{deck.id}` past niet: op de {one['gezicht']} is de tekst {_number(points)} pt "
                f"({_number(points / _PT_PER_MM)} mm) te hoog")
        fouten.append(Fout(bank.pad_van(card.record.id), text,
                           verwacht=f"kortere tekst, of een grotere vorm dan `{form.id}` in {bank.pad_van(deck.id)}"))
    if fouten:
        raise KennisFouten(fouten)


def _check_characters(bank: Kennisbank, deck: Deck, cards: tuple[Kaart, ...], faces: list[dict], known: frozenset[str]) -> None:
    fouten = []
    for card, face in zip(cards, faces):
        words = json.dumps({key: value for key, value in face.items() if key not in ("qr", "polen")}, ensure_ascii=False)
        for sign in sorted(set(words) - known):
            fouten.append(Fout(bank.pad_van(card.record.id), f"op kaart {card.id} staat een teken dat het lettertype niet heeft",
                               waarde=sign, verwacht="letters, cijfers en gewone leestekens"))
    if fouten:
        raise KennisFouten(fouten)


def _number(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")
