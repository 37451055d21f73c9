"""Which faces of a deck one sees when its cards are held as a fan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ..paper.forms import Vorm
from .decks import Kaart

WIDTH = 240
"""Of a face, in pixels: twice what it takes on the page, for fine screens."""


@dataclass(frozen=True)
class FanFace:
    """One face of a fan: the side of a card, its picture's path below the folder of the edition, and its size in pixels."""

    card: str
    side: Literal["voor", "achter"]
    path: str
    size: tuple[int, int]


def fan(deck: str, cards: Sequence[Kaart], form: Vorm) -> tuple[FanFace, ...]:
    """The faces of the fan of `deck`, the lowest first: a back and two fronts, or three covers of booklets."""
    told = [card.id for card in cards if card.eigen]
    width, height = cover(form)
    seen: list[tuple[str, Literal["voor", "achter"]]] = [(card, "voor") for card in told[2::-1]]
    if form.soort != "boekje":
        seen = [(told[0], "achter"), *seen[-2:]]
    return tuple(
        FanFace(card, side, f"waaiers/{deck}-{number}.png", (WIDTH, round(WIDTH * height / width)))
        for number, (card, side) in enumerate(seen, 1)
    )


def cover(form: Vorm) -> tuple[float, float]:
    """What one sees of a card of `form`, in mm: of a booklet the right half of its outside."""
    width, height = form.maat.kaart
    return (width / 2, height) if form.soort == "boekje" else (width, height)
