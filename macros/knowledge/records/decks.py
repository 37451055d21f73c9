"""Sets of cards, and what one does with them."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from ..items import Aantal, Bezig, Id, Kaartje, Kleur, Punt, Tekst, Wie, een_van
from .record import Punten, Record

Manieren = tuple[Annotated[int, een_van(5, 15, 45)], ...]


class Deck(Record):
    """A set of cards to print."""

    naam_soort: ClassVar = "Set kaarten"
    noemt_alles: ClassVar = True
    soort: Literal["deck"]
    volgorde: Aantal = Field(
        description="plek tussen de andere sets: het laagste getal staat vooraan; een kaart die in meer sets zit, "
        "kies je bij de eerste"
    )
    gebruik: Literal[
        "een gesprek openen",
        "een spanningsveld uitdiepen",
        "een bijeenkomst begeleiden",
        "herkennen waar jullie zitten",
        "oefenen met taal, rol en emotie",
        "terugkijken met een team",
    ] = Field(description="wat je met de set wilt doen; daarbij staat hij in het overzicht")
    waarvoor: Tekst = Field(description="hetzelfde van deze set, in een paar woorden")
    maten: Annotated[tuple[Id, ...], Field(min_length=1)] = Field(
        description="kaartmaten uit `macros/cards/paper/vormen.yml`; de eerste is de gewone, "
        "en elke vorm van die maat is er vanzelf"
    )
    gezicht: Literal["vraag", "veld", "werkkaart", "tekst", "groep"] = Field(
        description="wat er op een kaart staat: een vraag bij een lijn, een spanningsveld, een werkkaart, "
        "één tekst, of een hele lijst"
    )
    kleur: Kleur = Field(description="kleur van de set op papier, zoals `#0c5a60`")
    teken: Id = Field(description="pictogram van de set: de naam van een bestand in `assets/tekens/sets/`")
    patroon: Id = Field(description="patroon op de rug: de naam van een bestand in `assets/tekens/patronen/`")
    kaarten: tuple[Id, ...] = Field(
        default=(),
        description="ids van pagina’s, vragen of lijsten; een pagina of lijst staat voor alle kaarten die erbij horen, "
        "bij `groep` voor zichzelf",
    )
    eigen: Annotated[tuple[Kaartje, ...], Field(min_length=1)] | None = Field(
        default=None, description="kaarten die alleen in deze set staan"
    )
    vraag: Tekst | None = Field(
        default=None, description="vraag op de achterkant van elke kaart die er zelf geen heeft"
    )
    voor: Annotated[tuple[Wie, ...], Field(min_length=1)] = Field(description="wie de kaarten in handen krijgt")
    minuten: Aantal | None = Field(
        default=None,
        description="hoeveel minuten één kaart ongeveer vraagt, een schatting van de redactie; laat het weg als dat "
        "per kaart niet te zeggen is",
    )
    instructie: Punten = Field(
        description="de eerste kaart: waar de set voor is, hoe je hem in 5, 15 en 45 minuten gebruikt, en met welke werkkaart"
    )
    schrijven: Manieren | None = Field(
        default=None, description="bij welke van die drie manieren mensen vooral schrijven of tekenen, zoals `[45]`"
    )
    bewegen: Manieren | None = Field(
        default=None, description="bij welke ze vooral bewegen; bij de andere zitten en praten ze"
    )
    spelregels: Id | None = Field(
        default=None, description="id van een inleiding waarvan de principes een eigen kaart krijgen"
    )
    opvullen: Tekst | None = Field(
        default=None,
        description="opschrift van de lege kaarten die het laatste vel vol maken, en van kaarten die een lezer zelf schrijft",
    )
    inkt: Aantal | None = Field(
        default=None, description="hoeveel procent van het papier inkt krijgt; een test meet het en noemt het getal"
    )
    inkt_zuinig: Aantal | None = Field(default=None, description="hetzelfde in de vorm die zuinig is met inkt")


def busy_with(deck: Deck, step: Punt) -> Bezig:
    """What people do for the most of it, when they use the deck in this way: our estimate."""
    minutes = use_of(deck, step)
    if minutes and minutes[0] in (deck.bewegen or ()):
        return "bewegen"
    return "schrijven" if minutes and minutes[0] in (deck.schrijven or ()) else "zitten"


def use_of(record: Record, step: Punt) -> tuple[int, int] | None:
    """The minutes of a way to use deck `record`, which its id ends with; None for any other point."""
    if not isinstance(record, Deck):
        return None
    minutes = step.id.rpartition("-")[2]
    return (int(minutes), int(minutes)) if minutes in ("5", "15", "45") else None
