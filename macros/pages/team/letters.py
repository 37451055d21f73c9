"""Two letters for every place on a paper line, so chosen that whoever types them over hears of every slip.

The first letter tells the place, the second follows from the place and the line. So one wrong letter, two letters in each
other's place, and the letters of another line are never letters of this line.
"""

from __future__ import annotations

# Out of order, so that they don't read as a measure; without I, L and O, which look like other signs.
_FIRST = "KTBPGWMSDHV"
_SECOND = "ARENUYCFJQXZ"
LINES = len(_SECOND)


def letters(line: int) -> tuple[str, ...]:
    """The pairs of letters for the eleven places of line `line`, from 0 up to `LINES`; ValueError beyond."""
    if not 0 <= line < LINES:
        raise ValueError(f"there are {LINES} lines with letters, from 0; not {line}")
    return tuple(first + _SECOND[(place + line) % LINES] for place, first in enumerate(_FIRST))
