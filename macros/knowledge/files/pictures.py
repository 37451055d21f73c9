"""Whether a picture beside the pages is what its name says, and keeps to itself: no script, nothing from elsewhere, no place."""

from __future__ import annotations

import io
import re
import struct
import zlib
from collections.abc import Iterator
from functools import lru_cache
from posixpath import splitext
from xml.etree import ElementTree

from PIL import ExifTags, Image

from ..errors import Mistake

_KINDS = {
    ".png": ("PNG",),
    # A phone writes the second: two in one file, of which every program shows the first.
    ".jpg": ("JPEG", "MPO"),
    ".jpeg": ("JPEG", "MPO"),
    ".webp": ("WEBP",),
    ".avif": ("AVIF",),
    ".gif": ("GIF",),
}
PICTURES = (*_KINDS, ".svg")
"""Endings of pictures."""
_SVG = "{http://www.w3.org/2000/svg}svg"
_OWN = ("#", "data:image/")
"""How an address begins that is part of the drawing itself."""
_LOADED = re.compile(r"@import|url\(\s*['\"]?(?!\s*(?:#|data:image/))", re.I)
"""Where a style asks for something outside the drawing (CSS Values 4, 4.5)."""
# What Pillow raises for a file that is spoiled depends on where.
_SPOILED = (OSError, SyntaxError, ValueError, EOFError, struct.error, zlib.error, Image.DecompressionBombError)


@lru_cache(maxsize=1024)
def wrong_picture(path: str, content: bytes) -> Mistake | None:
    """Why the picture at `path`, whose name ends on one of PICTURES, can't be published; None when it can."""
    return _wrong_drawing(path, content) if path.endswith(".svg") else _wrong_photo(path, content)


def _wrong_photo(path: str, content: bytes) -> Mistake | None:
    ending = splitext(path)[1]
    try:
        with Image.open(io.BytesIO(content)) as picture:
            picture.load()
            kind, taken = picture.format, picture.getexif().get_ifd(ExifTags.IFD.GPSInfo)
    except _SPOILED:
        return Mistake(path, "dit plaatje is niet te lezen", expected="een heel plaatje, opnieuw opgeslagen")
    if kind not in _KINDS[ending]:
        message, expected = (
            "dit plaatje is van een andere soort dan zijn naam zegt",
            f"een plaatje dat als `{ending}` is opgeslagen",
        )
        return Mistake(path, message, value=kind, expected=expected)
    if taken:
        return Mistake(
            path, "dit plaatje vertelt waar het gemaakt is", expected="een plaatje zonder plaats, opnieuw opgeslagen"
        )
    return None


def _wrong_drawing(path: str, content: bytes) -> Mistake | None:
    try:
        root = ElementTree.fromstring(content)
    except (ElementTree.ParseError, ValueError, LookupError):
        root = None
    if root is None or root.tag != _SVG:
        return Mistake(path, "dit is geen tekening", expected="een SVG-bestand, zoals een tekenprogramma het bewaart")
    for script in _scripts(root):
        return Mistake(path, "in deze tekening staat een script", value=script, expected="alleen wat getekend is")
    for address in _elsewhere(root, content):
        return Mistake(path, "deze tekening haalt iets van elders", value=address, expected="alles in de tekening zelf")
    return None


def _scripts(root: ElementTree.Element) -> Iterator[str]:
    """What a browser that opens the drawing would run."""
    for one in root.iter():
        if _bare(one.tag).lower() in ("script", "foreignobject"):
            yield f"<{_bare(one.tag)}>"
        for name, value in one.attrib.items():
            if _bare(name).lower().startswith("on") or re.match(r"\s*javascript:", value, re.I):
                yield f'{_bare(name)}="{value}"'


def _elsewhere(root: ElementTree.Element, content: bytes) -> Iterator[str]:
    """What it would ask of another file or host; a link, which one has to follow oneself, asks for nothing."""
    if b"<?xml-stylesheet" in content:
        yield "<?xml-stylesheet"
    for one in root.iter():
        if found := _LOADED.search(one.text or "") if _bare(one.tag) == "style" else None:
            yield found[0]
        for name, value in one.attrib.items():
            asked = _bare(name) in ("href", "src") and _bare(one.tag) != "a" and not value.strip().startswith(_OWN)
            if asked or _LOADED.search(value):
                yield value


def _bare(name: str) -> str:
    return name.rpartition("}")[2]
