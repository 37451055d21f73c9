"""Lines with their questions to show in a frame elsewhere: all are in the HTML, and the script shows those that a link chose."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from ..knowledge.records import Spanningsveld
from .lijn import lijn
from .site import Site


@dataclass(frozen=True)
class Deel:
    """A field and its line."""

    veld: Spanningsveld
    lijn: Markup


def insluitset(site: Site) -> str:
    """HTML of all fields with their lines and questions, without room for notes, which a frame would lose."""
    return site.render(
        "insluitset.html.jinja",
        delen=[Deel(veld, lijn(site, veld.id, None, belofte=False)) for veld in site.bank.van_soort(Spanningsveld)],
    )
