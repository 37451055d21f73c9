"""Where a page is: which pages lie beside it, in which order, and which come before and after it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain
from posixpath import dirname

from ..knowledge.items import Item
from ..knowledge.kennisbank import Kennisbank, Page
from ..knowledge.prose import resolve
from ..knowledge.records import Aflevering, Begrip, Deck, Record, Thema, Verhaal


@dataclass(frozen=True)
class PageGroup:
    """Pages that lie beside each other, under a name; without pages it is only a way to `over`, the page about them."""

    naam: str
    leden: tuple[Record, ...] = ()
    over: Record | None = None


@dataclass(frozen=True)
class Afdeling:
    """The part of the site that `record` is in: its groups, its own among them, and the steps on its own page."""

    record: Record
    groepen: tuple[PageGroup, ...]
    groep: PageGroup
    vorige: Record | None
    volgende: Record | None
    stappen: tuple[Item, ...] = ()

    @property
    def plaats(self) -> int:
        """Its number in its group, from 1."""
        return self.groep.leden.index(self.record) + 1

    @property
    def andere(self) -> tuple[PageGroup, ...]:
        """The groups beside its own."""
        return tuple(one for one in self.groepen if one is not self.groep)


def section(bank: Kennisbank, path: str) -> Afdeling | None:
    """Where the page at `path` is; None for a page that is not one of a row, or alone in it."""
    record = bank.by_path[path].record
    if not record.in_reeks:
        return None
    if isinstance(record, Begrip | Thema):
        groups = _themes(bank, record)
    elif isinstance(record, Deck):
        groups = tuple(PageGroup(use.capitalize(), decks) for use, decks in bank.decks_by_use.items())
    else:
        groups = _folder(bank, path)
    own = next(group for group in groups if record in group.leden)
    row = _row(bank, record, groups)
    place = row.index(record)
    if len(row) < 2:
        return None
    return Afdeling(
        record=record,
        groepen=groups,
        groep=own,
        vorige=row[place - 1] if place else None,
        volgende=row[place + 1] if place + 1 < len(row) else None,
        stappen=_steps(record),
    )


def reading_order(bank: Kennisbank, theme: Thema) -> tuple[Begrip, ...]:
    """The concepts of `theme`, in the order in which one best reads them."""
    return tuple(one for one in bank.of_kind(Begrip) if one.thema == theme.thema)


def _row(bank: Kennisbank, record: Record, groups: tuple[PageGroup, ...]) -> tuple[Record, ...]:
    """What one pages through from `record`: each theme is followed by its concepts, and so by the next theme."""
    if not isinstance(record, Begrip | Thema):
        return tuple(chain.from_iterable(group.leden for group in groups))
    return tuple(chain.from_iterable((theme, *reading_order(bank, theme)) for theme in bank.of_kind(Thema)))


def _themes(bank: Kennisbank, record: Begrip | Thema) -> tuple[PageGroup, ...]:
    themes = bank.of_kind(Thema)
    if isinstance(record, Thema):
        return (PageGroup("Thema’s", themes),)
    return tuple(
        PageGroup(theme.korte_titel, reading_order(bank, theme) if theme.thema == record.thema else (), theme)
        for theme in themes
    )


def _folder(bank: Kennisbank, path: str) -> tuple[PageGroup, ...]:
    """The row of pages in the folder of `path`: those with a number as one group, others as its own page lists them."""
    folder = dirname(path)
    index = bank.by_path.get(f"{folder}/index.md")
    inside = [page for page in bank.pages if dirname(page.path) == folder and page is not index]
    record = bank.by_path[path].record
    pages = {page.path: page.record for page in inside if page.record.in_reeks}
    ids = {one.id for one in pages.values()}
    name = index.record.korte_titel if index else record.naam_reeks or record.naam_soort
    if hasattr(record, "nummer") or not index:
        return (PageGroup(name, tuple(one for one in bank.of_kind(type(record)) if one.id in ids)),)
    listed = [PageGroup(kop, leden) for kop, leden in _listed(index, pages) if leden]
    return _with_rest(bank, name, tuple(pages.values()), listed)


def _listed(index: Page, pages: dict[str, Record]) -> Iterator[tuple[str, tuple[Record, ...]]]:
    """Each heading of the page `index` with those of `pages`, by path, that a list below it begins its items' links with."""
    prose = index.prose
    lines = prose.text.splitlines()
    starts = [prose.line + prose.text.count("\n", 0, heading.start) for heading in prose.headings]
    seen: set[str] = set()
    for heading, start, end in zip(prose.headings, starts, [*starts[1:], prose.line + len(lines)]):
        found = []
        for link in prose.links:
            target, _ = resolve(index.path, link.name)
            in_list = start < link.line < end and lines[link.line - prose.line].lstrip().startswith("- ")
            if in_list and target in pages and target not in seen:
                seen.add(target)
                found.append(pages[target])
        yield heading.text, tuple(found)


def _with_rest(
    bank: Kennisbank, name: str, pages: tuple[Record, ...], listed: list[PageGroup]
) -> tuple[PageGroup, ...]:
    """The groups `listed`, with those of `pages` that none of them has: after its forerunner, else in a first group `name`."""
    first: list[Record] = []
    for kind in dict.fromkeys(type(one) for one in pages):
        before: Record | None = None
        for record in (one for one in bank.of_kind(kind) if one in pages):
            if not any(record in group.leden for group in listed):
                place = next((i for i, group in enumerate(listed) if before in group.leden), None)
                if place is None:
                    first.append(record)
                else:
                    leden = listed[place].leden
                    at = leden.index(before) + 1
                    listed[place] = replace(listed[place], leden=(*leden[:at], record, *leden[at:]))
            before = record
    return ((PageGroup(name, tuple(first)),) if first else ()) + tuple(listed)


def _steps(record: Record) -> tuple[Item, ...]:
    if isinstance(record, Verhaal):
        return record.momenten or ()
    return record.fragmenten if isinstance(record, Aflevering) else ()
