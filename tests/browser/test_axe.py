"""Accessibility by axe: one page of every kind, and the open search and menu, in light and dark, narrow and wide."""

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from kinds import KINDS
from playwright.sync_api import expect

# On top of what axe does by itself: the size of targets, which WCAG 2.2 asks for and axe leaves off.
ALL_RULES = {"rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"]}
# Dark differs from light in colours alone.
COLOURS = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    "resultTypes": ["violations"],
}
LOOKS = [("light", 360, ALL_RULES), ("dark", 360, COLOURS), ("dark", 1280, COLOURS), ("light", 1280, ALL_RULES)]
# Rows of long tables and lists are alike, and axe takes its time for each.
WHERE = {
    "exclude": [
        ["tbody tr:nth-child(n + 3)"],
        [".lemma:nth-child(n + 8)"],
        [".literatuur li:nth-child(n + 12)"],
        [".papier-vragen .papier-veld:nth-of-type(n + 3)"],
        [".register section:nth-child(n + 3)"],
        [".vel:nth-of-type(n + 3)"],
        [".kies-lijst li:nth-child(n + 3)"],
    ]
}


def violations(page, looks=LOOKS) -> list[str]:
    """What axe has against an open page, under each of the looks."""
    page.evaluate(AXE_SCRIPT)
    complaints = []
    for scheme, width, options in looks:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 800})
        found = page.evaluate(
            "([where, options]) => axe.run(where, options).then((result) => result.violations)", [WHERE, options]
        )
        complaints += [
            f"{one['id']}: {scheme}, {width} px: {node['html'][:160]} {node['failureSummary']}"
            for one in found
            for node in one["nodes"]
        ]
    return complaints


@pytest.fixture
def page(desk):
    desk.set_viewport_size({"width": 360, "height": 800})
    return desk


@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS)
def test_every_kind_of_page(page, address, path):
    page.goto(address + path)
    assert violations(page) == []


def test_a_line_with_a_place_chosen(page, address):
    page.goto(address + KINDS["spanningsveld"])
    for rail in page.locator(".rail").all():
        rail.click()
    expect(page.locator(".weg:visible")).to_have_count(3)
    assert violations(page) == []


def test_closed_parts_opened(page, address):
    page.goto(address + KINDS["werkkaart 8"])
    page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true })")
    assert violations(page) == []


def test_the_open_search_with_results(page, address):
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type("vertragen")
    page.locator("dialog .zoek-uitkomst a").first.wait_for()
    assert violations(page) == []


def test_the_open_menu(page, address):
    page.goto(address)
    page.locator(".menu-knop").click()
    expect(page.locator("#menu")).to_be_visible()
    assert violations(page, LOOKS[:2]) == []


def test_the_dark_page_chosen_in_a_light_system(visit):
    page = visit(KINDS["spanningsveld"], color_scheme="light")
    page.locator(".thema-knop").click()
    assert violations(page, LOOKS[-1:]) == []


SPOILT = {
    "image-alt": "document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=../assets/img/merk.svg>')",
    "color-contrast": "document.querySelector('h1').attributeStyleMap.set('color', '#bbb')",
    "label": """document.querySelector('#zoek-pagina').removeAttribute('placeholder');
        document.querySelector('label[for=zoek-pagina]').remove()""",
    "link-in-text-block": """document.querySelector('.lead').innerHTML = 'Lees <a href="../">hier</a> verder over van alles';
        document.querySelector('.lead a').attributeStyleMap.set('text-decoration', 'none')""",
    "target-size": """document.querySelector('main').insertAdjacentHTML('beforeend', '<button>a</button><button>b</button>');
        document.querySelectorAll('main button').forEach((one) => {
            for (const name of ['width', 'height', 'font-size']) one.attributeStyleMap.set(name, '9px');
            one.attributeStyleMap.set('padding', '0') })""",
}


def test_a_spoilt_page_would_be_seen(page, address):
    page.goto(address + "zoeken/")
    for spoil in SPOILT.values():
        page.evaluate(f"() => {{ {spoil} }}")
    assert SPOILT.keys() <= {violation.split(":")[0] for violation in violations(page, LOOKS[-1:])}


def test_a_colour_too_faint_in_the_dark_would_be_seen(page, address):
    page.goto(address + "zoeken/")
    page.evaluate("document.querySelector('.lead').attributeStyleMap.set('color', 'var(--rand)')")
    assert {violation.split(" px")[0] for violation in violations(page)} == {
        f"color-contrast: {scheme}, {width}" for scheme, width, _ in LOOKS
    }
