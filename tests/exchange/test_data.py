"""Proves the open data: every part of every record once, held to a schema, and the schema of front matter to the pages."""

import copy
import json

import pytest
import yaml
from jsonschema import Draft202012Validator
from lxml import html

from macros.exchange.open.data import all_data, told_pages
from macros.exchange.open.schema import data_schema, front_matter_schema
from macros.knowledge.records import items
from macros.publish.made.generated import origin
from tests.conftest import ROOT, SITE_URL
from tests.knowledge.spoil import sound, spoil


@pytest.fixture(scope="module")
def sender():
    return origin(ROOT / "docs", "Leren", SITE_URL)


@pytest.fixture(scope="module")
def everything(sender):
    return json.loads(json.dumps(all_data(sender)))


@pytest.fixture(scope="module")
def schema(sender):
    found = json.loads(json.dumps(data_schema(sender)))
    Draft202012Validator.check_schema(found)
    return found


def ids(value) -> set[str]:
    """All ids that stand in data, however deep."""
    if isinstance(value, list):
        return set().union(*map(ids, value))
    if isinstance(value, dict):
        return {value["id"] for _ in [0] if "id" in value} | set().union(*map(ids, value.values()))
    return set()


def test_everything_is_in_it(everything, bank):
    wanted = {page.record.id for page in told_pages(bank)} | {
        one.id for page in told_pages(bank) for one in items(page.record)
    }
    assert len(wanted) > 900 and wanted <= ids(everything["records"])
    assert all(one["adres"].startswith(SITE_URL) for one in everything["records"])
    text = "".join(one.get("tekst", "") for one in everything["records"])
    assert "{{" not in text and ".md)" not in text and "](../" not in text


def test_every_part_is_at_its_address_but_for_those_of_which_the_page_says_so(everything, site):
    lost, relations = set(), {}
    for record in everything["records"]:
        page = record["adres"].removeprefix(SITE_URL)
        anchors = set(html.parse(str(site / page / "index.html")).xpath("//@id"))
        own = {name: value for name, value in record.items() if name not in ("id", "verwant")}
        lost |= {(record["id"], id) for id in ids(own) - anchors}
        relations |= {
            one["id"]: one["naar"] for one in record.get("verwant", ()) if one.get("id", "") not in anchors | {""}
        }
    assert {record for record, _ in lost} == {"colofon"} and ("colofon", "h1.1") in lost
    elsewhere = set(html.parse(str(site / "bronnen/wat-staat-waar/index.html")).xpath("//@id"))
    assert {f"deel-{id.replace('.', '-')}" for _, id in lost} - elsewhere == {"deel-p1", "deel-p2"}
    told = (ROOT / "docs" / "data" / "index.md").read_text(encoding="utf-8")
    assert all(f"`{id}`" in told for id in ("h1.1", "p1", "p2", "verwant", "naar", "rel-04")) and "#deel-h1-1" in told
    assert relations["rel-04"]


def test_a_link_in_a_text_leads_from_anywhere_however_it_is_written(tmp_path):
    docs = sound(tmp_path)
    written = ("[a](../veld.md)", '[b](../veld.md "Een veld")', "[c](<../veld.md>)", "[d][e]\n\n[e]: ../veld.md")
    spoil(docs, "kaarten/kaart.md", "Ga terug naar [het veld](../veld.md).", " ".join(written))
    (told,) = [one for one in all_data(origin(docs, "Leren", SITE_URL))["records"] if one["id"] == "wk1"]
    field = f"{SITE_URL}veld/"
    assert told["tekst"] == f'[a]({field}) [b]({field} "Een veld") [c](<{field}>) [d][e]\n\n[e]: {field}'


def test_it_holds_to_the_schema_and_a_spoiled_copy_does_not(everything, schema):
    # As the page says: below the name of its kind, with a capital.
    by_kind = {
        kind: Draft202012Validator({"$ref": f"#/$defs/{kind.capitalize()}", "$defs": schema["$defs"]})
        for kind in {one["soort"] for one in everything["records"]}
    }
    for one in everything["records"]:
        assert next(by_kind[one["soort"]].iter_errors(one), None) is None, one["id"]
        other = next(kind for kind in by_kind if kind != one["soort"])
        assert not by_kind[other].is_valid(one), one["id"]
    told = (ROOT / "docs" / "data" / "index.md").read_text(encoding="utf-8")
    assert "`#/$defs/Begrip`" in told and "begrip" in by_kind
    head = {**everything, "records": everything["records"][:2]}
    assert Draft202012Validator(schema).is_valid(head)
    for wrong in ({"soort": "onbekend"}, {"adres": 1}, {"verzonnen": True}, {"titel": ""}):
        one = {**copy.deepcopy(everything["records"][0]), **wrong}
        assert not Draft202012Validator(schema).is_valid({**head, "records": [one]}), wrong


def test_the_schema_for_editors_takes_every_page_and_refuses_a_misspelled_field(bank):
    schema = json.loads(json.dumps(front_matter_schema()))
    Draft202012Validator.check_schema(schema)
    by_name = {
        one["properties"]["soort"]["const"]: one
        for one in schema["$defs"].values()
        if "soort" in one["properties"] and "const" in one["properties"]["soort"]
    }
    for page in bank.pages:
        front = yaml.load((ROOT / "docs" / page.path).read_text(encoding="utf-8").split("---\n")[1], yaml.CSafeLoader)
        one = Draft202012Validator({**by_name[front["soort"]], "$defs": schema["$defs"]})
        assert [error.message for error in one.iter_errors(front)] == [], page.path
        assert not one.is_valid({**front, "samenvating": "x"})
    assert all("description" in field for field in by_name["les"]["properties"].values() if "const" not in field)


def test_the_files_of_the_site_are_those(site, everything, bank):
    told = json.loads((site / "data/alles.json").read_text(encoding="utf-8"))
    assert told["records"] == everything["records"] and "licentie" not in told
    for page in told_pages(bank):
        one = json.loads((site / f"data/{page.record.id}.json").read_text(encoding="utf-8"))
        assert one["id"] == page.record.id and "tekst" not in one
