"""The files that no editor wrote: styles and scripts, card sheets, and the literature for reference managers."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Set
from dataclasses import replace
from functools import partial
from pathlib import Path
from shutil import copytree

from ...cards import STANDS, CardFiles, PrintShop, PrintStore, load_forms, pdf_paths, sheet_css, static_fonts
from ...exchange import EXPORTS, Afzender, Licentie
from ...exchange.trial import trial_host
from ...knowledge.errors import ContentError, Mistake
from ...knowledge.files import content_of, dotted
from ...knowledge.once import KEPT, once_a_build
from ...knowledge.reader import load, read
from ...knowledge.records import Deck, Insluiting
from ...pages.colours import colours_css
from ...pages.literatuur.macro import download_name, works
from ...pages.site import address, public_address
from ...search import search_index
from ..addresses.ledger import lasting
from ..editions import offered
from .browser import FONTS, Assets, build_assets
from .exchanged import exchanged, exchanged_paths
from .icons import icons
from .share import share_pictures

_WEEK = 7 * 24 * 3600


@once_a_build
def assets(docs: Path) -> Assets:
    """What runs in the browser, with the styles and the index that follow from `docs`; once a build."""
    return theme(docs).with_file("zoekindex.json", search_index(load(docs), address).encode())


@once_a_build
def theme(docs: Path) -> Assets:
    """The same without the index, which takes as long to make as all the rest, and which no macro asks for."""
    styles = {"velden.css": colours_css(load(docs)), "vormen.css": sheet_css(load_forms().values())}
    return build_assets(styles, store=PrintStore(KEPT / "assets"))


@once_a_build
def card_files(docs: Path, site_url: str) -> CardFiles:
    """The cards of the knowledge in `docs`, as printed for the site at `site_url`."""
    return CardFiles(print_shop(docs, site_url, PrintStore(KEPT / "cards")))


def print_shop(docs: Path, site_url: str, store: PrintStore | None = None) -> PrintShop:
    """What prints the knowledge in `docs` for the site at `site_url`, and takes from `store` what it made before."""
    bank = read(docs).bank
    address = partial(public_address, bank, site_url)
    fonts, signs = static_fonts(tuple(FONTS.values()), KEPT / "fonts"), docs / "assets" / "tekens"
    return PrintShop(bank, address, fonts, signs, store, trial_host(site_url) is not None)


@once_a_build
def origin(docs: Path, name: str, site_url: str, licence: Licentie | None = None) -> Afzender:
    """The site as other systems are told of it; one object, for what follows from it is kept by it."""
    bank = read(docs).bank
    return Afzender(bank, name, site_url, partial(public_address, bank, site_url), licence)


def generated(docs: Path, site: Afzender) -> Iterator[tuple[str, bytes | str]]:
    """Path below the site's root and content of every generated file.

    Raises ContentError for whatever is wrong with a deck, a form or a work, and when two things would make the same file.
    """
    pages = {f"{address(path)}index.html" for path in load(docs).by_path}
    try:
        yield from each_once(_generated(docs, site), pages | content_of(docs).assets)
    except ContentError as error:
        raise ContentError(_with_line(docs, error.mistakes)) from None


def _with_line(docs: Path, mistakes: Iterable[Mistake]) -> Iterator[Mistake]:
    """The mistakes with the line of their field: who prints a record knows its fields, and not where they were typed."""
    drafts = {draft.path: draft for draft in read(docs).drafts}
    for one in mistakes:
        draft = drafts.get(one.file) if one.field and not one.line else None
        path = next((path for path, _ in draft.leaves if dotted(path) == one.field), None) if draft else None
        yield replace(one, line=draft.parsed.line(path)) if draft and path else one


def lasting_paths(docs: Path, site_url: str) -> frozenset[str]:
    """The files that stay of those that are made of `docs`, before any is; raises as `generated` does."""
    bank = load(docs)
    listed = {download_name(extension) for extension in EXPORTS} if works(bank) else set()
    made = {*pdf_paths(bank), *exchanged_paths(docs, origin(docs, "", site_url)), *listed}
    return lasting(made | content_of(docs).assets) | offered(docs)


def needed_first(docs: Path, site: Afzender, pages: Set[str], shown: Path) -> Iterator[tuple[str, bytes | str]]:
    """The same of what `pages`, addresses, can't do without: theirs come before all others in the preview in folder `shown`."""
    bank, cards = load(docs), card_files(docs, site.url)
    yield from assets(docs).files.items()
    if not (shown / cards.folder).exists():
        # Most pictures are the same as before, under the name of another edition.
        copytree(next(shown.glob(STANDS)), shown / cards.folder, copy_function=os.link)
        for page in bank.pages:
            if isinstance(page.record, Deck) and address(page.path) in pages:
                yield from cards.seen(page.record)


def each_once(files: Iterable[tuple[str, bytes | str]], taken: Iterable[str] = ()) -> Iterator[tuple[str, bytes | str]]:
    """The files as they come; raises ContentError for a second one at a path, or one at a path that is `taken`."""
    claimed = set(taken)
    for path, content in files:
        if path in claimed:
            expected = "een ander id voor een van de twee, of een andere naam voor een eigen bestand"
            raise ContentError([Mistake(path, "dit bestand zou twee keer gemaakt worden", expected=expected)])
        claimed.add(path)
        yield path, content


def _generated(docs: Path, site: Afzender) -> Iterator[tuple[str, bytes | str]]:
    bank, site_url = load(docs), site.url
    yield from assets(docs).files.items()
    yield from card_files(docs, site_url).files()
    shop = card_files(docs, site_url).shop
    yield from share_pictures(shop, [page.record for page in bank.pages if not isinstance(page.record, Insluiting)])
    yield from icons(shop, docs)
    for name in ("cards", "assets"):
        PrintStore(KEPT / name).prune(_WEEK)
    if works(bank):
        for extension, export in EXPORTS.items():
            yield download_name(extension), export(works(bank))
    yield from exchanged(docs, site)
