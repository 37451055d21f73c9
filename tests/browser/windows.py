"""A window of the browser: without the service worker, which would answer for the host and keep each page, and without motion."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page


@contextmanager
def window(browser: Browser, width: int = 1280, height: int = 800, **options) -> Iterator[Page]:
    """A page in a context of its own, of so many CSS pixels; `options` are those of a context of Playwright."""
    given = {"reduced_motion": "reduce", "service_workers": "block", **options}
    with browser.new_context(viewport={"width": width, "height": height}, **given) as context:
        yield context.new_page()
