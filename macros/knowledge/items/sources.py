"""Works, people, and the places in the publications."""

from __future__ import annotations

from calendar import monthrange
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, ValidationInfo
from pydantic_core import PydanticCustomError

from .addresses import Url
from .item import Item, Onderdeel
from .values import Aantal, BronId, Id, Tekst, Teksten, getal


def _with_year(month: int, info: ValidationInfo) -> int:
    """A month of a year that is known; a year that can't be read is told by itself."""
    if info.data.get("jaar", month) is None:
        raise PydanticCustomError("date", "ook het jaar, of geen maand")
    return month


def _in_month(day: int, info: ValidationInfo) -> int:
    """A day that its month has."""
    year, month = (info.data.get(name, 0) for name in ("jaar", "maand"))
    if month is None:
        raise PydanticCustomError("date", "ook de maand, of geen dag")
    if year and month and day > monthrange(year, month)[1]:
        raise PydanticCustomError("date", "een dag die er in die maand is")
    return day


class Naam(Onderdeel):
    """A person or organisation as author."""

    familie: Tekst = Field(description="achternaam, of de naam van een organisatie")
    voor: Tekst | None = Field(default=None, description="voorletters, zoals `A.`")
    tussen: Tekst | None = Field(default=None, description="tussenvoegsel, zoals `van den`")


class Referentie(Item):
    """A work that the publication refers to, with what the source leaves out named and not filled in."""

    soort: Literal[
        "boek", "rapport", "artikel", "webpagina", "lezing", "film", "podcast", "proefschrift", "hoofdstuk"
    ] = Field(description="soort werk")
    auteurs: Annotated[tuple[Naam, ...], Field(min_length=1)] | None = Field(
        default=None, description="auteurs, op volgorde"
    )
    redacteurs: Annotated[tuple[Naam, ...], Field(min_length=1)] | None = Field(default=None, description="redacteurs")
    jaar: Annotated[int, getal(1000, 2100)] | None = Field(default=None, description="jaar van uitgave")
    maand: Annotated[int, getal(1, 12), AfterValidator(_with_year)] | None = Field(
        default=None, description="maand van uitgave"
    )
    dag: Annotated[int, getal(1, 31), AfterValidator(_in_month)] | None = Field(
        default=None, description="dag van uitgave"
    )
    titel: Tekst | None = Field(default=None, description="titel, zonder punt aan het eind")
    taal: Literal["en", "de", "fr"] | None = Field(
        default=None, description="taal van het werk en zijn titel, als dat geen Nederlands is"
    )
    in_titel: Tekst | None = Field(default=None, description="tijdschrift, boek, site of reeks waarin het staat")
    jaargang: Tekst | None = Field(default=None, description="jaargang van het tijdschrift")
    nummer: Tekst | None = Field(default=None, description="nummer van het tijdschrift")
    bladzijden: Tekst | None = Field(default=None, description="bladzijden, zoals `12-19`")
    uitgever: Tekst | None = Field(default=None, description="uitgever of organisatie")
    plaats: Tekst | None = Field(default=None, description="plaats van uitgave")
    url: Url | None = Field(default=None, description="adres")
    noten: tuple[Aantal, ...] = Field(default=(), description="nummers van alle noten die naar dit werk verwijzen")
    waarvoor: Tekst | None = Field(default=None, description="waar de publicatie het werk voor gebruikt")
    ontbreekt: Tekst | None = Field(
        default=None, description="wat de publicatie weglaat of waarover de tekst zichzelf tegenspreekt"
    )

    @property
    def wie_schreef(self) -> str:
        """The family names of its authors, or else of its editors; empty where the source names neither."""
        return ", ".join(name.familie for name in self.auteurs or self.redacteurs or ())


class Persoon(Item):
    """Somebody who is named in the publications."""

    naam: Tekst = Field(description="naam zoals de bron die geeft")
    rol: Tekst = Field(description="wie dit is, zoals de bron zegt")
    noten: tuple[Aantal, ...] = Field(default=(), description="nummers van de noten met werk van deze persoon")
    bij: tuple[Id, ...] = Field(
        default=(), description="ids van pagina’s, of van iets op een pagina, waar deze persoon voorkomt"
    )


class Vindplaats(Onderdeel):
    """A part of a publication that one can look up."""

    id: BronId = Field(description="kenmerk dat in `bron:` staat")
    naam: Teksten = Field(
        description="hoe je het opzoekt, van groot naar klein: hoofdstuk of bijlage, paragraaf, subparagraaf"
    )


class Publicatie(Onderdeel):
    """A publication that the site draws on."""

    id: Id = Field(description="kenmerk van de publicatie")
    naam: Tekst = Field(description="hoe wij de publicatie noemen")
    kort: Tekst = Field(description="een tot drie woorden, voor een pagina die uit meer publicaties put")
    door: Tekst = Field(description="schrijvers of organisatie, zoals in een literatuurlijst")
    jaar: Annotated[int, getal(1000, 2100)] | None = Field(default=None, description="jaar van uitgave")
    titel: Tekst | None = Field(default=None, description="titel, zonder punt aan het eind")
    omschrijving: Tekst | None = Field(default=None, description="wat het is, als de titel niet bekend is")
    uitgever: Tekst | None = Field(default=None, description="uitgever, als dat een ander is dan de schrijver")
    url: Url | None = Field(default=None, description="waar je de publicatie krijgt, als een publicatie dat zegt")
    vindplaatsen: Annotated[tuple[Vindplaats, ...], Field(min_length=1, description="de vindplaatsen")]


class Bronfout(Item):
    """An error in a publication that the site has mended."""

    plaats: Tekst = Field(description="waar in de publicatie")
    fout: Tekst = Field(description="wat er staat")
    hersteld: Tekst = Field(description="wat wij ervan gemaakt hebben")
