"""Small screens and large type: nothing sticks out at 320 px (1280 px at 400%), and what you tap is big enough."""

import pytest
from kinds import KINDS
from leading import PAGE, TWO_HOURS, as_file
from lines import ALL_LINES, LINE
from playwright.sync_api import expect
from windows import window

# 1280 x 1024 at 400% zoom is 320 x 256 in CSS pixels (WCAG 2.2, 1.4.10).
ZOOMED = {"width": 320, "height": 256}


@pytest.fixture(scope="module")
def small(browser):
    with window(browser, **ZOOMED) as page:
        yield page


@pytest.fixture(scope="module")
def _of_each_kind(browser):
    with window(browser, **ZOOMED) as page:
        yield page


@pytest.fixture(scope="module", params=KINDS.values(), ids=KINDS)
def kind(_of_each_kind, address, request):
    """A page of each kind, which is loaded once for all tests of it: they leave it as it was."""
    _of_each_kind.goto(address + request.param)
    return _of_each_kind


def sticking_out(page) -> list[str]:
    """What makes the page wider than the window; empty when nothing does."""
    return page.evaluate("""() => {
        if (document.documentElement.scrollWidth <= innerWidth) return [];
        const wide = [...document.body.querySelectorAll("*")].filter((one) => one.getBoundingClientRect().right > innerWidth);
        return [`${document.documentElement.scrollWidth} px`, ...wide.map((one) => `${one.localName}.${one.className}`)];
    }""")


# What stands letter by letter: over four lines or more, none of which has room for four letters, each half as wide as high.
LETTER_BY_LETTER = """() => {
    const found = [], texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const isHidden = (one) => one && (getComputedStyle(one).clipPath !== "none" || isHidden(one.parentElement));
    while (texts.nextNode()) {
        const one = texts.currentNode, around = one.parentElement, range = document.createRange();
        range.selectNodeContents(one);
        const lines = [...range.getClientRects()].map(({ width }) => width);
        const four = 2 * parseFloat(getComputedStyle(around).fontSize);
        if (lines.length >= 4 && Math.max(...lines) < four && !isHidden(around)) found.push(one.data.trim());
    }
    return found;
}"""


# A link in a sentence must be found by who doesn't see its colour (WCAG 2.2, 1.4.1).
BARE_LINKS = """() => [...document.querySelectorAll("main a")].filter((link) => {
    const around = link.parentElement, own = getComputedStyle(link), other = getComputedStyle(around);
    const words = [...around.childNodes].some((node) => node.nodeType === 3 && /\\w/.test(node.textContent));
    const differs = own.textDecorationLine.includes("underline") || parseFloat(own.borderBottomWidth) > 0
        || own.fontSize !== other.fontSize || own.fontWeight !== other.fontWeight;
    return words && link.checkVisibility({ opacityProperty: true }) && !differs;
}).map((link) => link.outerHTML)"""


def test_no_page_scrolls_sideways_and_links_in_sentences_differ_by_more_than_colour(kind):
    assert (sticking_out(kind), kind.evaluate(BARE_LINKS)) == ([], [])


def test_the_open_search_and_menu_dont_scroll_sideways(small, address):
    small.goto(address + LINE)
    small.keyboard.press("ControlOrMeta+k")
    small.keyboard.type("vertragen")
    small.locator("dialog .zoek-uitkomst a").first.wait_for()
    assert sticking_out(small) == []
    small.keyboard.press("Escape")
    small.locator(".menu-knop").click()
    assert sticking_out(small) == []


def test_something_that_sticks_out_would_be_seen(small, address):
    small.goto(address)
    small.evaluate("document.querySelector('h1').textContent = 'Jeugdbeschermingstafelvoorzittersoverleg'.repeat(3)")
    small.evaluate("document.querySelector('h1').attributeStyleMap.set('white-space', 'nowrap')")
    assert sticking_out(small) != []


# Room between letters, words and lines as a reader may ask for it (WCAG 2.2, 1.4.12).
SPACED = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; line-height: 1.5 !important }
        p { margin-bottom: 2em !important }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""
POLES_THAT_TOUCH = """() => [...document.querySelectorAll(".polen")].filter((both) => {
    const [left, right] = [".links", ".rechts"].map((side) => {
        const range = document.createRange();
        range.selectNodeContents(both.querySelector(side));
        return [...range.getClientRects()].filter(({ width }) => width);
    });
    return left.some((one) => right.some((other) =>
        one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom));
}).map((both) => both.textContent)"""


@pytest.fixture
def spaced(kind):
    kind.evaluate(SPACED)
    yield kind
    kind.evaluate("document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1)")
    kind.set_viewport_size(ZOOMED)


def test_with_more_room_between_letters_nothing_sticks_out_or_overlaps(spaced):
    for width in (320, 1100, 1280):
        spaced.set_viewport_size({"width": width, "height": 800})
        assert (width, sticking_out(spaced), spaced.evaluate(POLES_THAT_TOUCH)) == (width, [], [])


def test_poles_that_touch_would_be_seen(small, address):
    small.goto(address + LINE)
    assert small.evaluate(POLES_THAT_TOUCH) == []
    small.evaluate("document.querySelector('.polen .links').attributeStyleMap.set('min-width', '0')")
    small.evaluate("document.querySelector('.polen .links > span').textContent = 'doorgaan'.repeat(6)")
    assert small.evaluate(POLES_THAT_TOUCH) != []


@pytest.mark.parametrize("path", [LINE, ALL_LINES])
def test_every_place_is_big_enough_to_tap(small, address, path):
    small.goto(address + path)
    boxes = small.locator(".rail label").evaluate_all(
        "labels => labels.map((label) => label.getBoundingClientRect()).map((box) => [box.width, box.height])"
    )
    assert len(boxes) % 11 == 0
    assert min(width for width, _ in boxes) >= 24
    assert min(height for _, height in boxes) >= 44


def test_the_masthead_is_big_enough_to_tap(small, address):
    small.goto(address)
    for what in (".menu-knop", ".thema-knop", ".kop .zoek-open", ".kop .merk"):
        box = small.locator(what).bounding_box()
        assert (what, box["width"] >= 24, box["height"] >= 44) == (what, True, True)


# Letters of 32 px by default, as a reader may set them in the browser: twice the usual


@pytest.fixture(scope="module")
def large(chromium):
    with chromium("--blink-settings=defaultFontSize=32") as browser, window(browser) as page:
        yield page


LONG_NAMES = [
    {"id": id, "titel": "Jeugdbeschermingstafelvoorzittersoverleg", "begin": "09:30", "blokken": []}
    for id in ("m1", "m2")
]
PHONES = [{"width": width, "height": 740} for width in (360, 412)]


LARGE_PAGES = {**KINDS, "insluiten": "insluiten/vragen/"}


@pytest.mark.parametrize("path", LARGE_PAGES.values(), ids=LARGE_PAGES)
def test_with_large_letters_nothing_leaves_the_screen(large, address, path):
    """Also not once all that is folded away is open."""
    large.goto(address + path)
    assert large.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
    if large.locator(".mee-sets").count():
        # The sets that can be taken along come from the host.
        large.locator(".mee-sets li").first.wait_for(state="attached")
    for opened in (False, True):
        large.evaluate("open => document.querySelectorAll('main details').forEach((one) => one.open ||= open)", opened)
        for size in PHONES:
            large.set_viewport_size(size)
            assert (sticking_out(large), large.evaluate(LETTER_BY_LETTER)) == ([], []), (opened, size)


@pytest.mark.parametrize("size", PHONES, ids=["360", "412"])
def test_with_large_letters_a_place_and_a_plan_stay_words(large, address, size):
    large.set_viewport_size(size)
    large.goto(address + LINE)
    large.locator(".rail label").nth(3).click()
    assert large.locator(".stand output").first.inner_text() and large.evaluate(LETTER_BY_LETTER) == []
    large.goto(address + PAGE)
    # Only what is in sight can be pressed; the rest nobody hears yet.
    large.locator("#loop-bestand:visible").set_input_files(as_file(bijeenkomsten=LONG_NAMES))
    large.locator("[data-stap=welke] button").first.wait_for()
    assert (sticking_out(large), large.evaluate(LETTER_BY_LETTER)) == ([], [])
    large.goto("about:blank")
    large.goto(address + PAGE + TWO_HOURS)
    large.locator("[data-lijst=vooraf] li").first.wait_for()
    assert (sticking_out(large), large.evaluate(LETTER_BY_LETTER)) == ([], [])
    large.locator("[data-doe=begin]").click()
    large.evaluate("document.querySelectorAll('.loop details').forEach((one) => { one.open = true })")
    expect(large.locator("[data-lijst=alles] li")).to_have_count(7)
    expect(large.locator("[data-lijst=reserve] li")).to_have_count(1)
    assert (sticking_out(large), large.evaluate(LETTER_BY_LETTER)) == ([], [])


def test_a_column_of_letters_would_be_seen(small, address):
    small.goto(address)
    small.evaluate("document.querySelector('h1').style = 'width: 1em; overflow-wrap: anywhere'")
    assert len(small.evaluate(LETTER_BY_LETTER)) == 1


def test_with_large_letters_a_plan_can_be_read_and_what_is_said_of_it_too(large, address):
    large.set_viewport_size(PHONES[0])
    large.goto(f"{address}begeleiden/draaiboek/#b1=_wk3.75.45~pauze.15&b2=_wk5-m3.50&b3=_wk9-x.60")
    large.locator(".plan-rij").first.wait_for()
    assert sticking_out(large) == []
    large.locator(".plan-rij").first.scroll_into_view_if_needed()
    expect(large.locator(".plan-melding")).to_be_in_viewport()
    assert large.locator(".plan-melding").bounding_box()["height"] <= 0.4 * PHONES[0]["height"]
    for part in (".plan-telt", ".plan-terug"):
        expect(large.locator(part)).not_to_be_in_viewport()


@pytest.mark.parametrize("size", [ZOOMED, *PHONES], ids=["320", "360", "412"])
def test_with_large_letters_one_sees_what_one_looks_for(large, address, size):
    large.set_viewport_size(size)
    large.goto(address)
    large.keyboard.press("ControlOrMeta+k")
    large.keyboard.type("vertragen")
    large.locator("dialog .zoek-uitkomst a").first.wait_for()
    room = """field => {
        const { fontSize, paddingLeft, paddingRight } = getComputedStyle(field);
        return (field.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight)) / parseFloat(fontSize);
    }"""
    # Some six letters, of which the last typed are in sight.
    assert large.locator("dialog input").evaluate(room) > 3
    assert large.locator("dialog").evaluate("one => one.scrollWidth <= one.clientWidth")


def test_with_large_letters_what_folds_open_in_the_picker_stays_on_the_screen(large, address):
    """The order of the cards, one's own cards with their form, and what the printer needs, which are closed or empty at first."""
    large.goto(f"{address}kaarten/zelf-kiezen/#kaarten=sv4-v1,zelf-1&zelf-1=emoties:Opgelucht&vorm=a7&schuif=0,1")
    large.locator(".kies-zelf-lijst li").wait_for(state="attached")
    large.locator("kaarten-kiezer details").evaluate_all("(all) => { for (const one of all) one.open = true }")
    large.locator(".kies-zelf-form").wait_for()
    for size in PHONES:
        large.set_viewport_size(size)
        expect(large.locator(".kies-rij-knoppen").first).to_be_visible()
        assert sticking_out(large) == [], size


@pytest.mark.parametrize("size", PHONES, ids=["360", "412"])
def test_with_large_letters_the_menu_opens_and_shows_its_last_item(large, address, size):
    large.set_viewport_size(size)
    large.goto(address)
    button = large.locator(".menu-knop")
    box = button.bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= size["width"]
    button.click()
    last = large.locator("#menu a").last
    last.scroll_into_view_if_needed()
    box = last.bounding_box()
    assert box["y"] >= 0 and box["y"] + box["height"] <= size["height"]


def test_a_link_by_colour_alone_would_be_seen(desk, address):
    desk.goto(address + "vastgelopen/")
    desk.evaluate("document.querySelector('main dd a').attributeStyleMap.set('text-decoration', 'none')")
    assert len(desk.evaluate(BARE_LINKS)) == 1


@pytest.mark.parametrize("path", ["kaarten/reflectievragen/", "kaarten/zelf-kiezen/", "kaarten/lijnen/"])
def test_that_an_address_is_a_trial_stands_in_a_box_that_is_not_printed(path, desk, address):
    desk.goto(address + path)
    box = desk.locator(".proefadres")
    assert box.evaluate("one => parseFloat(getComputedStyle(one).borderLeftWidth)") > 0
    assert box.bounding_box()["width"] > 600
    desk.emulate_media(media="print")
    hidden = box.is_hidden()
    desk.emulate_media(media="screen")
    assert hidden


MOVED = """window.moved = 0;
new PerformanceObserver((list) => { for (const one of list.getEntries()) window.moved += one.value; })
    .observe({ type: "layout-shift", buffered: true });"""


@pytest.mark.parametrize("path", ["reflectie/team/", "reflectie/delen/", "reflectie/", LINE])
def test_nothing_moves_when_the_script_comes(visit, address, path):
    """By the measure that browsers have for it, of which 0.1 is said to be good (web.dev/cls)."""
    page = visit(None, width=412)
    page.add_init_script(MOVED)
    # Held back, until there is no route any more.
    page.route("**/*.js", lambda route: None)
    page.goto(address + path, wait_until="commit")
    page.locator("h1").wait_for()
    page.wait_for_timeout(300)
    page.unroute("**/*.js")
    page.wait_for_function("() => document.readyState === 'complete' && !document.querySelector('main :not(:defined)')")
    page.wait_for_timeout(300)
    assert page.evaluate("window.moved") < 0.05
    page.evaluate(
        "document.querySelector('main').prepend(Object.assign(document.createElement('pre'), { textContent: '\\n'.repeat(9) }))"
    )
    # The control: what moves is measured.
    page.wait_for_function("() => window.moved > 0.05")
