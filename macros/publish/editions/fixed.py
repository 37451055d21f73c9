"""Editions beside the site of now: which one has a page, what changed since, and what readers of the feed hear."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from ...exchange import Afzender
from ...exchange.open.data import all_data
from ...exchange.open.feed import Bericht
from ...knowledge.once import once_a_build
from ...pages.site import address
from .changes import Verschil, differences
from .shelf import FOLDER, Editie, Wijziging, day_in_words, items_of, read_changes, shelf


@dataclass(frozen=True)
class Plank:
    """An edition as its page tells of it: what differs from the one before, or None for the first."""

    editie: Editie
    verschillen: tuple[Verschil, ...] | None
    paginas: tuple[tuple[str, str, tuple[Verschil, ...]], ...]

    @property
    def kilobytes(self) -> int:
        return round(len(self.editie.aangeboden) / 1000)


@dataclass(frozen=True)
class Vast:
    """A page in the newest edition: where it is, and which of its parts have changed since; `van` is how many it had.

    Of a page about the site itself, or with what others have, an edition remembers no parts: `van` is 0, and nobody knows.
    """

    editie: Editie
    adres: str
    anders: tuple[str, ...]
    van: int


@once_a_build
def newest(docs: Path, sender: Afzender) -> tuple[Editie, frozenset[str], dict, dict] | None:
    """The newest edition with its pages, what it remembers of every part, and the same of now; None when there is none."""
    if not (editions := shelf(docs)):
        return None
    return editions[-1], editions[-1].paginas, editions[-1].onderdelen, items_of(all_data(sender), sender.url)


def fixed(docs: Path, sender: Afzender, path: str) -> Vast | None:
    """The page at `path` below `docs` in the newest edition; None when it is in none."""
    found = newest(docs, sender)
    if not found:
        return None
    edition, pages, then, now = found
    page = address(path)
    if page not in pages:
        return None
    had = {id: one for id, one in then.items() if one["pagina"] == page}
    if not had:
        return Vast(edition, f"{FOLDER}/{edition.naam}/{page}", (), 0)
    changed = tuple(one.id for one in differences(had, {id: one for id, one in now.items() if one["pagina"] == page}))
    return Vast(edition, f"{FOLDER}/{edition.naam}/{page}", changed, len(had))


def planks(docs: Path) -> tuple[Plank, ...]:
    """All editions, the newest first, each with what differs from the one before it."""
    editions = shelf(docs)
    found = []
    for before, one in zip((None, *editions), editions):
        told = None if before is None else differences(before.onderdelen, one.onderdelen)
        pages: dict[str, list[Verschil]] = {}
        for each in told or ():
            pages.setdefault(each.pagina, []).append(each)
        names = (
            {item["pagina"]: item["tekst"].split("\n")[0] for item in reversed([*one.onderdelen.values()])}
            if told
            else {}
        )
        grouped = tuple((page, names.get(page, page), tuple(group)) for page, group in pages.items())
        found.append(Plank(one, told, grouped))
    return tuple(reversed(found))


def entries(docs: Path, sender: Afzender) -> tuple[Bericht, ...]:
    """What the feed tells: every edition, and every correction between them."""
    told = [
        Bericht(
            one.datum,
            f"editie-{one.naam}",
            f"Editie {one.naam}",
            one.wat,
            f"{sender.url}{FOLDER}/{one.naam}/index.html",
        )
        for one in shelf(docs)
    ]
    changes: tuple[Wijziging, ...] = read_changes(docs, sender.bank.places)
    for one in changes:
        url = sender.address(one.ids[0]) if one.ids else f"{sender.url}{FOLDER}/"
        # A number would become that of another when one is put in between.
        id = f"wijziging-{hashlib.sha256(f'{one.datum} {one.tekst}'.encode()).hexdigest()[:8]}"
        told.append(Bericht(one.datum, id, f"Wijziging van {day_in_words(one.datum)}", one.tekst, url))
    return tuple(told)
