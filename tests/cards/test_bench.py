"""Proves that what WeasyPrint prints in the bench has the words of our cards, so that the bench keeps up with them."""

import re
from html import unescape
from pathlib import Path

import pytest

from macros.cards import deck_cards
from macros.cards.deck.faces import face_data
from macros.cards.deck.typography import texts
from tests.cards.conftest import ADDRESS, BANK, DECKS, SIGNS, shop_of
from tests.conftest import ROOT

TAG = re.compile("<[^>]+>")
# What tells the templates how to set a face, is part of a longer text on it, or is on some cards only.
UNPRINTED = {
    "soort",
    "url",
    "qr",
    "adres",
    "anker",
    "kleur",
    "aard",
    "rang",
    "begin",
    "uitleg",
    "teken",
    "tekening",
    "toelichting",
}


@pytest.fixture(scope="module")
def bench():
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(ROOT / "bench")
        import cardpages
        import cardtexts

        yield cardpages, cardtexts


def words(value):
    """The texts of a face that are printed."""
    if isinstance(value, dict):
        return [text for key, one in value.items() if key not in UNPRINTED for text in words(one)]
    if isinstance(value, (list, tuple)):
        return [text for one in value for text in words(one)]
    return list(texts(value)) if isinstance(value, str) else []


@pytest.mark.parametrize("deck", DECKS)
def test_the_bench_prints_every_text_of_a_card(bench, deck, fonts, tmp_path: Path):
    cardpages, cardtexts = bench
    deck, shop = DECKS[deck], shop_of(BANK, fonts)
    cards = deck_cards(BANK, deck)

    def told(shop, deck, size):
        return cardpages.Told(cardpages.rug(size).hoofden[-1], [lambda side, text: True for _ in cards])

    _, page = next(cardpages.deck_pages(shop, deck, tmp_path, told))
    read = cardtexts.letters(unescape(TAG.sub(" ", page)))
    missing = [
        (card.id, text)
        for card in cards
        for text in words(face_data(BANK, deck, card, ADDRESS, SIGNS))
        if cardtexts.letters(text) not in read
    ]
    assert missing == []
    assert cardtexts.letters("Dit staat op geen kaart") not in read
