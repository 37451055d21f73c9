"""What the browser tests share: pages of the site under chosen circumstances."""

import pytest


@pytest.fixture(scope="module")
def desk(browser):
    """One page in a wide window, for tests that leave nothing behind in it."""
    with browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce") as context:
        context.set_default_timeout(10_000)
        yield context.new_page()


@pytest.fixture
def visit(browser, address):
    """A function that opens a page in a context of its own; path None gives an empty page, to prepare before going."""
    contexts = []

    def open_page(path: str | None = "", width: int = 1280, height: int = 800, **options):
        context = browser.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce", **options)
        contexts.append(context)
        context.set_default_timeout(10_000)
        page = context.new_page()
        if path is not None:
            page.goto(address + path)
        return page

    yield open_page
    for context in contexts:
        context.close()
