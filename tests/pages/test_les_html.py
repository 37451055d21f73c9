"""Proves that a lesson on its pages is whole, tells what it uses as it is, and keeps the teacher's text from students."""

import re
from dataclasses import replace

import pytest
from lxml import html

from macros.knowledge.errors import ContentError
from macros.knowledge.kennisbank import Kennisbank
from macros.knowledge.lessons import DOCENT, STUDENT, TERUGKIJKEN, plan_of
from macros.knowledge.reader import load
from macros.knowledge.records import Les, sheet_path
from macros.pages.les.macro import draaiboek, lessen, studentenblad
from tests.conftest import ROOT, site_of
from tests.knowledge.lessons import leaked, plain

DOCS = ROOT / "docs"
LESSONS = {one.id: one for one in load(DOCS).of_kind(Les)}


def page(macro, path):
    return html.fromstring(f"<main>{macro(site_of(DOCS, path))}</main>")


def orders(bank, id):
    return page(draaiboek, bank.path_of(id))


def sheet(bank, id):
    return page(studentenblad, sheet_path(bank.path_of(id)))


@pytest.mark.parametrize("id", LESSONS)
def test_no_sentence_for_the_teacher_is_on_the_page_for_students(id, bank):
    assert leaked(LESSONS[id], sheet(bank, id).text_content()) == []


def test_a_sentence_for_the_teacher_on_the_page_for_students_is_found(bank):
    lesson = LESSONS["les3"]
    step = lesson.stappen[1]
    spilt = step.model_copy(update={"docent": (*step.docent, "Kies een rol die niet op jezelf lijkt.")})
    lesson = lesson.model_copy(update={"stappen": (lesson.stappen[0], spilt)})
    assert leaked(lesson, sheet(bank, "les3").text_content()) == ["Kies een rol die niet op jezelf lijkt."]


@pytest.mark.parametrize("id", LESSONS)
def test_the_page_for_students_does_not_lead_to_that_of_the_teacher(id, bank):
    links = sheet(bank, id).xpath("//a/@href")
    assert links and not [one for one in links if one in ("../", "../draaiboek.pdf") or one.startswith("../#")]
    assert "student/" in orders(bank, id).xpath("//a/@href")


@pytest.mark.parametrize("id", LESSONS)
def test_what_a_lesson_uses_is_told_in_full_once_and_leads_to_its_place(id, bank):
    tree, site = orders(bank, id), site_of(DOCS, bank.path_of(id))
    for step in plan_of(bank, LESSONS[id]).stappen:
        (part,) = tree.xpath(f"//section[@id='{step.stap.id}']")
        text = plain(part.text_content())
        for used in step.gebruikt:
            assert site.url(used.verteld.id) in part.xpath(".//a/@href")
            lines = [used.verteld.tekst, *(line for some in used.verteld.lijsten for line in some.regels)]
            told = [line for line in lines if line and plain(line) in text]
            assert told == ([] if used.eerder else list(filter(None, lines)))


@pytest.mark.parametrize("id", LESSONS)
def test_the_minutes_follow_on_each_other_up_to_the_end(id, bank):
    times = [(int(one.get("data-van")), int(one.get("data-tot"))) for one in orders(bank, id).xpath("//td[@data-van]")]
    assert times[0][0] == 0 and times[-1][1] == LESSONS[id].minuten
    assert [end for _, end in times[:-1]] == [begin for begin, _ in times[1:]]


def test_looking_back_is_for_oneself_and_says_so_to_teacher_and_students(bank):
    for tree, told in ((orders(bank, "les3"), TERUGKIJKEN[DOCENT]), (sheet(bank, "les3"), TERUGKIJKEN[STUDENT])):
        assert tree.xpath("string(//h2[@id='terugkijken']/following-sibling::p[1])") == told


def test_a_lesson_about_somebody_real_says_so_to_teacher_and_students(bank):
    note = bank.places["verhaal-amalia"].page.record.gevoelig
    for tree in (orders(bank, "les4"), sheet(bank, "les4")):
        # On that of the teacher whom to call comes after it.
        shown, *_ = tree.xpath("//p[@class='gevoelig']")
        assert note in shown.text and "alsof die meeluistert" in shown.text
    assert sheet(bank, "les3").xpath("//p[@class='gevoelig']") == []


def test_a_lesson_is_not_tried_until_somebody_tells(bank):
    assert "Nog niet uitgeprobeerd" in orders(bank, "les1").text_content()
    told = {"wanneer": "2026-03", "waar": "bij een opleiding", "wat_anders": "De kring duurde langer."}
    record = Les.model_validate({**LESSONS["les1"].model_dump(), "uitgeprobeerd": (told,)})
    pages = [replace(one, record=record) if one.record.id == "les1" else one for one in bank.pages]
    site = site_of(DOCS, bank.path_of("les1"))
    site.__dict__["bank"] = Kennisbank(tuple(pages))
    text = html.fromstring(str(draaiboek(site))).text_content()
    assert "Nog niet uitgeprobeerd" not in text and "De kring duurde langer." in text


def test_all_lessons_are_listed_by_length_with_what_to_print(bank):
    tree, site = page(lessen, "lessen/index.md"), site_of(DOCS, "lessen/index.md")
    links = tree.xpath("//a/@href")
    by_length = sorted(LESSONS.values(), key=lambda one: (one.minuten, one.nummer))
    assert [one for one in links if one in map(site.url, LESSONS)] == [site.url(one.id) for one in by_length]
    assert {site.url(id) for one in LESSONS.values() for id in one.printen} <= set(links)
    lengths = [int(re.sub(r"\D", "", one)) for one in tree.xpath("//h2/@id")]
    assert lengths == sorted({one.minuten for one in LESSONS.values()})


def test_another_page_has_no_running_order_and_no_sheet(bank):
    for macro in (draaiboek, studentenblad):
        with pytest.raises(ContentError, match="kent deze waarde niet"):
            macro(site_of(DOCS, "index.md"))


# What a source says of each; anything more, such as a number or points, nobody may print
FRAMEWORKS = {
    "Landelijk opleidingsdocument Sociaal Werk (hbo, 2017)": "https://www.vereniginghogescholen.nl/",
    "Kwalificatiedossiers van het mbo (SBB)": "https://www.s-bb.nl/",
    "Herregistratie bij SKJ": "https://skjeugd.nl/",
    "Beroepscode Jeugd- en Gezinsprofessional (BPSW, 2017)": "https://www.bpsw.nl/",
}


def claimed(lessons) -> list[str]:
    """What lessons say they fit that no source tells, and numbers of programmes, articles or points."""
    return [
        f"{lesson.id}: {link.naam}"
        for lesson in lessons
        for link in lesson.kader
        if FRAMEWORKS.get(link.naam) != link.url
        or re.search(r"\d+ (?:SKJ-)?punt|punten|crebo|artikel \d|volgt de richtlijn|geaccrediteerd", link.tekst, re.I)
    ]


def test_a_lesson_claims_to_fit_only_what_a_source_tells(bank):
    lessons = bank.of_kind(Les)
    assert sum(bool(lesson.kader) for lesson in lessons) >= 3 and claimed(lessons) == []
    one = next(lesson for lesson in lessons if lesson.kader)
    for spoiled in ({"naam": "Richtlijnen Jeugdhulp"}, {"tekst": "Goed voor 2 punten."}, {"url": "https://elders.nl/"}):
        other = one.model_copy(update={"kader": (one.kader[0].model_copy(update=spoiled),)})
        assert claimed([other]) == [f"{one.id}: {other.kader[0].naam}"]


def test_what_a_lesson_fits_is_told_as_our_view(bank):
    text = " ".join(orders(bank, "les1").text_content().split())
    assert "Past volgens ons bij" in text and "Deze site geeft geen SKJ-punten." in text
    assert "Past volgens ons bij" not in " ".join(orders(bank, "les2").text_content().split())
