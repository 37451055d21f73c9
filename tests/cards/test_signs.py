"""Proves that every pole, werkkaart and deck has a pictogram, drawn so that page, dark page and card can each give it their own colour."""

from xml.etree import ElementTree

import pytest

from macros.knowledge.records import KINDS, Spanningsveld, Werkkaart
from tests.cards.conftest import DECKS, SIGNS

SHAPES = {"svg", "path", "rect", "circle", "line"}
SETS, KIND_SIGNS = SIGNS / "sets", SIGNS / "soorten"
FILES = sorted([*SIGNS.glob("*.svg"), *SETS.glob("*.svg"), *KIND_SIGNS.glob("*.svg")])


def test_a_sign_for_every_pole_and_every_werkkaart_and_no_more(bank):
    expected = {f"{field.id}-{side}.svg" for field in bank.of_kind(Spanningsveld) for side in ("links", "rechts")}
    expected |= {f"{card.id}.svg" for card in bank.of_kind(Werkkaart)}
    assert {file.name for file in SIGNS.iterdir() if file.is_file()} == expected


def test_a_sign_for_every_deck_and_no_more():
    assert {file.name for file in SETS.iterdir()} == {f"{deck.teken}.svg" for deck in DECKS.values()}


def test_a_sign_of_a_kind_is_of_one_that_there_is():
    assert {file.stem for file in KIND_SIGNS.iterdir()} <= KINDS.keys()


def test_decks_with_the_same_sign_ask_the_same_kind_of_question():
    """In a pile a sign tells decks apart; only those of questions by field share one."""
    shared = {}
    for deck in DECKS.values():
        shared.setdefault(deck.teken, []).append(deck)
    assert {sign for sign, decks in shared.items() if len(decks) > 1} <= {"vraag", "gesprek"}
    assert {deck.gezicht for deck in shared["vraag"]} == {"vraag"}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_lines_in_the_current_colour_only(file):
    root = ElementTree.parse(file).getroot()
    assert root.get("viewBox") == "0 0 32 32"
    assert file.stat().st_size <= 3000
    assert (root.get("fill"), root.get("stroke")) == ("none", "currentColor")
    for element in root.iter():
        assert element.tag.split("}")[1] in SHAPES
        assert "style" not in element.attrib and "class" not in element.attrib
        assert element is root or not {"fill", "stroke"} & set(element.attrib)
    assert file.stat().st_size < 900


def test_no_two_signs_are_drawn_alike():
    drawings = [file.read_text() for file in (*SIGNS.glob("*.svg"), *SETS.glob("*.svg"))]
    assert len(set(drawings)) == len(drawings)
