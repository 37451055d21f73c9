"""Proves that the backs of any two decks differ clearly in colour, by the formula that printers use."""

from io import BytesIO
from itertools import combinations
from math import atan2, cos, degrees, exp, hypot, pi, radians, sin, sqrt

import pytest
import typst
from PIL import Image

from macros.cards.press.rug import _lighter
from tests.cards.conftest import DECKS, SIGNS
from tests.cards.test_deck_prints import contrast

CLEARLY = 15
"""CIEDE2000; 2.3 is what one just sees side by side."""


def lab(colour):
    """CIELAB of a colour like `#0c5a60`, for daylight (D65)."""
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5))
    )
    x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
    y = 0.2126729 * red + 0.7151522 * green + 0.0721750 * blue
    z = (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883
    x, y, z = (
        value ** (1 / 3) if value > (6 / 29) ** 3 else value / (3 * (6 / 29) ** 2) + 4 / 29 for value in (x, y, z)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one, other):
    """CIEDE2000 between two colours in CIELAB: Sharma, Wu and Dalal, 2005."""
    (light, a, b), (light2, a2, b2) = one, other
    mean = (hypot(a, b) + hypot(a2, b2)) / 2
    stretch = 1.5 - 0.5 * sqrt(mean**7 / (mean**7 + 25**7))
    a, a2 = a * stretch, a2 * stretch
    chroma, chroma2 = hypot(a, b), hypot(a2, b2)
    hue, hue2 = (atan2(y, x) % (2 * pi) for x, y in ((a, b), (a2, b2)))
    turn = (hue2 - hue + pi) % (2 * pi) - pi if chroma and chroma2 else 0
    step = 2 * sqrt(chroma * chroma2) * sin(turn / 2)
    middle = hue + turn / 2 if chroma and chroma2 else hue + hue2
    lightness, mean = (light + light2) / 2, (chroma + chroma2) / 2
    weight = (
        1
        - 0.17 * cos(middle - radians(30))
        + 0.24 * cos(2 * middle)
        + 0.32 * cos(3 * middle + radians(6))
        - 0.2 * cos(4 * middle - radians(63))
    )
    by_light = 1 + 0.015 * (lightness - 50) ** 2 / sqrt(20 + (lightness - 50) ** 2)
    by_chroma, by_hue = 1 + 0.045 * mean, 1 + 0.015 * mean * weight
    blue = exp(-(((degrees(middle) % 360 - 275) / 25) ** 2))
    twist = -sin(radians(60 * blue)) * 2 * sqrt(mean**7 / (mean**7 + 25**7))
    far = (light2 - light) / by_light, (chroma2 - chroma) / by_chroma, step / by_hue
    return sqrt(far[0] ** 2 + far[1] ** 2 + far[2] ** 2 + twist * far[1] * far[2])


def test_any_two_backs_differ_clearly():
    near = [
        (one.id, other.id, round(far, 1))
        for one, other in combinations(DECKS.values(), 2)
        if (far := distance(lab(one.kleur), lab(other.kleur))) < CLEARLY
    ]
    assert near == [] and len(DECKS) > 20


def test_a_sign_in_the_colour_of_its_deck_can_be_seen_on_paper_also_in_grey():
    parts = {id: tuple(int(deck.kleur[at : at + 2], 16) for at in (1, 3, 5)) for id, deck in DECKS.items()}
    assert [id for id, colour in parts.items() if contrast(colour) < 4.5] == []


@pytest.mark.parametrize(
    "one, other, far",
    [
        # From the table by which programs for this formula are checked.
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, 2.5, 0), (56, -27, -3), 31.9030),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ],
)
def test_the_formula_is_the_one_of_the_printers(one, other, far):
    assert distance(one, other) == pytest.approx(far, abs=1e-4)


def test_colours_that_were_too_near_are_caught():
    """Emotions and recognition before they were told apart."""
    assert distance(lab("#97264d"), lab("#b3247e")) < CLEARLY


def in_grey(colour, tile):
    """A piece of a back as a printer without colours gives it: lightness of each point, from 0 to 100."""
    svg = tile.replace("<svg ", '<svg width="24pt" height="24pt" ', 1).replace("currentColor", _lighter(colour))
    source = b'#set page(width: 24pt, height: 24pt, margin: 0pt, fill: rgb(sys.inputs.vlak))\n#image("tegel.svg", width: 24pt)'
    png = typst.Compiler({"main.typ": source, "tegel.svg": svg.encode()}, sys_inputs={"vlak": colour})
    with Image.open(BytesIO(png.compile(format="png", ppi=72))) as picture:
        return [lab(f"#{3 * f'{light:02x}'}")[0] for light in picture.convert("L").tobytes()]


def apart(one, other):
    """How far two pieces are apart: in lightness as a whole, and in how many points of the pattern as it lies."""
    mean, mean2 = sum(one) / len(one), sum(other) / len(other)
    pattern = sum(abs((a - mean) - (b - mean2)) > 8 for a, b in zip(one, other)) / len(one)
    return abs(mean - mean2), pattern


def alike(greys):
    """Pairs that differ neither clearly in lightness nor in a seventh of their pattern."""
    far = ((a, b, apart(greys[a], greys[b])) for a, b in combinations(greys, 2))
    return [(a, b, light, pattern) for a, b, (light, pattern) in far if light < 10 and pattern < 1 / 7]


def test_any_two_backs_differ_in_grey_by_lightness_or_by_pattern():
    tiles = {id: (SIGNS / "patronen" / f"{deck.patroon}.svg").read_text() for id, deck in DECKS.items()}
    greys = {id: in_grey(deck.kleur, tiles[id]) for id, deck in DECKS.items()}
    assert alike(greys) == []
    # With the pattern of another and almost its lightness a back is caught.
    one, other = DECKS["emoties"], DECKS["fasekaarten"]
    assert alike({"a": in_grey(one.kleur, tiles[one.id]), "b": in_grey(other.kleur, tiles[one.id])})
