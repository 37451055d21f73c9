"""What a browser with an empty cache fetches for one page, from a server that compresses as hosts do."""

from __future__ import annotations

import gzip
import mimetypes
import shutil
import threading
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from builds import CannotMeasure

KINDS = {".html": "html", ".css": "css", ".js": "js", ".woff2": "font", ".woff": "font", ".ttf": "font"}
TEXT = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt"}
QUIET_SECONDS = 1


@dataclass(frozen=True)
class Sent:
    """An answer of our server: status, kind of file, bytes of the body as transferred."""

    path: str
    status: int
    kind: str
    body_bytes: int


@dataclass(frozen=True)
class View:
    """What one page view asked: of our server, and of other hosts, which all refuse.

    `kept_bytes` is what a service worker fetches besides, once the page is there, to have it without internet.
    """

    sent: tuple[Sent, ...]
    refused: tuple[str, ...]
    kept_bytes: int

    def sent_bytes(self, kind: str | None = None) -> int:
        return sum(one.body_bytes for one in self.sent if kind in (None, one.kind))


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        path = unquote(urlsplit(self.path).path)
        file = self.server.site / (path.lstrip("/") + ("index.html" if path.endswith("/") else ""))
        found = file.is_file()
        body = file.read_bytes() if found else b""
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", mimetypes.guess_type(file.name)[0] or "application/octet-stream")
        if file.suffix in TEXT and "gzip" in self.headers.get("Accept-Encoding", ""):
            body = gzip.compress(body, compresslevel=9, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.server.sent.append(Sent(path, 200 if found else 404, KINDS.get(file.suffix, "other"), len(body)))
        self.wfile.write(body)

    def log_message(self, *args):
        pass


def first_views(sites: dict[str, Path], page: str) -> tuple[str, dict[str, View]]:
    """Version of the browser, and for each of `sites` what the first view of `page` fetches."""
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError:
        raise CannotMeasure("Playwright is not installed, so no page can be viewed: run `make bench`.") from None
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=shutil.which("chromium"),
                # Other hosts are refused with or without a network, so that both give the same numbers.
                args=[
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                ],
            )
            views = {name: _first_view(browser, name, site, page) for name, site in sites.items()}
            return browser.version, views
    except Error as error:
        raise CannotMeasure(f"Chromium could not view the page: {error.message.splitlines()[0]}") from None


def _first_view(browser, name: str, site: Path, page: str) -> View:
    sent, refused = _asked(browser, name, site, page, "block")
    with_worker, _ = _asked(browser, name, site, page, "allow")
    total, view = (sum(one.body_bytes for one in each) for each in (with_worker, sent))
    return View(sent, refused, total - view)


def _asked(browser, name: str, site: Path, page: str, workers: str) -> tuple[tuple[Sent, ...], tuple[str, ...]]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.site, server.sent = site, []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address, refused = f"http://127.0.0.1:{server.server_port}/", []
    context = browser.new_context(service_workers=workers)
    tab = context.new_page()
    tab.on("requestfailed", lambda request: request.url.startswith(address) or refused.append(request.url))
    tab.goto(address + page, wait_until="networkidle")
    # A worker, such as Material's search, is no part of that idleness.
    count = -1
    while count != len(server.sent):
        count = len(server.sent)
        tab.wait_for_timeout(QUIET_SECONDS * 1000)
    context.close()
    server.shutdown()
    server.server_close()
    missing = [one.path for one in server.sent if one.status != 200]
    if missing:
        raise CannotMeasure(f"The {name} page asks for what its site doesn't have: {', '.join(missing)}.")
    return tuple(server.sent), tuple(refused)
