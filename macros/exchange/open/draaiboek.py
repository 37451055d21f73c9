"""A programme as the file of a plan, with all that a link has no room for: for the planner, and for who leads it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

from ...knowledge.kennisbank import Kennisbank
from ...knowledge.programmes import Plan, Planbijeenkomst, Planblok, plan_of, plan_path
from ...knowledge.records import Programma

_SCHEMA = 1
"""The same as in `overrides/assets/js/begeleiden/draaiboek.js`, which reads it."""


def plan_files(bank: Kennisbank) -> dict[str, dict[str, Any]]:
    """The plan of each programme by its path below the site's root."""
    return {plan_path(one): _document(plan_of(bank, one)) for one in bank.of_kind(Programma)}


def _document(plan: Plan) -> dict[str, Any]:
    numbers = count(1)
    series = len(plan.bijeenkomsten) > 1
    meetings = [_meeting(one, numbers, series) for one in plan.bijeenkomsten]
    return {
        "soort": "draaiboek",
        "schema": _SCHEMA,
        "titel": plan.programma.titel,
        "teller": next(numbers) - 1,
        "bijeenkomsten": meetings,
    }


def _meeting(one: Planbijeenkomst, numbers: Iterator[int], series: bool) -> dict[str, Any]:
    return {
        "id": f"m{next(numbers)}",
        # Of one meeting alone the title says only what stands on its page.
        "titel": one.bijeenkomst.titel if series else "",
        "begin": one.bijeenkomst.begin,
        "blokken": [_block(block, next(numbers)) for block in (*one.blokken, *one.achter_de_hand)],
    }


def _block(one: Planblok, number: int) -> dict[str, Any]:
    blok = one.blok
    told = {
        "kort": blok.kort,
        "titel": blok.titel,
        "doel": one.doel,
        "wie": one.wie,
        "materiaal": one.erbij,
        "printen": list(blok.printen),
        "notitie": one.notitie,
        "door": one.door,
        "stappen": one.stappen,
        "vragen": list(one.vragen),
    }
    needed = {"id": f"b{number}", "wat": blok.wat, "minuten": blok.minuten}
    return needed | {name: value for name, value in told.items() if value}
