"""What the browser tests share: pages of the site under chosen circumstances."""

import pytest
from playwright.sync_api import expect

# As long as Playwright waits for all else: on a busy machine what is soon there still comes.
expect.set_options(timeout=30_000)


@pytest.fixture(scope="module")
def desk(browser):
    """One page in a wide window, for tests that leave nothing behind in it."""
    with browser.new_context(
        viewport={"width": 1280, "height": 800}, reduced_motion="reduce", service_workers="block"
    ) as context:
        yield context.new_page()


@pytest.fixture(scope="module")
def _shared(browser):
    # A service worker would load its store anew each time that the storage was emptied.
    with browser.new_context(
        viewport={"width": 1280, "height": 800}, reduced_motion="reduce", service_workers="block"
    ) as context:
        yield context


@pytest.fixture
def shared(_shared, address):
    """A context for one test at a time: its pages are closed and its storage is emptied afterwards. Faster than a new one."""
    yield _shared
    for page in _shared.pages:
        page.close()
    page = _shared.new_page()
    page.context.new_cdp_session(page).send(
        "Storage.clearDataForOrigin", {"origin": address.split("/leren")[0], "storageTypes": "all"}
    )
    page.close()


@pytest.fixture
def visit(browser, address):
    """A function that opens a page in a context of its own; path None gives an empty page, to prepare before going.

    Without the service worker, which would answer for the host and keep each page: who tests that lets it in.
    """
    contexts = []

    def open_page(path: str | None = "", width: int = 1280, height: int = 800, **options):
        given = {"reduced_motion": "reduce", "service_workers": "block", **options}
        context = browser.new_context(viewport={"width": width, "height": height}, **given)
        contexts.append(context)
        page = context.new_page()
        if path is not None:
            page.goto(address + path)
        return page

    yield open_page
    for context in contexts:
        context.close()
