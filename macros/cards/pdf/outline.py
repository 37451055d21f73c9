"""The outline of a PDF: what it leads to on a face, and then on a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pikepdf import Array, Name, OutlineItem

from .drawing import Obj, numbers_of


@dataclass
class Head:
    """An entry of the outline: its level from 0, its title, and where it leads to on the face, in pt."""

    level: int
    title: str
    x: float
    y: float


def walk(items: Sequence[OutlineItem], level: int = 0) -> Iterator[tuple[int, OutlineItem]]:
    """Every entry below `items`, in order, with its level."""
    for item in items:
        yield level, item
        yield from walk(item.children, level + 1)


def outline_of(heads: Sequence[tuple[Head, Obj, list[float]]]) -> list[OutlineItem]:
    """The outline of `heads`, in the order of the sheets; one without a head above it stands at the top."""
    roots: list[OutlineItem] = []
    for head, page, place in heads:
        item = OutlineItem(head.title, Array([page, Name.XYZ, *numbers_of(place), 0]))
        (roots[-1].children if head.level and roots else roots).append(item)
    return roots
