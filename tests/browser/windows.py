"""A window of the browser: without the service worker, which would answer for the host and keep each page, and without motion."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, CDPSession, Page

# To be run in a page: its browser takes no more changes of the history, as Safari does for a while after a hundred.
HISTORY_IS_FULL = """() => {
  for (const name of ["pushState", "replaceState"]) {
    history[name] = () => { throw new DOMException("too many", "SecurityError"); };
  }
}"""

# The same: a browser without a screen refuses every lock that keeps it on, so it is given one that remembers.
LOCKS_REMEMBERED = """
window.locks = [];
navigator.wakeLock.request = async () => {
    const lock = { released: false, release: async () => { lock.released = true } };
    locks.push(lock);
    return lock;
};
"""


@contextmanager
def window(browser: Browser, width: int = 1280, height: int = 800, **options) -> Iterator[Page]:
    """A page in a context of its own, of so many CSS pixels; `options` are those of a context of Playwright."""
    given = {"reduced_motion": "reduce", "service_workers": "block", **options}
    with browser.new_context(viewport={"width": width, "height": height}, **given) as context:
        yield context.new_page()


def leave_out(page: Page, *patterns: str) -> CDPSession:
    """Have `page` fetch nothing whose address fits one of `patterns`, until what this gives is detached.

    A route that aborts would do the same, but with it the browser keeps nothing, and each request takes the way through the test.
    """
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.setBlockedURLs", {"urls": [*patterns]})
    return session
