"""Proves that the planner takes the file of a programme as it is, with all that the programme says of its blocks."""

import pytest

from macros.exchange.open.draaiboek import plan_files
from macros.knowledge.programmes import plan_path
from macros.knowledge.records import Programma
from tests.planner.engine import value


@pytest.fixture(params=[1, 2, 3])
def programme(bank, request):
    return bank.of_kind(Programma)[request.param - 1]


@pytest.fixture
def plan(bank, programme):
    return plan_files(bank)[plan_path(programme)]


def test_the_planner_takes_it_as_it_is(plan):
    assert value("understand", plan) == plan


def test_it_says_of_each_block_what_the_programme_says(programme, plan):
    assert plan["titel"] == programme.titel
    assert len(plan["bijeenkomsten"]) == len(programme.bijeenkomsten)
    for meeting, told in zip(programme.bijeenkomsten, plan["bijeenkomsten"]):
        assert (told["titel"] or meeting.titel, told["begin"]) == (meeting.titel, meeting.begin)
        ordered = sorted(meeting.blokken, key=lambda block: not block.minuten)
        assert [block.wat for block in ordered] == [block["wat"] for block in told["blokken"]]
        for block, said in zip(ordered, told["blokken"]):
            assert (said["minuten"], said.get("kort"), said.get("titel")) == (block.minuten, block.kort, block.titel)
            assert said.get("doel", "").startswith((block.doel or "").removesuffix("."))
            note = said.get("notitie", "")
            assert [line for line in (*(block.zo or ()), block.inkorten or "") if line not in note] == []
            assert all(one.naam in said["materiaal"] for one in block.materiaal or ())


def test_the_titles_of_a_series_come_along(bank):
    series = plan_files(bank)["begeleiden/programma/pr3.json"]
    assert [one["titel"] for one in series["bijeenkomsten"]] == [
        "Urgentie",
        "Pas op de plaats",
        "Even de ander zijn",
        "Verder",
    ]
