"""The parts of a model: cells, steps, sides and axes."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .item import Onderdeel
from .values import JaNee, Tekst, Teksten


class Rij(Onderdeel):
    """A row of a table."""

    kop: Tekst = Field(description="eerste cel van de rij")
    cellen: Teksten = Field(description="de andere cellen, evenveel als er kolommen zijn")


class Tabel(Onderdeel):
    """A model that is a table."""

    hoek: Tekst | None = Field(default=None, description="kop boven de eerste kolom")
    kolommen: Teksten = Field(description="koppen van de andere kolommen")
    rijen: Annotated[tuple[Rij, ...], Field(min_length=1)] = Field(description="de rijen")


class Schakel(Onderdeel):
    """A step, point, cell, side or end in a drawn model."""

    kop: Tekst = Field(description="een tot zes woorden")
    tekst: Tekst | None = Field(default=None, description="toelichting van een of twee zinnen")
    punten: Teksten | None = Field(default=None, description="opsomming onder de tekst")
    onbekend: JaNee = Field(
        default=False, description="`true` als de bron dit deel niet beschrijft; het wordt gestippeld getekend"
    )


class As(Onderdeel):
    """An axis between two ends, with perhaps a place between them."""

    naam: Tekst = Field(description="waar de as over gaat")
    laag: Schakel = Field(description="het uiteinde links of onder")
    hoog: Schakel = Field(description="het uiteinde rechts of boven")
    midden: Schakel | None = Field(default=None, description="een plek ertussen, als de bron die noemt")
    tekst: Tekst | None = Field(default=None, description="toelichting")
