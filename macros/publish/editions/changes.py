"""What differs between two states of the site, part by part: what is new, what changed and how, what moved and what went."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

_SENTENCE = re.compile(r"(?<=[.?!:])\s+|\n+")
_MOST = 6
"""So many sentences are shown of a part that changed; of more only how many there are."""


@dataclass(frozen=True)
class Verschil:
    """How part `id` on `pagina` differs: `nieuw`, `anders`, `verhuisd` or `weg`, with sentences that went and that came."""

    id: str
    pagina: str
    soort: str
    eerst: tuple[str, ...] = ()
    nu: tuple[str, ...] = ()


def differences(
    before: Mapping[str, Mapping[str, str]], after: Mapping[str, Mapping[str, str]]
) -> tuple[Verschil, ...]:
    """All differences, by page and in the order of the parts on it."""
    found: list[Verschil] = []
    for id, now in after.items():
        then = before.get(id)
        if then is None:
            found.append(Verschil(id, now["pagina"], "nieuw", (), _short(_sentences(now["tekst"]))))
        elif then["som"] != now["som"]:
            gone, come = _changed(then["tekst"], now["tekst"])
            found.append(Verschil(id, now["pagina"], "anders", gone, come))
        elif then["pagina"] != now["pagina"]:
            found.append(Verschil(id, now["pagina"], "verhuisd", (then["pagina"],), (now["pagina"],)))
    found += [Verschil(id, then["pagina"], "weg") for id, then in before.items() if id not in after]
    return tuple(sorted(found, key=lambda one: one.pagina))


def _sentences(text: str) -> list[str]:
    return [one for one in _SENTENCE.split(text) if one.strip()]


def _changed(then: str, now: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    old, new = _sentences(then), _sentences(now)
    gone: list[str] = []
    come: list[str] = []
    for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            gone += old[i:j]
            come += new[k:m]
    return _short(gone), _short(come)


def _short(sentences: list[str]) -> tuple[str, ...]:
    more = len(sentences) - _MOST
    return tuple(sentences) if more <= 0 else (*sentences[:_MOST], f"en nog {more} {'zin' if more == 1 else 'zinnen'}")
