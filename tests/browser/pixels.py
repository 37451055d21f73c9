"""Looking at pixels: what on a picture stands out from the paper it is on."""

import io
from itertools import groupby

from PIL import Image

Ink = frozenset[tuple[int, int]]


def picture(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png)).convert("RGB")


def _luminance(colour: tuple[int, int, int]) -> float:
    red, green, blue = (c / 255 / 12.92 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    """The contrast ratio of WCAG 2.2."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def ink(image: Image.Image, paper: tuple[int, int, int] | None = None, ratio: float = 3) -> Ink:
    """The pixels that stand out from the paper; that is the colour of the corner, unless given."""
    paper = paper or image.getpixel((0, 0))
    standing_out = {colour for _, colour in image.getcolors(1 << 24) if contrast(colour, paper) >= ratio}
    return frozenset(
        (n % image.width, n // image.width)
        for n, colour in enumerate(image.get_flattened_data())
        if colour in standing_out
    )


def rule(inked: Ink, width: int) -> tuple[int, int, int, int] | None:
    """Left, top, right and bottom of what is unbroken over at least half of `width`; None if nothing is."""
    runs = []
    for y, row in groupby(sorted((y, x) for x, y in inked), key=lambda place: place[0]):
        for _, run in groupby(enumerate(x for _, x in row), key=lambda numbered: numbered[1] - numbered[0]):
            run = [x for _, x in run]
            if len(run) >= width / 2:
                runs.append((run[0], y, run[-1]))
    if not runs:
        return None
    lefts, heights, rights = zip(*runs)
    return min(lefts), min(heights), max(rights), max(heights)
