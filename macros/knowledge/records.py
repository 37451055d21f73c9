"""The kinds of record: one Markdown file under `docs/` is one record of one of these kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, get_args

from pydantic import AfterValidator, Field

from .items import (
    Aantal,
    As,
    Beeld,
    Bezig,
    Bijeenkomst,
    Bronfout,
    BronId,
    Doel,
    Ervaring,
    Fase,
    Fragment,
    Groep,
    Id,
    JaNee,
    Kaartje,
    Kleur,
    Lemma,
    Lijst,
    Link,
    Materiaal,
    Moment,
    Oefening,
    Onderdeel,
    Persoon,
    Pool,
    Praktisch,
    Publicatie,
    Punt,
    Referentie,
    Rubriek,
    Schakel,
    Schatting,
    Stap,
    Stem,
    Tabel,
    Tekst,
    Teksten,
    Url,
    Verwant,
    Vooraf,
    Vraag,
    Vragenlijst,
    Wie,
    Zoekplek,
    een_van,
    getal,
    verzonnen,
)

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


class Pagina(Record):
    """A page with only prose and macros."""

    naam_soort: ClassVar = "Pagina"
    in_reeks: ClassVar = False
    noemt_alles: ClassVar = True
    soort: Literal["pagina"]


class Insluiting(Record):
    """Part of a page, to show in a frame on a page of another site; in no list, map or index of this one."""

    naam_soort: ClassVar = "Om in te sluiten"
    in_reeks: ClassVar = False
    soort: Literal["insluiting"]
    van: Id = Field(description="id van de pagina waar het een deel van is")


class Inleiding(Record):
    """The introduction to a series of records, with principles, questions and insights that hold for all."""

    naam_soort: ClassVar = "Inleiding"
    in_reeks: ClassVar = False
    noemt_alles: ClassVar = True
    soort: Literal["inleiding"]
    principes: Punten | None = Field(default=None, description="spelregels die voor alle pagina’s van de reeks gelden")
    vragen: Vragen | None = Field(default=None, description="vragen die voor alle pagina’s van de reeks gelden")
    inzichten: Punten | None = Field(default=None, description="inzichten die voor alle pagina’s van de reeks gelden")
    beelden: Beelden | None = Field(default=None, description="metaforen uit de bron")
    valkuilen: Teksten | None = Field(default=None, description="waar je op let")
    links: Links | None = Field(default=None, description="verwijzingen naar buiten")
    werk: Tekst | None = Field(
        default=None,
        description="hoe het werk heet waar de reeks over gaat, zoals een podcast; wie dat zoekt, vindt de pagina",
    )


class Spanningsveld(Record):
    """A line between two poles that are both legitimate."""

    naam_soort: ClassVar = "Spanningsveld"
    soort: Literal["spanningsveld"]
    nummer: Annotated[
        int,
        getal(1, 6, ": de codes van Samen kijken en de vellen op papier hebben plaats voor zes velden"),
    ] = Field(description="volgnummer in de publicatie, van 1 tot en met 6")
    pool_links: Pool = Field(description="de linkerpool")
    pool_rechts: Pool = Field(description="de rechterpool")
    voor_wie: Tekst = Field(description="voor wie de vragen bedoeld zijn")
    schatting: Schatting | None = Field(
        default=None, description="wat de lijn met een groep vraagt, een schatting van de redactie"
    )
    vragen: Vragen = Field(description="de reflectievragen")
    stemmen: Stemmen = Field(description="ervaringen uit de praktijk")
    beelden: Beelden = Field(description="metaforen uit de bron")
    gesprek: Teksten | None = Field(
        default=None, description="met wie je erover kunt praten, een keuze van de redactie"
    )


class Werkkaart(Record):
    """A way of working for a learning meeting."""

    naam_soort: ClassVar = "Werkkaart"
    soort: Literal["werkkaart"]
    nummer: Aantal = Field(description="volgnummer in de publicatie")
    doel: Tekst = Field(description="wat de werkvorm oplevert, voor kop en vouwkaart")
    wanneer: Teksten = Field(description="wanneer je de kaart pakt, voor kop en vouwkaart")
    praktisch: Praktisch | None = Field(
        default=None, description="tijd, groep en materiaal; getallen alleen uit de bron"
    )
    schatting: Schatting | None = Field(
        default=None,
        description="wat de werkvorm vraagt, een schatting van de redactie; heeft de kaart oefeningen, dan per oefening",
    )
    herkenning: Punten | None = Field(default=None, description="uitspraken waaraan je het moment herkent")
    voorbereiding: Punten | None = Field(default=None, description="wat je vooraf doet")
    stappen: Punten | None = Field(default=None, description="de werkwijze, stap voor stap")
    oefeningen: Annotated[tuple[Oefening, ...], Field(min_length=1)] | None = Field(
        default=None, description="losse oefeningen"
    )
    lijsten: Annotated[tuple[Lijst, ...], Field(min_length=1)] | None = Field(
        default=None, description="lijsten met waarden, soorten of zinnen"
    )
    vragenlijsten: Annotated[tuple[Vragenlijst, ...], Field(min_length=1)] | None = Field(
        default=None, description="vragenlijsten"
    )
    fasen: Annotated[tuple[Fase, ...], Field(min_length=1)] | None = Field(
        default=None, description="fasen met subcategorieën en uitspraken"
    )
    inzichten: Punten | None = Field(default=None, description="wat de ervaring leert; geef elk een kop")
    dilemmas: Punten | None = Field(default=None, description="lastige situaties; geef elk een kop")
    valkuilen: Teksten | None = Field(default=None, description="waar je op let")
    varianten: Punten | None = Field(default=None, description="andere manieren om de kaart te gebruiken")
    voorbeelden: Punten | None = Field(default=None, description="voorbeelden uit de bron")
    stemmen: Stemmen | None = Field(default=None, description="ervaringen uit de praktijk")
    beelden: Beelden | None = Field(default=None, description="metaforen uit de bron")
    links: Links | None = Field(default=None, description="verwijzingen naar buiten")

    @property
    def minuten(self) -> tuple[int, ...] | None:
        """What we reckon it takes, as short as can be and usual; of a card with exercises, room for whichever one does."""
        if self.schatting:
            return self.schatting.minuten
        reckoned = [one.schatting.minuten for one in self.oefeningen or () if one.schatting]
        return (min(short for short, _ in reckoned), max(usual for _, usual in reckoned)) if reckoned else None


class Aflevering(Record):
    """A part of the podcast with the fragments that the publication brings up."""

    naam_soort: ClassVar = "Podcast"
    soort: Literal["aflevering"]
    nummer: Aantal = Field(description="deel van de podcast")
    url: Url = Field(description="adres van de serie")
    fragmenten: Annotated[tuple[Fragment, ...], Field(min_length=1)] = Field(description="de fragmenten")

    @property
    def opschrift(self) -> str:
        return f"{self.naam_soort}, deel {self.nummer}"


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


class Verhaal(Record):
    """A story from the publications about real people."""

    naam_soort: ClassVar = "Verhaal"
    soort: Literal["verhaal"]
    gevoelig: Tekst = Field(description="de zin die boven het verhaal staat")
    van_wie: Tekst = Field(description="een zin: wie het verhaal vertelt, of waar het vandaan komt")
    momenten: Annotated[tuple[Moment, ...], Field(min_length=1)] | None = Field(
        default=None, description="tijdlijn van het verhaal"
    )
    stemmen: Stemmen | None = Field(default=None, description="ervaringen, naverteld")
    links: Links | None = Field(default=None, description="verwijzingen naar buiten")


class Artikel(Record):
    """A longer text with lists, such as a method or what somebody learned."""

    naam_soort: ClassVar = "Artikel"
    soort: Literal["artikel"]
    stappen: Punten | None = Field(default=None, description="een werkwijze, stap voor stap")
    inzichten: Punten | None = Field(default=None, description="wat iemand leerde")
    lijsten: Annotated[tuple[Lijst, ...], Field(min_length=1)] | None = Field(
        default=None, description="lijsten van punten"
    )
    vragenlijsten: Annotated[tuple[Vragenlijst, ...], Field(min_length=1)] | None = Field(
        default=None, description="vragenlijsten"
    )
    stemmen: Stemmen | None = Field(default=None, description="ervaringen, naverteld")
    links: Links | None = Field(default=None, description="verwijzingen naar buiten")


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


class Les(Record):
    """A lesson that somebody can give tomorrow: its page is the running order for the teacher."""

    naam_soort: ClassVar = "Les"
    soort: Literal["les"]
    nummer: Aantal = Field(description="plek tussen de andere lessen")
    minuten: Annotated[int, een_van(45, 90, 150)] = Field(description="hoelang de les duurt: 45, 90 of 150 minuten")
    niveau: Annotated[tuple[Literal["mbo", "hbo", "wo", "nascholing"], ...], Field(min_length=1)] = Field(
        description="voor welke opleidingen de les past"
    )
    groep: Groep = Field(description="hoe groot de groep kan zijn")
    voor_wie: Tekst = Field(description="voor wie de les is, in één zin")
    waarom: Tekst = Field(description="het moment in de praktijk waar de les bij helpt, in één zin")
    leerdoelen: Annotated[tuple[Doel, ...], Field(min_length=2, max_length=4)] = Field(
        description="twee tot vier leerdoelen"
    )
    vooraf_student: Annotated[tuple[Vooraf, ...], Field(min_length=1)] | None = Field(
        default=None, description="wat studenten vooraf doen"
    )
    vooraf_docent: Annotated[tuple[Vooraf, ...], Field(min_length=1)] = Field(
        description="wat de docent vooraf doet: printen, de ruimte, en wat je doet zonder telefoons"
    )
    printen: tuple[Id, ...] = Field(
        default=(), description="ids van sets kaarten, of van pagina’s met iets om te printen"
    )
    materiaal: Annotated[tuple[Materiaal, ...], Field(min_length=1)] | None = Field(
        default=None, description="wat je verder nodig hebt"
    )
    casus: Annotated[Tekst, AfterValidator(verzonnen)] | None = Field(
        default=None,
        description="een situatie om mee te werken; altijd verzonnen, en dat staat er ook voor: ‘Verzonnen:’",
    )
    veiligheid: Annotated[Teksten, Field(max_length=4)] = Field(
        description="een tot vier dingen waar de docent op let; wat voor alle lessen geldt, staat in `lessen/index.md`"
    )
    stappen: Annotated[tuple[Stap, ...], Field(min_length=1)] = Field(description="de stappen, op volgorde")
    rubriek: Annotated[tuple[Rubriek, ...], Field(min_length=2, max_length=4)] = Field(
        description="twee tot vier regels om mee terug te kijken, voor docent en student; nooit een plek op een lijn"
    )
    opdracht_na: Tekst | None = Field(
        default=None, description="wat studenten na de les doen, zonder iets over zichzelf prijs te geven"
    )
    online: Tekst | None = Field(default=None, description="hoe je de les geeft in een videogesprek")
    kader: Annotated[tuple[Link, ...], Field(max_length=6)] = Field(
        default=(), description="waar de les volgens ons bij past, zoals een beroepscode; alleen wat een bron noemt"
    )
    uitgeprobeerd: tuple[Ervaring, ...] = Field(
        default=(), description="wie de les gaf en wat anders liep; zonder regel staat er ‘Nog niet uitgeprobeerd’"
    )


class Lesblad(Record):
    """The page that students read at a lesson, with nothing on it that is for the teacher."""

    naam_soort: ClassVar = "Blad voor studenten"
    in_reeks: ClassVar = False
    noemt_alles: ClassVar = True
    soort: Literal["lesblad"]
    van: Id = Field(description="id van de les waar het blad bij hoort")


class Programma(Record):
    """A meeting or a series that somebody can lead tomorrow: its page is the running order."""

    naam_soort: ClassVar = "Programma"
    naam_reeks: ClassVar = "Programma’s"
    soort: Literal["programma"]
    nummer: Aantal = Field(description="plek tussen de andere programma’s")
    duur: Annotated[int, getal(15, 480)] = Field(description="hoeveel minuten elke bijeenkomst duurt")
    groep: Groep = Field(description="hoe groot de groep kan zijn")
    voor: Annotated[tuple[Wie, ...], Field(min_length=1)] = Field(description="wie er meedoen")
    wanneer: Teksten = Field(description="wanneer je dit programma kiest")
    liever_niet: Teksten | None = Field(default=None, description="wanneer je beter iets anders kiest")
    vooraf: Annotated[tuple[Vooraf, ...], Field(min_length=1)] = Field(description="wat je vooraf doet")
    zaal: Tekst = Field(description="hoe je de zaal inricht")
    bijeenkomsten: Annotated[tuple[Bijeenkomst, ...], Field(min_length=1, max_length=8)] = Field(
        description="de bijeenkomsten, op volgorde"
    )
    weglaten: Teksten = Field(description="wat je kunt weglaten, en wat niet")
    uitgeprobeerd: tuple[Ervaring, ...] = Field(
        default=(),
        description="wie het programma deed en wat anders liep; zonder regel staat er ‘Nog niet uitgeprobeerd’",
    )


class Bronregister(Record):
    """The publications, the places in them, and the errors that were mended."""

    naam_soort: ClassVar = "Bronnen"
    in_reeks: ClassVar = False
    noemt_alles: ClassVar = True
    soort: Literal["bronregister"]
    publicaties: Annotated[tuple[Publicatie, ...], Field(min_length=1)] = Field(description="de publicaties")
    bronfouten: Annotated[tuple[Bronfout, ...], Field(min_length=1)] = Field(description="herstelde fouten")


KINDS: dict[str, type[Record]] = {
    kind: model for model in Record.__subclasses__() for kind in get_args(model.model_fields["soort"].annotation)
}
"""Every kind by the name that a page gives in its field `soort`, in the order of this file."""
