"""From a deck to files: a PDF for the printer; and from all decks the stock of faces that a screen and a picker draw on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from ..knowledge.errors import ContentError, Mistake
from ..knowledge.kennisbank import Kennisbank
from ..knowledge.records import Deck
from .deck.checks import check_characters, check_fit
from .deck.decks import Kaart, blank, blanks, deck_cards
from .deck.faces import face_data
from .deck.typography import kept_together
from .paper.forms import Maat, Vorm
from .paper.imposition import Edge, Vel, cut_lines, fold_lines, fold_marks, printed, sheets
from .press.document import Document
from .press.fonts import family_and_characters
from .press.screen import for_screen
from .press.viewer import ready_to_print
from .shop import MAKER, PrintShop

TAGGED = {"pdf_standards": ["ua-1"]}
BLEED = 3
"""Paper around each face of the stock, in mm: room for a cell that is a little larger than its card."""


@dataclass(frozen=True)
class Stock:
    """Every face of one size: `pdf` has the front of card n on page 2n and its back on page 2n+1, `pictures` likewise."""

    size: Maat
    cards: tuple[tuple[Deck, Kaart], ...]
    pdf: bytes
    pictures: tuple[bytes, ...]


def render_pdf(shop: PrintShop, deck: Deck, form: Vorm, edge: Edge = "long") -> bytes:
    """The sheets of `deck` in `form` as PDF/UA-1: front and back by turns, for a printer that flips on the `edge` given.

    Equal input gives equal bytes. Raises ContentError for a wrong deck, for every face that is too full, and for a
    character that the font does not have.
    """
    cards = deck_cards(shop.bank, deck)
    cards += blanks(deck, form, len(cards))
    sides = _sides(sheets(form, [card.id for card in cards]), form, edge)
    mine = [(deck, card) for card in cards]
    document = Document("vel.typ", _data(shop, mine, form, sides, deck.titel, deck.samenvatting), shop.fonts, **TAGGED)

    def make() -> bytes:
        check_fit(shop.bank, mine, form, document.excesses())
        return ready_to_print(document.pdf(), form, edge)

    return shop.kept(document.key + edge.encode(), make)


def render_stock(shop: PrintShop, decks: Sequence[Deck], size: Maat) -> Stock:
    """Every card of `decks` that comes in `size`, each once, one face a page; raises as `render_pdf` does."""
    found = _each_once(shop.bank, decks, size)
    form = Vorm(size.id, size.naam, size, size.kaart, size.kaart, 1, 1, "", afloop=BLEED)
    sides = _sides(sheets(form, [card.id for _, card in found]), form, "long")
    data = _data(shop, found, form, sides, "Kaarten om uit te kiezen", "Elke kaart van deze maat")
    document = Document("vel.typ", data, shop.fonts, pdf_tags=False)

    def pdf() -> bytes:
        check_fit(shop.bank, found, form, document.excesses())
        return document.pdf()

    def pictures() -> bytes:
        return b"\0".join(for_screen(page) for page in document.svg())

    made, drawn = shop.kept(document.key, pdf), shop.kept(document.key + b"svg", pictures)
    return Stock(size, found, made, tuple(drawn.split(b"\0")))


def _each_once(bank: Kennisbank, decks: Sequence[Deck], size: Maat) -> tuple[tuple[Deck, Kaart], ...]:
    """The cards of `decks` in `size`, each with the first deck that has it."""
    cards: dict[str, tuple[Deck, Kaart]] = {}
    mistakes = []
    for deck in decks:
        if size.id in deck.maten:
            for card in (*deck_cards(bank, deck), *([blank(deck, 1)] if deck.opvullen else ())):
                known = cards.setdefault(card.id, (deck, card))
                if known[1].soort != card.soort:
                    message = f"deze kaart heeft in set `{known[0].id}` een ander gezicht"
                    expected = f"gezicht `{known[1].soort}`"
                    mistakes.append(
                        Mistake(bank.path_of(deck.id), message, field="kaarten", value=card.id, expected=expected)
                    )
    if mistakes:
        raise ContentError(mistakes)
    return tuple(cards.values())


def _data(
    shop: PrintShop, cards: Sequence[tuple[Deck, Kaart]], form: Vorm, sides: list[dict], title: str, about: str
) -> dict:
    family, characters = family_and_characters(shop.fonts)
    faces = [face_data(shop.bank, deck, card, shop.address, shop.signs) for deck, card in cards]
    for before, face in zip([None, *faces], faces):
        face["eerste"] = before is None or _group(before) != _group(face)
    check_characters(shop.bank, cards, faces, characters)
    return {
        "titel": title,
        "beschrijving": about,
        "maker": MAKER,
        "lettertype": family,
        "vel": form.vel,
        "afloop": form.afloop,
        "kaarten": {face["id"]: kept_together(face) for face in faces},
        "zijden": sides,
    }


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
