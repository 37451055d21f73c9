"""A picture as PNG with a palette of few colours: a third of what Typst writes, and the same bytes from the same picture."""

from __future__ import annotations

import io

from PIL import Image, ImageChops


def small_png(
    png: bytes, colours: int, box: tuple[int, int, int, int] | None = None, under: bytes | None = None
) -> bytes:
    """`png` in so many colours, as ink on what is on `under`; of a larger picture only `box`: left, top, right and bottom."""
    picture = _opened(png)
    if under:
        picture = ImageChops.multiply(picture, _opened(under))
    if box:
        picture = picture.crop(box)
    out = io.BytesIO()
    picture.quantize(colours, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def _opened(png: bytes) -> Image.Image:
    with Image.open(io.BytesIO(png)) as opened:
        return opened.convert("RGB")
