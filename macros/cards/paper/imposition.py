"""Which card lies where on which sheet, so that fronts and backs meet after printing on both sides.

A sheet is thought of as it lies on the table: first its front, then, turned over like the page of a book (around a
vertical axis), its back. Turned that way, what lies at the left in front lies at the right behind, and what is upright
stays upright. So the back of the card in column k of n lies in column n-1-k of the same row. That is how `Vel.achter`
is written down, and how the screen shows it. A sheet that is folded down the middle is one card: its outside is the
front, its inside the back.

A printer that is told to flip on the long edge turns a landscape sheet around a horizontal axis instead, like the page
of a wall calendar: the point (x, y) of the front comes to lie on (x, H-y) of the back. Turning over one axis is the
same as turning over the other and then half a turn in the plane, so the whole back page is printed half a turn round:
(W-x, y) becomes (x, H-y), and the card that is turned like a page is upright again. On the short edge the printer
turns a landscape sheet as we do, and nothing needs turning; a portrait sheet is the other way about.

A sheet printed on one side has the fronts in its upper row and their backs below, in the same columns and half a turn
round: folded backwards across the middle, each back comes behind its front, upright for who turns it like a page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeVar

from .forms import Vorm

Edge = Literal["long", "short"]
Line = tuple[float, float, float, float]
T = TypeVar("T")


@dataclass(frozen=True)
class Vlak:
    """A face of a card on one side of a sheet: its trim box in mm from the top left, half a turn round or not."""

    kaart: str
    gezicht: Literal["voor", "achter"]
    x: float
    y: float
    breedte: float
    hoogte: float
    gedraaid: bool = False


@dataclass(frozen=True)
class Vel:
    """A sheet of paper, counted from 1, both sides upright: the back as it looks when turned over like a page.

    A sheet that is printed on one side has no back.
    """

    nummer: int
    voor: tuple[Vlak, ...]
    achter: tuple[Vlak, ...]


def by_sheet(form: Vorm, cards: Sequence[T]) -> tuple[Sequence[T], ...]:
    """The `cards` on each sheet of `form`, in order."""
    return tuple(cards[start : start + form.per_vel] for start in range(0, len(cards), form.per_vel))


def sheets(form: Vorm, cards: Sequence[str]) -> tuple[Vel, ...]:
    """The sheets of `form` that hold the cards with these ids, in order."""
    place = _one_sided if form.soort == "enkelzijdig" else _two_sided
    return tuple(place(form, number, some) for number, some in enumerate(by_sheet(form, cards), 1))


def printed(face: Vlak, form: Vorm, edge: Edge) -> Vlak:
    """Where a face of the back lies on the page that goes to the printer, in mm."""
    width, height = form.vel
    if not form.op_zijn_kop(edge):
        return face
    return replace(face, x=width - face.x - face.breedte, y=height - face.y - face.hoogte, gedraaid=True)


def cut_lines(form: Vorm) -> tuple[Line, ...]:
    """Every cut as a line (x1, y1, x2, y2) in mm from edge to edge of the sheet; neighbours share one cut.

    Where the cards reach the edge of the sheet there is nothing to cut, nor where the sheet is folded.
    """
    if form.soort == "boekje" or form.afloop:
        return ()
    (width, height), (left, top) = form.vel, form.rand
    down = [left + k * form.cel[0] for k in range(form.kolommen + 1)]
    across = [top + k * form.cel[1] for k in range(form.rijen + 1)]
    inside = 0.01
    return (
        *((x, 0, x, height) for x in down if inside < x < width - inside),
        *(
            (0, y, width, y)
            for y in across
            if inside < y < height - inside and (0, y, width, y) not in fold_lines(form)
        ),
    )


def fold_lines(form: Vorm) -> tuple[Line, ...]:
    """Where a sheet that is printed on one side is folded, in mm as for `cut_lines`."""
    if form.soort != "enkelzijdig":
        return ()
    middle = form.rand[1] + form.cel[1]
    return ((0, middle, form.vel[0], middle),)


def fold_marks(form: Vorm) -> tuple[Line, ...]:
    """Two short lines, in mm as for `cut_lines`, at the top and the bottom of a sheet that is folded into a card."""
    if form.soort != "boekje" or form.afloop:
        return ()
    middle, height, length = form.vel[0] / 2, form.vel[1], 8
    return ((middle, 0, middle, length), (middle, height - length, middle, height))


def _two_sided(form: Vorm, number: int, cards: Sequence[str]) -> Vel:
    def face(index: int, card: str, behind: bool) -> Vlak:
        row, column = divmod(index, form.kolommen)
        return _face(form, card, "achter" if behind else "voor", form.kolommen - 1 - column if behind else column, row)

    return Vel(
        number,
        tuple(face(i, card, False) for i, card in enumerate(cards)),
        tuple(face(i, card, True) for i, card in enumerate(cards)),
    )


def _one_sided(form: Vorm, number: int, cards: Sequence[str]) -> Vel:
    return Vel(
        number,
        tuple(
            face
            for column, card in enumerate(cards)
            for face in (
                _face(form, card, "voor", column, 0),
                replace(_face(form, card, "achter", column, 1), gedraaid=True),
            )
        ),
        (),
    )


def _face(form: Vorm, card: str, gezicht, column: int, row: int) -> Vlak:
    width, height = form.cel
    return Vlak(card, gezicht, form.rand[0] + column * width, form.rand[1] + row * height, width, height)
