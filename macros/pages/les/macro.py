"""Lessons on their pages: all of them to choose from, the running order for the teacher, and the sheet for students."""

from __future__ import annotations

from ...knowledge.lessons import (
    DOCENT,
    MEELUISTERT,
    NIET_GEPROBEERD,
    STUDENT,
    TERUGKIJKEN,
    plan_of,
    print_path,
    saved_name,
)
from ...knowledge.records import Les, Lesblad, sheet_path
from ..gevaar import to_call
from ..macro import macro, needs, shows, unknown_argument
from ..site import Site


@macro
@needs(styles=["les.css"])
def lessen(site: Site) -> str:
    """Alle lessen, met hoelang ze duren, voor wie ze zijn en wat je print.

    HTML of all lessons, below a heading for each length.
    """
    plans = [plan_of(site.bank, one) for one in site.bank.of_kind(Les)]
    lengths = sorted({plan.les.minuten for plan in plans})
    grouped = [(minutes, [plan for plan in plans if plan.les.minuten == minutes]) for minutes in lengths]
    return site.render("les/lessen.html.jinja", lengten=grouped)


@macro
@shows(Les)
@needs(styles=["les.css"], scripts=["les-klok.js", "details.js"])
def draaiboek(site: Site) -> str:
    """Het draaiboek van de les op deze pagina, voor de docent.

    HTML of the running order; raises ContentError on a page that is no lesson.
    """
    if not isinstance(site.record, Les):
        raise unknown_argument(site, "draaiboek", site.record.id, [one.id for one in site.bank.of_kind(Les)])
    return _shown(site, "les/draaiboek.html.jinja", site.record, DOCENT)


@macro
@shows(Lesblad)
@needs(styles=["les.css"])
def studentenblad(site: Site) -> str:
    """Het blad voor studenten, met niets erop wat voor de docent is.

    HTML of the sheet; raises ContentError on a page that is none.
    """
    if not isinstance(site.record, Lesblad):
        raise unknown_argument(site, "studentenblad", site.record.id, [one.id for one in site.bank.of_kind(Lesblad)])
    lesson = site.bank.places[site.record.van].page.record
    if not isinstance(lesson, Les):
        raise unknown_argument(site, "studentenblad", lesson.id, [one.id for one in site.bank.of_kind(Les)])
    return _shown(site, "les/studentenblad.html.jinja", lesson, STUDENT)


def _shown(site: Site, template: str, lesson: Les, name: str) -> str:
    path = site.bank.path_of(lesson.id)
    plan = plan_of(site.bank, lesson)
    return site.render(
        template,
        plan=plan,
        les=lesson,
        blad=sheet_path(path),
        draaiboek=print_path(path, DOCENT),
        student=print_path(path, STUDENT),
        namen={one: saved_name(site.bank, lesson.id, f"-{one}") for one in (DOCENT, STUDENT)},
        meeluistert=MEELUISTERT,
        gevaar=to_call(),
        geschat=NIET_GEPROBEERD,
        terugkijken=TERUGKIJKEN[name],
    )
