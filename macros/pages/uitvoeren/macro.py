"""Leading a meeting from its plan: the page of who leads, and the screen of the group; the scripts bring them to life."""

from __future__ import annotations

from ..macro import macro, needs
from ..site import Site


@macro
@needs(styles=["groot-scherm.css", "uitvoeren.css"], scripts=["uitvoeren.js"])
def uitvoeren(site: Site) -> str:
    """Een draaiboek uitvoeren: wat er nu aan de beurt is, wat straks, en hoe je met de tijd uitkomt.

    HTML of the page of who leads, with the dialog that takes the place of a window for the group.
    """
    return site.render("uitvoeren/uitvoeren.html.jinja")


@macro
@needs(styles=["groot-scherm.css", "uitvoeren.css"], scripts=["groepsscherm.js"])
def groepsscherm(site: Site) -> str:
    """Het scherm voor de groep, naast dat van wie begeleidt.

    HTML of the window that shows one question at a time.
    """
    return site.render("uitvoeren/groepsscherm.html.jinja")
