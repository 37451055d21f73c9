"""What a word was probably meant to be."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

_NEAR = 0.7
_DIGITS = re.compile(r"\d+")


def nearest(word: object, known: Iterable[str]) -> str | None:
    """The known name that `word` was probably meant to be; None when nothing comes close, or two come as close.

    Another number in the same row (`h3.9` beside `h3.1` to `h3.5`) is no misspelling, unless a digit was typed twice.
    """
    wanted = str(word).lower()
    names = {name.lower(): name for name in known}
    row = [name for name in names if _DIGITS.search(name) and _DIGITS.sub("0", name) == _DIGITS.sub("0", wanted)]
    if row and wanted not in names:
        typed_twice = [name for name in row if _typed_twice(wanted, name)]
        return names[typed_twice[0]] if len(typed_twice) == 1 else None
    matcher = SequenceMatcher(b=wanted)
    scores = []
    for name in names:
        matcher.set_seq1(name)
        if matcher.real_quick_ratio() >= _NEAR and matcher.quick_ratio() >= _NEAR and matcher.ratio() >= _NEAR:
            scores.append((matcher.ratio(), name))
    scores.sort(reverse=True)
    tie = len(scores) > 1 and scores[0][0] == scores[1][0]
    return names[scores[0][1]] if scores and not tie else None


def _typed_twice(wanted: str, name: str) -> bool:
    """Whether `wanted` is `name` with the last digit of one of its numbers repeated."""
    different = [(w, n) for w, n in zip(_DIGITS.findall(wanted), _DIGITS.findall(name)) if w != n]
    return len(different) == 1 and different[0][0] == different[0][1] + different[0][1][-1]
