"""The paper twin: sheets with lines for a team and for oneself, the questions with room to write, and the code sheet."""

from __future__ import annotations

from math import ceil

from ...knowledge.records import Spanningsveld
from ..lijn.macro import PLEKKEN, names
from ..macro import macro, needs
from ..site import Site
from ..team.macro import TEAMPLEKKEN, rows

SHEETS = 12
"""How many team sheets can be copied onto one code sheet."""

# In mm, as papier.css prints it: a page without its heading, a line of text, a line to write on, and what is between questions.
_ROOM, _TEXT, _LINE, _BETWEEN = 245, 5, 8, 4.5
_LETTERS = 95  # in a line of text


@macro
@needs(styles=["papier.css"], scripts=["print.js"])
def papier(site: Site) -> str:
    """De vellen om te printen: lijnen voor een team en voor jezelf, de vragen met schrijfruimte, en het codevel.

    HTML of all sheets, each to begin on a page of its own.
    """
    velden = site.bank.of_kind(Spanningsveld)
    return site.render(
        "papier/papier.html.jinja",
        velden=velden,
        plekken=PLEKKEN,
        teamplekken=TEAMPLEKKEN,
        vellen=SHEETS,
        schrijfregels={veld.id: writing_lines(veld) for veld in velden},
        regels={veld.id: rows((veld,)) for veld in velden},
        namen={veld.id: names(veld) for veld in velden},
    )


def writing_lines(veld: Spanningsveld) -> int:
    """How many lines to write on fit below each question of `veld`, so that its pages are full and its last isn't a scrap."""
    questions = len(veld.vragen)
    texts = [
        text for vraag in veld.vragen for text in (vraag.vraag + vraag.id * 2, " ".join(vraag.deelvragen or ())) if text
    ]
    told = sum(ceil(len(text) / _LETTERS) * _TEXT for text in texts) + questions * _BETWEEN
    pages = ceil((told + 2 * questions * _LINE) / _ROOM)
    # A question doesn't break, so each page but the last leaves half of one empty.
    lost = (pages - 1) * (told / questions + 3 * _LINE) / 2
    return max(2, min(5, int((pages * _ROOM - told - lost) / questions / _LINE)))
