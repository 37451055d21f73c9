"""Where the publications are described, with all that can be looked up in them."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from ..items import Bronfout, Publicatie
from .record import Record


class Bronregister(Record):
    """The publications, the places in them, and the errors that were mended."""

    naam_soort: ClassVar = "Bronnen"
    in_reeks: ClassVar = False
    noemt_alles: ClassVar = True
    soort: Literal["bronregister"]
    publicaties: Annotated[tuple[Publicatie, ...], Field(min_length=1)] = Field(description="de publicaties")
    bronfouten: Annotated[tuple[Bronfout, ...], Field(min_length=1)] = Field(description="herstelde fouten")
