"""The address that holds a choice: somebody goes to another while the page was about to write the one of before."""

import pytest

CHANGES = {
    "kaarten/zelf-kiezen/": ("kaarten=emotie-boos", ".kies-lijst input:checked", "kaarten=sv4-v1"),
    "begeleiden/draaiboek/": ("b1=_pauze.15", "[data-stap=weg]", "b1=0930_pauze.20"),
    "werkkaarten/": ("tijd=30", "form:not([hidden]) [type=reset]", "tijd=60"),
}
"""By the path of a page: a choice, what is pressed to change it once that can be done, and another choice."""


@pytest.mark.parametrize("path", CHANGES)
def test_where_somebody_goes_is_not_written_over_by_what_was_chosen_before(shared, address, path):
    first, press, then = CHANGES[path]
    page = shared.new_page()
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(f"{address}{path}#{first}")
    page.locator(press).first.wait_for(state="attached")
    # Both are due at once: the page writes after the address has changed, and before it is told.
    page.evaluate(
        """([press, then]) => {
        setTimeout(() => (location.hash = then));
        document.querySelector(press).click();
        const due = performance.now() + 400;
        while (performance.now() < due);
    }""",
        [press, then],
    )
    page.evaluate("new Promise((done) => setTimeout(done, 500))")
    assert page.url.partition("#")[2] == then
