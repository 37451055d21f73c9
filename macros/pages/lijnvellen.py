"""The lines for the wall and the floor, by form, with their PDFs."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ..knowledge.kennisbank import Kennisbank
from .site import Site

Lines = Callable[[Kennisbank], Iterable[object]]
"""From the knowledge to the PDFs of each form; handed in, since this room doesn't know paper."""


def lijnvellen(site: Site, lines: Lines) -> str:
    """HTML of every form with what it is for, one PDF of all fields and one of each; raises as `lines` does."""
    return site.render("lijnvellen.html.jinja", vormen=list(lines(site.bank)))
