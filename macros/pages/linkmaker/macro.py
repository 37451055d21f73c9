"""For a teacher: a link to a chosen set of fields and questions, and the code to show it in a frame on another page."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import escape

from ...knowledge.records import Insluiting, Spanningsveld
from ..macro import macro, needs
from ..site import Site, public_address

# Scripts and its own files, for the line works by them; links that open in a tab, where they are as free as any page.
SANDBOX = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox"
LINE_HEIGHT = 1200
"""Pixels that a line needs in a column of some 600 pixels, for where nothing sets the height."""
SET, SCRIPT = "insluiten-vragen", "assets/js/insluiten-hoogte.js"


@dataclass(frozen=True)
class FramedField:
    """A field to choose, with the address of its page for a frame."""

    veld: Spanningsveld
    kader: str


@macro
@needs(styles=["linkmaker.css"], scripts=["linkmaker.js", "details.js"])
def linkmaker(site: Site) -> str:
    """Een link naar gekozen velden en vragen, en de code om ze op een andere site in te sluiten.

    HTML of the maker of links and code, and of ready ones for who has no script.
    """
    framed = {page.record.van: page.record.id for page in site.bank.pages if isinstance(page.record, Insluiting)}
    choices = [
        FramedField(veld, site.url(framed[veld.id])) for veld in site.bank.of_kind(Spanningsveld) if veld.id in framed
    ]
    if not choices:
        return ""
    example = choices[0].veld
    return site.render(
        "linkmaker/linkmaker.html.jinja",
        keuzes=choices,
        kader=SET,
        script=SCRIPT,
        sandbox=SANDBOX,
        hoogte=LINE_HEIGHT,
        voorbeeld=example,
        code=_code(site, example, framed[example.id]),
    )


def _code(site: Site, veld: Spanningsveld, frame: str) -> str:
    """The code that shows the line of `veld`, as text."""
    place = public_address(site.bank, site.elsewhere.site_url, frame)
    return (
        f'<iframe src="{escape(place)}" title="{escape(veld.korte_titel)}" width="100%" height="{LINE_HEIGHT}" '
        f'style="border: 0" loading="lazy" sandbox="{SANDBOX}"></iframe>'
    )
