"""Proves that the way to the headings of another page has each of them, under the anchor that it has there."""

import pytest
from lxml import html

from macros.knowledge.errors import ContentError
from macros.pages.wegwijzer.macro import wegwijzer
from tests.conftest import ROOT, site_of

HERE = site_of(ROOT / "docs", "over/bijdragen.md")


def test_every_heading_is_a_link_and_an_anchor_in_its_group(bank):
    tree = html.fromstring(wegwijzer(HERE, "naslag"))
    anchors = [heading.anchor for heading in bank.by_path["over/naslag.md"].prose.headings]
    assert tree.xpath("//li/@id") == anchors and {"begrip", "model", "model_1"} < set(anchors)
    assert tree.xpath("//a/@href") == [f"../naslag/#{anchor}" for anchor in anchors]
    assert tree.xpath("//li[@id='macros']/ul/li[1]/@id") == ["lijn"]


def test_the_headings_of_an_unknown_page_are_refused():
    with pytest.raises(ContentError, match="macro `wegwijzer` kent deze waarde niet; .*bedoelde je `naslag`"):
        wegwijzer(HERE, "naslagg")
