"""Proves that the table of all ways of working leaves none out, says what is reckoned, and that links into it are checked."""

import pytest
from lxml import html

from macros.knowledge.errors import ContentError
from macros.knowledge.records import Werkkaart
from macros.pages.oogopslag.macro import oogopslag, rows_of, werkvormen
from tests.conftest import ROOT, site_of
from tests.knowledge.spoil import SOUND

HERE = site_of(ROOT / "docs", "werkkaarten/index.md")


def lines(tree) -> dict[str, str]:
    """What each line of the table says, by the address it leads to."""
    return {row.xpath(".//a/@href")[0]: " ".join(row.text_content().split()) for row in tree.xpath("//tr[th//a]")}


def test_every_card_and_exercise_is_in_the_table_with_what_it_asks(bank):
    tree = html.fromstring(oogopslag(HERE))
    said = lines(tree)
    assert list(said) == [HERE.url(row.id) for card in bank.of_kind(Werkkaart) for row in rows_of(card)]
    assert {"perspectiefwissel/#wk5-m1", "andere-taal/#wk6-slot", "tijdlijn/"} < set(said)
    assert "perspectiefwissel/" not in said and tree.xpath("//tbody[@class]") == []
    for words in ("± 75 minuten", "6 tot 16", "enige ervaring", "persoonlijk", "met aanpassing", "pen en papier"):
        assert words in said["perspectiefwissel/#wk5-m1"]
    note = tree.find_class("oog-noot")[0].text_content()
    assert "(redactie)" in note and "15 minuten (‘Als besluiten" in note and "3 minuten (‘In beweging" in note


def test_what_is_not_estimated_stands_apart_and_says_so():
    tree = html.fromstring(oogopslag(site_of(SOUND, "index.md")))
    assert tree.xpath("//tbody[@class='oog-ongeschat']//th/text()")[:1] == ["Niet geschat"]
    assert list(lines(tree)) == ["kaarten/kaart/"] and "niet geschat" in lines(tree)["kaarten/kaart/"]
    assert tree.xpath("//tr[@data-tijd]") == []


def test_a_link_into_the_table_asks_what_a_filter_offers():
    assert 'href="./#tijd=30&amp;groep=8"' in werkvormen(HERE, "Kort", "tijd=30&groep=8")


@pytest.mark.parametrize("wrong, meant", [("tijd=30&fase=wk8-fase22", "fase=wk8-fase2"), ("groep=0", None)])
def test_what_no_filter_offers_is_refused(wrong, meant):
    with pytest.raises(
        ContentError, match=f"bedoelde je `{meant}`" if meant else "macro `werkvormen` kent deze waarde"
    ):
        werkvormen(HERE, "Kort", wrong)
