"""The page for teachers: the link opens what was chosen, the code shows it in a frame, and nothing comes back."""

import re

import pytest
from frames import SANDBOX, school_with
from kinds import KINDS
from lxml import html
from playwright.sync_api import expect
from test_axe import LOOKS, violations
from test_layout import sticking_out

from tests.conftest import FOLDER
from tests.host import host_of, serving

DELEN = KINDS["delen"]
FORBIDDEN = re.compile(r"\b(scores?|resultaat|resultaten|gemiddelde?n?|voortgang|trends?|anoniem)\b|%", re.I)


@pytest.fixture
def page(desk, address):
    desk.goto(address + DELEN)
    return desk


def tick(page, *fields: str, questions: tuple[str, ...] = ()) -> None:
    for id in fields:
        page.locator(f"[name=velden][value={id}]").check()
    if questions:
        page.get_by_label("alleen de vragen die ik aankruis").check()
        for id in questions:
            page.locator(f"[name=vragen][value={id}]").check()


def link(page) -> str:
    return page.locator(".gemaakt code").first.text_content()


def code(page) -> list:
    """The elements of the code to paste."""
    return html.fragments_fromstring(page.locator(".gemaakt code").last.text_content())


def test_without_a_choice_there_is_nothing_to_take_along(page):
    expect(page.locator(".gemaakt:visible")).to_have_count(0)
    tick(page, "sv2")
    expect(page.locator(".gemaakt:visible")).to_have_count(2)
    page.locator("[name=velden][value=sv2]").uncheck()
    expect(page.locator(".gemaakt:visible")).to_have_count(0)


def test_the_link_opens_what_was_chosen(page, address):
    tick(page, "sv4", "sv2")
    assert link(page) == address + "reflectie/#velden=2,4"
    tick(page, questions=("sv2-v1", "sv4-v6"))
    assert link(page) == address + "reflectie/#velden=2,4&vragen=sv2-v1,sv4-v6"
    page.goto(link(page))
    assert page.locator("[name=velden]:checked").evaluate_all("boxes => boxes.map((one) => one.value)") == [
        "sv2",
        "sv4",
    ]
    expect(page.locator(".link-keuze")).to_be_visible()
    page.get_by_role("button", name="Begin", exact=True).click()
    page.locator("[data-doe=volgende]").click()
    expect(page.locator("[data-vraag]:visible")).to_have_attribute("data-vraag", "sv2-v1")


def test_questions_of_a_field_that_was_left_out_again_are_left_out_too(page, address):
    tick(page, "sv2", "sv4", questions=("sv2-v1",))
    assert page.locator(".vraagkeuze:visible legend").all_inner_texts() == [
        "Dingen goed of goede dingen",
        "Doorgaan of vertragen",
    ]
    page.locator("[name=velden][value=sv2]").uncheck()
    assert link(page) == address + "reflectie/#velden=4"
    expect(page.locator(".nog-geen")).to_be_visible()
    page.get_by_label("alle vragen van die spanningsvelden").check()
    expect(page.locator(".vraagkeuze:visible")).to_have_count(0)


def test_the_code_is_a_frame_that_may_only_what_it_needs(page, address):
    tick(page, "sv2", "sv4", questions=("sv2-v1",))
    [frame] = code(page)
    assert frame.tag == "iframe" and int(frame.attrib.pop("height")) > 1500
    assert dict(frame.attrib) == {
        "src": address + "insluiten/vragen/#velden=2,4&vragen=sv2-v1",
        "title": "Dingen goed of goede dingen, Doorgaan of vertragen",
        "width": "100%",
        "style": "border: 0",
        "loading": "lazy",
        "sandbox": SANDBOX,
    }


def test_lines_alone_are_a_frame_each_and_the_script_comes_when_asked_for(page, address):
    tick(page, "sv2", "sv4")
    page.get_by_label("alleen de lijn").check()
    page.get_by_label("Met een script").check()
    *frames, script = code(page)
    assert [frame.get("src") for frame in frames] == [
        address + f"insluiten/{name}/" for name in ("dingen-goed-of-goede-dingen", "doorgaan-of-vertragen")
    ]
    assert (script.tag, script.get("src"), "async" in script.attrib) == (
        "script",
        address + "assets/js/insluiten-hoogte.js",
        True,
    )


def test_the_pasted_code_shows_what_was_chosen(visit, site):
    pages = {}
    with serving(host_of(site, FOLDER)) as root, serving(school_with(pages)) as school:
        page = visit(None)
        page.goto(root.rstrip("/") + FOLDER + DELEN)
        tick(page, "sv6", questions=("sv6-v2",))
        page.get_by_label("Met een script").check()
        pages["/les"] = page.locator(".gemaakt code").last.text_content()
        page.goto(school + "les")
        inside = page.frame_locator("iframe")
        # A frame that comes only once it is in sight may still be empty.
        expect(inside.locator(".gekozen:visible h2")).to_have_text(["Opdracht of opgave"])
        expect(inside.locator("[data-vraag]:visible")).to_have_count(1)
        page.wait_for_function("document.querySelector('iframe').style.height !== ''")


def test_both_can_be_copied(visit, address):
    page = visit(DELEN, permissions=["clipboard-read", "clipboard-write"])
    tick(page, "sv4")
    for part in page.locator(".gemaakt").all():
        part.get_by_role("button", name="Kopieer").click()
        part.get_by_text("Gekopieerd", exact=True).wait_for()
        assert page.evaluate("navigator.clipboard.readText()") == part.locator("code").text_content()


def test_a_link_in_a_new_tab_shows_what_one_gives(page):
    tick(page, "sv4")
    links = page.locator(".gemaakt .bekijk")
    assert [one.get_attribute("href") for one in links.all()] == [link(page), code(page)[0].get("src")]
    assert {(one.get_attribute("target"), one.get_attribute("rel")) for one in links.all()} == {("_blank", "noopener")}


def test_the_keyboard_is_enough(page):
    page.locator("[name=velden]").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    assert page.url.endswith(DELEN) and link(page).endswith("#velden=1")
    for _ in range(6):
        page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    expect(page.locator("[name=welke]:checked")).to_have_attribute("value", "kies")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert link(page).endswith("#velden=1&vragen=sv1-v1")


def test_without_script_ready_links_lead_to_what_they_say(visit, desk, address, bank):
    page = visit(DELEN, java_script_enabled=False)
    expect(page.locator("link-maker:visible, .gemaakt:visible")).to_have_count(0)
    rows = page.locator(".kant-en-klaar tbody tr:visible")
    expect(rows).to_have_count(9)
    assert "<iframe" in page.locator(".kant-en-klaar pre").inner_text()
    # Three questions of one field.
    onward, framed = (one.get_attribute("href") for one in rows.nth(7).locator("a").all())
    desk.goto(address + DELEN + framed)
    expect(desk.locator(".gekozen:visible")).to_have_count(1)
    expect(desk.locator("[data-vraag]:visible")).to_have_count(3)
    desk.goto(address + DELEN + onward)
    expect(desk.locator("[name=velden]:checked")).to_have_count(1)
    expect(desk.locator(".link-keuze")).to_be_visible()


def test_it_fits_a_small_window_and_is_accessible_when_filled_in(page):
    tick(page, *(f"sv{number}" for number in range(1, 7)), questions=("sv2-v1",))
    page.get_by_label("Met een script").check()
    page.locator(".kant-en-klaar > summary").click()
    page.set_viewport_size({"width": 320, "height": 256})
    assert sticking_out(page) == []
    assert violations(page, LOOKS[:2]) == []


def test_nothing_is_stored_and_nothing_is_asked_of_the_network(visit):
    page = visit(DELEN)
    page.wait_for_load_state("networkidle")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    tick(page, "sv4", questions=("sv4-v6",))
    assert asked == [] and page.evaluate("({...localStorage})") == {}


@pytest.mark.parametrize("path", [DELEN, KINDS["kader"], KINDS["kader met vragen"]])
def test_the_pages_never_speak_of_measuring(desk, address, path):
    desk.goto(address + path)
    words = desk.evaluate("""() => { const copy = document.querySelector("main").cloneNode(true);
        for (const one of copy.querySelectorAll("code, .vraag, .vraagkeuze label")) one.remove(); return copy.textContent }""")
    assert FORBIDDEN.findall(words) == []
    assert FORBIDDEN.findall(words + " Je voortgang: 40%") == ["voortgang", ""]
