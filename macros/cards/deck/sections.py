"""The sections of a fold card: which fields of a werkkaart go inside and which on the back, in which order.

A section is a dictionary: `kop`, `soort`, `items`, an optional `inleiding`, and `voor` and `na` for labelled lists
around the items. How much of it is printed the template decides by measuring: at level 3 everything, at 2 without what
hangs below the points, at 1 only the heads, at 0 nothing. `niveaus` says which of these a section allows, the fullest
first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...knowledge.items import REDACTIE, Fase, Oefening, Punt, Vragenlijst
from ...knowledge.kennisbank import Kennisbank
from ...knowledge.records import Spanningsveld, Werkkaart

_ONDERDEEL = re.compile(r"onderdeel\(\s*[\"'](\w+)[\"']")


def inside_sections(bank: Kennisbank, record: Werkkaart) -> list[dict]:
    """What one has at hand during the meeting: preparing, doing, asking; in the order of the page."""
    fields = {
        "voorbereiding": [*_points("Voorbereiden", record.voorbereiding)],
        "lijsten": [
            _section(group.titel, "punten", map(_point, group.punten), (3, 2, 1), inleiding=group.inleiding)
            for group in record.lijsten or ()
        ],
        "stappen": [*_points("Zo doe je het", record.stappen, "stappen", (3, 2))],
        "oefeningen": [_exercise(one) for one in record.oefeningen or ()],
        "vragenlijsten": [_questions(one) for one in record.vragenlijsten or ()],
        "fasen": [_phase(one) for one in record.fasen or ()],
    }
    on_page = _ONDERDEEL.findall(bank.places[record.id].page.prose.text)
    order = sorted(fields, key=lambda field: on_page.index(field) if field in on_page else len(on_page))
    return [section for field in order for section in fields[field]]


def back_sections(bank: Kennisbank, record: Werkkaart) -> list[dict]:
    """What one reads before and after: insights, hard moments, traps, what the card combines with, and voices."""
    return [
        section
        for section in (
            *_points("Herken je dit?", record.herkenning, levels=(3, 2)),
            *_points("Inzichten", record.inzichten),
            *_points("Lastige momenten", record.dilemmas),
            _section(
                f"Valkuilen op een rij {REDACTIE}",
                "punten",
                [_item(None, trap) for trap in record.valkuilen or ()],
                (3, 2, 1),
            ),
            *_points("Ook zo te gebruiken", record.varianten),
            *_relations(bank, record),
            _section(
                "Stemmen uit de praktijk",
                "punten",
                [_item(None, voice.tekst) for voice in record.stemmen or ()],
                (3, 0),
            ),
        )
        if section["items"]
    ]


def _section(kop: str, soort: str, items, levels: tuple[int, ...], **more) -> dict:
    return {
        "kop": kop,
        "soort": soort,
        "items": list(items),
        "niveaus": levels,
        "inleiding": None,
        "inleiding_vanaf": 2,
        "voor": [],
        "na": [],
        **more,
    }


def _item(kop: str | None, tekst: str, punten=(), vragen=()) -> dict:
    return {"kop": kop, "tekst": tekst, "punten": list(punten or ()), "vragen": list(vragen or ())}


def _point(point: Punt) -> dict:
    return _item(point.kop, point.tekst, point.punten, point.vragen)


def _points(head: str, points, kind: str = "punten", levels: tuple[int, ...] = (3, 2, 1)) -> Iterator[dict]:
    if points:
        yield _section(head, kind, map(_point, points), levels)


def _questions(group: Vragenlijst) -> dict:
    items = [_item(None, question.vraag, vragen=question.deelvragen) for question in group.vragen]
    return _section(group.titel, "vragen", items, (3, 2), inleiding=group.inleiding)


def _exercise(exercise: Oefening) -> dict:
    facts = exercise.praktisch
    setting = facts and [facts.tijd, *facts.groep]
    needed = facts and [one.regel for one in facts.materiaal or ()]
    return _section(
        exercise.titel,
        "oefening",
        [_item(None, step) for step in exercise.stappen],
        (3, 2, 1),
        inleiding=exercise.tekst,
        inleiding_vanaf=3,
        voor=_labelled(("Opstelling", setting, 1), ("Nodig", needed, 1)),
        na=_labelled(
            ("Woorden", exercise.woorden, 2),
            ("Rollen", exercise.rollen, 2),
            ("Vooraf", [exercise.vooraf], 3),
            ("Regels", exercise.regels, 2),
            ("Vragen tijdens de oefening", exercise.opdracht, 2),
            ("Nabespreken", exercise.nabespreken, 3),
        ),
    )


def _labelled(*lists) -> list[dict]:
    """Lists with a label before them, and the level from which each is printed."""
    filled = [(head, list(filter(None, lines or ())), level) for head, lines, level in lists]
    return [{"kop": head, "regels": lines, "vanaf": level} for head, lines, level in filled if lines]


def _phase(phase: Fase) -> dict:
    items = [
        _item(part.titel, part.kern, [one.tekst for one in part.uitspraken if one.typerend][:1])
        for part in phase.subcategorieen
    ]
    return _section(f"Fase {phase.nummer}: {phase.titel}", "punten", items, (3, 2), inleiding=phase.kern)


def _relations(bank: Kennisbank, record: Werkkaart) -> Iterator[dict]:
    """Cards and fields that a relation names, each once; the reason is printed where there is room."""
    groups: dict[str, dict[str, dict]] = {"Goed te combineren": {}, "Zie ook": {}, "Past bij spanningsveld": {}}
    for relation in sorted(record.verwant, key=lambda relation: relation.soort != "combineert"):
        target = bank.places[relation.naar].page.record
        if isinstance(target, Werkkaart) and target.id != record.id:
            group = "Goed te combineren" if relation.soort == "combineert" else "Zie ook"
            name = f"Werkkaart {target.nummer}: "
        elif isinstance(target, Spanningsveld):
            group, name = "Past bij spanningsveld", ""
        else:
            continue
        if not any(target.id in lines for lines in groups.values()):
            # Behind the name, which is also there where the reason isn't.
            mark = f" {REDACTIE}" if relation.van_ons else ""
            groups[group][target.id] = _item(name + target.korte_titel + mark, relation.tekst)
    for head, lines in groups.items():
        if lines:
            yield _section(head, "punten", lines.values(), (3, 1))
