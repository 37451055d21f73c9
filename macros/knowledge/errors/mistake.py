"""The one error family of the content: what is wrong, where, and what was probably meant."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable


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
