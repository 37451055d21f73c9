"""Where a reader takes the site along, to read without internet, and wipes it again."""

from __future__ import annotations

from ..macro import macro, needs
from ..site import Site


@macro
@needs(styles=["meenemen.css"], scripts=["meenemen.js"])
def meenemen(site: Site) -> str:
    """De hele site of een set kaarten meenemen, zien wat er op het apparaat staat, en dat wissen.

    HTML of the panel; what can be taken along is told by the list that the build makes last.
    """
    return site.render("meenemen/meenemen.html.jinja")
