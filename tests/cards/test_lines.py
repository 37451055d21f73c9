"""Proves on the real PDF that a line for the wall or the floor joins up, leaves the edges free and leads to its page."""

import io
from dataclasses import replace
from functools import lru_cache
from types import SimpleNamespace

import pikepdf
import pypdfium2
import pytest

from macros import cards
from macros.cards import lines
from macros.cards.paper import line_forms
from macros.knowledge.errors import ContentError
from macros.knowledge.records import Spanningsveld
from tests.cards import paper, reading
from tests.cards.conftest import ADDRESS, shop_of, with_decks
from tests.conftest import ROOT

FORMS = line_forms.load_line_forms()
TILED = [id for id, form in FORMS.items() if form.vellen > 1]
GOOD = "{naam: proef, waarvoor: om te proberen, soort: lijn, vel: [297, 210], vellen: 2, overlap: 16}"


@pytest.fixture(scope="module")
def fields(bank):
    return bank.of_kind(Spanningsveld)


@pytest.fixture(scope="module")
def fields_of(fields):
    """All fields in each form; of a form with many sheets two will do, to keep these tests fast."""
    return {id: fields if form.vellen <= 2 else fields[:2] for id, form in FORMS.items()}


@pytest.fixture(scope="module")
def pdfs(bank, fields_of, fonts):
    return {id: lines.render_lines(shop_of(bank, fonts), fields_of[id], form) for id, form in FORMS.items()}


@pytest.fixture(scope="module")
def sides_of(pdfs):
    return {id: paper.sides(pdf) for id, pdf in pdfs.items()}


def test_what_the_page_says_of_a_longer_line_is_so(bank):
    """How much longer a sheet makes it, and how many sheets seven people need, who take half a metre each."""
    form = FORMS["vloer"]
    more = of_length(form, form.vellen + 1).lengte - form.lengte
    assert f"{more // 10:g} cm" in form.waarvoor
    text = (ROOT / "docs" / bank.path_of("lijnen-printen")).read_text(encoding="utf-8")
    assert f"{more // 10:g} cm: voor zeven mensen (3,5 meter) print je er negen bij" in text
    assert abs(of_length(form, form.vellen + 9).lengte - 3500) < more / 2


def of_length(form, sheets):
    return form.model_copy(update={"vellen": sheets})


def sheets_of(form):
    return 2 if form.soort == "polen" else form.vellen


def by_field(sides, form):
    count = sheets_of(form)
    return [sides[start : start + count] for start in range(0, len(sides), count)]


def bar(side, form):
    """Left, right, top and bottom of the bar on a sheet, in mm."""
    (found,) = [r for r in side.page.rects if abs(r["height"] / paper.MM - form.balk) < 0.01 and r["width"] > 100]
    return tuple(found[edge] / paper.MM for edge in ("x0", "x1", "top", "bottom"))


def squares(side, form):
    return [r for r in side.page.rects if all(abs(r[way] / paper.MM - form.eind) < 0.01 for way in ("width", "height"))]


def rings(side, form):
    """Circles whose outside, stroke included, is as large as an end of the line."""
    return [
        c
        for c in side.page.curves
        if all(abs((c[way] + c["linewidth"]) / paper.MM - form.eind) < 0.01 for way in ("width", "height"))
    ]


def marks(side):
    """Where long lines run down the sheet: where to cut at the left, where the next sheet comes at the right."""
    found = sorted(
        {round(x, 2) for x, top, x2, bottom in side.lines() if x2 - x < 0.01 and bottom - top > side.height / 4}
    )
    return ([x for x in found if x < side.width / 2], [x for x in found if x > side.width / 2])


@lru_cache(maxsize=8)
def picture(pdf, index, dpi):
    return pypdfium2.PdfDocument(pdf)[index].render(scale=dpi / 72).to_pil()


def colour_at(pdf, index, x, y):
    image = picture(pdf, index, 72)
    return image.convert("RGB").getpixel((round(x * paper.MM), round(y * paper.MM)))


def faults_at_join(left, right, left_form, right_form):
    """What is wrong when `right` is cut off at its mark and glued with that edge on the mark of `left`."""
    (_, (join,)), ((cut,), _) = marks(left), marks(right)
    one, other = bar(left, left_form), bar(right, right_form)
    faults = []
    if one[1] < join + 3 or other[0] > cut - 3:
        faults.append("a cut that is 3 mm off leaves a gap")
    if abs(one[2] - other[2]) > 0.1 or abs(one[3] - other[3]) > 0.1:
        faults.append("one part lies higher or is thicker than the other")
    if not other[0] <= cut <= other[1] or not one[0] <= join <= one[1]:
        faults.append("the parts do not reach the join")
    return faults


@pytest.mark.parametrize("id", FORMS)
def test_as_many_sheets_as_the_form_says_in_its_size(id, fields_of, sides_of):
    form, sides = FORMS[id], sides_of[id]
    assert len(sides) == len(fields_of[id]) * sheets_of(form)
    assert all((side.width, side.height) == pytest.approx(form.vel, abs=0.01) for side in sides)


def test_there_is_a_line_of_a3_in_one_piece_and_one_of_a4_in_two():
    assert any(form.vel == (420, 297) and form.vellen == 1 for form in FORMS.values())
    assert any(form.vel == (297, 210) and form.vellen == 2 for form in FORMS.values())


@pytest.mark.parametrize("id", TILED)
def test_glued_sheets_make_one_straight_line(id, sides_of):
    form = FORMS[id]
    for sheets in by_field(sides_of[id], form):
        assert [faults_at_join(left, right, form, form) for left, right in zip(sheets, sheets[1:])] == [[]] * (
            form.vellen - 1
        )
        # Cut and glued: each sheet counts from the cut at its left to the join at its right.
        visible = [(marks(side)[1] or [side.width])[0] - (marks(side)[0] or [0])[0] for side in sheets]
        assert sum(visible) == pytest.approx(form.lengte, abs=0.4 * form.vellen)
        # The marks themselves disappear: with the strip that is cut off, and below the next sheet.
        assert all(form.overlap - 0.3 < cut < form.overlap - 0.12 for side in sheets for cut in marks(side)[0])
        assert all(
            form.overlap - 0.3 < side.width - join < form.overlap - 0.12 for side in sheets for join in marks(side)[1]
        )
        assert bar(sheets[0], form)[0] == pytest.approx(form.rand, abs=0.1)


def test_a_join_of_sheets_that_do_not_go_together_is_caught(sides_of):
    (first, *_), (*_, last) = by_field(sides_of["a4"], FORMS["a4"])[0], by_field(sides_of["vloer"], FORMS["vloer"])[0]
    assert faults_at_join(first, last, FORMS["a4"], FORMS["vloer"])


@pytest.mark.parametrize("id", TILED)
def test_the_colour_runs_on_across_a_join(id, pdfs, sides_of):
    form, middle = FORMS[id], sum(bar(sides_of[id][0], FORMS[id])[2:]) / 2
    for index in range(form.vellen - 1):
        left = colour_at(pdfs[id], index, form.vel[0] - form.overlap - 1, middle)
        right = colour_at(pdfs[id], index + 1, form.overlap + 1, middle)
        assert all(abs(a - b) <= 3 for a, b in zip(left, right))
    ends = (
        colour_at(pdfs[id], 0, form.rand + 1, middle),
        colour_at(pdfs[id], form.vellen - 1, form.vel[0] - form.rand - 1, middle),
    )
    assert any(abs(a - b) > 30 for a, b in zip(*ends))


def test_a_sheet_between_the_ends_can_be_printed_more_often(pdfs, sides_of):
    form, middle = FORMS["vloer"], sum(bar(sides_of["vloer"][1], FORMS["vloer"])[2:]) / 2
    colours = {
        colour_at(pdfs["vloer"], index, x, middle)
        for index in (1, 2)
        for x in (form.overlap + 1, form.vel[0] - form.overlap - 1)
    }
    assert len(colours) == 1


@pytest.mark.parametrize("id", FORMS)
def test_each_line_has_one_square_at_its_left_and_one_ring_at_its_right(id, sides_of):
    form = FORMS[id]
    for sheets in by_field(sides_of[id], form):
        assert [len(squares(side, form)) for side in sheets] == [1] + [0] * (len(sheets) - 1)
        assert [len(rings(side, form)) for side in sheets] == [0] * (len(sheets) - 1) + [1]
        (square,), (ring,) = squares(sheets[0], form), rings(sheets[-1], form)
        assert square["x0"] / paper.MM == pytest.approx(bar(sheets[0], form)[0], abs=0.1)
        # The bar ends below the ring, so that its corners don't stick out.
        assert ring["x0"] / paper.MM < bar(sheets[-1], form)[1] < ring["x1"] / paper.MM


@pytest.mark.parametrize("id", FORMS)
def test_no_ticks_no_numbers_no_middle(id, sides_of):
    form = FORMS[id]
    for side in sides_of[id]:
        left, right, top, bottom = bar(side, form)
        assert not [
            x
            for x, y, x2, y2 in side.lines()
            if left + form.eind < x < right - form.eind and y < bottom + 3 and y2 > top - 3
        ]
        assert not any(
            sign.isdigit()
            for sign in side.letters_in((left, top - form.eind, right - left, form.balk + 2 * form.eind)).replace(
                "wij²", ""
            )
        )
    # A dot, a tick or a number at the join would stand in the middle of two sheets; what leads to the join does stand there.
    assert all(marks(side) != ([], []) for side in sides_of["a4"]) and marks(sides_of["a3"][0]) == ([], [])


def ink_near_edges(pdf, index, side, form, blank=line_forms.BLANK):
    """Which edges of a sheet are printed on within `blank` mm, where the line itself runs on to a join left out."""
    dpi = 100
    image = picture(pdf, index, dpi).convert("L").point(lambda v: 255 if v < 250 else 0)
    strip, (width, height) = round(blank / 25.4 * dpi) - 1, image.size
    _, _, top, bottom = bar(side, form)
    runs_on = (int(top / 25.4 * dpi) - 1, int(bottom / 25.4 * dpi) + 2)
    cut, join = marks(side)
    edges = {
        "top": (0, 0, width, strip),
        "bottom": (0, height - strip, width, height),
        "left": (0, 0, strip, height),
        "right": (width - strip, 0, width, height),
    }
    for name, box in edges.items():
        found = image.crop(box).getbbox()
        at_join = name == "left" and cut or name == "right" and join
        if found and not (at_join and runs_on[0] <= found[1] and found[3] <= runs_on[1]):
            yield name


@pytest.mark.parametrize("id", FORMS)
def test_nothing_is_printed_where_an_office_printer_does_not_reach(id, pdfs, sides_of):
    assert [(index, *ink_near_edges(pdfs[id], index, side, FORMS[id])) for index, side in enumerate(sides_of[id])] == [
        (index,) for index in range(len(sides_of[id]))
    ]


def test_ink_at_the_edge_is_caught(bank, fields, fonts):
    form = FORMS["a4"].model_copy(update={"rand": 4})
    pdf = lines.render_lines(shop_of(bank, fonts), fields[:1], form)
    first, last = paper.sides(pdf)
    assert set(ink_near_edges(pdf, 0, first, form)) == {"top", "bottom", "left"}
    assert set(ink_near_edges(pdf, 1, last, form)) == {"right", "bottom", "top"}


def ink(pdf, index):
    """Which part of a sheet is printed, from 0 to 1."""
    dark = picture(pdf, index, 36).convert("L").histogram()
    return sum(count * (255 - value) for value, count in enumerate(dark)) / 255 / sum(dark)


@pytest.mark.parametrize("id", FORMS)
def test_little_ink_and_enough_contrast_without_colour(id, pdfs, sides_of):
    for index, side in enumerate(sides_of[id]):
        left, right, top, bottom = bar(side, FORMS[id])
        grey = picture(pdfs[id], index, 72).convert("L")
        along = [
            grey.getpixel((round(x * paper.MM), round((top + bottom) / 2 * paper.MM)))
            for x in range(int(left) + 2, int(right) - 25)
        ]
        # 140 of 255 is 3.4 to 1 on white.
        assert max(along) < 140
        assert ink(pdfs[id], index) < 0.13


@pytest.mark.parametrize("id", FORMS)
def test_the_poles_stand_on_the_sheets_in_words_readable_from_afar(id, fields_of, sides_of):
    form = FORMS[id]
    for field, sheets in zip(fields_of[id], by_field(sides_of[id], form), strict=True):
        for side, pole in ((sheets[0], field.pool_links), (sheets[-1], field.pool_rechts)):
            # As on the eye chart: from five metres one reads what is 7.3 mm high; twice that is comfortable.
            large = [
                char
                for char in side.page.chars
                if char["size"] > (90 if form.soort == "polen" else 55) and char["text"].strip()
            ]
            assert pole.kort.replace(" ", "") in "".join(char["text"] for char in large)
        assert field.id in sheets[0].words_in((0, 0, sheets[0].width, 25))


def test_every_sheet_of_more_than_one_says_which_it_is(sides_of):
    for id in TILED:
        form = FORMS[id]
        for sheets in by_field(sides_of[id], form):
            for number, side in enumerate(sheets, start=1):
                foot = " ".join(side.words_in((0, side.height - 40, side.width, 40)))
                assert f"vel {number} van {form.vellen}" in foot
                assert "100%" in foot and "niet ‘passend maken’" in foot


def touching(page, together=0.3):
    """Letters of the poles that small letters lie against, with those: within `together` mm."""
    large, small = ([one for one in page.letters if (one.size > 28) == is_large] for is_large in (True, False))
    return [
        (one.text, other.text)
        for one in large
        for other in small
        if min(one.right, other.right) - max(one.left, other.left) > -together
        and min(one.bottom, other.bottom) - max(one.top, other.top) > -together
    ]


@pytest.mark.parametrize("id", FORMS)
def test_small_print_stays_clear_of_the_poles_and_says_its_address_on_one_line(id, pdfs):
    pages = reading.pages(pdfs[id])
    assert [touching(page) for page in pages] == [[]] * len(pages)
    letters = [letter for page in pages for letter in page.letters]
    assert {letter.size > 28 for letter in letters} == {True, False}
    colons = [(before, one) for before, one in zip(letters, letters[1:]) if one.text == ":"]
    assert colons and all(before.text == "s" and abs(before.y - one.y) < 0.01 for before, one in colons)
    # What stands higher is seen to lie on a pole.
    higher = [replace(one, top=one.top - 15) if one.size < 28 else one for page in pages[2:4] for one in page.letters]
    assert touching(SimpleNamespace(letters=higher)) or id != "polen"


@pytest.mark.parametrize("id", FORMS)
def test_the_qr_code_leads_to_the_page_of_the_field(id, bank, fields_of, sides_of):
    form = FORMS[id]
    for field, sheets in zip(fields_of[id], by_field(sides_of[id], form), strict=True):
        with_code = sheets if form.soort == "polen" else sheets[:1]
        assert [[code[0] for code in side.qr_codes()] for side in with_code] == [[ADDRESS(field.id)]] * len(with_code)


@pytest.mark.parametrize("id", FORMS)
def test_an_accessible_pdf_with_title_and_bookmarks(id, fields_of, pdfs):
    fields = fields_of[id]
    with pikepdf.open(io.BytesIO(pdfs[id])) as document:
        with document.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == f"Alle lijnen: {FORMS[id].naam}"
        assert str(document.Root.Lang) == "nl-NL" and document.Root.MarkInfo.Marked
        assert (document.Root.ViewerPreferences.PrintScaling, document.Root.ViewerPreferences.Duplex) == (
            "/None",
            "/Simplex",
        )
        with document.open_outline() as outline:
            assert [one.title for one in outline.root] == [field.korte_titel for field in fields]
            assert [[below.title for below in one.children] for one in outline.root] == [
                [field.pool_links.kort, field.pool_rechts.kort] for field in fields
            ]


def test_every_file_has_its_own_field_and_form(bank, fonts, fields, monkeypatch):
    monkeypatch.setattr(lines, "render_lines", lambda shop, fields, form: f"{form.id} {[field.id for field in fields]}")
    made = list(cards.CardFiles(shop_of(with_decks({}), fonts)).files())
    made = [(path, content) for path, content in made if path.startswith("kaarten/") and path.endswith(".pdf")]
    paths = [path for path, _ in made]
    named = [path for files in lines.line_files(bank) for path in (files.all, *(path for _, path in files.fields))]
    assert sorted(paths) == sorted([*named, "kaarten/proefvel.pdf", "kaarten/proefvel-letter.pdf"])
    assert ("kaarten/lijnen/sv4-a3.pdf", "a3 ['sv4']") in made
    assert ("kaarten/lijnen/sv4-polen.pdf", "polen ['sv4']") in made
    assert ("kaarten/lijnen/alle-a4.pdf", f"a4 {[field.id for field in fields]}") in made


def test_equal_input_gives_equal_bytes(bank, fonts, fields):
    one, other = (lines.render_lines(shop_of(bank, fonts), fields[:1], FORMS["a4"]) for _ in range(2))
    assert one == other


def forms(tmp_path, text):
    file = tmp_path / "lijnvormen.yml"
    file.write_text(text, encoding="utf-8")
    return line_forms.load_line_forms(file)


def test_an_editor_adds_a_form_without_code(tmp_path, bank, fields, fonts):
    form = forms(tmp_path, f"letter: {GOOD.replace('297, 210', '279.4, 215.9').replace('vellen: 2', 'vellen: 3')}")[
        "letter"
    ]
    sides = paper.sides(lines.render_lines(shop_of(bank, fonts), fields[:1], form))
    assert [(side.width, side.height) for side in sides] == [pytest.approx((279.4, 215.9), abs=0.01)] * 3
    assert [faults_at_join(left, right, form, form) for left, right in zip(sides, sides[1:])] == [[], []]


@pytest.mark.parametrize(
    "change, sentence",
    [
        (
            ("vel: [297, 210]", "vel: [297]"),
            "`x.vel`: verkeerd soort waarde; verwacht: breedte en hoogte in mm, zoals `[297, 210]`",
        ),
        (
            ("vel: [297, 210]", "vel: [297, 21]"),
            "`x.vel[2]`: dit getal kan niet; er staat `21`; verwacht: een getal in mm, van 100 tot en met 2000",
        ),
        (
            ("vellen: 2", "vellen: 2.5"),
            "`x.vellen`: verkeerd soort waarde; er staat `2.5`; verwacht: een heel getal, zoals `12`",
        ),
        (("naam: proef, ", ""), "`x.naam`: dit veld ontbreekt; verwacht: hoe de vorm op de pagina heet"),
        (("overlap: 16", "overlap: 16, overlapp: 3"), "`x.overlapp`: onbekend veld; bedoelde je `overlap`?"),
        (
            ("soort: lijn", "soort: streep"),
            "`x.soort`: onbekende waarde; er staat `streep`; verwacht: een van lijn, polen",
        ),
        (
            ("overlap: 16", "overlap: 16, rand: 5"),
            "`x.rand`: dit getal kan niet; er staat `5`; verwacht: een getal in mm, van 8 tot en met 30",
        ),
        (
            ("overlap: 16", "overlap: 4"),
            "`x.overlap`: met deze overlap zijn de vellen niet aan elkaar te plakken; er staat `4`; "
            "verwacht: van 15 mm, 5 mm meer dan de rand, tot 74.25 mm, een kwart van het vel",
        ),
        (
            ("vellen: 2, ", ""),
            "`x.overlap`: één vel plak je nergens aan; er staat `16`; verwacht: geen `overlap`, of meer `vellen`",
        ),
        (
            ("soort: lijn", "soort: polen"),
            "`x.vellen`: polen zijn losse vellen, één voor elke pool; verwacht: geen `vellen` en geen `overlap`",
        ),
        (
            ("overlap: 16", "overlap: 16, balk: 20"),
            "`x.eind`: de uiteinden zijn niet groter dan de lijn dik is; er staat `15`; verwacht: meer dan 20 mm",
        ),
        (
            ("x: ", "../x: "),
            "`../x`: verkeerd geschreven; er staat `../x`; "
            "verwacht: kleine letters en cijfers, met streepjes ertussen, zoals `sv4-v6`",
        ),
        ((GOOD, "a4"), "`x`: verkeerd soort waarde; er staat `a4`; verwacht: een groep velden: regels als `naam: …`"),
    ],
)
def test_a_wrong_form_is_refused_with_its_line(tmp_path, change, sentence):
    assert f"x: {GOOD}".count(change[0]) == 1
    with pytest.raises(ContentError) as error:
        forms(tmp_path, f"goed: {GOOD}\n" + f"x: {GOOD}".replace(*change))
    assert [str(mistake) for mistake in error.value.mistakes] == [f"lijnvormen.yml:2: veld {sentence}"]


@pytest.mark.parametrize("text", ["- a3", "a3: [", ""])
def test_a_file_that_holds_no_forms_is_refused(tmp_path, text):
    with pytest.raises(ContentError, match="^lijnvormen.yml:1: (hier staan geen|deze) gegevens"):
        forms(tmp_path, text)


def test_words_that_do_not_fit_stop_the_line_with_its_field(bank, fields, fonts):
    pole = fields[0].pool_links.model_copy(
        update={"kort": "onvoorwaardelijkheidsbeginselen en nog veel meer woorden dan er passen"}
    )
    with pytest.raises(ContentError) as error:
        lines.render_lines(shop_of(bank, fonts), [fields[0].model_copy(update={"pool_links": pole})], FORMS["a3"])
    assert [str(mistake) for mistake in error.value.mistakes] == [
        "spanningsvelden/maakbaar-of-ongrijpbaar.md: de woorden van de polen passen niet op lijnvorm `a3`; "
        "verwacht: een kortere `kort` bij de polen, of een groter vel in lijnvormen.yml"
    ]


def test_a_character_that_the_font_does_not_have_stops_the_line(bank, fields, fonts):
    pole = fields[0].pool_rechts.model_copy(update={"kort": "丈"})
    with pytest.raises(ContentError, match="U\\+4E08"):
        lines.render_lines(shop_of(bank, fonts), [fields[0].model_copy(update={"pool_rechts": pole})], FORMS["a4"])
