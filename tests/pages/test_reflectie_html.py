"""Proves that the self-reflection carries all facts in its HTML: fields, questions, names of places, and ways onward."""

import re
from collections import Counter
from pathlib import Path

import pytest
from lxml import html

from macros.knowledge.prose import resolve
from macros.knowledge.reader import load
from macros.knowledge.records import Begrip, Inleiding, Spanningsveld, Werkkaart
from macros.pages.editorial import mark_editorial
from macros.pages.reflectie.macro import LEGENDA, ZINNEN, reflectie
from tests.conftest import ROOT, site_of
from tests.pages.test_lijn_html import broken_promises

PAGE = site_of(ROOT / "docs", "reflectie/index.md")
FULL = Path(__file__).parent / "vol"


@pytest.fixture(scope="module")
def tree():
    return html.fromstring(mark_editorial(PAGE, reflectie(PAGE)))


def words(element) -> str:
    return " ".join(element.text_content().split())


def test_every_field_has_its_line_and_its_questions_in_order(tree, bank):
    fields = bank.of_kind(Spanningsveld)
    assert [section.get("data-veld") for section in tree.xpath("//section[@data-veld]")] == [
        field.id for field in fields
    ]
    for field in fields:
        (section,) = tree.xpath(f"//section[@data-veld='{field.id}']")
        assert list(section.xpath(".//li/@data-vraag")) == [one.id for one in field.vragen]
        assert [words(head) for head in section.xpath(".//li/h3")] == [one.vraag for one in field.vragen]
        assert len(section.xpath(".//fieldset")) == 3
        for one in field.vragen:
            (item,) = section.xpath(f".//li[@data-vraag='{one.id}']")
            assert (item.get("data-bestuurders") is not None) == (one.gericht_op == "bestuurders")
            assert [words(part) for part in item.xpath(".//ul[@class='deelvragen']/li")] == list(one.deelvragen or ())
            (note,) = item.xpath(".//textarea")
            labels = [words(tree.get_element_by_id(id)) for id in note.get("aria-labelledby").split()]
            assert labels == [one.vraag, "Je notitie"] and note.get("name") == one.id
            assert words(tree.get_element_by_id(note.get("aria-describedby"))).startswith(
                "Schrijf over jezelf. Geen namen"
            )


def test_nothing_is_asked_twice_kept_by_the_browser_or_sent(tree):
    assert [id for id, count in Counter(tree.xpath("//@id")).items() if count > 1] == []
    assert tree.xpath("//textarea[not(@autocomplete='off')] | //textarea[not(@spellcheck='false')]") == []
    assert tree.xpath("//form[not(@method='dialog')] | //form[@action]") == []
    for form in tree.xpath("//spannings-lijn"):
        assert broken_promises(html.tostring(form, encoding="unicode")) == []


def test_there_is_a_sentence_and_a_sign_for_every_question_of_a_line(tree):
    asked = {name.split("-")[1] for name in tree.xpath("//input[@type='radio']/@name") if "-" in name}
    assert set(ZINNEN) == set(LEGENDA) == asked
    assert all(sentence.count("{plek}") == 1 and re.fullmatch(r"[A-Z].*\.", sentence) for sentence in ZINNEN.values())
    for name, sentence in ZINNEN.items():
        assert tree.xpath(f"//zelf-reflectie/@data-zin-{name}") == [sentence]


def test_the_ways_onward_are_those_of_the_records_and_marked_as_ours(tree, bank):
    addresses = {PAGE.url(id): place for id, place in bank.places.items()}
    for field in bank.of_kind(Spanningsveld):
        (onward,) = tree.xpath(f"//section[@data-veld='{field.id}']//div[@class='verder']")
        assert [words(one) for one in onward.xpath(".//*[@class='redactie']")] == ["(redactie)"]
        records = [addresses[link].page.record for link in onward.xpath(".//li/a/@href")]
        cards = [record for record in records if not isinstance(record, Begrip)]
        tied = {bank.places[one.naar].page.record.id for one in field.verwant} | {
            card.id
            for card in bank.of_kind(Werkkaart)
            for one in card.verwant
            if bank.path_of(one.naar) == bank.path_of(field.id)
        }
        assert {card.id for card in cards} == {
            id for id in tied if isinstance(bank.places[id].page.record, Werkkaart | Inleiding)
        } and cards
        concepts = [record for record in records if isinstance(record, Begrip)]
        assert 1 <= len(concepts) <= 4
        for record in concepts:
            page = bank.by_path[bank.path_of(record.id)]
            assert bank.path_of(field.id) in {resolve(page.path, link.name)[0] for link in page.prose.links}
        assert field.gesprek and set(field.gesprek) <= {words(item) for item in onward.xpath(".//li")}


def test_what_only_works_with_script_is_not_there_without(tree):
    for button in tree.xpath("//button[not(@type='reset')]"):
        assert button.xpath("ancestor::*[contains(@class, 'met-script') or @hidden] | ancestor::dialog"), words(button)


FORBIDDEN = re.compile(r"\b(scores?|resultaat|resultaten|gemiddelde?n?|voortgang|trends?|anoniem)\b|%", re.I)


def own_words(tree) -> str:
    """What the page says by itself; the questions and what is linked to are not ours to word here."""
    return " ".join(
        text
        for text in tree.xpath("//text()[not(ancestor::li[@data-vraag] or ancestor::div[@class='verder-lijsten'])]")
    )


def test_it_never_speaks_of_measuring(tree):
    prose = (ROOT / "docs" / PAGE.path).read_text(encoding="utf-8")
    scripts = " ".join(
        re.findall(
            r'"[^"]* [^"]*"|`[^`]*`',
            " ".join(
                file.read_text(encoding="utf-8") for file in (ROOT / "overrides/assets/js/reflectie").rglob("*.js")
            ),
        )
    )
    assert FORBIDDEN.findall(own_words(tree) + prose + scripts) == []
    assert FORBIDDEN.findall("Je gemiddelde score: 40%. De trend.") == ["gemiddelde", "score", "", "trend"]


def test_markup_in_a_record_comes_out_as_text():
    field = load(FULL).places["sv1"].page.record
    tree = html.fromstring(reflectie(site_of(FULL, "index.md")))
    assert tree.xpath("//i") == []
    assert words(tree.xpath("//section[@data-veld='sv1']/h2")[0]) == field.korte_titel
    assert tree.xpath("//section[@data-veld='sv1']/@data-kort") == [field.korte_titel]
