"""Which card lies where on which sheet, so that fronts and backs meet after printing on both sides.

A sheet is thought of as it lies on the table: first its front, then, turned over like the page of a book (around a
vertical axis), its back. Turned that way, what lies at the left in front lies at the right behind, and what is upright
stays upright. So the back of the card in column k of n lies in column n-1-k of the same row; and the inside of a sheet
that is folded down the middle is simply read from left to right. That is how `Vel.achter` is written down, and how the
screen shows it.

A printer that is told to flip on the long edge turns a landscape sheet around a horizontal axis instead, like the page
of a wall calendar: the point (x, y) of the front comes to lie on (x, H-y) of the back. Turning over one axis is the
same as turning over the other and then half a turn in the plane, so the whole back page is printed half a turn round:
(W-x, y) becomes (x, H-y), and the card that is turned like a page is upright again. On the short edge the printer
turns a landscape sheet as we do, and nothing needs turning; a portrait sheet is the other way about.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from ..knowledge.kennisbank import Kennisbank
from ..knowledge.records import Deck
from .decks import deck_cards
from .forms import Vorm, form_of

Edge = Literal["long", "short"]
Line = tuple[float, float, float, float]


@dataclass(frozen=True)
class Vlak:
    """A face of a card on one side of a sheet: its trim box in mm from the top left, half a turn round or not."""

    kaart: str
    gezicht: Literal["voor", "achter", "binnen-links", "binnen-rechts"]
    x: float
    y: float
    breedte: float
    hoogte: float
    gedraaid: bool = False


@dataclass(frozen=True)
class Vel:
    """A sheet of paper, counted from 1, both sides upright: the back as it looks when turned over like a page."""

    nummer: int
    voor: tuple[Vlak, ...]
    achter: tuple[Vlak, ...]


def sheets(bank: Kennisbank, deck: Deck) -> tuple[Vel, ...]:
    """The sheets of `deck`; raises KennisFouten for a deck or form that is wrong."""
    form, ids = form_of(bank, deck), [card.id for card in deck_cards(bank, deck)]
    place = _folded if form.vouwen else _cut
    return tuple(place(form, start // form.per_vel + 1, ids[start:start + form.per_vel])
                 for start in range(0, len(ids), form.per_vel))


def printed(face: Vlak, form: Vorm, edge: Edge) -> Vlak:
    """Where a face of the back lies on the page that goes to the printer, in mm."""
    width, height = form.vel
    if (edge == "long") != (width > height):
        return face
    return replace(face, x=width - face.x - face.breedte, y=height - face.y - face.hoogte, gedraaid=True)


def cut_lines(form: Vorm) -> tuple[Line, ...]:
    """Every cut as a line (x1, y1, x2, y2) in mm from edge to edge of the sheet; neighbours share one cut.

    Where the cards reach the edge of the sheet there is nothing to cut; a folded form has no cuts at all.
    """
    if form.vouwen:
        return ()
    (width, height), (left, top) = form.vel, form.rand
    down = [left + k * form.kaart[0] for k in range(form.kolommen + 1)]
    across = [top + k * form.kaart[1] for k in range(form.rijen + 1)]
    inside = 0.01
    return (*((x, 0, x, height) for x in down if inside < x < width - inside),
            *((0, y, width, y) for y in across if inside < y < height - inside))


def fold_marks(form: Vorm) -> tuple[Line, ...]:
    """Two short lines, in mm as for `cut_lines`, at the top and the bottom of a sheet that is folded."""
    if not form.vouwen:
        return ()
    middle, (_, height), length = form.rand[0] + form.kaart[0], form.vel, 8
    return ((middle, 0, middle, length), (middle, height - length, middle, height))


def _cut(form: Vorm, number: int, ids: list[str]) -> Vel:
    def face(index: int, id: str, behind: bool) -> Vlak:
        row, column = divmod(index, form.kolommen)
        return _face(form, id, "achter" if behind else "voor", form.kolommen - 1 - column if behind else column, row)

    return Vel(number, tuple(face(i, id, False) for i, id in enumerate(ids)),
               tuple(face(i, id, True) for i, id in enumerate(ids)))


def _folded(form: Vorm, number: int, ids: list[str]) -> Vel:
    # The front cover comes first, for a screen reader; on the paper it is the right half.
    return Vel(number, (_face(form, ids[0], "voor", 1), _face(form, ids[0], "achter", 0)),
               (_face(form, ids[0], "binnen-links", 0), _face(form, ids[0], "binnen-rechts", 1)))


def _face(form: Vorm, id: str, gezicht, column: int, row: int = 0) -> Vlak:
    width, height = form.kaart
    return Vlak(id, gezicht, form.rand[0] + column * width, form.rand[1] + row * height, width, height)
