"""Proves that every name is shown in the letter of the site, and that only a page with such a name fetches more for it."""

import pytest

from tests.browser.kinds import KINDS
from tests.conftest import asset

NAMES = "Łukasz Şahin Ağa Čapek"
FRAMED = "insluiten/doorgaan-of-vertragen/"
LATIN, EXTENDED = (asset(f"fonts/atkinson-hyperlegible-next{part}.woff2") for part in ("", "-ext"))


def letters_of(page):
    """The fonts that the browser drew the first heading in: family, and whether it came with the page."""
    session = page.context.new_cdp_session(page)
    for domain in ("DOM", "CSS"):
        session.send(f"{domain}.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": "h1"})["nodeId"]
    fonts = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    return {(font["familyName"], font["isCustomFont"]) for font in fonts}


@pytest.fixture
def opened(visit, address):
    """A function that opens a page, and gives it and the addresses of the fonts that it has fetched."""

    def open_page(path):
        page, fetched = visit(None), []
        page.on("request", lambda request: fetched.append(request.url.removeprefix(address)))
        page.goto(address + path)
        page.evaluate("document.fonts.ready")
        return page, lambda: {one for one in fetched if one.endswith(".woff2")}

    return open_page


@pytest.mark.parametrize("path", [KINDS["spanningsveld"], "reflectie/", FRAMED])
def test_a_name_is_shown_in_the_letter_of_the_site(opened, path):
    page, fetched = opened(path)
    assert fetched() == {LATIN}
    with page.expect_event("requestfinished", lambda request: request.url.endswith(EXTENDED)):
        page.evaluate("name => { document.querySelector('h1').textContent = name }", NAMES)
    page.evaluate("document.fonts.ready")
    assert letters_of(page) == {("Atkinson Hyperlegible Next", True)}
    assert fetched() == {LATIN, EXTENDED}


def test_another_letter_is_caught(opened):
    page, _ = opened(KINDS["begrip"])
    # Not by a sign that the letter lacks: where a machine has no font for it either, the site's own draws an empty box.
    page.evaluate("() => { document.querySelector('h1').style.fontFamily = 'serif' }")
    assert not any(custom for _, custom in letters_of(page))
