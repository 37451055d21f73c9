"""Proves that a page tells how much of the paper of a deck takes ink, as measured on its real PDF."""

import pypdfium2
import pytest
from PIL import Image, ImageChops

from tests.cards.conftest import DECKS, FORMS, Job
from tests.cards.paper import MM


def covered(pdf):
    """How many percent of the pages take ink, where a point that is half as dark as black counts for half.

    Of a colour its darkest part counts: that ink covers the paper there.
    """
    inked, points = 0.0, 0
    for page in pypdfium2.PdfDocument(pdf):
        picture = page.render(scale=2 / MM).to_pil().convert("RGB")
        dark = min_of(picture).histogram()
        inked += sum(many * (255 - light) / 255 for light, many in enumerate(dark))
        points += sum(dark)
    return 100 * inked / points


def min_of(picture):
    """The darkest of the three colours of each point."""
    red, green, blue = picture.split()
    return ImageChops.darker(ImageChops.darker(red, green), blue)


@pytest.mark.parametrize("deck", DECKS.values(), ids=DECKS)
def test_what_a_page_tells_of_the_ink_is_what_it_takes(press, deck):
    usual = FORMS[deck.maten[0]]
    found = [covered(press(Job(deck.id, form)).pdf) for form in (usual.id, f"{usual.id}-zuinig")]
    assert [deck.inkt, deck.inkt_zuinig] == pytest.approx(found, abs=0.8)
    assert deck.inkt_zuinig < deck.inkt


def test_a_page_half_dark_is_measured_as_such(tmp_path):
    page = Image.new("RGB", (200, 100), "#ffffff")
    page.paste("#120056", (0, 0, 100, 100))
    page.save(tmp_path / "half.pdf")
    assert covered((tmp_path / "half.pdf").read_bytes()) == pytest.approx(50, abs=1)
