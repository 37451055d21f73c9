"""The planner: everything that its script brings to life, and where to go without it."""

from __future__ import annotations

from ...knowledge.records import Programma
from ..gevaar import to_read
from ..macro import macro, needs
from ..oogopslag.macro import filters
from ..site import Site

_FILES = ("blokken", "blokken-tekst", "blokken-woorden")
"""What one can plan, its texts, and what people type for it: the files that `exchange` makes."""
_STARTS = 8


@macro
@needs(styles=["filters.css", "draaiboek.css", "draaiboek-rond.css", "draaiboek-papier.css"], scripts=["draaiboek.js"])
def planner(site: Site) -> str:
    """De planner waarin een begeleider een bijeenkomst in elkaar zet.

    HTML of the planner; without script it leads to the programmes, the lessons and what one can print.
    """
    blocks, texts, words = (site.url(f"begeleiden/{name}.json") for name in _FILES)
    return site.render(
        "planner/planner.html.jinja",
        blokken=blocks,
        teksten=texts,
        woorden=words,
        filters=filters(site.bank),
        gevaar=to_read(),
        programmas=site.bank.of_kind(Programma)[:_STARTS],
    )
