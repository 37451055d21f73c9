"""What one may do with the site's own words, as far as its owner has decided."""

from __future__ import annotations

from ..macro import macro
from ..site import Site


@macro
def licentieregel(site: Site) -> str:
    """Onder welke licentie onze eigen tekst valt, of dat dat nog niet besloten is.

    HTML of one paragraph.
    """
    return site.render("licentieregel/licentieregel.html.jinja", licentie=site.elsewhere.licence)
