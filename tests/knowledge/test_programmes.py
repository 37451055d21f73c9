"""Proves that the link of a programme holds what its record holds, and that every block can be planned."""

from urllib.parse import unquote

import pytest

from macros.knowledge.items import LOS, Blok
from macros.knowledge.programmes import fragment, plan_of
from macros.knowledge.records import Programma, plannable
from tests.knowledge.spoil import sound, spoil, told

PROGRAMME = "begeleiden/programma.md"
LONGEST_TITLE = 60
"""Characters of the title of a block that the planner takes."""


def written(link):
    """Every meeting in the fragment `link`: when it begins, and of each block what, minutes, at least how many, and title."""

    def block(text):
        what, minutes, *rest = text.split(".")
        short = int(rest.pop(0)) if rest and rest[0].isdecimal() else None
        return what, int(minutes), short, unquote(".".join(rest)) or None

    meetings = [part.partition("=") for part in link.split("&")]
    assert [name for name, _, _ in meetings] == [f"b{n}" for n in range(1, len(meetings) + 1)]
    halves = [value.split("_") for _, _, value in meetings]
    return [(f"{begin[:2]}:{begin[2:]}", [block(one) for one in blocks.split("~")]) for begin, blocks in halves]


def held(programme):
    return [
        (one.begin, [(block.wat, block.minuten, block.kort, block.titel) for block in one.blokken])
        for one in programme.bijeenkomsten
    ]


def test_the_link_of_each_programme_holds_what_its_record_holds(bank):
    programmes = bank.of_kind(Programma)
    assert len(programmes) >= 3
    for one in programmes:
        assert written(fragment(one)) == held(one)
        titles = [block.titel or "" for meeting in one.bijeenkomsten for block in meeting.blokken]
        assert max(map(len, titles)) <= LONGEST_TITLE


@pytest.mark.parametrize("title", ["Rondje ~ namen_1.5", "É & ë = 100%, (wij²)!", "a+b/c?d#e"])
def test_no_sign_in_a_title_means_anything_in_the_link(bank, title):
    one = bank.of_kind(Programma)[0]
    block = Blok(id="x", wat="eigen", minuten=10, titel=title)
    meeting = one.bijeenkomsten[0].model_copy(update={"blokken": (block, block)})
    changed = one.model_copy(update={"bijeenkomsten": (meeting,)})
    assert written(fragment(changed)) == held(changed)
    assert set(fragment(changed)) & set(" ²É\"'()!+#?/") == set()


def test_the_minutes_of_a_plan_follow_on_each_other_and_reserve_takes_none(bank):
    for one in bank.of_kind(Programma):
        for meeting in plan_of(bank, one).bijeenkomsten:
            ends = [block.eind for block in meeting.blokken]
            assert [block.begin for block in meeting.blokken] == [0, *ends[:-1]] and ends[-1] == one.duur
            assert all(block.begin == block.eind for block in meeting.achter_de_hand)


def test_a_block_tells_what_it_is_about_where_it_says_nothing_itself(bank):
    plans = (plan_of(bank, bank.places[id].page.record) for id in ("pr1", "pr2"))
    told = {block.blok.id: block for plan in plans for block in plan.bijeenkomsten[0].blokken}
    lines, wissel = told["pr1-b4"], told["pr2-b7"]
    assert lines.door == bank.places["sv4"].page.record.schatting.door
    assert wissel.titel == bank.places["wk5-m3"].item.titel
    assert [one.id for one in wissel.verteld] == ["wk5-m3"]
    assert "flap, bijvoorbeeld met een tabel" in wissel.materiaal
    assert wissel.doel and "(redactie)" not in wissel.doel and "(redactie)." in lines.doel


def test_pages_say_in_which_programmes_they_are_used(bank):
    used = {id: {one.id for one in bank.mentioned_by[id]} for id in ("wk5", "sv4", "wk8")}
    assert used["wk5"] >= {"pr2", "pr3"} and "pr1" in used["sv4"] and used["wk8"] >= {"pr1", "pr3"}


def test_a_person_cannot_be_planned(bank):
    whats = [block.wat for one in bank.of_kind(Programma) for m in one.bijeenkomsten for block in m.blokken]
    places = [bank.places[what] for what in whats if what not in LOS]
    assert all(plannable(one.page.record, one.item) for one in places)
    story = bank.places["verhaal-amalia"]
    assert not plannable(story.page.record, story.item)


@pytest.mark.parametrize(
    "first, spare, told_of",
    [
        (24, 7, []),
        # One in twenty of 121 is a little more than six.
        (25, 6, ["er zijn 6 minuten om uit te lopen; verwacht: een blok met `wat: ruimte` van minstens 7 minuten"]),
    ],
)
def test_room_to_overrun_is_one_minute_in_twenty_and_no_less(tmp_path, first, spare, told_of):
    docs = sound(tmp_path, "programma")
    spoil(docs, PROGRAMME, "duur: 120", "duur: 121")
    spoil(docs, PROGRAMME, "minuten: 20, kort: 10", f"minuten: {first}, kort: 10")
    spoil(docs, PROGRAMME, "wat: ruimte, minuten: 10", f"wat: ruimte, minuten: {spare}")
    assert [line.partition("blokken`: ")[2] for line in told(docs)] == told_of
