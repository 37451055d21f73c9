"""A lesson in the browser: its minutes become times of the day, nothing is kept, and the page does without."""

import pypdfium2
import pytest
from playwright.sync_api import expect

LESSON = "lessen/van-plek-wisselen/"
A4, MM = (210, 297), 72 / 25.4


def times(page):
    return page.locator("td.les-tijd").all_inner_texts()


def test_minutes_become_times_from_when_the_lesson_begins(visit):
    page = visit(LESSON)
    minutes = times(page)
    page.get_by_label("Begin om").fill("23:30")
    assert times(page)[:2] + times(page)[-1:] == ["23:30–23:38", "23:38–23:45", "00:52–01:00"]
    page.get_by_label("Begin om").fill("")
    assert times(page) == minutes
    page.get_by_label("Begin om").fill("09:00")
    page.reload()
    assert times(page) == minutes and minutes[-1] == "82–90"


def test_who_comes_back_finds_the_times_of_the_field(visit):
    page = visit(LESSON)
    page.get_by_label("Begin om").fill("09:00")
    page.get_by_role("link", name="Blad voor studenten", exact=True).first.click()
    page.go_back()
    expect(page.get_by_label("Begin om")).to_have_value("09:00")
    expect(page.locator("td.les-tijd").first).to_have_text("09:00–09:08")


def test_without_script_the_minutes_stand_and_nothing_asks_for_a_time(visit):
    page = visit(LESSON, java_script_enabled=False)
    assert times(page)[0] == "0–8"
    expect(page.get_by_label("Begin om")).to_be_hidden()


@pytest.mark.parametrize("path, most", [(LESSON, 11), (f"{LESSON}student/", 4)])
def test_a_lesson_printed_from_the_browser_is_whole_and_has_no_empty_page(path, most, visit):
    page = visit(path)
    steps = page.locator(".les-stap h3").evaluate_all("all => all.map((one) => one.firstChild.data.trim())")
    document = pypdfium2.PdfDocument(page.pdf(format="A4", prefer_css_page_size=True))
    texts = [" ".join(one.get_textpage().get_text_bounded().split()) for one in document]
    assert len(steps) == 8 and all(texts) and len(texts) <= most
    assert [one for one in steps if one not in " ".join(texts)] == []
    for sheet in document:
        assert tuple(round(edge / MM) for edge in sheet.get_size()) == A4
        words = [one.get_bounds() for one in sheet.get_objects() if one.type == pypdfium2.raw.FPDF_PAGEOBJ_TEXT]
        assert min(box[0] for box in words) > 0 and max(box[2] for box in words) < A4[0] * MM
    # What leads through the site is for the screen.
    assert "Naar de inhoud" not in texts[0] and "Zoeken" not in texts[0]
