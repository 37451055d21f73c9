"""The site's variable web fonts as static TTF files: Typst reads neither woff2 nor variable axes."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import fontTools
from fontTools.ttLib import TTFont, TTLibError
from fontTools.varLib import instancer

from ...knowledge.errors import ContentError, Mistake

WEIGHTS = (400, 650, 780)


def static_fonts(sources: Sequence[Path], cache: Path) -> Path:
    """Folder below `cache` with a TTF of each variable font of `sources` for each of WEIGHTS, made when not yet there.

    What one font lacks is taken from the next. The folder's name follows from the fonts and from what makes it, so the same fonts
    are made only once. Raises ContentError when one of `sources` is missing or no variable font.
    """
    digest = hashlib.sha256(fontTools.version.encode() + Path(__file__).read_bytes())
    for source in sources:
        try:
            digest.update(hashlib.sha256(source.read_bytes()).digest())
        except OSError:
            raise _complaint(source, "het lettertype voor de kaarten ontbreekt") from None
    folder = cache / digest.hexdigest()[:16]
    if folder.is_dir():
        return folder
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache) as half:
        ready = Path(half) / folder.name
        ready.mkdir()
        for number, source in enumerate(sources, 1):
            for weight in WEIGHTS:
                _instance(source, weight, number).save(ready / f"{number}-{weight}.ttf")
        try:
            ready.rename(folder)
        except OSError:
            # Another process was first; its files are the same.
            if not folder.is_dir():
                raise
    return folder


@cache
def families_and_characters(folder: Path) -> tuple[tuple[str, ...], frozenset[str]]:
    """The families of the fonts in `folder` in their order, and the characters that one of them has in every weight.

    Raises ContentError when the folder holds no TTF.
    """
    found: dict[str, frozenset[str]] = {}
    for file in sorted(folder.glob("*.ttf")):
        font = TTFont(file)
        family, characters = font["name"].getBestFamilyName(), frozenset(map(chr, font.getBestCmap() or ()))
        found[family] = found.get(family, characters) & characters
    if not found:
        raise _complaint(folder, "hier staat geen lettertype voor de kaarten")
    return tuple(found), frozenset().union(*found.values())


def _instance(source: Path, weight: int, number: int) -> TTFont:
    try:
        # Without this the time of making would end up in the file and no two builds would be equal.
        font = TTFont(source, recalcTimestamp=False)
        instancer.instantiateVariableFont(font, {"wght": weight}, inplace=True)
    except (TTLibError, KeyError, ValueError):
        raise _complaint(source, "dit is geen variabel lettertype") from None
    font.flavor = None
    if number > 1:
        # Of two fonts of one family Typst uses only one.
        names = font["name"]
        names.setName(f"{names.getBestFamilyName()} {number}", 1, 3, 1, 0x409)
    return font


def _complaint(path: Path, text: str) -> ContentError:
    return ContentError(
        [Mistake(path.name, text, value=str(path), expected="een variabel lettertype met gewichten van 400 tot 780")]
    )
