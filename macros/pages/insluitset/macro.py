"""Lines with their questions to show in a frame elsewhere: all are in the HTML, and the script shows those that a link chose."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from ...knowledge.records import Spanningsveld
from ..lijn.macro import field_line
from ..macro import macro
from ..site import Site


@dataclass(frozen=True)
class FieldWithLine:
    """A field and its line."""

    veld: Spanningsveld
    lijn: Markup


@macro
def insluitset(site: Site) -> str:
    """Alle velden met hun lijn en vragen, om in te sluiten op een andere site; een link kiest wat er te zien is.

    HTML of all fields with their lines and questions, without room for notes, which a frame would lose.
    """
    return site.render(
        "insluitset/insluitset.html.jinja",
        delen=[
            FieldWithLine(veld, field_line(site, veld.id, belofte=False)) for veld in site.bank.of_kind(Spanningsveld)
        ],
    )
