"""Names of authors, in the forms that citation formats ask for."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..knowledge.items import Naam

OTHERS = "e.a."
"""As last family name: the source names no more authors than these."""


def known(names: Iterable[Naam] | None) -> tuple[Naam, ...]:
    """The authors that are named."""
    return tuple(name for name in names or () if name.familie != OTHERS)


def has_others(names: Iterable[Naam] | None) -> bool:
    """Whether there are more authors than the source names."""
    return any(name.familie == OTHERS for name in names or ())


def is_whole(name: Naam) -> bool:
    """Whether the name is taken as one piece: an organisation, or somebody of whom only the last name is known."""
    return name.voor is None and name.tussen is None


def initials(name: Naam) -> str:
    """The initials with a space after each, as in `P. J.`; a hyphen stays, as in `J.-P.`."""
    return re.sub(r"\.(?=[^\s-])", ". ", name.voor or "")


def surname(name: Naam) -> str:
    """The last name as a Dutch sentence or list begins with it: `Van den Berg`."""
    full = f"{name.tussen} {name.familie}" if name.tussen else name.familie
    return full[0].upper() + full[1:] if name.tussen else full


def forward(name: Naam) -> str:
    """The name as it is spoken: `P. J. van Delden`."""
    return " ".join(part for part in (initials(name), name.tussen, name.familie) if part)


def inverted(name: Naam) -> str:
    """The name as Dutch APA lists it: `Van Delden, P. J.`."""
    return f"{surname(name)}, {initials(name)}" if name.voor else surname(name)
