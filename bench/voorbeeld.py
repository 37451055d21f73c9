"""How soon an edit is on the screen of who edits with `make serve`, next to `mkdocs serve` with stock Material on the same pages.

An edit of prose, and one of a card on the page of its deck; a card has no peer, so it is told next to the same edit of prose.
It passes no verdict.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

sys.dont_write_bytecode = True
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from builds import CannotMeasure, prepare  # noqa: E402
from tables import head, row  # noqa: E402

from tests.programs import preview, program  # noqa: E402

RUNS = 3
FIELD = "spanningsvelden/maakbaar-of-ongrijpbaar"
DECK = "kaarten/bestuurdersvragen"
QUESTION = "Hoe ga je er als bestuurder mee om dat niet alles maakbaar is?"
TERM = "begrippen/agency"
CARD = "sv1-v6-voor"
SOURCES = "(name) => [...document.images].map((one) => one.src).filter((src) => src.includes(name))"
NEW_PICTURES = """
([name, before]) => {
  const there = [...document.images].filter((one) => one.src.includes(name));
  return there.some((one) => one.naturalWidth > 0) && there.every((one) => !before.includes(one.src));
}
"""


def main() -> None:
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        projects = prepare(ROOT, Path(folder))
        docs = projects["ours"] / "docs"
        browser = playwright.chromium.launch(
            executable_path=program("chromium-headless-shell") or program("chromium"), args=["--no-sandbox"]
        )
        page = browser.new_page()
        page.set_default_timeout(120_000)
        # Stock asks another host for its letters, which may not answer.
        page.route(lambda url: "127.0.0.1" not in url, lambda route: route.abort())
        found = {}
        for name, project in projects.items():
            with preview(project) as address:
                found[name] = [prose(page, address, docs / f"{TERM}.md", number) for number in range(RUNS)]
                if name == "ours":
                    card = [a_card(page, address, docs / f"{FIELD}.md", number) for number in range(RUNS)]
        browser.close()
    head(f"From saving to the screen, median of {RUNS}", "stock")
    row("prose, seconds", *(median(found[name]) for name in projects), digits=2)
    print(f"{'a card, seconds':26}{median(card):>12.2f}{median(card) / median(found['ours']):>17.2f} of our prose")


def prose(page, address: str, file: Path, number: int) -> float:
    """Seconds until a sentence that was added to `file` is on `page`."""
    page.goto(f"{address}{TERM}/")
    word = f"Zin{number}."
    with saved(page, file, lambda text: f"{text}\n{word}\n") as start:
        page.get_by_text(word).wait_for(timeout=120_000)
        return time.perf_counter() - start


def a_card(page, address: str, file: Path, number: int) -> float:
    """Seconds until a card whose question changed in `file` has another picture on the `page` of its deck."""
    page.goto(f"{address}{DECK}/")
    before = page.evaluate(SOURCES, CARD)
    with saved(page, file, lambda text: text.replace(QUESTION, f"Hoe ga je daarmee om, keer {number}?")) as start:
        page.wait_for_function(NEW_PICTURES, arg=[CARD, before])
        return time.perf_counter() - start


@contextmanager
def saved(page, file: Path, edit) -> Iterator[float]:
    """When `file` was saved with `edit` in it; afterwards it is as it was, and so is the preview."""
    sound = file.read_text(encoding="utf-8")
    # The preview sees who looks by what the page asks once it is there.
    page.wait_for_timeout(1000)
    start = time.perf_counter()
    file.write_text(edit(sound), encoding="utf-8")
    try:
        yield start
    finally:
        with page.expect_request(lambda request: request.is_navigation_request()):
            file.write_text(sound, encoding="utf-8")
        page.wait_for_load_state()


if __name__ == "__main__":
    try:
        main()
    except (CannotMeasure, RuntimeError) as reason:
        sys.exit(f"bench: {reason}")
