"""The whole of the knowledge in memory, and the questions the other rooms ask of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from pydantic import BaseModel

from .items import Item, Vindplaats
from .prose import Prose
from .records import Begrip, Bronregister, Record, Woordenlijst


@dataclass(frozen=True)
class Bladzijde:
    """A file under `docs/`: its path there, its record and its prose."""

    pad: str
    record: Record
    prose: Prose


@dataclass(frozen=True)
class Plaats:
    """Where an id lives: the page, and the item on it (None for the page itself or a passage of its prose)."""

    bladzijde: Bladzijde
    item: Item | None = None
    anker: str | None = None


@dataclass(frozen=True)
class Kennisbank:
    """All pages, in order of path."""

    bladzijden: tuple[Bladzijde, ...]

    @cached_property
    def op_pad(self) -> dict[str, Bladzijde]:
        return {bladzijde.pad: bladzijde for bladzijde in self.bladzijden}

    @cached_property
    def plaatsen(self) -> dict[str, Plaats]:
        """Every id a reader may point at."""
        return dict(places(self.bladzijden))

    @cached_property
    def vindplaatsen(self) -> dict[str, Vindplaats]:
        return {
            place.id: place
            for register in self.van_soort(Bronregister)
            for publication in register.publicaties
            for place in publication.vindplaatsen
        }

    @cached_property
    def definities(self) -> dict[tuple[str, str], str]:
        """What a linked term means, by path of its page and anchor on it (empty for the page itself)."""
        pages = {
            (page.pad, ""): page.record.samenvatting for page in self.bladzijden if isinstance(page.record, Begrip)
        }
        entries = {
            (page.pad, entry.id): f"{entry.term}: {entry.betekenis}"
            for page in self.bladzijden
            if isinstance(page.record, Woordenlijst)
            for entry in page.record.lemmas
        }
        return {**pages, **entries}

    @cached_property
    def _soorten(self) -> dict[type[Record], tuple]:
        kinds: dict[type[Record], list] = {}
        for page in self.bladzijden:
            kinds.setdefault(type(page.record), []).append(page.record)
        return {
            kind: tuple(sorted(records, key=lambda r: (getattr(r, "nummer", 0), r.titel)))
            for kind, records in kinds.items()
        }

    @cached_property
    def genoemd_door(self) -> dict[str, tuple[Record, ...]]:
        """For each record id the other records that point at it, in prose or by a relation."""
        found: dict[str, dict[str, Record]] = {}
        for page in self.bladzijden:
            targets = {
                place.bladzijde.record.id
                for relation in page.record.verwant
                if (place := self.plaatsen.get(relation.naar))
            }
            targets |= {
                place.bladzijde.record.id
                for holder in (page.record, *items(page.record))
                for field in ("bij", "zie_ook")
                for id in getattr(holder, field, ())
                if (place := self.plaatsen.get(id))
            }
            targets |= {
                target.record.id
                for link in page.prose.links
                if (target := self.op_pad.get(resolve(page.pad, link.name)[0]))
            }
            for target in sorted(targets - {page.record.id}):
                found.setdefault(target, {})[page.record.id] = page.record
        return {target: tuple(records.values()) for target, records in found.items()}

    def van_soort(self, model: type[Record]) -> tuple:
        """Records of one kind, by number where they have one, else by title."""
        return self._soorten.get(model, ())

    def pad_van(self, id: str) -> str:
        """Path below `docs/` of the page on which `id` lives; KeyError for an unknown id."""
        return self.plaatsen[id].bladzijde.pad


def places(pages: tuple[Bladzijde, ...]) -> Iterator[tuple[str, Plaats]]:
    """Every id with its place, also ids that occur twice."""
    for page in pages:
        yield page.record.id, Plaats(page)
        for item in items(page.record):
            yield item.id, Plaats(page, item, item.id)
        for passage in page.prose.passages:
            yield passage.name, Plaats(page, None, passage.name)


def items(value: object) -> Iterator[Item]:
    """All items within a record or item, in order of appearance, the value itself left out."""
    children = (
        value
        if isinstance(value, tuple)
        else ([getattr(value, name) for name in type(value).model_fields] if isinstance(value, BaseModel) else ())
    )
    for child in children:
        if isinstance(child, Item):
            yield child
        yield from items(child)


def resolve(page: str, target: str) -> tuple[str | None, str]:
    """Path below `docs/` and anchor of a link as written on `page`; path None for a link to another site."""
    from posixpath import dirname, join, normpath

    if "://" in target or target.startswith(("mailto:", "tel:")):
        return None, ""
    path, _, anchor = target.partition("#")
    return (normpath(join(dirname(page), path)) if path else page), anchor
