"""Proves that the planner takes the file of a programme as it is, with all that the programme says of its blocks."""

import pytest

from macros.exchange.open.blokken import INDEX, TEXTS, block_files
from macros.exchange.open.draaiboek import plan_files
from macros.knowledge.items import (
    LONGEST_NOTE,
    LONGEST_STEPS,
    LONGEST_TEXT,
    LONGEST_TITLE,
    MOST_BLOCKS,
    MOST_MEETINGS,
    MOST_MINUTES,
    Vraag,
)
from macros.knowledge.programmes import fragment, plan_path
from macros.knowledge.reader import load
from macros.knowledge.records import Programma
from macros.pages.site import address
from tests.conftest import ROOT
from tests.planner.engine import ask, value

PROGRAMMES = [one.id for one in load(ROOT / "docs").of_kind(Programma)]


@pytest.fixture(params=PROGRAMMES)
def programme(bank, request):
    return bank.places[request.param].page.record


@pytest.fixture
def plan(bank, programme):
    return plan_files(bank)[plan_path(programme)]


def test_the_planner_takes_it_as_it_is(plan):
    assert value("understand", plan) == plan


@pytest.mark.parametrize(
    "name, most",
    [
        *((name, LONGEST_TITLE) for name in ("titel", "wie")),
        *((name, LONGEST_TEXT) for name in ("doel", "materiaal", "door")),
        ("stappen", LONGEST_STEPS),
        ("notitie", LONGEST_NOTE),
    ],
)
def test_it_has_as_much_room_for_a_text_as_the_build_reckons(bank, name, most):
    plan = plan_files(bank)["begeleiden/programma/pr1.json"]
    block = plan["bijeenkomsten"][0]["blokken"][0]
    block[name] = "a" * most
    assert value("understand", plan) == plan
    block[name] += "a"
    assert ask("understand", plan)["refused"].endswith(f"tekst van hoogstens {most} tekens.")


def test_it_has_room_for_as_many_parts_and_minutes_as_the_build_reckons():
    limits = value("limits")
    assert limits["MOST_MEETINGS"] == MOST_MEETINGS
    assert limits["MOST_BLOCKS"] == MOST_BLOCKS
    assert limits["MOST_MINUTES"] == MOST_MINUTES


def test_it_says_of_each_block_what_the_programme_says(bank, programme, plan):
    assert plan["titel"] == programme.titel
    assert len(plan["bijeenkomsten"]) == len(programme.bijeenkomsten)
    for meeting, told in zip(programme.bijeenkomsten, plan["bijeenkomsten"]):
        assert (told["titel"] or meeting.titel, told["begin"]) == (meeting.titel, meeting.begin)
        ordered = sorted(meeting.blokken, key=lambda block: not block.minuten)
        assert [block.wat for block in ordered] == [block["wat"] for block in told["blokken"]]
        for block, said in zip(ordered, told["blokken"]):
            assert (said["minuten"], said.get("kort"), said.get("titel")) == (block.minuten, block.kort, block.titel)
            assert said.get("doel", "").startswith((block.doel or "").removesuffix("."))
            how = said.get("stappen", "").split("\n")
            assert {*(block.zo or ())} <= {*how}
            assert said.get("notitie", "").endswith(block.inkorten or "")
            assert all(one.naam in said["materiaal"] for one in block.materiaal or ())
            assert said.get("printen", []) == list(block.printen)
            # Of a list of questions all are.
            asked = {id for id in block.gebruikt or () if isinstance(bank.places[id].item, Vraag)}
            assert asked <= {*said.get("vragen", [])}


def test_the_titles_of_a_series_come_along(bank):
    series = plan_files(bank)["begeleiden/programma/pr3.json"]
    assert [one["titel"] for one in series["bijeenkomsten"]] == [
        "Urgentie",
        "Pas op de plaats",
        "Even de ander zijn",
        "Verder",
    ]


def test_its_link_begins_the_same_plan(programme, plan):
    """The planner takes the file in its place, so what the link holds must be the same."""
    assert value("writePlan", plan) == value("writePlan", value("readPlan", fragment(programme))["plan"])


def test_what_is_printed_is_told_once_and_by_its_set(bank, programme, plan):
    made = block_files(bank, address)
    index, texts = made[INDEX], made[TEXTS]
    asked = {id for meeting in programme.bijeenkomsten for block in meeting.blokken for id in block.printen}
    needed = {id for id, is_needed in value("decks", index, texts, plan) if is_needed}
    assert asked <= needed
    assert {index["sets"][id]["titel"] for id in needed}.isdisjoint(value("bring", index, texts, plan))


def test_only_the_sets_of_the_programme_are_chosen(bank):
    made, plan = block_files(bank, address), plan_files(bank)["begeleiden/programma/pr1.json"]
    assert value("picked", made[INDEX], made[TEXTS], plan, True) == "set=emoties,herkenningskaarten"
