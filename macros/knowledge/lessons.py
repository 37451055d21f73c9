"""A lesson as a whole: what must fit together in it, and all that it uses put where it is used."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .drafts import Draft
from .errors import Mistake, nearest
from .items import Groep, Oefening, Punt, Stap
from .kennisbank import Kennisbank, items
from .records import Inleiding, Les, Lesblad, Record, Verhaal
from .told import Verteld, told

_HOUR = 60
OVERVIEW = "lessen"
"""The page with all lessons, whose rules hold for each of them."""
DOCENT, STUDENT = "draaiboek.pdf", "student.pdf"
"""What is printed of a lesson."""
MEELUISTERT = "Spreek over wie er in het verhaal voorkomt alsof die meeluistert."
"""What holds for every lesson about real people, beside the note of their story."""
NIET_GEPROBEERD = (
    "De les is bedacht voor deze site en staat niet in de publicaties (redactie). De minuten zijn geschat."
)
"""What stands below a lesson that nobody has told of."""
TERUGKIJKEN = {
    DOCENT: "Deze tabel is om zelf mee terug te kijken. Je geeft er geen cijfer mee, en studenten leveren hem niet in.",
    STUDENT: "Kijk voor jezelf waar je staat. Je levert dit niet in.",
}
"""What one looks back with is for: who stands before the group, and a student."""


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


def print_path(lesson: str, name: str) -> str:
    """Where PDF `name`, DOCENT or STUDENT, of the lesson at path `lesson` is, below the site's root."""
    return f"{lesson.removesuffix('.md')}/{name}"


def saved_name(bank: Kennisbank, id: str, what: str) -> str:
    """What a file of lesson or programme `id` is called where one keeps it, beside those of others; `what` ends its name."""
    path, record = bank.path_of(id), bank.places[id].page.record
    number = f"les-{record.nummer}-" if isinstance(record, Les) else ""
    return f"{number}{path.removesuffix('.md').rpartition('/')[2]}{what}"


def sheet_path(lesson: str) -> str:
    """Where the sheet for students of the lesson at path `lesson` is, below `docs/`."""
    return f"{lesson.removesuffix('.md')}/student.md"


@dataclass(frozen=True)
class Gebruik:
    """Something that a step uses; `eerder` is the number of the step that tells it in full, if an earlier one does."""

    verteld: Verteld
    eerder: int | None


@dataclass(frozen=True)
class Lesstap:
    """A step with its number, the minute it begins and ends, what the teacher uses, and what students have on their sheet."""

    nummer: int
    begin: int
    eind: int
    stap: Stap
    gebruikt: tuple[Gebruik, ...]
    op_blad: tuple[Verteld, ...]


@dataclass(frozen=True)
class Lesplan:
    """A lesson as it is shown, on screen and on paper: with what it uses, and what holds for all lessons."""

    les: Les
    afspraken: tuple[Punt, ...]
    gevoelig: tuple[str, ...]
    stappen: tuple[Lesstap, ...]

    @property
    def feiten(self) -> tuple[tuple[str, str], ...]:
        """What to know before choosing it, as a label and words."""
        group = self.les.groep
        return (
            ("Tijd", f"{self.les.minuten} minuten"),
            ("Groep", f"{group.min} tot {group.max} mensen"),
            ("Voor", _listed(self.les.niveau)),
        )

    @property
    def op_blad(self) -> tuple[Verteld, ...]:
        """All that students have on their sheet, once."""
        return tuple({one.id: one for step in self.stappen for one in step.op_blad}.values())


def plan_of(bank: Kennisbank, lesson: Les) -> Lesplan:
    """`lesson` with all that it uses, told in full the first time and named after that."""
    rules = next((one.principes or () for one in bank.of_kind(Inleiding) if one.id == OVERVIEW), ())
    reached = [bank.places[id].page.record for step in lesson.stappen for id in step.gebruikt]
    told_in: dict[str, int] = {}
    steps, begin = [], 0
    for number, step in enumerate(lesson.stappen, 1):
        used = []
        for id in step.gebruikt:
            before = told_in.get(id)
            used.append(Gebruik(told(bank, id), before))
            told_in.setdefault(id, number)
        end = begin + step.minuten
        shared = tuple(told(bank, id, brief=True) for id in step.op_blad)
        steps.append(Lesstap(number, begin, end, step, tuple(used), shared))
        begin = end
    notes = dict.fromkeys(record.gevoelig for record in reached if isinstance(record, Verhaal))
    return Lesplan(lesson, rules, tuple(notes), tuple(steps))


def _listed(words: tuple[str, ...]) -> str:
    return " en ".join(filter(None, (", ".join(words[:-1]), words[-1])))
