"""A picture as PNG with a palette of few colours: a third of what Typst writes, and the same bytes from the same picture."""

from __future__ import annotations

import io

from PIL import Image


def small_png(png: bytes, colours: int, box: tuple[int, int, int, int] | None = None) -> bytes:
    """`png` in so many colours; of a larger picture only `box`: left, top, right and bottom in pixels."""
    with Image.open(io.BytesIO(png)) as opened:
        picture = opened.convert("RGB")
    if box:
        picture = picture.crop(box)
    out = io.BytesIO()
    picture.quantize(colours, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()
