"""Proves that the link of a programme holds what its record holds, and that every block can be planned."""

from urllib.parse import unquote

import pytest

from macros.knowledge.items import LOS, Blok
from macros.knowledge.once import forget
from macros.knowledge.programmes import fragment, plan_of
from macros.knowledge.records import Programma, plannable
from tests.knowledge.spoil import sound, spoil, told

PROGRAMME = "begeleiden/programma.md"


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


def test_the_steps_of_a_block_are_its_own_and_those_that_it_uses(bank):
    """A question is asked, and what its card says itself is shown with any steps."""
    plans = (plan_of(bank, one) for one in bank.of_kind(Programma))
    blocks = [block for plan in plans for one in plan.bijeenkomsten for block in (*one.blokken, *one.achter_de_hand)]
    told = {one.blok.id: one for one in blocks}
    steps = {id: one.stappen.split("\n") for id, one in told.items()}
    assert all({*(one.blok.zo or ())} <= {*steps[id]} for id, one in told.items())
    # A page, of which it uses points and a list; a list of questions with a point beside them.
    assert steps["pr2-b2"][3].startswith("Nodig uit om te kijken. Laat de aanwezigen de lijn bekijken.")
    assert steps["pr2-b2"][5].startswith(
        "Vijf soorten gebeurtenissen. Je kunt bijvoorbeeld letten op: Een beslismoment: er"
    )
    assert told["pr2-b3"].vragen == ("wk3-v1", "wk3-v2", "wk3-v3", "wk3-v4") and len(steps["pr2-b3"]) == 4
    assert steps["pr1-b4"] == [*told["pr1-b4"].blok.zo] and told["pr1-b4"].vragen == ("sv4-v2",)
    # Nothing is used: those of an exercise follow, what there is in a list or a phase is read out, a question stands by itself.
    assert steps["pr2-b7"][3:] == [*bank.places["wk5-m3"].item.stappen] and told["pr2-b7"].vragen == ()
    assert steps["pr2-b1"][3].startswith("Aan welke waarden wil ik trouw blijven? Dit zijn voorbeelden.")
    assert steps["pr3-b2"][0] == f"Fase 1: {bank.places['wk8-fase1'].item.titel}. {bank.places['wk8-fase1'].item.kern}"
    assert len(steps["pr1-b5"]) == 3
    assert told["pr1-b8"].stappen == "" and told["pr1-b6"].stappen == ""


@pytest.mark.parametrize(
    "find, fits, over, sentence",
    [
        ("titel: Op pad", *(f"titel: {'a' * n}" for n in (60, 61)), "5: veld `titel`: dit zijn 61 tekens, {}`; verwacht: hooguit 60 tekens"),
        ('titel: "Koffie, of thee"', *(f"titel: {'a' * n}" for n in (60, 61)), "20: veld `bijeenkomsten[1].blokken[1].titel`: dit zijn 61 tekens, {}`; verwacht: hooguit 60 tekens"),
        # The planner counts one sign as two.
        ('titel: "Koffie, of thee"', *(f"titel: ☕{'a' * n}😀" for n in (57, 58)), "20: veld `bijeenkomsten[1].blokken[1].titel`: dit zijn 61 tekens, {}`; verwacht: hooguit 60 tekens"),
        ("doel: Aankomen.", *(f"doel: {'a' * n}" for n in (300, 301)), "20: veld `bijeenkomsten[1].blokken[1].doel`: dit zijn 301 tekens, {}`; verwacht: hooguit 300 tekens"),
        # Behind what is ours the planner says so.
        ("doel: Even een ander zijn.", *(f"doel: {'a' * n}" for n in (288, 289)), "24: veld `bijeenkomsten[1].blokken[2].doel`: dit zijn 301 tekens, {}`; verwacht: hooguit 300 tekens"),
        ("doel: Aankomen.", *(f"doel: Aankomen., wie: {'a' * n}" for n in (60, 61)), "20: veld `bijeenkomsten[1].blokken[1].wie`: dit zijn 61 tekens, {}`; verwacht: hooguit 60 tekens"),
        ("door: Ga verder als ieder zit.", *(f"door: {'a' * n}" for n in (300, 301)), "20: veld `bijeenkomsten[1].blokken[1].door`: dit zijn 301 tekens, {}`; verwacht: hooguit 300 tekens"),
        ("doel: Aankomen.", *(f"doel: Aankomen., materiaal: [{{naam: {'a' * 200}}}, {{naam: {'b' * n}}}]" for n in (98, 99)), "20: veld `bijeenkomsten[1].blokken[1].materiaal`: dit zijn 301 tekens, {}`; verwacht: hooguit 300 tekens"),
        ("doel: Aankomen.", *(f"doel: Aankomen., zo: [{'a' * 1999}, {'b' * n}]" for n in (2000, 2001)), "20: veld `bijeenkomsten[1].blokken[1].zo`: dit zijn 4001 tekens, {}`; verwacht: hooguit 4000 tekens"),
        ("doel: Aankomen.", *(f"doel: Aankomen., zo: [{'a' * n}], gebruikt: [wk1-s1]" for n in (3975, 3976)), "20: veld `bijeenkomsten[1].blokken[1].zo`: dit zijn 4001 tekens, {}`; verwacht: hooguit 4000 tekens, met `gebruikt` erbij"),
        ("doel: Aankomen.", *(f"doel: Aankomen., inkorten: {'b' * n}" for n in (992, 993)), "20: veld `bijeenkomsten[1].blokken[1].inkorten`: dit zijn 1001 tekens, {}`; verwacht: hooguit 1000 tekens"),
    ],
    ids=["programme", "title", "emoji", "purpose", "ours", "who", "sign", "materials", "lines", "used", "shorter"],
)  # fmt: skip
def test_what_the_planner_has_no_room_for_is_told_and_what_just_fits_is_not(find, fits, over, sentence, tmp_path):
    docs = sound(tmp_path, "programma")
    spoil(docs, PROGRAMME, find, fits)
    assert told(docs) == []
    spoil(docs, PROGRAMME, fits, over)
    forget()
    (line,) = told(docs)
    before, _, after = sentence.partition("{}")
    assert line.startswith(f"{PROGRAMME}:{before}te veel voor de planner; er staat `") and line.endswith(after)


def test_more_blocks_than_the_planner_takes_are_told_by_their_number(tmp_path):
    docs = sound(tmp_path, "programma")
    reserve = (
        "      - {id: pr1-b7, wat: sv1-v2, minuten: 0, doel: Voor als er tijd is., door: Ga verder als het stil is.}\n"
    )
    more = [reserve, *(reserve.replace("pr1-b7", f"pr1-b{n}") for n in range(8, 42))]
    spoil(docs, PROGRAMME, reserve, "".join(more[:-1]))
    assert told(docs) == []
    spoil(docs, PROGRAMME, more[-2], more[-2] + more[-1])
    forget()
    (line,) = told(docs)
    assert line.endswith("veld `bijeenkomsten[1].blokken`: te lang; verwacht: hooguit 40 in deze lijst")


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
