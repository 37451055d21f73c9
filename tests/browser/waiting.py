"""Waiting in a page for what is only promised."""


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
