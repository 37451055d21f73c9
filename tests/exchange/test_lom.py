"""Proves the NL-LOM: read back field by field by Kennisnet's own reader, and only words that are in its vocabularies."""

import pytest
from lxml import etree
from pylom.reader import LomReader

from macros.exchange.open.licence import LICENCES
from macros.exchange.open.lom import NAMESPACE, SOURCES, lom, materials, sheet
from macros.knowledge.records import Deck, Les, Programma, Spanningsveld, Werkkaart
from macros.publish.made.generated import origin
from tests.conftest import ROOT, SITE_URL

# The words of Edustandaard that this site may use.
WORDS = {
    "aggregationlevel": {"2"},
    "role": {"publisher"},
    "learningresourcetype": {"open opdracht", "handleiding", "gereedschap", "informatiebron"},
    "intendedenduserrole": {"learner", "teacher"},
    "context": {"BVE", "HBO", "WO", "bedrijfsopleiding"},
    "cost": {"no"},
    "copyrightandotherrestrictions": {"yes", *(one.lom for one in LICENCES.values())},
    "purpose": {"access rights", "educational level"},
}
TAXONS = {
    "OpenAccess",
    "f3ac3fbb-5eae-49e0-8494-0a44855fff25",
    "bbbd99c6-cf49-4980-baed-12388f8dcff4",
    "be140797-803f-4b9e-81cc-5572c711e09c",
}


def site(licence: str | None = None):
    return origin(ROOT / "docs", "Samen leren balanceren", SITE_URL, LICENCES[licence] if licence else None)


def strange(text: str) -> list[str]:
    """Words and ids that are in no vocabulary, or stand below another's name."""
    names = {"l": NAMESPACE}
    tree = etree.fromstring(text.encode())
    wrong = []
    for name, words in WORDS.items():
        for term in tree.iterfind(f".//{{{NAMESPACE}}}{name}"):
            source, value = (term.findtext(f"l:{part}/l:langstring", "", names) for part in ("source", "value"))
            wrong += [] if source == SOURCES[name] and value in words else [f"{name}: {value}"]
    wrong += [one.text for one in tree.iterfind(".//l:taxon/l:id", names) if one.text not in TAXONS]
    return wrong


def read(text: str) -> dict:
    reader = LomReader("nl")
    reader.parseString(text.encode())
    return reader.lom


def test_there_is_one_for_each_lesson_card_deck_and_field(bank):
    kinds = (Les, Werkkaart, Programma, Deck, Spanningsveld)
    assert {one.id for one in materials(site())} == {one.id for kind in kinds for one in bank.of_kind(kind)} | {"site"}


@pytest.mark.parametrize("licence", [None, "CC-BY-SA-4.0"])
def test_every_field_is_read_back(licence):
    for one in materials(site(licence)):
        text = lom(site(licence), one)
        assert strange(text) == []
        found = read(text)
        assert (found["title"], found["description"], found["language"]) == (one.titel, [one.beschrijving], ["nl"])
        assert found["location"] == one.url and found["catalogentry"] == [{"catalog": "URI", "entry": one.url}]
        assert found["keyword"] == list(one.trefwoorden) and found["aggregationlevel"]["value"] == "2"
        (educational,) = found["educational"]
        assert [term["value"] for term in educational["learningresourcetype"]] == [one.soort]
        assert [term["value"] for term in educational["intendedenduserrole"]] == list(one.rollen)
        assert len(educational["context"]) == len(one.niveaus)
        lasting = educational["typicallearningtime"]
        assert (lasting["datetime"] if lasting else "") == (f"PT{one.minuten}M" if one.minuten else "")
        assert found["copyrightandotherrestrictions"]["value"] == ("cc-by-sa-40" if licence else "yes")
        assert found["contribute"][0]["role"]["value"] == "publisher"
        purposes = [each["purpose"]["value"] for each in found["classification"]]
        assert purposes == ["access rights", "educational level"]


def test_what_a_lesson_for_mbo_uses_is_found_by_mbo(bank):
    found = {one.id: one.niveaus for one in materials(site())}
    for lesson in bank.of_kind(Les):
        for id in (*lesson.printen, *(used for step in lesson.stappen for used in step.gebruikt)):
            levels = found.get(bank.places[id].page.record.id, lesson.niveau)
            assert set(lesson.niveau) <= set(levels), (lesson.id, id)
    # The control: what no such lesson uses.
    assert "mbo" in found["sv4"] and "mbo" not in found["wk7"] and found["les6"] == ("hbo", "wo", "nascholing")


def test_no_keyword_tells_only_a_number_or_how_long_it_takes():
    words = {word for one in materials(site()) for word in one.trefwoorden}
    assert not words & {"les 1", "eerste les", "korte les", "les van drie kwartier", "anderhalf uur", "dagdeel"}
    assert {"reflectieles", "les over vertragen", "serie bijeenkomsten"} <= words


@pytest.mark.parametrize(
    "old, new",
    [
        ("open opdracht", "opdracht"),
        (">learner<", ">leerling<"),
        (">HBO<", ">hbo<"),
        ("vdex_context_czp", "vdex_contekst_czp"),
        (">yes<", ">ja<"),
        ("OpenAccess", "Open"),
        ("be140797", "be140798"),
    ],
)
def test_a_word_that_is_in_no_vocabulary_is_seen(old, new):
    """The controls, among them those that Edurep's own stylesheet lets pass."""
    text = lom(site(), materials(site())[0])
    assert old in text and strange(text.replace(old, new, 1))


def test_the_sheet_for_edusources_is_short_enough_and_names_no_licence(bank):
    for lesson in bank.of_kind(Les):
        rows = dict(sheet(site(), lesson))
        assert len(rows["Beschrijving"]) <= 500 and "nog niet besloten" in rows["Gebruiksrecht"]
        assert dict(sheet(site("CC-BY-4.0"), lesson))["Gebruiksrecht"] == LICENCES["CC-BY-4.0"].naam
    assert sheet(site(), bank.of_kind(Deck)[0]) == ()
