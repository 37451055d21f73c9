"""What a reader may keep to read without internet: the whole site in a few files, each deck, and the worker that opens it.

Format: ZIP (PKWARE APPNOTE 6.3.10), as `overrides/assets/js/worker/whole.js` reads it.
"""

from __future__ import annotations

import hashlib
import html
import io
import json
import re
import zipfile
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from posixpath import dirname, join, normpath

from ...exchange.lms.archive import entry
from ..made.browser import FOLDER, Assets, bundled
from ..made.browser import WORKER as WORKER_SOURCE
from .policy import REFUSING

WORKER = "werker.js"
"""The address of the worker: what it may serve lies beside and below it, and browsers look for a newer one there."""
LIST = "meenemen.json"
"""What belongs to the whole site and to each deck: always asked anew, for its address stays."""
PACK = 300_000
"""Bytes after which another file is begun; who is cut short goes on from the last one that was whole."""
# Reading all of each page with a parser would take most of a build.
_TAG = re.compile(r'<(?P<kind>script|link|img|zoek-veld|a(?=\s[^>]*href="[^"]*\.pdf"))\b[^>]*>')
_ATTRIBUTE = re.compile(r'\s([a-z-]+)="([^"]*)"')
_FETCHED = ("stylesheet", "preload", "modulepreload", "icon", "manifest")


def keep_offline(site_dir: Path, assets: Assets, decks: Mapping[str, str]) -> None:
    """Write what a reader may take along of the built site, and its service worker; `decks` are titles by address."""
    pages = {
        file.relative_to(site_dir).as_posix(): _Page.read(file)
        for file in sorted(site_dir.rglob("*.html"))
        if file.name != "404.html"
    }
    own = {name: _of_deck(site_dir, name, pages[name]) for name in (f"{address}index.html" for address in decks)}
    files = set(pages)
    for name, page in pages.items():
        for one in _there(site_dir, name, page.fetched):
            files |= {one, *_all_of(assets, one)}
        files |= set(_there(site_dir, name, page.lazy if name not in own else ()))
    packs = [_write(site_dir, pack) for pack in _packs(site_dir, sorted(files))]
    told = {
        "site": _group(site_dir, packs),
        "sets": [{"titel": decks[dirname(name) + "/"], **_group(site_dir, sorted(of))} for name, of in own.items()],
    }
    edition = hashlib.sha256(json.dumps(told).encode()).hexdigest()[:16]
    (site_dir / LIST).write_text(json.dumps({"editie": edition, **told}, ensure_ascii=False), encoding="utf-8")
    later = {one: more for one in assets.files if (more := sorted(_all_of(assets, one)))}
    built = json.dumps({"editie": edition, "later": later, "geweigerd": [f"{one}index.html" for one in REFUSING]})
    (site_dir / WORKER).write_bytes(bundled(WORKER_SOURCE, BUILT=built))


def _of_deck(site_dir: Path, name: str, page: _Page) -> set[str]:
    """The prints of a deck and the pictures on its page that come as one reads on."""
    return {*_there(site_dir, name, page.lazy), *_there(site_dir, name, page.prints)}


def _there(site_dir: Path, page: str, targets: Iterable[str]) -> Iterator[str]:
    """Paths of what `page` names, as far as it is a file of ours."""
    for target in targets:
        if "://" not in target and (site_dir / (one := normpath(join(dirname(page), target)))).is_file():
            yield one


def _all_of(assets: Assets, one: str) -> set[str]:
    """What a script or style fetches, at once and only when it is used."""
    found: set[str] = set()
    queue = [one]
    while queue:
        name = queue.pop()
        new = {*assets.fetches.get(name, ()), *assets.later.get(name, ())} - found
        found |= new
        queue += new
    return found


def _packs(site_dir: Path, names: Iterable[str]) -> Iterator[bytes]:
    """Zip files of all these, each of some `PACK` bytes."""
    waiting = list(reversed(list(names)))
    while waiting:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", allowZip64=False) as pack:
            while waiting and out.tell() < PACK:
                name = waiting.pop()
                pack.writestr(entry(name), (site_dir / name).read_bytes(), zipfile.ZIP_DEFLATED, 9)
        yield out.getvalue()


def _write(site_dir: Path, pack: bytes) -> str:
    name = f"{FOLDER}/meenemen-{hashlib.sha256(pack).hexdigest()[:8].upper()}.zip"
    (site_dir / name).write_bytes(pack)
    return name


def _group(site_dir: Path, names: Collection[str]) -> dict:
    """What is taken along in one go: its files with their size and digest, and their size together."""
    contents = {name: (site_dir / name).read_bytes() for name in names}
    files = [
        {"adres": name, "bytes": len(content), "som": hashlib.sha256(content).hexdigest()[:16]}
        for name, content in contents.items()
    ]
    return {"bytes": sum(map(len, contents.values())), "bestanden": files}


@dataclass(frozen=True)
class _Page:
    """What a browser fetches with a page, what only as one reads on, and the prints that it links to, as the page names them."""

    fetched: tuple[str, ...]
    lazy: tuple[str, ...]
    prints: tuple[str, ...]

    @classmethod
    def read(cls, file: Path) -> _Page:
        fetched, lazy, prints = [], [], []
        for tag in _TAG.finditer(file.read_text(encoding="utf-8")):
            said = {name: html.unescape(value) for name, value in _ATTRIBUTE.findall(tag[0])}
            if tag["kind"] == "a":
                prints.append(said["href"])
            elif tag["kind"] == "link":
                fetched += [said["href"]] if said.get("rel") in _FETCHED else []
            elif address := said.get("data-index" if tag["kind"] == "zoek-veld" else "src"):
                (lazy if said.get("loading") == "lazy" else fetched).append(address)
        return cls(tuple(fetched), tuple(lazy), tuple(prints))
