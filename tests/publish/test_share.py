"""Proves that the picture of a page shows its title whole and what it is one of, and that a title it can't show is told."""

import pytest

from macros.cards.press.document import Document
from macros.cards.press.fonts import families_and_characters
from macros.knowledge.errors import ContentError
from macros.publish.made.generated import print_shop
from macros.publish.made.share import share_picture, share_pictures
from tests.cards import reading
from tests.conftest import ROOT, SITE_URL


def test_a_sign_that_the_letter_has_not_is_told_with_its_field(bank):
    shop = print_shop(ROOT / "docs", SITE_URL)
    field = bank.places["sv4"].page.record
    with pytest.raises(ContentError) as refused:
        list(share_pictures(shop, [field.model_copy(update={"titel": "Doorgaan 😀"})]))
    assert str(refused.value) == (
        "spanningsvelden/doorgaan-of-vertragen.md: veld `titel`: het lettertype voor kaarten, papier en plaatjes heeft dit teken "
        "niet; er staat `😀 (U+1F600)`; verwacht: letters, cijfers en gewone leestekens"
    )
    assert len(list(share_pictures(shop, [field]))) == 1


def wrongly_set(page, title):
    """What is wrong with `title` on the picture `page`: lines that break a word, and no white below the kind of page."""
    large = [letter for letter in page.letters if letter.size > 40]
    lines = {}
    for letter in large:
        lines.setdefault(round(letter.y), []).append(letter)
    words = [word for line in lines.values() for word in reading.words(line)]
    above = [letter.bottom for letter in page.letters if letter.bottom < min(one.bottom for one in large)]
    close = above and min(letter.top for letter in large) - max(above) < 20 / reading.MM
    return [*(word for word in words if word not in title.split()), *(["close"] if close else [])]


def test_a_title_is_broken_between_words_and_stands_free(bank):
    shop = print_shop(ROOT / "docs", SITE_URL)
    pictures = [share_picture(bank, page.record) for page in bank.pages]
    own = {"maker": "Samen leren balanceren", "lettertype": families_and_characters(shop.fonts)[0], "proefadres": False}

    def set_with(*data):
        return reading.pages(Document("deelbeeld.typ", own | {"beelden": data}, shop.fonts, {}).pdf())

    pages = set_with(*(one.data(shop.signs) for one in pictures))
    found = {one.record.id: wrongly_set(page, one.record.titel) for one, page in zip(pictures, pages, strict=True)}
    assert {id: wrong for id, wrong in found.items() if wrong} == {}
    (broken,) = set_with(pictures[0].data(shop.signs) | {"titel": "Verantwoordelijkheidsverdelingsoverleg"})
    assert wrongly_set(broken, "Verantwoordelijkheidsverdelingsoverleg")


def test_a_picture_says_what_its_page_is_one_of_and_nothing_where_that_is_nothing(bank):
    kinds = {
        id: share_picture(bank, bank.places[id].page.record).kind for id in ("start", "zoeken", "bijdragen", "sv4")
    }
    assert kinds == {"start": "", "zoeken": "", "bijdragen": "Over", "sv4": "Spanningsveld 4"}
    assert share_picture(bank, bank.places["start"].page.record).alt == bank.places["start"].page.record.titel
