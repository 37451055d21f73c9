"""Proves that the line is what the design promises: native radios without a first answer, a number or a better pole."""

import re
from collections import Counter
from pathlib import Path

import pytest
from lxml import html

from macros.knowledge.errors import ContentError
from macros.knowledge.reader import load
from macros.knowledge.records import Spanningsveld
from macros.pages.lijn.macro import field_line, lijnen, names
from tests.conftest import ROOT, site_of

DOCS = ROOT / "docs"
FULL = Path(__file__).parent / "vol"
ELSEWHERE = site_of(DOCS, "spanningsvelden/alle-lijnen.md")
FIELDS = ["sv1", "sv2", "sv3", "sv4", "sv5", "sv6"]


@pytest.mark.parametrize("id", FIELDS)
def test_the_places_are_eleven_symmetrical_and_without_numbers(id, bank):
    field = bank.places[id].page.record
    places = names(field)
    mirrored = names(field.model_copy(update={"pool_links": field.pool_rechts, "pool_rechts": field.pool_links}))
    assert len(set(places)) == 11
    assert places == mirrored[::-1]
    assert places[0] == f"helemaal bij {field.pool_links.naam}" and places[5] == "precies ertussen"
    assert not re.search(r"\d", " ".join(places))


def broken_promises(markup: str) -> list[str]:
    """What in the HTML of a line leads, measures or judges."""
    tree = html.fromstring(markup)
    promises = {
        "an answer beforehand": tree.xpath("//*[@checked or @selected]"),
        "a slider": tree.xpath("//input[@type != 'radio'] | //*[@role] | //*[@aria-valuenow]"),
        "ticks or a measure": tree.xpath("//datalist | //meter | //progress | //option"),
        "a number": re.findall(r"\d", tree.text_content()),
        "a group without eleven places": tree.xpath("//fieldset[count(.//input) != 11]"),
        "a place without a name": tree.xpath("//input[not(parent::label[normalize-space()])]"),
        "a group without a question": tree.xpath("//fieldset[not(legend[normalize-space()])]"),
        "groups that share their answer": [
            name for name, count in Counter(tree.xpath("//input/@name")).items() if count != 11
        ],
        "a form that goes to an address": tree.xpath("//form[not(@method = 'dialog')]"),
        "a description that isn't there": set(tree.xpath("//@aria-describedby")) - set(tree.xpath("//@id")),
    }
    return [promise for promise, found in promises.items() if found]


@pytest.mark.parametrize("id", FIELDS)
def test_a_line_keeps_its_promises(id):
    assert broken_promises(field_line(ELSEWHERE, id, None)) == []


@pytest.mark.parametrize(
    "find, put, promise",
    [
        ('value="5"', 'value="5" checked', "an answer beforehand"),
        ('type="radio"', 'type="range"', "a slider"),
        ("precies ertussen", "5", "a number"),
        ("<output", "<meter></meter><output", "ticks or a measure"),
        (
            '<label><input type="radio" name="sv4-natuur" value="0">',
            "<label hidden><i>",
            "a group without eleven places",
        ),
        ("precies ertussen", "", "a place without a name"),
        ("Waar sta je van nature?", "", "a group without a question"),
        ('name="sv4-natuur"', 'name="sv4-situatie"', "groups that share their answer"),
        ('id="uitleg-sv4"', "", "a description that isn't there"),
        ('method="dialog"', "", "a form that goes to an address"),
    ],
)
def test_a_broken_promise_is_caught(find, put, promise):
    markup = str(field_line(ELSEWHERE, "sv4", None))
    assert find in markup
    assert promise in broken_promises(markup.replace(find, put))


def test_the_three_questions_in_order():
    tree = html.fromstring(field_line(ELSEWHERE, "sv4", None))
    assert [legend.text_content().strip() for legend in tree.xpath("//fieldset/legend")] == [
        "Waar sta je van nature?",
        "Waar heeft deze situatie je nodig?",
        "Welk klein stapje wil je proberen?",
    ]
    assert [p.text_content() for p in tree.xpath("//fieldset[3]/p")] == [
        "Wat win je als je dat stapje zet?",
        "Wat mag blijven van waar je nu staat?",
    ]
    assert [output.get("data-leeg") for output in tree.xpath("//fieldset//output")] == ["Nog geen plek gekozen"] * 3


def test_the_poles_stand_at_both_ends_of_each_line(bank):
    field = bank.places["sv2"].page.record
    tree = html.fromstring(field_line(ELSEWHERE, "sv2", None))
    for group in tree.xpath("//fieldset"):
        assert [pole.text_content().strip() for pole in group.xpath(".//*[contains(@class, 'pool ')]")] == [
            field.pool_links.kort,
            field.pool_rechts.kort,
        ]
        assert [label.text_content() for label in group.xpath(".//label")] == list(names(field))


@pytest.mark.parametrize("place", ["natuur", "situatie", "stapje"])
def test_one_question_by_itself(place):
    tree = html.fromstring(field_line(ELSEWHERE, "sv4", place))
    assert len(tree.xpath("//fieldset")) == 1 and set(tree.xpath("//input/@name")) == {f"sv4-{place}"}
    assert [button.text_content() for button in tree.xpath("//button")] == ["Wis de lijn: Doorgaan of vertragen"]
    assert broken_promises(field_line(ELSEWHERE, "sv4", place)) == []


def test_without_a_name_it_is_the_line_of_the_page_itself():
    page = site_of(DOCS, "spanningsvelden/doorgaan-of-vertragen.md")
    assert field_line(page, None, None) == field_line(page, "sv4", None)
    # But for the way to more fields, it is the same anywhere.
    assert re.sub(r'<a class="lijn-meer".*?</a>', "", field_line(page, None, None)) == field_line(
        ELSEWHERE, "sv4", None
    )


@pytest.mark.parametrize(
    "field, place, sentence",
    [
        (
            "sv7",
            None,
            "spanningsvelden/alle-lijnen.md: macro `lijn` kent deze waarde niet; er staat `sv7`; verwacht: een van sv1, "
            "sv2, sv3, sv4, sv5, sv6",
        ),
        (
            None,
            None,
            "spanningsvelden/alle-lijnen.md: macro `lijn` kent deze waarde niet; er staat `alle-lijnen`; verwacht: een van "
            "sv1, sv2, sv3, sv4, sv5, sv6",
        ),
        (
            "sv4",
            "stap",
            "spanningsvelden/alle-lijnen.md: macro `lijn` kent deze waarde niet; er staat `stap`; verwacht: een van "
            "natuur, situatie, stapje; bedoelde je `stapje`?",
        ),
        (
            "wk1",
            None,
            "spanningsvelden/alle-lijnen.md: macro `lijn` kent deze waarde niet; er staat `wk1`; verwacht: een van sv1, "
            "sv2, sv3, sv4, sv5, sv6",
        ),
    ],
)
def test_an_unknown_field_or_question_is_refused(field, place, sentence):
    with pytest.raises(ContentError) as refusal:
        field_line(ELSEWHERE, field, place)
    assert str(refusal.value) == sentence


def test_all_lines_stand_under_their_headings_with_links_to_their_pages(bank):
    text = lijnen(ELSEWHERE)
    fields = bank.of_kind(Spanningsveld)
    assert re.findall(r"^## (.*)$", text, re.M) == [
        f"{field.nummer}. {field.korte_titel} {{: #lijn-{field.id} }}" for field in fields
    ]
    assert re.findall(r"\]\((.*?)\)", text) == [Path(bank.path_of(field.id)).name for field in fields]
    tree = html.fromstring(f"<div>{text}</div>")
    assert set(Counter(tree.xpath("//input/@name")).values()) == {11} and len(set(tree.xpath("//input/@name"))) == 18
    assert [id for id, count in Counter(tree.xpath("//@id")).items() if count > 1] == []


def onward(markup: str) -> list[str]:
    return [
        link.get("href")
        for link in html.fromstring(markup).xpath("//a")
        if link.text_content() == "Doe de zelfreflectie met meer spanningsvelden"
    ]


def test_from_its_own_page_and_the_home_page_a_line_leads_to_more_fields():
    assert onward(field_line(site_of(DOCS, "spanningsvelden/doorgaan-of-vertragen.md"), None, None)) == [
        "../../reflectie/"
    ]
    assert onward(field_line(site_of(DOCS, "index.md"), "sv4", "situatie")) == ["reflectie/"]
    assert onward(field_line(ELSEWHERE, "sv4", None)) == []
    assert onward(field_line(site_of(FULL, "veld.md"), None, None)) == []


def test_the_promise_is_left_out_where_one_may_choose_to_keep():
    assert "Ze worden niet bewaard" in field_line(ELSEWHERE, "sv4", None)
    markup = field_line(ELSEWHERE, "sv4", None, belofte=False)
    assert "bewaard" not in markup and broken_promises(markup) == []


def test_markup_in_a_pole_or_title_comes_out_as_text():
    field = load(FULL).places["sv1"].page.record
    tree = html.fromstring(field_line(site_of(FULL, "veld.md"), None, None))
    assert tree.xpath("//i") == []
    assert tree.xpath("//label")[0].text_content() == f"helemaal bij {field.pool_links.naam}"
    assert tree.xpath("//form/@aria-label") == [f"Lijn: {field.korte_titel}"]


def test_markup_in_a_title_comes_out_as_text_above_all_lines_too():
    assert "<i>" not in lijnen(site_of(FULL, "index.md"))
