"""What one does with a group, and what that takes: exercises, lists of questions, phases."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .estimate import Schatting
from .item import Item, Onderdeel
from .points import Vraag
from .retold import Uitspraak
from .values import REDACTIE, Aantal, Id, JaNee, Tekst, Teksten


class Vragenlijst(Item):
    """A titled list of questions."""

    titel: Tekst = Field(description="kop boven de vragen")
    inleiding: Tekst | None = Field(default=None, description="zin boven de vragen")
    schatting: Schatting | None = Field(
        default=None, description="wat deze vragen stellen van een bijeenkomst vraagt, een schatting van de redactie"
    )
    vragen: Annotated[tuple[Vraag, ...], Field(min_length=1, description="de vragen, elk met een id")]


class Materiaal(Onderdeel):
    """Something to bring."""

    naam: Tekst = Field(description="wat je nodig hebt")
    aantal: Aantal | None = Field(default=None, description="hoeveel, als de bron een getal geeft")
    printen: Id | None = Field(
        default=None, description="id van de set kaarten, of van de pagina, waarmee je dit zelf kunt printen"
    )
    van_ons: JaNee = Field(default=False, description="`true` als wij dit toevoegen")

    @property
    def regel(self) -> str:
        """How many of what, and whether that is ours."""
        return f"{f'{self.aantal} × ' if self.aantal else ''}{self.naam}{f' {REDACTIE}' if self.van_ons else ''}"


class Praktisch(Onderdeel):
    """Time, people and materials; a number only where the source gives one."""

    minuten: Aantal | None = Field(default=None, description="duur in minuten")
    groepen: Aantal | None = Field(default=None, description="aantal groepen")
    mensen: Aantal | None = Field(default=None, description="aantal mensen")
    opstelling: Tekst | None = Field(default=None, description="hoe je zit, staat of de groep verdeelt")
    materiaal: Annotated[tuple[Materiaal, ...], Field(min_length=1)] | None = Field(
        default=None, description="wat je nodig hebt"
    )

    @property
    def tijd(self) -> str | None:
        """How long it takes, in words."""
        return _counted(self.minuten, "minuut", "minuten")

    @property
    def groep(self) -> tuple[str, ...]:
        """How many people in how many groups, and how they sit, in words."""
        known = (_counted(self.groepen, "groep", "groepen"), _counted(self.mensen, "mens", "mensen"), self.opstelling)
        return tuple(filter(None, known))

    @property
    def feiten(self) -> tuple[tuple[str, str], ...]:
        """What to know beforehand, as a label and words; what isn't known is left out."""
        rows = (
            ("Tijd voor de opdracht", self.tijd),
            ("Groep", ", ".join(self.groep)),
            ("Nodig", "; ".join(one.regel for one in self.materiaal or ())),
        )
        return tuple((label, words) for label, words in rows if words)


def _counted(number: int | None, one: str, more: str) -> str | None:
    return f"{number} {one if number == 1 else more}" if number else None


class Oefening(Item):
    """An exercise within a werkkaart, to be done on its own."""

    titel: Tekst = Field(description="naam van de oefening")
    tekst: Tekst = Field(description="waar de oefening voor is, in een of twee zinnen")
    praktisch: Praktisch | None = Field(
        default=None, description="tijd, groep en materiaal; minuten alleen uit de bron"
    )
    schatting: Schatting | None = Field(
        default=None, description="wat de oefening vraagt, een schatting van de redactie"
    )
    vooraf: Tekst | None = Field(default=None, description="wat eerst moet gebeuren")
    rollen: Teksten | None = Field(default=None, description="rollen om uit te kiezen")
    woorden: Teksten | None = Field(default=None, description="begrippen of emoties om mee te werken")
    regels: Teksten | None = Field(default=None, description="spelregels")
    stappen: Teksten = Field(description="de stappen, op volgorde")
    opdracht: Teksten | None = Field(default=None, description="vragen die deelnemers tijdens de oefening beantwoorden")
    nabespreken: Teksten | None = Field(default=None, description="vragen om na te bespreken")


class Subcategorie(Item):
    """A part of a phase, recognisable by what people say in it."""

    titel: Tekst = Field(description="naam van de subcategorie")
    kern: Tekst = Field(description="waaraan je dit herkent, in een of twee zinnen")
    uitspraken: Annotated[tuple[Uitspraak, ...], Field(min_length=1, description="de uitspraken, naverteld")]


class Fase(Item):
    """A phase of learning together."""

    nummer: Aantal = Field(description="volgnummer van de fase")
    titel: Tekst = Field(description="naam van de fase")
    kern: Tekst = Field(description="wat er in deze fase gebeurt, in een of twee zinnen")
    subcategorieen: Annotated[tuple[Subcategorie, ...], Field(min_length=1, description="de subcategorieën")]
