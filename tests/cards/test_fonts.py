"""Proves that the fonts for the cards are made once, always the same, have the letters of names, and that a missing one is told."""

import io

import pdfplumber
import pytest
from fontTools.ttLib import TTFont

from macros import cards
from macros.cards import static_fonts
from macros.cards.press.fonts import WEIGHTS, families_and_characters
from macros.cards.press.letters import WRITTEN, letters
from macros.knowledge.errors import ContentError
from macros.publish.made.browser import FONTS
from tests.cards.conftest import BANK, DECKS, FORMS, shop_of, with_decks

pytestmark = pytest.mark.whole  # makes every font anew

SOURCES = tuple(FONTS.values())
NAMES = "Łukasz Şahin Ağa Čapek"
# Of Polish, Czech, Slovak, Hungarian, Romanian, Croatian, Turkish, the Baltic and Nordic languages, Maltese, Welsh and French.
LETTERS = (
    "ĄĆĘŁŃÓŚŹŻ ÁČĎÉĚÍŇŘŠŤÚŮÝŽ ĽĹŔÔÄ ŐŰÖÜ ĂÂÎȘȚ ĐŽ ÇĞİŞ ĀĒĢĪĶĻŅŪ ĖĮŠŲ ÅÆØÐÞ ĊĠĦ ẀẂẄŴŶỲ ŒŸÀÈÙËÏ"
    "ąćęłńóśźż áčďéěíňřšťúůýž ľĺŕôä őűöü ăâîșț đž çğış āēģīķļņū ėįšų åæøðþ ċġħ ẁẃẅŵŷỳ œÿàèùëï ßẞ"
)


def test_a_file_of_each_font_for_each_weight_and_the_same_bytes_every_time(fonts, tmp_path):
    again = static_fonts(SOURCES, tmp_path)
    files = sorted(fonts.glob("*.ttf"))
    assert [TTFont(file)["OS/2"].usWeightClass for file in files] == [400, 650, 780] * len(SOURCES)
    assert [file.read_bytes() for file in files] == [(again / file.name).read_bytes() for file in files]
    assert not any("fvar" in TTFont(file) for file in files)


def test_fonts_that_are_there_are_not_made_again(fonts, tmp_path):
    """An empty folder with their name stays empty."""
    there = tmp_path / fonts.name
    there.mkdir()
    assert static_fonts(SOURCES, tmp_path) == there and list(there.iterdir()) == []


def test_one_font_less_is_another_folder(fonts, tmp_path):
    assert static_fonts(SOURCES[:1], tmp_path).name != fonts.name


def test_the_letters_of_names_are_there(fonts, tmp_path):
    assert set(LETTERS) - families_and_characters(fonts)[1] == set()
    assert set("ŁŞğČ") & families_and_characters(static_fonts(SOURCES[:1], tmp_path))[1] == set()


def test_what_a_browser_is_told_of_letters_is_true_of_the_files_that_it_gets(fonts):
    told, files = letters(fonts)
    assert {*told} == {str(weight) for weight in WRITTEN}
    for some in told.values():
        known = {}
        for font in some:
            file = TTFont(io.BytesIO(files[font["bestand"]]))
            assert not {"GSUB", "GPOS"} & set(file.keys()) and "glyf" in file
            assert len(font["tekens"]) == len(font["nummers"]) == len(font["breed"]) == len(font["rijen"])
            for letter, number, wide in zip(font["tekens"], font["nummers"], font["breed"]):
                name = file.getBestCmap()[ord(letter)]
                assert (file.getGlyphID(name), file["hmtx"][name][0]) == (number, wide)
                known.setdefault(letter, font)
        assert set(LETTERS) <= set(known)
        # As the designer has it: an A and a V lean into each other, two n do not.
        first, *_ = some
        at = {letter: index for index, letter in enumerate(first["tekens"])}
        closer = [first["dichter"][first["rijen"][at[a]]][first["kolommen"][at[b]]] for a, b in ("AV", "nn")]
        assert closer[0] < -20 and closer[1] == 0


@pytest.fixture(scope="module")
def named(fonts):
    """A card with such names in its title and in a question, front and back."""
    deck = DECKS["rotonde"].model_copy(update={"kaarten": ("p2-rot1",), "spelregels": None, "opvullen": False})
    page = BANK.places["p2-rot1"].page
    return shop_of(with_names(page), fonts), deck


def with_names(page):
    """The Kennisbank with names on every card of `page`."""

    def renamed(value):
        if isinstance(value, tuple):
            return tuple(map(renamed, value))
        if not hasattr(value, "model_copy"):
            return value
        update = {field: renamed(getattr(value, field)) for field in type(value).model_fields}
        return value.model_copy(update=update | {field: NAMES for field in ("kop", "vraag") if field in update})

    record = renamed(page.record)
    return with_decks(DECKS | {record.id: record})


def weights(sign, number, fonts):
    """In which weights of font `number` this letter is as wide as it is on the sheet."""
    for weight in WEIGHTS:
        font = TTFont(fonts / f"{number}-{weight}.ttf")
        advance = font["hmtx"][font.getBestCmap()[ord(sign["text"])]][0]
        if abs(advance / 1000 * sign["size"] - sign["width"]) < 0.01:
            yield weight


def test_a_name_is_printed_in_our_letter(named, fonts):
    shop, deck = named
    pdf = cards.render_pdf(shop, deck, FORMS["a7"])
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        signs = [sign for page in document.pages for sign in page.chars]
    assert all("AtkinsonHyperlegibleNext" in sign["fontname"] for sign in signs)
    assert NAMES.replace(" ", "") in "".join(sign["text"] for sign in signs).replace(" ", "")
    special = [(sign, after) for sign, after in zip(signs, signs[1:]) if sign["text"] in "ŁŞğČ"]
    assert {sign["text"] for sign, _ in special} == set("ŁŞğČ")
    for sign, after in special:
        assert (sign["size"], sign["bottom"]) == pytest.approx((after["size"], after["bottom"]))
        assert set(weights(sign, 2, fonts)) == set(weights(after, 1, fonts)) != set()


def test_a_missing_font(tmp_path):
    with pytest.raises(ContentError) as error:
        static_fonts([SOURCES[0], tmp_path / "weg.woff2"], tmp_path)
    assert str(error.value).startswith("weg.woff2: het lettertype voor de kaarten ontbreekt; er staat `")


def test_something_that_is_no_font(tmp_path):
    (tmp_path / "brief.woff2").write_text("Beste lezer,")
    with pytest.raises(ContentError, match="dit is geen variabel lettertype"):
        static_fonts([tmp_path / "brief.woff2"], tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["brief.woff2"], "half-made fonts are left behind"
