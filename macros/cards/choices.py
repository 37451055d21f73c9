"""What one can choose cards by: every card once, below the first set that has it, with field, audience, phase and minutes."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..knowledge.items import Fase, Oefening, Vraag
from ..knowledge.kennisbank import Kennisbank
from ..knowledge.records import Deck, Spanningsveld, Werkkaart, items
from .contents import files_of
from .deck.decks import Kaart, deck_cards
from .deck.sizes import form_of
from .paper.forms import Maat, Vorm, load_forms


@dataclass(frozen=True)
class Keuze:
    """A card that one can choose: `veld` is the id of its spanningsveld, `fase` the number of its phase of learning together."""

    kaart: Kaart
    veld: str | None
    voor: tuple[str, ...]
    fase: int | None
    minuten: int | None


@dataclass(frozen=True)
class Keuzeset:
    """A deck as one chooses from it.

    `keuzes` are the cards that no earlier deck has, `alle` the ids of all its cards, and `delen` the decks whose cards are
    all listed above, at least the first of them here. `pdf` is the path of its usual PDF below the site's root.
    """

    deck: Deck
    maat: Maat
    pdf: str
    keuzes: tuple[Keuze, ...]
    alle: tuple[str, ...]
    delen: tuple[Keuzeset, ...] = ()


@dataclass(frozen=True)
class Aanbod:
    """Everything there is to choose: the sets that list cards, by title, the forms to print them in, and the phases."""

    sets: tuple[Keuzeset, ...]
    vormen: tuple[Vorm, ...]
    fasen: tuple[Fase, ...]


def choices(bank: Kennisbank) -> Aanbod:
    """What there is to choose in `bank`; raises ContentError as `deck_cards` and `forms_of` do.

    Cards that come along with a deck, its instructions and rules, are not chosen by themselves.
    """
    phases = {item.id: phase.nummer for phase in bank.fasen for item in (phase, *items(phase))}
    home: dict[str, str] = {}
    found: list[Keuzeset] = []
    for deck in bank.of_kind(Deck):
        cards = [card for card in deck_cards(bank, deck) if not card.uitleg]
        new = [card for card in cards if card.id not in home]
        home.update((card.id, deck.id) for card in new)
        found.append(
            Keuzeset(
                deck,
                form_of(bank, deck).maat,
                files_of(bank, deck)[0].path,
                tuple(_choice(deck, card, phases) for card in new),
                tuple(card.id for card in cards),
            )
        )
    # What comes last in a list comes last in the row of its parts.
    order = {id: number for number, id in enumerate(home)}
    parts = sorted((one for one in found if not one.keuzes), key=lambda part: max(order[id] for id in part.alle))
    sets = tuple(
        replace(one, delen=tuple(part for part in parts if home[part.alle[0]] == one.deck.id))
        for one in sorted(found, key=lambda one: one.deck.korte_titel.casefold())
        if one.keuzes
    )
    sizes = {size for deck in bank.of_kind(Deck) for size in deck.maten}
    return Aanbod(sets, tuple(form for form in load_forms().values() if form.maat.id in sizes), bank.fasen)


def _choice(deck: Deck, card: Kaart, phases: dict[str, int]) -> Keuze:
    field = card.record.id if isinstance(card.record, Spanningsveld) else None
    only = card.item.voor_wie if isinstance(card.item, Vraag) else None
    return Keuze(card, field, (only,) if only else deck.voor, phases.get(card.id), _minutes(deck, card))


def _minutes(deck: Deck, card: Kaart) -> int | None:
    """How long it usually takes, by our estimate: of the exercise or werkkaart that it tells, else of a card of this deck."""
    subject = card.item or card.record
    estimate = subject.schatting if isinstance(subject, (Oefening, Werkkaart)) else None
    return estimate.minuten[1] if estimate else deck.minuten
