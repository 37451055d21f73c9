"""A programme as a whole: what must fit together in it, all that its blocks need, and the link that hands it to the planner."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from itertools import accumulate
from urllib.parse import quote

from .drafts import Draft
from .errors import Mistake
from .items import (
    REDACTIE,
    Bijeenkomst,
    Blok,
    Fase,
    Item,
    Lijst,
    Oefening,
    Punt,
    Schatting,
    Subcategorie,
    Vraag,
    Vragenlijst,
)
from .kennisbank import Kennisbank, items
from .lessons import asked_minutes, wrong_group
from .plain_yaml import Path_
from .records import Deck, Programma, Record, Spanningsveld, Werkkaart
from .told import Verteld, told

PAUZE, RUIMTE, EIGEN = "pauze", "ruimte", "eigen"
LOS = (PAUZE, RUIMTE, EIGEN)
"""What a block can be beside something of the site: a break, room to overrun, and what one thinks of oneself."""
_NAMES = {PAUZE: "Pauze", RUIMTE: "Ruimte"}
_PURPOSES = {RUIMTE: "Om uit te lopen. Heb je dit niet nodig, dan ben je eerder klaar."}
_LONGEST = 90
"""So many minutes a group goes on without a break, at most."""
_SPARE = 20
"""One in so many minutes is room to overrun, at least."""
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


def plannable(record: Record, item: Item | None) -> bool:
    """Whether a block can be about this page, or this part of it."""
    if item is None:
        return isinstance(record, (Werkkaart, Spanningsveld))
    parts = (Oefening, Vragenlijst, Vraag, Lijst, Fase, Subcategorie)
    return isinstance(item, parts) or isinstance(item, Punt) and isinstance(record, (Werkkaart, Deck))


def wrong_programmes(drafts: tuple[Draft, ...]) -> Iterator[Mistake]:
    """Everything wrong within a programme."""
    records = [draft.record for draft in drafts if draft.record]
    places: dict[str, tuple[Record, Item | None]] = {}
    for record in records:
        places.setdefault(record.id, (record, None))
        for item in items(record):
            places.setdefault(item.id, (record, item))
    minutes = asked_minutes(records)
    for draft in drafts:
        if isinstance(draft.record, Programma):
            programme = draft.record
            yield from wrong_group(draft, programme.groep)
            for number, meeting in enumerate(programme.bijeenkomsten):
                path = ("bijeenkomsten", number, "blokken")
                yield from _wrong_meeting(draft, path, meeting, programme.duur, places)
                for at, block in enumerate(meeting.blokken):
                    yield from _wrong_block(draft, (*path, at), block, places, minutes)


def _wrong_meeting(
    draft: Draft, path: Path_, meeting: Bijeenkomst, length: int, places: Container[str]
) -> Iterator[Mistake]:
    planned = [(at, block) for at, block in enumerate(meeting.blokken) if block.minuten]
    total = sum(block.minuten for _, block in planned)
    if total != length:
        expected = f"blokken die samen {length} minuten duren, zoals bij `duur` staat"
        yield draft.mistake(path, f"de blokken duren samen {total} minuten", expected)
    on_end = 0
    for at, block in planned:
        # What is not known may be a misspelled break.
        rest = block.wat == PAUZE or block.wat not in LOS and block.wat not in places
        before, on_end = on_end, 0 if rest else on_end + block.minuten
        if before <= _LONGEST < on_end:
            expected = f"een blok met `wat: {PAUZE}`, uiterlijk na {_LONGEST} minuten"
            yield draft.mistake((*path, at), f"hier is de groep al {on_end} minuten bezig zonder pauze", expected)
    spare, least = sum(block.minuten for _, block in planned if block.wat == RUIMTE), -(-length // _SPARE)
    if spare < least:
        expected = f"een blok met `wat: {RUIMTE}` van minstens {least} minuten"
        yield draft.mistake(path, f"er zijn {spare} minuten om uit te lopen", expected)
    if planned and not planned[-1][1].afsluiten:
        expected = "een laatste blok met `afsluiten: true`"
        yield draft.mistake((*path, planned[-1][0]), "deze bijeenkomst sluit je nergens mee af", expected)


def _wrong_block(
    draft: Draft,
    path: Path_,
    block: Blok,
    places: dict[str, tuple[Record, Item | None]],
    asked: dict[str, int],
) -> Iterator[Mistake]:
    if block.kort and block.kort >= block.minuten:
        expected = f"minder dan de {block.minuten} minuten van het blok, of het veld weglaten"
        yield draft.mistake((*path, "kort"), "hiermee wordt het blok niet korter", expected, block.kort)
    if (place := places.get(block.wat)) and not plannable(*place):
        expected = "een werkkaart, oefening, spanningsveld, vraag, lijst of gebruik van een set"
        yield draft.mistake((*path, "wat"), "dit kun je niet in een bijeenkomst doen", expected, block.wat)
    if block.minuten and block.minuten < (least := asked.get(block.wat, 0)):
        expected = f"minstens {least} minuten, zoals bij de oefening staat"
        yield draft.mistake((*path, "minuten"), "dit is te kort voor deze oefening", expected, block.minuten)
    # What is not known is told already, or could not be read.
    if not place and block.wat != EIGEN:
        return
    told_by = {"titel": block.titel or place, "doel": block.doel, "door": block.door or _estimate(place)}
    for name, value in told_by.items():
        if not value:
            yield draft.mistake((*path, name), "dit veld ontbreekt", str(Blok.model_fields[name].description))


def _estimate(place: tuple[Record, Item | None] | None) -> Schatting | None:
    """What we reckon that the place of a block asks; of a usage of a deck nothing is reckoned."""
    record, item = place or (None, None)
    return getattr(record if item is None else item, "schatting", None)


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
    blocks = [_block(bank, block, end) for block, end in zip(meeting.blokken, ends)]
    return Planbijeenkomst(
        meeting,
        number,
        tuple(one for one in blocks if one.blok.minuten),
        tuple(one for one in blocks if not one.blok.minuten),
    )


def _block(bank: Kennisbank, block: Blok, end: int) -> Planblok:
    place = None if block.wat in LOS else bank.places[block.wat]
    estimate = _estimate((place.page.record, place.item)) if place else None
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
    )


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
