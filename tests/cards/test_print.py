"""Proves on the real PDF what somebody with a ruler, scissors and a phone would find."""

import os
import pickle
import re
import subprocess
import sys
from dataclasses import replace

import pypdfium2
import pytest
import typst

from macros import cards
from macros.cards import render
from macros.cards.imposition import cut_lines, fold_marks
from macros.cards.imposition import printed as on_page
from tests.cards import paper
from tests.cards.conftest import ROOT, SITE_URL


@pytest.fixture(scope="session")
def spoiled_sheet(fonts):
    """A control case: a sheet with type that is too small, a black field and a cut that stops before the edge."""
    source = b"""#set page(width: 297mm, height: 210mm, margin: 0mm)
        #set text(font: "Atkinson Hyperlegible Next", size: 5pt)
        Klein
        #place(top + left, rect(width: 150mm, height: 105mm, fill: black))
        #place(top + left, dx: 74.25mm, line(angle: 90deg, length: 200mm))"""
    only = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts])
    (side,) = paper.sides(typst.compile(source, font_paths=only))
    return side


@pytest.fixture(scope="session")
def sides_of(pdfs):
    return {id: paper.sides(pdf) for id, pdf in pdfs.items()}


@pytest.fixture
def sides(printed, sides_of):
    return sides_of[printed[0].id]


def by_sheet(sides):
    return list(zip(sides[::2], sides[1::2]))


def test_two_pages_of_a4_for_every_sheet(bank, printed, sides):
    deck, form, _ = printed
    assert len(sides) == 2 * len(cards.sheets(bank, deck))
    assert all((side.width, side.height) == pytest.approx(form.vel, abs=0.01) for side in sides)


def test_front_and_back_coincide_after_a_long_edge_flip(printed, sides):
    _, form, _ = printed
    for front, back in by_sheet(sides):
        assert len(front.trim_boxes(form.kaart)) == form.kolommen * form.rijen
        assert paper.coincide(front, back, form.kaart, "long")


def test_front_and_back_coincide_after_a_short_edge_flip(bank, printed, fonts):
    deck, form, long_edge = printed
    pdf = cards.render_pdf(bank, deck, SITE_URL, fonts, edge="short")
    assert pdf != long_edge
    for front, back in by_sheet(paper.sides(pdf)):
        assert paper.coincide(front, back, form.kaart, "short")


def test_a_back_that_is_half_a_millimetre_off_is_caught(bank, questions, fonts, monkeypatch):
    printed_well = render.printed
    monkeypatch.setattr(render, "printed", lambda *a: replace(face := printed_well(*a), x=face.x + 0.5))
    few = questions.model_copy(update={"kaarten": ("sv4",)})
    front, back = paper.sides(cards.render_pdf(bank, few, SITE_URL, fonts))[:2]
    assert not paper.coincide(front, back, (74.25, 105), "long")


def test_words_keep_clear_of_cuts_and_of_what_a_printer_leaves_blank(printed, sides, spoiled_sheet):
    _, form, _ = printed
    assert spoiled_sheet.room_around((0, 0, 297, 210)) < 1
    for side in sides:
        assert min(side.room_around(box) for box in side.trim_boxes(form.kaart) if side.words_in(box)) > 4.5


def test_words_keep_clear_of_qr_codes(sides):
    for side in sides:
        for _, _, x, y, width in side.qr_codes():
            code, quiet = width / 2, 1
            assert not side.letters_in((x - code - quiet, y - code - quiet, width + 2 * quiet, width + 2 * quiet))
            # And were a word there, it would be seen: just below each code the address is printed.
            assert side.letters_in((x - code - 6, y - code - 6, width + 12, width + 12))


def long_lines(side):
    """What could be taken for a cut or a fold: lines that begin or end at an edge of the sheet."""
    return sorted(line for line in side.lines() if min(line[:2]) < 0.05 or line[2] > side.width - 0.05
                  or line[3] > side.height - 0.05)


def test_cuts_are_shared_and_reach_the_edges_of_the_sheet(printed, sides, spoiled_sheet):
    _, form, _ = printed
    expected = [pytest.approx(line, abs=0.05) for line in sorted([*cut_lines(form), *fold_marks(form)])]
    for front, back in by_sheet(sides):
        assert expected == long_lines(front)
        assert not long_lines(back), "a cut line on the back would show how far the printer drifts"
    assert long_lines(spoiled_sheet) and expected != long_lines(spoiled_sheet)


def test_every_card_lies_once_on_a_front_and_once_behind_it(bank, printed, sides):
    deck, form, _ = printed
    ids = [card.id for card in cards.deck_cards(bank, deck) if card.soort != "leeg"]
    fronts, backs = [], []
    for front, back in by_sheet(sides):
        for box in front.trim_boxes(form.kaart):
            on_front = [word for word in front.words_in(box) if word in ids]
            on_back = [word for word in back.words_in(paper.behind(box, front, "long")) if word in ids]
            if form.vouwen:
                assert set(on_front) == set(on_back)
            else:
                assert on_front == on_back
            fronts += on_front
            backs += on_back
    # A fold card has two panels on either side.
    assert sorted(fronts) == sorted(backs) == sorted(ids * (2 if form.vouwen else 1))


def test_every_qr_code_is_two_centimetres_wide_and_leads_to_its_own_card(bank, printed, sides):
    deck, form, _ = printed
    wanted = {card.id: card for card in cards.deck_cards(bank, deck)}
    seen = []
    for sheet, (front, back) in zip(cards.sheets(bank, deck), by_sheet(sides)):
        for text, level, x, y, width in (*front.qr_codes(), *back.qr_codes()):
            faces = sheet.voor if form.vouwen else [on_page(face, form, "long") for face in sheet.achter]
            (face,) = [f for f in faces if f.x < x < f.x + f.breedte and f.y < y < f.y + f.hoogte]
            card = wanted[face.kaart]
            page = bank.pad_van(card.naar).removesuffix(".md").removesuffix("index")
            page += "" if page.endswith("/") else "/"
            assert text == f"{SITE_URL}{page}" + (f"#{card.id}" if card.soort == "vraag" else "")
            assert (level, width >= 20) == ("M", True)
            seen.append(face.kaart)
    assert sorted(seen) == sorted(wanted)


def smallest_type(side):
    """Size in pt of the smallest letter on `side`."""
    return min(round(char["size"], 2) for char in side.page.chars)


def test_no_type_smaller_than_promised(printed, sides, spoiled_sheet):
    deck, form, _ = printed
    assert smallest_type(spoiled_sheet) == 5
    assert min(map(smallest_type, sides)) >= 7
    large = []
    for front, _ in by_sheet(sides):
        for x, y, width, height in front.trim_boxes(form.kaart) if deck.gezicht == "vraag" else ():
            card = front.page.crop([value * paper.MM for value in (x, y, x + width, y + height)])
            # Above 9 pt there is nothing on a front but the question.
            question = {round(char["size"], 1) for char in card.chars if char["size"] > 9.01}
            assert not question or min(question) >= 12
            large += [min(question) >= 14] if question else []
    assert sum(large) >= 0.95 * len(large)


def test_little_ink(sides, spoiled_sheet):
    assert spoiled_sheet.filled() > 0.2
    assert max(side.filled() for side in sides) < 0.03


def test_fonts_are_embedded_and_no_others_are_used(printed):
    _, _, pdf = printed
    names = set(re.findall(rb"/BaseFont/([^/\s]+)", pdf))
    assert names and all(b"AtkinsonHyperlegibleNext" in name for name in names)
    assert pdf.count(b"/FontFile2") == 3, "one file for each of the three weights"


def test_marked_for_screen_readers_and_for_the_print_dialogue(bank, printed):
    deck, _, pdf = printed
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf
    assert b"/Marked true" in pdf and b"/Lang(nl-NL)" in pdf and b"/DisplayDocTitle true" in pdf
    assert b"/Alt(QR-code naar https://voorbeeld.test/leren/" in pdf
    document = pypdfium2.PdfDocument(pdf)
    assert document.get_metadata_value("Title") == deck.titel
    assert not pypdfium2.raw.FPDF_VIEWERREF_GetPrintScaling(document), "the viewer may rescale"
    assert pypdfium2.raw.FPDF_VIEWERREF_GetDuplex(document) == pypdfium2.raw.DuplexFlipLongEdge


def test_bookmarks_lead_to_every_card(bank, printed):
    deck, _, pdf = printed
    outline = [entry.get_title() for entry in pypdfium2.PdfDocument(pdf).get_toc()]
    titles = [card.titel for card in cards.deck_cards(bank, deck)]
    assert set(titles) <= {title.replace("\u00a0", " ") for title in outline}


def test_equal_input_gives_equal_bytes_in_another_process(bank, questions, fonts, tmp_path):
    few = questions.model_copy(update={"kaarten": ("sv4",)})
    here = cards.render_pdf(bank, few, SITE_URL, fonts)
    (tmp_path / "input").write_bytes(pickle.dumps((bank, few, SITE_URL, fonts)))
    script = ("import pickle, sys; from macros import cards\n"
              "sys.stdout.buffer.write(cards.render_pdf(*pickle.load(open(sys.argv[1], 'rb'))))")
    result = subprocess.run([sys.executable, "-c", script, tmp_path / "input"], cwd=ROOT, capture_output=True,
                            env={**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"})
    assert result.stdout == here, result.stderr.decode()
