"""Proves that every pole has a pictogram, drawn so that page, dark page and card can each give it their own colour."""

from xml.etree import ElementTree

import pytest

from macros.cards.render import SIGNS
from macros.knowledge.records import Spanningsveld
from tests.conftest import ROOT

SHAPES = {"svg", "path", "rect", "circle", "line"}


def test_a_sign_for_every_pole_and_no_more(bank):
    fields = bank.van_soort(Spanningsveld)
    expected = {f"{field.id}-{side}.svg" for field in fields for side in ("links", "rechts")}
    assert {file.name for file in SIGNS.iterdir()} == expected


@pytest.mark.parametrize("file", sorted((ROOT / "docs" / "assets" / "tekens").glob("*.svg")), ids=lambda file: file.stem)
def test_lines_in_the_current_colour_only(file):
    root = ElementTree.parse(file).getroot()
    assert root.get("viewBox") == "0 0 32 32"
    assert (root.get("fill"), root.get("stroke")) == ("none", "currentColor")
    for element in root.iter():
        assert element.tag.split("}")[1] in SHAPES
        assert "style" not in element.attrib and "class" not in element.attrib
        assert element is root or not {"fill", "stroke"} & set(element.attrib)
    assert file.stat().st_size < 900
