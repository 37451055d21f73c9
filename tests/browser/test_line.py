"""The line by mouse, touch and keyboard: empty before the first tap, in words, and leaving no trace."""

import re

import pytest
from lines import ALL_LINES, EMPTY, LINE, PLACES, at, choose, focused, placed, told
from playwright.sync_api import expect

from tests.programs import program

CLEAR = "Wis mijn plek"


@pytest.fixture
def page(desk, address):
    desk.goto(address + LINE)
    return desk


@pytest.fixture
def all_lines(desk, address):
    desk.goto(address + ALL_LINES)
    return desk


@pytest.mark.parametrize("path, questions", [(LINE, 3), (ALL_LINES, 18)])
def test_nothing_is_placed_before_the_first_tap(desk, address, path, questions):
    desk.goto(address + path)
    assert placed(desk) == [None] * questions
    assert told(desk) == [EMPTY] * questions
    expect(desk.locator(".weg:visible")).to_have_count(0)


@pytest.mark.parametrize("width", [360, 1280])
def test_a_link_to_a_line_far_down_leads_there(visit, width):
    """Also where a page moves smoothly, and passes all lines above it."""
    page = visit(ALL_LINES, width=width, reduced_motion="no-preference")
    left = page.evaluate("""() => new Promise((done) => {
        const line = document.querySelector("#lijn-sv5"), wanted = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop);
        addEventListener("scrollend", () => done(line.getBoundingClientRect().top - wanted), { once: true });
        location.hash = line.id;
    })""")
    assert abs(left) < 40


def radios_heard(page) -> list[tuple[str, str]]:
    """Name and state of every radio, as assistive technology gets them."""
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    return [
        (node["name"]["value"], next(p["value"]["value"] for p in node["properties"] if p["name"] == "checked"))
        for node in tree
        if node.get("role", {}).get("value") == "radio"
    ]


def test_assistive_technology_hears_eleven_unchecked_places_in_words(page):
    assert radios_heard(page) == [(name, "false") for name in PLACES] * 3
    choose(page, 6)
    assert radios_heard(page)[6] == ("iets richting vertragen", "true")


EXPLAINED = (
    "Tik op de lijn. Er is geen goede of foute plek. "
    "Met het toetsenbord kies je met de spatiebalk en schuif je met de pijltjes."
)


def test_each_question_is_a_group_with_its_name_and_the_explanation(page):
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    groups = [
        (node["name"]["value"], node["description"]["value"])
        for node in nodes
        if node.get("role", {}).get("value") == "group" and node.get("description")
    ]
    assert groups == [
        (question, EXPLAINED)
        for question in (
            "Waar sta je van nature?",
            "Waar heeft deze situatie je nodig?",
            "Welk klein stapje wil je proberen?",
        )
    ]


def test_a_click_places_and_the_words_follow(page):
    for place, name in enumerate(PLACES):
        choose(page, place)
        assert placed(page) == [place, None, None]
        assert told(page)[0] == f"Jouw plek: {name}"


TURNED = "document.documentElement.dir = 'rtl'"
"""What a tool for reading aloud or translating may do to a page."""


@pytest.mark.parametrize("share", [0.05, 0.3, 0.95])
@pytest.mark.parametrize("how", ["mouse", "touch"])
def test_on_a_page_that_is_turned_around_the_marker_is_where_one_pressed(visit, how, share):
    page = visit(LINE, width=360, has_touch=True)
    page.evaluate(TURNED)
    rail = page.locator(".rail").first
    rail.scroll_into_view_if_needed()
    box = rail.bounding_box()
    pressed = box["x"] + share * box["width"]
    (page.mouse.click if how == "mouse" else page.touchscreen.tap)(pressed, box["y"] + box["height"] / 2)
    marker = rail.locator("input:checked").bounding_box()
    assert abs(marker["x"] + marker["width"] / 2 - pressed) <= box["width"] / 11


LEFT_OF_RIGHT = """() => [...document.querySelectorAll(":is(.polen, .polenpaar):has(.links)")].filter((one) => one.checkVisibility())
    .map((one) => one.querySelector(".links").getBoundingClientRect().left < one.querySelector(".rechts").getBoundingClientRect().left)"""


@pytest.mark.parametrize("path", [LINE, "", "reflectie/", "reflectie/delen/", "insluiten/vragen/"])
def test_on_a_page_that_is_turned_around_left_stays_left(desk, address, path):
    desk.goto(address + path)
    desk.evaluate(TURNED)
    seen = desk.evaluate(LEFT_OF_RIGHT)
    assert seen and all(seen)


def test_no_place_has_a_number(all_lines):
    page = all_lines
    names = page.locator(".rail label").all_text_contents()
    assert len(names) == 18 * 11
    assert [name for name in names if re.search(r"\d|%", name)] == []


def test_a_drag_snaps_follows_and_stops_at_the_ends(page):
    page.mouse.move(*at(page, 2))
    page.mouse.down()
    for place in (2.4, 3.4, 7.6, 5):
        page.mouse.move(*at(page, place))
        assert told(page)[0] == f"Jouw plek: {PLACES[round(place)]}"
    x, y = at(page, 10)
    page.mouse.move(x + 300, y + 120)
    assert placed(page)[0] == 10
    page.mouse.up()
    page.mouse.move(*at(page, 1))
    assert placed(page) == [10, None, None]
    assert focused(page) == "natuur 10"


def test_another_mouse_button_places_nothing(page):
    page.mouse.click(*at(page, 4), button="right")
    assert placed(page) == [None, None, None]


def swipe(page, start, end, steps=12):
    """Move one finger over the screen."""
    touch = page.context.new_cdp_session(page)
    (x, y), (to_x, to_y) = start, end
    touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for step in range(1, steps + 1):
        point = {"x": x + (to_x - x) * step / steps, "y": y + (to_y - y) * step / steps}
        touch.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [point]})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


@pytest.fixture
def phone(touch, address):
    touch.goto(address + LINE)
    return touch


def test_a_second_finger_places_nothing(phone):
    first, moved, second = at(phone, 9), at(phone, 8), at(phone, 1)
    finger = phone.context.new_cdp_session(phone)
    for kind, *points in (("Start", first), ("Move", moved), ("Start", moved, second), ("End", moved), ("End",)):
        fingers = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
        finger.send("Input.dispatchTouchEvent", {"type": f"touch{kind}", "touchPoints": fingers})
    assert placed(phone) == [8, None, None]


def test_a_tap_places(phone):
    for place in (8, 0):
        phone.touchscreen.tap(*at(phone, place))
        assert placed(phone) == [place, None, None]
        assert told(phone)[0] == f"Jouw plek: {PLACES[place]}"


def test_a_finger_along_the_line_places(phone):
    swipe(phone, at(phone, 2), at(phone, 9))
    assert placed(phone) == [9, None, None]
    assert told(phone)[0] == f"Jouw plek: {PLACES[9]}"


@pytest.mark.parametrize("drift", [0, 40])
def test_a_finger_that_scrolls_places_nothing(phone, drift):
    x, y = at(phone, 3)
    before = phone.evaluate("scrollY")
    swipe(phone, (x, y), (x + drift, y - 250))
    phone.wait_for_function("before => scrollY > before + 100", arg=before)
    assert placed(phone) == [None, None, None]
    assert told(phone) == [EMPTY] * 3


def test_the_keyboard_places(page):
    page.locator(".kopregel:has(#waar-sta-jij) > a").focus()
    page.keyboard.press("Tab")
    assert focused(page) == "natuur 0"
    assert placed(page) == [None, None, None]
    page.keyboard.press("Space")
    assert placed(page)[0] == 0
    for key, place in (("ArrowRight", 1), ("ArrowRight", 2), ("ArrowDown", 3), ("ArrowLeft", 2), ("ArrowUp", 1)):
        page.keyboard.press(key)
        assert told(page)[0] == f"Jouw plek: {PLACES[place]}"
    page.keyboard.press("Tab")
    assert focused(page) == CLEAR
    page.keyboard.press("Tab")
    assert focused(page) == "situatie 0"
    assert placed(page) == [1, None, None]


def test_taking_a_place_away_keeps_the_focus_in_the_question(page):
    choose(page, 7, question=1)
    choose(page, 7, question=2)
    clear = page.locator("fieldset.plek").nth(1).get_by_role("button", name=CLEAR)
    clear.press("Enter")
    assert placed(page) == [None, None, 7]
    assert told(page)[1] == EMPTY
    expect(clear).to_be_hidden()
    assert focused(page) == "situatie 0"


def test_emptying_the_lines_empties_all(page):
    for question in range(3):
        choose(page, 3 + question, question)
    assert placed(page) == [3, 4, 5]
    page.get_by_role("button", name="Wis de lijnen").click()
    page.wait_for_function("() => !document.querySelector('.weg:not([hidden])')")
    assert placed(page) == [None] * 3
    assert told(page) == [EMPTY] * 3


def test_questions_and_lines_are_independent(all_lines):
    page = all_lines
    choose(page, 9, question=4)
    choose(page, 1, question=16)
    assert {n: place for n, place in enumerate(placed(page)) if place is not None} == {4: 9, 16: 1}
    page.locator("spannings-lijn").nth(5).get_by_role("button", name="Wis de lijnen").click()
    assert {n: place for n, place in enumerate(placed(page)) if place is not None} == {4: 9}


def fill(page):
    for question in range(3):
        choose(page, 3, question)
    assert placed(page) == [3, 3, 3]


def test_a_reload_brings_nothing_back(page):
    fill(page)
    page.reload()
    assert placed(page) == [None] * 3


def test_going_back_and_forward_brings_nothing_back(page, address):
    fill(page)
    page.goto(address + "over/")
    page.go_back()
    assert placed(page) == [None] * 3
    fill(page)
    page.go_back()
    page.go_forward()
    assert placed(page) == [None] * 3


def test_a_page_kept_whole_for_going_back_is_emptied(browser, address):
    """Browsers keep a page alive behind the back button, radios and all; the headless shell doesn't, nor Playwright unless told."""
    with browser.browser_type.launch(
        executable_path=program("chromium") or pytest.skip("no whole Chromium; see tests/setup.sh"),
        args=["--no-sandbox", "--disable-gpu"],
        ignore_default_args=["--disable-back-forward-cache"],
    ) as keeping:
        # A worker that comes takes the pages of its site in hand, and what is kept behind the button is then thrown away.
        page = keeping.new_page(service_workers="block")
        page.goto(address + LINE)
        page.evaluate("addEventListener('pageshow', (event) => { window.kept = event.persisted })")
        fill(page)
        page.goto(address + "over/")
        page.evaluate("history.back()")
        page.wait_for_function("() => window.kept")
        assert placed(page) == [None] * 3
        assert told(page) == [EMPTY] * 3


def traces(page) -> dict:
    """Everything that this visit left behind in the browser."""
    return {
        **page.evaluate("""async () => ({
        local: {...localStorage}, session: {...sessionStorage}, databases: (await indexedDB.databases()).map((one) => one.name),
        caches: await caches.keys(), workers: (await navigator.serviceWorker.getRegistrations()).length,
        history: history.state, length: history.length, address: location.href,
    })"""),
        "cookies": page.context.cookies(),
    }


def test_using_the_line_leaves_no_trace_and_asks_nothing_of_the_network(page):
    before, asked = traces(page), []
    page.on("request", lambda request: asked.append(request.url))
    fill(page)
    page.get_by_role("button", name=CLEAR).first.click()
    page.get_by_role("button", name="Wis de lijnen").click()
    assert traces(page) == before
    assert asked == []


LEAKS = {
    "local": "localStorage.setItem('plek', '3')",
    "session": "sessionStorage.setItem('plek', '3')",
    "databases": "new Promise((done) => { indexedDB.open('plek').onsuccess = done })",
    "caches": "caches.open('plek')",
    "history": "history.replaceState({plek: 3}, '')",
    "length": "history.pushState({plek: 3}, '')",
    "address": "history.replaceState({plek: 3}, '', '#plek-3')",
    "cookies": "document.cookie = 'plek=3'",
}


def test_every_trace_would_be_seen(visit):
    page = visit(LINE)
    for what, leak in LEAKS.items():
        before = traces(page)
        page.evaluate(f"async () => {{ await ({leak}) }}")
        after = traces(page)
        assert {key for key in before if before[key] != after[key]} == {what}


def test_a_request_would_be_seen(page):
    with page.expect_request("**/plek?3"):
        page.evaluate("fetch('plek?3').catch(() => {})")
