"""The coloured layers that lie under the faces of a deck: field, pattern and sign on a back, the sign in the corner of a front.

A layer is drawn once for a deck and lies under each of its faces, so that one typeset face does for every amount of ink: `vol`
runs over the cut for a print shop, `gewoon` stays inside what an office printer can reach, `zuinig` is a band.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from ..paper.forms import Inkt, Maat

INKTEN: tuple[Inkt, ...] = ("gewoon", "zuinig", "vol")
Side = Literal["voor", "achter"]
_TINT = 0.3
"""How far the pattern is from the colour of its field on the way to white: seen in grey too, and no letter stands on it."""
_START = re.compile(r"M(-?[\d.]+)[ ,]?(-?[\d.]+)")
_PATH = re.compile(r' d="([^"]+)"')


@dataclass(frozen=True)
class Rug:
    """Where things are on a card, in mm: what the layers and the templates have to agree on.

    `inzet` is how far a field stays from the cut, `hoofden` are how high it can be above the text of a back, the highest first,
    and `voet` how high it is below. `zij` is how far text stays from the cut, `boven` where a front begins, and `hoek` its
    corner with the sign; `tegel` is how large a piece of the pattern is.
    """

    inzet: float
    hoofden: tuple[float, ...]
    voet: float
    zij: float
    boven: float
    hoek: float
    tegel: float


def rug(size: Maat) -> Rug:
    """The measures for cards of `size`."""
    width = size.kaart[0]
    if width < 70:
        return Rug(4.6, (36, 24, 13.5), 1.6, 5.5, 5.5, 8, 8)
    if width < 80:
        return Rug(6.7, (43, 33, 25, 17), 2, 7, 7, 9, 9)
    if width < 120:
        return Rug(7, (62, 44, 25), 2.6, 9, 9, 12, 12)
    return Rug(8, (84, 54, 31), 3.4, 13, 12, 15, 15) if width < 200 else Rug(8, (31,), 3.4, 13, 12, 15, 15)


@lru_cache(maxsize=2_000)
def layer(size: Maat, head: float, ink: Inkt, side: Side, bleed: float, colour: str, sign: str, tile: str) -> str:
    """The layer under one side of a card of `size` as SVG, as large as the card with `bleed` mm around it.

    `head` is one of `hoofden`; `sign` and `tile` are the pictogram and a piece of the pattern, as SVG in the current colour.
    """
    width, height = size.kaart
    draw = _Layer(size, head, ink, bleed, colour, sign, tile)
    if size.kaart[0] > size.kaart[1]:
        inside = draw.cover() if side == "voor" else ""
    else:
        inside = draw.front() if side == "voor" else draw.back()
    box = f"{-bleed:g} {-bleed:g} {width + 2 * bleed:g} {height + 2 * bleed:g}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{inside}</svg>'


class _Layer:
    def __init__(self, size: Maat, head: float, ink: Inkt, bleed: float, colour: str, sign: str, tile: str):
        self.width, self.height = size.kaart
        self.head = head
        self.at, self.ink, self.bleed, self.colour, self.sign = rug(size), ink, bleed, colour, sign
        self.pattern = " ".join(_PATH.findall(tile))

    def back(self) -> str:
        """A field above the text, which ends in a strip below it; its head is the line of the house, from a square to a ring."""
        at = self.at
        left, top, head = at.inzet, at.inzet, self.head
        width, height = self.width - 2 * left, self.height - 2 * top
        line = self._line(left, top, width, head)
        if self.ink == "zuinig":
            return self._band(left, top, width, head) + line
        if self.ink == "vol":
            bleed, beside = self.bleed, 0.6 * at.zij
            hole = _rounded(beside, top + head, self.width - 2 * beside, height - head - at.voet, 2)
            outer = _rounded(-bleed, -bleed, self.width + 2 * bleed, self.height + 2 * bleed, 0)
            return self._field(outer + hole, -bleed, -bleed, self.width + bleed, self.height + bleed) + line
        above = f"M{left:g} {top + head:g}v{3 - head:g}a3 3 0 0 1 3 -3h{width - 6:g}a3 3 0 0 1 3 3v{head - 3:g}z"
        r = min(at.voet, 3)
        below = (
            f"M{left:g} {top + height - at.voet:g}h{width:g}v{at.voet - r:g}a{r:g} {r:g} 0 0 1 {-r:g} {r:g}"
            f"h{2 * r - width:g}a{r:g} {r:g} 0 0 1 {-r:g} {-r:g}z"
        )
        strip = f'<path fill="{self.colour}" d="{below}"/>'
        return self._field(above, left, top, left + width, top + head) + strip + line

    def front(self) -> str:
        """The sign in the corner, where one sees it in a fan of cards."""
        at = self.at
        x, y, side = at.zij, at.boven, at.hoek
        sign = 0.74 * side
        inside = x + (side - sign) / 2, y + (side - sign) / 2, sign
        if self.ink == "zuinig":
            return self._ring(x + side / 2, y + side / 2, side / 2, 0.7) + self._sign(*inside, self.colour)
        if self.ink == "vol":
            bleed = self.bleed
            across, down, r = x + side, y + side, 3
            corner = f"M{-bleed} {-bleed}H{across:g}V{down - r:g}a{r} {r} 0 0 1 {-r} {r}H{-bleed}z"
        else:
            corner = _rounded(x, y, side, side, 2)
        return f'<path d="{corner}" fill="{self.colour}"/>' + self._sign(*inside, "#ffffff")

    def cover(self) -> str:
        """The head of a fold card, on the right half of its outside; its number comes in the ring."""
        at, half = self.at, self.width / 2
        left, top, width, head = half + at.inzet, at.inzet, half - 2 * at.inzet, self.head
        line = self._line(left, top, width, head, number=True)
        if self.ink == "zuinig":
            return self._band(left, top, width, head) + line
        if self.ink == "vol":
            bleed = self.bleed
            right = self.width + bleed
            outer = _rounded(half, -bleed, right - half, top + head + bleed, 0)
            return self._field(outer, half, -bleed, right, top + head) + line
        return self._field(_rounded(left, top, width, head, 3), left, top, left + width, top + head) + line

    def _field(self, area: str, left: float, top: float, right: float, bottom: float) -> str:
        """What is within `area`, in colour, with the pattern on it from (`left`, `top`) to (`right`, `bottom`)."""
        name = f"v{self.ink[0]}"
        tiles = self._tiles(left, top, right, bottom)
        return (
            f'<clipPath id="{name}"><path clip-rule="evenodd" d="{area}"/></clipPath>'
            f'<path fill-rule="evenodd" fill="{self.colour}" d="{area}"/><g clip-path="url(#{name})">{tiles}</g>'
        )

    def _band(self, left: float, top: float, width: float, head: float) -> str:
        """The line alone, as a narrow field from side to side."""
        high = 0.3 * self.at.hoofden[-1]
        y = top + (head - high) / 2
        return self._field(_rounded(left, y, width, high, 1), left, y, left + width, y + high)

    def _line(self, left: float, top: float, width: float, head: float, number: bool = False) -> str:
        """Square, line and ring across the head; in the ring the sign, or room for the number of a fold card."""
        # A high head is no thicker line: only the ring grows, and no further than a third of the card.
        low = self.at.hoofden[-1]
        radius = min(0.44 * head, width / 4)
        x, middle = (
            left + width - max(head / 2, radius + 0.1 * low) if head == low else left + 0.62 * width,
            top + head / 2,
        )
        square, pen = 0.2 * low, 0.07 * low
        begin = left + 0.15 * low
        bar = (
            f'<path d="M{begin:g} {middle - square / 2:g}h{square:g}v{square:g}h{-square:g}z" fill="#ffffff"/>'
            f'<path d="M{begin + square:g} {middle:g}H{x:g}" stroke="#ffffff" stroke-width="{pen:g}" fill="none"/>'
        )
        disc = f'<circle cx="{x:g}" cy="{middle:g}" r="{radius:g}" fill="#ffffff"/>'
        if self.ink == "zuinig":
            disc += self._ring(x, middle, radius, pen)
        sign = 1.3 * radius
        inside = "" if number else self._sign(x - sign / 2, middle - sign / 2, sign, self.colour)
        return bar + disc + inside

    def _ring(self, x: float, y: float, radius: float, pen: float) -> str:
        return (
            f'<circle cx="{x:g}" cy="{y:g}" r="{radius - pen / 2:g}" fill="none" stroke="{self.colour}" '
            f'stroke-width="{pen:g}"/>'
        )

    def _sign(self, x: float, y: float, size: float, colour: str) -> str:
        sign = self.sign.replace("currentColor", colour)
        return sign.replace("<svg", f'<svg x="{x:g}" y="{y:g}" width="{size:g}" height="{size:g}"', 1)

    def _tiles(self, left: float, top: float, right: float, bottom: float) -> str:
        """The pattern as one path, in pieces of 24 units: each begins with `M` and goes on in steps, so that moving is easy.

        As many pieces as fill the field, and no ink outside it: a little off the edge, for a pen has its width.
        """
        edge = 0.0 if self.ink == "vol" else 0.1 * self.at.tegel
        sides = right - left - 2 * edge, bottom - top - 2 * edge
        columns, rows = (max(1, round(side / self.at.tegel)) for side in sides)
        across, down = sides[0] / columns / 24, sides[1] / rows / 24
        moved = "".join(_moved(self.pattern, 24 * column, 24 * row) for row in range(rows) for column in range(columns))
        return (
            f'<path transform="translate({left + edge:g} {top + edge:g}) scale({across:.4g} {down:.4g})" d="{moved}" '
            f'fill="none" stroke="{_lighter(self.colour)}" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"/>'
        )


def _moved(path: str, right: float, down: float) -> str:
    return _START.sub(lambda start: f"M{float(start[1]) + right:g} {float(start[2]) + down:g}", path)


def _rounded(x: float, y: float, width: float, height: float, r: float) -> str:
    """A rectangle with round corners as path data."""
    if not r:
        return f"M{x:g} {y:g}h{width:g}v{height:g}h{-width:g}z"
    w, h = width - 2 * r, height - 2 * r
    return (
        f"M{x + r:g} {y:g}h{w:g}a{r} {r} 0 0 1 {r} {r}v{h:g}a{r} {r} 0 0 1 {-r} {r}h{-w:g}"
        f"a{r} {r} 0 0 1 {-r} {-r}v{-h:g}a{r} {r} 0 0 1 {r} {-r}z"
    )


def _lighter(colour: str) -> str:
    parts = (int(colour[index : index + 2], 16) for index in (1, 3, 5))
    return "#" + "".join(f"{round(part + (255 - part) * _TINT):02x}" for part in parts)
