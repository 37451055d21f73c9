"""What a value of a single kind was probably meant to be: what the model takes in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pydantic import TypeAdapter, ValidationError

from ..files import Path_, plain_name
from ..items import meant_address

_YES = {"ja": "true", "nee": "false", "yes": "true", "no": "false"}
_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")
_CLOCK = re.compile(r"(\d{1,2})(?:[.:u ]+([0-5]\d))?(?: ?(?:uur|u))?")
_MONTH = re.compile(r"(\d{4})[-/. ](\d{1,2})|(\d{1,2})[-/. ](\d{4})")


def meant_value(model: Any, data: Any, path: Path_, typed: str) -> str | None:
    """The first way to write `typed`, at `path` in `data`, with which `model` finds nothing wrong there; None without one."""
    ways = (way for way in _ways(typed.strip()) if way != typed.strip())
    return next((way for way in dict.fromkeys(ways) if _goes(model, _with(data, path, way), path)), None)


def _ways(typed: str) -> Iterator[str]:
    if typed.lower() in _YES:
        yield _YES[typed.lower()]
    numbers = _NUMBER.findall(typed)
    if len(numbers) == 1:
        yield numbers[0].replace(",", ".").lstrip("0")
    if clock := _CLOCK.fullmatch(typed):
        yield f"{clock[1]:0>2}:{clock[2] or '00'}"
    if month := _MONTH.fullmatch(typed):
        yield f"{month[1] or month[4]}-{month[2] or month[3]:0>2}"
    yield "#" + typed.lstrip("#").lower()
    if address := meant_address(typed if "://" in typed else f"https://{typed}"):
        yield address
    yield typed.lower()
    if any(map(str.isalpha, typed)):
        yield plain_name(typed)


def _with(data: Any, path: Path_, value: str) -> Any:
    """`data` with another value at `path`."""
    if not path:
        return value
    first, rest = path[0], path[1:]
    if isinstance(data, dict):
        return {**data, first: _with(data[first], rest, value)}
    return tuple(_with(one, rest, value) if index == first else one for index, one in enumerate(data))


def _goes(model: Any, data: Any, path: Path_) -> bool:
    try:
        TypeAdapter(model).validate_python(data)
    except ValidationError as error:
        return all(one["loc"][: len(path)] != path for one in error.errors(include_url=False))
    return True
