"""The team page: the form for each person, what the facilitator sees, and the picture; the script brings it to life."""

from __future__ import annotations

from dataclasses import dataclass

from ...knowledge.records import Spanningsveld
from ..lijn.macro import PLEKKEN, Plek, names
from ..macro import macro, needs
from ..site import Site
from .letters import letters

TEAMPLEKKEN = tuple(plek for plek in PLEKKEN if plek.id in ("natuur", "situatie"))
"""What a team looks at together; a step to try is one's own."""


@dataclass(frozen=True)
class TeamLine:
    """One line of a field as a team sees it; `nummer` is its place in a code, `letters` what paper shows for each place."""

    nummer: int
    veld: Spanningsveld
    plek: Plek
    letters: tuple[str, ...]


@macro
@needs(styles=["groot-scherm.css", "team.css"], scripts=["team.js", "lijn.js", "details.js"])
def team(site: Site) -> str:
    """Samen kijken: een sessie waarin ieder een plek inlevert, en het beeld daarvan.

    HTML of a session: choosing, handing in, collecting and looking.
    """
    velden = site.bank.of_kind(Spanningsveld)
    return site.render(
        "team/team.html.jinja",
        velden=velden,
        regels=rows(velden),
        plekken=TEAMPLEKKEN,
        delen=parts,
        namen={veld.id: names(veld) for veld in velden},
    )


def rows(velden: tuple[Spanningsveld, ...]) -> tuple[TeamLine, ...]:
    """The lines of `velden` in the order of a code and of the paper."""
    return tuple(
        TeamLine(number, veld, plek, letters(number))
        for veld in velden
        for number, plek in enumerate(TEAMPLEKKEN, (veld.nummer - 1) * len(TEAMPLEKKEN))
    )


def parts(veld: Spanningsveld) -> tuple[str, ...]:
    """The five parts of the line in words, the same from both ends."""
    left, right = veld.pool_links.naam, veld.pool_rechts.naam
    return (
        f"bij {left}",
        f"meer richting {left}",
        "precies ertussen",
        f"meer richting {right}",
        f"bij {right}",
    )
