"""How soon a chosen place is on the screen of a slow phone, next to a bare group of radio buttons in the same browser.

Needs the built site in site/. Each page is tapped as a finger does, with the processor four times slower; what counts is the
longest event of a tap up to the next paint, as browsers report it (Event Timing, in steps of 8 ms). It passes no verdict.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from statistics import median

sys.dont_write_bytecode = True
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.host import plain, serving  # noqa: E402

SITE = Path(os.environ.get("SITE", ROOT / "site"))
SLOWER = 4
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True, "device_scale_factor": 2}
BARE = "<!doctype html><title>kaal</title>" + "".join(
    f"<label style='display:inline-block;padding:12px'><input type=radio name=plek value={number}></label>"
    for number in range(11)
)
PAGES = {
    "bare radio buttons": None,
    "a field": "spanningsvelden/doorgaan-of-vertragen/",
    "all lines": "spanningsvelden/alle-lijnen/",
    "the reflection": "reflectie/#velden=1,2,3,4,5,6",
}
OBSERVE = """
() => {
  window.taps = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.interactionId) taps.push([entry.interactionId, entry.duration]);
  }).observe({ type: "event", durationThreshold: 16 });
}
"""


def main() -> None:
    from playwright.sync_api import sync_playwright

    if not (SITE / "index.html").is_file():
        sys.exit(f"bench: {SITE} is not there; run `make site` first.")
    with sync_playwright() as playwright, serving(plain(SITE)) as address:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        told = {name: taps(browser, path and address + path) for name, path in PAGES.items()}
        browser.close()
    bare = median(told["bare radio buttons"])
    print(
        f"From a tap to the next paint, processor {SLOWER} times slower, median of {len(next(iter(told.values())))} taps"
    )
    print(f"{'':22}{'ms':>6}{'ratio':>8}")
    for name, found in told.items():
        print(f"{name:22}{median(found):>6.0f}{median(found) / bare:>8.2f}")


def taps(browser, address: str | None) -> list[float]:
    """Milliseconds of each tap on places in turn; one too short for the browser to report counts as its 16."""
    with browser.new_context(**PHONE) as context:
        page = context.new_page()
        page.goto(address) if address else page.set_content(BARE)
        page.wait_for_load_state("networkidle")
        if address and "reflectie" in address:
            page.locator(".keuze [type=submit]").click()
        fields = page.locator(".rail label" if address else "label").filter(visible=True)
        fields.first.wait_for()
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        page.evaluate(OBSERVE)
        fields.first.scroll_into_view_if_needed()
        found = []
        for number in (2, 8, 4, 9, 1, 7, 3, 10, 5, 6):
            before = page.evaluate("taps.length")
            fields.nth(number).tap()
            page.wait_for_timeout(400)
            durations = page.evaluate("(before) => taps.slice(before).map(([, ms]) => ms)", before)
            found.append(max(durations, default=16))
        return found


if __name__ == "__main__":
    main()
