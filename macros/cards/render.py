"""From a deck to files: a PDF for the printer; and from all decks the stock of faces that a screen and a picker draw on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from ..knowledge.errors import Fout, KennisFouten
from ..knowledge.kennisbank import Kennisbank
from ..knowledge.records import Deck
from .checks import check_characters, check_fit
from .decks import Kaart, blank, blanks, deck_cards
from .faces import face_data
from .fonts import family_and_characters
from .forms import Maat, Vorm
from .imposition import Edge, Vel, cut_lines, fold_lines, fold_marks, printed, sheets
from .screen import for_screen
from .typeset import TEMPLATES, Document, Memory
from .typography import kept_together
from .viewer import ready_to_print

SIGNS = TEMPLATES.parent.parent / "docs" / "assets" / "tekens"
MAKER = "Samen leren balanceren"
BLEED = 3
"""Paper around each face of the stock, in mm: room for a cell that is a little larger than its card."""


@dataclass(frozen=True)
class Voorraad:
    """Every face of one size: `pdf` has the front of card n on page 2n and its back on page 2n+1, `plaatjes` likewise."""

    maat: Maat
    kaarten: tuple[tuple[Deck, Kaart], ...]
    pdf: bytes
    plaatjes: tuple[bytes, ...]


def render_pdf(
    bank: Kennisbank,
    deck: Deck,
    form: Vorm,
    site_url: str,
    fonts: Path,
    edge: Edge = "long",
    signs: Path = SIGNS,
    memory: Memory | None = None,
) -> bytes:
    """The sheets of `deck` in `form` as PDF/UA-1: front and back by turns, for a printer that flips on the `edge` given.

    `fonts` is a folder of TTF files, see `static_fonts`; no other font is used. Equal input gives equal bytes.
    Raises KennisFouten for a wrong deck, for every face that is too full, and for a character no font has.
    """
    cards = deck_cards(bank, deck)
    cards += blanks(deck, form, len(cards))
    sides = _sides(sheets(form, [card.id for card in cards]), form, edge)
    document = _document(
        bank, [(deck, card) for card in cards], form, sides, deck.titel, deck.samenvatting, site_url, fonts, signs
    )

    def make() -> bytes:
        check_fit(bank, [(deck, card) for card in cards], form, document.excesses())
        return ready_to_print(document.pdf(pdf_standards=["ua-1"]), form, edge)

    return memory.recall(document.key + edge.encode(), make) if memory else make()


def render_stock(
    bank: Kennisbank,
    decks: Sequence[Deck],
    size: Maat,
    site_url: str,
    fonts: Path,
    signs: Path = SIGNS,
    memory: Memory | None = None,
) -> Voorraad:
    """Every card of `decks` that comes in `size`, each once, one face a page; raises as `render_pdf` does."""
    cards: dict[str, tuple[Deck, Kaart]] = {}
    fouten = []
    for deck in decks:
        if size.id in deck.maten:
            for card in (*deck_cards(bank, deck), *([blank(deck, 1)] if deck.opvullen else ())):
                known = cards.setdefault(card.id, (deck, card))
                if known[1].soort != card.soort:
                    fouten.append(
                        Fout(
                            bank.pad_van(deck.id),
                            f"deze kaart heeft in set `{known[0].id}` een ander gezicht",
                            veld="kaarten",
                            waarde=card.id,
                            verwacht=f"gezicht `{known[1].soort}`",
                        )
                    )
    if fouten:
        raise KennisFouten(fouten)
    found = tuple(cards.values())

    form = Vorm(size.id, size.naam, size, size.kaart, size.kaart, 1, 1, "", afloop=BLEED)
    document = _document(
        bank,
        found,
        form,
        _sides(sheets(form, list(cards)), form, "long"),
        "Kaarten om uit te kiezen",
        "Elke kaart van deze maat",
        site_url,
        fonts,
        signs,
    )

    def pdf() -> bytes:
        check_fit(bank, found, form, document.excesses())
        return document.pdf(pdf_tags=False)

    def pictures() -> bytes:
        return b"\0".join(for_screen(page) for page in document.svg())

    made = (
        (memory.recall(document.key, pdf), memory.recall(document.key + b"svg", pictures))
        if memory
        else (pdf(), pictures())
    )
    return Voorraad(size, found, made[0], tuple(made[1].split(b"\0")))


def _document(
    bank: Kennisbank,
    cards: Sequence[tuple[Deck, Kaart]],
    form: Vorm,
    sides: list[dict],
    title: str,
    about: str,
    site_url: str,
    fonts: Path,
    signs: Path,
) -> Document:
    family, characters = family_and_characters(fonts)
    faces = [face_data(bank, deck, card, site_url, signs) for deck, card in cards]
    for before, face in zip([None, *faces], faces):
        face["eerste"] = before is None or _group(before) != _group(face)
    data = {
        "titel": title,
        "beschrijving": about,
        "maker": MAKER,
        "lettertype": family,
        "vel": form.vel,
        "afloop": form.afloop,
        "kaarten": {face["id"]: kept_together(face) for face in faces},
        "zijden": sides,
    }
    check_characters(bank, cards, faces, characters)
    return Document(data, fonts)


def _sides(found: tuple[Vel, ...], form: Vorm, edge: Edge) -> list[dict]:
    sides = []
    for sheet in found:
        sides.append(
            {
                "vlakken": [asdict(face) for face in sheet.voor],
                "lijnen": [*cut_lines(form), *fold_marks(form)],
                "vouwen": fold_lines(form),
            }
        )
        if sheet.achter:
            # No lines on the back: the cut follows the front, and a printer's drift would show there as a second line.
            sides.append(
                {"vlakken": [asdict(printed(face, form, edge)) for face in sheet.achter], "lijnen": [], "vouwen": []}
            )
    return sides


def _group(face: dict) -> str:
    """Under which heading a card stands in the outline of the PDF."""
    return face.get("label") or face.get("veld") or face["soort"]
