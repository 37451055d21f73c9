"""Where the focus goes: what is pressed and is no longer of use goes away, and who goes by keys goes on close by."""

import pytest
import team
from leading import begun, onward, press
from playwright.sync_api import expect
from reflecties import one_made

PLANNER, PICKER, DECK = "begeleiden/draaiboek/", "kaarten/zelf-kiezen/", "kaarten/emoties/"
OWN = f"{PICKER}#kaarten=zelf-1&zelf-1=emoties:Opgelucht"
LINK = '.kies-acties [data-doe="link"]'


def late(visit, address):
    page = begun(visit, address)
    page.clock.fast_forward("17:00")
    page.locator(".loop-voorstel").wait_for()
    return page


def before_the_last_block(visit, address):
    page = begun(visit, address)
    for _ in range(5):
        onward(page)
    return page


def at_hand(visit, address):
    page = begun(visit, address)
    page.get_by_text("Het hele draaiboek").click()
    return page


def planned(visit, address):
    return visit(f"{PLANNER}#b1=_wk3.60~pauze.15")


def with_one_advice(visit, address):
    page = planned(visit, address)
    away = page.locator(".plan-advies button")
    away.first.wait_for()
    for _ in range(away.count() - 1):
        away.first.click()
    return page


def advised_alone(visit, address):
    return visit(f"{PLANNER}#b1=_eigen.90.Praten~pauze.5~ruimte.20~eigen.95.Praten")


def planned_in_another_tab(visit, address):
    first = planned(visit, address)
    first.locator(".plan-rij").first.wait_for()
    page = first.context.new_page()
    page.goto(f"{address}{PLANNER}#b1=_wk5.75")
    return page


def looked_for(path, field):
    def opened(visit, address):
        page = visit(path)
        page.locator(field).select_option(index=1)
        return page

    return opened


def chosen(visit, address):
    return visit(f"{PICKER}#kaarten=sv4-v1,emotie-bang")


def kept(visit, address):
    page = chosen(visit, address)
    page.get_by_role("button", name="Bewaar op dit apparaat").click()
    return page


def kept_other_than_chosen(visit, address):
    page = kept(visit, address)
    page.evaluate("location.hash = 'kaarten=sv4-v1'")
    return page


def in_own_order(visit, address):
    page = chosen(visit, address)
    page.locator(".kies-rij").evaluate("(part) => (part.open = true)")
    page.locator('.kies-rij [data-stap="1"]').first.click()
    return page


def written(visit, address):
    page = visit(OWN)
    page.locator(".kies-zelf").evaluate("(part) => (part.open = true)")
    page.locator(".kies-zelf-lijst li").wait_for()
    return page


def changing(visit, address):
    page = written(visit, address)
    page.locator(".kies-zelf-lijst").get_by_role("button", name="Verander").click()
    return page


def kept_without_cards(visit, address):
    page = visit(DECK)
    card = page.locator(".mijn-knop").nth(3)
    card.click()
    page.get_by_role("button", name="Bewaar op dit apparaat").click()
    card.click()
    return page


def from_a_file(visit, address):
    page = visit("reflectie/")
    one_made(page)
    page.locator(".meenemen summary").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download het bestand").click()
    page.locator(".terugzetten summary").click()
    page.locator("#reflectie-bestand").set_input_files(download.value.path())
    return page


def by_a_link(visit, address):
    return visit("reflectie/#velden=1,2&vragen=sv1-v1,sv2-v1")


def collecting(sure):
    def opened(visit, address):
        page = visit(team.TEAM)
        team.begin(page, 4)
        team.hand_in(page, 2, 8)
        team.to_leader(page)
        page.locator(".team-einde details").evaluate("(part) => (part.open = true)")
        page.locator(f'[data-zeker="{sure}"] [data-vraag]').click()
        return page

    return opened


def taking_a_deck(visit, address):
    page = visit("over/meenemen/", service_workers="allow")
    page.locator(".mee-sets summary").click()
    return page


CALM, OWN_ORDER = '[data-doe="hoelang"]', ".kies-rij summary"
PRESSED = {
    "Neem over": (late, '[data-doe="neem-over"]', CALM),
    "Laat zo": (late, '[data-doe="laat-zo"]', CALM),
    "Ga nu door": (before_the_last_block, '[data-doe="ga-door"]', "h2[data-titel]"),
    "Doe dit hierna": (at_hand, '[data-lijst="reserve"] button', ".loop-meer summary >> nth=0"),
    "Wis alles": (planned, '[data-doe="leeg"]', "#je-draaiboek"),
    "Zet erbij, of what goes along": (planned, ".plan-past button >> nth=1", ".plan-past button >> nth=1"),
    "Zet weg, of an advice": (planned, ".plan-advies button >> nth=0", ".plan-advies button >> nth=0"),
    "Zet weg, of the last advice": (with_one_advice, ".plan-advies button", "#wat-je-meeneemt"),
    "Zet weg, of the last advice where nothing is needed": (advised_alone, ".plan-advies button", "#je-draaiboek"),
    "Zet dit daarbij": (planned_in_another_tab, ".plan-ander button", "#je-draaiboek"),
    "Wis filters, in the planner": (looked_for(PLANNER, "#plan-tijd"), ".plan-zoeker [type=reset]", "#plan-soort"),
    "Bewaar op dit apparaat": (chosen, 'button:text-is("Bewaar op dit apparaat")', LINK),
    "Open wat je bewaarde": (kept_other_than_chosen, 'button:text-is("Open wat je bewaarde")', LINK),
    "Wis van dit apparaat": (kept, 'button:text-is("Wis van dit apparaat")', LINK),
    "Terug naar de volgorde van de sets": (in_own_order, '[data-doe="sets"]', OWN_ORDER),
    "Wis filters, in the picker": (looked_for(PICKER, "#filter-veld"), ".kies-filters [type=reset]", "#filter-set"),
    "Laat de kaart zoals hij was": (
        changing,
        'button:text-is("Laat de kaart zoals hij was")',
        ".kies-zelf-form textarea >> nth=0",
    ),
    "Wis, of the last own card": (written, '.kies-zelf-lijst [data-doe="wis"]', ".kies-zelf-stand button"),
    "Wis filters, of ways of working": (looked_for("werkkaarten/", "[name=fase]"), ".oog-wis button", "[name=tijd]"),
    "Zet ze erbij": (from_a_file, '[data-doe="zet-erbij"]', "#reflectie-bestand"),
    "Toch niet": (from_a_file, '[data-doe="laat-maar"]', "#reflectie-bestand"),
    "Neem toch alle vragen": (by_a_link, '[data-doe="alle-vragen"]', ".keuze [type=submit]"),
    "Ja, wis": (
        collecting("haal-weg"),
        '[data-zeker="haal-weg"] [data-ja]',
        '[data-zeker="stop"] [data-vraag] >> nth=0',
    ),
    "Ja, laat zien": (collecting("wie-wil"), '[data-zeker="wie-wil"] [data-ja]', '[data-zeker="wie-wil"] [data-vraag]'),
    "Neem mee": (taking_a_deck, ".mee-sets li [data-doe=neem] >> nth=0", ".mee-sets summary"),
    "Wis van dit apparaat, without cards": (
        kept_without_cards,
        'button:text-is("Wis van dit apparaat")',
        ".mijn-knop >> nth=0",
    ),
}
"""By what is pressed: how one comes there, the button, and where one goes on."""


@pytest.mark.parametrize("name", PRESSED)
def test_the_focus_goes_on_close_by_when_what_was_pressed_goes_away(visit, address, name):
    arrive, pressed, next_ = PRESSED[name]
    page = arrive(visit, address)
    button = page.locator(pressed)
    # One that comes later takes no focus before.
    button.wait_for()
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator(next_)).to_be_focused()


def test_the_focus_stays_in_a_list_that_is_made_again(visit, address):
    page = planned(visit, address)
    page.locator('[data-zet="pauze"]').click()
    for among in (".plan-past button >> nth=1", ".plan-advies button >> nth=0"):
        page.locator(among).focus()
        page.keyboard.press("Control+z")
        expect(page.locator(among)).to_be_focused()
        page.keyboard.press("Control+Shift+z")
        expect(page.locator(among)).to_be_focused()


HELD = {
    "+5 minuten": (
        begun,
        '[data-doe="langer"]',
        '[data-over]:text-is("Nog 15 minuten")',
        '[data-over]:text-is("Nog 20 minuten")',
    ),
    "Volgende": (
        begun,
        '.loop-duim [data-doe="verder"]',
        '[data-waar]:text-is("Blok 2 van 7")',
        '[data-dia]:text-is("Stap 1 van 6")',
    ),
    "Wis": (planned, '.plan-rij [data-stap="weg"] >> nth=0', ".plan-rij:only-child", ".plan-leeg:not([hidden])"),
    "Zet erbij": (planned, ".plan-past button >> nth=0", ".plan-rij:nth-child(3)", ".plan-rij:nth-child(4)"),
}
"""By what is pressed: how one comes there, the button, what is there once it was pressed once, and what once it was twice."""


@pytest.mark.parametrize("name", HELD)
def test_a_key_on_which_a_hand_rests_presses_one_button_once(visit, address, name):
    arrive, pressed, once, twice = HELD[name]
    page = arrive(visit, address)
    page.locator(pressed).focus()
    for _ in range(10):
        page.keyboard.down("Enter")
    page.keyboard.up("Enter")
    expect(page.locator(once)).to_have_count(1)
    expect(page.locator(twice)).to_have_count(0)
    page.keyboard.press("Enter")
    expect(page.locator(twice)).to_have_count(1)


@pytest.mark.parametrize(("width", "height"), [(360, 640), (320, 256), (740, 360)])
def test_what_has_the_focus_while_leading_is_never_behind_the_buttons(visit, width, height):
    page = visit("begeleiden/uitvoeren/#b1=0930_wk1-vz3.10.5.Aankomen~wk3.90.45~pauze.15~wk6.30.20", width, height)
    press(page, "begin")
    for part in page.locator(".loop-meer").all():
        part.evaluate("(part) => (part.open = true)")
    hidden, seen = [], set()
    for key in ["Tab"] * 30 + ["Shift+Tab"] * 30:
        page.keyboard.press(key)
        stop, behind = page.evaluate(BEHIND)
        seen.add(stop)
        hidden += [stop] if behind else []
    assert hidden == [] and {"+5 minuten", "Toon deze tijd"} <= seen
    # Half of a low window is not for buttons.
    buttons = page.locator(".loop-duim")
    stays = buttons.evaluate("(one) => getComputedStyle(one).position") == "sticky"
    assert not stays or buttons.bounding_box()["height"] < height / 3


BEHIND = """async () => {
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const [one, bar] = [document.activeElement, document.querySelector(".loop-duim")];
  const [box, over] = [one.getBoundingClientRect(), bar.getBoundingClientRect()];
  const inside = one === document.body || bar.contains(one) || !document.querySelector("main").contains(one);
  const behind = !inside && getComputedStyle(bar).position === "sticky" && box.bottom > over.top + 1;
  return [one.textContent.trim(), behind || (!inside && (box.top >= innerHeight || box.bottom <= 0))];
}"""


@pytest.mark.parametrize(("width", "height"), [(360, 640), (320, 256)])
def test_a_card_in_the_row_on_a_phone_comes_in_sight_with_the_focus(visit, width, height):
    page = visit(DECK, width, height)
    page.locator(".mijn-knop").first.focus()
    for _ in range(12):
        page.keyboard.press("Tab")
        page.wait_for_timeout(150)
        assert page.evaluate(IN_THE_ROW) > 0.8, page.evaluate("document.activeElement.ariaLabel")


IN_THE_ROW = """() => {
  const one = document.activeElement.closest(".losse-kaart");
  if (!one) return 1;
  const { top, bottom } = document.activeElement.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) return 0;
  const [card, row] = [one, one.closest(".kaartenvel-vellen")].map((each) => each.getBoundingClientRect());
  return (Math.min(card.right, row.right) - Math.max(card.left, row.left)) / card.width;
}"""
