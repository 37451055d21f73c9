"""What every part of a record is, with or without an id of its own."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from .values import BronId, Id


class Onderdeel(BaseModel):
    """Base of everything in the front matter: immutable, strictly typed, no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Item(Onderdeel):
    """A part with an id: an anchor in the page, the number on a card."""

    id: Id = Field(description="vast kenmerk, dat nooit verandert: het staat in links en op kaarten")
    bron: tuple[BronId, ...] = Field(default=(), description="vindplaats, alleen als die afwijkt van die van de pagina")
