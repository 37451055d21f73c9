"""How a macro refuses an argument, and where refusals are gathered so that a build tells them all at once."""

from __future__ import annotations

from collections.abc import Iterable

from ..knowledge.errors import Fout, KennisFouten, nearest
from .site import Site

heard: list[Fout] = []
"""Refusals of this build; the hooks drop this module before the next one."""


def unknown_argument(site: Site, macro: str, value: str, known: Iterable[str]) -> KennisFouten:
    """The error for `{{ macro("value") }}` on the page of `site`, when only `known` would have been right."""
    known = list(known)
    return KennisFouten(
        [
            Fout(
                site.pad,
                f"macro `{macro}` kent deze waarde niet",
                waarde=value,
                verwacht="een van " + ", ".join(known) if known else "niets; deze pagina heeft er geen",
                bedoeld=nearest(value, known),
            )
        ]
    )
