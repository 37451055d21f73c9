"""Programmes, and what a block of one can be about."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from ..items import (
    MOST_MEETINGS,
    Aantal,
    Bijeenkomst,
    Ervaring,
    Fase,
    Groep,
    Item,
    Lijst,
    Oefening,
    Punt,
    Schatting,
    Subcategorie,
    Tekst,
    Teksten,
    Vooraf,
    Vraag,
    Vragenlijst,
    Wie,
    getal,
)
from .decks import Deck
from .record import Record
from .series import Spanningsveld, Werkkaart


class Programma(Record):
    """A meeting or a series that somebody can lead tomorrow: its page is the running order."""

    naam_soort: ClassVar = "Programma"
    naam_reeks: ClassVar = "Programma’s"
    soort: Literal["programma"]
    nummer: Aantal = Field(description="plek tussen de andere programma’s")
    duur: Annotated[int, getal(15, 480)] = Field(description="hoeveel minuten elke bijeenkomst duurt")
    groep: Groep = Field(description="hoe groot de groep kan zijn")
    voor: Annotated[tuple[Wie, ...], Field(min_length=1)] = Field(description="wie er meedoen")
    wanneer: Teksten = Field(description="wanneer je dit programma kiest")
    liever_niet: Teksten | None = Field(default=None, description="wanneer je beter iets anders kiest")
    vooraf: Annotated[tuple[Vooraf, ...], Field(min_length=1)] = Field(description="wat je vooraf doet")
    zaal: Tekst = Field(description="hoe je de zaal inricht")
    bijeenkomsten: Annotated[tuple[Bijeenkomst, ...], Field(min_length=1, max_length=MOST_MEETINGS)] = Field(
        description="de bijeenkomsten, op volgorde"
    )
    weglaten: Teksten = Field(description="wat je kunt weglaten, en wat niet")
    uitgeprobeerd: tuple[Ervaring, ...] = Field(
        default=(),
        description="wie het programma deed en wat anders liep; zonder regel staat er ‘Nog niet uitgeprobeerd’",
    )


def plannable(record: Record, item: Item | None) -> bool:
    """Whether a block can be about this page, or this part of it."""
    if item is None:
        return isinstance(record, (Werkkaart, Spanningsveld))
    parts = (Oefening, Vragenlijst, Vraag, Lijst, Fase, Subcategorie)
    return isinstance(item, parts) or isinstance(item, Punt) and isinstance(record, (Werkkaart, Deck))


def estimate_of(place: tuple[Record, Item | None] | None) -> Schatting | None:
    """What we reckon that the place of a block asks; of a usage of a deck nothing is reckoned."""
    record, item = place or (None, None)
    return getattr(record if item is None else item, "schatting", None)
