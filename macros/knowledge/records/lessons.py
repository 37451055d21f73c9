"""Lessons, with the sheet that students read."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, Field

from ..items import (
    Aantal,
    Doel,
    Ervaring,
    Groep,
    Id,
    Link,
    Materiaal,
    Rubriek,
    Stap,
    Tekst,
    Teksten,
    Vooraf,
    een_van,
    verzonnen,
)
from .record import Record


class Les(Record):
    """A lesson that somebody can give tomorrow: its page is the running order for the teacher."""

    naam_soort: ClassVar = "Les"
    soort: Literal["les"]
    nummer: Aantal = Field(description="plek tussen de andere lessen")
    minuten: Annotated[int, een_van(45, 90, 150)] = Field(description="hoelang de les duurt: 45, 90 of 150 minuten")
    niveau: Annotated[tuple[Literal["mbo", "hbo", "wo", "nascholing"], ...], Field(min_length=1)] = Field(
        description="voor welke opleidingen de les past"
    )
    groep: Groep = Field(description="hoe groot de groep kan zijn")
    voor_wie: Tekst = Field(description="voor wie de les is, in één zin")
    waarom: Tekst = Field(description="het moment in de praktijk waar de les bij helpt, in één zin")
    leerdoelen: Annotated[tuple[Doel, ...], Field(min_length=2, max_length=4)] = Field(
        description="twee tot vier leerdoelen"
    )
    vooraf_student: Annotated[tuple[Vooraf, ...], Field(min_length=1)] | None = Field(
        default=None, description="wat studenten vooraf doen"
    )
    vooraf_docent: Annotated[tuple[Vooraf, ...], Field(min_length=1)] = Field(
        description="wat de docent vooraf doet: printen, de ruimte, en wat je doet zonder telefoons"
    )
    printen: tuple[Id, ...] = Field(
        default=(), description="ids van sets kaarten, of van pagina’s met iets om te printen"
    )
    materiaal: Annotated[tuple[Materiaal, ...], Field(min_length=1)] | None = Field(
        default=None, description="wat je verder nodig hebt"
    )
    casus: Annotated[Tekst, AfterValidator(verzonnen)] | None = Field(
        default=None,
        description="een situatie om mee te werken; altijd verzonnen, en dat staat er ook voor: ‘Verzonnen:’",
    )
    veiligheid: Annotated[Teksten, Field(max_length=4)] = Field(
        description="een tot vier dingen waar de docent op let; wat voor alle lessen geldt, staat in `lessen/index.md`"
    )
    stappen: Annotated[tuple[Stap, ...], Field(min_length=1)] = Field(description="de stappen, op volgorde")
    rubriek: Annotated[tuple[Rubriek, ...], Field(min_length=2, max_length=4)] = Field(
        description="twee tot vier regels om mee terug te kijken, voor docent en student; nooit een plek op een lijn"
    )
    opdracht_na: Tekst | None = Field(
        default=None, description="wat studenten na de les doen, zonder iets over zichzelf prijs te geven"
    )
    online: Tekst | None = Field(default=None, description="hoe je de les geeft in een videogesprek")
    kader: Annotated[tuple[Link, ...], Field(max_length=6)] = Field(
        default=(), description="waar de les volgens ons bij past, zoals een beroepscode; alleen wat een bron noemt"
    )
    uitgeprobeerd: tuple[Ervaring, ...] = Field(
        default=(), description="wie de les gaf en wat anders liep; zonder regel staat er ‘Nog niet uitgeprobeerd’"
    )


class Lesblad(Record):
    """The page that students read at a lesson, with nothing on it that is for the teacher."""

    naam_soort: ClassVar = "Blad voor studenten"
    in_reeks: ClassVar = False
    noemt_alles: ClassVar = True
    soort: Literal["lesblad"]
    van: Id = Field(description="id van de les waar het blad bij hoort")


def sheet_path(lesson: str) -> str:
    """Where the sheet for students of the lesson at path `lesson` is, below `docs/`."""
    return f"{lesson.removesuffix('.md')}/student.md"
