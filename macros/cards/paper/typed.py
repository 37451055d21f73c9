"""What stands in a file of paper forms: names that can be a file's, and lengths in millimetres, also as they are typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, StringConstraints
from pydantic_core import PydanticCustomError

from ...knowledge.errors import Mistake
from ...knowledge.files import Data, Path_, dotted

Wrong = tuple[str, str, object, str]
"""A field of a form, what is wrong with it, its value, and what was expected."""

Vormnaam = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
"""What a form is called in addresses and styles."""


def mm(low: float, high: float) -> BeforeValidator:
    """A length from `low` to `high`, in mm."""

    def length(value: object) -> float:
        typed = isinstance(value, str) and re.fullmatch(r"-?[0-9]{1,6}(\.[0-9]{1,6})?", value.strip())
        read = float(value) if typed else value
        if not isinstance(read, (int, float)) or isinstance(read, bool):
            raise PydanticCustomError("kind", "een getal in mm, zoals `74.25`")
        if not low <= read <= high:
            bounds = {"low": f"{low:g}", "high": f"{high:g}"}
            raise PydanticCustomError("range", "een getal in mm, van {low} tot en met {high}", bounds)
        return float(read)

    return BeforeValidator(length)


def _two(value: object) -> object:
    if not isinstance(value, tuple) or len(value) != 2:
        raise PydanticCustomError("kind", "breedte en hoogte in mm, zoals `[297, 210]`")
    return value


TWO = BeforeValidator(_two)
"""Two lengths: width and height."""


def told(file: Path, parsed: Data, path: Path_, wrong: Iterable[Wrong]) -> Iterator[Mistake]:
    """What is wrong with the form at `path` in `file`, each with its line."""
    for field, message, value, expected in wrong:
        here = (*path, field)
        yield Mistake(file.name, message, parsed.line(here), dotted(here), value, expected)
