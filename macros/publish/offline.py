"""What the pages of /reflectie/ need to open without internet, written into their service worker after the build."""

from __future__ import annotations

import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath, relpath

FOLDER = "reflectie"
WORKER = "reflectie/werker.js"
_EMPTY = '{ versie: "", adressen: [], later: {} }'
_IN_CSS = re.compile(r"""(?:url\(\s*|@import\s+)['"]?([^'")\s]+)""")
_IN_JS = re.compile(r"""^\s*(?:import|export)\b[^'"();]*['"]([^'"]+)['"]""", re.M)
_LATER_IN_JS = re.compile(r"""\bimport\(\s*(?:new URL\(\s*)?['"]([^'"]+)['"]""")


def keep_offline(site_dir: Path) -> None:
    """Fill in the service worker of the built site; raises ValueError when it has no place for that."""
    worker = site_dir / WORKER
    script = worker.read_text(encoding="utf-8")
    if _EMPTY not in script:
        raise ValueError(f"{worker}: no `{_EMPTY}` to fill in")
    pages = [file.relative_to(site_dir).as_posix() for file in sorted((site_dir / FOLDER).rglob("*.html"))]
    files = sorted(_needed(site_dir, pages))
    later = {page: sorted(_needed(site_dir, [page], later=True) - set(files)) for page in pages}
    digest = hashlib.sha256()
    for name in sorted({*files, *(name for names in later.values() for name in names)}):
        digest.update(name.encode() + b"\0" + (site_dir / name).read_bytes() + b"\0")
    store = {
        "versie": digest.hexdigest()[:16],
        "adressen": [_address(name) for name in files],
        "later": {_address(page): [_address(name) for name in names] for page, names in later.items() if names},
    }
    worker.write_text(script.replace(_EMPTY, json.dumps(store)), encoding="utf-8")


def _needed(site_dir: Path, pages: list[str], later: bool = False) -> set[str]:
    """Paths of the pages and of all that they fetch by themselves, and of what that fetches; `later` adds what scripts
    fetch only when it is used."""
    found: set[str] = set()
    queue = list(pages)
    while queue:
        name = queue.pop()
        if name not in found and (site_dir / name).is_file():
            found.add(name)
            queue += [
                normpath(join(dirname(name), target))
                for target in _fetched(name, site_dir / name, later)
                if "://" not in target
            ]
    return found


def _address(name: str) -> str:
    """Address of a file as the worker sees it; a page is its folder."""
    return relpath(name, FOLDER) if not name.endswith("index.html") else relpath(dirname(name) or ".", FOLDER) + "/"


def _fetched(name: str, file: Path, later: bool) -> list[str]:
    kind = name.rpartition(".")[2]
    if kind == "html":
        page = _Page()
        page.feed(file.read_text(encoding="utf-8"))
        return page.fetched
    patterns = {"css": (_IN_CSS,), "js": (_IN_JS, _LATER_IN_JS) if later else (_IN_JS,)}.get(kind, ())
    text = file.read_text(encoding="utf-8") if patterns else ""
    return [target for pattern in patterns for target in pattern.findall(text)]


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
