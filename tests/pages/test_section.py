"""Proves where a page says it is: what lies beside it, in which order, and what comes before and after it."""

import shutil
from itertools import pairwise

import pytest

from macros.knowledge.records import Artikel, Begrip, Deck, Model, Spanningsveld, Thema, Verhaal, Werkkaart
from macros.pages.section import reading_order, section
from tests.conftest import ROOT, site_of
from tests.knowledge.spoil import sound, spoil

DOCS = ROOT / "docs"


def here(bank, id):
    return section(bank, bank.path_of(id))


def ids(records):
    return [record.id for record in records]


def test_a_concept_lies_in_its_theme_in_the_order_of_reading(bank):
    place = here(bank, "sociaal-ingenieurs")
    assert (place.groep.naam, place.plaats) == ("Maakbaarheid", 4) and len(place.groep.leden) >= 25
    assert ids(place.groep.leden)[:3] == ["maakbaarheid", "verlangen-naar-beheersing", "preventiestaat"]
    assert (place.vorige.id, place.volgende.id) == ("preventiestaat", "prestatiedruk")
    assert [group.over.id for group in place.andere] == [
        f"thema-{theme}" for theme in ("beweging", "werelden", "gezin", "vak", "leren", "besturen")
    ]
    assert all(not group.leden for group in place.andere)


def test_each_theme_leads_to_its_concepts_and_the_last_of_them_to_the_next_theme(bank):
    themes = bank.of_kind(Thema)
    for theme, after in pairwise(themes):
        first, *_, last = reading_order(bank, theme)
        assert here(bank, first.id).vorige is theme and here(bank, theme.id).volgende is first
        assert here(bank, last.id).volgende is after
    assert here(bank, reading_order(bank, themes[-1])[-1].id).volgende is None


def test_no_two_concepts_of_a_theme_share_a_place_in_the_order(bank):
    placed = 0
    for theme in bank.of_kind(Thema):
        places = [one.volgorde for one in reading_order(bank, theme)]
        known = [place for place in places if place is not None]
        assert known == sorted(set(known)) and places[: len(known)] == known
        placed += len(known)
    assert placed >= 102


def test_a_concept_without_a_place_comes_last_in_its_theme(tmp_path):
    docs = sound(tmp_path)
    concept = "soort: begrip\nid: {0}\ntitel: {0}\nsamenvatting: Een begrip.\nthema: vak\n{1}"
    theme = "soort: thema\nid: thema-vak\nnummer: 1\nthema: vak\ntitel: Vak\nsamenvatting: Een thema.\n"
    for name, data in {
        "aap": concept.format("aap", ""),
        "noot": concept.format("noot", "volgorde: 20\n"),
        "zus": concept.format("zus", "volgorde: 10\n"),
        "thema-vak": theme,
    }.items():
        spoil(docs, f"{name}.md", None, f"---\n{data}---\n\nTekst.\n")
    bank = site_of(docs, "aap.md").bank
    assert ids(reading_order(bank, bank.places["thema-vak"].page.record)) == ["zus", "noot", "aap"]


@pytest.mark.parametrize("kind, name, least", [(Spanningsveld, "Spanningsvelden", 6), (Werkkaart, "Werkkaarten", 8)])
def test_what_has_a_number_lies_in_one_row_by_it(bank, kind, name, least):
    records = bank.of_kind(kind)
    assert len(records) >= least
    for record in records:
        place = here(bank, record.id)
        assert (place.groep.naam, place.groep.leden, place.andere) == (name, records, ())
        assert place.plaats == record.nummer


@pytest.mark.parametrize(
    "id, group, listed, before, after",
    [
        (
            "model-leercyclus-vier-stappen",
            "Leren",
            [
                "model-tabel-1-drie-ordes",
                "model-leercyclus-vier-stappen",
                "model-kwadranten-wilber",
                "model-drie-houvasten-professional",
                "model-handelingsonderzoek-elementen",
            ],
            "model-tabel-1-drie-ordes",
            "model-kwadranten-wilber",
        ),
        (
            "emoties",
            "Oefenen met taal, rol en emotie",
            ["emoties", "rollen", "werkwoorden"],
            "herkenningskaarten",
            "rollen",
        ),
        (
            "verhaal-amalia",
            "Verhalen",
            ["verhaal-alicia", "verhaal-amalia", "verhaal-denise", "verhaal-shirley"],
            "verhaal-alicia",
            "verhaal-denise",
        ),
    ],
)
def test_what_has_no_number_lies_as_the_page_of_its_folder_lists_it(bank, id, group, listed, before, after):
    """Beside those of the publication may lie what was added since."""
    place = here(bank, id)
    assert place.groep.naam == group
    order = ids(place.groep.leden)
    assert [one for one in order if one in listed] == listed
    at = order.index(id)
    assert place.vorige.id == (order[at - 1] if at else before)
    assert place.volgende.id == ([*order, after][at + 1])


@pytest.mark.parametrize("kind", [Spanningsveld, Werkkaart, Begrip, Thema, Model, Verhaal, Artikel, Deck])
def test_one_pages_through_all_of_a_kind_forwards_and_back(bank, kind):
    for record in bank.of_kind(kind):
        place = here(bank, record.id)
        assert sum(group.leden.count(record) for group in place.groepen) == 1
        if place.volgende:
            assert here(bank, place.volgende.id).vorige is record


def test_a_model_that_no_list_names_comes_after_its_forerunner(tmp_path):
    docs = shutil.copytree(DOCS, tmp_path / "docs")
    index = docs / "modellen/index.md"
    lines = index.read_text(encoding="utf-8").splitlines(keepends=True)
    index.write_text("".join(line for line in lines if "(leercyclus.md)" not in line), encoding="utf-8")
    bank = site_of(docs, "modellen/leercyclus.md").bank
    own = bank.by_path["modellen/leercyclus.md"].record
    models = bank.of_kind(Model)
    before = models[models.index(own) - 1]
    leden = section(bank, "modellen/leercyclus.md").groep.leden
    assert leden.index(own) == leden.index(before) + 1


def test_the_steps_of_a_story_are_told_with_it(bank):
    story = bank.places["verhaal-amalia"].page.record
    assert here(bank, "verhaal-amalia").stappen == story.momenten
    assert here(bank, "verhaal-alicia").stappen == ()


@pytest.mark.parametrize("id", ["sv", "colofon", "kaarten", "woordenlijst", "privacy"])
def test_a_page_that_is_not_one_of_a_row_has_none(bank, id):
    assert here(bank, id) is None
