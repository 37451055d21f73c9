"""What stops a deck from being printed: a face that is too full, a character that the font does not have."""

from __future__ import annotations

from collections.abc import Sequence

from ...knowledge.errors import ContentError, Mistake
from ...knowledge.files import dotted, texts_in
from ...knowledge.kennisbank import Kennisbank
from ...knowledge.records import Deck, Record
from ..paper.forms import Maat
from .decks import Kaart
from .typography import texts

_PT_PER_MM = 72 / 25.4


def check_fit(bank: Kennisbank, cards: Sequence[tuple[Deck, Kaart]], size: Maat, excesses: list[dict]) -> None:
    """Raise ContentError with every face in `excesses`, which the templates measured in pt."""
    by_id = {card.id: (deck, card) for deck, card in cards}
    mistakes = []
    for one in excesses:
        points, word, (deck, card) = one["pt"], one["woord"], by_id[one["kaart"]]
        what = f"het woord `{word}`" if word else "de tekst"
        text = (
            f"kaart {card.id} van `{deck.id}` past niet op {size.naam}: op de {one['gezicht']} is {what} "
            f"{_number(points)} pt ({_number(points / _PT_PER_MM)} mm) te {'breed' if word else 'hoog'}"
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


def check_characters(
    bank: Kennisbank, cards: Sequence[Kaart], faces: list[dict], known: frozenset[str], deck: Deck | None = None
) -> None:
    """Raise ContentError for every character on a face that is not among those of the font.

    It is one of the page that gives the card, or of `deck`, whose name is on all.
    """
    mistakes = [
        mistake
        for card, face in zip(cards, faces)
        for mistake in strange_characters(
            bank, (card.record, *([deck] if deck else ())), f"kaart {card.id}", face, known
        )
    ]
    if mistakes:
        raise ContentError(dict.fromkeys(mistakes))


def strange_characters(
    bank: Kennisbank, records: Sequence[Record], what: str, data: dict, known: frozenset[str]
) -> list[Mistake]:
    """A mistake for every character of `data`, which is printed on `what`, that is not `known`.

    Told with the field of one of the `records` that has it; once then, however often that is printed.
    """
    return [_strange(bank, records, what, sign) for sign in sorted(set("".join(texts(data))) - known)]


def _strange(bank: Kennisbank, records: Sequence[Record], what: str, sign: str) -> Mistake:
    places = ((one, path) for one in records for path, text in texts_in(one.model_dump()) if sign in text)
    record, path = next(places, (records[0], ()))
    return Mistake(
        bank.path_of(record.id),
        "het lettertype voor kaarten, papier en plaatjes heeft dit teken niet"
        if path
        else f"op {what} staat een teken dat het lettertype niet heeft",
        field=dotted(path) or None,
        value=f"{sign} (U+{ord(sign):04X})",
        expected="letters, cijfers en gewone leestekens",
    )


def _number(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")
