"""What is printed besides the decks: lines for the wall and the floor, and the test sheets."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..knowledge.kennisbank import Kennisbank
from .lines import line_files, render_lines
from .testsheet import PAPERS, render_testsheet


def extra_files(bank: Kennisbank, site_url: str, fonts: Path) -> Iterator[tuple[str, bytes]]:
    """Path below the site's root and content of every PDF that is no deck.

    Raises KennisFouten for a wrong `lijnvormen.yml`, and for a field whose poles cannot be printed.
    """
    for files in line_files(bank):
        for field, path in files.velden:
            yield path, render_lines(bank, [field], files.vorm, site_url, fonts)
        yield files.alle, render_lines(bank, [field for field, _ in files.velden], files.vorm, site_url, fonts)
    for name in PAPERS:
        yield f"kaarten/{name}.pdf", render_testsheet(bank, name, site_url, fonts)
