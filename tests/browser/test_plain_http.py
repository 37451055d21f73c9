"""A host without https, as in many a school or office: browsers hold things back there, and no page may fall over that."""

import pytest
from kinds import KINDS
from plain_http import HOST, answering
from playwright.sync_api import expect

# Each with a script of its own that does more than show what is there.
SCRIPTED = (
    *(
        "spanningsveld",
        "in één oogopslag",
        "begrip",
        "zelf kiezen",
        "meenemen",
        "zoeken",
        "reflectie",
        "team",
        "draaiboek",
    ),
    *("uitvoeren", "groepsscherm", "delen", "les", "kader"),
)


@pytest.fixture
def page(visit, site):
    """A page of which script breaks nothing unnoticed, where `HOST` is the site."""
    page = visit(None)
    page.trouble = []
    page.on("pageerror", lambda error: page.trouble.append(f"{page.url}: {error}"))
    page.on("dialog", lambda dialog: dialog.accept())
    page.route(f"{HOST}**", answering(site))
    return page


def test_no_script_asks_for_what_only_a_safe_connection_gives(page):
    for name in SCRIPTED:
        page.goto(HOST + KINDS[name], wait_until="networkidle")
    assert not page.evaluate("isSecureContext") and page.trouble == []


def test_a_plan_is_made_and_goes_to_a_calendar(page):
    page.goto(f"{HOST}begeleiden/draaiboek/#b1=_wk3.60")
    expect(page.locator(".plan-titel")).to_have_text("Een tijdlijn maken")
    page.locator("[data-zet=pauze]").click()
    expect(page.locator(".plan-rij")).to_have_count(2)
    expect(page.get_by_role("button", name="Kopieer de link")).to_be_hidden()
    page.locator("[name=datum]").fill("2027-03-26")
    with page.expect_download() as download:
        page.get_by_role("button", name="Zet in je agenda").click()
    assert download.value.suggested_filename.endswith(".ics") and page.trouble == []
