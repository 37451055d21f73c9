"""Proves that a deck has as many cards wherever a page says how many: among all decks, on its own page and in the picker."""

import re

import pytest
from lxml import html

from macros.cards import deck_cards
from macros.knowledge.reader import load
from macros.knowledge.records import Deck
from macros.pages.kaartenkiezer.macro import kaartenkiezer
from macros.pages.kaartenvel.macro import kaartenvel
from macros.pages.overzicht.macro import overzicht
from tests.conftest import ROOT, site_of

DOCS = ROOT / "docs"
DECKS = load(DOCS).of_kind(Deck)


def counted(elements) -> set[int]:
    """What is told of each of `elements`: the number before the word for cards."""
    return {int(count) for one in elements for count in re.findall(r"(\d+)\s(?:kaart|kaarten)\b", one.text_content())}


@pytest.fixture(scope="module")
def pages(bank):
    """The page with all decks and the card picker."""
    return [
        html.fromstring(str(macro(site_of(DOCS, bank.path_of(page)), *given)))
        for macro, page, given in ((overzicht, "kaarten", ["deck"]), (kaartenkiezer, "zelf-kiezen", []))
    ]


@pytest.mark.parametrize("deck", DECKS, ids=lambda deck: deck.id)
def test_a_deck_has_as_many_cards_everywhere(deck, bank, pages):
    own = {sum(card.eigen for card in deck_cards(bank, deck))}
    (overview, picker), site = pages, site_of(DOCS, "kaarten/index.md")
    page = html.fromstring(str(kaartenvel(site_of(DOCS, bank.path_of(deck.id)), deck.id)))
    assert counted(overview.xpath(f"//a[@href='{site.url(deck.id)}']")) == own
    (row,) = picker.xpath(f"//*[@data-set='{deck.id}']")
    part_of_another = row.tag == "button"
    assert counted([row] if part_of_another else row.xpath("./summary | .//*[@class='kies-hele']")) == own
    assert {int(count) for count in page.xpath("//@data-van")} == own
    assert {len(page.xpath("//@data-van"))} == own


def test_a_set_says_which_of_its_cards_stand_with_another(pages):
    _, picker = pages
    for part in picker.xpath("//details[@class='kies-set'][@data-alle]"):
        boxes, told = part.xpath(".//input/@value"), part.xpath("string(./*[@class='kies-set-over'])")
        others = set(part.get("data-alle").split()) - set(boxes)
        assert others
        assert sum(int(count) for count in re.findall(r"(\d+) van deze kaarten sta", told)) == len(others)
