"""The one error family of the content: what is wrong, where, and what was probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known name that looks most like `word`, or None when nothing comes close."""
    by_lowercase = {name.lower(): name for name in known}
    hits = get_close_matches(str(word).lower(), by_lowercase, n=1, cutoff=0.55)
    return by_lowercase[hits[0]] if hits else None


@dataclass(frozen=True)
class Mistake:
    """One mistake in the content, told to an editor in one Dutch sentence.

    `file` is relative to `docs/`; `line` counts from 1; `field` is a dotted path such as
    `vragen[2].tekst`; `meant` is the nearest thing that would have been right.
    """

    file: str
    message: str
    line: int | None = None
    field: str | None = None
    value: object = None
    expected: str | None = None
    meant: str | None = None

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
        self.mistakes = tuple(sorted(mistakes, key=lambda f: (f.file, f.line or 0, f.field or "")))
        super().__init__("\n".join(map(str, self.mistakes)))


def _shown(value: object) -> str:
    text = " ".join(str(value).split())
    return f"`{text[:57]}…`" if len(text) > 58 else f"`{text}`"
