"""Which files the cards give the site, and where they lie: PDFs at addresses that stay, the rest in a folder of this edition."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import cached_property, partial
from multiprocessing import get_context

from ..knowledge.errors import ContentError, Mistake
from ..knowledge.kennisbank import Kennisbank
from ..knowledge.records import Deck
from .contents import files_of
from .deck.decks import Kaart
from .deck.sizes import forms_of
from .lessons import lesson_prints
from .lines import line_files, line_prints
from .paper.forms import Maat, load_forms
from .paper.line_forms import LIJNVORMEN
from .press.document import forget
from .press.letters import letters
from .programmes import programme_prints
from .render import Job, kept_prints, pictures_of
from .shop import Print, PrintShop
from .stock import catalogue, texts, writing
from .testsheet import PAPERS, testsheet_prints

_HEAPS = "MALLOC_ARENA_MAX"
_FEW = 2
"""So many jobs are made here; more go to processes of their own, one for each processor."""
STANDS = "kaarten/stand-*/"
"""Where an edition of the pictures lies, below the site's root."""


def _deck_claims(bank: Kennisbank, deck: Deck) -> Iterator[tuple[str, str]]:
    """Path of each PDF of `deck`, and what it is."""
    for file in files_of(bank, deck):
        way = " voor de korte zijde" if file.edge == "short" else ""
        yield file.path, f"set `{deck.id}` in vorm `{file.form.id}`{way}"


def _line_claims(bank: Kennisbank) -> Iterator[tuple[str, str]]:
    """The same of every line."""
    for files in line_files(bank):
        yield files.all, f"alle lijnen in vorm `{files.form.id}`"
        yield from ((path, f"de lijn `{field.id}` in vorm `{files.form.id}`") for field, path in files.fields)


def pdf_paths(bank: Kennisbank) -> Iterator[str]:
    """Path of every PDF at an address that stays; raises ContentError for a deck or a form that is wrong."""
    for deck in bank.of_kind(Deck):
        yield from (file.path for file in files_of(bank, deck))
    yield from (path for path, _ in _others(bank))


def _claimed_twice(owners: dict[str, str], claims: Iterable[tuple[str, str]], file: str) -> Iterator[Mistake]:
    """Add `claims` to the `owners` of paths; a mistake in `file` for each path that something else has."""
    for path, what in claims:
        owner = owners.setdefault(path, what)
        if owner != what:
            expected = "een ander `id`, of een vorm die anders heet"
            yield Mistake(file, f"{what} krijgt hetzelfde adres als {owner}", value=path, expected=expected)


class CardFiles:
    """Everything that is printed or picked from in one build.

    What a page or the card picker loads lies in a folder whose name follows from all that makes it: so pictures, stock and
    catalogue are of one edition, and none of another is ever taken for it.
    """

    def __init__(self, shop: PrintShop):
        self.shop = shop

    @property
    def jobs(self) -> tuple[Job, ...]:
        """A job for each deck in each of its sizes; a card has its stock from the first deck with it in that size.

        Raises ContentError with what is wrong with all decks together.
        """
        jobs, mistakes = self._planned
        if mistakes:
            raise ContentError(mistakes)
        return jobs

    @property
    def _planned(self) -> tuple[tuple[Job, ...], tuple[Mistake, ...]]:
        """The jobs, and what keeps others from being one."""
        if isinstance(self._outcome, Exception):
            raise self._outcome
        return self._outcome

    @cached_property
    def _outcome(self) -> tuple[tuple[Job, ...], tuple[Mistake, ...]] | Exception:
        """Those, or what stopped the planning, such as a page that is missing for a mistake of its own: every set asks for it."""
        try:
            return self._plan()
        except Exception as error:
            return error

    def _plan(self) -> tuple[tuple[Job, ...], tuple[Mistake, ...]]:
        found, mistakes = [], []
        homes: dict[str, dict[str, tuple[Deck, Kaart]]] = {}
        owners = {f"kaarten/{name}.pdf": "het proefvel" for name in PAPERS}
        mistakes += _claimed_twice(owners, _line_claims(self.shop.bank), LIJNVORMEN.name)
        for deck in self.shop.bank.of_kind(Deck):
            with _telling(mistakes):
                claims = _deck_claims(self.shop.bank, deck)
                mistakes += _claimed_twice(owners, claims, self.shop.bank.path_of(deck.id))
                for size in dict.fromkeys(form.maat for form in forms_of(self.shop.bank, deck)):
                    known = homes.setdefault(size.id, {})
                    job = Job(self.shop, deck, size, frozenset(known))
                    mistakes += self._other_faces(job, known)
                    known |= {card.id: (deck, card) for card in job.pickable if card.id in job.own}
                    found.append(job)
        return tuple(found), tuple(dict.fromkeys(mistakes))

    @cached_property
    def _own(self) -> dict[tuple[str, str], frozenset[str]]:
        """The cards that a deck is the first to have in a size."""
        return {(job.deck.id, job.size.id): frozenset(job.own) for job in self.jobs}

    @cached_property
    def folder(self) -> str:
        """Path below the site's root of what belongs to this edition, with a slash at the end."""
        # A face doesn't have all that one finds a card by, nor how that is written.
        digest = hashlib.sha256(b"".join([*(job.key for job in self.jobs), self._texts]))
        return STANDS.replace("*", digest.hexdigest()[:12])

    @cached_property
    def _texts(self) -> bytes:
        return texts(self.jobs)

    def picture(self, size: Maat, card: str, side: str, deck: str | None = None) -> str:
        """Path below the site's root of the picture of one side, `voor` or `achter`, of a card.

        With the back of `deck`, or else of the first deck that has it in that size.
        """
        own = "" if deck is None or card in self._own[deck, size.id] else f"{deck}/"
        return f"{self.folder}gezichten/{size.id}/{own}{card}-{side}.svg"

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Path and content of each file; raises ContentError with every card that is too full."""
        others = self._make()
        frames = {}
        for job in self.jobs:
            prints = kept_prints(job)
            frames[job.deck.id, job.size.id] = prints.frame
            for file in files_of(self.shop.bank, job.deck):
                if file.form.maat == job.size:
                    yield file.path, prints.pdfs[file.form.id, file.edge]
            yield from ((self.folder + path, picture) for path, picture in prints.fan.items())
            if job.own:
                yield f"{self.folder}voorraad/{job.size.id}/{job.deck.id}.pdf", prints.stock
            for (card, side), picture in prints.pictures.items():
                yield self.picture(job.size, card, side, job.deck.id), picture
        yield f"{self.folder}voorraad.json", catalogue(self.jobs)
        yield f"{self.folder}teksten.json", self._texts
        told, files = letters(self.shop.fonts)
        yield f"{self.folder}zelf.json", writing(self.jobs, frames, told)
        yield from ((f"{self.folder}letters/{name}", content) for name, content in files.items())
        yield from others.items()

    def seen(self, deck: Deck) -> Iterator[tuple[str, bytes]]:
        """Path and content of the pictures on the page of `deck`; raises ContentError as `files` does, of this deck."""
        usual = forms_of(self.shop.bank, deck)[0].maat
        for job in self.jobs:
            if job.deck.id == deck.id and job.size == usual:
                for (card, side), picture in pictures_of(job).items():
                    yield self.picture(job.size, card, side, deck.id), picture

    def _make(self) -> dict[str, bytes]:
        """Make what is not there yet, all of it before the first mistake is told; what is no deck's by its path."""
        store = self.shop.store
        jobs, planned = self._planned
        absent = [job for job in jobs if store is None or not store.has(job.key)]
        others = dict(_others(self.shop.bank))
        mistakes = [*planned]
        if store is None or len(absent) <= _FEW:
            for job in absent:
                with _telling(mistakes):
                    kept_prints(job)
        else:
            # The large ones first, for the last to finish is what one waits for.
            asked: list[Callable[[PrintShop], object]] = [
                partial(
                    _print_deck,
                    deck=job.deck.id,
                    size=job.size.id,
                    elsewhere=frozenset(card.id for card in job.pickable) - {*job.own},
                )
                for job in sorted(absent, key=lambda job: -len(job.cards))
            ]
            # Not by forking: what the parent has running, such as Typst's threads, would be missing there.
            with _one_heap(), ProcessPoolExecutor(os.cpu_count(), get_context("spawn"), _begin, (self.shop,)) as pool:
                for some in pool.map(_work, [*asked, *others.values()]):
                    mistakes += some
        made = {}
        # Where decks are wrong that is told now, for the rest may take long.
        if not mistakes:
            for path, make in others.items():
                with _telling(mistakes):
                    made[path] = make(self.shop)
        if mistakes:
            raise ContentError(dict.fromkeys(mistakes))
        return made

    def _other_faces(self, job: Job, homes: Mapping[str, tuple[Deck, Kaart]]) -> Iterator[Mistake]:
        for card in job.pickable:
            deck, known = homes.get(card.id, (job.deck, card))
            if known.soort != card.soort:
                yield Mistake(
                    self.shop.bank.path_of(job.deck.id),
                    f"deze kaart heeft in set `{deck.id}` een ander gezicht",
                    field="kaarten",
                    value=card.id,
                    expected=f"gezicht `{known.soort}`",
                )


def _others(bank: Kennisbank) -> Iterator[tuple[str, Print]]:
    """Path of each print that is no deck's, and how it is made."""
    yield from line_prints(bank)
    yield from testsheet_prints()
    yield from lesson_prints(bank)
    yield from programme_prints(bank)


@contextmanager
def _telling(mistakes: list[Mistake]) -> Generator[None]:
    """What keeps something from being printed is added to `mistakes`, and the rest goes on."""
    try:
        yield
    except ContentError as error:
        mistakes += error.mistakes


@contextmanager
def _one_heap() -> Generator[None]:
    """A process begun in here has one heap, not one for each thread, between which what Typst gives back lies scattered.

    A third less memory where the C library is GNU's (mallopt(3), M_ARENA_MAX); nothing elsewhere.
    """
    before = os.environ.get(_HEAPS)
    os.environ[_HEAPS] = "1"
    try:
        yield
    finally:
        os.environ.pop(_HEAPS)
        if before is not None:
            os.environ[_HEAPS] = before


# What runs in a process of its own.

_shop: PrintShop | None = None


def _begin(shop: PrintShop) -> None:
    global _shop
    _shop = shop


def _work(make: Callable[[PrintShop], object]) -> Sequence[Mistake]:
    """What keeps `make` from printing; what comes of it is kept in the store."""
    assert _shop, "a worker begins with its shop"
    mistakes: list[Mistake] = []
    with _telling(mistakes):
        make(_shop)
    return mistakes


def _print_deck(shop: PrintShop, deck: str, size: str, elsewhere: frozenset[str]) -> None:
    sizes = {form.maat.id: form.maat for form in load_forms().values()}
    record = shop.bank.places[deck].page.record
    assert isinstance(record, Deck)
    kept_prints(Job(shop, record, sizes[size], elsewhere))
    forget(shop.fonts)
