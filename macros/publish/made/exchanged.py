"""The files for other systems, each at its address: packages for learning environments, metadata and data."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path

from ...exchange import ALL, VERSIONS, Afzender, cartridge, course
from ...exchange.lms.course import Cursus
from ...exchange.open.blokken import block_files
from ...exchange.open.data import FOLDER as DATA
from ...exchange.open.data import all_data, dumped, record_data, told_pages
from ...exchange.open.draaiboek import plan_files
from ...exchange.open.feed import FILE as FEED
from ...exchange.open.feed import feed
from ...exchange.open.lom import lom, materials
from ...exchange.open.schema import data_schema
from ...exchange.open.skos import FILES as SKOS
from ...exchange.open.skos import concepts, jsonld, turtle
from ...knowledge.kennisbank import Page
from ...knowledge.lessons import OVERVIEW, print_path
from ...knowledge.records import Les
from ...pages.site import address
from ..addresses.ledger import Ledger
from ..addresses.ledger import read as read_ledger
from ..editions.fixed import entries

_Make = Callable[[], str | bytes]


def exchanged(docs: Path, site: Afzender) -> Iterator[tuple[str, bytes | str]]:
    """Path below the site's root and content of each; raises ContentError for what a receiver would stumble over."""
    yield from ((path, make()) for path, make in _lasting(docs, site))
    yield from ((name, dumped(content)) for name, content in block_files(site.bank, address).items())
    yield from ((name, dumped(content)) for name, content in plan_files(site.bank).items())


def exchanged_paths(docs: Path, site: Afzender) -> frozenset[str]:
    """The paths of those that others have the address of."""
    return frozenset(path for path, _ in _lasting(docs, site))


def _lasting(docs: Path, site: Afzender) -> Iterator[tuple[str, _Make]]:
    """Their paths, and how each is made."""
    yield from _data(site)
    if told := entries(docs, site):
        yield FEED, partial(feed, site, told)
    for one in materials(site):
        file = site.bank.path_of(one.id) if one.id in site.bank.places else "mkdocs.yml"
        yield f"{DATA}/{one.id}.lom.xml", partial(lom, site, one, file)
    if things := concepts(site):
        yield SKOS["ttl"], partial(turtle, things)
        yield SKOS["jsonld"], partial(jsonld, things)
    if site.bank.of_kind(Les) and OVERVIEW in site.bank.places:
        yield from _packages(site, Lasting(site, read_ledger(docs)[0]))


class Lasting:
    """The public addresses that stay: those that were published, and those of pages that are about to be."""

    def __init__(self, site: Afzender, ledger: Ledger):
        self._root = site.url
        self._pages = {address(page.path): page for page in site.bank.pages}
        self._ids = {site.address(id) for id in site.bank.places}
        self._ledger = ledger

    def __contains__(self, url: object) -> bool:
        if not isinstance(url, str) or not url.startswith(self._root):
            return False
        page, _, anchor = url.removeprefix(self._root).partition("#")
        return url in self._ids or page in self._ledger and (not anchor or anchor in self._ledger[page])


def _packages(site: Afzender, known: Lasting) -> Iterator[tuple[str, _Make]]:
    bank, rights = site.bank, site.licentie.regel if site.licentie else None

    def package(links: Callable[[], Cursus], version: str, file: str) -> _Make:
        return lambda: cartridge(links(), version, known, file, rights)

    for lesson in bank.of_kind(Les):
        file, links = bank.path_of(lesson.id), cache(partial(course, bank, site.address, [lesson]))
        for version, name in VERSIONS.items():
            yield print_path(file, name), package(links, version, file)
    links = cache(partial(course, bank, site.address))
    for version, name in ALL.items():
        yield name, package(links, version, bank.path_of(OVERVIEW))


def _data(site: Afzender) -> Iterator[tuple[str, _Make]]:
    def of_page(page: Page) -> str:
        return dumped(record_data(site, page))

    for page in told_pages(site.bank):
        yield f"{DATA}/{page.record.id}.json", partial(of_page, page)
    yield f"{DATA}/alles.json", lambda: dumped(all_data(site))
    yield f"{DATA}/schema.json", lambda: dumped(data_schema(site))
