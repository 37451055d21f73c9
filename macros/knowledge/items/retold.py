"""What the publications tell, retold: voices, statements, fragments, moments, metaphors, terms."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .item import Item, Onderdeel
from .values import Aantal, BronId, Id, JaNee, Tekst, Teksten


class Stem(Item):
    """Somebody's experience in the source, retold as indirect speech."""

    wie: Tekst | None = Field(
        default=None, description="rol van wie spreekt, zoals de bron die noemt; weglaten als de bron niemand noemt"
    )
    tekst: Tekst = Field(description="wat diegene vertelt, in de indirecte rede")
    ook: tuple[Id, ...] = Field(default=(), description="ids waar dezelfde uitspraak in de bron ook staat")

    @property
    def spreker(self) -> str:
        """Who says it, as a page and a card tell it."""
        return self.wie or "De bron noemt geen naam of rol."


class Beeld(Onderdeel):
    """A metaphor of the source and what it stands for."""

    beeld: Tekst = Field(description="het beeld of de uitdrukking")
    betekenis: Tekst = Field(description="waar het beeld hier voor staat")


class Uitspraak(Item):
    """A recognisable statement of a phase, retold."""

    tekst: Tekst = Field(description="wat iemand in deze fase zegt of voelt, naverteld")
    typerend: JaNee = Field(default=False, description="`true` als de uitspraak kenmerkend is voor de fase")
    rol: Tekst | None = Field(default=None, description="de rol van waaruit iemand spreekt")
    ook: tuple[Id, ...] = Field(default=(), description="ids waar dezelfde uitspraak in de bron ook staat")


class Fragment(Item):
    """A fragment of the podcast that the publication brings up."""

    titel: Tekst = Field(description="waar het fragment over gaat, in enkele woorden")
    wie: Tekst = Field(description="naam van de spreker")
    rol: Tekst = Field(description="rol van de spreker")
    tekst: Tekst = Field(description="wat er verteld wordt, in de indirecte rede")
    bron: Annotated[tuple[BronId, ...], Field(min_length=1)] = Field(
        description="waar in de publicatie het fragment staat"
    )
    bij: tuple[Id, ...] = Field(default=(), description="ids van begrippen die in het fragment spelen")


class Lemma(Item):
    """An entry of the glossary: a term that needs no page of its own."""

    term: Tekst = Field(description="het woord of de uitdrukking")
    betekenis: Tekst = Field(description="wat ermee bedoeld wordt, in een tot drie zinnen")
    zoekwoorden: Teksten | None = Field(default=None, description="woorden waarmee iemand dit zoekt")
    noten: tuple[Aantal, ...] = Field(default=(), description="nummers van de noten in de publicatie")
    zie: tuple[Id, ...] = Field(
        default=(), description="ids van begrippen, modellen of spanningsvelden die erbij horen"
    )


class Moment(Item):
    """A moment in a story, told as soberly as the source does."""

    wanneer: Tekst = Field(description="wanneer het was, zo precies als de bron en niet preciezer")
    tekst: Tekst = Field(description="wat er gebeurde, in een of twee zinnen")
    bij: tuple[Id, ...] = Field(default=(), description="ids van fragmenten of pagina’s die over dit moment gaan")
