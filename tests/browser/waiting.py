"""Waiting for what a test itself is told, for which Playwright has no event of its own."""

from collections.abc import Callable


def until(page, so: Callable[[], object]) -> None:
    """Let `page` go on until `so()`, at most as long as for anything else; TimeoutError after that."""
    for _ in range(500):
        if so():
            return
        page.wait_for_timeout(20)
    raise TimeoutError("it never came")
