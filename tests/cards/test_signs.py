"""Proves that every pole, werkkaart and deck has a pictogram, drawn so that page, dark page and card can each give it their own colour."""

import io
import re
from xml.etree import ElementTree

import pytest
import typst
from PIL import Image

from macros.cards import deck_cards
from macros.cards.deck.faces import face_data
from macros.knowledge.items import Subcategorie
from macros.knowledge.records import KINDS, Spanningsveld, Werkkaart
from tests.cards.conftest import ADDRESS, BANK, DECKS, SIGNS
from tests.conftest import ROOT, site_of

SHAPES = {"svg", "path", "rect", "circle", "line"}
SETS, KIND_SIGNS, PATTERNS = SIGNS / "sets", SIGNS / "soorten", SIGNS / "patronen"
FILES = sorted([*SIGNS.glob("*.svg"), *SETS.glob("*.svg"), *KIND_SIGNS.glob("*.svg")])


def test_a_sign_for_every_pole_and_every_werkkaart_and_no_more(bank):
    expected = {f"{field.id}-{side}.svg" for field in bank.of_kind(Spanningsveld) for side in ("links", "rechts")}
    expected |= {f"{card.id}.svg" for card in bank.of_kind(Werkkaart)}
    assert {file.name for file in SIGNS.iterdir() if file.is_file()} == expected


def test_a_sign_for_every_deck_and_no_more():
    assert {file.name for file in SETS.iterdir()} == {f"{deck.teken}.svg" for deck in DECKS.values()}


def test_a_sign_of_a_kind_is_of_one_that_there_is():
    assert {file.stem for file in KIND_SIGNS.iterdir()} <= KINDS.keys()


def test_no_two_decks_have_the_same_sign_or_pattern():
    """Face down a deck is told by these, also where a printer has no colours."""
    for kind, folder in (("teken", SETS), ("patroon", PATTERNS)):
        found = [(folder / f"{getattr(deck, kind)}.svg").read_text() for deck in DECKS.values()]
        assert len(set(found)) == len(found)
    assert {file.name for file in PATTERNS.iterdir()} == {f"{deck.patroon}.svg" for deck in DECKS.values()}


@pytest.mark.parametrize("file", sorted(PATTERNS.glob("*.svg")), ids=lambda file: file.stem)
def test_a_pattern_can_be_moved_and_stays_in_its_piece(file):
    """One path in which each stroke begins with `M` and goes on in steps."""
    (path,) = ElementTree.parse(file).getroot()
    assert not set(path.get("d")) & set("LHVCSQTAZ") and path.get("d").startswith("M")
    starts = re.findall(r"M(-?[\d.]+)[ ,]?(-?[\d.]+)", path.get("d"))
    assert len(starts) == path.get("d").count("M")
    for x, y in starts:
        assert 0 <= float(x) <= 24 and 0 <= float(y) <= 24


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_lines_in_the_current_colour_only(file):
    root = ElementTree.parse(file).getroot()
    assert root.get("viewBox") == "0 0 32 32"
    assert file.stat().st_size <= 3000
    assert (root.get("fill"), root.get("stroke")) == ("none", "currentColor")
    for element in root.iter():
        assert element.tag.split("}")[1] in SHAPES
        assert "style" not in element.attrib and "class" not in element.attrib
        assert element is root or not {"fill", "stroke"} & set(element.attrib)
    assert file.stat().st_size < 900


def test_no_two_signs_are_drawn_alike():
    drawings = [file.read_text() for file in (*SIGNS.glob("*.svg"), *SETS.glob("*.svg"))]
    assert len(set(drawings)) == len(drawings)


DRAWN = sorted((SIGNS / "kaarten").glob("*.svg"))


@pytest.mark.parametrize("file", DRAWN, ids=lambda file: file.stem)
def test_a_drawing_is_a_line_in_the_current_colour(file):
    """Of the same size and pen as all others, and no larger than a drawing by hand is."""
    root = ElementTree.parse(file).getroot()
    assert (root.get("viewBox"), root.get("stroke-width")) == ("0 0 180 66", "4.5")
    assert (root.get("fill"), root.get("stroke")) == ("none", "currentColor")
    assert {element.tag.split("}")[1] for element in root.iter()} <= SHAPES
    assert not any({"fill", "stroke", "style", "class"} & {*element.attrib} for element in root if element is not root)
    assert file.stat().st_size < 3000


def beyond(drawings: list[str]) -> list[float]:
    """How far the ink of each drawing goes beyond its own edges, in its own units; below nothing when it stays within."""
    margin, files, pages = 10, {}, "#set page(width: auto, height: auto, margin: 0pt)\n"
    for number, drawing in enumerate(drawings):
        x, y, width, height = (float(one) for one in re.search(r'viewBox="([^"]*)"', drawing)[1].split())
        box = f'viewBox="{x - margin} {y - margin} {width + 2 * margin} {height + 2 * margin}"'
        files[f"{number}.svg"] = (
            re.sub('viewBox="[^"]*"', box, drawing, count=1).replace("currentColor", "#000").encode()
        )
        pages += f'#page(image("{number}.svg", width: {width + 2 * margin}pt))\n'
    files["main.typ"] = pages.encode()
    found = []
    for page in typst.Compiler(files).compile(format="png", ppi=144):
        picture = Image.open(io.BytesIO(page)).convert("L").point(lambda value: 255 * (value < 128))
        left, top, right, bottom = picture.getbbox()
        least = min(left, top, picture.width - right, picture.height - bottom)
        found.append(margin - least / 2)
    return found


def test_no_drawing_is_cut_off_at_its_edge():
    files = [*DRAWN, *FILES]
    cut = DRAWN[0].read_text().replace("M14", "M-4")
    *found, last = beyond([*(file.read_text() for file in files), cut])
    assert {file.stem: far for file, far in zip(files, found, strict=True) if far > 0.5} == {}
    assert last > 0.5


def test_every_emotion_verb_role_event_and_phase_is_drawn_and_nothing_else():
    wanted = {
        card.id
        for deck in ("emoties", "werkwoorden", "rollen", "gebeurtenissen", "fasekaarten")
        for card in deck_cards(BANK, DECKS[deck])
        if card.soort in ("tekst", "groep") and not isinstance(card.item, Subcategorie)
    }
    assert {file.stem for file in DRAWN} == wanted and len(wanted) > 60
    assert len({file.read_text() for file in DRAWN}) == len(DRAWN)


@pytest.mark.parametrize(
    "id, deck, drawing", [("wk8-2b", "fasekaarten", "wk8-fase2"), ("wk1-i1", "begeleiderskaarten", None)]
)
def test_a_part_of_a_phase_has_the_drawing_of_its_phase(id, deck, drawing):
    card = next(card for card in deck_cards(BANK, DECKS[deck]) if card.id == id)
    drawn = face_data(BANK, DECKS[deck], card, ADDRESS, SIGNS)["tekening"]
    if drawing is None:
        assert drawn is None
    else:
        whole = (SIGNS / "kaarten" / f"{drawing}.svg").read_text().strip()
        assert drawn == whole.replace("currentColor", DECKS[deck].kleur)


@pytest.mark.parametrize("file", sorted(SIGNS.glob("*.svg")), ids=lambda file: file.stem)
def test_a_sign_on_a_page_has_each_shape_as_it_was_drawn(file):
    """Of the drawing itself the page decides the size."""
    shown = ElementTree.fromstring(site_of(ROOT / "docs", "index.md").sign(file.stem))
    drawn = ElementTree.parse(file).getroot()
    assert [(one.tag, one.attrib) for one in shown] == [
        (one.tag.split("}")[1], one.attrib) for one in drawn if not one.tag.endswith("title")
    ]
    assert not {"width", "height"} & set(shown.attrib)
