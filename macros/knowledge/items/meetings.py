"""The parts of a programme: its meetings and their blocks."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from .exercises import Materiaal
from .item import Item
from .lessons import Vooraf
from .values import Id, JaNee, Tekst, Teksten, getal

PAUZE, RUIMTE, EIGEN = "pauze", "ruimte", "eigen"
LOS = (PAUZE, RUIMTE, EIGEN)
"""What a block can be beside something of the site: a break, room to overrun, and what one thinks of oneself."""
MOST_MEETINGS, MOST_BLOCKS, MOST_MINUTES = 8, 40, 240
LONGEST_TITLE, LONGEST_TEXT, LONGEST_NOTE, LONGEST_STEPS = 60, 300, 1000, 4000
"""What the planner has room for, the same as in `overrides/assets/js/begeleiden`: it refuses a programme with more."""


class Blok(Item):
    """A part of a meeting with its own minutes; with none it is kept in reserve."""

    wat: Id = Field(
        description="het id van wat je doet: een werkkaart, oefening, spanningsveld, vraag, lijst of gebruik van een "
        "set; of `pauze`, `ruimte` (om uit te lopen) of `eigen`"
    )
    minuten: Annotated[int, getal(0, MOST_MINUTES)] = Field(
        description="hoeveel minuten het blok duurt, een schatting van de redactie; bij `0` heb je het achter de hand"
    )
    kort: Annotated[int, getal(1, MOST_MINUTES)] | None = Field(
        default=None, description="hoeveel minuten het minstens vraagt, als je moet inlopen"
    )
    titel: Tekst | None = Field(default=None, description="naam van het blok, als die anders is dan die van `wat`")
    doel: Tekst | None = Field(default=None, description="waar het blok voor is, in één zin")
    zo: Teksten | None = Field(default=None, description="wat je doet en zegt; elke regel een alinea")
    gebruikt: Annotated[tuple[Id, ...], Field(max_length=MOST_BLOCKS)] = Field(
        default=(),
        description="ids van stappen, vragen of lijsten die je erbij leest; laat je dit weg, dan die van `wat`",
    )
    inkorten: Tekst | None = Field(default=None, description="wat je weglaat als de tijd krap is")
    wie: Tekst = Field(default="iedereen", description="wie er aan het werk zijn, zoals `tweetallen`")
    printen: Annotated[tuple[Id, ...], Field(max_length=MOST_BLOCKS)] = Field(
        default=(), description="ids van sets kaarten, of van pagina’s met iets om te printen"
    )
    materiaal: Annotated[tuple[Materiaal, ...], Field(min_length=1)] | None = Field(
        default=None, description="wat je verder nodig hebt, naast wat bij `wat` staat"
    )
    door: Tekst | None = Field(
        default=None,
        description="één teken dat je kunt zien of horen, waaraan je merkt dat je door kunt; laat je dit weg, dan dat "
        "uit de schatting van `wat`",
    )
    afsluiten: JaNee = Field(default=False, description="`true` bij het blok waarmee je de bijeenkomst afsluit")
    van_ons: JaNee = Field(default=False, description="`true` als de redactie dit blok hier zet en niet de publicatie")


class Bijeenkomst(Item):
    """A meeting of a programme, with its blocks in order."""

    titel: Tekst = Field(description="naam van de bijeenkomst")
    doel: Tekst = Field(description="waar de bijeenkomst voor is, in één zin")
    begin: Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")] = Field(
        description="hoe laat je begint in de planner, zoals `09:30`"
    )
    vooraf: Annotated[tuple[Vooraf, ...], Field(min_length=1)] | None = Field(
        default=None, description="wat je voor deze bijeenkomst doet"
    )
    blokken: Annotated[tuple[Blok, ...], Field(min_length=1, max_length=MOST_BLOCKS)] = Field(
        description="de blokken, op volgorde"
    )
    daarna: Annotated[tuple[Vooraf, ...], Field(min_length=1)] | None = Field(
        default=None, description="wat er na deze bijeenkomst gebeurt"
    )
