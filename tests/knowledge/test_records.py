"""Proves that records cannot be changed, and that the real content keeps its ids and relations."""

import pytest
from pydantic import ValidationError

from macros.knowledge.errors import nearest
from macros.knowledge.items import Onderdeel, Verwant, is_public, meant_address
from macros.knowledge.reader import load
from macros.knowledge.records import KINDS, Aflevering, Deck, Inleiding, Spanningsveld, Werkkaart, items
from macros.pages.velden.macro import documented
from tests.knowledge.spoil import SOUND

# Relations of the inventory (`bijlagen.yml`, `relaties`) of which both ends are on the site.
OF_THE_PUBLICATION = {f"rel-{n:02}" for n in range(1, 28)}
OURS = {f"rel-{n:02}" for n in range(28, 48)}


# Immutable


@pytest.mark.parametrize("model", documented().values(), ids=documented())
def test_a_record_or_part_cannot_be_changed(model):
    part = model.model_construct()
    with pytest.raises(ValidationError, match="frozen"):
        setattr(part, next(iter(model.model_fields)), "anders")


def test_nothing_within_a_page_can_be_changed(bank):
    """Only what is immutable all the way down has a hash; a list within it is the control."""

    class Mutable(Onderdeel):
        regels: list[str]

    assert len({hash(page) for page in bank.pages}) == len(bank.pages)
    with pytest.raises(TypeError, match="unhashable"):
        hash(Mutable(regels=["a"]))
    with pytest.raises(AttributeError):
        bank.pages = ()
    with pytest.raises(AttributeError):
        bank.pages[0].prose.text = ""


def test_lists_of_the_front_matter_become_tuples_and_keep_their_order():
    record = load(SOUND).by_path["veld.md"].record
    assert [question.id for question in record.vragen] == ["sv1-v1", "sv1-v2"]
    assert record.vragen[0].deelvragen == ("Wat brengt dat je?",)


# Addresses


@pytest.mark.parametrize(
    "url, meant",
    [
        ("https://www.nji.nl/stuk.", "https://www.nji.nl/stuk"),
        ("https://www.nji.nl/stuk),", "https://www.nji.nl/stuk"),
        ("https://nl.wikipedia.org/wiki/Lijn_(meetkunde))", "https://nl.wikipedia.org/wiki/Lijn_(meetkunde)"),
        ("https://www.nji,nl/", None),
        ("https://www..nji.nl/", None),
        ("https://nji/", None),
        ("https://www.nji.nl:99999/", None),
        ("https://iemand:geheim@www.nji.nl/", None),
        ("https://192.168.1.1/", None),
    ],
)
def test_an_address_that_opens_nowhere_is_told_with_what_was_meant(url, meant):
    assert not is_public(url) and meant_address(url) == meant


@pytest.mark.parametrize(
    "url",
    [
        "https://www.nji.nl",
        "https://www.nji.nl:8443/a.b?c=d,e#f",
        "https://nl.wikipedia.org/wiki/Lijn_(meetkunde)",
        "https://één.example/",
        "https://archive.org/details/@iemand",
    ],
)
def test_an_address_that_opens_is_left_alone(url):
    assert is_public(url)


# Kinds


@pytest.mark.parametrize(
    "id, heading",
    [
        ("sv4", "Spanningsveld 4"),
        ("wk3", "Werkkaart 3"),
        ("pod-deel-2", "Podcast, deel 2"),
        ("vertragen", "Begrip"),
        ("thema-leren", "Thema"),
        ("reflectievragen", "Set kaarten"),
        ("bijdragen", None),
        ("colofon", None),
    ],
)
def test_a_record_says_by_itself_what_stands_above_its_title(bank, id, heading):
    assert bank.places[id].page.record.opschrift == heading


def test_a_kind_is_known_by_the_name_that_its_class_gives(bank):
    assert KINDS["aflevering"] is Aflevering and {page.record.soort for page in bank.pages} <= KINDS.keys()
    assert [kind for kind, model in KINDS.items() if model.__name__.lower() != kind] == []


# The real content


def test_the_ids_of_an_item_begin_with_the_id_of_its_record(bank):
    """So that a number on a printed card says by itself where it belongs."""
    strangers = [
        item.id
        for page in bank.pages
        if isinstance(page.record, (Spanningsveld, Werkkaart, Inleiding))
        for item in items(page.record)
        if not item.id.startswith(f"{page.record.id}-")
    ]
    assert strangers == []


def relations(bank) -> list[tuple[str, Verwant]]:
    """The relations of everything that the publications brought, so without the decks, which are ours."""
    return [
        (page.record.id, relation)
        for page in bank.pages
        if not isinstance(page.record, Deck)
        for relation in page.record.verwant
    ]


def test_the_relations_of_the_inventory_are_there_and_say_whose_they_are(bank):
    found = relations(bank)
    assert {r.id for _, r in found if r.id and not r.van_ons} == OF_THE_PUBLICATION
    assert {r.id for _, r in found if r.id and r.van_ons} == OURS


def untraceable(found) -> list[str]:
    return [f"{record} -> {r.naar}" for record, r in found if not r.van_ons and not r.id]


def test_a_relation_without_an_inventory_id_is_called_ours(bank):
    assert untraceable(relations(bank)) == []


def test_a_relation_that_nobody_can_trace_is_caught():
    traced, ours, made_up = (
        Verwant(naar="wk1", tekst="Daarom.", **more) for more in ({"id": "rel-01"}, {"van_ons": True}, {})
    )
    assert untraceable([("wk2", traced), ("wk2", ours), ("wk3", made_up)]) == ["wk3 -> wk1"]


def test_no_record_relates_to_itself(bank):
    assert [record for record, r in relations(bank) if r.naar == record] == []


@pytest.mark.parametrize("kind, number", [(Spanningsveld, 6), (Werkkaart, 8), (Aflevering, 3)])
def test_numbered_records_count_on_from_one(kind, number, bank):
    found = [record.nummer for record in bank.of_kind(kind)]
    assert found == list(range(1, len(found) + 1)) and len(found) >= number


# Nearest match


@pytest.mark.parametrize(
    "word, known, expected",
    [
        ("spaningsveld", ["pagina", "spanningsveld"], "spanningsveld"),
        ("WK1", ["wk1", "sv1"], "wk1"),
        ("Sv4-V6", ["sv4-v6"], "sv4-v6"),
        ("qqqq", ["wk1", "sv1"], None),
        ("wk1", [], None),
        (7, ["7"], "7"),
        # Another number of a row is no misspelling, but for a digit that was typed twice.
        ("h3.9", ["h3.1", "h3.5", "b3.9"], None),
        ("sv4-v9", ["sv4-v1", "sv4-v2"], None),
        ("wk11", ["wk1", "wk2"], "wk1"),
        ("sv6-v88", ["sv6-v7", "sv6-v8"], "sv6-v8"),
        # Two that look as much alike.
        ("droo", ["droom", "droog"], None),
    ],
)
def test_the_nearest_name_is_suggested_only_when_it_is_near(word, known, expected):
    assert nearest(word, known) == expected
