"""Where one writes to about the site, as far as its publisher says."""

from __future__ import annotations

from ..macro import macro
from ..site import Site


@macro
def contactregel(site: Site) -> str:
    """Waar je naartoe schrijft over deze site, of dat daar nog niets voor is.

    HTML of one paragraph.
    """
    return site.render("contactregel/contactregel.html.jinja", contact=site.elsewhere.contact)
