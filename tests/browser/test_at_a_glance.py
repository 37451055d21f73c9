"""Choosing a way of working in the table of all: by link, touch and keyboard, after a reload and back, and without script."""

import re

import pytest
from playwright.sync_api import expect
from test_layout import sticking_out

from macros.pages.oogopslag.macro import oogopslag
from tests.conftest import site_of
from tests.knowledge.spoil import SOUND

PAGE = "werkkaarten/"


def shown(page) -> list[str]:
    return page.locator(".oogopslag tr:visible th[scope=row] a").all_inner_texts()


def stand(page) -> str:
    return page.locator(".oog-stand").inner_text()


def test_a_choice_lives_in_the_address_and_nowhere_else(visit, address):
    page = visit("begeleiden/", width=360, has_touch=True)
    page.get_by_role("link", name="Werkvormen van hoogstens een half uur").tap()
    page.wait_for_url("**/werkkaarten/#tijd=30")
    expect(page.locator("[name=tijd]")).to_have_value("30")
    assert page.locator("werkvormen-tabel").bounding_box()["y"] < 740
    short = shown(page)
    assert "Begrippen voelen" in short and "Een tijdlijn maken" not in short
    assert stand(page) == f"{len(short)} van de 16 passen hierbij."
    page.locator("[name=groep]").fill("4")
    assert set(shown(page)) < set(short) and "Emoties zichtbaar maken" not in shown(page)
    chosen = shown(page)
    assert page.url.endswith("#tijd=30&groep=4")
    page.reload()
    assert shown(page) == chosen
    expect(page.locator("[name=groep]")).to_have_value("4")
    page.get_by_role("link", name=chosen[0]).tap()
    page.wait_for_url(re.compile("#wk6-"))
    page.go_back()
    assert shown(page) == chosen
    page.get_by_role("button", name="Wis filters").tap()
    page.get_by_text("16 werkvormen", exact=True).wait_for()
    assert len(shown(page)) == 16 and page.url.endswith("werkkaarten/")
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


def test_a_time_lets_through_what_usually_takes_no_longer_here_and_in_the_planner(visit):
    page = visit(f"{PAGE}#tijd=60")
    assert "Een geno-sociogram maken" in shown(page) and "Een tijdlijn maken" not in shown(page)
    offered = page.locator("[name=tijd] option").all_inner_texts()
    page.locator("[name=tijd]").select_option(label="tot 90 minuten")
    assert "Een tijdlijn maken" in shown(page) and "Een reflectief gesprek voeren" not in shown(page)
    page = visit("begeleiden/draaiboek/")
    page.locator("#plan-woord").fill("geno-sociogram")
    found = page.locator(".plan-gevonden")
    assert page.locator("[name=tijd] option").all_inner_texts() == offered
    page.locator("[name=tijd]").select_option(label="tot 30 minuten")
    expect(found).not_to_contain_text("Een geno-sociogram maken")
    page.locator("[name=tijd]").select_option(label="tot 60 minuten")
    expect(found).to_contain_text("Een geno-sociogram maken, ± 60 minuten")


def test_it_works_by_keyboard_and_says_when_nothing_fits(visit):
    page = visit(PAGE)
    page.locator("[name=begeleiden]").focus()
    page.keyboard.press("ArrowDown")
    assert "Een tijdlijn maken" not in shown(page) and page.url.endswith("#begeleiden=1")
    page.keyboard.press("Shift+Tab")
    page.keyboard.type("99")
    assert shown(page) == ["Terugkijken op de oefening"] and stand(page) == "1 van de 16 past hierbij."
    page.keyboard.type("9")
    assert stand(page) == "Het aantal mensen is een getal van 1 tot en met 100."
    page.locator("[name=groep]").fill("99")
    page.get_by_label("Fase van samen leren").select_option(label="1. Het gezamenlijke gevoel van urgentie")
    page.get_by_label("Voor wie").select_option("begeleiders")
    assert shown(page) == [] and stand(page) == "Geen werkvorm past hierbij. Wis een filter."


@pytest.mark.parametrize(
    "fragment",
    ["tijd=31", "groep=-1", "groep=1e9", "__proto__=1", "constructor=x", "fase=%3Cimg%20src=x%20onerror=alert(1)%3E"],
)
def test_what_a_link_says_that_no_filter_knows_is_told_and_ignored(desk, address, fragment):
    desk.goto("about:blank")
    desk.goto(f"{address}{PAGE}#{fragment}&meedoen=1")
    assert shown(desk) == ["De rol van facilitator vervullen", "Aan de slag met beeld"]
    told = desk.locator(".oog-vreemd")
    assert told.inner_text().startswith("In deze link staat iets wat we niet kennen: ‘")
    assert told.inner_text().endswith("; de rest is overgenomen.")
    expect(told.locator("*")).to_have_count(0)


def test_what_is_not_estimated_stays_in_sight(visit, address):
    page = visit(None)
    table = str(oogopslag(site_of(SOUND, "index.md")))

    def answer(route):
        body = route.fetch().text()
        route.fulfill(body=re.sub(r'<div class="oogopslag">.*?</table>.*?</div>', lambda _: table, body, flags=re.S))

    page.route(address + PAGE, answer)
    page.goto(f"{address}{PAGE}#tijd=15")
    assert shown(page) == ["Samen op weg"]
    assert stand(page) == "Geen werkvorm past hierbij. Wis een filter. Van 1 is niets geschat; die staan onderaan."


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_the_table_is_whole_and_fits_a_small_screen(visit, script):
    page = visit(PAGE, width=320, java_script_enabled=script)
    assert len(shown(page)) == 16
    assert page.locator(".oog-filters").is_visible() == script
    expect(page.get_by_role("row")).to_have_count(17)
    expect(page.get_by_role("columnheader")).to_have_count(7)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    if script:
        assert sticking_out(page) == []
