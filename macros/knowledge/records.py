"""The kinds of record: one Markdown file under `docs/` is one record of one of these kinds."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from .items import (
    Aantal, Beeld, Bronfout, Fase, Fragment, Id, Lijst, Link, Oefening, Onderdeel, Pool, Praktisch, Publicatie, Punt,
    Stem, Tekst, Teksten, Url, Verwant, Vraag, Vragenlijst,
)

Punten = Annotated[tuple[Punt, ...], Field(min_length=1)]
Vragen = Annotated[tuple[Vraag, ...], Field(min_length=1)]
Stemmen = Annotated[tuple[Stem, ...], Field(min_length=1)]
Beelden = Annotated[tuple[Beeld, ...], Field(min_length=1)]
Links = Annotated[tuple[Link, ...], Field(min_length=1)]


class Record(Onderdeel):
    """What every page has: kind, id, title, a sentence that says what it is, and where it comes from."""

    naam_soort: ClassVar[str]
    id: Id = Field(description="vast kenmerk; verandert nooit meer")
    titel: Tekst = Field(description="titel van de pagina")
    kort: Tekst | None = Field(default=None, description="kortere titel voor menu’s en kaarten")
    samenvatting: Tekst = Field(description="één zin: wat vind je hier; ook voor zoekmachines")
    bron: tuple[Id, ...] = Field(default=(), description="vindplaatsen in de publicaties")
    verwant: tuple[Verwant, ...] = Field(default=(), description="waar je hierna naartoe kunt")

    @property
    def korte_titel(self) -> str:
        return self.kort or self.titel


class Pagina(Record):
    """A page with only prose and macros."""

    naam_soort: ClassVar = "Pagina"
    soort: Literal["pagina"]
    sjabloon: Literal["page.html", "home.html", "zoeken.html"] = Field(
        default="page.html", description="sjabloon in `overrides/`")


class Inleiding(Record):
    """The introduction to a series of records, with principles, questions and insights that hold for all."""

    naam_soort: ClassVar = "Inleiding"
    soort: Literal["inleiding"]
    principes: Punten | None = Field(default=None, description="spelregels die voor alle records gelden")
    vragen: Vragen | None = Field(default=None, description="vragen die voor alle records gelden")
    inzichten: Punten | None = Field(default=None, description="inzichten die voor alle records gelden")
    beelden: Beelden | None = Field(default=None, description="metaforen uit de bron")
    valkuilen: Teksten | None = Field(default=None, description="waar het mis kan gaan")
    links: Links | None = Field(default=None, description="verwijzingen naar buiten")


class Spanningsveld(Record):
    """A line between two poles that are both legitimate."""

    naam_soort: ClassVar = "Spanningsveld"
    soort: Literal["spanningsveld"]
    nummer: Aantal = Field(description="volgnummer in de publicatie")
    pool_links: Pool = Field(description="de linkerpool")
    pool_rechts: Pool = Field(description="de rechterpool")
    voor_wie: Tekst = Field(description="voor wie de vragen bedoeld zijn")
    vragen: Vragen = Field(description="de reflectievragen")
    stemmen: Stemmen = Field(description="ervaringen uit de praktijk")
    beelden: Beelden = Field(description="metaforen uit de bron")


class Werkkaart(Record):
    """A way of working for a learning meeting."""

    naam_soort: ClassVar = "Werkkaart"
    soort: Literal["werkkaart"]
    nummer: Aantal = Field(description="volgnummer in de publicatie")
    doel: Tekst = Field(description="wat de werkvorm oplevert, voor kop en vouwkaart")
    wanneer: Teksten = Field(description="wanneer je de kaart pakt, voor kop en vouwkaart")
    praktisch: Praktisch | None = Field(default=None, description="tijd, groep en materiaal; getallen alleen uit de bron")
    herkenning: Punten | None = Field(default=None, description="uitspraken waaraan je het moment herkent")
    voorbereiding: Punten | None = Field(default=None, description="wat je vooraf doet")
    stappen: Punten | None = Field(default=None, description="de werkwijze, stap voor stap")
    oefeningen: Annotated[tuple[Oefening, ...], Field(min_length=1)] | None = Field(
        default=None, description="losse oefeningen")
    lijsten: Annotated[tuple[Lijst, ...], Field(min_length=1)] | None = Field(
        default=None, description="lijsten met waarden, soorten of zinnen")
    vragenlijsten: Annotated[tuple[Vragenlijst, ...], Field(min_length=1)] | None = Field(
        default=None, description="vragenlijsten")
    fasen: Annotated[tuple[Fase, ...], Field(min_length=1)] | None = Field(
        default=None, description="fasen met subcategorieën en uitspraken")
    inzichten: Punten | None = Field(default=None, description="wat de ervaring leert; geef elk een kop")
    dilemmas: Punten | None = Field(default=None, description="lastige situaties; geef elk een kop")
    valkuilen: Teksten | None = Field(default=None, description="waar het mis kan gaan")
    varianten: Punten | None = Field(default=None, description="andere manieren om de kaart te gebruiken")
    voorbeelden: Punten | None = Field(default=None, description="voorbeelden uit de bron")
    stemmen: Stemmen | None = Field(default=None, description="ervaringen uit de praktijk")
    beelden: Beelden | None = Field(default=None, description="metaforen uit de bron")
    links: Links | None = Field(default=None, description="verwijzingen naar buiten")


class Aflevering(Record):
    """A part of the podcast with the fragments that the publication brings up."""

    naam_soort: ClassVar = "Podcast"
    soort: Literal["aflevering"]
    nummer: Aantal = Field(description="deel van de podcast")
    url: Url = Field(description="adres van de serie")
    fragmenten: Annotated[tuple[Fragment, ...], Field(min_length=1)] = Field(description="de fragmenten")


class Begrip(Record):
    """A concept: `samenvatting` is its definition in one sentence, the prose says what it means in practice."""

    naam_soort: ClassVar = "Begrip"
    soort: Literal["begrip"]
    thema: Literal["beweging", "werelden", "maakbaarheid", "gezin", "vak", "leren", "besturen"] = Field(
        description="een van de zeven thema’s")
    synoniemen: Teksten | None = Field(default=None, description="andere woorden voor hetzelfde")
    van_wie: Tekst | None = Field(default=None, description="wie het begrip gebruikt of bedacht, zoals de bron zegt")
    noten: tuple[Aantal, ...] = Field(default=(), description="nummers van de noten in de publicatie")
    zie_ook: tuple[Id, ...] = Field(default=(), description="ids van verwante begrippen; die keuze is van ons")


class Deck(Record):
    """A set of cards to print."""

    naam_soort: ClassVar = "Kaartenset"
    soort: Literal["deck"]
    vorm: Id = Field(description="papierformaat: een naam uit `macros/cards/vormen.yml`")
    gezicht: Literal["vraag", "werkkaart"] = Field(description="wat er op een kaart staat")
    kaarten: Annotated[tuple[Id, ...], Field(min_length=1)] = Field(
        description="ids van records of items; een record staat voor al zijn kaarten")
    instructie: Punten | None = Field(
        default=None, description="waar de set voor is en hoe je hem print en gebruikt; bij vraagkaarten ook de eerste kaart")
    spelregels: Id | None = Field(
        default=None, description="id van een inleiding: haar principes krijgen een eigen kaart")
    opvullen: Tekst | None = Field(
        default=None, description="opschrift van de lege kaarten die het laatste vel vol maken")


class Bronregister(Record):
    """The publications, the places in them, and the errors that were mended."""

    naam_soort: ClassVar = "Bronnen"
    soort: Literal["bronregister"]
    publicaties: Annotated[tuple[Publicatie, ...], Field(min_length=1)] = Field(description="de publicaties")
    bronfouten: Annotated[tuple[Bronfout, ...], Field(min_length=1)] = Field(description="herstelde fouten")


SOORTEN: dict[str, type[Record]] = {
    "pagina": Pagina, "inleiding": Inleiding, "spanningsveld": Spanningsveld, "werkkaart": Werkkaart,
    "aflevering": Aflevering, "begrip": Begrip, "deck": Deck, "bronregister": Bronregister,
}
