"""The masthead: menu, light and dark, and the link past it, by mouse, keyboard and without script or storage."""

import pytest
from playwright.sync_api import expect
from windows import window

PHONE = {"width": 360, "height": 740}
DOORS = ["Zit je vast?", "Spanningsvelden", "Werkvormen", "Begrippen", "Kaarten printen"]
DOORS += ["Zelfreflectie", "Met je team", "Begeleiden", "Lesgeven"]
MENU = [*DOORS, "Verhalen", "Podcast", "Lessen", "Modellen", "Literatuur en bronnen", "Over deze site"]


def rooms(page) -> list[str]:
    """What the menu leads to, as shown."""
    return page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link").all_inner_texts()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_the_menu_opens_and_closes_on_a_phone(visit, script):
    page = visit(**PHONE, java_script_enabled=script)
    expect(page.locator("#menu")).to_be_hidden()
    page.locator(".menu-knop").click()
    expect(page.locator("#menu")).to_be_visible()
    assert rooms(page) == MENU
    page.keyboard.press("Escape")
    expect(page.locator("#menu")).to_be_hidden()


def test_the_menu_works_by_keyboard(visit):
    page = visit(**PHONE)
    button = page.locator(".menu-knop")
    for _ in range(8):
        page.keyboard.press("Tab")
        if button.evaluate("button => button === document.activeElement"):
            break
    page.keyboard.press("Enter")
    expect(page.locator("#menu")).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == MENU[0]
    page.keyboard.press("Escape")
    expect(page.locator("#menu")).to_be_hidden()
    assert button.evaluate("button => button === document.activeElement")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/spanningsvelden/")


def test_assistive_technology_hears_whether_the_menu_is_open(visit):
    page = visit(**PHONE)

    def expanded():
        tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
        button = next(
            node for node in tree if node.get("name", {}).get("value") == "Menu" and node["role"]["value"] == "button"
        )
        return next(one["value"]["value"] for one in button["properties"] if one["name"] == "expanded")

    assert expanded() is False
    page.locator(".menu-knop").click()
    assert expanded() is True


def test_a_wide_window_shows_the_menu_without_a_button(visit):
    page = visit()
    expect(page.locator(".menu-knop")).to_be_hidden()
    assert rooms(page) == DOORS


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_wide_window_opens_the_rest_of_the_menu_by_keyboard(visit, script):
    page = visit("modellen/leercyclus/", java_script_enabled=script)
    button, rest = page.get_by_role("button", name="Meer"), page.locator("#menu-verder")
    expect(rest).to_be_hidden()
    assert button.get_attribute("aria-current") == "true"
    button.press("Enter")
    assert rest.get_by_role("link").all_inner_texts() == MENU[len(DOORS) :]
    expect(rest.locator("[aria-current]")).to_have_text("Modellen")
    page.keyboard.press("Tab")
    expect(rest.get_by_role("link").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(rest).to_be_hidden()
    expect(button).to_be_focused()


@pytest.mark.parametrize("width", [1100, 1280, 1440, 1920])
def test_the_rest_of_the_menu_hangs_below_its_button_within_the_window(desk, address, width):
    desk.set_viewport_size({"width": width, "height": 800})
    desk.goto(address + "vastgelopen/")
    button = desk.get_by_role("button", name="Meer")
    assert button.get_attribute("aria-current") is None
    button.click()
    rest = desk.locator("#menu-verder").bounding_box()
    box = button.bounding_box()
    assert rest["x"] >= 0 and rest["x"] + rest["width"] <= width
    assert rest["x"] <= box["x"] + box["width"] and rest["x"] + rest["width"] >= box["x"]
    assert 0 <= rest["y"] - box["y"] - box["height"] < 20
    desk.mouse.click(10, 700)
    expect(desk.locator("#menu-verder")).to_be_hidden()


@pytest.fixture(scope="module", params=[True, False], ids=["script", "no script"])
def any_page(browser, request):
    with window(browser, java_script_enabled=request.param, reduced_motion="no-preference") as page:
        yield page


def test_every_door_is_in_one_row(any_page, address):
    any_page.goto(address + "lesgeven/")
    for width in (1100, 1216, 1280, 1440, 1920):
        any_page.set_viewport_size({"width": width, "height": 800})
        links = any_page.locator("#menu a:visible")
        assert links.all_inner_texts() == DOORS, width
        boxes = [links.nth(index).bounding_box() for index in range(len(DOORS))]
        assert len({round(box["y"]) for box in boxes}) == 1, width
        more = any_page.get_by_role("button", name="Meer").bounding_box()
        assert abs(more["y"] + more["height"] / 2 - boxes[0]["y"] - boxes[0]["height"] / 2) < 3, width
        last, search = more, any_page.locator(".kop .zoek-open").bounding_box()
        assert search["y"] < last["y"] + last["height"] and search["x"] > last["x"] + last["width"], width
        assert any_page.locator(".kop").bounding_box()["height"] < 80, width


@pytest.fixture(scope="module")
def wide(browser):
    with window(browser, reduced_motion="no-preference") as page:
        yield page


@pytest.mark.parametrize(
    "path, current",
    [
        ("", []),
        ("zoeken/", []),
        ("vastgelopen/", [["vastgelopen/", "page"]]),
        ("404.html", []),
        ("spanningsvelden/", [["spanningsvelden/", "page"]]),
        ("spanningsvelden/alle-lijnen/", [["spanningsvelden/", "true"]]),
        ("werkkaarten/", [["werkkaarten/", "page"]]),
        ("werkkaarten/fasen/", [["werkkaarten/", "true"]]),
        ("podcast/deel-2/", [["podcast/", "true"]]),
        ("reflectie/team/", [["reflectie/team/", "page"]]),
        ("begeleiden/", [["begeleiden/", "page"]]),
        ("reflectie/papier/", [["reflectie/", "true"]]),
        ("kaarten/reflectievragen/", [["kaarten/", "true"]]),
        ("over/", [["over/", "page"]]),
        ("over/colofon/", [["over/", "true"]]),
    ],
)
def test_the_menu_says_where_you_are(wide, address, path, current):
    wide.goto(address + path)
    links = wide.locator("#menu a[aria-current]")
    found = links.evaluate_all("links => links.map((link) => [link.href, link.ariaCurrent])")
    assert [[href.removeprefix(address), value] for href, value in found] == current


LIGHT, DARK = (0xFA, 0xF6, 0xEE), (0x14, 0x19, 0x1B)


def paper(page) -> tuple[int, ...]:
    """The colour behind the page, as painted."""
    colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return tuple(int(part) for part in colour.removeprefix("rgb(").removesuffix(")").split(","))


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_light_and_dark_follow_the_system(visit, script):
    page = visit(color_scheme="dark", java_script_enabled=script)
    assert paper(page) == DARK
    page.emulate_media(color_scheme="light")
    assert paper(page) == LIGHT
    assert page.locator(".thema-knop").is_visible() == script


@pytest.mark.parametrize("system, chosen", [("light", "donker"), ("dark", "licht")])
def test_the_button_changes_light_and_dark_and_a_reload_keeps_it(visit, address, system, chosen):
    page = visit(color_scheme=system)
    before, after = (LIGHT, DARK) if system == "light" else (DARK, LIGHT)
    button = page.get_by_role("button", name="Donkere of lichte weergave")
    assert paper(page) == before
    assert page.evaluate("({...localStorage})") == {}
    assert button.get_attribute("aria-pressed") == str(before == DARK).lower()
    button.click()
    assert paper(page) == after
    assert button.get_attribute("aria-pressed") == str(after == DARK).lower()
    assert page.evaluate("({...localStorage})") == {"thema:/leren/": chosen}
    page.reload()
    assert paper(page) == after
    page.goto(address + "over/")
    assert paper(page) == after
    button.click()
    assert paper(page) == before


def test_a_choice_of_light_or_dark_is_seen_in_other_tabs_and_when_one_goes_back(visit, address):
    page = visit(color_scheme="light")
    other = page.context.new_page()
    other.goto(f"{address}over/")
    button = other.locator(".thema-knop")
    page.locator(".thema-knop").click()
    expect(button).to_have_attribute("aria-pressed", "true")
    assert paper(other) == DARK
    # A page hears nothing of what it does itself, as it hears nothing from behind the back button.
    other.evaluate("localStorage.setItem('thema:/leren/', 'licht')")
    other.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(button).to_have_attribute("aria-pressed", "false")
    assert paper(other) == LIGHT


def test_the_button_shows_the_same_picture_for_the_same_paper(visit):
    page = visit(color_scheme="dark")
    shown = page.locator(".thema-knop .icoon:visible").get_attribute("class")
    page.locator(".thema-knop").click()
    assert page.locator(".thema-knop .icoon:visible").get_attribute("class") != shown
    page.locator(".thema-knop").click()
    assert page.locator(".thema-knop .icoon:visible").get_attribute("class") == shown


def test_the_button_works_where_storage_is_forbidden(visit, address):
    page = visit(None, color_scheme="light")
    errors = []
    page.on("pageerror", lambda error: errors.append(error))
    page.add_init_script("""Object.defineProperty(window, "localStorage", {
        get() { window.refused = true; throw new DOMException("no", "SecurityError"); } })""")
    page.goto(address)
    page.locator(".thema-knop").click()
    assert page.evaluate("window.refused")
    assert paper(page) == DARK
    assert errors == []


@pytest.mark.parametrize("nonsense", ["", "paars", "<script>"])
def test_nonsense_in_storage_is_ignored(visit, nonsense):
    page = visit(color_scheme="light")
    page.evaluate("value => localStorage.setItem('thema:/leren/', value)", nonsense)
    page.reload()
    assert page.evaluate("document.documentElement.dataset.thema") is None
    assert paper(page) == LIGHT


def test_the_first_tab_offers_the_way_past_the_masthead(visit):
    page = visit("werkkaarten/tijdlijn/")
    link = page.get_by_role("link", name="Naar de inhoud")
    assert link.bounding_box()["y"] < 0
    page.keyboard.press("Tab")
    assert link.evaluate("link => link === document.activeElement")
    assert link.bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_no_bare_key_opens_search_but_ctrl_k_does_from_a_field_too(visit):
    page = visit()
    search = page.get_by_role("dialog")
    for key in ("/", "k", "Control+Shift+K"):
        page.keyboard.press(key)
    expect(search).to_have_count(0)
    page.locator(".lijn input").first.focus()
    page.keyboard.press("ControlOrMeta+k")
    expect(search).to_be_visible()
    expect(page.get_by_role("link", name="Zoeken", exact=True)).to_have_attribute(
        "aria-keyshortcuts", "Control+K Meta+K"
    )


def test_a_mac_is_told_its_own_key_for_search(visit, address):
    page = visit(None)
    page.add_init_script("Object.defineProperty(navigator, 'platform', { value: 'MacIntel' })")
    page.goto(address)
    shown = page.locator(".kop kbd")
    expect(shown).to_have_text("⌘K")
    # There it would wipe the rest of a line that somebody writes.
    page.keyboard.press("Control+k")
    expect(page.locator("dialog[open]")).to_have_count(0)
    page.keyboard.press("Meta+k")
    expect(page.locator("dialog[open]")).to_be_visible()


def test_a_tablet_that_is_turned_has_its_menu_in_the_row(visit):
    page = visit(width=820, height=1180)
    page.locator(".menu-knop").click()
    expect(page.locator("#menu:popover-open")).to_have_count(1)
    page.set_viewport_size({"width": 1180, "height": 820})
    expect(page.locator("#menu:popover-open")).to_have_count(0)
    mark = page.locator(".kop a").first.bounding_box()
    assert page.locator("#menu").bounding_box()["x"] > mark["x"] + mark["width"]
