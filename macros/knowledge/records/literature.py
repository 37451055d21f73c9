"""Works and people that the publications name."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from ..items import Persoon, Referentie
from .record import Record


class Literatuurlijst(Record):
    """The works that the first publication refers to."""

    naam_soort: ClassVar = "Literatuur"
    in_reeks: ClassVar = False
    noemt_alles: ClassVar = True
    soort: Literal["literatuurlijst"]
    referenties: Annotated[tuple[Referentie, ...], Field(min_length=1)] = Field(description="de werken")


class Personenlijst(Record):
    """Who is who in both publications."""

    naam_soort: ClassVar = "Personen"
    in_reeks: ClassVar = False
    noemt_alles: ClassVar = True
    soort: Literal["personenlijst"]
    personen: Annotated[tuple[Persoon, ...], Field(min_length=1)] = Field(description="de personen")
