"""Pages about others: plain ones, introductions to a series, and parts to show in a frame."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from ..items import Id, Tekst, Teksten
from .record import Beelden, Links, Punten, Record, Vragen


class Pagina(Record):
    """A page with only prose and macros."""

    naam_soort: ClassVar = "Pagina"
    in_reeks: ClassVar = False
    noemt_alles: ClassVar = True
    soort: Literal["pagina"]


class Insluiting(Record):
    """Part of a page, to show in a frame on a page of another site; in no list, map or index of this one."""

    naam_soort: ClassVar = "Om in te sluiten"
    in_reeks: ClassVar = False
    soort: Literal["insluiting"]
    van: Id = Field(description="id van de pagina waar het een deel van is")


class Inleiding(Record):
    """The introduction to a series of records, with principles, questions and insights that hold for all."""

    naam_soort: ClassVar = "Inleiding"
    in_reeks: ClassVar = False
    noemt_alles: ClassVar = True
    soort: Literal["inleiding"]
    principes: Punten | None = Field(default=None, description="spelregels die voor alle pagina’s van de reeks gelden")
    vragen: Vragen | None = Field(default=None, description="vragen die voor alle pagina’s van de reeks gelden")
    inzichten: Punten | None = Field(default=None, description="inzichten die voor alle pagina’s van de reeks gelden")
    beelden: Beelden | None = Field(default=None, description="metaforen uit de bron")
    valkuilen: Teksten | None = Field(default=None, description="waar je op let")
    links: Links | None = Field(default=None, description="verwijzingen naar buiten")
    werk: Tekst | None = Field(
        default=None,
        description="hoe het werk heet waar de reeks over gaat, zoals een podcast; wie dat zoekt, vindt de pagina",
    )
