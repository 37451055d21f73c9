"""What stops a deck from being printed: a face that is too full, a character that the font does not have."""

from __future__ import annotations

from collections.abc import Sequence

from ...knowledge.errors import ContentError, Mistake
from ...knowledge.kennisbank import Kennisbank
from ...knowledge.records import Deck
from ..paper.forms import Maat
from .decks import Kaart
from .typography import texts

_PT_PER_MM = 72 / 25.4


def check_fit(bank: Kennisbank, cards: Sequence[tuple[Deck, Kaart]], size: Maat, excesses: list[dict]) -> None:
    """Raise ContentError with every face in `excesses`, which the templates measured in pt."""
    by_id = {card.id: (deck, card) for deck, card in cards}
    mistakes = []
    for one in excesses:
        points, (deck, card) = one["pt"], by_id[one["kaart"]]
        text = (
            f"kaart {card.id} van `{deck.id}` past niet op {size.naam}: "
            f"op de {one['gezicht']} is de tekst {_number(points)} pt ({_number(points / _PT_PER_MM)} mm) te hoog"
        )
        mistakes.append(
            Mistake(
                bank.path_of(card.record.id),
                text,
                expected=f"kortere tekst, of een andere maat dan `{size.id}` in {bank.path_of(deck.id)}",
            )
        )
    if mistakes:
        raise ContentError(mistakes)


def check_characters(bank: Kennisbank, cards: Sequence[Kaart], faces: list[dict], known: frozenset[str]) -> None:
    """Raise ContentError for every character on a face that is not among those of the font."""
    mistakes = [
        mistake
        for card, face in zip(cards, faces)
        for mistake in strange_characters(bank.path_of(card.record.id), f"kaart {card.id}", face, known)
    ]
    if mistakes:
        raise ContentError(mistakes)


def strange_characters(path: str, what: str, data: dict, known: frozenset[str]) -> list[Mistake]:
    """A mistake in the page at `path` for every character of `data`, which is printed on `what`, that is not `known`."""
    return [
        Mistake(
            path,
            f"op {what} staat een teken dat het lettertype niet heeft",
            value=f"{sign} (U+{ord(sign):04X})",
            expected="letters, cijfers en gewone leestekens",
        )
        for sign in sorted(set("".join(texts(data))) - known)
    ]


def _number(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")
