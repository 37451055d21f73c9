"""The texts in the data of a face, and the spaces in them at which a line may not end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

_NUMBERED = re.compile(r"(?i)\b(\w*kaart|fase|hoofdstuk|bijlage|spanningsveld) (?=\d)")
_PERCENT = re.compile(r"(?<=\d) (?=%)")
# Typst overlooks a last word that could itself be broken; a short one would then stand alone on the last line. After a word
# that may need a line for itself it has to.
_LAST_WORD = re.compile(r"(?<![^ ])([^ ]{1,20}) (?=[^ ]{1,13}$)")
_LONG_ENOUGH = 30


def texts(value: object) -> Iterator[str]:
    """Every text in lists and dictionaries of texts, pictures left out."""
    if isinstance(value, dict):
        value = value.values()
    if isinstance(value, str):
        if not value.startswith("<svg"):
            yield value
    elif isinstance(value, Iterable):
        for one in value:
            yield from texts(one)


def kept_together(value):
    """`value` with no-break spaces between a word and its number, and before the last word of a text."""
    if isinstance(value, dict):
        return {key: kept_together(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [kept_together(one) for one in value]
    return value if not isinstance(value, str) or value.startswith("<svg") else _kept_together(value)


@lru_cache(maxsize=10_000)
def _kept_together(value: str) -> str:
    text = _PERCENT.sub("\u00a0", _NUMBERED.sub("\\1\u00a0", value))
    return _LAST_WORD.sub("\\1\u00a0", text) if len(text) > _LONG_ENOUGH else text
