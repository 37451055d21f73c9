"""What every record has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from ..items import Beeld, BronId, Id, Link, Onderdeel, Punt, Stem, Tekst, Teksten, Verwant, Vraag, Zoekplek

Punten = Annotated[tuple[Punt, ...], Field(min_length=1)]
Vragen = Annotated[tuple[Vraag, ...], Field(min_length=1)]
Stemmen = Annotated[tuple[Stem, ...], Field(min_length=1)]
Beelden = Annotated[tuple[Beeld, ...], Field(min_length=1)]
Links = Annotated[tuple[Link, ...], Field(min_length=1)]


class Record(Onderdeel):
    """What every page has: kind, id, title, a sentence that says what it is, and where it comes from."""

    if TYPE_CHECKING:
        soort: str
    naam_soort: ClassVar[str]
    naam_reeks: ClassVar[str | None] = None
    """What several are called, where their folder has no page of its own that tells."""
    in_reeks: ClassVar[bool] = True
    """Whether it is one of a row: its kind stands above its title, and its neighbours beside it."""
    noemt_alles: ClassVar[bool] = False
    """Whether it names nearly everything, so that a link back to it tells a reader nothing."""
    id: Id = Field(description="vast kenmerk; verandert nooit meer")
    titel: Tekst = Field(description="titel van de pagina")
    kort: Tekst | None = Field(default=None, description="kortere titel voor menu’s en kaarten")
    samenvatting: Tekst = Field(description="één zin: wat vind je hier; ook voor zoekmachines")
    zoekwoorden: Teksten | None = Field(
        default=None,
        description="woorden waarmee iemand dit zoekt en die niet op de pagina staan; alleen voor het zoeken",
    )
    zoekplekken: Annotated[tuple[Zoekplek, ...], Field(min_length=1)] | None = Field(
        default=None, description="zoekwoorden die bij één plek op de pagina horen; wie zo’n woord zoekt, komt daar uit"
    )
    bron: tuple[BronId, ...] = Field(
        default=(),
        description="waar in de publicaties het staat: ids van vindplaatsen, uit de lijst in `over/colofon.md`",
    )
    verwant: tuple[Verwant, ...] = Field(default=(), description="waar je hierna naartoe kunt")

    @property
    def korte_titel(self) -> str:
        return self.kort or self.titel

    @property
    def opschrift(self) -> str | None:
        """What stands above its title: its kind, with its number where it has one."""
        number = getattr(self, "nummer", None)
        return (f"{self.naam_soort} {number}" if number else self.naam_soort) if self.in_reeks else None
