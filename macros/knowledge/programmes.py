"""A programme as a whole: all that its blocks need, and the link that hands it to the planner."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate, chain
from urllib.parse import quote

from .items import (
    LOS,
    PAUZE,
    REDACTIE,
    RUIMTE,
    Bijeenkomst,
    Blok,
    Fase,
    Lijst,
    Oefening,
    Punt,
    Vraag,
    Vragenlijst,
)
from .kennisbank import Kennisbank
from .records import Programma, estimate_of
from .told import Verteld, told

_NAMES = {PAUZE: "Pauze", RUIMTE: "Ruimte"}
_PURPOSES = {RUIMTE: "Om uit te lopen. Heb je dit niet nodig, dan ben je eerder klaar."}
EERLIJK = (
    "De werkkaarten zijn gemaakt voor mensen die bij elkaar in één ruimte zitten. Online kan het ook, met minder mensen "
    f"en meer tijd {REDACTIE}.",
    "Reken niet op een snelle oplossing. Samen leren duurt lang, en een bijeenkomst is er een stukje van.",
    f"De minuten zijn een schatting {REDACTIE}, daarom staat er ± voor. De publicatie noemt er maar twee: 15 minuten voor "
    "de eerste perspectiefwissel en 3 minuten voor de hand.",
)
"""What stands with every programme."""
NIET_GEPROBEERD = "Niemand heeft ons nog verteld hoe het liep."
"""What stands with a programme that nobody has told of."""


@dataclass(frozen=True)
class Planblok:
    """A block as it is shown: the minutes after the beginning at which it starts and ends, and all that it takes."""

    blok: Blok
    begin: int
    eind: int
    titel: str
    doel: str | None
    verteld: tuple[Verteld, ...]
    materiaal: tuple[str, ...]
    door: str | None
    tijd: str | None
    """How long it takes; of what is in reserve only where we reckon that."""
    wie: str | None
    """Who are at work in it; nobody in a break."""
    stappen: str
    """How it is done, each step on a line of its own as the planner keeps them; empty when that is all as its card says."""
    vragen: tuple[str, ...]
    """Ids of the questions that are asked in it; none when those are as its card says."""

    @property
    def notitie(self) -> str:
        """What one leaves out when there is little time, as the planner keeps it."""
        return f"Korter: {self.blok.inkorten}" if self.blok.inkorten else ""

    @property
    def erbij(self) -> str:
        """What to bring beside what is needed for what it is about, in one line."""
        return "; ".join(one.regel for one in self.blok.materiaal or ())


@dataclass(frozen=True)
class Planbijeenkomst:
    """A meeting as it is shown: its blocks in order, and those in reserve."""

    bijeenkomst: Bijeenkomst
    nummer: int
    blokken: tuple[Planblok, ...]
    achter_de_hand: tuple[Planblok, ...]

    @property
    def materiaal(self) -> tuple[str, ...]:
        """What to bring for it, beside what is printed."""
        return tuple(dict.fromkeys(one for block in self.blokken for one in block.materiaal))

    @property
    def printen(self) -> tuple[str, ...]:
        """Ids of all that is printed for it, in the order of use."""
        return tuple(dict.fromkeys(id for one in (*self.blokken, *self.achter_de_hand) for id in one.blok.printen))


@dataclass(frozen=True)
class Plan:
    """A programme as it is shown, on screen and on paper."""

    programma: Programma
    bijeenkomsten: tuple[Planbijeenkomst, ...]

    @property
    def feiten(self) -> tuple[tuple[str, str], ...]:
        """What to know before choosing it, as a label and words."""
        group, many = self.programma.groep, len(self.bijeenkomsten)
        time = f"{self.programma.duur} minuten"
        return (
            ("Tijd", f"{many} bijeenkomsten van {time}" if many > 1 else time),
            ("Groep", f"{group.min} tot {group.max} mensen"),
            ("Voor", ", ".join(self.programma.voor)),
        )

    @property
    def printen(self) -> tuple[str, ...]:
        """Ids of all that is printed for it, in the order of use."""
        return tuple(dict.fromkeys(id for meeting in self.bijeenkomsten for id in meeting.printen))


def plan_of(bank: Kennisbank, programme: Programma) -> Plan:
    """`programme` with all that its blocks are about."""
    return Plan(programme, tuple(_meeting(bank, *one) for one in enumerate(programme.bijeenkomsten, 1)))


def _meeting(bank: Kennisbank, number: int, meeting: Bijeenkomst) -> Planbijeenkomst:
    ends = accumulate(block.minuten for block in meeting.blokken)
    blocks = [planned(bank, block, end) for block, end in zip(meeting.blokken, ends)]
    return Planbijeenkomst(
        meeting,
        number,
        tuple(one for one in blocks if one.blok.minuten),
        tuple(one for one in blocks if not one.blok.minuten),
    )


def planned(bank: Kennisbank, block: Blok, end: int) -> Planblok:
    """`block`, which ends `end` minutes after the beginning, with all that it takes."""
    place = None if block.wat in LOS else bank.places[block.wat]
    estimate = estimate_of((place.page.record, place.item)) if place else None
    practical = getattr(place.item or place.page.record, "praktisch", None) if place else None
    needed = (*(practical.materiaal or () if practical else ()), *(block.materiaal or ()))
    purpose = block.doel or _PURPOSES.get(block.wat)
    if block.minuten:
        time = f"±\u00a0{block.minuten} minuten" + (f", kan in {block.kort}" if block.kort else "")
    else:
        time = estimate.kort_gezegd if estimate else None
    return Planblok(
        block,
        end - block.minuten,
        end,
        block.titel or _NAMES.get(block.wat) or told(bank, block.wat).naam,
        f"{purpose.removesuffix('.')} {REDACTIE}." if purpose and block.van_ons else purpose,
        tuple(told(bank, id) for id in block.gebruikt or ((block.wat,) if place else ())),
        tuple(dict.fromkeys(one.regel for one in needed)),
        block.door or (estimate.door if estimate else None),
        time,
        None if block.wat in _NAMES else block.wie,
        "\n".join(_steps(bank, block)),
        tuple(chain.from_iterable(_asked(bank, id) for id in block.gebruikt)),
    )


def _steps(bank: Kennisbank, block: Blok) -> tuple[str, ...]:
    """How `block` is done: as it says itself, with those steps that stand elsewhere; none when that is all as its card says.

    What a card says of itself, and its questions, are shown with its steps whatever those are.
    """
    own = block.zo or ()
    if block.gebruikt:
        return (*own, *(told(bank, id).regel for id in block.gebruikt if not _asked(bank, id)))
    match bank.places[block.wat].item if own and block.wat not in LOS else None:
        case Oefening(stappen=steps) | Punt(punten=steps):
            return (*own, *(steps or ()))
        case Lijst():
            return (*own, told(bank, block.wat).regel)
        case Fase():
            # One reads out what it is about before anything is done with it.
            return (told(bank, block.wat).regel, *own)
    return own


def _asked(bank: Kennisbank, id: str) -> tuple[str, ...]:
    """Ids of the questions that place `id` is, or that are all there is in it."""
    match bank.places[id].item:
        case Vraag():
            return (id,)
        case Vragenlijst(vragen=questions):
            return tuple(one.id for one in questions)
    return ()


def plan_path(programme: Programma) -> str:
    """Where the file of its plan is, below the site's root."""
    return f"begeleiden/programma/{programme.id}.json"


def fragment(programme: Programma) -> str:
    """What stands behind the `#` of the planner's address to begin with `programme`."""
    return "&".join(
        f"b{number}={meeting.begin.replace(':', '')}_{'~'.join(map(_part, _in_order(meeting)))}"
        for number, meeting in enumerate(programme.bijeenkomsten, 1)
    )


def _in_order(meeting: Bijeenkomst) -> list[Blok]:
    """The blocks of a meeting, with what one has at hand behind all others."""
    return sorted(meeting.blokken, key=lambda block: not block.minuten)


def _part(block: Blok) -> str:
    """One block: what, minutes, at least how many, and a title of its own; what it has not is left out."""
    parts = (block.wat, block.minuten, block.kort, block.titel and _encoded(block.titel))
    return ".".join(str(one) for one in parts if one is not None)


def _encoded(title: str) -> str:
    """`title` without any sign that has a meaning in the address."""
    return re.sub(r"[._~]", lambda sign: f"%{ord(sign[0]):02X}", quote(title, safe=""))
