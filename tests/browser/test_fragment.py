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


READ = {
    "kaarten/zelf-kiezen/": (
        ["kaarten%3Dsv4-v1%2Csv4-v6", "kaarten=sv4-v1,sv4-v6&amp;vorm=a7."],
        ".kies-lijst input:checked",
        2,
    ),
    "insluiten/vragen/": (["velden%3D4%26vragen%3Dsv4-v6", "velden=4&vragen=sv4-v6)"], "[data-vraag]:visible", 1),
    "reflectie/team/": (
        ["sessie%3D35C1F", "sessie=35C1F)", "velden%3D2%2C4"],
        "[data-stap=invullen]:visible .team-lijnen:visible, [data-stap=begin]:visible .team-veld input:checked",
        2,
    ),
    "werkkaarten/": (["tijd%3D60", "tijd=60)."], "[name=tijd] option[value='60']:checked", 1),
    "begeleiden/draaiboek/": (
        ["b1%3D0930_wk3.75.45~pauze.15%26groep%3D8", "b1=0930_wk3.75.45~%20pauze.15&groep=8)"],
        ".plan-rij",
        2,
    ),
}
"""By the path of a page: choices as they come out of a mail or a chat, and how much of what is then seen."""


@pytest.mark.parametrize("path, damaged", [(path, one) for path, (choices, *_) in READ.items() for one in choices])
def test_a_choice_that_was_damaged_on_its_way_is_read_as_it_was_made(standing, address, path, damaged):
    _, place, count = READ[path]
    standing.goto("about:blank")
    standing.goto(f"{address}{path}#{damaged}")
    expect(standing.locator(place)).to_have_count(count)
    expect(standing.get_by_text("niet kennen")).to_have_count(0)


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


def test_a_heading_of_two_lines_that_a_link_leads_to_is_tinted_with_its_row(visit):
    page = visit("over/colofon/#redactie", width=360, height=740)
    heading, shadow = page.locator(":target"), "one => getComputedStyle(one).boxShadow"
    assert heading.evaluate("one => one.getClientRects().length") == 2
    # The tint of a line would lie over the words of the line above.
    assert heading.evaluate(shadow) == "none" != heading.locator("..").evaluate(shadow)
