"""What macros need of rooms that this one doesn't know: handed in, so that the wings stay apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..knowledge.items import Referentie
from ..knowledge.kennisbank import Kennisbank
from ..knowledge.records import Deck

Contents = Callable[[Kennisbank, Deck], Any]
"""From a deck to its form, its sheets with their cards, and its files."""
Pictures = Callable[..., str]
"""From a size, a card’s id and a side to the address of the picture of that face; of which deck, where more have it."""
Edition = Callable[[], str]
"""The folder with the pictures, the stock and the catalogue of this edition of the cards."""
Lines = Callable[[Kennisbank], Iterable[Any]]
"""From the knowledge to the PDFs of each form of the lines for the wall and the floor."""
Choices = Callable[[Kennisbank], Any]
"""From the knowledge to the sets with their cards, the paper forms and the phases that one can choose by."""
Bibliography = Callable[[tuple[Referentie, ...]], Iterable[Any]]
"""From works to the lines of a list, in its order, each with `id`, `tekst`, `url` and `in_tekst`."""

Course = Callable[..., Any]
"""From the knowledge, what gives an id its public address, and perhaps lessons, to the links of these in modules."""

Editions = Callable[[Path], Iterable[Any]]
"""From the folder of content to its editions, each with what differs from the one before."""

Asset = Callable[[str], str]
"""From a file of `overrides/assets/`, such as `js/lijn.js`, to its address below the site's root."""


@dataclass(frozen=True)
class Elsewhere:
    """The other rooms' answers; `site_url` is the public address of the site, `trial_host` its host when that is a trial.

    `licence` is that of our own words, if there is one; `contact` an e-mail or web address to write to, if there is one.
    """

    contents: Contents
    picture: Pictures
    edition: Edition
    lines: Lines
    choices: Choices
    bibliography: Bibliography
    course: Course
    editions: Editions
    asset: Asset
    site_url: str
    trial_host: str | None
    licence: Any = None
    contact: str | None = None
