"""The plan of a meeting: read strictly, its times reckoned, the same after a trip through a link or a file."""

import gzip
import json
from dataclasses import replace

import pytest

from macros.exchange.open.blokken import INDEX, TEXTS, WORDS, block_files
from macros.exchange.open.data import dumped
from macros.knowledge.items import BEGELEIDEN, Materiaal, Oefening, Praktisch
from macros.knowledge.kennisbank import Kennisbank
from macros.knowledge.programmes import fragment
from macros.knowledge.records import Programma
from macros.pages.site import address
from tests.planner.engine import ask, run, value

LINK = "b1=0930-1200_wk3.75.45~pauze.15~eigen.10.Rondje%20namen%2E&b2=_sv4.40~wk9-x.20~wk6-o3a.0&groep=8"


def block(id: str, wat: str, minuten: int, **more) -> dict:
    return {"id": id, "wat": wat, "minuten": minuten, **more}


def plan(*blocks: dict, **meeting) -> dict:
    one = {"id": "m1", "titel": "", "begin": "09:30", "blokken": list(blocks), **meeting}
    return {"soort": "draaiboek", "schema": 1, "titel": "", "teller": 99, "bijeenkomsten": [one]}


WHOLE = {
    **plan(
        block(
            "b2",
            "wk3",
            75,
            kort=45,
            titel="De lijn",
            doel="Zien",
            wie="A",
            materiaal="vel",
            printen=["emoties"],
            notitie="Stil",
            door="Ja",
        ),
        block("b3", "pauze", 15),
        block("b4", "eigen", 10, titel="10"),
        datum="2026-03-09",
        einde="12:30",
    ),
    "titel": "Morgen",
    "groep": 8,
    "agenda": "0123456789abcdef" * 2,
    "keer": 2,
}


def test_a_link_reads_as_the_plan_that_it_tells_and_is_written_the_same():
    told = value("readPlan", f"#{LINK}")
    first, second = told["plan"]["bijeenkomsten"]
    assert told["trouble"] == "" and told["plan"]["groep"] == 8
    assert (first["begin"], first["einde"], second["begin"]) == ("09:30", "12:00", "09:30")
    assert [one["wat"] for one in first["blokken"]] == ["wk3", "pauze", "eigen"]
    assert (first["blokken"][0]["minuten"], first["blokken"][0]["kort"]) == (75, 45)
    assert first["blokken"][2]["titel"] == "Rondje namen."
    # What the site doesn't have stays, for another edition may have it.
    assert second["blokken"][1]["wat"] == "wk9-x" and second["blokken"][2]["minuten"] == 0
    assert value("writePlan", told["plan"]) == LINK.replace("b2=_", "b2=0930_")


@pytest.mark.parametrize(
    "name, said, more",
    [
        *((name, "Iets", True) for name in ("doel", "wie", "materiaal", "notitie", "door")),
        *((name, ["sv1-v1"], True) for name in ("printen", "vragen")),
        *(("notitie", "", False), ("titel", "Iets", False), ("kort", 5, False)),
    ],
)
def test_what_the_link_leaves_out_of_a_block_is_known(name, said, more):
    typed = plan(block("b2", "wk3", 75, **{name: said}))
    assert value("understand", typed) == typed
    assert (value("hasMore", typed), value("hasNotes", typed)) == (more, more)
    (read,) = value("readPlan", value("writePlan", typed))["plan"]["bijeenkomsten"][0]["blokken"]
    assert (read.get(name) != (said or None)) == more


@pytest.mark.parametrize("link", ["b1=1000_", "b1=0930-1200_", "b1=0930_&groep=8", "b1=0930_&b2=0930_"])
def test_what_is_set_before_there_are_blocks_is_in_the_link_too(link):
    assert value("writePlan", value("readPlan", link)["plan"]) == link


def test_a_link_leaves_out_what_is_only_for_who_leads():
    assert value("writePlan", WHOLE) == "b1=0930-1230_wk3.75.45.De%20lijn~pauze.15~eigen.10.10.10&groep=8"


@pytest.mark.parametrize(
    "link, kept, told",
    [
        ("b1=_wk3.60~wk4.999~wk5", 1, "iets wat we niet kennen (‘wk4.999’ en ‘wk5’)"),
        ("b1=_wk3.60~kleur~", 1, "iets wat we niet kennen (‘kleur’)"),
        ("b1=2500_wk3.60", 1, "iets wat we niet kennen (‘2500’)"),
        ("b1=_wk3.60&kleur=rood", 1, "iets wat we niet kennen (‘kleur’)"),
        ("b1=_wk3.60~%3Cimg%20onerror%3D1%3E.5", 1, "‘<img onerror=1>.5’"),
        ("b1=_" + "~".join(["wk3.5"] * 10_000), 40, "meer dan 40 blokken in een bijeenkomst"),
        (f"b1=_eigen.5.{'a' * 90}", 1, "een titel van meer dan 60 tekens"),
        ("&".join(f"b{n}=_wk3.5" for n in range(1, 12)), 1, "meer dan 8 bijeenkomsten"),
    ],
)
def test_what_a_link_can_not_say_is_told_in_one_sentence_and_the_rest_is_taken_over(link, kept, told):
    read = value("readPlan", link)
    assert len(read["plan"]["bijeenkomsten"][0]["blokken"]) == kept
    assert told in read["trouble"] and read["trouble"].endswith("; de rest is overgenomen.")


@pytest.mark.parametrize(
    "link",
    [
        "b1=0930_wk3.75.45%7Epauze.15%7eeigen.10.a%7Ewk3%2E5&groep=8",
        "b1%3D0930_wk3.75.45~pauze.15~eigen.10.a%257Ewk3%252E5%26groep%3D8",
    ],
)
def test_a_link_that_another_program_encoded_once_more_is_read_as_it_was_written(link):
    told = value("readPlan", value("mended", link))
    assert told["trouble"] == ""
    assert value("writePlan", told["plan"]) == "b1=0930_wk3.75.45~pauze.15~eigen.10.a%7Ewk3%2E5&groep=8"


@pytest.mark.parametrize(
    "link",
    [
        "b1=0930_wk3.75.45~pauze.15&groep=8)",
        "b1=0930_wk3.75.45~pauze.15&groep=8).",
        "b1=0930_wk3.75.45~pauze.15&groep=8%0A",
        "b1=0930_wk3.75.45~pauze.15&amp;groep=8",
        "b1=0930_wk3.75.45%0A~%20pauze.15&%0D%0Agroep=8",
        "groep=8&b1=0930_wk3.75.45~pauze.15),",
        "b1%3D0930_wk3.75.45~pauze.15%26groep%3D8)",
    ],
)
def test_a_link_that_was_damaged_on_its_way_is_read_as_it_was_written(link):
    told = value("readPlan", value("mended", link))
    assert told["trouble"] == ""
    assert value("writePlan", told["plan"]) == "b1=0930_wk3.75.45~pauze.15&groep=8"


@pytest.mark.parametrize("titel", ["Rondje (kort).", "“Wat nu?”", "Ik: 10)", "A&amp;B", "Ja -", "b1%3D"])
def test_the_title_that_ends_a_link_stays_as_somebody_wrote_it(titel):
    told = {"soort": "draaiboek", "schema": 1, **plan(block("b2", "eigen", 10, titel=titel))}
    link = value("writePlan", told)
    assert value("mended", link) == link


@pytest.mark.parametrize(
    "choice", ["velden=", "velden=%", "b1=0930_", "b1=_eigen.10.a%20~pauze.5", "achter-1=Een%0ATwee%29"]
)
def test_a_choice_that_was_not_damaged_stays_as_it_is(choice):
    assert value("mended", choice) == choice


@pytest.mark.parametrize("place", ["sv4-v6.", "%E2%80%9D", "a%3D%E0%A4%A"])
def test_the_name_of_a_place_is_no_choice(place):
    assert value("mended", place) == ""


def test_when_nothing_can_be_read_it_is_not_told_that_there_was_more():
    read = value("readPlan", "b1=_wk3.999")
    assert read["trouble"] == "In deze link staat iets wat we niet kennen (‘wk3.999’); er is geen blok overgenomen."


def test_the_name_of_a_place_on_the_page_is_no_plan():
    assert value("readPlan", "#samenvatting") is None and value("readPlan", "") is None


REFUSED = "Dit is geen draaiboek van deze site: "


@pytest.mark.parametrize(
    "given, sentence",
    [
        (
            [],
            f"{REFUSED}bij ‘het begin’ werd verwacht: alleen soort, schema, titel, groep, teller, agenda, keer, bijeenkomsten.",
        ),
        ({**WHOLE, "soort": "tijdlijn"}, "Dit is geen draaiboek van deze site: bij ‘soort’ werd verwacht: draaiboek."),
        (
            {"versleuteld": {}},
            "Dit is een bestand met reflecties: zet het terug bij ‘Zelfreflectie’.",
        ),
        (
            {**WHOLE, "schema": 2},
            "Dit draaiboek komt uit een nieuwere versie van deze pagina (2, deze kent 1): "
            "laad de pagina opnieuw en probeer het nog eens.",
        ),
        (
            plan(block("b2", "wk3", 241)),
            f"{REFUSED}bij ‘bijeenkomsten 1, blokken 1, minuten’ werd verwacht: een heel getal van 0 tot en met 240.",
        ),
        (
            plan(block("b2", "wk3", 30, kort=30)),
            f"{REFUSED}bij ‘bijeenkomsten 1, blokken 1, kort’ werd verwacht: minder dan ‘minuten’.",
        ),
        (
            plan(block("b2", "wk3", 30), block("b2", "wk4", 30)),
            f"{REFUSED}bij ‘bijeenkomsten’ werd verwacht: blokken met elk een eigen id.",
        ),
        (
            plan(block("b2", "../wk3", 30)),
            f"{REFUSED}bij ‘bijeenkomsten 1, blokken 1, wat’ werd verwacht: "
            "pauze, ruimte, eigen of een kenmerk zoals wk3.",
        ),
        (
            plan(*[block(f"b{n}", "wk3", 5) for n in range(2, 43)]),
            f"{REFUSED}bij ‘bijeenkomsten 1, blokken’ werd verwacht: een lijst van 0 tot 40.",
        ),
        *(
            (
                plan(datum=no_day),
                f"{REFUSED}bij ‘bijeenkomsten 1, datum’ werd verwacht: een datum die bestaat, zoals 2026-03-09.",
            )
            for no_day in ("2026-02-31", "2027-02-29", "2026-13-01", "2026-00-10", "2026-3-9", "+12026-03-09", 20260309)
        ),
        (plan(block("b100", "wk3", 5)), f"{REFUSED}bij ‘teller’ werd verwacht: minstens 100."),
    ],
)
def test_a_file_that_is_no_plan_is_refused_with_what_was_expected(given, sentence):
    assert ask("understand", given) == {"refused": sentence}


def test_a_whole_plan_is_taken_as_it_is():
    assert value("understand", WHOLE) == WHOLE


def test_a_day_that_comes_once_in_four_years_is_a_day():
    told = plan(datum="2028-02-29")
    assert value("understand", told) == told


def test_what_no_keyboard_writes_is_not_taken_over_from_a_file_or_a_link():
    odd = "\u202eom\u0000ge\u2066keerd\u2029"
    told = plan(block("b2", "wk3", 30, titel=odd, wie=odd, notitie=f"{odd}\r\n\teen regel"), titel=odd)
    read = value("understand", {**told, "titel": odd})
    (meeting,) = read["bijeenkomsten"]
    (blok,) = meeting["blokken"]
    assert read["titel"] == meeting["titel"] == blok["titel"] == blok["wie"] == "omgekeerd"
    assert blok["notitie"] == "omgekeerd\n\teen regel"
    (linked,) = value("readPlan", "b1=_wk3.30.%E2%80%AEom%00ge%E2%81%A6keerd%0A")["plan"]["bijeenkomsten"][0]["blokken"]
    assert linked["titel"] == "omgekeerd"


def test_ten_thousand_spoiled_files_and_links_are_refused_with_a_sentence_or_stay_the_same():
    told = run("fuzz.js", {"plan": WHOLE, "times": 10_000})
    assert told["wrong"] == []
    # Spoiling is of use only while some of both kinds come through.
    assert all(count > 200 for part in told["counts"].values() for count in part.values()), told["counts"]


@pytest.mark.parametrize(
    "steps, seen",
    [
        ([("a", "titel", 0), ("ab", "titel", 1999), ("abc", "titel", 3998)], [""]),
        ([("a", "titel", 0), ("ab", "titel", 2000)], ["a", ""]),
        ([("a", "titel", 0), ("a+", "doel", 10)], ["a", ""]),
        ([("a", "titel", 0), ("", None, 10), ("b", "titel", 20)], ["", "a", ""]),
        ([("a", None, 0), ("b", None, 10)], ["a", ""]),
    ],
)
def test_what_is_typed_in_one_field_without_a_rest_is_undone_at_once(steps, seen):
    assert value("undone", steps) == seen


@pytest.mark.parametrize(
    "einde, told",
    [
        ("10:29", "Dat is 1 minuut te veel."),
        ("10:31", "Je hebt nog 1 minuut over."),
        ("10:30", "Dat past precies."),
        ("12:00", "Je hebt nog 1 uur en 30 minuten over."),
    ],
)
def test_what_is_left_or_too_much_is_told_of_one_minute_and_of_many(einde, told):
    meeting = plan(block("b2", "wk3", 60), einde=einde)["bijeenkomsten"][0]
    assert value("sum", meeting) == f"Samen 1 uur, van 09:30 tot 10:30. {told}"


def test_times_are_reckoned_from_the_minutes():
    meeting = plan(
        block("b2", "wk3", 75),
        block("b3", "pauze", 15),
        block("b4", "wk6-o3a", 0),
        block("b5", "wk4", 50),
        begin="22:30",
    )["bijeenkomsten"][0]
    assert value("times", meeting) == ["22:30", "23:45", "00:00", "00:00", "00:50"]
    assert value("longest", meeting) == 75 and value("available", {**meeting, "einde": "01:00"}) == 150


@pytest.fixture(scope="module")
def files(bank):
    return block_files(bank, address)


def test_the_index_names_everything_that_one_can_plan(bank, files):
    index, texts = files[INDEX]["blokken"], files[TEXTS]["blokken"]
    assert index["wk3"]["minuten"] == [45, 90] and index["wk3-vl1"]["minuten"] == [40, 60]
    # A card with exercises has room for the longest of them, and can be as short as the shortest.
    assert index["wk5"]["minuten"] == [20, 75] and index["wk6"]["minuten"] == [10, 50]
    assert index["wk5-m1"]["genoemd"] == 15 and index["emoties-15"] == {
        "soort": "set",
        "bij": "emoties",
        "minuten": [15, 15],
        "bezig": "bewegen",
    }
    assert {"wk1-vz3", "wk3-w4", "wk8-2c", "sv4-v6", "sv-alg-0", "wk1-dil5", "wk6-slot"} <= set(index)
    assert texts["wk3"]["stappen"][0] == "wk3-w1" and texts["wk3-w1"]["tekst"].startswith("Leg een groot vel neer")
    for id, one in {**index, **texts}.items():
        assert id in bank.places
        for part in (one.get("bij"), *(other for other, _ in one.get("past", ()))):
            assert part is None or part in index or part in files[INDEX]["sets"]
        assert set(one.get("sets", ())) <= set(files[INDEX]["sets"])


def test_a_phase_goes_by_its_number_whatever_its_id_ends_with(bank):
    """An editor may add a phase under any id; a last sign that is no digit must not stop the build, nor be its number."""
    phases, card = bank.places["wk8"].page, bank.places["wk3"].page
    known, ours = phases.record.fasen, "wk8-eigen-fase"
    added = known[0].model_copy(update={"id": ours, "nummer": 12, "subcategorieen": ()})
    estimate = card.record.schatting.model_copy(update={"fasen": (ours,)})
    changed = {
        phases.path: replace(phases, record=phases.record.model_copy(update={"fasen": (*known, added)})),
        card.path: replace(card, record=card.record.model_copy(update={"schatting": estimate})),
    }
    pages = tuple(changed.get(page.path, page) for page in bank.pages)
    assert block_files(Kennisbank(pages), address)[INDEX]["blokken"]["wk3"]["fasen"] == [12]


def test_a_line_that_was_broken_in_another_program_glues_no_words_and_breaks_no_calendar():
    """What one pastes may hold signs that no keyboard writes, as a word processor has for a line within a paragraph."""
    broken = "Bij\u000bde\u2028start\u0007"
    told = plan(block("b2", "wk3", 60, titel=broken), datum="2027-03-26") | {"titel": broken, "agenda": "0" * 32}
    read = value("understand", told)
    assert read["titel"] == read["bijeenkomsten"][0]["blokken"][0]["titel"] == "Bij de start"
    lines = value("calendar", told, 0, "").split("\r\n")
    assert "SUMMARY:Bij de start" in lines and all(line.isprintable() for line in lines)


def test_every_programme_opens_in_the_planner_as_it_is(bank, files):
    programmes = [page.record for page in bank.pages if isinstance(page.record, Programma)]
    assert programmes
    for one in programmes:
        told = value("readPlan", fragment(one))
        blocks = [block["wat"] for meeting in told["plan"]["bijeenkomsten"] for block in meeting["blokken"]]
        assert told["trouble"] == "" and set(blocks) <= {"pauze", "ruimte", "eigen", *files[INDEX]["blokken"]}
        assert blocks == [block.wat for meeting in one.bijeenkomsten for block in meeting.blokken]


def test_the_index_is_light(files):
    assert len(gzip.compress(dumped(files[INDEX]).encode(), 9)) <= 13_000
    assert len(gzip.compress(dumped(files[TEXTS]).encode(), 9)) <= 16_000
    assert len(gzip.compress(dumped(files[WORDS]).encode(), 9)) <= 4_000


def test_what_people_type_is_told_of_cards_and_decks(files):
    words = files[WORDS]["blokken"]
    assert set(words) <= {*files[INDEX]["blokken"], *files[INDEX]["sets"]}
    assert "genogram" in words["wk4"]["zoekwoorden"].split() and "boosheid" in words["emoties"]["zoekwoorden"].split()


def test_what_the_index_says_is_json_without_empty_parts(files):
    for content in files.values():
        assert json.loads(dumped(content)) == content
        assert all(value for block in content["blokken"].values() for value in block.values())


@pytest.fixture(scope="module")
def offered(files):
    """What a function of plan.js says of a plan or a block, with everything that the site has to put in one."""
    return lambda name, *given: value(name, files[INDEX], files[TEXTS], *given)


def test_a_plan_tells_how_much_of_it_one_sits_writes_and_moves(offered):
    told = plan(block("b2", "wk3", 90), block("b3", "pauze", 15), block("b4", "wk6-o3b", 15), block("b5", "wk7", 45))
    assert offered("busy", told) == "± 30% zitten, 60% schrijven, 10% bewegen"
    assert offered("busy", plan(block("b2", "wk7", 30), block("b3", "eigen", 30))) == "± 100% zitten"
    # Two halves that are both rounded up are no more than all of it.
    halves = plan(block("b2", "wk3", 21), block("b3", "wk6-o3b", 19))
    assert offered("busy", halves) == "± 55% schrijven, 45% bewegen"
    # Of what nobody estimated there is nothing to tell.
    assert offered("busy", plan(block("b2", "eigen", 30), block("b3", "wk9-x", 10), block("b4", "wk3", 0))) == ""


def test_what_each_person_needs_is_counted_for_the_group(offered):
    told = plan(
        block("b2", "wk6-o2", 20), block("b3", "wk3", 60), block("b4", "eigen", 5, materiaal="mok voor iedereen")
    )
    bring = offered("bring", {**told, "groep": 8})
    assert {"stoelen, één per persoon: 8", "mok voor iedereen: 8"} <= set(bring)
    assert "stiften in twee kleuren (redactie)" in bring
    assert "stoelen, één per persoon" in offered("bring", told)


def test_a_part_of_a_card_brings_the_decks_of_that_card(offered):
    parts = plan(block("b2", "wk3", 90), block("b3", "wk5-m3", 75), block("b4", "sv4-v6", 15))
    assert offered("decks", parts) == [
        ["gebeurtenissen", False],
        ["gespreksvragen", False],
        ["oefeningen", False],
        ["rollen", False],
        ["reflectievragen-sv4", False],
        ["rotonde", False],
    ]
    # What goes with a part itself comes first; a deck that is used is needed.
    told = offered("decks", plan(block("b2", "wk6-o2", 20), block("b3", "emoties-15", 15)))
    assert told == [["emoties", True], ["oefeningen", False]]
    assert offered("decks", plan(block("b2", "wk9-x", 20), block("b3", "eigen", 15))) == []


def test_much_talk_about_people_who_are_not_there_is_told(offered):
    about, other = block("b2", "wk3", 30), block("b3", "wk7", 60)
    assert ["erbij", "wk1-i1"] in offered("advised", plan(about, other))
    assert "erbij" not in dict(offered("advised", plan({**about, "minuten": 20}, other)))
    # Who talks with the family does not talk about them alone.
    assert "erbij" not in dict(offered("advised", plan(about, other, block("b4", "wk2", 60))))


def test_the_group_sees_roles_or_words_when_that_is_asked(offered):
    roles, words = block("b2", "wk5-m3", 60), block("b3", "wk6-o1", 20)
    assert "leerkracht" in offered("choices", roles) and offered("choices", words)[0] == "vastlopen"
    shown = {"stappen": False, "kiezen": True}
    assert "oma" in offered("forGroup", roles, 0, shown, "10:00")["kiezen"]
    assert offered("forGroup", roles, 0, {"stappen": True}, "10:00")["kiezen"] == []
    assert offered("forGroup", block("b4", "wk3", 60), 0, shown, "10:00")["kiezen"] == []


def test_of_a_whole_field_one_chooses_and_what_a_block_asks_is_asked(offered):
    field = block("b2", "sv4", 15)

    def asked(one: dict) -> list[str]:
        return [dia["tekst"] for dia in offered("slides", one) if dia["soort"] == "vraag"]

    assert asked(field) == [] and len(offered("choices", field)) == 11
    assert asked({**field, "vragen": ["sv4-v2"]}) == [
        "Waar op de lijn tussen doorgaan en vertragen voel je je vanzelf het meest thuis?"
    ]
    assert offered("choices", {**field, "vragen": ["sv4-v2"]}) == []
    # A question that has another title would else be seen nowhere.
    itself = offered("named_card", "sv4-v6")
    assert asked(block("b2", "sv4-v6", 15)) == [] and asked(
        {**block("b2", "sv4-v6", 15), "titel": "In tweetallen"}
    ) == [itself]
    assert offered("forGroup", field, 0, {"stappen": False}, "")["polen"] == ["doorgaan", "vertragen"]


def test_the_steps_that_a_block_has_itself_take_the_place_of_those_of_its_card(offered):
    def steps(one: dict) -> list[tuple[str, str]]:
        return [(dia["naam"], dia["tekst"]) for dia in offered("slides", one) if dia["soort"] == "stap"]

    own = {"stappen": "Lees voor.\n\nWacht even."}
    told = [("Stap 1 van 2", "Lees voor."), ("Stap 2 van 2", "Wacht even.")]
    assert len(steps(block("b2", "wk3", 60))) == 6
    assert steps({**block("b2", "wk3", 60), **own}) == told
    # What is no card, and what this site doesn't know, can have them too.
    assert steps({**block("b2", "eigen", 10), **own}) == steps({**block("b2", "wk9-x", 10), **own}) == told
    # Who leaves nothing but room there has emptied it.
    assert len(steps({**block("b2", "wk3", 60), "stappen": " \n\n"})) == 6
    shown = {"stappen": True}
    assert offered("forGroup", {**block("b2", "wk3", 60), **own}, 1, shown, "")["tekst"] == "Lees voor."
    assert offered("forGroup", {**block("b2", "wk3", 60), **own}, 1, {"stappen": False}, "")["tekst"] == ""


OWN_NAMES = {"tekst": "doel", "opdracht": "vragen", "rollen": "kiezen", "woorden": "kiezen", "minuten": "genoemd"}
LEFT_OUT = {"id": "the key of the block", "bron": "its page tells where it comes from"}
"""Fields of an exercise that go by another name in the export, and those that are left out of it on purpose."""


def test_every_field_of_an_exercise_is_exported_under_a_name_of_its_own_or_left_out_on_purpose(bank):
    card = bank.places["wk5"].page
    plain = {"tekst", "vooraf", "titel"}
    told = {name: f"een {name}" if name in plain else (f"een {name}",) for name in Oefening.model_fields}
    practical = Praktisch(
        minuten=7,
        groepen=3,
        mensen=5,
        opstelling="een opstelling",
        materiaal=(Materiaal(naam="een touw"), Materiaal(naam="een set", printen="emoties")),
    )
    estimate = card.record.oefeningen[0].schatting
    told |= {"id": "wk5-m1", "bron": (), "praktisch": practical, "schatting": estimate}
    changed = card.record.model_copy(update={"oefeningen": (Oefening.model_construct(**told),)})
    pages = tuple(replace(page, record=changed) if page is card else page for page in bank.pages)
    made = block_files(Kennisbank(pages), address)
    exported = made[INDEX]["blokken"]["wk5-m1"] | made[TEXTS]["blokken"]["wk5-m1"]

    # Of roles and words an exercise has one: they are what one chooses from.
    for name in set(told) - set(LEFT_OUT) - {"praktisch", "schatting", "woorden"}:
        value = told[name]
        assert exported[OWN_NAMES.get(name, name)] == (value if isinstance(value, str) else list(value)), name
    assert exported["genoemd"] == 7 and exported["opstelling"] == "3 groepen, 5 mensen, een opstelling"
    assert exported["nodig"] == ["een touw"] and exported["printen"] == ["emoties"]
    assert set(type(practical).model_fields) == {"minuten", "groepen", "mensen", "opstelling", "materiaal"}
    # What was left of its talk goes with the table of what a card asks.
    assert set(type(estimate).model_fields) - set(exported) <= {"bespreken", "bezig"}


def test_an_exercise_is_led_step_by_step_as_its_card_counts_them(bank, offered):
    (exercise,) = [one for one in bank.places["wk5"].page.record.oefeningen if one.id == "wk5-m3"]
    told = offered("slides", block("b2", "wk5-m3", 60))
    assert [one["tekst"] for one in told if one["soort"] == "stap"] == list(exercise.stappen)
    assert told[1]["naam"] == f"Stap 1 van {len(exercise.stappen)}" and exercise.vooraf in told[0]["tekst"]
    told = offered("slides", block("b2", "wk5-m1", 60))
    assert [one["naam"] for one in told if one["soort"] == "vraag"] == [
        "Vraag 1 van 2",
        "Vraag 2 van 2",
        "Nabespreken, vraag 1 van 2",
        "Nabespreken, vraag 2 van 2",
    ]


def misfits(offered, *blocks: dict, groep: int | None = None) -> list[str]:
    told = offered("sentences", {**plan(*blocks), **({"groep": groep} if groep else {})})
    return [one for one in told if "naar schatting (redactie)" in one]


def test_too_few_or_too_many_people_or_minutes_is_told_once_for_each_thing(offered):
    short, title = block("b2", "wk5-m3", 30), "‘Samen erkennen dat je het niet weet’"
    assert misfits(offered, short, {**short, "id": "b3"}, groep=12) == [
        f"{title} is naar schatting (redactie) voor 5 tot 10 mensen, en jullie zijn met 12. "
        "Maak kleinere groepen of kies iets anders.",
        f"{title} vraagt naar schatting (redactie) minstens 50 minuten, en je plant er 30. "
        "Maak meer tijd of kies iets anders.",
    ]
    (few,) = misfits(offered, block("b2", "wk5-m1", 45), groep=3)
    assert few.endswith("voor 6 tot 16 mensen, en jullie zijn met 3. Nodig anderen uit of kies iets anders.")
    (talk,) = misfits(offered, block("b2", "wk2", 60), groep=8)
    assert "Doe dit met minder mensen" in talk


@pytest.mark.parametrize(
    "fits",
    [
        block("b2", "wk5-m3", 50),
        block("b2", "wk5-m3", 0),
        # Who says how far it can be shortened has thought of its minutes.
        block("b2", "wk3", 35, kort=25),
        block("b2", "sv4", 15),
        block("b2", "emoties-15", 10),
        block("b2", "eigen", 5),
        block("b2", "wk9-x", 5),
    ],
)
def test_of_what_fits_or_takes_no_time_nothing_is_told(offered, fits):
    assert misfits(offered, fits, groep=8) == misfits(offered, fits) == []


def test_what_an_exercise_asks_beside_time_is_told_in_one_line(offered):
    assert offered("asked", "wk5-m3") == (
        "Voor 5 tot 10 mensen. Begeleiden: stevige ervaring, of met z’n tweeën. Online: liever niet. "
        "Dit is een schatting (redactie)."
    )
    assert "Voor elke groep." in offered("asked", "wk6-slot")
    assert offered("asked", "wk6-slot").count(BEGELEIDEN[1]) == 1 and offered("asked", "wk1-dil5") == ""


def test_what_one_needs_is_chosen_apart_from_what_goes_with_it(offered):
    told = plan(block("b2", "wk6-o5", 30), block("b3", "sv4", 40))
    # The set that an exercise works with is a set to print, and no other thing to bring.
    assert offered("bring", told) == ["schrijfmateriaal voor iedereen"]
    assert ["emoties", True] in offered("decks", told) and ["lijnen-printen", True] in offered("decks", told)
    # Lines are sheets: there is no card of them to choose.
    assert offered("picked", told, True) == "set=emoties"
    assert offered("picked", told, False) == "kaarten=wk6-o5&set=reflectievragen-sv4,rotonde"


@pytest.mark.parametrize("veld", range(1, 7))
def test_each_field_asks_for_its_line(offered, veld):
    assert offered("decks", plan(block("b2", f"sv{veld}", 40)))[0] == ["lijnen-printen", True]


def test_of_the_exercises_the_card_of_each_is_enough(offered):
    one = plan(block("b2", "wk5-m3", 75), block("b3", "wk6-o3a", 15))
    assert "Oefeningen (2 kaarten)" in offered("named", one)
    assert offered("picked", one, False) == "kaarten=wk5-m3,wk6-o3a&set=rollen"
    # The card as a whole goes with all of them.
    assert offered("picked", plan(block("b2", "wk6", 50)), False) == "set=oefeningen"


def test_one_thing_is_brought_once_by_one_name(offered):
    told = {**plan(block("b2", "wk5-m3", 75), block("b3", "wk6-o3a", 15)), "groep": 12}
    assert [one for one in offered("bring", told) if "stoel" in one] == ["stoelen, één per persoon: 12"]
    alone = {**plan(block("b2", "wk5-m3", 75)), "groep": 12}
    assert "stoelen, één per persoon (redactie): 12" in offered("bring", alone)
