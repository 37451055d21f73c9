"""What is said to who does not see it: by regions that are there before they speak, and only when there is something new."""

import pytest
import team
from kinds import KINDS
from leading import begun, press, said
from playwright.sync_api import expect
from waiting import until

PLAN = "begeleiden/draaiboek/#b1=_wk3.60~pauze.15"

# A screen reader follows what it can find: a region that comes with its first words is not heard. An alert is, as it comes.
AWAY = """() => [...document.querySelectorAll("[role=status], [role=alert], [aria-live], output")]
  .filter((one) => getComputedStyle(one).display === "none" && one.parentElement.checkVisibility())
  .filter((one) => !(one.matches("[role=alert]") && one.textContent.trim()))
  .map((one) => one.className || one.outerHTML)"""


@pytest.mark.parametrize("name", KINDS)
def test_what_speaks_is_there_before_it_does(desk, address, name):
    desk.goto(address + KINDS[name])
    desk.evaluate("() => { for (const part of document.querySelectorAll('details')) part.open = true; }")
    assert desk.evaluate(AWAY) == []


STATES = {
    "a plan": (PLAN, []),
    "while leading": ("begeleiden/uitvoeren/#b1=_wk3.60~pauze.15", ["[data-doe=begin]"]),
    "while reflecting": ("reflectie/", ["[data-doe=alle]", ".keuze [type=submit]"]),
    "cards chosen": ("kaarten/zelf-kiezen/#kaarten=sv4-v1,emotie-bang", []),
    "a team": ("reflectie/team/#velden=4", ["[data-form=begin] button:not([type=button])"]),
}


@pytest.mark.parametrize("state", STATES)
def test_so_it_is_further_on(desk, address, state):
    path, presses = STATES[state]
    desk.goto("about:blank")
    desk.goto(address + path)
    for one in presses:
        desk.locator(one).first.click()
    desk.wait_for_load_state("networkidle")
    assert desk.evaluate(AWAY) == []


@pytest.mark.parametrize(
    ("path", "region"),
    [
        ("kaarten/emoties/", ".mijn-balk [role=status]"),
        ("begeleiden/draaiboek/", ".plan-ander [role=status]"),
        (PLAN, ".plan-melding"),
        ("insluiten/vragen/", ".keuze-melding"),
        ("over/colofon/", ".kopie-melding [role=status]"),
    ],
)
def test_what_is_silent_takes_no_room(desk, address, path, region):
    desk.goto("about:blank")
    desk.goto(address + path)
    one = desk.locator(region)
    until(desk, "(region) => document.querySelector(region)?.checkVisibility() ?? false", region)
    assert one.text_content() == "" and one.bounding_box()["height"] == 0


def test_what_is_away_would_be_found(desk, address):
    desk.goto(address + KINDS["colofon"])
    desk.evaluate(
        "document.querySelector('main').insertAdjacentHTML('beforeend', '<p role=status class=weg hidden></p>')"
    )
    assert desk.evaluate(AWAY) == ["weg"]


SIGNS = set("+–/▸▾●✓")


def signs(page) -> list[str]:
    """What assistive technology hears of signs that a style puts in."""
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    texts = (one["name"]["value"].strip() for one in nodes if one.get("role", {}).get("value") == "StaticText")
    return [text for text in texts if text in SIGNS]


@pytest.mark.parametrize("path", [KINDS["spanningsveld"], KINDS["colofon"], "lessen/"])
def test_signs_of_the_styles_are_not_said(standing, address, path):
    standing.goto(address + path)
    assert signs(standing) == []
    standing.locator("h1").evaluate("(title) => title.insertAdjacentHTML('beforebegin', '<p>+</p>')")
    assert signs(standing) == ["+"]


def test_that_a_page_is_a_copy_is_said_by_what_was_there(visit):
    page = visit(KINDS["colofon"])
    region = page.locator(".kopie-melding [role=status]")
    expect(region).to_have_text("")
    region.evaluate("(one) => { one.known = true; }")
    # What its worker tells a page that it gives while the site does not answer.
    page.evaluate("navigator.serviceWorker.dispatchEvent(new MessageEvent('message', { data: { kind: 'kept' } }))")
    expect(region).to_contain_text("Je ziet de kopie van deze pagina")
    assert region.evaluate("(one) => one.known")
    expect(page.get_by_role("button", name="Laad de pagina opnieuw")).to_have_count(0)


# While leading


@pytest.fixture
def lead(clocked, address):
    return begun(clocked, address)


def test_what_a_press_while_leading_does_is_said(lead):
    told = lead.locator(".loop-zegt")
    press(lead, "langer")
    expect(told).to_have_text("5 minuten erbij. Nog 15 minuten voor dit blok.", use_inner_text=True)
    # It is late by that, and what could be done about it comes by itself.
    comes = lead.locator(".loop-komt")
    expect(comes).to_have_text(said(lead, "voorstel"), use_inner_text=True)
    assert said(lead, "voorstel").startswith("Je komt 5 minuten tekort.")
    press(lead, "laat-zo")
    expect(told).to_have_text("Het blijft zo. Je eindigt om 11:35.", use_inner_text=True)
    lead.clock.fast_forward("22:00")
    expect(comes).to_have_text(said(lead, "voorstel"), use_inner_text=True)
    assert said(lead, "voorstel").startswith("Je komt 12 minuten tekort.")
    press(lead, "neem-over")
    expect(told).to_have_text("Overgenomen. Je eindigt om 11:30.", use_inner_text=True)
    lead.get_by_text("Het hele draaiboek").click()
    lead.get_by_role("button", name="Doe dit hierna").click()
    expect(told).to_contain_text("Dat komt hierna. Je eindigt om")


def test_a_pause_and_its_end_are_said(lead):
    told = lead.locator(".loop-signaal")
    press(lead, "pauze")
    expect(told).to_have_text("De klok staat stil. Nog 10 minuten", use_inner_text=True)
    press(lead, "pauze")
    expect(told).to_have_text("De klok loopt weer. Nog 10 minuten", use_inner_text=True)


def test_what_was_asked_for_is_said_before_what_comes_of_it(lead):
    lead.evaluate("""() => {
      globalThis.heard = [];
      const note = (changes) => globalThis.heard.push(...changes.map(({ target }) => target.className.replace("vh ", "")));
      new MutationObserver(note).observe(document.querySelector(".loop-klok"), { childList: true, subtree: true });
    }""")
    press(lead, "langer")
    expect(lead.locator(".loop-komt")).not_to_be_empty()
    heard = [one for one in lead.evaluate("heard") if one.startswith("loop-")]
    assert heard == ["loop-zegt", "loop-komt"]


# The same again

WATCH = """(region) => {
  globalThis.times = 0;
  const one = document.querySelector(region);
  new MutationObserver(() => (globalThis.times += 1)).observe(one, { childList: true, characterData: true, subtree: true });
}"""


def moved(page):
    page.locator(".kies-rij").evaluate("(part) => (part.open = true)")
    page.locator('.kies-rij [data-stap="1"]').first.click()


def looked_for(field):
    return lambda page: page.locator(field).fill(" ")


def wrong_code(page):
    page.locator("#team-code").fill("FOUT")
    page.locator("#team-code").press("Enter")


@pytest.mark.parametrize(
    ("path", "region", "act"),
    [
        ("kaarten/zelf-kiezen/#kaarten=sv4-v1,emotie-bang", ".kies-tel", moved),
        ("kaarten/zelf-kiezen/", ".filter-stand", looked_for("#filter-woord")),
        ("begeleiden/draaiboek/", ".filter-stand", looked_for("#plan-woord")),
        ("reflectie/team/", ".team-telling[role=status]", wrong_code),
        ("zoeken/?q=leren", "main .zoek-stand", lambda page: page.locator("#zoek-pagina").fill("leren ")),
    ],
)
def test_what_is_the_same_is_not_said_again(visit, path, region, act):
    page = visit(path)
    if path == team.TEAM:
        team.begin(page, 4, way="qr")
    page.wait_for_load_state("networkidle")
    page.evaluate(WATCH, region)
    act(page)
    page.wait_for_timeout(300)
    assert page.locator(region).text_content() and page.evaluate("times") == 0


def test_what_is_other_is_said(visit):
    page = visit("kaarten/zelf-kiezen/#kaarten=sv4-v1,emotie-bang")
    page.locator(".kies-balk").get_by_text("2 kaarten gekozen").wait_for()
    page.evaluate(WATCH, ".kies-tel")
    page.locator(".kies-rij").evaluate("(part) => (part.open = true)")
    page.locator('.kies-rij [data-stap="weg"]').first.click()
    expect(page.locator(".kies-tel")).to_contain_text("1 kaart gekozen")
    assert page.evaluate("times") > 0
