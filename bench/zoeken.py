"""How well search finds, next to Pagefind on the same built pages and queries, and what a keystroke costs on a slow phone.

Needs the built site in site/ and the queries in tests/search/. It prints shares and passes no verdict; the test that does is
tests/search/. Pagefind gets what a reader sees of a page: its main part, without what surrounds the text.
"""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

sys.dont_write_bytecode = True
ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "search")]

from builds import CannotMeasure  # noqa: E402
from engine import ask, queries  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402

from tests.host import plain, serving  # noqa: E402

SITE = Path(os.environ.get("SITE", ROOT / "site"))
AROUND = ".rondom, .anker, .id, .kruimels, .soortnaam, .inhoud, .bron"
SLOWER = 4
Right = dict[str, list[str]]
"""Addresses by what is typed: those that count as right, or those that are found."""
TYPED = ("maakbaarheid", "wie is verantwoordelijk", "rontonde", "olifantenpad", "perspectiefwissel uitvoeren")


def main() -> None:
    indexes = list(SITE.glob("assets/vast/zoekindex-*.json"))
    if len(indexes) != 1:
        raise CannotMeasure(f"{SITE}/assets/vast/ has no one search index; run `make site` first.")
    index = indexes[0].read_text(encoding="utf-8")
    print(f"Index: {len(gzip.compress(index.encode(), 9)) / 1000:.0f} kB gzip in one file")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder, serving(plain(folder)) as peer:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        pagefind = [
            sys.executable,
            "-m",
            "pagefind",
            "--site",
            SITE,
            "--output-path",
            Path(folder) / "pagefind",
            "--quiet",
        ]
        options = ["--force-language", "nl", "--root-selector", "main", "--exclude-selectors", AROUND]
        subprocess.run([*pagefind, *options], check=True)
        for half, title in (("known", "tuned on these"), ("kept", "not tuned on these"), ("fresh", "as they came")):
            kinds = queries(half)
            asked = [typed for kind in kinds.values() for typed in kind]
            ours = [[hit["address"] for hit in hits] for hits in ask(index, asked)]
            theirs = with_pagefind(browser, peer, asked)
            report(title, kinds, {"ours": dict(zip(asked, ours)), "Pagefind": dict(zip(asked, theirs))})
        with serving(plain(SITE)) as address:
            keystrokes(browser, address)
        browser.close()


def report(title: str, kinds: dict[str, Right], found: dict[str, Right]) -> None:
    """Print the share of queries that are right first and among the first three, by kind of difficulty."""
    everything = {typed: pages for right in kinds.values() for typed, pages in right.items()}
    print(
        f"\n{f'{len(everything)} queries, {title}':34}" + "".join(f"{f'{name} first':>16}{'in 3':>8}" for name in found)
    )
    for kind, right in {**kinds, "all": everything}.items():
        print(f"{f'{kind} ({len(right)})':34}", end="")
        for answers in found.values():
            first, soon = (
                sum(bool(set(answers[typed][:count]) & set(pages)) for typed, pages in right.items())
                for count in (1, 3)
            )
            print(f"{first / len(right):>16.0%}{soon / len(right):>8.0%}", end="")
        print()


def with_pagefind(browser, address: str, asked: list[str]) -> list[list[str]]:
    """What Pagefind's own script finds, run in the browser as a page would."""
    page = browser.new_page()
    page.goto(address)
    return page.evaluate(
        """async (asked) => {
            const pagefind = await import(new URL("pagefind/pagefind.js", location.href).href);
            await pagefind.init();
            const found = [];
            for (const typed of asked) {
                const { results } = await pagefind.search(typed);
                const pages = await Promise.all(results.slice(0, 3).map((result) => result.data()));
                found.push(pages.map(({ url }) => new URL(url, location.href).pathname.slice(1)));
            }
            return found;
        }""",
        asked,
    )


def keystrokes(browser, address: str) -> None:
    """Print what typing costs in a browser that is made slower, letter by letter until the list has changed."""
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(f"{address}begrippen/balanceren/")
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.keyboard.press("ControlOrMeta+k")
    page.locator("dialog input").fill("eerst")
    page.locator("dialog ol a").first.wait_for()
    page.evaluate("""() => {
        window.took = [];
        const input = document.querySelector("dialog input");
        input.addEventListener("input", () => { window.began = performance.now(); }, { capture: true });
        new MutationObserver(() => window.took.push(performance.now() - window.began))
            .observe(document.querySelector("dialog .zoek-uitkomst"), { childList: true });
    }""")
    for words in TYPED:
        page.locator("dialog input").fill("")
        page.locator("dialog input").press_sequentially(words, delay=150)
    took = page.evaluate("window.took")
    print(f"\nA keystroke, {SLOWER} times slower: median {median(took):.0f} ms, most {max(took):.0f} ms ({len(took)})")


if __name__ == "__main__":
    try:
        main()
    except CannotMeasure as reason:
        sys.exit(str(reason))
