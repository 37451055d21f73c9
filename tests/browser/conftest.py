"""What the browser tests share: pages of the site under chosen circumstances."""

from contextlib import ExitStack

import pytest
from playwright.sync_api import expect
from reflecties import REFLECTIE
from windows import window

# As long as Playwright waits for all else: on a busy machine what is soon there still comes.
expect.set_options(timeout=30_000)


@pytest.fixture(scope="module")
def desk(browser):
    """One page in a wide window, for tests that leave nothing behind in it."""
    with window(browser) as page:
        yield page


@pytest.fixture(scope="module")
def touch(browser):
    """The same on a phone that one touches."""
    with window(browser, 360, 740, has_touch=True, is_mobile=True) as page:
        yield page


@pytest.fixture(scope="module")
def _standing(browser):
    with window(browser) as page:
        yield page, page.context.new_cdp_session(page)


@pytest.fixture(scope="module")
def _clocked(browser):
    with window(browser, timezone_id="Europe/Amsterdam") as page:
        yield page, page.context.new_cdp_session(page)


@pytest.fixture
def shared(_standing, address):
    """A context for one test at a time: its pages are closed and its storage is emptied afterwards. Faster than a new one."""
    page, session = _standing
    yield page.context
    emptied(page, session, address)


def emptied(page, session, address: str) -> None:
    """Close all tabs beside `page`, and empty what its context keeps of the site."""
    for other in page.context.pages:
        if other != page:
            other.close()
    session.send("Storage.clearDataForOrigin", {"origin": address.split("/leren")[0], "storageTypes": "all"})


def left(page, address: str) -> None:
    """Have `page` leave what it shows, which may write to the storage as it goes, and forget what a tab keeps by itself."""
    # Where the host has no page is of the same origin.
    page.goto(address + "weg")
    page.evaluate("sessionStorage.clear()")
    page.set_viewport_size({"width": 1280, "height": 800})


@pytest.fixture
def standing(_standing, shared, address):
    """The tab of `shared` that stays open: in it a page is there in half the time that a new tab takes.

    For tests that hang nothing on the tab: no listener, script, colours or clock of their own; and its history is long.
    """
    page, _ = _standing
    yield page
    # Before the storage is emptied.
    left(page, address)


@pytest.fixture
def clocked(_clocked, address):
    """Such a tab for tests that set the clock, which each of them sets anew; in Amsterdam, where meetings are led."""
    page, session = _clocked
    yield page
    left(page, address)
    emptied(page, session, address)


@pytest.fixture
def fresh(shared, address):
    """The page of the reflection in a tab of its own, for a test that hangs something on that or looks at its history."""
    page = shared.new_page()
    page.goto(address + REFLECTIE)
    return page


@pytest.fixture
def visit(browser, address):
    """A function that opens a page in a `window` of its own; path None gives an empty page, to prepare before going."""
    with ExitStack() as windows:

        def open_page(path: str | None = "", width: int = 1280, height: int = 800, **options):
            page = windows.enter_context(window(browser, width, height, **options))
            if path is not None:
                page.goto(address + path)
            return page

        yield open_page
