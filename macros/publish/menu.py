"""The menu with where a page is in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..pages.site import address


@dataclass(frozen=True)
class Ingang:
    """A way into the site: its title, its address below the root, and what `aria-current` says of it on this page."""

    titel: str
    url: str
    nu: str | None


@dataclass(frozen=True)
class Menu:
    """The doors that are always in sight, and `verder`, the rest of them."""

    deuren: tuple[Ingang, ...]
    verder: tuple[Ingang, ...]


def menu(nav: list[dict[str, Any]], url: str | None) -> Menu:
    """The setting `nav`, of which one part holds the rest, for the page at address `url` below the root."""
    pairs = [pair for one in nav for pair in one.items()]
    doors = [(title, address(path)) for title, path in pairs if isinstance(path, str)]
    rest = [(title, address(path)) for _, part in pairs if isinstance(part, list) for title, path in _pairs(part)]
    # Of two that a page is below, such as a tool and the folder it is in, it belongs to the nearest.
    around = [place for _, place in (*doors, *rest) if url and url.startswith(place)]
    nearest = max(around, key=len, default=None)

    def door(title: str, place: str) -> Ingang:
        return Ingang(title, place, None if place != nearest else "page" if place == url else "true")

    return Menu(tuple(door(*one) for one in doors), tuple(door(*one) for one in rest))


def _pairs(part: list[dict[str, str]]) -> list[tuple[str, str]]:
    return [pair for one in part for pair in one.items()]
