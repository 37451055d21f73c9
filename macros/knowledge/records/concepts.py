"""What words and models mean."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from ..items import Aantal, As, Id, JaNee, Lemma, Schakel, Tabel, Tekst, Teksten
from .record import Record, Vragen


class Begrip(Record):
    """A concept: `samenvatting` is its definition in one sentence, the prose says what it means in practice."""

    naam_soort: ClassVar = "Begrip"
    soort: Literal["begrip"]
    thema: Literal["beweging", "werelden", "maakbaarheid", "gezin", "vak", "leren", "besturen"] = Field(
        description="een van de zeven thema’s"
    )
    volgorde: Aantal | None = Field(
        default=None,
        description="plek in het thema, in de volgorde waarin je de begrippen het best leest; zonder getal achteraan",
    )
    synoniemen: Teksten | None = Field(default=None, description="andere woorden voor hetzelfde")
    van_wie: Tekst | None = Field(
        default=None, description="een zin: wie dit gebruikt, of bij wie de publicatie het haalt"
    )
    noten: tuple[Aantal, ...] = Field(default=(), description="nummers van de noten in de publicatie")
    zie_ook: tuple[Id, ...] = Field(default=(), description="ids van verwante begrippen, een keuze van de redactie")


class Thema(Record):
    """One of the seven themes that the concepts are ordered by."""

    naam_soort: ClassVar = "Thema"
    soort: Literal["thema"]
    nummer: Aantal = Field(description="volgorde van de thema’s")
    thema: Literal["beweging", "werelden", "maakbaarheid", "gezin", "vak", "leren", "besturen"] = Field(
        description="het woord dat begrippen in hun veld `thema` zetten"
    )

    @property
    def opschrift(self) -> str:
        return self.naam_soort


class Woordenlijst(Record):
    """Terms that need no page of their own, each with an anchor."""

    naam_soort: ClassVar = "Woordenlijst"
    in_reeks: ClassVar = False
    noemt_alles: ClassVar = True
    soort: Literal["woordenlijst"]
    lemmas: Annotated[tuple[Lemma, ...], Field(min_length=1)] = Field(description="de woorden")


class Model(Record):
    """A model from the publication as data, drawn or tabled at build time; exactly one of the shapes is filled.

    Only `assen` may go with another shape: with `kwadranten`, which need two, and with `lijst`.
    """

    naam_soort: ClassVar = "Model"
    vormen: ClassVar = ("tabel", "kring", "reeks", "lijst", "kwadranten", "kanten", "zijden", "assen", "vragen")
    soort: Literal["model"]
    inventaris: Id | None = Field(
        default=None, description="id van het model in `bronnen/register.csv`; een model van jezelf heeft dit niet"
    )
    van_wie: Tekst = Field(description="een zin: van wie het model is, zoals de bron zegt")
    noten: tuple[Aantal, ...] = Field(default=(), description="nummers van de noten in de publicatie")
    alternatief: Tekst = Field(description="wat het model laat zien, voor wie de tekening niet ziet")
    ontbreekt: Tekst | None = Field(default=None, description="wat de bron niet of niet zeker geeft")
    bij: tuple[Id, ...] = Field(default=(), description="ids van begrippen die erbij horen")
    tabel: Tabel | None = Field(default=None, description="een tabel")
    kring: Annotated[tuple[Schakel, ...], Field(min_length=3, max_length=9)] | None = Field(
        default=None, description="stappen die rondgaan"
    )
    reeks: Annotated[tuple[Schakel, ...], Field(min_length=2, max_length=12)] | None = Field(
        default=None, description="stappen die op elkaar volgen"
    )
    lijst: Annotated[tuple[Schakel, ...], Field(min_length=2)] | None = Field(
        default=None, description="punten naast elkaar"
    )
    genummerd: JaNee = Field(default=False, description="`true` als de bron de punten van `lijst` nummert")
    kwadranten: Annotated[tuple[Schakel, ...], Field(min_length=4, max_length=4)] | None = Field(
        default=None, description="vier vakken: linksboven, rechtsboven, linksonder, rechtsonder"
    )
    kanten: Annotated[tuple[Schakel, ...], Field(min_length=2, max_length=2)] | None = Field(
        default=None, description="twee kanten tegenover elkaar: links, rechts"
    )
    helling: JaNee = Field(default=False, description="`true` als de lijn tussen de `kanten` van hoog naar laag loopt")
    zijden: Annotated[tuple[Schakel, ...], Field(min_length=4, max_length=4)] | None = Field(
        default=None, description="vier zijden van een figuur: boven, rechts, onder, links"
    )
    assen: Annotated[tuple[As, ...], Field(min_length=1, max_length=2)] | None = Field(
        default=None, description="een of twee assen; bij kwadranten horen er twee: eerst die van links naar rechts"
    )
    vragen: Vragen | None = Field(default=None, description="vragen, elk met een id")
