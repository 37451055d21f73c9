"""On a host that leaves out the slash at the end of addresses, every link, style and script is still found."""

from http import HTTPStatus

import pytest
from lines import LINE
from playwright.sync_api import expect

from tests.conftest import FOLDER
from tests.host import Quiet, serving

SANDBOXED = "kaal"
"""Beside the site, a page that shows one of it in the strictest frame."""


def stripping(site, redirects: bool):
    """A host that has each page at its address without the slash, and sends who asks for it with one there, or not."""

    class Host(Quiet):
        def __init__(self, *args):
            super().__init__(*args, directory=str(site))

        def do_GET(self):
            path = self.path.split("?")[0]
            if path == f"/{SANDBOXED}":
                body = (
                    f'<!doctype html><iframe sandbox="allow-scripts" src="{FOLDER}insluiten/vragen"></iframe>'.encode()
                )
                self.send_response(HTTPStatus.OK)
                self.send_header("Content-Type", "text/html")
                self.end_headers()
                self.wfile.write(body)
            elif redirects and path.endswith("/"):
                self.send_response(HTTPStatus.PERMANENT_REDIRECT)
                self.send_header("Location", self.path.replace(path, path.rstrip("/"), 1))
                self.end_headers()
            else:
                super().do_GET()

        def translate_path(self, path):
            path = path.split("?")[0]
            file = site / (path.removeprefix(FOLDER.rstrip("/")).strip("/") or ".")
            return str(file / "index.html" if file.is_dir() else file)

    return Host


@pytest.fixture(scope="module", params=[False, True], ids=["serves both", "redirects"])
def host(request, site):
    with serving(stripping(site, request.param)) as root:
        yield root.rstrip("/") + FOLDER


LINKS = """() => [...new Set([...document.querySelectorAll("a[href], link[rel=stylesheet], script[src], img")]
    .map((one) => (one.href ?? one.src).split("#")[0]))].filter((one) => one.startsWith(location.origin))"""
SEEN = """() => [...document.styleSheets].length === document.querySelectorAll("link[rel=stylesheet]").length
    && [...document.styleSheets].every((one) => one.cssRules.length)"""


@pytest.mark.parametrize("path", ["", "werkkaarten/tijdlijn/", "kaarten/zelf-kiezen/"])
def test_a_page_without_its_slash_has_no_dead_links(path, host, visit):
    page = visit(None)
    page.goto(host.rstrip("/") + f"/{path}".rstrip("/") + "?a=1")
    expect(page).to_have_url(f"{host}{path}?a=1")
    assert page.evaluate(SEEN)
    links = page.evaluate(LINKS)
    assert len(links) > 10
    assert [link for link in links if not page.request.get(link).ok] == []
    assert page.request.get(f"{host}bestaat-niet").status == HTTPStatus.NOT_FOUND


def test_one_can_go_on_reload_and_come_back(host, visit):
    page = visit(None)
    page.goto(host + LINE.rstrip("/") + "?a=1#sv4-v3")
    expect(page).to_have_url(host + LINE + "?a=1#sv4-v3")
    page.locator("header a[href*=werkkaarten]").first.click()
    page.wait_for_url(f"{host}werkkaarten/")
    page.reload()
    expect(page).to_have_url(f"{host}werkkaarten/")
    page.go_back()
    expect(page).to_have_url(host + LINE + "?a=1#sv4-v3")
    assert page.evaluate(SEEN)


def test_also_in_the_strictest_frame(host, visit):
    page = visit(None)
    page.goto(host.replace(FOLDER, f"/{SANDBOXED}"))
    inside = page.frames[1]
    inside.wait_for_selector("h1")
    assert inside.url == f"{host}insluiten/vragen/"
