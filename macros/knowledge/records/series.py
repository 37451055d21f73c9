"""What the publications have in a row: fields of tension, ways of working, parts of the podcast."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from ..items import (
    Aantal,
    Fase,
    Fragment,
    Lijst,
    Oefening,
    Pool,
    Praktisch,
    Schatting,
    Tekst,
    Teksten,
    Url,
    Vragenlijst,
    getal,
)
from .record import Beelden, Links, Punten, Record, Stemmen, Vragen


class Spanningsveld(Record):
    """A line between two poles that are both legitimate."""

    naam_soort: ClassVar = "Spanningsveld"
    soort: Literal["spanningsveld"]
    nummer: Annotated[
        int,
        getal(1, 6, ": de codes van Samen kijken en de vellen op papier hebben plaats voor zes velden"),
    ] = Field(description="volgnummer in de publicatie, van 1 tot en met 6")
    pool_links: Pool = Field(description="de linkerpool")
    pool_rechts: Pool = Field(description="de rechterpool")
    voor_wie: Tekst = Field(description="voor wie de vragen bedoeld zijn")
    schatting: Schatting | None = Field(
        default=None, description="wat de lijn met een groep vraagt, een schatting van de redactie"
    )
    vragen: Vragen = Field(description="de reflectievragen")
    stemmen: Stemmen = Field(description="ervaringen uit de praktijk")
    beelden: Beelden = Field(description="metaforen uit de bron")
    gesprek: Teksten | None = Field(
        default=None, description="met wie je erover kunt praten, een keuze van de redactie"
    )


class Werkkaart(Record):
    """A way of working for a learning meeting."""

    naam_soort: ClassVar = "Werkkaart"
    soort: Literal["werkkaart"]
    nummer: Aantal = Field(description="volgnummer in de publicatie")
    doel: Tekst = Field(description="wat de werkvorm oplevert, voor kop en vouwkaart")
    wanneer: Teksten = Field(description="wanneer je de kaart pakt, voor kop en vouwkaart")
    praktisch: Praktisch | None = Field(
        default=None, description="tijd, groep en materiaal; getallen alleen uit de bron"
    )
    schatting: Schatting | None = Field(
        default=None,
        description="wat de werkvorm vraagt, een schatting van de redactie; heeft de kaart oefeningen, dan per oefening",
    )
    herkenning: Punten | None = Field(default=None, description="uitspraken waaraan je het moment herkent")
    voorbereiding: Punten | None = Field(default=None, description="wat je vooraf doet")
    stappen: Punten | None = Field(default=None, description="de werkwijze, stap voor stap")
    oefeningen: Annotated[tuple[Oefening, ...], Field(min_length=1)] | None = Field(
        default=None, description="losse oefeningen"
    )
    lijsten: Annotated[tuple[Lijst, ...], Field(min_length=1)] | None = Field(
        default=None, description="lijsten met waarden, soorten of zinnen"
    )
    vragenlijsten: Annotated[tuple[Vragenlijst, ...], Field(min_length=1)] | None = Field(
        default=None, description="vragenlijsten"
    )
    fasen: Annotated[tuple[Fase, ...], Field(min_length=1)] | None = Field(
        default=None, description="fasen met subcategorieën en uitspraken"
    )
    inzichten: Punten | None = Field(default=None, description="wat de ervaring leert; geef elk een kop")
    dilemmas: Punten | None = Field(default=None, description="lastige situaties; geef elk een kop")
    valkuilen: Teksten | None = Field(default=None, description="waar je op let")
    varianten: Punten | None = Field(default=None, description="andere manieren om de kaart te gebruiken")
    voorbeelden: Punten | None = Field(default=None, description="voorbeelden uit de bron")
    stemmen: Stemmen | None = Field(default=None, description="ervaringen uit de praktijk")
    beelden: Beelden | None = Field(default=None, description="metaforen uit de bron")
    links: Links | None = Field(default=None, description="verwijzingen naar buiten")

    @property
    def minuten(self) -> tuple[int, ...] | None:
        """What we reckon it takes, as short as can be and usual; of a card with exercises, room for whichever one does."""
        if self.schatting:
            return self.schatting.minuten
        reckoned = [one.schatting.minuten for one in self.oefeningen or () if one.schatting]
        return (min(short for short, _ in reckoned), max(usual for _, usual in reckoned)) if reckoned else None


class Aflevering(Record):
    """A part of the podcast with the fragments that the publication brings up."""

    naam_soort: ClassVar = "Podcast"
    soort: Literal["aflevering"]
    nummer: Aantal = Field(description="deel van de podcast")
    url: Url = Field(description="adres van de serie")
    fragmenten: Annotated[tuple[Fragment, ...], Field(min_length=1)] = Field(description="de fragmenten")

    @property
    def opschrift(self) -> str:
        return f"{self.naam_soort}, deel {self.nummer}"
