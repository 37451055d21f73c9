"""How a single value is typed: numbers, texts, ids, yes or no."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

REDACTIE = "(redactie)"
"""Stands behind what is in no publication, in prose, on pages and on cards alike."""


def getal(low: int, high: int, why: str = "") -> BeforeValidator:
    """A whole number from `low` to `high`, also as it is typed: digits without zeros in front; `why` adds a reason."""

    def number(value: object) -> int:
        typed = isinstance(value, str) and re.fullmatch(r"0|[1-9][0-9]{0,8}", value.strip())
        read = int(value) if typed else value
        if not isinstance(read, int) or isinstance(read, bool):
            raise PydanticCustomError("kind", "een heel getal, zoals `12`")
        if not low <= read <= high:
            bounds = {"low": low, "high": high, "why": why}
            raise PydanticCustomError("range", "een heel getal van {low} tot en met {high}{why}", bounds)
        return read

    return BeforeValidator(number)


def een_van(*numbers: int) -> BeforeValidator:
    """One of `numbers`, also as it is typed."""
    listed = f"{', '.join(map(str, numbers[:-1]))} of {numbers[-1]}"

    def number(value: object) -> int:
        read = next((one for one in numbers if str(value).strip() == str(one)), None)
        if read is None:
            raise PydanticCustomError("range", "{listed}", {"listed": listed})
        return read

    return BeforeValidator(number)


def _rising(pair: tuple[int, ...]) -> tuple[int, ...]:
    """Two numbers of which the first is not the larger."""
    if len(pair) != 2 or pair[0] > pair[1]:
        raise PydanticCustomError("pair", "twee getallen, het kleinste eerst, zoals `[30, 45]`")
    return pair


def _ja_of_nee(value: object) -> bool:
    """Yes or no, also as it is typed: `true` or `false`."""
    read = {"true": True, "false": False}.get(value.strip().lower()) if isinstance(value, str) else value
    if not isinstance(read, bool):
        raise PydanticCustomError("yes", "`true` (ja) of `false` (nee)")
    return read


Tekst = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
KENMERK = "[a-z0-9]+(-[a-z0-9]+)*"
"""How an id is written. A link to a plan ends the id of a block at a dot, so none has one."""
Id = Annotated[str, StringConstraints(pattern=f"^{KENMERK}$", max_length=60)]
BronId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+([-.][a-z0-9]+)*$")]
"""The id of a place in a publication, which has the dots of its paragraphs."""
Kleur = Annotated[str, StringConstraints(pattern=r"^#[0-9a-f]{6}$")]
Aantal = Annotated[int, getal(1, 1000)]
JaNee = Annotated[bool, BeforeValidator(_ja_of_nee)]
Teksten = Annotated[tuple[Tekst, ...], Field(min_length=1)]
VanTot = Annotated[tuple[Aantal, ...], AfterValidator(_rising)]
Wie = Literal["professionals", "leidinggevenden", "bestuurders", "begeleiders", "gezinnen"]
