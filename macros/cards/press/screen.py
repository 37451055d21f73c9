"""A page of Typst's SVG made fit for the site: no `data:` addresses, no links, and a third as long without a visible loss.

Typst draws a letter anew for every size of type. Its outlines are whole numbers of the font's units, so the unit of a line is
found again, each letter stands once in units of the font, rounded where nobody sees it, and a line is drawn on their
scale. Standard: SVG 2, 9.3 (paths).
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from math import floor
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from xml.sax.saxutils import quoteattr

_SVG, _XLINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}"
_DATA = "data:image/svg+xml;base64,"
_TOKEN = re.compile(r"[a-zA-Z]|-?\d*\.?\d+(?:e-?\d+)?")
_NUMBER = re.compile(r"-?\d+\.\d{3,}")
_UPRIGHT = re.compile(r"matrix\(1 0 0 -1 (\S+) (\S+)\)")
# What SVG assumes by itself.
_DEFAULTS = {"fill": "#000000", "fill-rule": "nonzero", "x": "0", "y": "0", "transform": ""}
_SIGNS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_MOST = 10_000
"""Units that an outline may reach: more is no letter."""
_FINE = 0.03
"""What nobody sees of a letter on a card, in pt: a hundredth of a millimetre."""
_EXACT = 1e-5
"""How exact Typst writes lengths, in pt, with room for rounding."""

Outline = tuple[tuple[str, tuple[float, ...]], ...]
"""Commands of a path, relative as Typst writes them, each with its numbers in pt."""


def for_screen(svg: bytes | str, under: bytes | str | None = None) -> bytes:
    """`svg`, a page of Typst, with pictures as plain SVG and each letter once; its size in pt stays.

    What is on `under`, another page, lies below it.

    A strict content security policy blocks `data:` addresses. Raises ValueError when Typst writes its SVG in another way than
    expected.
    """
    root = ElementTree.fromstring(svg)
    symbols = {one.get("id"): "".join(path.get("d", "") for path in one) for one in root.iter(f"{_SVG}symbol")}
    page = _Page(symbols)
    children = [*root]
    if under:
        # A page of Typst begins with its paper, of which one will do.
        paper, *rest = children
        if paper.get("fill") != "#ffffff":
            raise ValueError("a page does not begin with its paper")
        children = [*ElementTree.fromstring(under), *rest]
    drawn = "".join(map(page.drawn, children))
    width, height = (_round(root.get(side, "").removesuffix("pt")) for side in ("width", "height"))
    letters = f"<defs>{''.join(page.letters())}</defs>" if page.known else ""
    text = (
        f'<svg viewBox="0 0 {width} {height}" width="{width}pt" height="{height}pt" xmlns="http://www.w3.org/2000/svg">'
        f"{letters}{drawn}</svg>"
    )
    if "data:" in text or not symbols or "None" in text:
        raise ValueError("the SVG is not built as expected; does Typst write pictures or letters in another way?")
    return text.encode()


class _Page:
    """Draws the elements of a page again; `symbols` are the path data of its letters by id.

    `known` numbers the letters that it has met, by their path data in units of the font.
    """

    def __init__(self, symbols: dict[str | None, str]):
        self.symbols = symbols
        self.known: dict[str, int] = {}

    def letters(self) -> Iterator[str]:
        for letter, number in self.known.items():
            yield f'<path id="{_name(number)}" d="{letter}"/>'

    def drawn(self, element: Element) -> str:
        kind = element.tag.removeprefix(_SVG)
        if kind in ("defs", "a"):
            # Letters come first, and in a picture a link leads nowhere.
            return ""
        if kind == "image":
            return _nested(element)
        if kind == "g" and len(element) and all(child.tag == f"{_SVG}use" for child in element):
            return self._line(element)
        inside = "".join(self.drawn(child) for child in element)
        if kind == "g" and not element.attrib:
            return inside
        told = _attributes(dict(element.attrib))
        return f"<{kind}{told}>{inside}</{kind}>" if inside else "" if kind == "g" else f"<{kind}{told}/>"

    def _line(self, line: Element) -> str:
        """A line of letters on the scale of its font."""
        drawn = [self.symbols[use.get(f"{_XLINK}href", "").removeprefix("#")] for use in line]
        letters = [(use, path) for use, path in zip(line, drawn) if _outline(path)]
        unit = _common({_unit(path) for _, path in letters})
        unit *= next((many for many in (4, 2) if unit * many <= _FINE), 1)
        place = _UPRIGHT.fullmatch(line.get("transform", ""))
        if not unit or not place:
            raise ValueError("a line of letters is not built as expected")
        colours = {use.get("fill", "") for use in line}
        fill = _filled(colours.pop()) if len(colours) == 1 else ""
        uses = "".join(self._use(use, path, unit, not fill) for use, path in letters)
        x, y = map(_round, place.groups())
        return f'<g transform="matrix({unit:.6g} 0 0 {-unit:.6g} {x} {y})"{fill}>{uses}</g>' if uses else ""

    def _use(self, use: Element, path: str, unit: float, coloured: bool) -> str:
        number = self.known.setdefault(_letter(path, unit), len(self.known))
        x = round(float(use.get("x", "0")) / unit)
        own = _filled(use.get("fill", "")) if coloured else ""
        along = f' x="{x}"' if x else ""
        return f'<use href="#{_name(number)}"{along}{own}/>'


@lru_cache(maxsize=4096)
def _outline(path: str) -> Outline:
    """The outline of a letter, of its path data; empty for a space. The same letters come back on every page."""
    found: list[tuple[str, list[float]]] = []
    for token in _TOKEN.findall(path):
        if token.isalpha():
            found.append((token, []))
        else:
            found[-1][1].append(float(token))
    # Typst begins at the origin, from where all else is relative.
    if found and found[0] == ("M", [0.0, 0.0]):
        found = found[1:]
    if any(command.isupper() and command != "Z" for command, _ in found):
        raise ValueError("the outline of a letter is not relative")
    return tuple((command, tuple(numbers)) for command, numbers in found)


@lru_cache(maxsize=4096)
def _unit(path: str) -> float:
    """The largest length in pt of which all numbers of the outline of `path` are whole multiples."""
    return _common({abs(number) for _, numbers in _outline(path) for number in numbers})


@lru_cache(maxsize=4096)
def _letter(path: str, unit: float) -> str:
    """The path data of a letter in whole units of `unit` pt."""
    return _path(_scaled(_outline(path), unit))


def _scaled(outline: Outline, unit: float) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """`outline` in whole units; each point is rounded for itself, so that no rounding adds up."""
    found = []
    point, start = [0.0, 0.0], [0.0, 0.0]
    for command, numbers in outline:
        if command == "Z":
            point = [*start]
            found.append((command, ()))
            continue
        axes = {"h": (0,), "v": (1,)}.get(command, (0, 1))
        steps = []
        for index, number in enumerate(numbers):
            axis = axes[index % len(axes)]
            steps.append(_whole((point[axis] + number) / unit) - _whole(point[axis] / unit))
        # The last point of a curve is where it ends.
        for axis, number in zip(axes, numbers[-len(axes) :]):
            point[axis] += number
        if command == "m":
            start = [*point]
        found.append((command, tuple(steps)))
    return tuple(found)


def _whole(value: float) -> int:
    """`value` rounded; halves always up, also where they are a little less in binary, so that a letter comes out the same."""
    return floor(value + 0.5 + 1e-4)


def _common(lengths: Iterable[float]) -> float:
    """The largest length of which all `lengths` are whole multiples, in pt; 0 when there is none worth the name."""
    unit = largest = 0.0
    for length in lengths:
        largest = max(largest, length)
        a, b = max(unit, length), min(unit, length)
        while b > _EXACT:
            a, b = b, a % b
            # A remainder that is nearly all of it is a rounding away from none.
            if a - b < _EXACT:
                b = 0.0
        unit = a
    return unit if unit and largest / unit <= _MOST else 0.0


def _path(outline: tuple) -> str:
    """An outline in whole numbers as path data, as short as its grammar allows."""
    text, before = "", ""
    for command, numbers in _smooth(outline):
        said = "" if command == before and command not in "mZ" else command
        for number in numbers:
            text += said or ("" if number < 0 else " ")
            said = ""
            text += str(number)
        text += said
        before = command
    return text


def _smooth(outline: tuple) -> Iterator[tuple[str, tuple[int, ...]]]:
    """`outline` with a curve that goes on as the one before it ended said so (9.3.7): most curves of a letter do."""
    point, handle = (0, 0), None
    start = point
    for command, numbers in outline:
        x, y = point
        if command == "q":
            dx, dy, to_x, to_y = numbers
            meant = (x + dx, y + dy)
            gone_on = handle and (2 * x - handle[0], 2 * y - handle[1])
            point = (x + to_x, y + to_y)
            if gone_on and max(abs(gone_on[0] - meant[0]), abs(gone_on[1] - meant[1])) <= 1:
                handle = gone_on
                yield "t", (to_x, to_y)
                continue
            handle = meant
        else:
            handle = None
            across, up = {"h": (*numbers, 0), "v": (0, *numbers), "Z": (start[0] - x, start[1] - y)}.get(
                command, numbers
            )
            point = (x + across, y + up)
            start = point if command == "m" else start
        yield command, numbers


def _name(number: int) -> str:
    """A short id for a letter."""
    name = _SIGNS[number % len(_SIGNS)]
    return name if number < len(_SIGNS) else _name(number // len(_SIGNS) - 1) + name


def _nested(image: Element) -> str:
    """A picture that is embedded as base64, as plain SVG in its place."""
    given = image.get(f"{_XLINK}href", "")
    if not given.startswith(_DATA):
        raise ValueError("a picture is not embedded as expected")
    picture = base64.b64decode(given.removeprefix(_DATA)).decode().replace(' xmlns="http://www.w3.org/2000/svg"', "", 1)
    size = _attributes({side: image.get(side, "") for side in ("width", "height")})
    picture = picture.replace("<svg", f"<svg{size}", 1)
    place = _attributes({name: value for name in ("x", "y", "transform") if (value := image.get(name, ""))})
    return f"<g{place}>{picture}</g>" if place else picture


def _attributes(given: dict[str, str]) -> str:
    kept = {name: _NUMBER.sub(lambda match: _round(match[0]), value) for name, value in given.items()}
    return "".join(f" {name}={quoteattr(value)}" for name, value in kept.items() if value != _DEFAULTS.get(name))


@lru_cache
def _filled(colour: str) -> str:
    return _attributes({"fill": colour})


def _round(number: str) -> str:
    return f"{float(number):.2f}".rstrip("0").rstrip(".")
