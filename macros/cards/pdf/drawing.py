"""What draws on a page, and the numbers in it, as a PDF writes them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pikepdf import Array

# pikepdf tells dictionaries, arrays and numbers apart only as they run.
Obj = Any


def artifact(drawn: str) -> bytes:
    """`drawn` as something that a screen reader passes over."""
    return f"/Artifact <</Type /Layout>> BDC {drawn} EMC".encode()


def numbers_of(values: Sequence[float]) -> Obj:
    """`values` as an array of the file, to a thousandth."""
    return Array([int(value) if value == int(value) else round(value, 3) for value in values])


def said(*values: float) -> str:
    """The same in what draws, with spaces between them."""
    return " ".join(f"{value:.3f}".rstrip("0").rstrip(".") for value in values)
