"""The files for other systems, each at its address: packages for learning environments, metadata and data."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..exchange import ALL, VERSIONS, Afzender, cartridge, course
from ..knowledge.lessons import OVERVIEW, print_path
from ..knowledge.records import Les
from ..pages.site import address
from .ledger import Ledger
from .ledger import read as read_ledger


def exchanged(docs: Path, site: Afzender) -> Iterator[tuple[str, bytes | str]]:
    """Path below the site's root and content of each; raises ContentError for what a receiver would stumble over."""
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


def _packages(site: Afzender, known: Lasting) -> Iterator[tuple[str, bytes]]:
    bank, rights = site.bank, site.licentie.regel if site.licentie else None
    for lesson in bank.of_kind(Les):
        path, links = bank.path_of(lesson.id), course(bank, site.address, [lesson])
        for version, name in VERSIONS.items():
            yield print_path(path, name), cartridge(links, version, known, path, rights)
    for version, name in ALL.items():
        yield name, cartridge(course(bank, site.address), version, known, bank.path_of(OVERVIEW), rights)
