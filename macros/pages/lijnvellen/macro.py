"""The lines for the wall and the floor, by form, with their PDFs."""

from __future__ import annotations

from ..macro import macro, needs
from ..site import Site


@macro
@needs(styles=["kaarten.css", "vormen.css"], scripts=["details.js"])
def lijnvellen(site: Site) -> str:
    """De lijnen voor muur en vloer, met hun PDF’s per vorm.

    HTML of every form with what it is for, one PDF of all fields and one of each; raises as `lines` does.
    """
    return site.render("lijnvellen/lijnvellen.html.jinja", vormen=list(site.elsewhere.lines(site.bank)))
