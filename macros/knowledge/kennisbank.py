"""The whole of the knowledge in memory, and the questions the other rooms ask of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from math import inf
from typing import get_args

from .items import Fase, Item, Publicatie, Vindplaats
from .prose import Prose, resolve
from .records import Begrip, Bronregister, Deck, Record, Werkkaart, Woordenlijst, items


@dataclass(frozen=True)
class Page:
    """A file under `docs/`: its path there, its record and its prose."""

    path: str
    record: Record
    prose: Prose


@dataclass(frozen=True)
class Place:
    """Where an id lives: the page, and the item on it (None for the page itself or a passage of its prose)."""

    page: Page
    item: Item | None = None
    anchor: str | None = None


@dataclass(frozen=True, eq=False)
class Kennisbank:
    """All pages, in order of path. It is one with itself alone: to compare or to hash it would go through every page."""

    pages: tuple[Page, ...]

    @cached_property
    def by_path(self) -> dict[str, Page]:
        return {page.path: page for page in self.pages}

    @cached_property
    def places(self) -> dict[str, Place]:
        """Every id a reader may point at."""
        return dict(all_places(self.pages))

    @cached_property
    def publicaties(self) -> tuple[Publicatie, ...]:
        return tuple(one for register in self.of_kind(Bronregister) for one in register.publicaties)

    @cached_property
    def vindplaatsen(self) -> dict[str, Vindplaats]:
        return {place.id: place for one in self.publicaties for place in one.vindplaatsen}

    def drawn_on(self, record: Record) -> tuple[tuple[Publicatie, tuple[Vindplaats, ...]], ...]:
        """Each publication that `record` or anything on it comes from, with the places that the record itself names."""
        named = {id for holder in (record, *items(record)) for id in getattr(holder, "bron", ())}
        return tuple(
            (one, tuple(place for place in one.vindplaatsen if place.id in record.bron))
            for one in self.publicaties
            if named & {place.id for place in one.vindplaatsen}
        )

    @cached_property
    def definitions(self) -> dict[tuple[str, str], str]:
        """What a linked term means, by path of its page and anchor on it (empty for the page itself)."""
        pages = {(page.path, ""): page.record.samenvatting for page in self.pages if isinstance(page.record, Begrip)}
        entries = {
            (page.path, entry.id): f"{entry.term}: {entry.betekenis}"
            for page in self.pages
            if isinstance(page.record, Woordenlijst)
            for entry in page.record.lemmas
        }
        return {**pages, **entries}

    @cached_property
    def _by_kind(self) -> dict[type[Record], tuple]:
        kinds: dict[type[Record], list] = {}
        for page in self.pages:
            kinds.setdefault(type(page.record), []).append(page.record)
        return {kind: tuple(sorted(records, key=_order)) for kind, records in kinds.items()}

    @cached_property
    def mentioned_by(self) -> dict[str, tuple[Record, ...]]:
        """For each record id the other records that point at it, in prose or by a relation."""
        found: dict[str, dict[str, Record]] = {}
        for page in self.pages:
            targets = {
                place.page.record.id for relation in page.record.verwant if (place := self.places.get(relation.naar))
            }
            targets |= {
                place.page.record.id
                for holder in (page.record, *items(page.record))
                for id in _pointed_at(holder)
                if (place := self.places.get(id))
            }
            targets |= {
                target.record.id
                for link in page.prose.links
                if (target := self.by_path.get(resolve(page.path, link.name)[0]))
            }
            for target in sorted(targets - {page.record.id}):
                found.setdefault(target, {})[page.record.id] = page.record
        return {target: tuple(records.values()) for target, records in found.items()}

    def of_kind(self, model: type[Record]) -> tuple:
        """Records of one kind, in the order that they say or by number, else by title."""
        return self._by_kind.get(model, ())

    @cached_property
    def fasen(self) -> tuple[Fase, ...]:
        """The phases of learning together, in their order."""
        return tuple(phase for record in self.of_kind(Werkkaart) for phase in record.fasen or ())

    @cached_property
    def decks_by_use(self) -> dict[str, tuple[Deck, ...]]:
        """The decks for each thing that one may want to do with them, in the order in which the records know those."""
        decks = self.of_kind(Deck)
        uses = get_args(Deck.model_fields["gebruik"].annotation)
        found = {use: tuple(deck for deck in decks if deck.gebruik == use) for use in uses}
        return {use: some for use, some in found.items() if some}

    def path_of(self, id: str) -> str:
        """Path below `docs/` of the page on which `id` lives; KeyError for an unknown id."""
        return self.places[id].page.path

    def section_of(self, path: str) -> str:
        """The part of the site that a page is in, by its folder's own page; one in no folder belongs to those about it."""
        folder = path.split("/")[0] if "/" in path else "over"
        index = self.by_path.get(f"{folder}/index.md")
        return index.record.korte_titel if index else self.by_path[path].record.naam_soort


def _pointed_at(holder: object) -> Iterator[str]:
    """The ids that a record or item names as what it is about or uses."""
    for field in ("bij", "zie_ook", "gebruikt"):
        yield from getattr(holder, field, ())
    if what := getattr(holder, "wat", None):
        yield what


def _order(record: Record) -> tuple[float, str]:
    place = getattr(record, "volgorde", getattr(record, "nummer", 0))
    return inf if place is None else place, record.titel


def all_places(pages: tuple[Page, ...]) -> Iterator[tuple[str, Place]]:
    """Every id with its place, also ids that occur twice."""
    for page in pages:
        yield page.record.id, Place(page)
        for item in items(page.record):
            yield item.id, Place(page, item, item.id)
        for passage in page.prose.passages:
            yield passage.name, Place(page, None, passage.name)
