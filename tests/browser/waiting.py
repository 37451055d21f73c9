"""Waiting for what Playwright has no event for: what is only promised in a page, and what a test itself is told.

Both wait outside the page, where a test may have stopped the clock.
"""

from collections.abc import Callable

_TIMES, _PAUSE = 1500, 20
"""How often is asked, and how many ms pass between."""


def until(page, promising: str, given=None) -> None:
    """Wait until what function `promising` promises is so; Playwright's own waiting takes any promise for an answer."""
    until_told(page, lambda: page.evaluate(promising, given), promising)


def until_told(page, so: Callable[[], object], what: str = "it") -> None:
    """Let `page` go on until `so()`, at most as long as for anything else; TimeoutError that names `what` after that."""
    for _ in range(_TIMES):
        if so():
            return
        page.wait_for_timeout(_PAUSE)
    raise TimeoutError(f"never came to be so: {what}")
