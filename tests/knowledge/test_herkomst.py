"""Proves that the register of sources is complete and true: nothing of the inventory is lost, nothing on the site made up."""

import re
from functools import cache
from pathlib import Path

import pytest
import yaml

from macros.knowledge.errors import ContentError
from macros.knowledge.herkomst import LIKE_THE_INVENTORY, herkomsten, made_up, read_register
from macros.knowledge.items import Verwant
from macros.knowledge.kennisbank import all_places
from macros.knowledge.reader import load
from macros.knowledge.records import Model
from macros.knowledge.register import COLUMNS, FILE, Herkomst, read_rows, relations
from tests.conftest import ROOT
from tests.knowledge.spoil import SOUND, sound, spoil

DOCS = ROOT / "docs"
INVENTORY = ROOT.parent / "shared" / "inventaris"
needs_inventory = pytest.mark.skipif(
    not INVENTORY.is_dir(), reason="../shared/inventaris is only there in the workplace"
)
HEAD = ",".join(COLUMNS)


@cache
def rows() -> tuple[Herkomst, ...]:
    return herkomsten(DOCS)


@cache
def inventory() -> dict[str, list[tuple[str, dict]]]:
    """Every entry of the inventory by id, with the list it stands in; notes and statements by the id that they would have."""

    def walk(node, path):
        if isinstance(node, dict):
            id = f"noot-{node['nr']}" if path == ("verwijzingen",) and "nr" in node else node.get("id")
            if isinstance(id, str):
                yield id, "/".join(path), node
                for one in node.get("citaten", ()) if path[-1] == "subcategorieen" else ():
                    yield f"{id}-{one['nr']}", "/".join(path), one
        for key, child in node.items() if isinstance(node, dict) else ():
            yield from walk(child, (*path, key))
        for child in node if isinstance(node, list) else ():
            yield from walk(child, path)

    found: dict[str, list[tuple[str, dict]]] = {}
    for file in sorted(INVENTORY.glob("*.yml")):
        for id, path, node in walk(yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader), ()):
            found.setdefault(id, []).append((path, node))
    return found


# The inventory is in the register


def uncovered(listed, registered) -> list[str]:
    """Ids of the inventory that are not in the register as often as they are entries: a concept and a model may share one."""
    ids = [row.id for row in registered]
    return sorted(id for id, entries in listed.items() if ids.count(id) != len(entries))


@needs_inventory
def test_every_id_of_the_inventory_is_in_the_register():
    assert len(inventory()) > 1000
    assert {"sv4-v6", "wk8-3d-11", "h2.1.2", "noot-57", "kader-baart", "p2-g37", "om-7", "rel-47", "t8", "f29"} <= set(
        inventory()
    )
    assert uncovered(inventory(), rows()) == []


@needs_inventory
@pytest.mark.parametrize(
    "id, row", [("sv4-v6", ("vraag", "sv4-v6")), ("negen-werkwoorden", ("model", "negen-werkwoorden"))]
)
def test_an_id_that_is_left_out_is_caught(id, row):
    assert uncovered(inventory(), [one for one in rows() if (one.soort, one.id) != row]) == [id]


def misplaced(listed, registered) -> list[str]:
    """Rows of which the place in the text or the part is not the inventory's."""
    wrong = []
    for row in registered:
        found = [tuple(_stands(node)) for _, node in listed.get(row.id, ())]
        if found and not any(
            row.regel in lines and row.teken in characters and (not parts or row.deel in parts)
            for lines, characters, parts in found
        ):
            wrong.append(row.id)
    return wrong


def _stands(node: dict):
    locator = node.get("locator") or node.get("geciteerd-in") or ()
    character = re.match(r"d\d@(\d+)", locator) if isinstance(locator, str) else None
    # An exercise has `regels` of another kind: those of the game.
    lines = [one for one in node.get("regels", ()) if isinstance(one, int)]
    yield lines or [node[name] for name in ("regel", "noot-regel") if name in node] or [None]
    yield [int(character[1]) if character else None]
    yield [] if isinstance(locator, str) else [part for one in locator for part in one["sectie"].split("; ")]


@needs_inventory
def test_every_row_has_the_place_that_the_inventory_gives():
    assert misplaced(inventory(), rows()) == []
    one = next(row for row in rows() if row.id == "kader-baart")
    for spoiled in ({"regel": 1}, {"teken": 1}, {"deel": "h1"}):
        assert misplaced(inventory(), [Herkomst(**{**vars(one), **spoiled})]) == ["kader-baart"]


def test_rows_are_in_the_order_of_the_publications(bank):
    parts = list(bank.vindplaatsen)
    keys = [
        (
            row.publicatie,
            parts.index(row.deel),
            row.regel is None and row.teken is None,
            row.regel is None,
            row.regel or row.teken or 0,
        )
        for row in rows()
    ]
    assert keys == sorted(keys)
    assert {row.deel for row in rows()} == set(parts), "a part of a publication of which nothing came to the site"


# The register leads somewhere, and knows everything that says to come from the inventory


def dead(registered, bank) -> list[str]:
    carried = relations(bank)
    return [row.id for row in registered if not (row.id in carried if row.verband else row.op_de_site in bank.places)]


def test_every_row_leads_to_a_place_on_the_site(bank):
    assert dead(rows(), bank) == []
    for wrong in (
        Herkomst("p1", "h1", 1, None, "vraag", "sv9-v9", "sv9-v9", ()),
        Herkomst("p1", "h1", 1, None, "relatie", "sv1", "sv1", ()),
    ):
        assert dead([wrong], bank) == [wrong.id]


def test_no_id_on_the_site_is_unknown_to_the_register(bank):
    ids = [*(id for id, _ in all_places(bank.pages)), *relations(bank)]
    assert sum(bool(LIKE_THE_INVENTORY.fullmatch(id)) for id in ids) > 800
    assert made_up(ids, rows()) == set()


@pytest.mark.parametrize(
    "id",
    [
        "sv4-v12",
        "wk9",
        "wk8-3d-12",
        "pod-19",
        "p2-g38",
        "cit-17",
        "rel-48",
        "f30",
        "t9",
        "h4",
        "h2-5",
        "om-8",
        "kader-nieuw",
        "verhaal-iemand",
    ],
)
def test_an_id_that_the_inventory_does_not_have_is_caught(id):
    assert made_up([id], rows()) == {id}


def test_ids_of_the_site_itself_are_left_alone():
    assert (
        made_up(
            ["privacy", "kaders", "omgeving", "wat-staat-waar", "vertragen", "model-kwadranten", "haak", "sv4-eigen-1"],
            rows(),
        )
        == set()
    )


def test_models_and_notes_say_the_same_as_the_register(bank):
    models = {row.id: row.op_de_site for row in rows() if row.soort == "model"}
    assert models == {model.inventaris: model.id for model in bank.of_kind(Model) if model.inventaris}
    for row in rows():
        if row.soort == "noot":
            place = bank.places[row.op_de_site]
            assert int(row.id.removeprefix("noot-")) in (place.item or place.page.record).noten, row.id


# Relations


def wrongly_ours(listed, carried) -> list[str]:
    """Relations of the inventory that a record gives to the publication when they are ours, or the other way round."""
    return sorted(
        {
            id
            for id, carriers in carried.items()
            for _, relation in carriers
            if relation.van_ons != (listed.get(id) == "relaties/afgeleid")
        }
    )


@needs_inventory
def test_a_relation_is_ours_exactly_when_the_inventory_says_so(bank):
    listed = {id: entries[0][0] for id, entries in inventory().items() if entries[0][0].startswith("relaties/")}
    carried = relations(bank)
    assert set(carried) == set(listed) and len(listed) == 47
    assert wrongly_ours(listed, carried) == []
    for id, ours in (("rel-01", True), ("rel-28", False), ("rel-99", False)):
        relation = Verwant(id=id, naar="wk1", tekst="Daarom.", van_ons=ours)
        assert wrongly_ours(listed, {id: ((None, relation),)}) == ([id] if id in listed else [])


# Mistakes in the file

ROW = "p1,bijlage-1,12,,vraag,sv1-v1,,"


def told(text: str, docs: Path = SOUND) -> list[str]:
    return [str(mistake) for mistake in read_rows(text, load(docs))[1]]


def test_a_sound_row_is_read():
    (row,), mistakes = read_rows(f"{HEAD}\np1,bijlage-1,,120,stem,sv1-q1,sv1-v2,bijlage-2 bijlage-1\n", load(SOUND))
    assert mistakes == []
    assert row == Herkomst("p1", "bijlage-1", None, 120, "stem", "sv1-q1", "sv1-v2", ("bijlage-2", "bijlage-1"))
    with pytest.raises(AttributeError):
        row.deel = "bijlage-2"


@pytest.mark.parametrize(
    "row, mistake",
    [
        (
            "p1a,bijlage-1,12,,vraag,sv1-v1,,",
            "veld `publicatie`: bestaat niet; er staat `p1a`; verwacht: een publicatie uit het "
            "bronregister; bedoelde je `p1`?",
        ),
        (
            "p1,bijlag-1,12,,vraag,sv1-v1,,",
            "veld `deel`: bestaat niet in deze publicatie; er staat `bijlag-1`; verwacht: een "
            "vindplaats uit het bronregister; bedoelde je `bijlage-1`?",
        ),
        (
            "p1,bijlage-1,12,,vraag,sv1-v1,,bijlage-1 bijlag-2",
            "veld `ook_in`: bestaat niet; er staat `bijlage-1 bijlag-2`; verwacht: "
            "vindplaatsen uit het bronregister, met spaties ertussen; bedoelde je `bijlage-2`?",
        ),
        (
            "p1,bijlage-1,12,,vragen,sv1-v1,,",
            "veld `soort`: onbekende soort; er staat `vragen`; verwacht: een van hoofdstuk, ",
        ),
        (
            "p1,bijlage-1,twaalf,,vraag,sv1-v1,,",
            "veld `regel`: verkeerd soort waarde; er staat `twaalf`; verwacht: een heel getal",
        ),
        ("p1,bijlage-1,,-3,vraag,sv1-v1,,", "veld `teken`: verkeerd soort waarde; er staat `-3`"),
        (
            "p1,bijlage-1,12,34,vraag,sv1-v1,,",
            "veld `teken`: een rij heeft een regel of een teken, niet allebei; er staat `34`",
        ),
        (
            "p1,bijlage-1,12,,vraag,,,",
            "veld `id`: dit veld is leeg; verwacht: het id van een onderdeel van de publicatie",
        ),
        (
            "p1,bijlage-1,12,,vraag,sv1-v7,,",
            "veld `id`: staat niet op de site; er staat `sv1-v7`; verwacht: het id van een pagina, of van iets op een "
            "pagina",
        ),
        (f"p1,bijlage-1,{'9' * 5000},,vraag,sv1-v1,,", "veld `regel`: verkeerd soort waarde; er staat `99"),
        ("p1,bijlage-1,\u0661,,vraag,sv1-v1,,", "veld `regel`: verkeerd soort waarde; er staat `\u0661`"),
        ("p1,bijlage-1,12,,vraag,sv1-v7,sv1-w1,", "veld `op_de_site`: staat niet op de site; er staat `sv1-w1`"),
        ("p1,bijlage-1,12,,relatie,rel-01,,", "veld `id`: deze relatie staat op geen enkele pagina; er staat `rel-01`"),
        (
            "p1,bijlage-1,12,,vraag,sv1-v1,",
            "deze rij heeft een verkeerd aantal cellen; er staat `p1,bijlage-1,12,,vraag,sv1-v1,`; "
            "verwacht: 8 cellen, gescheiden door komma’s",
        ),
        (",,,,,,,", "deze rij is leeg; verwacht: een rij met gegevens, of geen rij"),
        ("", "deze rij is leeg; verwacht: een rij met gegevens, of geen rij"),
    ],
)
def test_a_bad_row_is_told(row, mistake):
    assert len(told(f"{HEAD}\n{row}\n")) == 1
    assert told(f"{HEAD}\n{row}\n")[0].startswith(f"{FILE}:2: {mistake}")


def test_an_id_that_is_there_twice_is_told_unless_the_kinds_differ():
    assert told(f"{HEAD}\n{ROW}\np1,bijlage-1,12,,model,sv1-v1,,\n") == []
    assert told(f"{HEAD}\n{ROW}\n{ROW}\n") == [
        f"{FILE}:3: veld `id`: dit id staat al in het register; er staat `sv1-v1`; "
        "verwacht: een id dat nog nergens staat (dit staat ook op regel 2)"
    ]


@pytest.mark.parametrize(
    "kind, ours, mistakes",
    [
        ("relatie", "", 0),
        ("koppeling", "", 1),
        ("relatie", "    van_ons: true\n", 1),
        ("koppeling", "    van_ons: true\n", 0),
    ],
)
def test_a_relation_that_is_someone_elses_is_told(kind, ours, mistakes, tmp_path):
    docs = sound(tmp_path)
    spoil(docs, "veld.md", "  - naar: wk1\n", f"  - id: rel-01\n    naar: wk1\n{ours}")
    found = told(f"{HEAD}\np1,bijlage-1,,,{kind},rel-01,,\n", docs)
    assert len(found) == mistakes
    assert all("klopt niet met `van_ons` bij sv1" in mistake for mistake in found)


@pytest.mark.parametrize(
    "content, mistake",
    [
        (None, "dit bestand ontbreekt"),
        (b"publicatie,deel\n", "de kolommen kloppen niet"),
        (b"", "de kolommen kloppen niet"),
        ("één".encode("utf-16"), "het bestand is niet in UTF-8 opgeslagen"),
        (f'{HEAD}\np1,"bijlage-1'.encode(), "dit bestand is niet te lezen"),
        (f"{HEAD}\n{'x' * 200_000}\n".encode(), "dit bestand is niet te lezen"),
        (f"{HEAD}\n{ROW}\0\n".encode(), "hier staat een teken dat niemand ziet"),
        (f"{HEAD}\n{ROW}\n{ROW}\np1,nergens,,,vraag,sv1-v2,,\n".encode(), "dit id staat al in het register"),
    ],
)
def test_a_file_with_mistakes_is_refused(content, mistake, tmp_path):
    docs = sound(tmp_path)
    if content is not None:
        (docs / "bronnen").mkdir()
        (docs / FILE).write_bytes(content)
    with pytest.raises(ContentError) as refused:
        herkomsten(docs)
    assert mistake in str(refused.value) and str(refused.value).startswith(FILE)


def test_a_sound_file_is_read_whole_with_or_without_a_byte_order_mark(tmp_path):
    docs = sound(tmp_path)
    (docs / "bronnen").mkdir()
    (docs / FILE).write_bytes(f"\ufeff{HEAD}\r\n{ROW}\r\n".encode())
    assert [row.id for row in herkomsten(docs)] == ["sv1-v1"]


def test_a_note_or_a_model_that_no_publication_has_is_told_on_its_page(tmp_path):
    docs = sound(tmp_path)
    data = "soort: begrip\nid: dwalen\ntitel: Dwalen\nsamenvatting: Zonder doel.\nthema: leren\nnoten: [3, 999]\n"
    model = "soort: model\nid: model-a\ninventaris: eigen-a\ntitel: A\nsamenvatting: A.\nvan_wie: Van ons.\nalternatief: A.\n"
    model += "lijst:\n  - tekst: Een.\n  - tekst: Twee.\n"
    spoil(docs, "model.md", None, f"---\n{model}---\n\n{{{{ model() }}}}\n")
    spoil(docs, "dwalen.md", None, f"---\n{data}---\n\nJe dwaalt.\n")
    (docs / FILE).parent.mkdir()
    spoil(docs, FILE, None, f"{HEAD}\np1,bijlage-1,12,,noot,noot-3,dwalen,\n")
    assert [str(mistake) for mistake in read_register(docs)[1]] == [
        "dwalen.md:7: veld `noten[2]`: deze noot staat niet in het register; er staat `999`; "
        "verwacht: het nummer van een noot in de publicatie",
        "model.md:4: veld `inventaris`: dit model staat niet in het register; er staat `eigen-a`; "
        "verwacht: niets bij een model van jezelf",
    ]
