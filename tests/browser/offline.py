"""Reading without internet: a host that can be renewed, slow or gone, and what a browser has kept of it."""

import functools
import os
import shutil
import threading
from http.server import ThreadingHTTPServer
from pathlib import Path

from waiting import until

from macros.knowledge.records import Deck
from macros.pages.site import address as address_of
from macros.publish import assets
from macros.publish.built.offline import keep_offline
from tests.conftest import ROOT
from tests.host import Quiet

FOLDER = "leren/"
STORE = "lezen:/leren/ bezocht"
WHOLE = "lezen:/leren/ hele site"
DECKS = "lezen:/leren/ sets"

IN_STORE = "([name, url]) => caches.match(url, { cacheName: name }).then(Boolean)"
HELD = (
    """async (name) => (await caches.has(name)) ? (await (await caches.open(name)).keys()).map(({ url }) => url) : []"""
)


class Host:
    """The site below a folder, as files that a test may change; `trouble` by path: a status, "half" a page, the page of a "gate" on the way, or None for no answer at all.

    While it is `gone` it hangs up on everybody: also on a worker, which a browser's own offline mode may be late to reach.
    """

    def __init__(self, site: Path, folder: Path, prefix: str = FOLDER) -> None:
        self.folder, self.trouble, self.asked, self.gone = folder / prefix, {}, [], False
        # Linked, for only what a test changes needs to be there twice.
        shutil.copytree(site, self.folder, copy_function=os.link)
        self.over = threading.Event()
        host = self

        class Troubled(Quiet):
            def do_GET(self):
                if host.gone:
                    self.close_connection = True
                    return None
                path = self.path.split("?")[0]
                host.asked.append(path)
                trouble = host.trouble.get(path.removeprefix("/" + prefix), 200)
                if trouble == 200:
                    return super().do_GET()
                if trouble == "gate":
                    self.send_response(200)
                    self.send_header("Content-Type", "text/html; charset=utf-8")
                    self.end_headers()
                    return self.wfile.write(b"<!doctype html><title>Even controleren</title>")
                if trouble == "half":
                    self.send_response(200)
                    self.send_header("Content-Type", "text/html; charset=utf-8")
                    self.end_headers()
                    self.wfile.write(b"<!doctype html>")
                    self.wfile.flush()
                if trouble in (None, "half"):
                    host.over.wait(60)
                    self.close_connection = True
                    return None
                return self.send_error(trouble)

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Troubled, directory=str(folder)))
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self._server.server_port}/{prefix}"

    def recover(self) -> None:
        """Be there for everybody, as at first, and forget who asked for what."""
        self.trouble.clear()
        self.asked.clear()
        self.gone = False

    def close(self) -> None:
        self.over.set()
        self._server.shutdown()
        self._server.server_close()

    def edit(self, path: str, old: str, new: str) -> None:
        file = self.folder / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.unlink()
        file.write_text(text.replace(old, new), encoding="utf-8")

    def become(self, site: Path) -> None:
        """Serve another edition from now on."""
        shutil.rmtree(self.folder)
        shutil.copytree(site, self.folder, copy_function=os.link)

    def renew(self) -> None:
        """Do what a build does last, with the files as they are by now."""
        for old in [
            *self.folder.glob("assets/vast/meenemen-*.zip"),
            self.folder / "werker.js",
            self.folder / "meenemen.json",
        ]:
            old.unlink()
        keep_offline(self.folder, assets(ROOT / "docs"), decks())


def decks() -> dict[str, str]:
    from macros.knowledge.reader import load

    found = [page for page in load(ROOT / "docs").pages if isinstance(page.record, Deck)]
    return {address_of(page.path): page.record.titel for page in found}


def read(page, url: str, store: str = STORE) -> None:
    """Open a page and wait until it is kept."""
    page.goto(url)
    until_kept(page, url, store)


def until_kept(page, url: str, store: str = STORE) -> None:
    until(page, IN_STORE, [store, url.split("?")[0].split("#")[0]])


def held(page, store: str = STORE) -> list[str]:
    """Addresses in a store."""
    return page.evaluate(HELD, store)


def stores(page) -> list[str]:
    return page.evaluate("caches.keys()")


def workers(page) -> int:
    return page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)")
