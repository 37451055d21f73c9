"""Where one is: what lies beside a page, what is on it, and what stands first on a small and on a wide screen."""

from collections import defaultdict
from pathlib import Path
from urllib.parse import urljoin

import lxml.html
import pytest
from playwright.sync_api import expect
from windows import leave_out, window

from macros.knowledge.records import Begrip
from macros.publish.addresses.ledger import read
from tests.conftest import ROOT

CONCEPT, LAST = "begrippen/sociaal-ingenieurs/", "begrippen/herstelbeleid/"
FIELDS = {
    "sv1": "maakbaar-of-ongrijpbaar",
    "sv2": "dingen-goed-of-goede-dingen",
    "sv3": "hoofd-of-hart-en-handen",
    "sv4": "doorgaan-of-vertragen",
    "sv5": "jij-en-ik-of-wij",
    "sv6": "opdracht-of-opgave",
}
PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 800}


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def script(request):
    return request.param


@pytest.fixture(scope="module", params=[True, False], ids=["script", "no script"])
def any_page(browser, request):
    with window(browser, java_script_enabled=request.param) as page:
        yield page


@pytest.fixture(scope="module")
def small(browser):
    with window(browser, **PHONE) as page:
        yield page


@pytest.mark.parametrize("path", [f"spanningsvelden/{FIELDS['sv4']}/", "werkkaarten/tijdlijn/"])
def test_a_phone_that_is_turned_goes_on_showing_what_one_read(touch, address, path):
    touch.goto(address + path)
    text = touch.locator(".tekst h2").nth(2)
    text.evaluate("(one) => scrollTo({ top: one.getBoundingClientRect().top + scrollY - 200, behavior: 'instant' })")
    assert touch.evaluate("scrollY") > 1000
    for width, height in ((740, 360), (360, 740)):
        touch.set_viewport_size({"width": width, "height": height})
        touch.wait_for_function("(width) => innerWidth === width", arg=width)
        touch.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        assert -100 < text.bounding_box()["y"] < height


# What lies beside a page


@pytest.mark.parametrize("width", [1100, 1920])
def test_the_list_stands_beside_the_text_and_stays(any_page, address, width):
    any_page.set_viewport_size({"width": width, "height": 800})
    any_page.goto(address + CONCEPT)
    around, text = any_page.locator(".afdeling"), any_page.locator(".tekst")
    here = around.locator("[aria-current]")
    assert here.all_inner_texts() == ["Sociaal ingenieurs"]
    expect(around.locator("li a:visible")).to_have_count(25 + 1 + 6)
    box, other, right = around.bounding_box(), text.bounding_box(), any_page.locator(".inhoud").bounding_box()
    assert box["x"] + box["width"] <= other["x"] and other["x"] + other["width"] <= right["x"]
    any_page.locator(".tekst > :last-child").scroll_into_view_if_needed()
    expect(here).to_be_visible()
    assert 0 <= here.bounding_box()["y"] < 800


def test_of_a_long_list_the_current_page_is_in_sight(any_page, address):
    any_page.set_viewport_size({"width": 1100, "height": 600})
    any_page.goto(address + LAST)
    box = any_page.locator(".afdeling [aria-current]").bounding_box()
    assert box["y"] >= 0 and box["y"] + box["height"] <= 600


@pytest.mark.parametrize("size", [(360, 740), (1100, 600), (740, 360)], ids=["phone", "desk", "lying phone"])
def test_a_long_list_opens_where_one_is_and_the_page_stays(visit, size):
    page = visit("begrippen/vertragen/", *size)
    part = page.locator(".afdeling-lijst")
    assert page.evaluate("scrollY") == 0
    if not part.locator("li a").first.is_visible():
        part.locator("summary").first.click()
        expect(part.locator("li a").first).to_be_visible()
    before = page.evaluate("scrollY")
    # On a phone that lies on its side the list is part of the page, which one scrolls oneself.
    if size != (740, 360):
        expect(part.locator("[aria-current]")).to_be_in_viewport(ratio=1)
    assert page.evaluate("scrollY") == before


def test_both_lists_beside_the_text_can_be_folded(visit):
    page = visit(CONCEPT)
    for what in (".afdeling-lijst", ".inhoud details"):
        part = page.locator(what)
        link = part.locator("a").first
        expect(link).to_be_visible()
        assert part.get_attribute("open") is not None
        part.locator("summary").first.click()
        expect(link).to_be_hidden()
        part.locator("summary").first.click()
        expect(link).to_be_visible()


def test_on_a_phone_one_row_under_the_title_opens_the_same_list(visit, script):
    page = visit(CONCEPT, **PHONE, java_script_enabled=script)
    row, title = page.locator(".afdeling"), page.locator("h1").bounding_box()
    box = row.bounding_box()
    assert row.locator("summary").first.inner_text() == "Maakbaarheid, 4\u00a0van\u00a025"
    assert title["y"] + title["height"] <= box["y"] < title["y"] + title["height"] + 40 and box["height"] < 60
    assert box["y"] + box["height"] <= page.locator(".begin").bounding_box()["y"]
    expect(row.locator("li a").first).to_be_hidden()
    row.locator("summary").first.click()
    expect(row.locator("li a:visible")).to_have_count(25 + 1 + 6)


def test_what_comes_before_and_after_is_there_without_scrolling(visit, script):
    page = visit(CONCEPT, **PHONE, java_script_enabled=script)
    for name, place in (("Vorige: Van verzorgingsstaat naar preventiestaat", 0), ("Volgende: Prestatiedruk", 1)):
        box = page.locator(".afdeling [rel]").nth(place).bounding_box()
        assert box["y"] + box["height"] <= 740 and min(box["width"], box["height"]) >= 44
        expect(page.get_by_role("link", name=name, exact=True)).to_have_count(1)
    page.locator("#hierna-bron").scroll_into_view_if_needed()
    assert 0 <= page.locator(".afdeling [rel=next]").bounding_box()["y"] < 740
    page.locator(".afdeling [rel=next]").click()
    page.wait_for_url("**/begrippen/prestatiedruk/")


# Where a link lands


@pytest.mark.parametrize(
    "place, name",
    [
        ("spanningsvelden/doorgaan-of-vertragen/#sv4-v11", "Tussen doorgaan en vertragen"),
        ("begrippen/woordenlijst/#samen-lef", "Woordenlijst"),
        ("bronnen/personen/#persoon-putters", "Wie is wie"),
    ],
)
def test_who_comes_to_a_place_far_down_sees_of_which_page_it_is(visit, place, name):
    page = visit(place, **PHONE)
    told = page.locator(".op-de-pagina")
    expect(told).to_contain_text(name)
    expect(told).to_be_in_viewport()
    told.get_by_role("link").click()
    expect(told).to_be_hidden()


def test_who_comes_to_the_top_is_not_told_again(visit):
    page = visit(CONCEPT, **PHONE)
    page.locator("#hierna-bron").scroll_into_view_if_needed()
    expect(page.locator(".op-de-pagina")).to_have_count(0)


# One place of each kind on a page tells of the others; what a tool shows and hides by itself can't be gone to.
UNMARKED = """(anchors) => {
    const kinds = new Map();
    for (const id of anchors) {
        const place = document.getElementById(id);
        const kind = [place, place?.parentElement].map((one) => `${one?.tagName}.${one?.className}`).join();
        if (place?.checkVisibility() && !kinds.has(kind)) kinds.set(kind, place);
    }
    // Of a heading the row that it stands in is marked.
    const shown = (one) => ["backgroundColor", "boxShadow"].map((name) => getComputedStyle(one)[name]);
    const look = (one) => [one, one.closest(".kopregel") ?? one].flatMap(shown).join();
    return [...kinds.values()].filter((place) => {
        const before = look(place);
        location.hash = place.id;
        return look(place) === before;
    }).map((place) => place.id);
}"""


# What is marked follows from the styles alone, so a page is put in the place of one that has the same: to load each takes long.
IN_ITS_PLACE = """(html) => {
    location.hash = "";
    document.body.replaceWith(new DOMParser().parseFromString(html, "text/html").body);
}"""


def styled(file: Path, address: str) -> tuple[str | None, ...]:
    """By what the styles of a page follow: the class of all of it, and where its style sheets are."""
    page = lxml.html.parse(file).getroot()
    return page.get("class"), *(urljoin(address, one) for one in page.xpath("//link[@rel='stylesheet']/@href"))


def test_every_place_that_was_ever_published_is_marked_when_one_lands_there(browser, address, site):
    ledger, _ = read(ROOT / "docs")
    files = {path: site / path / ("" if path.endswith(".html") else "index.html") for path in ledger}
    alike = defaultdict(list)
    for path, anchors in ledger.items():
        if anchors:
            alike[styled(files[path], address + path)].append(path)
    with window(browser, java_script_enabled=False, bypass_csp=True) as page:
        # The faces of all cards would take minutes.
        leave_out(page, "*.png", "*.svg", "*.webp")
        unmarked = []
        for paths in alike.values():
            page.goto(address + paths[0])
            for path in paths:
                page.evaluate(IN_ITS_PLACE, files[path].read_text(encoding="utf-8"))
                unmarked += [f"{path}#{id}" for id in page.evaluate(UNMARKED, sorted(ledger[path]))]
        page.goto(address + "werkkaarten/fasen/")
        page.evaluate("""() => {
            const style = document.head.appendChild(document.createElement("style"));
            style.textContent = ":target { background: none !important; box-shadow: none !important }";
        }""")
        missed = page.evaluate(UNMARKED, ["wk8-1a"])
    assert (unmarked, missed) == ([], ["wk8-1a"])


# What is on a page


def test_the_part_that_is_read_is_marked(visit):
    page = visit(CONCEPT)
    marked = page.locator(".inhoud [aria-current]")
    expect(marked).to_have_count(0)
    for name in ("Wat helpt", "Waarom het ertoe doet"):
        page.get_by_role("heading", name=name).evaluate("one => one.scrollIntoView()")
        page.wait_for_function(
            "name => document.querySelector('.inhoud [aria-current=location]')?.textContent === name", arg=name
        )
        expect(marked).to_have_count(1)


# The neighbourhood


def test_the_drawing_is_heard_as_a_list_of_links(desk, address):
    desk.goto(address + "begrippen/maakbaarheid/")
    around = desk.get_by_role("group", name="Maakbaarheid en wat erbij hoort")
    expect(around.get_by_role("list").get_by_role("listitem").get_by_role("link")).to_have_count(6)
    around.get_by_role("link", name="Verlangen naar beheersing verwant").click()
    desk.wait_for_url("**/begrippen/verlangen-naar-beheersing/")


def test_on_paper_the_text_begins_without_it(desk, address):
    desk.goto(address + CONCEPT)
    drawing = desk.locator(".buurt")
    expect(drawing).to_be_visible()
    desk.emulate_media(media="print")
    hidden = drawing.is_hidden()
    desk.emulate_media(media="screen")
    assert hidden


FETCHED = """async (pages) => {
    window.drawings = await Promise.all(pages.map(async (page) => {
        const html = await (await fetch(page)).text();
        return [page, new DOMParser().parseFromString(html, "text/html").querySelector(".buurt svg")];
    }));
}"""
DRAWN = """() => {
    const place = document.querySelector(".buurt");
    const outside = [];
    let smallest = 100;
    for (const [page, svg] of drawings) {
        place.querySelector("svg").replaceWith(svg);
        const { right } = svg.getBoundingClientRect();
        for (const text of svg.querySelectorAll("text")) {
            smallest = Math.min(smallest, parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a);
            if (text.getBoundingClientRect().right > right) outside.push([page, text.textContent]);
        }
    }
    return [smallest, outside];
}"""


def test_every_drawing_can_be_read_and_stays_in_its_box(small, address, bank):
    small.goto(address + CONCEPT)
    small.evaluate(FETCHED, [address + bank.path_of(one.id).removesuffix(".md") + "/" for one in bank.of_kind(Begrip)])
    for width in (320, 360, 1100, 1280, 1920):
        small.set_viewport_size({"width": width, "height": 800})
        smallest, outside = small.evaluate(DRAWN)
        assert (width, smallest >= 12, outside) == (width, True, [])


@pytest.mark.parametrize(
    "path, first, last",
    [
        ("begrippen/woordenlijst/", "A", "Z"),
        ("bronnen/personen/", "A", "Z"),
        ("bronnen/", "A", "W"),
        ("lessen/van-plek-wisselen/", "Wat studenten straks kunnen", "In je leeromgeving"),
        ("begeleiden/programma/vier-bijeenkomsten/", "Wanneer je dit kiest", "Bijeenkomst 4: Verder"),
        ("reflectie/papier/", "Teamvel: samen kijken", "Codevel voor de begeleider"),
        (CONCEPT, "Wat je ervan ziet", "Wat het niet is"),
    ],
)
def test_a_long_page_has_a_list_of_its_parts(desk, address, path, first, last):
    desk.goto(address + path)
    links = desk.get_by_role("navigation", name="Op deze pagina").get_by_role("link")
    expect(links.first).to_have_text(first)
    expect(links.last).to_have_text(last)
    links.last.click()
    expect(desk.locator(":target")).to_be_in_viewport()


def test_a_page_on_which_one_does_something_has_no_list_of_its_screens(desk, address):
    desk.goto(address + "reflectie/")
    expect(desk.locator(".inhoud")).to_have_count(0)


# First things first


@pytest.mark.parametrize("field", FIELDS.values(), ids=FIELDS)
def test_the_line_of_a_field_is_in_the_first_screen(small, address, field):
    small.goto(f"{address}spanningsvelden/{field}/")
    for size in (PHONE, DESK):
        small.set_viewport_size(size)
        box = small.locator(".rail").first.bounding_box()
        assert box["y"] + box["height"] <= size["height"], size
        # What it is about comes after it.
        assert small.locator(".waarover .lead").bounding_box()["y"] > box["y"], size


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_tab_reaches_the_line_in_six_presses(visit, script, size):
    page = visit("spanningsvelden/doorgaan-of-vertragen/", **size, java_script_enabled=script)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    for _ in range(4):
        page.keyboard.press("Tab")
        if page.locator(".rail input:focus").count():
            break
    expect(page.locator(".rail input:focus")).to_have_count(1)
    uitleg = page.locator(".lijn-uitleg").inner_text()
    assert "spatiebalk" in uitleg and "pijltjes" in uitleg


@pytest.mark.parametrize("width", [320, 360, 768])
@pytest.mark.parametrize("field", FIELDS.values(), ids=FIELDS)
def test_nothing_moves_when_a_place_is_chosen(small, address, field, width):
    small.set_viewport_size({"width": width, "height": 740})
    small.goto(f"{address}spanningsvelden/{field}/")
    moved = small.evaluate("""() => {
        const rails = [...document.querySelectorAll(".rail")];
        const tops = () => rails.map((one) => one.getBoundingClientRect().top + scrollY).join();
        const before = tops();
        return rails.flatMap((rail) => [...rail.querySelectorAll("input")].filter((input) => {
            input.click();
            return tops() !== before;
        })).length;
    }""")
    assert moved == 0


def test_nothing_but_the_line_looks_like_one_on_the_page_of_a_field(small, address):
    small.goto(f"{address}spanningsvelden/doorgaan-of-vertragen/")
    striped = small.evaluate("""() => [...document.querySelectorAll("main *")].filter((one) => ["", "::before", "::after"].some(
        (part) => getComputedStyle(one, part || null).backgroundImage.includes("gradient"))).map((one) => one.className)""")
    assert set(striped) <= {"rail rail-rond", "rail rail-driehoek", "rail rail-ruit", ""}


@pytest.mark.parametrize("deck", ["emoties", "reflectievragen", "werkkaarten", "fasekaarten"])
def test_a_set_shows_its_cards_its_button_and_what_one_needs_first(small, address, deck):
    small.set_viewport_size(PHONE)
    small.goto(f"{address}kaarten/{deck}/")
    assert small.locator(".greep img").evaluate_all("all => all.every((one) => one.complete && one.naturalWidth > 0)")
    for size in (PHONE, DESK):
        small.set_viewport_size(size)
        for what in (".greep", ".kaartenvel-acties a.knop"):
            box = small.locator(what).bounding_box()
            assert box["y"] + box["height"] <= size["height"], (what, size)
        assert small.locator(".kaartenvel-acties p").first.bounding_box()["y"] + 27 <= size["height"], size


def test_a_theme_shows_its_list_first(small, address):
    small.goto(f"{address}begrippen/thema-vak/")
    for size, item in ((PHONE, 0), (DESK, 1)):
        small.set_viewport_size(size)
        box = small.locator(".begrippen dt").nth(item).bounding_box()
        assert box["y"] + box["height"] <= size["height"], size


def test_every_link_beside_a_heading_has_the_name_of_that_heading(small, address):
    small.goto(f"{address}{CONCEPT}")
    names = small.locator(".anker").evaluate_all("all => all.map((one) => one.ariaLabel)")
    assert len(set(names)) == len(names) > 2 and "Vaste link naar ‘Wat helpt’" in names
    # The heading itself is heard without its link, which follows it.
    heading = small.get_by_role("heading", name="Wat helpt", exact=True)
    link = small.get_by_role("link", name="Vaste link naar ‘Wat helpt’")
    expect(heading).to_have_count(1)
    link.focus()
    expect(link).to_have_css("opacity", "1")
    words, sign = heading.bounding_box(), link.bounding_box()
    assert abs(words["y"] - sign["y"]) < 3 and 0 < sign["x"] - words["x"] - words["width"] < 20
