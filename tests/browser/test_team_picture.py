"""The picture of a team: grey dots that tell of no one, on the page, on a big screen, on paper and in a file; by keyboard too."""

import json
import math
import re

import pypdfium2
import pytest
from kinds import KINDS
from PIL import Image
from pixels import ink
from pixels import picture as drawn
from playwright.sync_api import expect
from team import TEAM, begin, hand_in_all, one_tab, picture, place, show, start_over, switch, to_leader
from test_axe import LOOKS, violations
from test_layout import sticking_out
from waiting import until
from windows import LOCKS_REMEMBERED

PEOPLE = [([0, 10], False), ([1, 5], False), ([5, 5], True), ([9, 4], False), ([10, None], False), ([3, 6], False)]
FIVE_TOGETHER = [([at, at], False) for at in (2, 3, 3, 3, 3, 7, 8, 10)]
BINS = [[2, 1, 1, 0, 2], [0, 1, 2, 1, 1]]
CAPTION = "Wat maakt dat we hier verschillend staan?"


@pytest.fixture(scope="module")
def room(browser, address):
    with one_tab(browser, address) as page:
        yield page


def session(page, *fields: int, people=PEOPLE) -> None:
    """A session about `fields`, handed in by `people`, who all place themselves the same on every field."""
    start_over(page)
    begin(page, *fields)
    hand_in_all(page, [(places * len(fields), consent) for places, consent in people])


@pytest.fixture
def page(room):
    """The picture of six people on two fields."""
    session(room, 2, 4)
    show(room)
    yield room
    room.evaluate("() => { delete document.documentElement.requestFullscreen }")
    room.set_viewport_size({"width": 1280, "height": 720})


def test_every_place_counted_is_one_dot_in_its_part(page):
    assert picture(page) == BINS * 2


@pytest.mark.parametrize("width", [320, 1280])
def test_who_stands_at_a_pole_stands_on_it(page, width):
    page.set_viewport_size({"width": width, "height": 720})
    ends = page.locator(".team-balk").first.evaluate("""(line) => {
        const middle = (box) => box.left + box.width / 2;
        const columns = [...line.querySelectorAll(".team-bakken li")].map((one) => middle(one.getBoundingClientRect()));
        const axis = line.querySelector(".team-as").getBoundingClientRect();
        return [columns[0] - (axis.left + 7), columns.at(-1) - (axis.right - 8)];
    }""")
    assert ends == [pytest.approx(0, abs=1)] * 2


def test_it_says_once_why_eleven_places_are_five_columns(page):
    told = page.locator(".team-figuren .team-lezen")
    expect(told).to_have_count(1)
    assert "De elf plekken van de lijn zijn hier vijf kolommen" in told.inner_text()


def test_on_a_page_that_is_turned_around_the_first_part_is_at_the_left_pole(page):
    page.evaluate("document.documentElement.dir = 'rtl'")
    lefts = (
        page.locator(".team-bakken")
        .first.locator("li")
        .evaluate_all("parts => parts.map((part) => part.getBoundingClientRect().left)")
    )
    assert lefts == sorted(lefts)
    left, right = (page.locator(f".team-balk .polen .{end}").first.bounding_box()["x"] for end in ("links", "rechts"))
    page.evaluate("document.documentElement.removeAttribute('dir')")
    assert left < right


def test_the_order_in_which_people_came_leaves_no_trace(page):
    first = page.locator(".team-figuren").inner_html()
    session(page, 2, 4, people=PEOPLE[::-1])
    show(page)
    assert page.locator(".team-figuren").inner_html() == first


def test_it_says_what_it_shows_to_who_doesnt_see_it(page):
    line = page.locator(".team-bakken").nth(2)
    assert [re.sub(r"\s+", " ", one) for one in line.locator("li").all_text_contents()] == [
        "bij doorgaan: 2 mensen",
        "meer richting doorgaan: 1 mens",
        "precies ertussen: 1 mens",
        "meer richting vertragen: niemand",
        "bij vertragen: 2 mensen",
    ]


def judging(page) -> list[str]:
    """Words and signs on an open page that would make the picture a measurement, a ranking or a promise it can't keep."""
    text = page.evaluate("""() => {
        const root = document.querySelector("main").cloneNode(true);
        // The questions are the publication's own words.
        root.querySelectorAll(".vh, .papier-vragen").forEach((one) => one.remove());
        return root.textContent + [...root.querySelectorAll("template")].map((one) => one.content.textContent).join(" ");
    }""")
    words = re.findall(r"\w*(?:score|resulta|gemiddeld|voortgang|trend|anoniem|ranglijst)\w*|\d+ ?%", text, re.I)
    shown = page.evaluate("""() => [...document.querySelectorAll(".team-figuren *:not(.vh)")]
        .flatMap((one) => [...one.childNodes]).filter((node) => node.nodeType === 3).map((node) => node.data).join("")""")
    return words + re.findall(r"\d", shown)


@pytest.mark.parametrize("kind", ["team", "begeleiden", "papier"])
def test_no_page_judges(room, address, kind):
    if not room.url.endswith(KINDS[kind]):
        room.goto(address + KINDS[kind])
    assert judging(room) == []
    room.goto(address + TEAM)


def test_the_picture_has_no_number_and_no_judgement(page):
    assert judging(page) == []
    page.locator(".team-balknaam").first.evaluate("one => one.append('gemiddelde 3')")
    assert judging(page) == ["gemiddelde", "3"]


def test_a_big_group_fits(page):
    session(page, 4, people=[([5, n % 11], False) for n in range(26)])
    show(page)
    page.set_viewport_size({"width": 320, "height": 640})
    assert picture(page)[0] == [0, 0, 26, 0, 0]
    assert sticking_out(page) == []
    dots = (
        page.locator(".team-balk")
        .first.locator(".team-stip")
        .evaluate_all("""all => all.map((one) => one.getBoundingClientRect())
        .map(({ left, top, width }) => `${Math.round(left)} ${Math.round(top)} ${width}`)""")
    )
    assert len(set(dots)) == 26


# On a big screen


def slide(page) -> list[str]:
    return page.locator(".team-dia h3").all_inner_texts()


def test_arrows_go_through_the_fields_and_escape_ends(page):
    opener = page.get_by_role("button", name="Toon op een groot scherm")
    opener.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.fullscreenElement !== null")
    seen = [slide(page)]
    for key in ("ArrowRight", "ArrowDown", "PageDown", "ArrowLeft", "ArrowUp", "ArrowLeft"):
        page.keyboard.press(key)
        seen.append(slide(page))
    two, four, talk = ["Dingen goed of goede dingen"], ["Doorgaan of vertragen"], ["Vragen voor het gesprek"]
    assert seen == [two, four, talk, talk, four, two, two]
    page.keyboard.press("Escape")
    page.locator("dialog.team-beamer").wait_for(state="hidden")
    page.wait_for_function("() => document.fullscreenElement === null")
    assert slide(page) == []
    assert opener.evaluate("one => one === document.activeElement")


def test_buttons_do_the_same_for_a_mouse(page):
    refuse_full_screen(page)
    page.get_by_role("button", name="Toon op een groot scherm").click()
    expect(page.get_by_role("button", name="Vorige")).to_be_disabled()
    page.get_by_role("button", name="Volgende").click()
    assert slide(page) == ["Doorgaan of vertragen"]
    expect(page.locator(".team-dia .team-stip")).to_have_count(sum(map(sum, BINS)))
    assert page.locator(".team-dia figcaption").inner_text() == CAPTION
    page.get_by_role("button", name="Sluit", exact=True).locator("visible=true").click()
    expect(page.locator("dialog.team-beamer")).to_be_hidden()


def refuse_full_screen(page) -> None:
    page.evaluate("() => { document.documentElement.requestFullscreen = () => Promise.reject(new TypeError('no')) }")


def test_where_full_screen_is_refused_the_window_is_filled(page):
    refuse_full_screen(page)
    page.get_by_role("button", name="Toon op een groot scherm").click()
    box = page.locator("dialog.team-beamer").bounding_box()
    assert (box["width"], box["height"]) == tuple(page.viewport_size.values())
    page.keyboard.press("Escape")
    expect(page.locator("dialog.team-beamer")).to_be_hidden()


def test_full_screen_that_comes_after_one_left_ends_at_once(page):
    page.evaluate("""() => {
        const { requestFullscreen } = Element.prototype;
        document.documentElement.requestFullscreen = async function () {
            await new Promise((closed) => document.querySelector("dialog.team-beamer").addEventListener("close", closed));
            await requestFullscreen.call(this);
            this.dataset.kwam = "ja";
        };
    }""")
    page.get_by_role("button", name="Toon op een groot scherm").click()
    page.keyboard.press("Escape")
    page.wait_for_function("() => document.documentElement.dataset.kwam === 'ja'")
    page.wait_for_function("() => document.fullscreenElement === null")


def test_full_screen_that_ends_after_one_came_back_is_asked_for_again(page):
    page.evaluate("""() => {
        window.full = 0;
        document.addEventListener("fullscreenchange", () => { if (document.fullscreenElement) window.full++ });
        const { exitFullscreen } = Document.prototype;
        document.exitFullscreen = async function () {
            delete document.exitFullscreen;
            await new Promise((shown) => document.querySelector(".team-dia").addEventListener("focus", shown));
            await exitFullscreen.call(this);
        };
    }""")
    opens, dialog = page.get_by_role("button", name="Toon op een groot scherm"), page.locator("dialog.team-beamer")
    opens.click()
    until(page, "() => full === 1")
    dialog.get_by_role("button", name="Sluit").click()
    opens.click()
    until(page, "() => full === 2")
    expect(dialog).to_be_visible()
    # Who leaves it closes it, as before.
    page.evaluate("document.exitFullscreen()")
    expect(dialog).to_be_hidden()


def test_the_big_screen_stays_on(page):
    page.evaluate(f"() => {{ {LOCKS_REMEMBERED} }}")
    page.get_by_role("button", name="Toon op een groot scherm").click()
    until(page, "() => locks.length === 1 && !locks[0].released")
    page.keyboard.press("Escape")
    until(page, "() => locks[0].released")


@pytest.mark.parametrize("width, height", [(1280, 720), (1024, 768), (1366, 657), (1920, 1080)])
def test_a_slide_fits_on_a_beamer(page, width, height):
    session(page, 2, 4, people=FIVE_TOGETHER)
    show(page)
    refuse_full_screen(page)
    page.set_viewport_size({"width": width, "height": height})
    page.get_by_role("button", name="Toon op een groot scherm").click()
    place_of = page.locator(".team-dia")
    for _ in range(3):
        assert place_of.evaluate(
            "one => [one.scrollHeight <= one.clientHeight, one.scrollWidth <= one.clientWidth]"
        ) == [True, True]
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")


def test_where_a_slide_is_too_high_one_scrolls_from_its_title_to_its_question(page):
    refuse_full_screen(page)
    page.set_viewport_size({"width": 740, "height": 360})
    page.get_by_role("button", name="Toon op een groot scherm").click()
    assert page.locator(".team-dia").evaluate("""(one) => {
        const [title, question] = ["h3", "figcaption"].map((part) => one.querySelector(part));
        const height = (part) => part.getBoundingClientRect();
        const begins = height(title).top >= height(one).top;
        one.scrollTop = one.scrollHeight;
        return [begins, one.scrollTop > 0, height(question).bottom < height(one).bottom + 1];
    }""") == [True, True, True]
    page.keyboard.press("Escape")


# Taken out by the facilitator


def test_the_file_has_counts_and_nothing_of_a_person(page):
    with page.expect_download() as download:
        page.get_by_role("button", name="Download als bestand (JSON)").click()
    assert re.fullmatch(r"samen-kijken-\d{4}-\d\d-\d\d\.json", download.value.suggested_filename)
    content = json.loads(download.value.path().read_text())
    assert content.pop("datum") == download.value.suggested_filename[13:23]
    assert content == {
        "soort": "samen-kijken",
        "schema": 2,
        "mensen": 6,
        "velden": [
            {
                "id": id,
                "titel": title,
                "links": left,
                "rechts": right,
                "lijnen": [
                    {"vraag": "Waar sta je van nature?", "delen": BINS[0]},
                    {"vraag": "Waar heeft deze situatie je nodig?", "delen": BINS[1]},
                ],
            }
            for id, title, left, right in (
                ("sv2", "Dingen goed of goede dingen", "de dingen goed doen", "de goede dingen doen"),
                ("sv4", "Doorgaan of vertragen", "doorgaan", "vertragen"),
            )
        ],
    }
    page.get_by_text("Het bestand staat bij je downloads.").wait_for()


def test_the_image_has_the_same_dots(page):
    with page.expect_download() as download:
        page.get_by_role("button", name="Download als plaatje").click()
    image = Image.open(download.value.path()).convert("RGB")
    assert image.width == 1200
    grey = {colour: count for count, colour in image.getcolors(1 << 24)}.get((77, 91, 95), 0)
    # A dot is 22 pixels across, of which the outermost are lighter.
    assert grey / (math.pi * 10.3**2) == pytest.approx(sum(map(sum, BINS)) * 2, rel=0.03)


def test_the_words_of_the_image_are_as_wide_as_they_are_and_stand_on_it(page):
    page.evaluate("""() => {
        window.drawn = [];
        const { fillText } = CanvasRenderingContext2D.prototype;
        CanvasRenderingContext2D.prototype.fillText = function (text, x, y, most) {
            drawn.push({ text, fits: this.measureText(text).width <= most && y < this.canvas.height });
            fillText.call(this, text, x, y, most);
        };
    }""")
    with page.expect_download():
        page.get_by_role("button", name="Download als plaatje").click()
    drawn = page.evaluate("drawn")
    assert [one["text"] for one in drawn if not one["fits"]] == []
    reading = page.locator(".team-figuren .team-lezen").inner_text()
    assert reading in " ".join(one["text"] for one in drawn)


def test_an_image_that_cant_be_made_is_told(page):
    page.evaluate("""() => {
        window.toBlob = HTMLCanvasElement.prototype.toBlob;
        HTMLCanvasElement.prototype.toBlob = (done) => done(null);
    }""")
    page.get_by_role("button", name="Download als plaatje").click()
    page.get_by_text("Dat bestand kon niet gemaakt worden. Probeer een van de andere manieren.").wait_for()
    page.evaluate("() => { HTMLCanvasElement.prototype.toBlob = window.toBlob }")


def test_on_paper_stand_the_picture_and_the_questions(page):
    document = pypdfium2.PdfDocument(page.pdf(format="A4", print_background=False))
    text = " ".join(" ".join(sheet.get_textpage().get_text_range() for sheet in document).split())
    assert len(document) == 2
    for wanted in (
        "Samen kijken",
        "6 mensen",
        "Dingen goed of goede dingen",
        "Doorgaan of vertragen",
        CAPTION,
        "Vragen voor het gesprek",
    ):
        assert wanted in text
    for unwanted in ("Nieuwe ronde", "Wat er met je plekken gebeurt", "Bewaar", "Privacy"):
        assert unwanted not in text
    # Dots and lines stay where a printer drops backgrounds.
    assert len(ink(document[0].render(scale=1).to_pil().convert("RGB"))) > 4000


def test_the_big_screen_is_printed_as_the_picture_below_it(page):
    def printed() -> list[str]:
        document = pypdfium2.PdfDocument(page.pdf(format="A4"))
        return [sheet.get_textpage().get_text_range() for sheet in document]

    before = printed()
    refuse_full_screen(page)
    page.get_by_role("button", name="Toon op een groot scherm").click()
    shown = printed()
    page.keyboard.press("Escape")
    assert shown == before


# By keyboard, and for everyone


def test_a_whole_session_by_keyboard(room):
    session(room, 4, people=PEOPLE[:4])
    room.get_by_role("button", name="Ik ben aan de beurt").focus()
    room.keyboard.press("Enter")
    assert room.evaluate("document.activeElement.textContent") == "Waar sta jij?"
    room.keyboard.press("Tab")
    room.keyboard.press("Space")
    for _ in range(3):
        room.keyboard.press("ArrowRight")
    room.keyboard.press("Tab")  # to the button that takes the place away
    room.keyboard.press("Tab")
    room.keyboard.press("Space")
    assert room.locator(".team-lijnen:visible :checked").evaluate_all("all => all.map((one) => one.value)") == [
        "3",
        "0",
    ]
    room.keyboard.press("Enter")
    assert room.locator("[data-stap=invullen]").is_visible(), "Enter on a place hands nothing in"
    for _ in range(3):  # past the button that takes the place away, and the consent
        room.keyboard.press("Tab")
    room.keyboard.press("Enter")
    assert room.evaluate("document.activeElement.textContent") == "Klaar. Geef het apparaat door"
    to_leader(room)
    room.get_by_role("button", name="Laat het beeld zien", exact=True).focus()
    room.keyboard.press("Enter")
    room.keyboard.press("Tab")
    room.keyboard.press("Enter")
    assert room.evaluate("document.activeElement.textContent") == "Hier staan we"
    assert picture(room) == [[2, 1, 1, 0, 1], [1, 1, 2, 0, 1]]


def test_arrows_choose_the_way(room):
    session(room, 4, people=[])
    to_leader(room)
    room.locator("[name=manier]:checked").focus()
    room.keyboard.press("ArrowRight")
    expect(room.get_by_text("Doe mee met sessie")).to_be_visible()
    room.keyboard.press("ArrowRight")
    expect(room.get_by_text("Typ een vel over")).to_be_visible()


STEPS = {
    "between two people": lambda page: session(page, 4),
    "one device": lambda page: (session(page, 4), to_leader(page)),
    "codes": lambda page: (session(page, 4), switch(page, "qr"), page.locator("[data-qr=uitnodiging] svg").wait_for()),
    "paper": lambda page: (session(page, 4), switch(page, "papier")),
    "the form": lambda page: (
        session(page, 4),
        page.get_by_role("button", name="Ik ben aan de beurt").click(),
        place(page, 3, 5),
    ),
    "the question before": lambda page: (
        session(page, 4),
        to_leader(page),
        page.get_by_role("button", name="Laat het beeld zien", exact=True).click(),
    ),
    "the picture": lambda page: (session(page, 2, 4), show(page)),
    "a phone": lambda page: (
        session(page, 4, people=[]),
        page.evaluate("""() => {
        const session = document.querySelector("team-sessie");
        session.team.leader.end();
        location.hash = "#sessie=35C1F";
    }"""),
        page.get_by_text("Je doet mee met sessie 35C1F").wait_for(),
        place(page, 1, 2, 3, 4),
        page.get_by_role("button", name="Maak mijn code").click(),
        page.locator("[data-qr=code] svg").wait_for(),
    ),
}


@pytest.mark.parametrize("reach", STEPS.values(), ids=STEPS)
def test_every_step_is_accessible_and_fits_a_phone(room, reach):
    room.set_viewport_size({"width": 320, "height": 640})
    reach(room)
    assert sticking_out(room) == []
    small = room.evaluate("""() => [...document.querySelectorAll("team-sessie :is(button, label, summary, input:not([type]))")]
        .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 44 && !one.htmlFor).map((one) => one.outerHTML)""")
    assert small == []
    assert violations(room, LOOKS[:1]) == []


@pytest.mark.parametrize("step", ["codes", "the form", "the picture"])
def test_colours_stand_out_in_the_dark(room, step):
    STEPS[step](room)
    assert violations(room, LOOKS[1:2]) == []
    room.emulate_media(color_scheme="light")


def test_the_big_screen_is_accessible(page):
    refuse_full_screen(page)
    page.get_by_role("button", name="Toon op een groot scherm").click()
    assert violations(page, LOOKS[:2]) == []
    page.keyboard.press("Escape")


def test_dots_stand_out_where_colours_are_forced(page):
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, forced_colors="active")
        line = page.locator(".team-balk").first
        full = ink(drawn(line.screenshot()))
        line.locator(".team-stip").evaluate_all(
            "all => all.forEach((one) => one.attributeStyleMap.set('visibility', 'hidden'))"
        )
        bare = ink(drawn(line.screenshot()))
        line.locator(".team-stip").evaluate_all(
            "all => all.forEach((one) => one.attributeStyleMap.delete('visibility'))"
        )
        assert len(full) - len(bare) > 6 * 100
    page.emulate_media(color_scheme="light", forced_colors="none")
