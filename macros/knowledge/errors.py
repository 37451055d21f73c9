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
class Fout:
    """One mistake in the content, told to an editor in one Dutch sentence.

    `bestand` is relative to `docs/`; `regel` counts from 1; `veld` is a dotted path such as
    `vragen[2].tekst`; `bedoeld` is the nearest thing that would have been right.
    """

    bestand: str
    melding: str
    regel: int | None = None
    veld: str | None = None
    waarde: object = None
    verwacht: str | None = None
    bedoeld: str | None = None

    def __str__(self) -> str:
        place = f"{self.bestand}:{self.regel}" if self.regel else self.bestand
        parts = [f"veld `{self.veld}`: {self.melding}" if self.veld else self.melding]
        if self.waarde is not None:
            parts.append(f"er staat {_shown(self.waarde)}")
        if self.verwacht:
            parts.append(f"verwacht: {self.verwacht}")
        if self.bedoeld:
            parts.append(f"bedoelde je `{self.bedoeld}`?")
        return f"{place}: {'; '.join(parts)}"


class KennisFouten(Exception):
    """Everything that is wrong with the content, so that an editor can mend it in one go."""

    def __init__(self, fouten: Iterable[Fout]):
        self.fouten = tuple(sorted(fouten, key=lambda f: (f.bestand, f.regel or 0, f.veld or "")))
        super().__init__("\n".join(map(str, self.fouten)))


def _shown(value: object) -> str:
    text = " ".join(str(value).split())
    return f"`{text[:57]}…`" if len(text) > 58 else f"`{text}`"
