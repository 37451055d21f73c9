"""Proves with ruler and scissors, on the real PDF of every form and for both edges, that cards can be cut and folded."""

import io

import pikepdf
import pytest

from tests.cards import reading
from tests.cards.conftest import EVERY_FORM, Print, tail
from tests.cards.reading import behind, below, coincide
from tests.conftest import SITE_URL


def partners(front, back, box, form, edge, fold):
    """The faces of `back` that lie behind `box` of `front`, and whether they should be printed upside down."""
    if form.soort == "enkelzijdig":
        place, turned = below(box, fold(front)), True
    elif form.afloop:
        # A print shop lays page upon page by itself.
        place, turned = box, False
    else:
        place, turned = behind(box, front, edge), reading.turns_around_horizontal_axis(front, edge)
    return [face for face in back.faces if coincide(face.box, place)], turned


def fold(page):
    """Where the dashed line runs across `page`, in mm from the top."""
    (line,) = [one.line for one in page.cuts if one.dashed]
    assert line[:3:2] == pytest.approx((0, page.width), abs=0.05) and line[1] == line[3]
    return line[1]


def fronts(page, form):
    """The faces of `page` that are fronts: on a sheet that is printed on one side those above the fold."""
    return [face for face in page.faces if form.soort != "enkelzijdig" or face.box.y < page.height / 2 - 1]


def mismatches(printed, fold=fold):
    """The fronts that have not exactly one back behind them, of the same card and upright for who turns it like a page."""
    wrong = []
    for sheet in printed.sheets:
        front, back = sheet[0], sheet[-1]
        for face in fronts(front, printed.form):
            found, turned = partners(front, back, face.box, printed.form, printed.edge, fold)
            if len(found) != 1 or found[0].ways_up != {turned} or face.ways_up != {False}:
                wrong.append(face.box)
            elif not printed.same(face, found[0]):
                wrong.append((face.text(), found[0].text()))
    return wrong


def test_as_many_pages_as_the_cards_need(formed):
    per_sheet = len(fronts(formed.pages[0], formed.form))
    assert per_sheet == {"boekje": 1, "enkelzijdig": formed.form.kolommen}.get(
        formed.form.soort, formed.form.kolommen * formed.form.rijen
    )
    needed = -(-len(formed.cards) // per_sheet)
    assert len(formed.pages) == needed * (1 if formed.one_sided else 2)
    assert not formed.deck.opvullen or all(len(fronts(sheet[0], formed.form)) == per_sheet for sheet in formed.sheets)


def test_page_boxes(formed):
    width, height = (side * reading.MM for side in formed.form.vel)
    bleed = formed.form.afloop * reading.MM
    with pikepdf.open(io.BytesIO(formed.pdf)) as document:
        for page in document.pages:
            boxes = {
                name: [float(value) for value in page[name]]
                for name in ("/MediaBox", "/TrimBox", "/BleedBox", "/CropBox")
                if name in page
            }
            paper = pytest.approx([0, 0, width + 2 * bleed, height + 2 * bleed], abs=0.01)
            assert boxes["/MediaBox"] == paper and boxes.get("/CropBox", boxes["/MediaBox"]) == paper
            if bleed:
                assert boxes["/BleedBox"] == paper
                assert boxes["/TrimBox"] == pytest.approx([bleed, bleed, bleed + width, bleed + height], abs=0.01)
                assert bleed == pytest.approx(3 * reading.MM)
            else:
                assert (
                    boxes.get("/TrimBox", boxes["/MediaBox"])
                    == boxes.get("/BleedBox", boxes["/MediaBox"])
                    == boxes["/MediaBox"]
                )


def test_every_card_has_the_size_that_was_promised(formed):
    card, cell = formed.form.maat.kaart, formed.form.cel
    # Half a millimetre more, where that saves a cut.
    assert all(0 <= more - size <= 0.5 for size, more in zip(card, cell))
    for page in formed.pages:
        assert all(box[2:] == pytest.approx(cell, abs=0.01) for box in page.trims) and page.trims


def test_each_back_lies_behind_its_front_and_upright(formed):
    assert mismatches(formed) == []


@pytest.mark.parametrize(
    "job",
    [job for job in EVERY_FORM if job.form in ("a7", "poker", "vouwkaart", "a6-drukker")],
    ids=lambda job: f"{job.form}-{job.edge}",
)
@pytest.mark.parametrize("drift", ["1 0 0 1 0.6 0 cm", "1 0 0 1 0 -0.6 cm", "-1 0 0 -1 {width} {height} cm"])
def test_a_back_that_is_a_fifth_of_a_millimetre_off_or_upside_down_is_caught(press, job, drift):
    with pikepdf.open(io.BytesIO(press(job).pdf)) as document:
        # One sheet is enough.
        del document.pages[:-2]
        page = document.pages[-1]
        page.contents_add(drift.format(width=page.MediaBox[2], height=page.MediaBox[3]).encode(), prepend=True)
        spoiled = io.BytesIO()
        document.save(spoiled)
    assert mismatches(Print(job, spoiled.getvalue)) != []


def test_a_fold_that_is_a_tenth_of_a_millimetre_off_is_caught(press):
    for job in EVERY_FORM:
        if job.form.endswith("enkel"):
            assert mismatches(press(job), lambda page: fold(page) + 0.1) != []


def expected_cuts(page, form):
    """Every edge of a card that is no edge of the sheet, from edge to edge; neighbours share one, a fold is no cut."""
    if form.soort == "boekje" or form.afloop:
        return []
    inside = 0.01
    across = {
        round(y, 2) for box in page.trims for y in (box.y, box.y + box.height) if inside < y < page.height - inside
    }
    down = {round(x, 2) for box in page.trims for x in (box.x, box.x + box.width) if inside < x < page.width - inside}
    if form.soort == "enkelzijdig":
        across = {y for y in across if abs(y - fold(page)) > 0.05}
    return sorted([*((x, 0, x, page.height) for x in down), *((0, y, page.width, y) for y in across)])


def test_cuts_are_shared_and_reach_the_edges_of_the_sheet(formed):
    expected = expected_cuts(formed.pages[0], formed.form)
    for front, *backs in formed.sheets:
        marks = sorted(one.line for one in front.cuts if not one.dashed)
        if formed.folded and not formed.form.afloop:
            top, bottom = marks
            assert (top[0], top[1], bottom[2], bottom[3]) == pytest.approx(
                (front.width / 2, 0, front.width / 2, front.height), abs=0.05
            )
            assert all(5 < line[3] - line[1] < 10 for line in marks)
        else:
            assert marks == [pytest.approx(line, abs=0.06) for line in expected]
        assert not any(page.cuts for page in backs), "a cut line on the back would show how far the printer drifts"
        assert len([one for one in front.cuts if one.dashed]) == formed.one_sided


def test_a_cut_that_stops_before_the_edge_is_caught(spoiled_sheet):
    (line,) = [one.line for one in spoiled_sheet.cuts]
    assert line != pytest.approx((74.25, 0, 74.25, spoiled_sheet.height), abs=0.06)


def blank_enough(printed):
    """Whether only cuts and folds, which lead to the edge of the sheet, come where an office printer prints nothing."""
    return all(page.room() >= reading.BLANK for page in printed.pages)


def test_nothing_is_printed_where_an_office_printer_does_not_reach(formed):
    """A print shop cuts the edge of its sheets off."""
    assert formed.form.afloop or blank_enough(formed)


@pytest.mark.parametrize("shift", ["1 0 0 1 0 -2.5 cm", "1 0 0 1 2.5 0 cm"])
def test_ink_that_comes_a_millimetre_too_near_is_caught(press, shift):
    job = next(job for job in EVERY_FORM if job.form == "a7")
    with pikepdf.open(io.BytesIO(press(job).pdf)) as document:
        for page in document.pages:
            page.contents_add(shift.encode(), prepend=True)
        spoiled = io.BytesIO()
        document.save(spoiled)
    assert not blank_enough(Print(job, spoiled.getvalue))


def test_the_print_dialogue_is_set(formed):
    with pikepdf.open(io.BytesIO(formed.pdf)) as document:
        wishes = document.Root.ViewerPreferences
        assert wishes.PrintScaling == "/None", "the viewer may rescale"
        expected = {"enkelzijdig": "/Simplex"}.get(formed.form.soort, f"/DuplexFlip{formed.edge.title()}Edge")
        # What a print shop does with its sheets is not for us to say.
        assert wishes.get("/Duplex") == (None if formed.form.afloop else expected)


def test_qr_codes_can_be_read_in_every_form(formed):
    """What each says is proved for every deck; here that form and size leave it readable."""
    found = [code.text for page in formed.sheets[0] for code in page.codes]
    assert len(found) == len(fronts(formed.pages[0], formed.form))
    assert {*found} <= {f"{SITE_URL}{tail(card)}" for card in (*formed.cards, *formed.blanks)}
