"""Proves that a title is told that the picture of its page can't show."""

import pytest

from macros.knowledge.errors import ContentError
from macros.publish.generated import print_shop
from macros.publish.share import share_pictures
from tests.conftest import ROOT, SITE_URL


def test_a_sign_that_the_letter_has_not_is_told_with_the_page(bank):
    shop = print_shop(ROOT / "docs", SITE_URL)
    field = bank.places["sv4"].page.record
    with pytest.raises(ContentError) as refused:
        list(share_pictures(shop, [field.model_copy(update={"titel": "Doorgaan 😀"})]))
    assert str(refused.value) == (
        "spanningsvelden/doorgaan-of-vertragen.md: op het plaatje van deze pagina in een chat staat een teken dat het lettertype "
        "niet heeft; er staat `😀 (U+1F600)`; verwacht: letters, cijfers en gewone leestekens"
    )
    assert len(list(share_pictures(shop, [field]))) == 1
