"""What a spanningsveld is about: its sentence, and its two poles explained side by side."""

from __future__ import annotations

from ...knowledge.records import Spanningsveld
from ..macro import macro, unknown_argument
from ..site import Site


@macro
def polen(site: Site) -> str:
    """Waar het spanningsveld van de pagina over gaat: de samenvatting, de twee polen met hun uitleg, en voor wie het is.

    HTML of both poles of this page; raises ContentError on a page that is no spanningsveld.
    """
    if not isinstance(site.record, Spanningsveld):
        raise unknown_argument(site, "polen", site.record.id, [one.id for one in site.bank.of_kind(Spanningsveld)])
    return site.render("polen/polen.html.jinja", veld=site.record)
