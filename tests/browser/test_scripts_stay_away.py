"""Where scripts are allowed and don't come, as behind a filter: each page that needs them says so, and doesn't say it too soon."""

import pytest
from playwright.sync_api import expect
from windows import window

PAGES = {
    "begeleiden/uitvoeren/": "Op papier gaat het ook",
    "begeleiden/groep/": "Het groepsscherm werkt alleen met JavaScript",
    "begeleiden/draaiboek/": "Zelf een draaiboek maken kan alleen met JavaScript",
    "kaarten/zelf-kiezen/": "Zelf kaarten aanvinken kan alleen met JavaScript",
    "over/meenemen/": "Meenemen werkt alleen met JavaScript",
    "reflectie/": "Zonder JavaScript werkt deze pagina als één lang formulier",
    "reflectie/team/": "op papier",
    "zoeken/": "Hieronder staat alles op een rij",
    "404.html": "Bij ‘Zoeken, van A tot Z’ staat elke titel",
}
SENTENCE = ".zonder-script"
WAITS = """() => document.querySelector(".zonder-script").getAnimations().map((one) => one.effect.getTiming().delay)"""
LATER = "() => document.getAnimations().forEach((one) => one.finish())"


@pytest.fixture(scope="module")
def page(browser):
    with window(browser) as page:
        yield page


@pytest.mark.parametrize("path", PAGES)
def test_a_page_whose_scripts_stay_away_says_so_after_a_while(page, address, path):
    page.route("**/*.js", lambda route: route.abort())
    page.goto(address + path)
    assert page.evaluate(WAITS) == [6000]
    page.evaluate(LATER)
    expect(page.locator(SENTENCE)).to_contain_text(PAGES[path])
    expect(page.locator(SENTENCE)).to_be_visible()
    # The control: when they come, nothing says so, also not later.
    page.unroute("**/*.js")
    page.goto(address + path)
    page.evaluate(LATER)
    expect(page.locator(SENTENCE + ":visible")).to_have_count(0)


def test_buttons_that_nobody_hears_go_when_the_scripts_stay_away(page, address):
    page.route("**/*.js", lambda route: route.abort())
    page.goto(address + "reflectie/")
    begin = page.get_by_role("button", name="Begin", exact=True)
    page.evaluate(LATER)
    expect(begin).to_be_hidden()
    page.unroute("**/*.js")
    page.goto(address + "reflectie/")
    page.evaluate(LATER)
    expect(begin).to_be_visible()
