"""From a deck to its cards, in order: what each is called, what it says, and which page it leads to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from ...knowledge.errors import ContentError, Mistake, nearest
from ...knowledge.items import (
    Fase,
    Item,
    Kaartje,
    Lijst,
    Oefening,
    Punt,
    Stem,
    Subcategorie,
    Uitspraak,
    Vraag,
    Vragenlijst,
)
from ...knowledge.kennisbank import Kennisbank
from ...knowledge.records import Begrip, Deck, Inleiding, Model, Record, Spanningsveld, Werkkaart
from ..paper.forms import Vorm

_ONE_CARD = (Vraag, Punt, Stem, Uitspraak, Oefening, Kaartje)
_A_GROUP = (Lijst, Vragenlijst, Fase, Subcategorie)
_EXPECTED = {
    "vraag": "het id van een vraag, een spanningsveld of een inleiding met vragen",
    "veld": "het id van een spanningsveld",
    "werkkaart": "het id van een werkkaart",
    "tekst": "het id van een begrip, een vraag, punt, stem, uitspraak of oefening, of van een lijst daarvan",
    "groep": "het id van een lijst, een vragenlijst, een fase of een deel van een fase",
}


@dataclass(frozen=True)
class Kaart:
    """A card of a deck. `regels` is its text, for reading beside the picture; `naar` the id it leads to.

    Of which kind its record and item are follows from `soort`, which no type can say.
    """

    id: str
    soort: Literal["vraag", "veld", "werkkaart", "tekst", "groep", "instructie", "spelregels", "leeg", "zelf"]
    titel: str
    regels: tuple[str, ...]
    naar: str
    record: Any
    item: Any = None

    @property
    def uitleg(self) -> bool:
        """Whether it says how to use the others."""
        return self.soort in ("instructie", "spelregels")

    @property
    def eigen(self) -> bool:
        """Whether it is what the deck is for: no explanation, not blank, and not written by a reader."""
        return not self.uitleg and self.soort not in ("leeg", "zelf")


def deck_cards(bank: Kennisbank, deck: Deck) -> tuple[Kaart, ...]:
    """The cards of `deck`, in printing order.

    Raises ContentError for an id that does not exist, cannot be such a card, or would be printed twice.
    """
    mistakes: list[Mistake] = []
    cards = [*_instruction(deck), *_rules(bank, deck, mistakes)]
    for id in deck.kaarten:
        cards += _cards_of(bank, deck, id, mistakes)
    cards += [_card(deck, deck, one) for one in deck.eigen or ()]
    if not deck.kaarten and not deck.eigen:
        mistakes.append(
            Mistake(
                bank.path_of(deck.id),
                "in deze set zitten geen kaarten",
                field="kaarten",
                expected="`kaarten` met ids, of `eigen` met kaarten",
            )
        )
    seen: set[str] = set()
    for card in cards:
        if card.id in seen:
            mistakes.append(_mistake(bank, deck, "deze kaart staat twee keer in de set", card.id))
        seen.add(card.id)
    if mistakes:
        raise ContentError(mistakes)
    return tuple(cards)


def on_sheets(cards: Sequence[Kaart], form: Vorm) -> tuple[Kaart, ...]:
    """`cards` in the order in which they lie on sheets of `form`.

    What explains the others comes last where that alone asks for another sheet: so one can leave that sheet out.
    """
    told, others = [card for card in cards if card.uitleg], [card for card in cards if not card.uitleg]
    all_sheets, without = (-(-len(some) // form.per_vel) for some in (cards, others))
    return (*others, *told) if form.per_vel > 1 and without < all_sheets else tuple(cards)


def blanks(deck: Deck, form: Vorm, printed: int) -> tuple[Kaart, ...]:
    """Cards to write on, as many as the last sheet of `form` has room for after `printed` cards."""
    return tuple(blank(deck, number) for number in range(1, -printed % form.per_vel + 1)) if deck.opvullen else ()


def blank(deck: Deck, number: int) -> Kaart:
    """A card of `deck` to write on."""
    words = deck.opvullen or ""
    return Kaart(f"{deck.id}-leeg-{number}", "leeg", words, (words,), deck.id, deck)


def unwritten(deck: Deck) -> Kaart:
    """A card of `deck` that is all there but for its text, which somebody writes in the browser."""
    words = deck.opvullen or ""
    return Kaart(f"{deck.id}-zelf", "zelf", words, (words,), deck.id, deck)


def _cards_of(bank: Kennisbank, deck: Deck, id: str, mistakes: list[Mistake]) -> list[Kaart]:
    place = bank.places.get(id)
    if place is None or place.page.record.id != id and place.item is None:
        mistakes.append(
            _mistake(
                bank,
                deck,
                "deze kaart bestaat niet",
                id,
                "het id van een bestaand record of item",
                nearest(id, bank.places),
            )
        )
        return []
    record = place.page.record
    found = [_card(deck, record, one) for one in _subjects(deck.gezicht, record, place.item)]
    if not found:
        mistakes.append(
            _mistake(
                bank, deck, f"hiervan is geen kaart met gezicht `{deck.gezicht}` te maken", id, _EXPECTED[deck.gezicht]
            )
        )
    return found


def _subjects(face: str, record: Record, item: Item | None) -> tuple[Record | Item, ...]:
    """What gets a card of its own: the record or item itself, or what is in it."""
    if face == "werkkaart":
        return (record,) if isinstance(record, Werkkaart) and item is None else ()
    if face == "veld":
        return (record,) if isinstance(record, Spanningsveld) and item is None else ()
    if face == "groep":
        return (item,) if isinstance(item, _A_GROUP) else ()
    if face == "vraag":
        if isinstance(item, Vraag):
            return (item,)
        return record.vragen or () if isinstance(record, (Spanningsveld, Inleiding)) and item is None else ()
    return _texts(record, item)


def _texts(record: Record, item: Item | None) -> tuple[Record | Item, ...]:
    if isinstance(item, _ONE_CARD):
        return (item,)
    if isinstance(item, Lijst):
        return item.punten
    if isinstance(item, Vragenlijst):
        return item.vragen
    if isinstance(item, Subcategorie):
        return tuple(one for one in item.uitspraken if one.typerend)
    if isinstance(item, Fase):
        return tuple(one for part in item.subcategorieen for one in _texts(record, part))
    if item is None:
        if isinstance(record, Begrip):
            return (record,)
        if isinstance(record, Spanningsveld):
            return record.stemmen
        if isinstance(record, Model):
            return record.vragen or ()
    return ()


def _card(deck: Deck, record: Record, subject: Record | Item) -> Kaart:
    title, lines = _title_and_text(subject)
    kind = "tekst" if isinstance(subject, Kaartje) else deck.gezicht
    return Kaart(
        subject.id, kind, title, tuple(filter(None, lines)), subject.id, record, None if subject is record else subject
    )


def _title_and_text(subject: Record | Item) -> tuple[str, tuple[str | None, ...]]:
    """The title of a card, and its text as one reads it: what stands large comes first."""
    match subject:
        case Vraag():
            return subject.vraag, (
                aimed_at(subject),
                subject.vraag,
                *(subject.deelvragen or ()),
                subject.toelichting,
            )
        case Punt():
            below = (*(subject.punten or ()), *(subject.vragen or ()))
            return subject.kop or subject.tekst, (subject.kop, subject.tekst, *below)
        case Stem():
            return subject.tekst, (subject.tekst, subject.wie)
        case Uitspraak():
            return subject.tekst, (subject.tekst,)
        case Kaartje():
            return subject.kop, (subject.kop, subject.tekst, *(subject.vragen or ()))
        case Oefening():
            return subject.titel, (subject.titel, subject.tekst, *subject.stappen)
        case Lijst():
            return subject.titel, (
                subject.titel,
                subject.inleiding,
                *(point.kop or point.tekst for point in subject.punten),
            )
        case Vragenlijst():
            return subject.titel, (subject.titel, subject.inleiding, *(question.vraag for question in subject.vragen))
        case Fase():
            return subject.titel, (subject.titel, subject.kern, *(part.titel for part in subject.subcategorieen))
        case Subcategorie():
            return subject.titel, (subject.titel, subject.kern)
        case Werkkaart():
            return subject.titel, (subject.doel, *subject.wanneer)
        case Spanningsveld():
            poles = (f"{pole.kort}: {pole.uitleg}" for pole in (subject.pool_links, subject.pool_rechts))
            return subject.korte_titel, (subject.korte_titel, subject.samenvatting, *poles)
        case Record():
            return subject.titel, (subject.titel, subject.samenvatting)
    raise TypeError(f"no card is made of a {type(subject).__name__}")


def aimed_at(question: Vraag) -> str | None:
    """Whom a question is for, as a card says it; None when it is for everybody."""
    return f"Voor {question.voor_wie}" if question.voor_wie else None


def _instruction(deck: Deck) -> Iterator[Kaart]:
    # A fold card has its own front cover; only a stack of loose cards needs a card on top that explains the rest.
    if deck.gezicht != "werkkaart":
        yield Kaart(deck.id, "instructie", deck.titel, _points(deck.instructie), deck.id, deck)


def _rules(bank: Kennisbank, deck: Deck, mistakes: list[Mistake]) -> Iterator[Kaart]:
    if not deck.spelregels:
        return
    place = bank.places.get(deck.spelregels)
    record: Any = place.page.record if place else None
    if record is None or record.id != deck.spelregels or not getattr(record, "principes", None):
        known = [one.id for one in bank.of_kind(Inleiding) if one.principes]
        mistakes.append(
            _mistake(
                bank,
                deck,
                "hier staan geen principes",
                deck.spelregels,
                "het id van een inleiding met principes",
                nearest(deck.spelregels, known),
                "spelregels",
            )
        )
        return
    yield Kaart(record.id, "spelregels", "Spelregels", _points(record.principes), record.id, record)


def _points(points: tuple[Punt, ...]) -> tuple[str, ...]:
    return tuple(": ".join(filter(None, (point.kop, point.tekst))) for point in points)


def _mistake(
    bank: Kennisbank,
    deck: Deck,
    text: str,
    id: str,
    expected: str | None = None,
    meant: str | None = None,
    field: str = "kaarten",
) -> Mistake:
    return Mistake(bank.path_of(deck.id), text, field=field, value=id, expected=expected, meant=meant)
