"""From a deck to its cards, in order: what each is called, what it says, and which page it leads to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterator, Literal

from ..knowledge.errors import Fout, KennisFouten, nearest
from ..knowledge.items import Vraag
from ..knowledge.kennisbank import Kennisbank, Plaats
from ..knowledge.records import Deck, Inleiding, Record, Spanningsveld, Werkkaart
from .forms import form_of

GERICHT_OP = {"leiding": "Voor leidinggevenden", "bestuurders": "Voor bestuurders"}


@dataclass(frozen=True)
class Kaart:
    """A card of a deck. `regels` is its text, for reading beside the picture; `naar` the id it leads to."""

    id: str
    soort: Literal["vraag", "werkkaart", "instructie", "spelregels", "leeg"]
    titel: str
    regels: tuple[str, ...]
    naar: str
    record: Record
    item: Vraag | None = None


def deck_cards(bank: Kennisbank, deck: Deck) -> tuple[Kaart, ...]:
    """The cards of `deck`, in printing order, blank ones at the end included.

    Raises KennisFouten for an id that does not exist, cannot be such a card, or would be printed twice.
    """
    fouten: list[Fout] = []
    cards = [*_instruction(deck), *_rules(bank, deck, fouten)]
    for id in deck.kaarten:
        cards += _cards_of(bank, deck, id, fouten)
    seen: set[str] = set()
    for card in cards:
        if card.id in seen:
            fouten.append(_fout(bank, deck, "deze kaart staat twee keer in de set", card.id))
        seen.add(card.id)
    if fouten:
        raise KennisFouten(fouten)
    return tuple([*cards, *_blanks(bank, deck, len(cards))])


def _cards_of(bank: Kennisbank, deck: Deck, id: str, fouten: list[Fout]) -> list[Kaart]:
    place = bank.plaatsen.get(id)
    record, item = (place.bladzijde.record, place.item) if place else (None, None)
    if place is None:
        fouten.append(_fout(bank, deck, "deze kaart bestaat niet", id, "het id van een bestaand record of item",
                            nearest(id, bank.plaatsen)))
    elif deck.gezicht == "werkkaart":
        if isinstance(record, Werkkaart) and record.id == id:
            return [Kaart(id, "werkkaart", record.titel, (record.doel, *record.wanneer), id, record)]
        fouten.append(_fout(bank, deck, "dit is geen werkkaart", id, "het id van een werkkaart",
                            nearest(id, [card.id for card in bank.van_soort(Werkkaart)])))
    elif isinstance(item, Vraag):
        return [_question(record, item)]
    elif record.id == id and isinstance(record, (Spanningsveld, Inleiding)) and record.vragen:
        return [_question(record, question) for question in record.vragen]
    else:
        fouten.append(_fout(bank, deck, "hier staan geen vragen om op een kaart te zetten", id,
                            "het id van een vraag, een spanningsveld of een inleiding met vragen"))
    return []


def _question(record: Record, question: Vraag) -> Kaart:
    lines = (GERICHT_OP.get(question.gericht_op), question.vraag, *(question.deelvragen or ()), question.toelichting)
    return Kaart(question.id, "vraag", question.vraag, tuple(filter(None, lines)), question.id, record, question)


def _instruction(deck: Deck) -> Iterator[Kaart]:
    # A fold card has its own front cover; only a stack of loose cards needs a card on top that explains the rest.
    if deck.instructie and deck.gezicht == "vraag":
        lines = tuple(": ".join(filter(None, (point.kop, point.tekst))) for point in deck.instructie)
        yield Kaart(deck.id, "instructie", deck.titel, lines, deck.id, deck)


def _rules(bank: Kennisbank, deck: Deck, fouten: list[Fout]) -> Iterator[Kaart]:
    if not deck.spelregels:
        return
    place = bank.plaatsen.get(deck.spelregels, Plaats(bank.bladzijden[0]))
    record = place.bladzijde.record
    if record.id != deck.spelregels or not getattr(record, "principes", None):
        known = [one.id for one in bank.van_soort(Inleiding) if one.principes]
        fouten.append(_fout(bank, deck, "hier staan geen principes", deck.spelregels,
                            "het id van een inleiding met principes", nearest(deck.spelregels, known), "spelregels"))
        return
    lines = tuple(": ".join(filter(None, (point.kop, point.tekst))) for point in record.principes)
    yield Kaart(record.id, "spelregels", "Spelregels", lines, record.id, record)


def _blanks(bank: Kennisbank, deck: Deck, printed: int) -> Iterator[Kaart]:
    if deck.opvullen:
        for number in range(1, -printed % form_of(bank, deck).per_vel + 1):
            yield Kaart(f"leeg-{number}", "leeg", deck.opvullen, (deck.opvullen,), deck.id, deck)


def _fout(bank: Kennisbank, deck: Deck, text: str, id: str, expected: str | None = None, meant: str | None = None,
          field: str = "kaarten") -> Fout:
    return Fout(bank.pad_van(deck.id), text, veld=field, waarde=id, verwacht=expected, bedoeld=meant)
