"""Proves on the real PDFs that a programme can be led from paper: whole, row by row, each meeting from a page of its own."""

import io

import pikepdf
import pypdfium2
import pytest

from macros.cards import programmes
from macros.knowledge.errors import ContentError
from macros.knowledge.programmes import EERLIJK, plan_of
from macros.knowledge.records import Programma
from tests.cards import paper, reading
from tests.cards.conftest import ADDRESS, BANK, shop_of
from tests.knowledge.lessons import plain

PROGRAMMES = {one.id: one for one in BANK.of_kind(Programma)}
HEADS = "Tijd Wat en waarvoor Zo doe je het Nodig Wie Zelf noteren"


@pytest.fixture(scope="module")
def prints(fonts):
    return {id: programmes.render_programme(shop_of(BANK, fonts), one) for id, one in PROGRAMMES.items()}


def pages(pdf):
    """The text of each page of `pdf`, line ends as spaces."""
    # A hyphen at the end of a line is a sign of its own.
    read = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf)]
    return [plain(text.replace("\x02", "-")) for text in read]


@pytest.mark.parametrize("id", PROGRAMMES)
def test_it_tells_all_that_who_leads_does(id, prints):
    first, *rest = pages(prints[id])
    one, sheets = PROGRAMMES[id], " ".join(rest)
    said = [one.zaal, *one.weglaten, *EERLIJK, *(before.tekst for before in one.vooraf)]
    said += [ADDRESS(deck).partition("//")[2].rstrip("/") for deck in plan_of(BANK, one).printen]
    assert [text for text in said if plain(text) not in first] == []
    said = [text for meeting in one.bijeenkomsten for block in meeting.blokken for text in block.zo or ()]
    said += [line.tekst for meeting in one.bijeenkomsten for line in meeting.daarna or ()]
    for meeting in plan_of(BANK, one).bijeenkomsten:
        for block in meeting.blokken:
            said += [f"{block.begin}–{block.eind} ± {block.blok.minuten} min", block.titel, block.doel, block.door]
            said += [line for told in block.verteld for some in told.lijsten for line in some.regels]
        said += [block.titel for block in meeting.achter_de_hand]
    assert [text for text in said if text and plain(text) not in sheets] == []


@pytest.mark.parametrize("id", PROGRAMMES)
def test_each_meeting_begins_a_page_with_the_head_of_its_table_on_every_one(id, prints):
    _, *rest = pages(prints[id])
    meetings = PROGRAMMES[id].bijeenkomsten
    if len(meetings) > 1:
        starts = [n for n, text in enumerate(rest) if text.startswith("Bijeenkomst ")]
        assert [rest[n][:14] for n in starts] == [f"Bijeenkomst {n}:" for n in range(1, len(meetings) + 1)]
    assert [n for n, text in enumerate(rest, 2) if HEADS not in text] == []
    for n, text in enumerate(rest, 2):
        assert f"blad {n} van {len(rest) + 1}" in text


def test_no_row_is_broken_over_two_pages(prints):
    """Each block begins and ends on one page: its time stands with the last of what it tells."""
    for id, pdf in prints.items():
        seen = pages(pdf)
        for meeting in plan_of(BANK, PROGRAMMES[id]).bijeenkomsten:
            for block in meeting.blokken:
                lines = [line for told in block.verteld for some in told.lijsten for line in some.regels]
                at = [text for text in seen if f"{block.begin}–{block.eind} ± {block.blok.minuten} min" in text]
                assert any(all(plain(line) in text for line in (block.titel, *lines)) for text in at)


def test_every_print_is_accessible_small_and_on_a4_for_one_side_of_the_paper(prints):
    for id, pdf in prints.items():
        assert len(pdf) < 120_000
        assert [code[0] for code in paper.sides(pdf)[0].qr_codes()] == [ADDRESS(id)]
        with pikepdf.open(io.BytesIO(pdf)) as document:
            with document.open_metadata() as metadata:
                assert metadata["pdfuaid:part"] == "1" and PROGRAMMES[id].titel in metadata["dc:title"]
            assert str(document.Root.Lang) == "nl-NL" and document.Root.MarkInfo.Marked
            assert document.Root.ViewerPreferences.Duplex == "/Simplex"
            assert len(document.pages) <= 1 + 4 * len(PROGRAMMES[id].bijeenkomsten)
            tags = [obj.S for obj in document.objects if isinstance(obj, pikepdf.Dictionary) and obj.get("/S")]
            assert tags.count("/TH") >= 6 and "/TR" in tags and "/H1" in tags
            for page in document.pages:
                assert [round(float(edge) / paper.MM) for edge in page.mediabox[2:]] == [297, 210]
                for font in page.Resources.Font.values():
                    assert "Atkinson" in str(font.BaseFont)


def test_nothing_comes_within_ten_millimetres_of_the_edge(prints):
    assert min(page.room() for pdf in prints.values() for page in reading.pages(pdf)) > 10


def over_a_line(pdf, further=0.0):
    """The words that lie over a line between two columns, as if each stood so many mm further along."""
    return [
        "".join(letter.text for letter in word)
        for page in reading.pages(pdf)
        for word in written(page)
        for rule in page.shapes
        if rule.line
        and rule.right - rule.left < 0.5
        and rule.top < word[0].y < rule.bottom
        and word[0].left + further < rule.line[0] < word[-1].right + further + 0.35
    ]


def written(page):
    """The words of a page, each as its letters."""
    found = []
    for letter in page.letters:
        if letter.after_space or not found or abs(letter.y - found[-1][-1].y) > 0.05:
            found.append([])
        found[-1].append(letter)
    return found


def test_each_word_stays_in_its_column_also_one_that_is_wider(prints, fonts):
    assert [word for pdf in prints.values() for word in over_a_line(pdf)] == []
    assert len(over_a_line(prints["pr1"], -3)) > 20, "the control case is not seen"
    one = PROGRAMMES["pr1"]
    (meeting,) = one.bijeenkomsten
    wide = tuple(block.model_copy(update={"wie": "ervaringsdeskundigen"}) for block in meeting.blokken)
    spoiled = one.model_copy(update={"bijeenkomsten": (meeting.model_copy(update={"blokken": wide}),)})
    assert over_a_line(programmes.render_programme(shop_of(BANK, fonts), spoiled)) == []


def test_equal_input_gives_equal_bytes(prints, fonts):
    assert programmes.render_programme(shop_of(BANK, fonts), PROGRAMMES["pr1"]) == prints["pr1"]


@pytest.mark.parametrize(
    "zo, told",
    [
        (["Doe dit. " * 40] * 30, "het draaiboek is .* bladzijden lang; verwacht: hoogstens 5 bladzijden"),
        (["Teken een ☃."], r"een teken dat het lettertype niet heeft; er staat `☃ \(U\+2603\)`"),
    ],
)
def test_a_programme_that_cannot_be_printed_is_told_with_its_file(zo, told, fonts):
    one = PROGRAMMES["pr1"]
    meeting = one.bijeenkomsten[0]
    blocks = tuple(block.model_copy(update={"zo": tuple(zo)}) for block in meeting.blokken)
    spoiled = one.model_copy(update={"bijeenkomsten": (meeting.model_copy(update={"blokken": blocks}),)})
    with pytest.raises(ContentError, match=f"begeleiden/programma/even-stilstaan.md: .*{told}"):
        programmes.render_programme(shop_of(BANK, fonts), spoiled)
