"""Proves the questions that the rest of the code asks of the Kennisbank, on the little sound folder and on the real one."""

import pytest
from lxml import html

from macros.knowledge.kennisbank import all_places, items, resolve
from macros.knowledge.reader import anchors, load
from macros.knowledge.records import Deck, Pagina, Spanningsveld
from macros.pages.site import address
from tests.knowledge.spoil import SOUND, sound, spoil


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
        "bijlage-1": "Bijlage 1",
        "bijlage-2": "Bijlage 2",
    }


def test_records_of_a_kind_go_by_number(tmp_path):
    """By number and not by path or title: the new field comes first by both, and is number 10."""
    docs = sound(tmp_path)
    text = (docs / "veld.md").read_text().replace("nummer: 1", "nummer: 10").replace("sv1", "sv10")
    (docs / "aa.md").write_text(text.replace("titel: Tussen", "titel: Aan"))
    (docs / "bb.md").write_text(text.replace("nummer: 10", "nummer: 2").replace("sv10", "sv2"))
    assert [record.id for record in load(docs).of_kind(Spanningsveld)] == ["sv1", "sv2", "sv10"]


def test_records_without_a_number_go_by_title(tmp_path):
    docs = sound(tmp_path)
    text = (docs / "kaarten/set.md").read_text()
    (docs / "kaarten/a.md").write_text(text.replace("id: set", "id: zet").replace("Een set", "Zetten"))
    (docs / "kaarten/z.md").write_text(text.replace("id: set", "id: aap").replace("Een set", "Apen"))
    assert [record.titel for record in load(docs).of_kind(Deck)] == ["Apen", "Een set", "Zetten"]


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
    ],
)
def test_a_link_resolves_from_its_page(page, link, target):
    assert resolve(page, link) == target


def test_anchors_are_items_passages_and_headings(tmp_path):
    docs = sound(tmp_path)
    spoil(
        docs,
        "veld.md",
        "## Vragen",
        "Een zin.\n{: #sv1-k1 }\n\n## *Eén* `vraag`, [twee](index.md) en meer\n\n"
        "Tekst.\n\n### Eigen {: #eigen-kop }\n\nTekst.\n\n## Vragen\n",
    )
    assert anchors(load(docs).by_path["veld.md"]) == {
        "sv1-v1",
        "sv1-v2",
        "sv1-q1",
        "sv1-k1",
        "een-vraag-twee-en-meer",
        "eigen-kop",
        "vragen",
    }


def test_headings_with_the_same_words_get_the_anchors_that_the_page_gets(tmp_path):
    docs = sound(tmp_path)
    spoil(docs, "veld.md", "## Vragen", "### Vragen\n\nTekst.\n\n## Vragen")
    assert {"vragen", "vragen_1"} <= anchors(load(docs).by_path["veld.md"])


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
    for path, page in bank.by_path.items():
        tree = html.parse(site / address(path) / "index.html")
        missing += [f"{path}#{anchor}" for anchor in sorted(anchors(page) - set(tree.xpath("//@id")))]
    assert missing == []
