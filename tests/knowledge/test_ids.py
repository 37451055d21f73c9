"""What may be an id is said once, in Python: the scripts that find ids in links and files find every one."""

from pathlib import Path

import pytest
from pydantic import TypeAdapter, ValidationError

from macros.knowledge.items import Id
from macros.knowledge.reader import load
from tests.conftest import ROOT
from tests.programs import answer

LONGEST = "a" * 60


def found(*ids: str) -> list[dict]:
    """By id what each script says of it."""
    return answer(Path(__file__).with_name("ids.js"), ids)


def may_be(id: str) -> bool:
    try:
        return bool(TypeAdapter(Id).validate_python(id))
    except ValidationError:
        return False


@pytest.mark.parametrize("id", ["a", "4", "sv4-v6", "a-1-b", "2-a", LONGEST])
def test_an_id_that_may_be_is_found_in_every_link_and_file(id):
    assert may_be(id) and found(id) == [{"plan": True, "reflectie": True, "kaart": True}]


@pytest.mark.parametrize("id", ["", "A", "a.b", "a_b", "a--b", "-a", "a-", "a b", "é", "a\n", "a~b", "a,b", "a=b"])
def test_what_may_be_no_id_is_no_block_of_a_plan(id):
    assert not may_be(id) and not found(id)[0]["plan"]


def test_an_id_that_is_too_long_for_a_link_may_not_be():
    assert not may_be(LONGEST + "a") and not found(LONGEST + "a")[0]["plan"]


@pytest.mark.parametrize("id", ["zelf-1", "klein-2", "achter-30"])
def test_a_card_that_a_reader_writes_has_an_id_of_its_own(id):
    """The control: pages and parts are refused these, in bad_input.yml."""
    assert not found(id)[0]["kaart"]


def test_every_id_of_the_site_is_found():
    bank = load(ROOT / "docs")
    ids = [id for id, place in bank.places.items() if place.item or place.page.record.id == id]
    assert len(ids) > 1000
    assert [id for id, told in zip(ids, found(*ids)) if not all(told.values())] == []
