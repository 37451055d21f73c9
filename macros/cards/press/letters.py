"""The fonts of the cards for who writes one in the browser: how wide each letter is there, and files to put into a PDF."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont

WRITTEN = (400, 650)
"""The weights of text that a reader writes."""
_NEEDED = ("glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "OS/2", "cmap", "prep", "post")
"""What a font in a PDF is made of (PDF 1.7, 9.9), and what says whose it is."""


@cache
def letters(fonts: Path) -> tuple[dict[str, list[dict]], dict[str, bytes]]:
    """By weight what there is to know of each font in `fonts`, in the order in which they are tried; and its file, by name.

    Lengths are in thousandths of the size. `tekens` are the letters, with `nummers` and `breed` of each in that order; two
    letters come closer by `dichter[rijen of the first][kolommen of the second]`.
    """
    told: dict[str, list[dict]] = {}
    files: dict[str, bytes] = {}
    for weight in WRITTEN:
        for file in sorted(fonts.glob(f"*{weight}.ttf")):
            font = TTFont(file, recalcTimestamp=False)
            told.setdefault(str(weight), []).append({"bestand": file.name, **_told(font)})
            files[file.name] = _bare(font)
    return told, files


def _told(font: Any) -> dict:
    cmap: dict[int, str] = {code: name for code, name in sorted((font.getBestCmap() or {}).items()) if code >= 32}
    names = [*cmap.values()]
    head, metrics, style = font["head"], font["hhea"], font["OS/2"]
    assert head.unitsPerEm == 1000, "lengths are told as they are in the font"
    pairs = dict(_closer(font))
    lines = [tuple(pairs.get((one, other), 0) for other in names) for one in names]
    rows = list(dict.fromkeys(lines))
    across = [tuple(row[index] for row in rows) for index in range(len(names))]
    columns = list(dict.fromkeys(across))
    return {
        "naam": f"{font['name'].getDebugName(6).partition('-')[0]}-{style.usWeightClass}",
        "maten": [metrics.ascent, metrics.descent, style.sCapHeight],
        "doos": [head.xMin, head.yMin, head.xMax, head.yMax],
        "tekens": "".join(map(chr, cmap)),
        "nummers": [font.getGlyphID(name) for name in names],
        "breed": [font["hmtx"][name][0] for name in names],
        "rijen": [rows.index(line) for line in lines],
        "kolommen": [columns.index(column) for column in across],
        "dichter": [list(row) for row in zip(*columns)],
    }


def _closer(font: Any) -> Iterator[tuple[tuple[str, str], int]]:
    """By how much each pair of glyphs comes closer; of a pair that is told twice the last one counts."""
    table = font["GPOS"].table
    kerning = {
        index
        for one in table.FeatureList.FeatureRecord
        if one.FeatureTag == "kern"
        for index in one.Feature.LookupListIndex
    }
    for number in sorted(kerning, reverse=True):
        # In a lookup the first table that knows a pair decides.
        for part in reversed(table.LookupList.Lookup[number].SubTable):
            yield from _pairs(part, font.getGlyphOrder())


def _pairs(part, names: list[str]) -> Iterator[tuple[tuple[str, str], int]]:
    if part.LookupType == 9:
        part = part.ExtSubTable
    firsts = part.Coverage.glyphs
    if part.Format == 1:
        for first, found in zip(firsts, part.PairSet):
            yield from (((first, one.SecondGlyph), _advance(one.Value1)) for one in found.PairValueRecord)
        return
    seconds: dict[int, list[str]] = {}
    for name in names:
        seconds.setdefault(part.ClassDef2.classDefs.get(name, 0), []).append(name)
    for first in firsts:
        row = part.Class1Record[part.ClassDef1.classDefs.get(first, 0)]
        for number, record in enumerate(row.Class2Record):
            yield from (((first, name), _advance(record.Value1)) for name in seconds.get(number, ()))


def _advance(value) -> int:
    return getattr(value, "XAdvance", 0) if value else 0


def _bare(font: Any) -> bytes:
    for table in set(font.keys()) - {*_NEEDED, "GlyphOrder"}:
        del font[table]
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()
