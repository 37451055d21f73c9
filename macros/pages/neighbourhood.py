"""What a concept is tied to and how, drawn: the concept above, and from it a line to each neighbour, which is a link."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import wrap

from ..knowledge.kennisbank import Kennisbank
from ..knowledge.prose import resolve
from ..knowledge.records import Aflevering, Begrip, Model, Record, Spanningsveld, Verhaal, Werkkaart
from .site import Site

WIDTH, FIRST, LINE, GAP = 230, 54, 17, 13
LETTERS, TIE_LETTERS, HEAD_LETTERS = 21, 28, 27
"""So many letters fit on a line beside a dot, on one that tells the tie, and in the box of the concept itself."""
MOST = 6
_RELATED, _HERE, _MODEL, _THERE = "verwant", "staat in deze tekst", "tekening erbij", "gaat hier ook over"


@dataclass(frozen=True)
class Buur:
    """A neighbour in the drawing: its address, its title and how it is tied, each in lines, and the height of its dot."""

    url: str
    regels: tuple[str, ...]
    hoe: tuple[str, ...]
    y: int
    verwant: bool
    begrip: bool


@dataclass(frozen=True)
class Buurt:
    """The drawing: what stands in the box above it, the neighbours, and its height."""

    midden: tuple[str, ...]
    buren: tuple[Buur, ...]
    hoog: int
    breed: int = WIDTH


def neighbourhood(site: Site) -> Buurt | None:
    """The neighbours of the concept of `site`; None for another kind of page, or where there are none."""
    record = site.record
    if not isinstance(record, Begrip):
        return None
    ties: dict[str, str] = {}
    for other, how in _ties(site.bank, site.path, record):
        ties.setdefault(other.id, how)
    middle = tuple(wrap(record.korte_titel, HEAD_LETTERS))
    height, nodes = FIRST + LINE * (len(middle) - 1), []
    for id, how in list(ties.items())[:MOST]:
        other = site.bank.places[id].page.record
        lines = tuple(wrap(other.korte_titel, LETTERS, break_long_words=False))
        concept = isinstance(other, Begrip)
        told = how if concept or how == _MODEL else f"{other.naam_soort.lower()}, {how}"
        tie = tuple(wrap(told, TIE_LETTERS))
        nodes.append(Buur(site.url(id), lines, tie, height, how == _RELATED, concept))
        height += LINE * (len(lines) + len(tie)) + GAP
    return Buurt(middle, tuple(nodes), height - GAP) if nodes else None


def _ties(bank: Kennisbank, path: str, record: Begrip) -> Iterator[tuple[Record, str]]:
    """Everything `record` is tied to, the nearest first: chosen by the editors, drawn, in its text, and what names it."""
    named = bank.mentioned_by.get(record.id, ())
    yield from ((bank.places[id].page.record, _RELATED) for id in record.zie_ook)
    yield from ((one, _MODEL) for one in named if isinstance(one, Model) and record.id in one.bij)
    yield from ((one, _RELATED) for one in named if isinstance(one, Begrip) and record.id in one.zie_ook)
    yield from ((one, _THERE) for one in named if isinstance(one, Spanningsveld | Werkkaart))
    here = (bank.by_path.get(resolve(path, link.name)[0] or "") for link in bank.by_path[path].prose.links)
    kinds = (Begrip, Spanningsveld, Werkkaart, Model)
    yield from ((page.record, _HERE) for page in here if page and isinstance(page.record, kinds) and page.path != path)
    yield from ((one, _THERE) for one in named if isinstance(one, Begrip | Verhaal | Aflevering))
