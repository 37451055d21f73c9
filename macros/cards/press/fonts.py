"""The site's variable web font as static TTF files: Typst reads neither woff2 nor variable axes."""

from __future__ import annotations

import hashlib
import tempfile
from functools import cache
from pathlib import Path

import fontTools
from fontTools.ttLib import TTFont, TTLibError
from fontTools.varLib import instancer

from ...knowledge.errors import ContentError, Mistake

WEIGHTS = (400, 650, 780)


def static_fonts(source: Path, cache: Path) -> Path:
    """Folder below `cache` with one TTF for each of WEIGHTS, made from variable font `source` when not yet there.

    The folder's name follows from the font's bytes and fontTools' version, so the same font is made only once.
    Raises ContentError when `source` is missing or no variable font.
    """
    try:
        data = source.read_bytes()
    except OSError:
        raise _complaint(source, "het lettertype voor de kaarten ontbreekt") from None
    name = hashlib.sha256(data + fontTools.version.encode() + repr(WEIGHTS).encode()).hexdigest()[:16]
    folder = cache / name
    if folder.is_dir():
        return folder
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache) as half:
        ready = Path(half) / name
        ready.mkdir()
        for weight in WEIGHTS:
            _instance(source, weight).save(ready / f"{source.stem}-{weight}.ttf")
        try:
            ready.rename(folder)
        except OSError:
            # Another process was first; its files are the same.
            if not folder.is_dir():
                raise
    return folder


@cache
def family_and_characters(folder: Path) -> tuple[str, frozenset[str]]:
    """Family name of the fonts in `folder` and the characters that all of them have.

    Raises ContentError when the folder holds no TTF.
    """
    fonts = [TTFont(file) for file in sorted(folder.glob("*.ttf"))]
    if not fonts:
        raise _complaint(folder, "hier staat geen lettertype voor de kaarten")
    shared = frozenset.intersection(*(frozenset(map(chr, font.getBestCmap())) for font in fonts))
    return fonts[0]["name"].getBestFamilyName(), shared


def _instance(source: Path, weight: int) -> TTFont:
    try:
        # Without this the time of making would end up in the file and no two builds would be equal.
        font = TTFont(source, recalcTimestamp=False)
        instancer.instantiateVariableFont(font, {"wght": weight}, inplace=True)
    except (TTLibError, KeyError, ValueError):
        raise _complaint(source, "dit is geen variabel lettertype") from None
    font.flavor = None
    return font


def _complaint(path: Path, text: str) -> ContentError:
    return ContentError(
        [Mistake(path.name, text, value=str(path), expected="een variabel lettertype met gewichten van 400 tot 780")]
    )
