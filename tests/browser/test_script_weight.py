"""How heavy the script of a page is: everything that its browser really loads, by the page itself or while it is used."""

import gzip

import pytest
from kinds import KINDS
from reflecties import ONLINE, REFLECTIE, keep, one_made

FIELD_BYTES, REFLECTIE_BYTES = 8_000, 25_000


@pytest.fixture
def loading(visit, address):
    """A page that keeps the scripts it loads, with their gzipped bytes, in `page.scripts`; search is only loaded on demand."""
    page = visit(None, **ONLINE)
    page.scripts = {}

    def weigh(response):
        if response.request.resource_type == "script":
            page.scripts[response.url.removeprefix(address)] = len(gzip.compress(response.body(), 9))

    page.on("requestfinished", lambda request: weigh(request.response()))
    return page


def test_the_script_of_a_spanningsveld_page(loading, address, bank):
    loading.goto(address + KINDS["spanningsveld"])
    loading.wait_for_load_state("networkidle")
    assert {"assets/js/lijn.js", "assets/js/zoeken.js", "assets/js/thema.js"} <= set(loading.scripts)
    assert sum(loading.scripts.values()) < FIELD_BYTES, loading.scripts


def test_the_script_of_the_reflection_with_all_of_it_used(loading, address):
    loading.goto(address + REFLECTIE)
    one_made(loading)
    keep(loading)
    loading.locator(".meenemen summary").click()
    loading.get_by_label("Met een wachtwoord").check()
    loading.locator("#wachtwoord-nieuw").fill("geheim")
    with loading.expect_download():
        loading.get_by_role("button", name="Neem het bestand mee").click()
    loading.wait_for_load_state("networkidle")
    names = ("reflectie", "document", "opslag", "versleutel", "bestand", "overzicht", "link", "offline")
    assert {f"assets/js/reflectie/{name}.js" for name in names} <= set(loading.scripts)
    assert sum(loading.scripts.values()) < REFLECTIE_BYTES, loading.scripts


def test_a_script_that_is_loaded_later_counts(loading, address):
    loading.goto(address + KINDS["spanningsveld"])
    loading.wait_for_load_state("networkidle")
    before = set(loading.scripts)
    with loading.expect_request_finished():
        loading.evaluate("import('../../assets/js/reflectie/link.js')")
    assert set(loading.scripts) - before == {"assets/js/reflectie/link.js"}
