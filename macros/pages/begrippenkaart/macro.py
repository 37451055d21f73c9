"""The concepts of a theme and how they hang together, drawn as an arc diagram: a list of links with arcs beside it.

A list stays readable at 320 px and on paper, and its order is the order of the keyboard; a free-floating web is neither.
"""

from __future__ import annotations

from dataclasses import dataclass

from ...knowledge.records import Begrip, Thema
from ..macro import macro, needs, unknown_argument
from ..site import Site

ROW, TEXT_WIDTH, WIDTH = 34, 232, 340


@dataclass(frozen=True)
class Knoop:
    """A concept in the drawing, at height `y`, with the concepts it is tied to."""

    begrip: Begrip
    y: float
    buren: tuple[Begrip, ...]


@macro
@needs(scripts=["details.js"])
def begrippenkaart(site: Site) -> str:
    """De begrippen van een thema met hun verbanden, getekend.

    HTML of the map of this theme page; raises ContentError on a page that is no theme.
    """
    if not isinstance(site.record, Thema):
        raise unknown_argument(site, "begrippenkaart", site.record.id, [t.id for t in site.bank.of_kind(Thema)])
    concepts = [one for one in site.bank.of_kind(Begrip) if one.thema == site.record.thema]
    pairs = ties(concepts)
    ordered = arrange(concepts, pairs)
    around = neighbours(pairs)
    height = {concept.id: ROW * (index + 0.5) for index, concept in enumerate(ordered)}
    by_id = {concept.id: concept for concept in ordered}
    nodes = [
        Knoop(one, height[one.id], tuple(by_id[id] for id in sorted(around.get(one.id, ()), key=height.__getitem__)))
        for one in ordered
    ]
    arcs = [_arc(height[a], height[b]) for a, b in sorted(pairs, key=lambda pair: (height[pair[0]], height[pair[1]]))]
    size = {"breed": WIDTH, "hoog": ROW * len(ordered), "links": TEXT_WIDTH}
    return site.render("begrippenkaart/begrippenkaart.html.jinja", knopen=nodes, bogen=arcs, **size)


def ties(concepts: list[Begrip]) -> set[tuple[str, str]]:
    """Pairs of ids, smaller first, of concepts of which one names the other under `zie_ook`."""
    ids = {concept.id for concept in concepts}
    return {
        (min(one.id, other), max(one.id, other)) for one in concepts for other in one.zie_ook if other in ids - {one.id}
    }


def arrange(concepts: list[Begrip], pairs: set[tuple[str, str]]) -> list[Begrip]:
    """The concepts in an order that keeps tied ones near each other; the same input gives the same order."""
    around = neighbours(pairs)
    order = sorted(concepts, key=lambda one: one.id)
    best, least = order, _length(order, pairs)
    for _ in range(40):
        place = {one.id: index for index, one in enumerate(order)}
        order = sorted(order, key=lambda one: (_centre(one.id, place, around), one.id))
        length = _length(order, pairs)
        if length < least:
            best, least = order, length
    return best


def neighbours(pairs: set[tuple[str, str]]) -> dict[str, list[str]]:
    """For each id that is tied to another, the ids it is tied to."""
    around: dict[str, list[str]] = {}
    for a, b in sorted(pairs):
        around.setdefault(a, []).append(b)
        around.setdefault(b, []).append(a)
    return around


def _centre(id: str, place: dict[str, int], around: dict[str, list[str]]) -> float:
    near = [place[other] for other in around.get(id, ())]
    return (place[id] + sum(near)) / (1 + len(near))


def _length(order: list[Begrip], pairs) -> int:
    place = {one.id: index for index, one in enumerate(order)}
    return sum(abs(place[a] - place[b]) for a, b in pairs)


def _arc(y1: float, y2: float) -> str:
    top, bottom = sorted((y1, y2))
    reach = min(WIDTH - TEXT_WIDTH - 8, 14 + (bottom - top) * 0.42)
    x = TEXT_WIDTH + 6
    return f"M{x} {top:g}C{x + reach * 1.25:g} {top:g} {x + reach * 1.25:g} {bottom:g} {x} {bottom:g}"
