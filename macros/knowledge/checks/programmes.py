"""What must fit together in a programme."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from ..errors import Mistake
from ..files import Path_
from ..items import EIGEN, LOS, PAUZE, RUIMTE, Bijeenkomst, Blok, Item
from ..records import Programma, Record, estimate_of, items, plannable
from .drafts import Draft
from .lessons import asked_minutes, wrong_group

_AROUND = re.compile(r"\bhier(onder|boven|naast)\b", re.IGNORECASE)
"""What says where something stands on the page of a programme, from which its blocks are taken."""
_LONGEST = 90
"""So many minutes a group goes on without a break, at most."""
_SPARE = 20
"""One in so many minutes is room to overrun, at least."""


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
    texts = [(("doel",), block.doel), (("inkorten",), block.inkorten), (("door",), block.door)]
    for name, text in [*((("zo", at), line) for at, line in enumerate(block.zo or ())), *texts]:
        if around := _AROUND.search(text or ""):
            expected = f"waar het over gaat, zonder ‘{around[0].lower()}’"
            yield draft.mistake(
                (*path, *name), "dit gaat mee naar de planner, waar er niets omheen staat", expected, text
            )
    # What is not known is told already, or could not be read.
    if not place and block.wat != EIGEN:
        return
    told_by = {"titel": block.titel or place, "doel": block.doel, "door": block.door or estimate_of(place)}
    for name, value in told_by.items():
        if not value:
            yield draft.mistake((*path, name), "dit veld ontbreekt", str(Blok.model_fields[name].description))
