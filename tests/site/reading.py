"""How these tests read the built site: its pages with their addresses and trees, and spoiled copies for control cases."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path

from lxml import html

from tests.conftest import of_edition

INSTEAD = ("404.html", "zonder-internet.html")
"""What is shown at the address of a page that isn't there, or isn't on the device."""


@dataclass(frozen=True)
class Page:
    """A built page; `path` is that of its file, below the site."""

    path: str
    text: str

    @cached_property
    def tree(self):
        return html.document_fromstring(self.text)

    @property
    def address(self) -> str:
        return self.path.removesuffix("index.html")


@cache
def pages_of(site: Path) -> tuple[Page, ...]:
    """Every page of the built site but those that only lead to where a page moved to, and those that an edition keeps."""
    pages = (
        Page(file.relative_to(site).as_posix(), file.read_text(encoding="utf-8"))
        for file in sorted(site.rglob("*.html"))
        if not of_edition(file, site)
    )
    return tuple(page for page in pages if 'http-equiv="refresh"' not in page.text)


@cache
def files_of(site: Path) -> dict[str, bytes]:
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in sorted(site.rglob("*")) if file.is_file()}


def spoiled(pages: Iterable[Page], path: str, old: str, new: str) -> tuple[Page, ...]:
    """The pages, with the first `old` on page `path` replaced by `new`."""
    pages = tuple(pages)
    assert any(page.path == path and old in page.text for page in pages), f"{path} has no {old!r} to spoil"
    return tuple(replace(page, text=page.text.replace(old, new, 1)) if page.path == path else page for page in pages)


def named_in(cases: Iterable[tuple], site: Path) -> tuple[Page, ...]:
    """The pages that control cases are about, which name a path in their second place."""
    paths = {path for _, path, *_ in cases}
    return tuple(page for page in pages_of(site) if page.path in paths)


def built_from(path: str) -> str:
    """Where the page of Markdown file `path` (below docs/) stands in the site."""
    stem = path.removesuffix(".md")
    return f"{stem}.html" if stem == "index" or stem.endswith("/index") else f"{stem}/index.html"


def words(text: str) -> str:
    """`text` with every run of white space as one space."""
    return " ".join(text.split())
