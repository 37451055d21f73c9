"""What leads from a page to somewhere else, or to a place on it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from .addresses import Url
from .item import Onderdeel
from .values import Id, JaNee, Tekst, Teksten


class Link(Onderdeel):
    """A way out of the site."""

    naam: Tekst = Field(description="tekst van de link")
    url: Url = Field(description="adres, met https:// of http://")
    tekst: Tekst = Field(description="wat je daar vindt")


class Zoekplek(Onderdeel):
    """Words by which a sentence, heading or passage of the prose is sought, rather than the page that it stands on."""

    plek: Id = Field(description="kenmerk van een zin, kop of alinea op deze pagina")
    zoekwoorden: Teksten = Field(description="woorden waarmee iemand deze plek zoekt; alleen voor het zoeken")


class Verwant(Onderdeel):
    """A relation to another record, of the publication or of ours."""

    id: Id | None = Field(default=None, description="id van de relatie in `bronnen/register.csv`")
    naar: Id = Field(description="id van een pagina, of van iets op een pagina")
    tekst: Tekst = Field(description="waarom je daarheen zou gaan")
    soort: Literal["combineert", "verwijst", "verwant"] = Field(
        default="verwant", description="`combineert` voor werkkaarten die je samen gebruikt"
    )
    van_ons: JaNee = Field(default=False, description="`true` als wij de koppeling leggen en niet de publicatie")
