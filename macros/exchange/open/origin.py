"""Who hands something over to another system: the site with its name, its address and its licence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ...knowledge.kennisbank import Kennisbank
from .licence import Licentie


@dataclass(frozen=True)
class Afzender:
    """The site: what it knows, its name, its public address with a slash at the end, and the licence of its own words, if any.

    `address` gives the public address of an id.
    """

    bank: Kennisbank
    naam: str
    url: str
    address: Callable[[str], str]
    licentie: Licentie | None = None
