"""Proves that content can be added as README and Bijdragen say, without a test that counts it out."""

import shutil
from importlib import import_module
from inspect import signature

import pytest

from macros import calls
from macros.cards import contents
from macros.knowledge.reader import load
from macros.knowledge.records import Deck
from macros.publish import check
from tests.conftest import ROOT, SITE_URL
from tests.knowledge.spoil import spoil

QUESTION = "  - id: sv4-eigen-1\n    vraag: Wat zou je morgen anders doen?\n    deelvragen:\n      - Met wie?\n"
CONCEPT = """---
soort: begrip
id: aarzelen
titel: Aarzelen
samenvatting: Even wachten voor je kiest.
thema: leren
zie_ook: [vertragen]
---

Wie aarzelt, [vertraagt](vertragen.md).
"""


@pytest.fixture
def docs(tmp_path):
    """A copy of the content with one more question and one more concept."""
    docs = shutil.copytree(ROOT / "docs", tmp_path / "docs")
    spoil(docs, "spanningsvelden/doorgaan-of-vertragen.md", "stemmen:\n", f"{QUESTION}stemmen:\n")
    (docs / "begrippen/aarzelen.md").write_text(CONCEPT, encoding="utf-8")
    return docs


def test_what_is_added_is_everywhere_by_itself(docs):
    assert check(calls(docs, SITE_URL)) == ()
    bank = load(docs)
    deck = next(deck for deck in bank.of_kind(Deck) if deck.id == "reflectievragen-sv4")
    assert "sv4-eigen-1" in {card.id for _, cards in contents(bank, deck).sheets for card in cards}
    assert [record.id for record in bank.mentioned_by["vertragen"] if record.id == "aarzelen"] == ["aarzelen"]


def asking(module) -> list[tuple]:
    """The tests in `module` that ask only the content, each with its own values beside it."""
    found = []
    for name, test in vars(module).items():
        marks = getattr(test, "pytestmark", [])
        if not name.startswith("test_") or any(mark.name == "skipif" and mark.args[0] for mark in marks):
            continue
        cases = [{}]
        for names, values, *_ in (mark.args for mark in marks if mark.name == "parametrize"):
            keys = [key.strip() for key in names.split(",")]
            cases = [
                {**case, **dict(zip(keys, value if len(keys) > 1 else [value]))} for case in cases for value in values
            ]
        found += [(test, case) for case in cases if signature(test).parameters.keys() == {"bank", *case}]
    return found


def test_the_tests_of_content_stay_green(docs, monkeypatch):
    bank, asked = load(docs), 0
    for room, name in (
        ("exchange", "literature"),
        ("knowledge", "records"),
        ("pages", "letters"),
        ("knowledge", "herkomst"),
    ):
        monkeypatch.syspath_prepend(ROOT / "tests" / room)
        for test, case in asking(import_module(f"tests.{room}.test_{name}")):
            test(bank=bank, **case)
            asked += 1
    assert asked > 20
