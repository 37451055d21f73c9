"""The editions that there are, what changed in each, and the corrections between them."""

from __future__ import annotations

from ..macro import macro
from ..site import Site


@macro
def edities(site: Site) -> str:
    """Alle edities, met wat er per editie veranderde.

    HTML of the list, or of a sentence as long as there is none.
    """
    return site.render("edities/edities.html.jinja", planken=site.elsewhere.editions(site.docs))
