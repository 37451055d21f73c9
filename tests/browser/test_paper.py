"""A page that is printed from the browser: no sheet for nothing, and no empty frames."""

import pypdfium2
import pytest
from playwright.sync_api import expect

from tests.cards import reading


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


NAMED = ["begrippen/", "lessen/van-plek-wisselen/", "werkkaarten/fasen/", "kaarten/emoties/"]


def parted(page):
    """Names that are the last line of a printed sheet, while what is told of them comes on the next."""
    names = {*map(reading.plain, page.locator("dt, .relaties li > a:first-child").all_inner_texts())}
    *sheets, _ = (sheet.letters for sheet in reading.pages(page.pdf(format="A4")))
    lowest = [max(letter.y for letter in letters) for letters in sheets]
    lasts = ["".join(one.text for one in letters if one.y > y - 1) for letters, y in zip(sheets, lowest)]
    return [last for last in lasts if reading.plain(last) in names]


def test_a_name_stands_on_one_sheet_with_what_is_told_of_it(visit, address):
    page = visit(None, bypass_csp=True)
    for path in NAMED:
        page.goto(f"{address}{path}")
        assert (path, parted(page)) == (path, [])
    # The control: where a sheet ends below a name, that is seen.
    page.add_style_tag(content="dt, .relaties li > a:first-child { display: block; break-after: page !important }")
    assert parted(page)


# Pages with something to press, to fill in or to take along.
ON_SCREEN = [
    "",
    "spanningsvelden/alle-lijnen/",
    "insluiten/doorgaan-of-vertragen/",
    "lessen/",
    "lessen/van-plek-wisselen/",
    "begeleiden/programma/even-stilstaan/",
    "begeleiden/uitvoeren/",
    "kaarten/zelf-kiezen/",
    "over/meenemen/",
    "zoeken/",
]
FOR_THE_SCREEN = """() => {
  const seen = (one) => one.checkVisibility({ visibilityProperty: true });
  const text = document.body.innerText.match(/tik op de lijn|toetsenbord|laad je die opnieuw/gi) ?? [];
  const fields = [...document.querySelectorAll("[type=time], [type=search], [type=file], select")].filter(seen);
  const empty = [];
  let head = null;
  const walker = document.createTreeWalker(document.querySelector("main") ?? document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.data.trim() || !seen(node.parentElement)) continue;
    const here = node.parentElement.closest("h2, h3");
    if (here && head && here !== head && here.tagName <= head.tagName) empty.push(head);
    head = here ?? null;
  }
  if (head) empty.push(head);
  return [...text, ...fields.map((one) => one.outerHTML), ...empty.map((one) => one.textContent)];
}"""


def test_nothing_on_paper_is_about_the_screen_and_no_head_stands_alone(visit, address):
    page, on_screen = visit(None), set()
    for path in ON_SCREEN:
        page.goto(f"{address}{path}")
        page.emulate_media(media="screen")
        on_screen |= {*page.evaluate(FOR_THE_SCREEN)}
        page.emulate_media(media="print")
        assert (path, page.evaluate(FOR_THE_SCREEN)) == (path, [])
    # The control: on the screen all of it is there.
    assert len(on_screen) > 5


@pytest.mark.parametrize("page", ["kaarten/fasekaarten/", "kaarten/bestuurdersvragen/"])
def test_a_sheet_of_cards_is_printed_whole_under_its_heading(visit, page):
    page = visit(page, bypass_csp=True)

    def printed():
        pdf = pypdfium2.PdfDocument(page.pdf(format="A4"))
        return [sheet.get_textpage().get_text_range().splitlines() for sheet in pdf]

    lines, names = printed(), {*page.locator(".vel :is(h2, figcaption)").all_inner_texts()}
    assert not names & {last for *_, last in lines}
    assert "Dit zijn verkleinde vellen; print de kaarten uit de PDF." in sum(lines, [])
    # The control: as wide as the page, a picture goes to another sheet than its heading and its text.
    page.add_style_tag(content=".vel figure { width: 100% !important }")
    assert names & {lines[-1] for lines in printed() if lines}
