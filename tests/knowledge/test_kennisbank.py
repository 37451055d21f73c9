"""Proves the questions that the rest of the code asks of the Kennisbank, on the little sound folder and on the real one."""

import shutil

import pytest
from lxml import html

from macros.knowledge.kennisbank import all_places
from macros.knowledge.prose import resolve
from macros.knowledge.reader import load, read
from macros.knowledge.records import Deck, Pagina, Werkkaart, items
from macros.pages.site import address
from tests.conftest import ROOT
from tests.knowledge.spoil import SOUND, sound, spoil, told


@pytest.fixture
def small():
    return load(SOUND)


def test_pages_are_in_order_of_path(small):
    assert list(small.by_path) == ["bronnen.md", "index.md", "kaarten/kaart.md", "kaarten/set.md", "veld.md"]


def test_every_id_has_its_place(small):
    assert list(dict(all_places(small.pages))) == [
        "bronnen",
        "f01",
        "start",
        "start-z1",
        "wk1",
        "wk1-s1",
        "set",
        "set-doel",
        "sv1",
        "sv1-v1",
        "sv1-v2",
        "sv1-q1",
    ]


@pytest.mark.parametrize(
    "id, path, anchor, item",
    [
        ("sv1", "veld.md", None, None),
        ("sv1-v1", "veld.md", "sv1-v1", "Vraag"),
        ("start-z1", "index.md", "start-z1", None),
    ],
)
def test_a_place_is_a_page_an_item_or_a_passage(id, path, anchor, item, small):
    place = small.places[id]
    assert (place.page.path, place.anchor) == (path, anchor)
    assert (type(place.item).__name__ if place.item else None) == item
    assert small.path_of(id) == path


def test_the_path_of_an_unknown_id_is_an_error(small):
    with pytest.raises(KeyError):
        small.path_of("sv9")


def test_vindplaatsen_come_from_the_register(small):
    assert {id: place.naam for id, place in small.vindplaatsen.items()} == {
        "bijlage-1": ("Bijlage 1",),
        "bijlage-2": ("Bijlage 2",),
    }


def test_a_page_draws_on_the_publications_that_it_or_something_on_it_names(bank):
    record = {
        id: bank.drawn_on(bank.places[id].page.record) for id in ("colofon", "woordenlijst", "discretionaire-ruimte")
    }
    told = {id: [(one.id, [place.id for place in places]) for one, places in found] for id, found in record.items()}
    assert told == {
        "colofon": [],
        "woordenlijst": [("p1", []), ("p2", [])],
        "discretionaire-ruimte": [("p1", ["h2.3.4", "b1-sv2"]), ("p2", ["p2-1-3", "p2-2"])],
    }


def test_records_of_a_kind_go_by_number(tmp_path):
    """By number and not by path or title: the new card comes first by both, and is number 10."""
    docs = sound(tmp_path)
    text = (docs / "kaarten/kaart.md").read_text()
    for path, number, title in (("kaarten/aa.md", 10, "Aan"), ("kaarten/bb.md", 2, "Bij")):
        more = text.replace("wk1", f"wk{number}").replace("nummer: 1\n", f"nummer: {number}\n")
        (docs / path).write_text(more.replace("Samen op weg", title))
        shutil.copy(docs / "assets/tekens/wk1.svg", docs / f"assets/tekens/wk{number}.svg")
    assert [record.id for record in load(docs).of_kind(Werkkaart)] == ["wk1", "wk2", "wk10"]


def test_a_set_keeps_its_place_when_it_gets_another_title(tmp_path):
    docs = sound(tmp_path)
    text = (docs / "kaarten/set.md").read_text()
    for id, place, title in (("zet", 5, "Zetten"), ("aap", 15, "Apen")):
        more = text.replace("volgorde: 10", f"volgorde: {place}").replace("id: set", f"id: {id}")
        (docs / f"kaarten/{id}.md").write_text(more.replace("Een set", title))
    assert [record.id for record in load(docs).of_kind(Deck)] == ["zet", "set", "aap"]


def test_sets_stand_by_what_one_wants_to_do_in_the_order_of_the_uses(tmp_path):
    docs = sound(tmp_path)
    text = (docs / "kaarten/set.md").read_text()
    for id, place, use in (("aap", 8, "terugkijken met een team"), ("zet", 9, "een gesprek openen")):
        more = (
            text.replace("een gesprek openen", use)
            .replace("id: set", f"id: {id}")
            .replace("volgorde: 10", f"volgorde: {place}")
        )
        (docs / f"kaarten/{id}.md").write_text(more)
    grouped = {use: [deck.id for deck in decks] for use, decks in load(docs).decks_by_use.items()}
    assert list(grouped.items()) == [("een gesprek openen", ["zet", "set"]), ("terugkijken met een team", ["aap"])]


def test_records_without_a_number_go_by_title(tmp_path):
    docs = sound(tmp_path)
    text = (docs / "index.md").read_text().replace("\n{: #start-z1 }", "").replace("[een zin](#start-z1)", "een zin")
    for id, title in (("a", "Zetten"), ("z", "Apen")):
        (docs / f"{id}.md").write_text(
            text.replace("id: start", f"id: {id}").replace("titel: Start", f"titel: {title}")
        )
    assert [record.titel for record in load(docs).of_kind(Pagina)] == ["Apen", "Start", "Zetten"]


def test_a_kind_is_asked_for_exactly(small):
    assert [record.id for record in small.of_kind(Pagina)] == ["start"]


def test_backlinks_come_from_prose_and_from_relations_once_each(tmp_path):
    """The card links to the field in prose and is the target of the field's relation; links to oneself don't count."""
    docs = sound(tmp_path)
    spoil(
        docs, "veld.md", "Tussen hier en daar ligt een weg.", "Terug naar [boven](veld.md#vragen) of [hier](#vragen)."
    )
    spoil(docs, "kaarten/kaart.md", "Ga terug", "Ga nog eens naar [de vragen](../veld.md#vragen), en terug")
    small = load(docs)
    assert {id: [record.id for record in records] for id, records in small.mentioned_by.items()} == {
        "sv1": ["start", "wk1"],
        "wk1": ["sv1"],
    }


def test_a_relation_to_an_item_is_a_backlink_of_its_record(tmp_path):
    docs = sound(tmp_path)
    spoil(docs, "veld.md", "naar: wk1", "naar: wk1-s1")
    assert [record.id for record in load(docs).mentioned_by["wk1"]] == ["sv1"]


@pytest.mark.parametrize(
    "page, link, target",
    [
        ("index.md", "veld.md", ("veld.md", "")),
        ("index.md", "veld.md#vragen", ("veld.md", "vragen")),
        ("index.md", "#hier", ("index.md", "hier")),
        ("kaarten/kaart.md", "../veld.md#a", ("veld.md", "a")),
        ("kaarten/kaart.md", "set.md", ("kaarten/set.md", "")),
        ("kaarten/kaart.md", "./set.md", ("kaarten/set.md", "")),
        ("kaarten/kaart.md", "../kaarten/set.md", ("kaarten/set.md", "")),
        ("a/b/c.md", "../../veld.md", ("veld.md", "")),
        ("index.md", "https://example.org/a.md#b", (None, "")),
        ("index.md", "mailto:a@b.nl", (None, "")),
        ("index.md", "tel:113", (None, "")),
        ("index.md", "javascript:alert(1)", (None, "")),
        ("index.md", "C:\\site\\veld.md", (None, "")),
    ],
)
def test_a_link_resolves_from_its_page(page, link, target):
    assert resolve(page, link) == target


def draft(docs, path):
    return next(one for one in read(docs).drafts if one.path == path)


def test_anchors_are_items_passages_and_headings(tmp_path):
    docs = sound(tmp_path)
    spoil(
        docs,
        "veld.md",
        "## Vragen",
        "Een zin.\n{: #sv1-k1 }\n\n## *Eén* `vraag`, [twee](index.md) en meer\n\n"
        "Tekst.\n\n### Eigen {: #eigen-kop }\n\nTekst.\n\n## Vragen\n",
    )
    assert draft(docs, "veld.md").anchors == {
        "sv1-v1",
        "sv1-v2",
        "sv1-q1",
        "sv1-k1",
        "een-vraag-twee-en-meer",
        "eigen-kop",
        "vragen",
    }


@pytest.mark.parametrize("prose, wrong", [("## Kop {: #kop }\n\nTekst.\n", []), ("Tekst.\n{: #kop }\n", [True])])
def test_pages_may_share_the_anchor_of_a_heading_but_of_nothing_else(prose, wrong, tmp_path):
    docs = sound(tmp_path)
    for page, more in (("veld.md", prose), ("kaarten/kaart.md", "## Kop {: #kop }\n\nTekst.\n")):
        spoil(docs, page, None, f"{(docs / page).read_text()}\n{more}")
    assert ["dit id bestaat al" in one for one in told(docs)] == wrong


def test_headings_with_the_same_words_get_the_anchors_that_the_page_gets(tmp_path):
    docs = sound(tmp_path)
    spoil(docs, "veld.md", "## Vragen", "### Vragen\n\nTekst.\n\n## Vragen")
    assert {"vragen", "vragen_1"} <= draft(docs, "veld.md").anchors


def test_items_within_items_are_found_in_order(bank):
    record = bank.by_path["werkkaarten/fasen.md"].record
    ids = [item.id for item in items(record.fasen)]
    phase, part, statement = (
        record.fasen[0],
        record.fasen[0].subcategorieen[0],
        record.fasen[0].subcategorieen[0].uitspraken[0],
    )
    assert ids[:3] == [phase.id, part.id, statement.id]
    assert len(ids) == len(set(ids)) > 60


def test_the_built_pages_have_every_anchor_that_the_reader_accepts(bank, site):
    missing = []
    for one in read(ROOT / "docs").drafts:
        tree = html.parse(site / address(one.path) / "index.html")
        missing += [f"{one.path}#{anchor}" for anchor in sorted(one.anchors - set(tree.xpath("//@id")))]
    assert missing == []
