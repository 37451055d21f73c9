"""Programmes on their pages: all of them to choose from, and the whole of one for who leads it."""

from __future__ import annotations

from ...knowledge.errors import ContentError, Mistake
from ...knowledge.lessons import DOCENT, print_path, saved_name
from ...knowledge.programmes import EERLIJK, NIET_GEPROBEERD, fragment, plan_of, plan_path
from ...knowledge.records import Programma
from ..gevaar import to_call
from ..macro import macro, needs, shows, unknown_argument
from ..site import Site

PLANNER, UITVOEREN = "begeleiden/draaiboek.md", "begeleiden/uitvoeren.md"
_LONGEST = 1400
"""Characters after which a link is cut short, in a message for instance; the rest is for the address of the planner."""


@macro
@needs(styles=["les.css"])
def programmalijst(site: Site) -> str:
    """Alle programma’s, met hoelang ze duren, voor hoeveel mensen ze zijn en wat je print.

    HTML of all programmes in their order.
    """
    plans = [plan_of(site.bank, one) for one in site.bank.of_kind(Programma)]
    return site.render("programma/programmalijst.html.jinja", plannen=plans)


@macro
@shows(Programma)
@needs(styles=["les.css", "programma.css"], scripts=["les-klok.js", "details.js"])
def programma(site: Site) -> str:
    """Het programma op deze pagina: wat je vooraf doet, wat je klaarlegt en elke bijeenkomst, blok voor blok.

    HTML of the programme; raises ContentError on a page that is none, and for one that does not fit in a link.
    """
    record = site.record
    if not isinstance(record, Programma):
        raise unknown_argument(site, "programma", record.id, [one.id for one in site.bank.of_kind(Programma)])
    asked = f"?programma={record.id}#{_link(site, record)}"
    return site.render(
        "programma/programma.html.jinja",
        plan=plan_of(site.bank, record),
        programma=record,
        blad=print_path(site.path, DOCENT),
        naam=saved_name(site.bank, record.id, f"-{DOCENT}"),
        bestand=plan_path(record),
        planner=f"{site.url(PLANNER)}{asked}" if PLANNER in site.bank.by_path else None,
        uitvoeren=f"{site.url(UITVOEREN)}{asked}",
        eerlijk=EERLIJK,
        gevaar=to_call(),
        niet_geprobeerd=NIET_GEPROBEERD,
    )


def _link(site: Site, record: Programma) -> str:
    link = fragment(record)
    if len(link) > _LONGEST:
        text, expected = (
            "dit programma past niet in een link naar de planner",
            f"hoogstens {_LONGEST} tekens: kortere titels",
        )
        raise ContentError(
            [Mistake(site.path, text, field="bijeenkomsten", value=f"{len(link)} tekens", expected=expected)]
        )
    return link
