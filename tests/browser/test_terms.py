"""The definition of a linked term: by mouse, keyboard and touch, as text, in the window, and gone without a trace."""

import pytest
from playwright.sync_api import expect
from test_axe import LOOKS, violations
from windows import window

PAGE = "begrippen/maatwerk/"
MANY = "podcast/deel-1/"
HINT = "Tik nog eens om er meer over te lezen."


@pytest.fixture(scope="module")
def timeless(browser, address):
    with window(browser) as page:
        page.clock.install(time=0)
        page.goto(address)
        page.clock.pause_at(3_600_000)
        yield page


@pytest.fixture
def page(timeless, address):
    """A page with linked terms, where time passes only when a test says so."""
    timeless.mouse.move(0, 0)
    timeless.goto(address + PAGE)
    return timeless


@pytest.fixture
def read(desk, address):
    """A function that opens a page in a window of this size, which the tests share one after another."""

    def open_page(path: str = PAGE, width: int = 1280, height: int = 800):
        desk.mouse.move(0, 0)
        desk.set_viewport_size({"width": width, "height": height})
        desk.goto(address + path)
        return desk

    return open_page


def links(page):
    return page.locator("main a.begrip")


def definition(link) -> str:
    return link.get_attribute("data-uitleg")


def shown(page) -> list[str]:
    """The definitions in sight."""
    return page.locator("[role=tooltip]:visible").all_inner_texts()


def described(page) -> list[str | None]:
    """For each linked term that refers to a description, the text of it."""
    return page.evaluate("""() => [...document.querySelectorAll("a[aria-describedby]")].map(
        (link) => document.getElementById(link.getAttribute("aria-describedby"))?.textContent)""")


def tab_to(page, link) -> None:
    """Tab to a link, from what can be focused before it: from the top of the page that takes a press for every link of the menu."""
    link.evaluate("""link => {
        const all = [...document.querySelectorAll("a[href], button, summary")].filter((one) => one.checkVisibility());
        all[all.indexOf(link) - 1].focus({ preventScroll: true });
    }""")
    page.keyboard.press("Tab")
    assert link.evaluate("link => link === document.activeElement"), "the link can't be reached by keyboard"


def frames(page) -> None:
    """Let the window do its scrolling."""
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def test_nothing_is_shown_at_first(page):
    assert links(page).count() >= 3
    assert shown(page) == []
    assert described(page) == []


def test_the_pointer_shows_it(page):
    link = links(page).first
    link.hover()
    page.clock.run_for(1000)
    assert shown(page) == described(page) == [definition(link)]
    other = links(page).nth(1)
    other.hover()
    page.clock.run_for(1000)
    assert shown(page) == described(page) == [definition(other)]
    page.locator("h1").hover()
    page.clock.run_for(1000)
    assert shown(page) == described(page) == []


def test_a_pointer_passing_by_shows_nothing(page):
    links(page).first.hover()
    page.clock.run_for(100)
    page.locator("h1").hover()
    page.clock.run_for(100)
    assert shown(page) == []
    page.clock.run_for(1000)
    assert shown(page) == []


def test_the_pointer_can_go_to_it_and_rest_there(page):
    link = links(page).first
    link.hover()
    page.clock.run_for(1000)
    page.locator("[role=tooltip]").hover()
    page.clock.run_for(60_000)
    assert shown(page) == described(page) == [definition(link)]
    page.mouse.down()
    page.mouse.up()
    assert shown(page) == [definition(link)]
    assert page.url.endswith(PAGE)


@pytest.mark.parametrize("where", ["link", "definition", "elsewhere"])
def test_escape_dismisses_it_wherever_the_pointer_is(page, where):
    link = links(page).first
    link.hover()
    page.clock.run_for(1000)
    if where == "definition":
        page.locator("[role=tooltip]").hover()
    elif where == "elsewhere":
        page.locator("h1").hover()
    assert shown(page) == [definition(link)]
    page.keyboard.press("Escape")
    assert shown(page) == []
    page.clock.run_for(60_000)
    assert shown(page) == described(page) == []


def test_the_keyboard_shows_it_at_once(page):
    link = links(page).first
    target = link.evaluate("link => link.href")
    tab_to(page, link)
    assert shown(page) == described(page) == [definition(link)]
    page.keyboard.press("Tab")
    assert definition(link) not in shown(page) + described(page)
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Escape")
    assert shown(page) == described(page) == []
    assert link.evaluate("link => link === document.activeElement")
    page.keyboard.press("Enter")
    page.wait_for_url(target)


def test_what_the_focus_shows_outlasts_a_moving_pointer(page):
    link = links(page).first
    tab_to(page, link)
    page.locator("h1").hover()
    page.clock.run_for(60_000)
    assert shown(page) == described(page) == [definition(link)]


def test_focus_by_a_press_on_the_mouse_button_shows_nothing(page):
    links(page).first.evaluate("link => link.addEventListener('click', (event) => event.preventDefault())")
    links(page).first.click()
    assert links(page).first.evaluate("link => link === document.activeElement")
    assert shown(page) == []


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_tabbing_to_a_link_out_of_the_window_shows_it(visit, motion):
    page = visit(MANY, width=360, height=500, reduced_motion=motion)
    link = links(page).nth(1)
    assert link.evaluate("link => link.getBoundingClientRect().top > innerHeight")
    tab_to(page, link)
    page.wait_for_function(
        "link => { const at = link.getBoundingClientRect(); return at.top > 0 && at.bottom < innerHeight }",
        arg=link.element_handle(),
    )
    frames(page)
    assert shown(page) == [definition(link)]


# Where the definition must fit beside its link; the second is a small window at 400 %.
WINDOWS = [(320, 568), (320, 256), (568, 230), (1280, 800)]


def misplaced(page, beside: bool) -> str:
    """What is wrong with the place of the definition that belongs to the focused link."""
    return page.evaluate(
        """(beside) => {
        const link = document.activeElement, box = document.querySelector("[role=tooltip]")?.getBoundingClientRect();
        if (!box?.width) return "not shown";
        const inside = box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight;
        const apart = [...link.getClientRects()].every((at) => at.right <= box.left || at.left >= box.right
            || at.bottom <= box.top || at.top >= box.bottom);
        if (!inside) return `outside the window: ${JSON.stringify(box)}`;
        if (beside && !apart) return "over its link";
        return link.dataset.uitleg.length > 90 && box.width < Math.min(300, innerWidth - 24) ? `narrow: ${box.width}` : "";
    }""",
        beside,
    )


@pytest.mark.parametrize("width, height", WINDOWS)
@pytest.mark.parametrize("path", [PAGE, MANY])
def test_it_stays_within_the_window(read, path, width, height):
    page = read(path, width, height)
    wrong = {}
    for link in links(page).all()[:12]:
        tab_to(page, link)
        frames(page)
        wrong[definition(link)] = misplaced(page, beside=height > 500)
    assert len(wrong) >= 3
    assert {text: why for text, why in wrong.items() if why} == {}
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


# A link at each edge of a narrow window.
CORNERS = [("0", "0"), ("0", "100%"), ("100%", "0"), ("100%", "100%")]


def put_in_corner(page, link, left: str, top: str) -> None:
    link.evaluate(
        """(link, [left, top]) => Object.entries({ position: "fixed", left, top,
        translate: `-${left} -${top}` }).forEach(([name, value]) => link.style.setProperty(name, value))""",
        [left, top],
    )


@pytest.mark.parametrize("left, top", CORNERS)
def test_it_fits_in_every_corner(read, left, top):
    page = read(width=320, height=568)
    link = links(page).first
    put_in_corner(page, link, left, top)
    tab_to(page, link)
    frames(page)
    assert misplaced(page, beside=True) == ""


def test_a_misplaced_definition_would_be_seen(visit, address):
    page = visit(None, width=320, height=568, bypass_csp=True)
    for spoil, complaint in (
        ("left: 100px", "outside"),
        ("top: -20px", "outside"),
        ("width: 5rem", "narrow"),
        ("display: none", "not shown"),
        ("inset: 0; margin: auto", "over its link"),
    ):
        page.goto(address + PAGE)
        page.add_style_tag(content=f".uitleg {{ {spoil.replace(';', ' !important;')} !important }}")
        link = links(page).first
        put_in_corner(page, link, *(["50%"] * 2 if "margin" in spoil else ["0"] * 2))
        tab_to(page, link)
        frames(page)
        assert misplaced(page, beside=True).startswith(complaint), spoil


def test_it_goes_along_when_the_page_scrolls(read):
    page = read()
    link = links(page).first
    tab_to(page, link)

    def distance():
        return page.evaluate("""() => document.querySelector("[role=tooltip]").getBoundingClientRect().top
            - document.activeElement.getBoundingClientRect().top""")

    before = distance()
    page.mouse.wheel(0, 60)
    page.wait_for_function("() => scrollY > 0")
    frames(page)
    assert distance() == pytest.approx(before, abs=1)
    page.evaluate("scrollTo({ top: document.body.scrollHeight, behavior: 'instant' })")
    frames(page)
    assert page.locator("[role=tooltip]").evaluate("box => box.getBoundingClientRect().bottom") < 0


# Touch


@pytest.fixture
def phone(touch, address):
    touch.goto(address + PAGE)
    return touch


def test_a_first_tap_shows_it_and_a_second_follows_the_link(phone):
    link = links(phone).first
    target = link.evaluate("link => link.href")
    link.tap()
    assert shown(phone) == [f"{definition(link)}\n{HINT}"]
    assert described(phone) == [definition(link) + HINT]
    assert phone.url.endswith(PAGE)
    link.tap()
    phone.wait_for_url(target)


def test_a_tap_on_the_definition_follows_the_link_too(phone):
    link = links(phone).first
    target = link.evaluate("link => link.href")
    link.tap()
    phone.locator("[role=tooltip]").tap()
    phone.wait_for_url(target)


def test_a_tap_on_another_term_shows_that_one(phone):
    links(phone).first.tap()
    links(phone).nth(2).tap()
    assert shown(phone) == [f"{definition(links(phone).nth(2))}\n{HINT}"]
    assert phone.url.endswith(PAGE)


def test_a_tap_elsewhere_closes_it(phone):
    links(phone).first.tap()
    phone.locator("h1").tap()
    assert shown(phone) == described(phone) == []


@pytest.mark.parametrize("top", ["0", "50%", "100%"])
def test_what_a_tap_shows_leaves_the_link_free(phone, top):
    link = links(phone).first
    put_in_corner(phone, link, "0", top)
    link.tap()
    link.focus()
    assert misplaced(phone, beside=True) == ""


def test_enter_follows_the_link_after_a_touch(phone):
    link = links(phone).first
    target = link.evaluate("link => link.href")
    phone.locator("h1").tap()
    tab_to(phone, link)
    phone.keyboard.press("Escape")
    phone.keyboard.press("Enter")
    phone.wait_for_url(target)


def test_a_mouse_follows_the_link_at_once(visit):
    page = visit(PAGE, has_touch=True)
    link = links(page).first
    target = link.evaluate("link => link.href")
    page.locator("h1").tap()
    link.click()
    page.wait_for_url(target)


# What is in it, and what stays behind

MARKUP = """<b>Vet</b> & &lt;i&gt; "aan" <img src="x" onerror="document.title = 'stuk'">"""


def test_a_definition_is_shown_as_text(page):
    link = links(page).first
    link.evaluate("(link, text) => { link.dataset.uitleg = text }", MARKUP)
    title = page.title()
    tab_to(page, link)
    assert shown(page) == [MARKUP]
    expect(page.locator("[role=tooltip] *")).to_have_count(0)
    assert page.title() == title


@pytest.mark.parametrize("way", ["mouse", "keyboard", "touch"])
def test_nothing_stays_behind(visit, way):
    page = visit(PAGE, has_touch=True)
    before = page.locator("body").inner_html()
    link = links(page).first
    if way == "mouse":
        link.hover()
    elif way == "keyboard":
        tab_to(page, link)
    else:
        link.tap()
    page.locator("[role=tooltip]").wait_for()
    assert page.locator("body").inner_html() != before
    page.keyboard.press("Escape")
    assert page.locator("body").inner_html() == before


def test_axe_finds_nothing_while_it_is_shown(read):
    page = read(width=360)
    tab_to(page, links(page).first)
    assert violations(page) == []
    assert len(shown(page)) == 1


def test_a_definition_too_faint_would_be_seen_by_axe(read):
    page = read(width=360)
    page.emulate_media(color_scheme="light")
    # Axe judges no colour of what lies over other text in part, as some do here.
    for link in links(page).all():
        tab_to(page, link)
        page.evaluate("document.querySelector('[role=tooltip]').attributeStyleMap.set('color', '#666')")
        found = [one for one in violations(page, LOOKS[:1]) if one.startswith("color-contrast")]
        if any('role="tooltip"' in one for one in found):
            return
    raise AssertionError("no definition that is too faint was seen")


def test_without_script_the_link_simply_works(visit):
    page = visit(PAGE, java_script_enabled=False, has_touch=True)
    link = page.locator("main a.begrip").first
    link.hover()
    expect(page.locator("[role=tooltip]")).to_have_count(0)
    link.tap()
    page.wait_for_url("**/begrippen/generiek-aanbod/")
