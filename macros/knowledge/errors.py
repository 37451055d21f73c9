"""The one error family of the content: what is wrong, where, and what was probably meant."""

from __future__ import annotations

import dataclasses
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


@dataclasses.dataclass(frozen=True)
class Mistake:
    """One mistake in the content, told to an editor in one Dutch sentence.

    `file` is relative to `docs/`; `line` counts from 1; `field` is a dotted path such as
    `vragen[2].tekst`; `meant` is the nearest thing that would have been right.
    `about` is not told: the id or the path that was looked for in vain, so that one cause isn't told as many mistakes.
    """

    file: str
    message: str
    line: int | None = None
    field: str | None = None
    value: object = None
    expected: str | None = None
    meant: str | None = None
    about: str | None = dataclasses.field(default=None, compare=False)

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        parts = [f"veld `{self.field}`: {self.message}" if self.field else self.message]
        if self.value is not None:
            parts.append(f"er staat {_shown(self.value)}")
        if self.expected:
            parts.append(f"verwacht: {self.expected}")
        if self.meant:
            parts.append(f"bedoelde je `{self.meant}`?")
        return f"{place}: {'; '.join(parts)}"


class ContentError(Exception):
    """Everything that is wrong with the content, so that an editor can mend it in one go."""

    def __init__(self, mistakes: Iterable[Mistake]):
        self.mistakes = ordered(mistakes)
        super().__init__("\n".join(map(str, self.mistakes)))


def ordered(mistakes: Iterable[Mistake]) -> tuple[Mistake, ...]:
    """The mistakes in order of file and line, none twice."""
    once = {str(one): one for one in mistakes}.values()
    return tuple(sorted(once, key=lambda one: (one.file, one.line or 0, one.field or "", one.message)))


def _shown(value: object) -> str:
    text = " ".join(str(value).split())
    # Nobody sees it, also where it is shown.
    space = ", met een spatie ervoor of erachter" if text and str(value).strip("\n") != str(value).strip() else ""
    return (f"`{text[:57]}…`" if len(text) > 58 else f"`{text}`") + space
