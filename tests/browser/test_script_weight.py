"""How heavy a page is: everything that its browser really loads, by the page itself or while it is used."""

import gzip
from functools import partial

import pytest
from kinds import KINDS
from reflecties import ONLINE, REFLECTIE, keep, one_made

from tests.conftest import asset

FIELD_BYTES, REFLECTIE_BYTES, FIRST_VIEW_BYTES, PICKER_BYTES = 8_000, 25_000, 100_000, 110_000
PLANNER_BYTES = 24_000
LEADING_BYTES, LEADING_STYLE_BYTES = 7_000, 4_000
LEADING_AND_CORE_BYTES = 20_000
"""With the core of the planner, and some 5 KB that every page has."""


@pytest.fixture
def loading(visit, address):
    """A page that tells what it has loaded, with gzipped bytes: all of it by `page.loads()`, its scripts by `page.scripts()`."""
    page, requests = visit(None, **ONLINE), []
    # Weighed when that is asked, for a page can be idle before the last of it is weighed.
    page.on("requestfinished", lambda request: requests.append(request))

    def weighed(*kinds: str) -> dict[str, int]:
        return {
            request.url.removeprefix(address): len(gzip.compress(request.response().body(), 9))
            for request in [*requests]
            if not kinds or request.resource_type in kinds
        }

    page.loads, page.scripts = weighed, partial(weighed, "script")
    return page


def test_the_first_view_of_a_spanningsveld_page(loading, address):
    loading.goto(address + KINDS["spanningsveld"])
    loading.wait_for_load_state("networkidle")
    assert {asset(f"js/{name}.js") for name in ("lijn", "zoeken", "theme")} <= set(loading.scripts())
    assert sum(loading.scripts().values()) < FIELD_BYTES, loading.scripts()
    assert {"js", "css", "woff2"} <= {path.rpartition(".")[2] for path in loading.loads()}
    assert sum(loading.loads().values()) < FIRST_VIEW_BYTES, loading.loads()


def test_the_script_of_the_reflection_with_all_of_it_used(loading, address):
    loading.goto(address + REFLECTIE)
    one_made(loading)
    keep(loading)
    loading.locator(".meenemen summary").click()
    loading.get_by_label("Met een wachtwoord").check()
    loading.locator("#wachtwoord-nieuw").fill("geheim")
    with loading.expect_download():
        loading.get_by_role("button", name="Download het bestand").click()
    loading.wait_for_load_state("networkidle")
    assert {asset(f"js/{name}.js") for name in ("reflectie", "offline", "lijn")} <= set(loading.scripts())
    assert sum(loading.scripts().values()) < REFLECTIE_BYTES, loading.scripts()


def test_the_card_picker_until_a_pdf_is_asked_for(loading, address):
    loading.goto(f"{address}kaarten/zelf-kiezen/#kaarten=sv4-v1,emotie-bang")
    loading.locator(".kies-balk").get_by_text("2 kaarten gekozen").wait_for()
    loading.wait_for_load_state("networkidle")
    assert asset("js/kaartenkiezer.js") in loading.scripts()
    assert sum(loading.loads().values()) < PICKER_BYTES, loading.loads()


def test_the_planner_with_a_plan_in_it(loading, address):
    loading.goto(f"{address}begeleiden/draaiboek/#b1=_wk3.60~pauze.15")
    loading.locator(".plan-rij").nth(1).wait_for()
    loading.wait_for_load_state("networkidle")
    assert asset("js/draaiboek.js") in loading.scripts()
    assert sum(loading.scripts().values()) < PLANNER_BYTES, loading.scripts()
    assert loading.loads()["begeleiden/blokken.json"] <= 13_000


def test_leading_a_meeting_with_what_the_planner_has_too(loading, address):
    loading.goto(f"{address}begeleiden/uitvoeren/#b1=_wk3.60~pauze.15")
    loading.locator("[data-doe=begin]").click()
    loading.wait_for_load_state("networkidle")
    assert loading.scripts()[asset("js/uitvoeren.js")] < LEADING_BYTES
    assert sum(loading.scripts().values()) < LEADING_AND_CORE_BYTES, loading.scripts()
    assert loading.loads()[asset("css/uitvoeren.css")] < LEADING_STYLE_BYTES


def test_a_script_that_is_loaded_later_counts(loading, address):
    loading.goto(address + KINDS["spanningsveld"])
    loading.wait_for_load_state("networkidle")
    before, later = set(loading.scripts()), asset("js/print.js")
    with loading.expect_request_finished():
        loading.evaluate(f"import('../../{later}')")
    assert set(loading.scripts()) - before == {later}
