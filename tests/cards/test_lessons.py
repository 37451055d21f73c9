"""Proves on the real PDFs that a lesson can be given from paper: whole, within its sheets, and nothing of the teacher's for students."""

import io

import pikepdf
import pypdfium2
import pytest

from macros.cards import lessons
from macros.knowledge.errors import ContentError
from macros.knowledge.kennisbank import Kennisbank
from macros.knowledge.lessons import DOCENT, STUDENT, TERUGKIJKEN, plan_of, print_path
from macros.knowledge.records import Les
from tests.cards import paper, reading
from tests.cards.conftest import ADDRESS, BANK, shop_of
from tests.knowledge.lessons import leaked, plain

LESSONS = {one.id: one for one in BANK.of_kind(Les)}
A4 = (210, 297)


@pytest.fixture(scope="module")
def prints(fonts):
    shop = shop_of(BANK, fonts)
    return {
        (id, name): lessons.render_lesson(shop, one, name) for id, one in LESSONS.items() for name in (DOCENT, STUDENT)
    }


def words(pdf):
    """All text of `pdf` above the foot of its pages, line ends as spaces."""
    document = pypdfium2.PdfDocument(pdf)
    text = " ".join(page.get_textpage().get_text_bounded(bottom=15 * paper.MM) for page in document)
    # A hyphen at the end of a line is a sign of its own.
    return plain(text.replace("\x02", "-"))


@pytest.mark.parametrize("id", LESSONS)
def test_the_running_order_tells_all_that_the_teacher_does(id, prints):
    seen = words(prints[id, DOCENT])
    lesson = LESSONS[id]
    said = [text for step in lesson.stappen for text in step.docent]
    said += [*lesson.veiligheid, *(one.tekst for one in (*lesson.leerdoelen, *lesson.vooraf_docent))]
    assert [text for text in said if plain(text) not in seen] == []
    for step in plan_of(BANK, lesson).stappen:
        assert f"{step.nummer}. {step.stap.kop}" in seen and f"{step.begin}–{step.eind}" in seen
    assert "Nog niet uitgeprobeerd." in seen


@pytest.mark.parametrize("id", LESSONS)
def test_students_get_what_they_need_and_nothing_of_the_teacher(id, prints):
    seen, lesson = words(prints[id, STUDENT]), LESSONS[id]
    said = [text for step in lesson.stappen for text in step.student or ()]
    said += [line for one in plan_of(BANK, lesson).op_blad for some in one.lijsten for line in some.regels]
    assert [text for text in said if plain(text) not in seen] == []
    assert leaked(lesson, seen) == []
    # The control: the same search finds the teacher's text where it does stand.
    assert len(leaked(lesson, words(prints[id, DOCENT]))) > 20


@pytest.mark.parametrize("name", (DOCENT, STUDENT))
def test_paper_says_that_looking_back_is_for_oneself(name, prints):
    for id in LESSONS:
        assert f"Terugkijken {TERUGKIJKEN[name]}" in words(prints[id, name]), id


def test_no_lesson_sends_one_to_what_nothing_is_called():
    """What one looks back with is called as its heading on page and paper, and not as the field in the file."""
    told = [
        (id, text)
        for id, one in LESSONS.items()
        for step in one.stappen
        for text in (*step.docent, *(step.student or ()))
    ]
    assert [(id, text) for id, text in told if "rubriek" in text.lower()] == []


def not_on_the_sheet(lessons) -> list[str]:
    """The steps in which students work by themselves with what stands only in the running order."""
    return [
        step.id
        for lesson in lessons
        for step in lesson.stappen
        if step.vorm != "groep" and not step.op_blad and "hieronder" in " ".join(step.docent)
    ]


def test_what_students_work_with_by_themselves_is_on_their_sheet():
    assert not_on_the_sheet(LESSONS.values()) == []
    lesson = LESSONS["les6"]
    bare = lesson.model_copy(update={"stappen": [one.model_copy(update={"op_blad": ()}) for one in lesson.stappen]})
    assert "les6-s3" in not_on_the_sheet([bare])


@pytest.mark.parametrize("id", LESSONS)
def test_each_thing_on_the_sheet_has_a_code_that_leads_to_it(id, prints):
    codes = [code[0] for side in paper.sides(prints[id, STUDENT]) for code in side.qr_codes()]
    assert sorted(codes) == sorted(
        [ADDRESS(f"{id}-student"), *(ADDRESS(one.id) for one in plan_of(BANK, LESSONS[id]).op_blad)]
    )
    assert [code[0] for code in paper.sides(prints[id, DOCENT])[0].qr_codes()] == [ADDRESS(id)]


def test_every_print_is_accessible_small_and_on_a4_for_both_sides_of_the_paper(prints):
    for (id, name), pdf in prints.items():
        assert len(pdf) < 60_000
        with pikepdf.open(io.BytesIO(pdf)) as document:
            with document.open_metadata() as metadata:
                assert metadata["pdfuaid:part"] == "1" and LESSONS[id].titel in metadata["dc:title"]
            assert document.Root.ViewerPreferences.Duplex == "/DuplexFlipLongEdge"
            assert len(document.pages) <= (2 if name == STUDENT else 3)
            for page in document.pages:
                assert [round(float(edge) / paper.MM) for edge in page.mediabox[2:]] == list(A4)


def test_nothing_comes_within_ten_millimetres_of_the_edge(prints):
    assert min(page.room() for pdf in prints.values() for page in reading.pages(pdf)) > 10


def columns_of(text, pdf):
    """The page and column of every letter of `text`."""
    letters = [(number, one) for number, page in enumerate(reading.pages(pdf)) for one in page.letters]
    letters = [(number, one, letter) for number, one in letters for letter in reading.plain(one.text)]
    start = "".join(letter for *_, letter in letters).index(reading.plain(text))
    return {(number, one.x > 105) for number, one, _ in letters[start : start + len(reading.plain(text))]}


def test_what_comes_after_the_lesson_is_not_broken_over_columns(prints):
    """Two lines of a sentence, alone in a column, seem to belong to something else."""
    for id, lesson in LESSONS.items():
        told = [one for one in (lesson.online, lesson.opdracht_na) if one]
        assert [one for one in told if len(columns_of(one, prints[id, DOCENT])) > 1] == []
    whole = "".join(letter.text for page in reading.pages(prints[id, DOCENT]) for letter in page.letters)
    assert len(columns_of(whole, prints[id, DOCENT])) > 3


def test_equal_input_gives_equal_bytes(prints, fonts):
    assert lessons.render_lesson(shop_of(BANK, fonts), LESSONS["les3"], STUDENT) == prints["les3", STUDENT]


@pytest.mark.parametrize(
    "update, told",
    [
        (lambda step: {"student": step.student * 150}, "bladzijden lang; verwacht: hoogstens 2 bladzijden"),
        (
            lambda step: {"student": ("Teken een ☃.",)},
            r"een teken dat het lettertype niet heeft; er staat `☃ \(U\+2603\)`",
        ),
    ],
)
def test_a_lesson_that_cannot_be_printed_is_told_with_its_file(update, told, fonts):
    lesson = LESSONS["les1"]
    first = lesson.stappen[0].model_copy(update=update(lesson.stappen[0]))
    spoiled = lesson.model_copy(update={"stappen": (first, *lesson.stappen[1:])})
    with pytest.raises(ContentError, match=f"lessen/doorgaan-of-vertragen.md: .*{told}"):
        lessons.render_lesson(shop_of(BANK, fonts), spoiled, STUDENT)


def test_the_prints_of_a_lesson_lie_beside_its_page():
    only = Kennisbank(tuple(page for page in BANK.pages if page.record.id not in LESSONS.keys() - {"les3"}))
    made = [path for path, _ in lessons.lesson_prints(only)]
    assert made == [print_path("lessen/van-plek-wisselen.md", name) for name in (DOCENT, STUDENT)]
