"""Proves that the pictures for the screen are small, upright, and free of anything a strict policy would block."""

import gzip
from xml.etree import ElementTree

import pytest

from macros import cards
from macros.cards.screen import for_screen
from tests.cards.conftest import SITE_URL

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module", params=["reflectievragen", "werkkaarten-vouwkaarten"])
def previews(request, bank, decks, fonts):
    return decks[request.param], cards.render_previews(bank, decks[request.param], SITE_URL, fonts)


def test_one_picture_for_each_side(bank, previews):
    deck, pictures = previews
    assert len(pictures) == 2 * len(cards.sheets(bank, deck))


def test_small_enough_for_a_phone(previews):
    assert max(len(gzip.compress(picture)) for picture in previews[1]) < 80_000


def test_nothing_from_elsewhere_and_no_style_or_script(previews):
    for picture in previews[1]:
        assert b"data:" not in picture
        for element in ElementTree.fromstring(picture).iter():
            assert element.tag not in (f"{SVG}style", f"{SVG}script", f"{SVG}image", f"{SVG}foreignObject")
            assert not [name for name in element.attrib if name == "style" or name.startswith("on")]


def test_backs_are_turned_upright(previews):
    for number, picture in enumerate(previews[1]):
        turned = b'<g transform="rotate(180 420.94' in picture[:600]
        assert turned == (number % 2 == 1)


def test_equal_input_gives_equal_bytes(bank, previews, fonts):
    deck, pictures = previews
    assert cards.render_previews(bank, deck, SITE_URL, fonts) == pictures


def test_svg_of_another_make_is_noticed():
    with pytest.raises(ValueError, match="data:"):
        for_screen('<svg viewBox="0 0 1 1"><image href="data:image/png;base64,AA"/></svg>', upside_down=False)
    with pytest.raises(ValueError, match="root"):
        for_screen("<svg></svg>", upside_down=True)
