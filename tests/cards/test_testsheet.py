"""Proves on the real test sheet that what one measures and reads on it is true."""

import io
from types import SimpleNamespace

import pikepdf
import pypdfium2
import pytest

from macros.cards.testsheet import HOW_TO, PAPERS, render_testsheet
from macros.knowledge.errors import ContentError
from tests.cards import paper, reading
from tests.cards.conftest import shop_of
from tests.conftest import SITE_URL

pytestmark = pytest.mark.whole  # real prints


@pytest.fixture(scope="module", params=PAPERS)
def name(request):
    return request.param


@pytest.fixture(scope="module")
def pdfs(bank, fonts):
    return {name: render_testsheet(shop_of(bank, fonts), name) for name in PAPERS}


@pytest.fixture(scope="module")
def sheets(pdfs):
    return {name: paper.sides(pdf) for name, pdf in pdfs.items()}


@pytest.fixture
def front(sheets, name):
    return sheets[name][0]


@pytest.fixture
def back(sheets, name):
    return sheets[name][1]


def test_nothing_is_printed_where_an_office_printer_does_not_reach(pdfs, name):
    assert all(page.room() >= reading.BLANK for page in reading.pages(pdfs[name]))


def segments(side):
    """Every straight line on a side, as (x1, y1, x2, y2) in mm."""
    return [tuple(line[edge] / paper.MM for edge in ("x0", "top", "x1", "bottom")) for line in side.page.lines]


def crosses(side, size):
    """Where two lines of `size` mm cross in their middles."""

    def middles(across):
        return [
            ((x + x2) / 2, (y + y2) / 2)
            for x, y, x2, y2 in segments(side)
            if (abs(x2 - x - size) < 0.01 and y2 - y < 0.01) == across and abs(x2 - x + y2 - y - size) < 0.01
        ]

    return sorted(
        (x, y) for x, y in middles(True) if any(abs(x - a) < 0.01 and abs(y - b) < 0.01 for a, b in middles(False))
    )


def meet(on_front, on_back, sheet):
    """Whether every point of the front has one of the back behind it within 0.1 mm, after a flip on the long edge."""
    behind = sorted(paper.behind((x, y, 0, 0), sheet, "long")[:2] for x, y in on_front)
    return len(behind) == len(on_back) == 3 and all(
        abs(a - b) <= 0.1 for one, other in zip(behind, sorted(on_back)) for a, b in zip(one, other)
    )


def seen_from_behind(side, x, y, is_back):
    """A point of a side as the reader sees it who turned the sheet like a page, after a flip on the long edge."""
    return (side.width - x, side.height - y) if is_back else (side.width - x, y)


def letters(side, is_back):
    """Every letter with its edges in mm (left, top, right, bottom), as the reader sees it who turned the sheet like a page."""
    for char in side.page.chars:
        if char["text"].strip():
            (x, y), (x2, y2) = (
                seen_from_behind(side, char[h] / paper.MM, char[v] / paper.MM, is_back)
                for h, v in (("x0", "top"), ("x1", "bottom"))
            )
            yield char["text"], (min(x, x2), min(y, y2), max(x, x2), max(y, y2))


def place_of(word, side):
    """The middle of `word` on the back, as the reader sees it."""
    found = sorted(letters(side, True), key=lambda letter: (round(letter[1][1]), letter[1][0]))
    start = "".join(text for text, _ in found).index(word)
    boxes = [box for _, box in found[start : start + len(word)]]
    return sum(box[0] + box[2] for box in boxes) / len(boxes) / 2, sum(box[1] + box[3] for box in boxes) / len(
        boxes
    ) / 2


def test_a_front_and_a_back_on_their_paper(name, front, back, sheets):
    assert len(sheets[name]) == 2
    assert all((side.width, side.height) == pytest.approx(PAPERS[name], abs=0.01) for side in (front, back))


def rulers(side):
    """Lengths of the longest lines that lie and stand, and the gaps between the 51 marks along each, all in mm."""
    for along, across in ((0, 1), (1, 0)):
        longest = max(segments(side), key=lambda line: line[along + 2] - line[along])
        start, stop, level = longest[along], longest[along + 2], longest[across]
        marks = sorted(
            line[along]
            for line in segments(side)
            if line[along + 2] - line[along] < 0.01
            and start - 0.2 < line[along] < stop + 0.2
            and min(abs(line[across] - level), abs(line[across + 2] - level)) < 0.01
            and 1 < line[across + 2] - line[across] < 10
        )
        yield stop - start, marks


def test_both_rulers_are_fifty_millimetres(front):
    for length, marks in rulers(front):
        assert length == pytest.approx(50, abs=0.1)
        assert len(marks) == 51
        assert [mark - marks[0] for mark in marks] == pytest.approx(range(51), abs=0.1)


def test_a_ruler_that_is_printed_to_fit_is_caught(pdfs):
    with pikepdf.open(io.BytesIO(pdfs["proefvel"])) as document:
        document.pages[0].contents_add(b"0.97 0 0 0.97 0 0 cm", prepend=True)
        shrunk = io.BytesIO()
        document.save(shrunk)
    assert not any(length == pytest.approx(50, abs=0.1) for length, _ in rulers(paper.sides(shrunk.getvalue())[0]))


def test_the_crosses_meet_after_a_flip_on_the_long_edge(front, back):
    assert meet(crosses(front, 10), crosses(back, 28), front)


def test_a_back_that_lies_a_fifth_of_a_millimetre_off_is_caught(front, back):
    assert not meet(crosses(front, 10), [(x + 0.2, y) for x, y in crosses(back, 28)], front)
    assert not meet(crosses(front, 10), crosses(back, 28)[:2], front)


def test_the_crosses_lie_in_the_middle_and_in_two_opposite_corners(front):
    one, middle, other = crosses(front, 10)
    assert middle == pytest.approx((front.width / 2, front.height / 2), abs=0.01)
    assert (
        one[0] < 50 and one[1] < 50 and other == pytest.approx((front.width - one[0], front.height - one[1]), abs=0.01)
    )


@pytest.mark.parametrize("right, up", [(0, 0), (2, 1), (-3, -4), (5, -5)])
def test_what_one_reads_is_how_far_the_back_lies_to_the_right_and_upwards(front, back, right, up):
    (x, y), (bx, by) = crosses(front, 10)[1], crosses(back, 28)[1]
    read_x, read_y = seen_from_behind(back, bx, by, True)
    read_x, read_y = read_x + right, read_y - up
    zero_x, zero_y = seen_from_behind(front, x, y, False)
    # The scales: short lines of which the middles lie 10 mm below and beside the cross on the front.
    below = [
        seen_from_behind(front, x1, y1, False)[0]
        for x1, y1, x2, y2 in segments(front)
        if x2 - x1 < 0.01 and abs((y1 + y2) / 2 - y - 10) < 0.01 and abs(x1 - x) < 6
    ]
    beside = [
        y1
        for x1, y1, x2, y2 in segments(front)
        if y2 - y1 < 0.01 and abs((x1 + x2) / 2 - x - 10) < 0.01 and abs(y1 - y) < 6
    ]
    assert sorted(mark - zero_x for mark in below) == pytest.approx(range(-5, 6), abs=0.05)
    assert sorted(mark - zero_y for mark in beside) == pytest.approx(range(-5, 6), abs=0.05)
    # The thin lines lie on the mark that has the number, on the side of the sign beside which it says so.
    assert min(abs(read_x - mark) for mark in below) < 0.05 and min(abs(read_y - mark) for mark in beside) < 0.05
    assert place_of("naarlinks:–", back)[0] < zero_x - 20 and place_of("naarrechts:+", back)[0] > zero_x + 20
    assert place_of("omhoog:+", back)[1] < zero_y - 20 and place_of("omlaag:–", back)[1] > zero_y + 20
    assert (read_x > zero_x + 0.05) == (right > 0) and (read_y < zero_y - 0.05) == (up > 0)


def test_words_on_the_back_keep_clear_of_the_scales_that_shine_through(front, back):
    """Also when the back lies 5 mm to any side."""
    for x, y in crosses(front, 10):
        cx, cy = seen_from_behind(front, x, y, False)
        # A scale begins 10 mm from its cross; its numbers end 16 mm from it.
        assert not [
            text
            for text, (left, top, right, bottom) in letters(back, True)
            if left < cx + 16 + 5 and right > cx - 16 - 5 and top < cy + 16 + 5 and bottom > cy - 16 - 5
        ]
        assert [
            text
            for text, (left, top, right, bottom) in letters(front, False)
            if left < cx + 16 and right > cx - 16 and top < cy + 16 and bottom > cy - 16
        ] != []


def test_an_arrow_points_to_the_top_of_both_sides(front, back):
    for side, is_back in ((front, False), (back, True)):
        (arrow,) = [curve for curve in side.page.curves if curve["width"] > 10 * paper.MM]
        points = [seen_from_behind(side, x / paper.MM, y / paper.MM, is_back) for x, y in arrow["pts"]]
        tip, *base = sorted({(round(x, 1), round(y, 1)) for x, y in points}, key=lambda point: point[1])
        assert tip[0] == pytest.approx(side.width / 2, abs=0.1) and tip[1] < side.height / 4
        assert all(y > tip[1] + 5 for _, y in base)


def test_eight_greys_each_darker_than_the_one_before(front):
    boxes = sorted((r for r in front.page.rects if abs(r["width"] / paper.MM - 9.5) < 0.01), key=lambda r: r["x0"])
    greys = [box["non_stroking_color"] for box in boxes]
    greys = [one[0] if isinstance(one, tuple) else one for one in greys]
    assert len(greys) == 8 and greys == sorted(set(greys), reverse=True) and greys[-1] == 0


def test_the_three_smallest_sizes_of_the_cards(front):
    for size in (7, 8, 9):
        text = "".join(char["text"] for char in front.page.chars if char["size"] == pytest.approx(size, abs=0.01))
        assert f"{size} punt" in text


def test_the_qr_code_leads_to_the_explanation(bank, front):
    assert [code[0] for code in front.qr_codes()] == [f"{SITE_URL}kaarten/lijnen/#{HOW_TO}"]
    assert bank.path_of(HOW_TO) == "kaarten/lijnen.md"


def test_nothing_within_eight_millimetres_of_an_edge(pdfs, name):
    for page in pypdfium2.PdfDocument(pdfs[name]):
        ink = page.render(scale=100 / 72).to_pil().convert("L").point(lambda v: 255 if v < 250 else 0).getbbox()
        room = [ink[0], ink[1], page.get_width() / 72 * 100 - ink[2], page.get_height() / 72 * 100 - ink[3]]
        assert min(room) / 100 * 25.4 > 8


def test_an_accessible_pdf_that_asks_for_the_long_edge(pdfs, name):
    with pikepdf.open(io.BytesIO(pdfs[name])) as document:
        with document.open_metadata() as metadata:
            assert (metadata["pdfuaid:part"], metadata["dc:title"]) == ("1", "Proefvel")
        assert str(document.Root.Lang) == "nl-NL" and document.Root.MarkInfo.Marked
        wishes = document.Root.ViewerPreferences
        assert (wishes.PrintScaling, wishes.Duplex) == ("/None", "/DuplexFlipLongEdge")
        with document.open_outline() as outline:
            assert [one.title for one in outline.root] == ["Proefvel"]
            assert [below.title for below in outline.root[0].children] == ["Achterkant"]


def test_equal_input_gives_equal_bytes(bank, fonts, pdfs):
    assert render_testsheet(shop_of(bank, fonts), "proefvel") == pdfs["proefvel"]


def test_without_the_explanation_there_is_no_sheet(fonts):
    with pytest.raises(ContentError) as error:
        render_testsheet(shop_of(SimpleNamespace(places={}), fonts), "proefvel")
    assert [str(mistake) for mistake in error.value.mistakes] == [
        "kaarten/lijnen.md: dit anker ontbreekt; de QR-code op het proefvel wijst ernaar; er staat `proefvel-aflezen`; "
        "verwacht: een kop met `{: #proefvel-aflezen }`"
    ]
