"""What picking cards costs a reader: a PDF of 300 cards made in the browser, next to Typst making the same cards.

Needs the built site in site/ and Linux, which tells how much memory a process took at most. It prints ratios and passes no
verdict. The browser's share is that of the one process that runs the page, its libraries and its pictures included.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

sys.dont_write_bytecode = True
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from builds import CannotMeasure  # noqa: E402

from tests.host import plain, serving  # noqa: E402

SITE = Path(os.environ.get("SITE", ROOT / "site"))
CARDS = 300
RUNS = 3
PAGE = "kaarten/zelf-kiezen/"
LOOKS = {"colour": "", "black and white": "&zwart=1"}


def main() -> None:
    if not (SITE / PAGE / "index.html").is_file():
        raise CannotMeasure(f"{SITE}/{PAGE} is not there; run `make site` first.")
    if not Path("/proc/self/clear_refs").exists():
        raise CannotMeasure("This system does not tell how much memory a process took at most; Linux does.")
    sets, count = whole_sets()
    typst = [
        json.loads(subprocess.run([sys.executable, __file__, *sets], capture_output=True, text=True, check=True).stdout)
        for _ in range(RUNS)
    ]
    seconds, peak = median(run["seconds"] for run in typst), median(run["peak"] for run in typst)
    print(f"A PDF of {count} cards, median of {RUNS}")
    print(f"{'':26}{'seconds':>10}{'ratio':>8}{'peak MB':>10}{'ratio':>8}{'file kB':>10}")
    print(
        f"{'Typst, ready-made':26}{seconds:>10.2f}{1:>8.2f}{peak / 1e6:>10.0f}{1:>8.2f}{typst[0]['bytes'] / 1e3:>10.0f}"
    )
    for look, runs in in_browser(sets).items():
        took, most = median(run["seconds"] for run in runs), median(run["peak"] for run in runs)
        print(
            f"{f'browser, {look}':26}{took:>10.2f}{took / seconds:>8.2f}{most / 1e6:>10.0f}"
            f"{most / peak:>8.2f}{runs[0]['bytes'] / 1e3:>10.0f}"
        )
        print(f"{'':4}of which before the press {median(run['before'] for run in runs) / 1e6:.0f} MB")


def whole_sets() -> tuple[list[str], int]:
    """The first sets that together have enough cards, and how many those are, without what explains them."""
    from macros.cards import choices
    from macros.knowledge.reader import load

    sets, count = [], 0
    for one in choices(load(ROOT / "docs")).sets:
        if count < CARDS:
            sets.append(one.deck.id)
            count += len(one.keuzes)
    return sets, count


def with_typst(sets: list[str]) -> None:
    """Make the ready-made PDFs of `sets`, and print as JSON what it took; in a process of its own."""
    import resource

    from macros.cards import form_of, render_pdf
    from macros.knowledge.records import Deck
    from macros.publish.made.generated import print_shop

    shop = print_shop(ROOT / "docs", "https://voorbeeld.test/")
    decks = {deck.id: deck for deck in shop.bank.of_kind(Deck)}
    start = time.perf_counter()
    pdfs = [render_pdf(shop, decks[id], form_of(shop.bank, decks[id])) for id in sets]
    print(
        json.dumps(
            {
                "seconds": time.perf_counter() - start,
                "bytes": sum(map(len, pdfs)),
                "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
            }
        )
    )


def in_browser(sets: list[str]) -> dict[str, list[dict]]:
    """What each press on the button took, in a page that was open for a moment, as for a reader."""
    from playwright.sync_api import sync_playwright

    runs: dict[str, list[dict]] = {look: [] for look in LOOKS}
    with sync_playwright() as playwright, serving(plain(SITE)) as host:
        for _ in range(RUNS):
            for look, more in LOOKS.items():
                # A new browser each time: a process keeps what it once took.
                browser = playwright.chromium.launch(
                    executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
                )
                page = browser.new_page()
                page.goto(f"{host}{PAGE}#set={','.join(sets)}{more}")
                page.wait_for_load_state("networkidle")
                process = renderer(browser)
                before = memory(process, "VmRSS")
                Path(f"/proc/{process}/clear_refs").write_text("5")
                start = time.perf_counter()
                with page.expect_download() as download:
                    page.get_by_role("button", name="Download de PDF").click()
                file = download.value.path()
                runs[look].append(
                    {
                        "seconds": time.perf_counter() - start,
                        "before": before,
                        "peak": memory(process, "VmHWM"),
                        "bytes": file.stat().st_size,
                    }
                )
                browser.close()
    return runs


def renderer(browser) -> int:
    """The process that runs the page: of all that can, the one that takes most."""
    found = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    return max((one["id"] for one in found if one["type"] == "renderer"), key=lambda id: memory(id, "VmRSS"))


def memory(process: int, what: str) -> int:
    """Bytes of memory of a process: `VmRSS` for now, `VmHWM` at most since that was last cleared."""
    for line in Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith(f"{what}:"):
            return int(line.split()[1]) * 1024
    raise CannotMeasure(f"Process {process} does not tell its {what}.")


if __name__ == "__main__":
    try:
        with_typst(sys.argv[1:]) if sys.argv[1:] else main()
    except CannotMeasure as reason:
        sys.exit(f"bench: {reason}")
