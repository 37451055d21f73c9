"""What a page says in a sentence or two: questions, points, cards, lists of them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .item import Item, Onderdeel
from .values import JaNee, Kleur, Tekst, Teksten


class Vraag(Item):
    """A reflection question, asked to one person."""

    vraag: Tekst = Field(description="de vraag zelf, aan één persoon gesteld")
    deelvragen: Teksten | None = Field(default=None, description="vragen om op door te gaan")
    gericht_op: Literal["iedereen", "leiding", "bestuurders"] = Field(
        default="iedereen", description="voor wie de vraag bedoeld is"
    )
    toelichting: Tekst | None = Field(default=None, description="één zin uitleg bij de vraag")

    @property
    def voor_wie(self) -> str | None:
        """Whom the question is for, as in `voor bestuurders`; None when it is for everybody."""
        return {"leiding": "leidinggevenden", "bestuurders": "bestuurders"}.get(self.gericht_op)


class Punt(Item):
    """A step, insight, dilemma or other point: a sentence or two, possibly with sub-points."""

    kop: Tekst | None = Field(default=None, description="korte kop, ook voor de vouwkaart")
    tekst: Tekst = Field(description="een of twee zinnen")
    punten: Teksten | None = Field(default=None, description="opsomming onder de tekst")
    vragen: Teksten | None = Field(default=None, description="vragen die erbij horen")


class Kaartje(Item):
    """A card that stands in no other record, such as an emotion or a role."""

    kop: Tekst = Field(description="wat er groot op de voorkant staat")
    tekst: Tekst | None = Field(default=None, description="een zin eronder, op de voorkant")
    vragen: Teksten | None = Field(default=None, description="vragen voor de achterkant")
    van_ons: JaNee = Field(default=False, description="`true` als wij deze kaart toevoegen en niet de publicatie")


class Lijst(Item):
    """A titled list of short points, such as values or kinds of event."""

    titel: Tekst = Field(description="kop boven de lijst")
    inleiding: Tekst | None = Field(default=None, description="zin boven de lijst")
    punten: Annotated[tuple[Punt, ...], Field(min_length=1, description="de punten, elk met een id")]


class Pool(Onderdeel):
    """One end of a line; as legitimate as the other."""

    naam: Tekst = Field(description="de pool zoals in een zin: *dicht bij het nog ongrijpbare*")
    kort: Tekst = Field(description="de pool zoals boven de lijn, zo kort mogelijk")
    uitleg: Tekst = Field(description="wat deze pool te bieden heeft, in een of twee zinnen")
    kleur: Kleur = Field(description="kleur op licht papier, zoals `#0c5a60`")
    kleur_donker: Kleur = Field(description="kleur op een donkere pagina, zoals `#69d1bd`")
