"""Waiting for what Playwright has no event for: what is only promised in a page, and what a test itself is told."""

from collections.abc import Callable


def until(page, promising: str, given=None) -> None:
    """Wait until what function `promising` promises is so; Playwright's own waiting takes any promise for an answer."""
    page.evaluate(
        f"""async (given) => {{
        const promising = {promising};
        for (let i = 0; i < 300; i++) {{
            if (await promising(given)) return;
            await new Promise((done) => setTimeout(done, 50));
        }}
        throw new Error("it did not come to be so: " + promising);
    }}""",
        given,
    )


def until_told(page, so: Callable[[], object]) -> None:
    """Let `page` go on until `so()`, at most as long as for anything else; TimeoutError after that."""
    for _ in range(500):
        if so():
            return
        page.wait_for_timeout(20)
    raise TimeoutError("it never came")
