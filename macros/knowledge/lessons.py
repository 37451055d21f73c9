"""A lesson as a whole, with all that it uses put where it is used."""

from __future__ import annotations

from dataclasses import dataclass

from .items import Punt, Stap
from .kennisbank import Kennisbank
from .records import Inleiding, Les, Verhaal
from .told import Verteld, told

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


def print_path(lesson: str, name: str) -> str:
    """Where PDF `name`, DOCENT or STUDENT, of the lesson at path `lesson` is, below the site's root."""
    return f"{lesson.removesuffix('.md')}/{name}"


def saved_name(bank: Kennisbank, id: str, what: str) -> str:
    """What a file of lesson or programme `id` is called where one keeps it, beside those of others; `what` ends its name."""
    path, record = bank.path_of(id), bank.places[id].page.record
    number = f"les-{record.nummer}-" if isinstance(record, Les) else ""
    return f"{number}{path.removesuffix('.md').rpartition('/')[2]}{what}"


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
