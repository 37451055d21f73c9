"""The line as it is seen: markers by shape, forced colours, and on paper without backgrounds."""

import re

import pypdfium2
import pytest
from lines import LINE, PLACES, choose
from pixels import ink, picture, rule

from tests.conftest import ROOT

WAYS_OF_LOOKING = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced, light": {"color_scheme": "light", "forced_colors": "active"},
    "forced, dark": {"color_scheme": "dark", "forced_colors": "active"},
}


@pytest.fixture
def page(desk, address):
    desk.emulate_media(color_scheme="light", forced_colors="none")
    desk.set_viewport_size({"width": 800, "height": 1200})
    desk.goto(address + LINE)
    return desk


@pytest.fixture(params=WAYS_OF_LOOKING.values(), ids=WAYS_OF_LOOKING)
def looked_at(page, request):
    page.emulate_media(**request.param)
    return page


def markers(page, place: int = 5) -> list:
    """The pixels that choosing a place adds to its part of the line, for each question."""
    page.locator(".lijn").evaluate("line => line.scrollIntoView({ behavior: 'instant' })")
    empty = cells(page, place)
    for question in range(3):
        choose(page, place, question)
    return [chosen - rail for chosen, rail in zip(cells(page, place), empty, strict=True)]


def cells(page, place: int) -> list:
    """What is drawn on one place of every line."""
    page.mouse.move(0, 0)
    whole, found = picture(page.screenshot()), []
    for rail in page.locator(".rail").all():
        box = rail.locator("label").nth(place).bounding_box()
        left, top = round(box["x"]), round(box["y"])
        found.append(ink(whole.crop((left, top, left + round(box["width"]), top + round(box["height"])))))
    return found


# Two drawings that have more than this in common pass for the same shape.
SAME = 0.75


def alike(one, other) -> float:
    """How much of two shapes is the same: 1 is equal, 0 has nothing in common."""
    return len(one & other) / len(one | other)


def test_each_question_has_a_marker_of_its_own_shape(looked_at):
    circle, triangle, diamond = markers(looked_at)
    for shape in (circle, triangle, diamond):
        assert len(shape) > 100
    assert max(alike(circle, triangle), alike(triangle, diamond), alike(diamond, circle)) < SAME


def test_the_same_shape_would_be_seen(page):
    page.locator(".rail").nth(1).evaluate("rail => { rail.className = 'rail rail-rond' }")
    circle, other, _ = markers(page)
    assert alike(circle, other) > SAME


def cut_off(page, question: int, place: int) -> int:
    """How many pixels the round ring of a marker reaches further up than to the end of the line."""
    group = page.locator("fieldset").nth(question)
    group.evaluate("group => group.scrollIntoView({ behavior: 'instant', block: 'center' })")
    choose(page, place, question)
    page.keyboard.press("Shift")
    page.mouse.move(0, 0)
    box = group.locator("label").nth(place).bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    inked = ink(picture(page.screenshot(clip={"x": x - 22, "y": y - 22, "width": 44, "height": 44})))
    up = 22 - min(y for _, y in inked)
    return up - (22 - min(x for x, _ in inked) if place == 0 else max(x for x, _ in inked) - 22)


@pytest.mark.parametrize("place", [0, 10])
def test_no_marker_ends_at_the_edge_of_its_line(page, place):
    page.set_viewport_size({"width": 360, "height": 800})
    assert max(cut_off(page, question, place) for question in range(3)) <= 2
    page.locator("fieldset").first.evaluate("group => { group.style.padding = group.style.margin = 0; }")
    assert cut_off(page, 0, place) > 3, "the control is not seen"


def test_the_shape_before_a_question_is_the_shape_on_its_line(page):
    small = page.locator("legend [aria-hidden]")
    boxes = [small.nth(n).bounding_box() for n in range(3)]
    for n, box in enumerate(boxes):
        assert 0.75 < box["width"] / box["height"] < 1.34, f"question {n} has a distorted marker: {box}"


def test_the_words_of_the_poles_stand_at_both_ends(page):
    rail = page.locator(".rail").first.bounding_box()
    left, right = (page.locator(f".plek .pool.{side}").first.bounding_box() for side in ("links", "rechts"))
    assert abs(left["x"] - rail["x"]) < 2
    assert abs(right["x"] + right["width"] - rail["x"] - rail["width"]) < 2
    assert left["y"] + left["height"] <= rail["y"] + 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours_keep_the_line_and_both_its_ends(page, scheme):
    page.emulate_media(color_scheme=scheme, forced_colors="active")
    rail = picture(page.locator(".rail").first.screenshot())
    inked = ink(rail)
    left, top, right, bottom = rule(inked, rail.width)
    assert right - left > rail.width * 0.9
    for end in (range(16), range(rail.width - 16, rail.width)):
        assert [y for x, y in inked if x in end and not top - 1 <= y <= bottom + 1], "a pole without its sign"


def test_a_line_that_vanishes_in_forced_colours_would_be_seen(page):
    page.emulate_media(forced_colors="active")
    page.locator(".rail").first.evaluate("rail => { rail.className = '' }")
    assert rule(ink(picture(page.locator("fieldset.plek > div").nth(1).screenshot())), 400) is None


HIGHLIGHT = re.compile(r":[^;{}]*\bHighlight\b", re.I)
"""A colour that a browser may make see-through: as Firefox does, of whose own dark ground it then hardly differs."""


def test_nothing_is_told_by_the_colour_of_what_is_selected():
    assert HIGHLIGHT.search(".vorm { border-color: transparent Highlight; }"), "the control"
    styles = {file.name: file.read_text(encoding="utf-8") for file in (ROOT / "overrides/assets/css").rglob("*.css")}
    assert len(styles) > 20 and [name for name, text in styles.items() if HIGHLIGHT.search(text)] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_edge_keeps_a_marker_apart_from_a_line_of_its_colour(page, scheme):
    page.emulate_media(color_scheme=scheme, forced_colors="active")
    for question in range(2):
        choose(page, 5, question)
        assert breaks(page, question)
        page.locator(".rail input:checked").nth(question).evaluate(
            "one => { one.style.filter = one.style.boxShadow = 'none'; }"
        )
        assert not breaks(page, question), "the control is not seen"


def breaks(page, question: int) -> bool:
    """Whether the line is broken somewhere on its middle place."""
    page.evaluate("document.activeElement.blur()")
    page.mouse.move(0, 0)
    label = page.locator(".rail").nth(question).locator("label").nth(5)
    label.evaluate("one => one.scrollIntoView({ behavior: 'instant', block: 'center' })")
    box = label.bounding_box()
    clip = {"x": box["x"], "y": round(box["y"] + box["height"] / 2), "width": box["width"], "height": 1}
    # From the line, on which this begins, nothing but the ground stands out.
    return bool(ink(picture(page.screenshot(clip=clip))))


# On paper: page.pdf() drops backgrounds, as most office printers do.
BETWEEN = (
    ("Waar sta je van nature", "Wat maakt dat je je daar"),
    ("Waar heeft deze situatie", "Wat vraagt dit kind"),
    ("Welk klein stapje", "Wat win je als"),
)
DENSE = 2  # pixels per point
PAPER = 595  # width of A4 in points
MARGIN = 60 * DENSE  # from the edge of the paper to the line


def printed(pdf: bytes) -> list:
    """For each question on paper: its line, unbroken, as (left, top, right, bottom), and the other ink between the poles."""
    found = []
    sheets = list(pypdfium2.PdfDocument(pdf))
    for above, below in BETWEEN:
        sheet, question = next((sheet, places[0]) for sheet in sheets if (places := where(sheet, above)))
        end = max(place for place in where(sheet, below) if place < question)
        start = min(place for place in where(sheet, "vertragen") if end < place < question)
        # Below the middle of the pole's word, and the pictogram beside it.
        top, bottom = sheet.get_height() - start + 17, sheet.get_height() - end - 10
        image = sheet.render(scale=DENSE).to_pil().convert("RGB")
        inked = ink(image.crop((0, round(top * DENSE), image.width, round(bottom * DENSE))), (255, 255, 255), ratio=7)
        line = rule(inked, image.width)
        assert line, f"no line under {above!r}"
        inside = range(MARGIN + 20 * DENSE, image.width - MARGIN - 20 * DENSE)
        found.append((line, [(x, y) for x, y in inked if x in inside and not line[1] - 1 <= y <= line[3] + 1]))
    return found


def where(sheet, words: str) -> list[float]:
    """The middle of every occurrence of words on a sheet, in points from the bottom."""
    text = sheet.get_textpage()
    search, found = text.search(words), []
    while hit := search.get_next():
        _, bottom, _, top = text.get_charbox(hit[0])
        found.append((bottom + top) / 2)
    return found


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_an_untouched_line_prints_as_an_empty_line(visit, script):
    lines = printed(visit(LINE, java_script_enabled=script).pdf(format="A4"))
    assert len(lines) == 3
    for (left, top, right, bottom), marked in lines:
        assert right - left > 400 * DENSE
        assert bottom - top <= 3 * DENSE
        assert marked == []


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_chosen_place_prints(visit, script):
    page = visit(LINE, java_script_enabled=script)
    for question, place in enumerate((2, 5, 8)):
        choose(page, place, question)
    middles = []
    for _, marked in printed(page.pdf(format="A4")):
        assert len(marked) > 50
        middles.append(sum(x for x, _ in marked) / len(marked) / DENSE)
    step = (PAPER - 2 * MARGIN / DENSE) / len(PLACES)
    assert middles == pytest.approx([MARGIN / DENSE + step * (place + 0.5) for place in (2, 5, 8)], abs=step / 2)


def test_a_line_of_background_only_would_be_seen_to_vanish(visit):
    page = visit(LINE, bypass_csp=True)
    page.add_style_tag(
        content=".rail::before { border: 0 !important; height: 4px !important; background: #000 !important }"
    )
    with pytest.raises(AssertionError, match="no line under"):
        printed(page.pdf(format="A4"))


def test_who_reads_dark_prints_dark_on_white(visit):
    page = visit(LINE, color_scheme="light")
    light = page.pdf(format="A4")
    page.locator(".thema-knop").click()
    assert page.evaluate("document.documentElement.dataset.thema") == "donker"
    dark = page.pdf(format="A4")
    assert [sheet.render().to_pil().tobytes() for sheet in pypdfium2.PdfDocument(dark)] == [
        sheet.render().to_pil().tobytes() for sheet in pypdfium2.PdfDocument(light)
    ]
