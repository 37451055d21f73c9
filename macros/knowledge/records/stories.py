"""Longer texts: stories about real people, and articles."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from ..items import Lijst, Moment, Tekst, Vragenlijst
from .record import Links, Punten, Record, Stemmen


class Verhaal(Record):
    """A story from the publications about real people."""

    naam_soort: ClassVar = "Verhaal"
    soort: Literal["verhaal"]
    gevoelig: Tekst = Field(description="de zin die boven het verhaal staat")
    van_wie: Tekst = Field(description="een zin: wie het verhaal vertelt, of waar het vandaan komt")
    momenten: Annotated[tuple[Moment, ...], Field(min_length=1)] | None = Field(
        default=None, description="tijdlijn van het verhaal"
    )
    stemmen: Stemmen | None = Field(default=None, description="ervaringen, naverteld")
    links: Links | None = Field(default=None, description="verwijzingen naar buiten")


class Artikel(Record):
    """A longer text with lists, such as a method or what somebody learned."""

    naam_soort: ClassVar = "Artikel"
    soort: Literal["artikel"]
    stappen: Punten | None = Field(default=None, description="een werkwijze, stap voor stap")
    inzichten: Punten | None = Field(default=None, description="wat iemand leerde")
    lijsten: Annotated[tuple[Lijst, ...], Field(min_length=1)] | None = Field(
        default=None, description="lijsten van punten"
    )
    vragenlijsten: Annotated[tuple[Vragenlijst, ...], Field(min_length=1)] | None = Field(
        default=None, description="vragenlijsten"
    )
    stemmen: Stemmen | None = Field(default=None, description="ervaringen, naverteld")
    links: Links | None = Field(default=None, description="verwijzingen naar buiten")
