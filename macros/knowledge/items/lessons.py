"""The parts of a lesson, with what it shares with a programme."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from .item import Item, Onderdeel
from .values import Aantal, Id, JaNee, Tekst, Teksten

_UNSEEN = re.compile(r"\b(weet|weten|kent|kennen|begrijpt|begrijpen|snapt|snappen|beseft|leert)\b", re.I)
"""What nobody can see or hear of somebody else."""


def _goal(text: str) -> str:
    """A goal that one can see or hear, about whoever reads it."""
    if not text.startswith("Je ") or _UNSEEN.search(text):
        raise PydanticCustomError(
            "wording", "een zin die met ‘Je’ begint en zegt wat iemand laat zien of horen, zonder weten of begrijpen"
        )
    return text


def verzonnen(text: str) -> str:
    """A case that says at once that it is made up."""
    if not text.startswith("Verzonnen:"):
        raise PydanticCustomError("wording", "een verzonnen casus, die begint met ‘Verzonnen:’")
    return text


class Groep(Onderdeel):
    """How many people a lesson or a programme is for."""

    min: Aantal = Field(description="het kleinste aantal mensen")
    max: Aantal = Field(description="het grootste aantal mensen")


class Doel(Item):
    """What somebody can show at the end of a lesson."""

    tekst: Annotated[Tekst, AfterValidator(_goal)] = Field(
        description="een zin die met ‘Je’ begint en noemt wat iemand laat zien of horen"
    )


class Vooraf(Onderdeel):
    """Something to do before a lesson or a meeting, or between two."""

    tekst: Tekst = Field(description="wat je vooraf doet")
    minuten: Aantal | None = Field(default=None, description="hoeveel minuten dat kost")
    van: Id | None = Field(default=None, description="id van een pagina, of van iets op een pagina, om erbij te nemen")


class Stap(Item):
    """A part of a lesson with its own minutes."""

    kop: Tekst = Field(description="wat er gebeurt, in enkele woorden")
    minuten: Aantal = Field(description="hoeveel minuten de stap duurt")
    vorm: Literal["alleen", "tweetal", "viertal", "groep"] = Field(description="met wie je werkt")
    doelen: tuple[Id, ...] = Field(default=(), description="ids van de leerdoelen waar de stap aan werkt")
    gebruikt: tuple[Id, ...] = Field(
        default=(), description="ids van vragen, oefeningen of pagina’s die je in deze stap gebruikt"
    )
    op_blad: tuple[Id, ...] = Field(
        default=(), description="ids uit `gebruikt` die studenten nodig hebben; die staan ook op hun blad"
    )
    docent: Teksten = Field(description="wat je doet en zegt, voor de docent; elke regel een alinea")
    student: Teksten | None = Field(default=None, description="wat studenten zelf lezen; elke regel een alinea")
    inkorten: Tekst | None = Field(default=None, description="wat je weglaat als de tijd krap is")
    pauze: JaNee = Field(default=False, description="`true` als mensen in deze stap even kunnen pauzeren")

    @property
    def met(self) -> str:
        """With whom one works, as in `in tweetallen`."""
        return {
            "alleen": "alleen",
            "tweetal": "in tweetallen",
            "viertal": "in viertallen",
            "groep": "met de groep",
        }[self.vorm]


class Rubriek(Item):
    """One criterion to look back with; never about a place on a line."""

    criterium: Tekst = Field(description="waar je naar kijkt")
    doel: Id = Field(description="id van het leerdoel waar dit bij hoort")
    nog_niet: Tekst = Field(description="wat je ziet of hoort als het nog niet lukt")
    voldoende: Tekst = Field(description="wat je ziet of hoort als het lukt")
    sterk: Tekst = Field(description="wat je ziet of hoort als het heel goed lukt")


class Ervaring(Onderdeel):
    """Somebody gave the lesson or led the programme, and tells what they would do in another way."""

    wanneer: Annotated[str, StringConstraints(pattern=r"^[12][0-9]{3}-(0[1-9]|1[0-2])$")] = Field(
        description="jaar en maand, zoals `2026-03`"
    )
    waar: Tekst = Field(description="bij wat voor opleiding of groep, zonder namen van mensen")
    wat_anders: Tekst = Field(description="wat anders liep dan in het draaiboek")
