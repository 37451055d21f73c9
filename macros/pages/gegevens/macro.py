"""The files with what the site knows, for programs: where each is and what is in it."""

from __future__ import annotations

from ...knowledge.programmes import plan_path
from ...knowledge.records import Begrip, Les, Programma
from ..macro import macro
from ..site import Site


@macro
def gegevens(site: Site) -> str:
    """De bestanden met de gegevens van de site, met wat erin staat.

    HTML of a table, with the first concept, the first lesson and the first programme as examples.
    """
    examples = [next((one.id for one in site.bank.of_kind(kind)), None) for kind in (Begrip, Les)]
    plans = [plan_path(one) for one in site.bank.of_kind(Programma)[:1]]
    return site.render(
        "gegevens/gegevens.html.jinja", begrip=examples[0], les=examples[1], programma=plans[0] if plans else None
    )
