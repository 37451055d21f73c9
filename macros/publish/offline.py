"""What the pages of /reflectie/ need to open without internet, put into their service worker after the build."""

from __future__ import annotations

import hashlib
import json
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath, relpath

from .browser import SOURCE, Assets, minified
from .browser import WORKER as WORKER_SOURCE

FOLDER = "reflectie"
WORKER = "reflectie/werker.js"
"""The address of the worker: what it may serve lies below it, and browsers look for a newer one there."""


def keep_offline(site_dir: Path, assets: Assets) -> None:
    """Write the service worker of the built site."""
    pages = [file.relative_to(site_dir).as_posix() for file in sorted((site_dir / FOLDER).rglob("*.html"))]
    files = {name for page in pages for name in (page, *_fetched(site_dir, page, assets))}
    later = {page: sorted(_later(site_dir, page, assets) - files) for page in pages}
    digest = hashlib.sha256()
    for name in sorted({*files, *(name for names in later.values() for name in names)}):
        digest.update(name.encode() + b"\0" + (site_dir / name).read_bytes() + b"\0")
    store = {
        "versie": digest.hexdigest()[:16],
        "adressen": [_address(name) for name in sorted(files)],
        "later": {_address(page): [_address(name) for name in names] for page, names in later.items() if names},
    }
    script = (SOURCE / WORKER_SOURCE).read_text(encoding="utf-8")
    (site_dir / WORKER).write_bytes(minified(script, BUILT_STORE=json.dumps(store)))


def _fetched(site_dir: Path, page: str, assets: Assets) -> set[str]:
    """Paths of all that `page` fetches by itself, and of what that fetches."""
    parser = _Page()
    parser.feed((site_dir / page).read_text(encoding="utf-8"))
    named = {normpath(join(dirname(page), target)) for target in parser.fetched if "://" not in target}
    return {name for one in named for name in (one, *assets.closure(one)) if (site_dir / name).is_file()}


def _later(site_dir: Path, page: str, assets: Assets) -> set[str]:
    """Paths of what the scripts of `page` fetch only when it is used."""
    found: set[str] = set()
    queue = list(_fetched(site_dir, page, assets))
    while queue:
        for one in assets.later.get(queue.pop(), ()):
            more = {one, *assets.closure(one)} - found
            found |= more
            queue += more
    return found


def _address(name: str) -> str:
    """Address of a file as the worker sees it; a page is its folder."""
    return relpath(name, FOLDER) if not name.endswith("index.html") else relpath(dirname(name) or ".", FOLDER) + "/"


class _Page(HTMLParser):
    """Gathers what a browser fetches with a page: stylesheets, scripts, fonts, pictures."""

    def __init__(self) -> None:
        super().__init__()
        self.fetched: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        link = tag == "link" and given.get("rel") in ("stylesheet", "preload", "modulepreload", "icon", "manifest")
        address = given.get("href") if link else given.get("src") if tag in ("script", "img") else None
        if address and not address.startswith("data:"):
            self.fetched.append(address)
