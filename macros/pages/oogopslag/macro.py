"""All ways of working in one table, with what each asks of a meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from ...knowledge.items import BEGELEIDEN, MEEDOEN, Oefening, Schatting, Wie
from ...knowledge.kennisbank import Kennisbank
from ...knowledge.records import Werkkaart, items
from ..macro import macro, needs, unknown_argument
from ..site import Site

_TIMES = (15, 30, 60, 90, 120)


@dataclass(frozen=True)
class Filter:
    """A field of the form: what it is called, how it lets everything through, and its other choices as value and words."""

    opschrift: str
    alles: str
    keuzes: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class TableRow:
    """A card, an exercise or a list of questions, as one line of the table."""

    id: str
    naam: str
    kaart: Werkkaart
    schatting: Schatting | None
    nodig: tuple[str, ...]


@macro
@needs(styles=["filters.css", "oogopslag.css"], scripts=["oogopslag.js"])
def oogopslag(site: Site) -> str:
    """Alle werkkaarten en oefeningen in één tabel, met tijd, groep en wat ze vragen.

    HTML of the table, with filters that wait for their script.
    """
    rows = [row for card in site.bank.of_kind(Werkkaart) for row in rows_of(card)]
    return site.render(
        "oogopslag/oogopslag.html.jinja",
        geschat=[row for row in rows if row.schatting],
        ongeschat=[row for row in rows if not row.schatting],
        filters=filters(site.bank),
        begeleiden=BEGELEIDEN,
        meedoen=MEEDOEN,
        nummer={one.id: one.nummer for one in site.bank.fasen},
        genoemd=_told(site.bank),
    )


@macro
def werkvormen(site: Site, tekst: str, keuze: str) -> str:
    """Een link naar een keuze uit alle werkkaarten en oefeningen.

    HTML of a link called `tekst` to the table with filters `keuze`, such as `tijd=30&groep=8`; raises ContentError for what
    no filter offers.
    """
    offers = {f"{name}={value}" for name, one in filters(site.bank).items() for value, _ in one.keuzes}
    for part in str(keuze).split("&"):
        if part not in offers and not re.fullmatch("groep=([1-9][0-9]?|100)", part):
            raise unknown_argument(site, "werkvormen", part, ["groep=8", *sorted(offers)])
    return site.render("oogopslag/werkvormen.html.jinja", tekst=tekst, keuze=keuze)


def rows_of(card: Werkkaart) -> Iterator[TableRow]:
    """What one can do with `card`: itself, unless it is a collection of exercises, and what is reckoned of its parts."""
    if card.schatting or not card.oefeningen:
        yield TableRow(card.id, card.korte_titel, card, card.schatting, _needed(card))
    for one in card.oefeningen or ():
        yield TableRow(one.id, one.titel, card, one.schatting, _needed(one))
    for one in card.vragenlijsten or ():
        if one.schatting:
            yield TableRow(one.id, one.titel, card, one.schatting, ())


def _needed(of: Werkkaart | Oefening) -> tuple[str, ...]:
    return tuple(one.regel for one in (of.praktisch.materiaal if of.praktisch else None) or ())


def filters(bank: Kennisbank) -> dict[str, Filter]:
    """What can be filtered on, by the name that it has in a link; any number of people is an offer too."""
    phases = tuple((one.id, f"{one.nummer}. {one.titel}") for one in bank.fasen)
    return {
        "tijd": Filter("Tijd", "Elke tijd", tuple((str(one), f"tot {one} minuten") for one in _TIMES)),
        "begeleiden": Filter("Begeleiden", "Alle ervaring", _up_to(BEGELEIDEN)),
        "meedoen": Filter("Meedoen", "Alles", _up_to(MEEDOEN)),
        "voor": Filter("Voor wie", "Iedereen", tuple((one, one) for one in get_args(Wie))),
        "fase": Filter("Fase van samen leren", "Alle fasen", phases),
        "online": Filter("Online", "Maakt niet uit", (("goed", "kan goed"), ("aanpassing", "kan, ook met aanpassing"))),
        "spullen": Filter("Zonder spullen", "", (("geen", ""),)),
    }


def _up_to(levels: dict[int, str]) -> tuple[tuple[str, str], ...]:
    """The levels below the highest, which leaves nothing out."""
    lowest, *others = [one for one in levels if one < max(levels)]
    return (str(lowest), levels[lowest]), *((str(one), f"tot {levels[one]}") for one in others)


def _told(bank: Kennisbank) -> list[tuple[int, str]]:
    """The minutes that a publication gives itself, each with what they are for."""
    return [
        (one.praktisch.minuten, one.titel)
        for card in bank.of_kind(Werkkaart)
        for one in (card, *items(card))
        if isinstance(one, Werkkaart | Oefening) and one.praktisch and one.praktisch.minuten
    ]
