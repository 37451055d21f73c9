"""Reading and touching the lines on an open page, for the tests of the line."""

LINE = "spanningsvelden/doorgaan-of-vertragen/"
ALL_LINES = "spanningsvelden/alle-lijnen/"
PLACES = [
    "helemaal bij doorgaan",
    "heel dicht bij doorgaan",
    "dicht bij doorgaan",
    "meer richting doorgaan",
    "iets richting doorgaan",
    "precies ertussen",
    "iets richting vertragen",
    "meer richting vertragen",
    "dicht bij vertragen",
    "heel dicht bij vertragen",
    "helemaal bij vertragen",
]
EMPTY = "Nog geen plek gekozen"


def placed(page) -> list[int | None]:
    """The chosen place of every question on the page, None where nothing is chosen."""
    return page.evaluate("""() => [...document.querySelectorAll("fieldset.plek")].map((group) => {
        const index = [...group.querySelectorAll("input")].findIndex((input) => input.checked);
        return index < 0 ? null : index;
    })""")


def told(page) -> list[str]:
    """What the page says about the place, per question."""
    return page.locator("fieldset.plek output").all_inner_texts()


def at(page, place: float, question: int = 0) -> tuple[float, float]:
    """Where the middle of a place on the line is, in the window; scrolled to, when it isn't there."""
    left, width, middle = page.evaluate(
        """(question) => {
        const rail = document.querySelectorAll(".rail")[question];
        let box = rail.getBoundingClientRect();
        if (box.top < 0 || box.bottom > innerHeight) rail.scrollIntoView({ block: "center", behavior: "instant" });
        box = rail.getBoundingClientRect();
        return [box.left, box.width, (box.top + box.bottom) / 2];
    }""",
        question,
    )
    return left + width * (place + 0.5) / len(PLACES), middle


def choose(page, place: int, question: int = 0) -> None:
    """Click a place on the line."""
    page.mouse.click(*at(page, place, question))


def focused(page) -> str:
    """The focused element in short: `natuur 3` for a place, otherwise its text."""
    return page.evaluate("""() => {
        const at = document.activeElement;
        return at.type === "radio" ? `${at.name.split("-").pop()} ${at.value}` : at.textContent.trim();
    }""")
