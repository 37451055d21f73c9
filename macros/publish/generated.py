"""The files that no editor wrote: card sheets, the literature for reference managers, colours and forms as styles, libraries."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from ..cards import PrintShop, PrintStore, card_files, load_forms, sheet_css, static_fonts
from ..exchange import EXPORTS
from ..knowledge.kennisbank import Kennisbank
from ..knowledge.reader import load
from ..pages.colours import colours_css
from ..pages.literatuur.macro import download_name, works
from ..pages.site import public_address
from .libraries import library_files

FONT = Path(__file__).resolve().parents[2] / "overrides/assets/fonts/atkinson-hyperlegible-next.woff2"
_WEEK = 7 * 24 * 3600


def generated(docs: Path, site_url: str, keep: Path) -> Iterator[tuple[str, bytes | str]]:
    """Path below the site's root and content of every generated file; `keep` is a folder that remembers what was typeset.

    Raises ContentError for whatever is wrong with a deck, a form or a work, and FileNotFoundError when a library isn't there.
    """
    bank = load(docs)
    yield "assets/css/velden.css", colours_css(bank)
    yield from _card_files(bank, docs, site_url, keep)
    if works(bank):
        for extension, export in EXPORTS.items():
            yield download_name(extension), export(works(bank))
    # Set-up puts the npm packages into the environment, beside the Python ones.
    yield from library_files(Path(sys.prefix) / "node_modules")


def _card_files(bank: Kennisbank, docs: Path, site_url: str, keep: Path) -> Iterator[tuple[str, bytes]]:
    yield "assets/css/vormen.css", sheet_css(load_forms().values())
    store = PrintStore(keep / "cards")
    address = partial(public_address, bank, site_url)
    yield from card_files(
        PrintShop(bank, address, static_fonts(FONT, keep / "fonts"), docs / "assets" / "tekens", store)
    )
    store.prune(_WEEK)
