"""Proves that the fonts for the cards are made once, always the same, and that a missing one is told in Dutch."""

import pytest
from fontTools.ttLib import TTFont

from macros.cards import static_fonts
from macros.knowledge.errors import ContentError
from tests.cards.conftest import FONT


def test_one_file_for_each_weight_and_the_same_bytes_every_time(fonts, tmp_path):
    again = static_fonts(FONT, tmp_path)
    files = sorted(fonts.glob("*.ttf"))
    assert [TTFont(file)["OS/2"].usWeightClass for file in files] == [400, 650, 780]
    assert [file.read_bytes() for file in files] == [(again / file.name).read_bytes() for file in files]
    assert not any("fvar" in TTFont(file) for file in files)


def test_fonts_that_are_there_are_not_made_again(fonts, tmp_path):
    """An empty folder with their name stays empty."""
    there = tmp_path / fonts.name
    there.mkdir()
    assert static_fonts(FONT, tmp_path) == there and list(there.iterdir()) == []


def test_a_missing_font(tmp_path):
    with pytest.raises(ContentError) as error:
        static_fonts(tmp_path / "weg.woff2", tmp_path)
    assert str(error.value).startswith("weg.woff2: het lettertype voor de kaarten ontbreekt; er staat `")


def test_something_that_is_no_font(tmp_path):
    (tmp_path / "brief.woff2").write_text("Beste lezer,")
    with pytest.raises(ContentError, match="dit is geen variabel lettertype"):
        static_fonts(tmp_path / "brief.woff2", tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["brief.woff2"], "half-made fonts are left behind"
