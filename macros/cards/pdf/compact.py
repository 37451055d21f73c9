"""What Typst writes at length in a drawing, said shorter without a change of what is seen; and names and numbers given anew.

Content streams as PDF 1.7, 7.8.2 has them. Typst writes each letter of a string as two octal numbers or signs, the first of
which is never a digit or a slash, so that none of what is looked for here can be part of a string.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

# A QR code as segno draws it, a stroke one wide through the middle of each run of dark modules, and what paints it.
_CODE = re.compile(rb"((?:\d+ \d+\.5 m \d+ \d+\.5 l\s){20,})[BS](?=\s)")
_RUN = re.compile(rb"(\d+) (\d+)\.5 m (\d+) ")
# Not of a colour, which would no longer be the same.
_LONG = re.compile(rb"-?\d+\.\d{4,}(?!(?: [\d.]+){0,3} (?:scn|SCN)\b)")
_MARKED = re.compile(rb"(?<=/MCID )\d+")
_NAMED = re.compile(rb"/[a-z]+\d+(?= (?:[\d.]+ Tf|cs|CS|gs|Do|sh|scn|SCN)\b)")


def compact(content: bytes) -> bytes:
    """Content stream `content` with QR codes as rectangles and numbers in thousandths."""
    return _LONG.sub(_rounded, _CODE.sub(_rectangles, content))


def renamed(content: bytes, names: Mapping[str, str]) -> bytes:
    """`content` with its fonts, colours and drawings by the `names` that they have on another page."""
    return _NAMED.sub(lambda match: names[match[0].decode()].encode(), content)


def numbered(content: bytes, before: int) -> bytes:
    """`content` with its marked content numbered on from `before` others."""
    return _MARKED.sub(lambda match: b"%d" % (int(match[0]) + before), content) if before else content


def _rounded(match: re.Match) -> bytes:
    text = (b"%.3f" % float(match[0])).rstrip(b"0").rstrip(b".")
    return b"0" if text == b"-0" else text


def _rectangles(match: re.Match) -> bytes:
    """The runs of a code, those below each other that are alike as one rectangle, filled."""
    rows: dict[int, set[tuple[int, int]]] = {}
    for start, row, stop in _RUN.findall(match[1]):
        rows.setdefault(int(row), set()).add((int(start), int(stop)))
    begun: dict[tuple[int, int], int] = {}
    found = []
    for row in range(max(rows) + 2):
        here = rows.get(row, set())
        for run in [run for run in begun if run not in here]:
            found.append((begun.pop(run), run[0], run[1] - run[0], row))
        for run in here:
            begun.setdefault(run, row)
    drawn = (b"%d %d %d %d re" % (left, top, width, bottom - top) for top, left, width, bottom in sorted(found))
    return b" ".join(drawn) + b" f"
