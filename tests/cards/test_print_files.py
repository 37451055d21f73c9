"""Proves what is in the PDF of every deck beside what one sees: fonts, marks for screen readers, bookmarks; and equal bytes."""

import io
import os
import pickle
import subprocess
import sys

import pikepdf
import pypdfium2
import pytest

from macros import cards
from tests.cards.conftest import BANK, DECKS, EVERY_FORM, FORMS, shop_of, tail
from tests.conftest import ROOT, SITE_URL

pytestmark = pytest.mark.whole  # real prints


@pytest.fixture
def document(usual):
    with pikepdf.open(io.BytesIO(usual.pdf)) as opened:
        yield opened


def fonts_in(document):
    """Name of each font, and whether its letters are in the file."""
    found = {}
    for one in document.objects:
        if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font" and "/DescendantFonts" not in one:
            descriptor = one.get("/FontDescriptor", {})
            found[str(one.BaseFont)] = "/FontFile2" in descriptor or "/FontFile3" in descriptor
    return found


def test_fonts_are_embedded_and_no_others_are_used(document):
    found = fonts_in(document)
    assert 1 < len(found) <= 3, "one for each weight"
    assert all("AtkinsonHyperlegibleNext" in name and embedded for name, embedded in found.items())


def test_a_font_that_is_not_in_the_file_is_caught():
    """Helvetica is one of those that a viewer brings along."""
    with pikepdf.new() as document:
        document.add_blank_page()
        document.pages[0].Resources = pikepdf.Dictionary(
            Font=pikepdf.Dictionary(
                F1=document.make_indirect(
                    pikepdf.Dictionary(
                        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
                    )
                )
            )
        )
        assert fonts_in(document) == {"/Helvetica": False}


def test_no_pictures_of_dots(document):
    """Everything is drawn, so that it is sharp at any size."""
    assert [
        one for one in document.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"
    ] == []


def structure(element):
    """Every element of the structure tree below `element`."""
    for child in element.get("/K", []) if isinstance(element.get("/K"), pikepdf.Array) else [element.get("/K")]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield child
            yield from structure(child)


def test_marked_for_screen_readers(usual, document):
    root = document.Root
    with document.open_metadata() as metadata:
        title = f"{usual.deck.titel}: {usual.form.maat.naam}, {usual.form.naam}"
        assert (metadata["pdfuaid:part"], metadata["dc:title"]) == ("1", title) == ("1", document.docinfo.Title)
    # The language is what hyphenates: nl-NL and no other.
    assert (str(root.Lang), bool(root.MarkInfo.Marked), bool(root.ViewerPreferences.DisplayDocTitle)) == (
        "nl-NL",
        True,
        True,
    )
    elements = list(structure(root.StructTreeRoot))
    assert {str(one.Lang) for one in elements if "/Lang" in one} <= {"nl-NL"}
    told = [str(one.Alt).split(". ")[0] for one in elements if str(one.S) == "/Figure"]
    for card in (*usual.cards, *usual.blanks):
        assert f"QR-code naar {SITE_URL}{tail(card)}" in told
    assert all(told)


def test_prints_of_one_deck_are_told_apart_by_their_titles(press):
    """Open beside each other, a reader's windows are named after them; and each print is made from the one before."""
    jobs = [job for job in EVERY_FORM if job.deck == EVERY_FORM[0].deck]
    titles = []
    for job in jobs:
        with pikepdf.open(io.BytesIO(press(job).pdf)) as pdf:
            titles.append(str(pdf.docinfo.Title))
    assert len(jobs) > 3 and len({*titles}) == len(jobs)
    assert {title.split(": ")[0] for title in titles} == {DECKS[EVERY_FORM[0].deck].titel}
    assert [title for title in titles if title.endswith("langs de korte zijde")] != []


def bookmarks(pdf):
    """Title and page of each bookmark, in order."""
    return [
        (entry.get_title().replace("\u00a0", " "), entry.get_dest().get_index())
        for entry in pypdfium2.PdfDocument(pdf).get_toc()
    ]


def test_a_bookmark_leads_to_every_card(usual):
    """By its title, or by its id where it has only a passage of text; to the front, where it can be looked for."""
    found = bookmarks(usual.pdf)
    for number, card in enumerate(usual.cards):
        front = 2 * (number // usual.form.per_vel)
        assert (card.titel, front) in found or (card.id, front) in found, card.id
    assert [page for _, page in found] == sorted(page for _, page in found)


@pytest.mark.parametrize(
    "deck, kept, form",
    [
        ("reflectievragen", ("sv4",), "a7"),
        ("werkkaarten-vouwkaarten", ("wk2",), "vouwkaart-drukker"),
        ("rode-draden", ("p2-rd1",), "a6-enkel"),
    ],
)
def test_equal_input_gives_equal_bytes_in_another_process(decks, fonts, tmp_path, deck, kept, form):
    few = decks[deck].model_copy(update={"kaarten": kept})
    here = cards.render_pdf(shop_of(BANK, fonts), few, FORMS[form])
    (tmp_path / "input").write_bytes(pickle.dumps((shop_of(BANK, fonts), few, FORMS[form])))
    script = (
        "import pickle, sys; from macros import cards\n"
        "sys.stdout.buffer.write(cards.render_pdf(*pickle.load(open(sys.argv[1], 'rb'))))"
    )
    result = subprocess.run(
        [sys.executable, "-c", script, tmp_path / "input"],
        cwd=ROOT,
        capture_output=True,
        env={**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"},
    )
    assert result.stdout == here, result.stderr.decode()


def test_a_pdf_tells_on_the_screen_alone_how_it_is_printed(formed):
    """Above the cards of its first page, and to who can't see it; a print shop is told nothing there."""
    with pikepdf.open(io.BytesIO(formed.pdf)) as document:
        first, *others = document.pages
        notes = [one for one in first.obj.get("/Annots", []) if one.Subtype == "/FreeText"]
        assert not any(one.Subtype == "/FreeText" for page in others for one in page.obj.get("/Annots", []))
        if formed.form.afloop:
            assert notes == []
            return
        (note,) = notes
        turned = (
            formed.form.vel[0] > formed.form.vel[1]
            if formed.edge == "long"
            else formed.form.vel[0] < formed.form.vel[1]
        )
        assert ("op zijn kop" in str(note.Contents)) == (turned and not formed.one_sided)
        assert formed.one_sided or ("lange zijde" in str(note.Contents)) == (formed.edge == "long")
        # Not printed (bit 3), and within the 6.5 mm at the edge that no card uses.
        assert not int(note.F) & 4 and float(first.obj.MediaBox[3]) - float(note.Rect[1]) < 6.5 * 72 / 25.4


def test_a_print_shop_reads_where_to_cut_and_what_the_colours_are(formed):
    """What PDF/X-4 (ISO 15930-7) asks and we can give: boxes, one intent with its profile, trapping told, fonts within, nothing locked."""
    with pikepdf.open(io.BytesIO(formed.pdf)) as document:
        told = document.open_metadata()
        if not formed.form.afloop:
            assert "/OutputIntents" not in document.Root and "/Trapped" not in document.docinfo
            assert "pdf:Trapped" not in told
            return
        # Told in both places; the name of a standard that it doesn't meet as a whole, and the dates that it asks, in neither.
        assert told["pdf:Trapped"] == "False" and told["pdfuaid:part"] == "1"
        assert [name for name in (*told, *document.docinfo) if "GTS_PDFX" in name or "Date" in name] == []
        (intent,) = document.Root.OutputIntents
        assert intent.S == "/GTS_PDFX" and intent.DestOutputProfile.read_bytes()[36:40] == b"acsp"
        assert (
            intent.DestOutputProfile.N == 3 and document.docinfo["/Trapped"] == "/False" and not document.is_encrypted
        )
        for page in document.pages:
            media, bleed, trim = ([*map(float, page.obj[name])] for name in ("/MediaBox", "/BleedBox", "/TrimBox"))
            assert media == bleed and [round((a - b) / 72 * 25.4, 2) for a, b in zip(bleed, trim)] == [-3, -3, 3, 3]
            spaces = page.obj.Resources.get("/ColorSpace", {})
            assert all(space[0] == "/ICCBased" for space in spaces.values())
            for font in page.obj.Resources.Font.values():
                assert (
                    "/FontFile3" in font.DescendantFonts[0].FontDescriptor
                    or "/FontFile2" in font.DescendantFonts[0].FontDescriptor
                )
