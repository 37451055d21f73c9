"""A face as it was typeset, and how it lies on a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pikepdf import Array

from .drawing import Obj
from .outline import Head


@dataclass
class Coordinates:
    """An entry of a dictionary that holds coordinates on the face, in pt, x and y by turns."""

    holder: Obj
    name: str
    points: list[float]


@dataclass
class Face:
    """A face as it was typeset: what draws it, the tags of its marked content by number, its tags at the top, and more.

    `leaves` are the tags that name marked content, each with the numbers it names in their order, None for another tag.
    """

    drawn: bytes
    marked: list[Obj]
    links: list[Coordinates]
    link_tags: list[tuple[int, Obj]] = field(default_factory=list)
    tags: list[Obj] = field(default_factory=list)
    leaves: list[tuple[Obj, list[int | None]]] = field(default_factory=list)
    boxes: list[Coordinates] = field(default_factory=list)
    heads: list[Head] = field(default_factory=list)


@dataclass(frozen=True)
class Put:
    """How a face lies on a page: half a turn round or not, and then moved, in pt."""

    turn: int
    x: float
    y: float

    def __call__(self, points: Sequence[float]) -> list[float]:
        """Coordinates on the face, x and y by turns, as coordinates on the page."""
        return [self.turn * value + (self.y if index % 2 else self.x) for index, value in enumerate(points)]

    def box(self, points: Sequence[float]) -> list[float]:
        """Corners of a rectangle as such: the lower left one first."""
        x1, y1, x2, y2 = self(points)
        return [min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)]


def renumber(tag: Obj, numbers: Sequence[int | None], before: int) -> None:
    """Let `tag` name marked content by its numbers on the page, where those of this face come after `before` others."""
    if isinstance(tag.get("/K"), Array):
        for index, number in enumerate(numbers):
            if number is not None:
                tag.K[index] = number + before
    elif numbers and numbers[0] is not None:
        tag.K = numbers[0] + before
