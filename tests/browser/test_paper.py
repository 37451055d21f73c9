"""A page that is printed from the browser: no sheet for nothing, and no empty frames."""

import pypdfium2
import pytest
from playwright.sync_api import expect


@pytest.mark.parametrize("page", ["begrippen/maatwerk/", "begrippen/samen-leren/", "begrippen/systeemwereld/"])
def test_no_sheet_is_printed_for_the_foot_of_the_page_alone(visit, page):
    *_, last = pypdfium2.PdfDocument(visit(page).pdf(format="A4"))
    assert "Geraadpleegd op" in last.get_textpage().get_text_range()


def test_the_picker_on_paper_is_a_list_with_all_words_and_no_empty_frames(visit):
    page = visit("kaarten/zelf-kiezen/")
    page.emulate_media(media="print")
    expect(page.locator(".kies-lijst .plaatje:visible")).to_have_count(0)
    cut = "(all) => all.filter((one) => one.scrollHeight > one.clientHeight + 1 || one.clientWidth < 60).length"
    assert page.locator(".kies-lijst .naam:visible").evaluate_all(cut) == 0
