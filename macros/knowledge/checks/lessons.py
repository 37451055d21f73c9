"""What must fit together in a lesson, and between lessons and their sheets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..errors import Mistake, nearest
from ..items import Groep, Oefening
from ..records import Les, Lesblad, Record, Verhaal, items, sheet_path
from .drafts import Draft

_HOUR = 60


def wrong_lessons(drafts: tuple[Draft, ...]) -> Iterator[Mistake]:
    """Everything wrong within a lesson, and between lessons and their sheets."""
    records = [draft.record for draft in drafts if draft.record]
    asked = asked_minutes(records)
    told_by = {record.korte_titel for record in records if isinstance(record, Verhaal)}
    for draft in drafts:
        if isinstance(draft.record, Les):
            yield from _wrong_minutes(draft, draft.record, asked)
            yield from _wrong_goals(draft, draft.record)
            yield from _wrong_words(draft, draft.record, told_by)
    yield from _wrong_sheets(drafts)


def wrong_group(draft: Draft, group: Groep) -> Iterator[Mistake]:
    """What is wrong with the size of a group, of a lesson or a programme."""
    if group.min > group.max:
        expected = "een getal dat niet groter is dan `max`"
        yield draft.mistake(("groep", "min"), "deze groep kan niet bestaan", expected, group.min)


def asked_minutes(records: Iterable[Record]) -> dict[str, int]:
    """How many minutes a publication gives an exercise, by its id."""
    return {
        part.id: part.praktisch.minuten
        for record in records
        for part in items(record)
        if isinstance(part, Oefening) and part.praktisch and part.praktisch.minuten
    }


def _wrong_minutes(draft: Draft, lesson: Les, asked: dict[str, int]) -> Iterator[Mistake]:
    total = sum(step.minuten for step in lesson.stappen)
    if total != lesson.minuten:
        expected = "stappen die samen even lang duren als de les"
        yield draft.mistake(("minuten",), f"de stappen duren samen {total} minuten", expected, lesson.minuten)
    if lesson.minuten > _HOUR and not any(step.pauze for step in lesson.stappen):
        yield draft.mistake(("stappen",), "deze les duurt langer dan een uur", "een stap met `pauze: true`")
    yield from wrong_group(draft, lesson.groep)
    seen: set[str] = set()
    for index, step in enumerate(lesson.stappen):
        for at, id in enumerate(step.gebruikt):
            given = sum(one.minuten for one in lesson.stappen if id in one.gebruikt)
            if id not in seen and given < asked.get(id, 0):
                yield draft.mistake(
                    ("stappen", index, "gebruikt", at),
                    f"de stappen met deze oefening duren samen {given} minuten",
                    f"minstens {asked[id]} minuten, zoals bij de oefening staat",
                    id,
                )
            seen.add(id)


def _wrong_goals(draft: Draft, lesson: Les) -> Iterator[Mistake]:
    goals = [goal.id for goal in lesson.leerdoelen]
    named = [
        (("stappen", n, "doelen", at), id) for n, one in enumerate(lesson.stappen) for at, id in enumerate(one.doelen)
    ]
    for path, id in [*named, *((("rubriek", n, "doel"), one.doel) for n, one in enumerate(lesson.rubriek))]:
        if id not in goals:
            expected = "een van " + ", ".join(goals)
            yield draft.mistake(path, "dit leerdoel heeft deze les niet", expected, id, nearest(id, goals))
    for n, id in enumerate(goals):
        if id not in {step_goal for _, step_goal in named}:
            expected = "dit id bij `doelen` van een stap"
            yield draft.mistake(("leerdoelen", n), "geen stap werkt aan dit leerdoel", expected, id)


def _wrong_words(draft: Draft, lesson: Les, told_by: Iterable[str]) -> Iterator[Mistake]:
    heads: dict[str, str] = {}
    for n, step in enumerate(lesson.stappen):
        other = heads.setdefault(step.kop.lower(), step.id)
        if other != step.id:
            yield draft.mistake(("stappen", n, "kop"), f"zo heet stap `{other}` ook", "een andere kop", step.kop)
        said = {one for text in step.docent for one in _sentences(text)}
        for at, text in enumerate(step.student or ()):
            if said & _sentences(text):
                expected = "wat een student zelf leest; laat het anders weg"
                yield draft.mistake(("stappen", n, "student", at), "dit staat ook bij `docent`", expected, text)
        for at, id in enumerate(step.op_blad):
            if id not in step.gebruikt:
                expected = "een id dat bij `gebruikt` van deze stap staat"
                path = ("stappen", n, "op_blad", at)
                yield draft.mistake(path, "deze stap gebruikt dit niet", expected, id, nearest(id, step.gebruikt))
    for name in sorted(told_by):
        if lesson.casus and re.search(rf"\b{re.escape(name)}\b", lesson.casus):
            expected = "een verzonnen casus, met een andere naam"
            yield draft.mistake(("casus",), "over een echte jongere maken we geen casus", expected, name)


def _sentences(text: str) -> set[str]:
    return set(re.split(r"(?<=[.?!])\s+", text))


def _wrong_sheets(drafts: tuple[Draft, ...]) -> Iterator[Mistake]:
    lessons: dict[str, Draft] = {}
    for draft in drafts:
        # The first of two with one id is the original.
        if isinstance(draft.record, Les):
            lessons.setdefault(draft.record.id, draft)
    ids = {draft.record.id for draft in drafts if draft.record}
    sheets: dict[str, Draft] = {}
    for draft in drafts:
        if not isinstance(draft.record, Lesblad):
            continue
        van = draft.record.van
        other = sheets.setdefault(van, draft)
        if other is not draft:
            yield draft.mistake(("van",), f"deze les heeft al een blad: {other.path}", "één blad voor elke les", van)
        elif van in lessons and draft.path != sheet_path(lessons[van].path):
            yield Mistake(
                draft.path, "dit blad staat niet bij zijn les", expected=f"het bestand {sheet_path(lessons[van].path)}"
            )
        elif van in ids and van not in lessons:
            yield draft.mistake(("van",), "dit is geen les", "het id van een les", van, nearest(van, lessons))
    unread = {draft.path for draft in drafts if not draft.record}
    for id, draft in lessons.items():
        if id not in sheets and sheet_path(draft.path) not in unread:
            expected = f"een bestand {sheet_path(draft.path)} met `soort: lesblad` en `van: {id}`"
            yield Mistake(draft.path, "deze les heeft geen blad voor studenten", expected=expected)
