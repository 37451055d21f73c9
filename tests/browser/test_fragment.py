"""The address that holds a choice, of which somebody goes to another while the page was about to write; and that of a place, typed."""

import pytest
from playwright.sync_api import expect

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


@pytest.mark.parametrize("typed", ["SV4-V6", "sv4-v6.", "Sv4-v6),", "sv4-v6%E2%80%9D"])
@pytest.mark.parametrize("there", [False, True], ids=["opened", "on the page"])
def test_an_id_that_was_typed_or_pasted_a_little_wrong_leads_to_its_place(shared, address, typed, there):
    page = shared.new_page()
    path = "spanningsvelden/doorgaan-of-vertragen/"
    if there:
        page.goto(address + path)
    page.goto(f"{address}{path}#{typed}")
    page.wait_for_url("**#sv4-v6")
    expect(page.locator(":target")).to_have_attribute("id", "sv4-v6")
    expect(page.locator("#sv4-v6")).to_be_in_viewport()


@pytest.mark.parametrize("typed", ["SV4-V999", "%E0%A4%A", "..."])
def test_what_is_no_id_at_all_stays_as_it_is(shared, address, typed):
    page, failed = shared.new_page(), []
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.goto(f"{address}spanningsvelden/doorgaan-of-vertragen/#{typed}")
    page.wait_for_load_state("networkidle")
    assert page.url.endswith(f"#{typed}") and failed == []
