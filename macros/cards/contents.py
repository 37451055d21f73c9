"""What a deck is as its page tells it: its sheets with their cards, its PDFs, its fan and the paper it takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..knowledge.kennisbank import Kennisbank
from ..knowledge.records import Deck
from .deck.decks import Kaart, blanks, deck_cards, on_sheets
from .deck.fan import FanFace, fan
from .deck.sizes import forms_of
from .paper.forms import Vorm, advice, apart
from .paper.imposition import Edge, by_sheet


@dataclass(frozen=True)
class PrintFile:
    """A PDF of a deck: its path below the site's root, its form, and the edge that the printer flips on."""

    path: str
    form: Vorm
    edge: Edge = "long"

    @property
    def name(self) -> str:
        """What sets this PDF apart from the deck's others."""
        return apart(self.form, self.edge)

    @property
    def advice(self) -> tuple[tuple[str, str], ...]:
        return advice(self.form, self.edge)


Laid = tuple[Sequence[Kaart], ...]
"""The cards on each sheet."""


@dataclass(frozen=True)
class Paper:
    """What a form of a deck takes: how many sheets, and whether the last of them has no more than what explains the cards."""

    sheets: int
    spare: bool


@dataclass(frozen=True)
class DeckContents:
    """A deck as its page shows it: the sheets of its usual form, all its PDFs, its fan, and by form what paper it takes."""

    form: Vorm
    sheets: Laid
    files: tuple[PrintFile, ...]
    fan: tuple[FanFace, ...]
    paper: Mapping[str, Paper]

    @property
    def own(self) -> tuple[Kaart, ...]:
        """What the deck is for: as many cards as readers are told that it has."""
        return tuple(card for cards in self.sheets for card in cards if card.eigen)


def contents(bank: Kennisbank, deck: Deck) -> DeckContents:
    """What is in `deck`; raises ContentError as `deck_cards` and `forms_of` do."""
    files = files_of(bank, deck)
    form, found = files[0].form, deck_cards(bank, deck)
    laid = {file.form.id: _laid(deck, found, file.form) for file in files}
    papers = {id: Paper(len(some), _spare(some)) for id, some in laid.items()}
    return DeckContents(form, laid[form.id], files, fan(deck.id, found, form), papers)


def _laid(deck: Deck, found: Sequence[Kaart], form: Vorm) -> Laid:
    return by_sheet(form, (*on_sheets(found, form), *blanks(deck, form, len(found))))


def _spare(laid: Laid) -> bool:
    last = laid[-1]
    return len(laid) > 1 and any(card.uitleg for card in last) and not any(card.eigen for card in last)


def files_of(bank: Kennisbank, deck: Deck) -> tuple[PrintFile, ...]:
    """The PDFs of `deck`, the usual one first; raises ContentError as `forms_of` does."""
    usual, *others = forms_of(bank, deck)
    short = [PrintFile(f"kaarten/{deck.id}-korte-zijde.pdf", usual, "short")] if usual.keert else []
    return (
        PrintFile(f"kaarten/{deck.id}.pdf", usual),
        *short,
        *(PrintFile(f"kaarten/{deck.id}-{form.id}.pdf", form) for form in others),
    )
