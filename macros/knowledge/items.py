"""The parts of a record that a reader may point at: each with an id of its own."""

from __future__ import annotations

import re
from calendar import monthrange
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, ValidationInfo
from pydantic_core import PydanticCustomError

REDACTIE = "(redactie)"
"""Stands behind what is in no publication, in prose, on pages and on cards alike."""


_UNSEEN = re.compile(r"\b(weet|weten|kent|kennen|begrijpt|begrijpen|snapt|snappen|beseft|leert)\b", re.I)
"""What nobody can see or hear of somebody else."""
_HOST = re.compile(r"([\w-]+\.)+[\w-]+")
_AT_HOME = re.compile(r"^(127|10|192\.168)\.|\.(local|localhost|internal|lan)$")


def getal(low: int, high: int, why: str = "") -> BeforeValidator:
    """A whole number from `low` to `high`, also as it is typed: digits without zeros in front; `why` adds a reason."""

    def number(value: object) -> int:
        typed = isinstance(value, str) and re.fullmatch(r"0|[1-9][0-9]{0,8}", value.strip())
        read = int(value) if typed else value
        if not isinstance(read, int) or isinstance(read, bool):
            raise PydanticCustomError("kind", "een heel getal, zoals `12`")
        if not low <= read <= high:
            bounds = {"low": low, "high": high, "why": why}
            raise PydanticCustomError("range", "een heel getal van {low} tot en met {high}{why}", bounds)
        return read

    return BeforeValidator(number)


def een_van(*numbers: int) -> BeforeValidator:
    """One of `numbers`, also as it is typed."""
    listed = f"{', '.join(map(str, numbers[:-1]))} of {numbers[-1]}"

    def number(value: object) -> int:
        read = next((one for one in numbers if str(value).strip() == str(one)), None)
        if read is None:
            raise PydanticCustomError("range", "{listed}", {"listed": listed})
        return read

    return BeforeValidator(number)


def _rising(pair: tuple[int, ...]) -> tuple[int, ...]:
    """Two numbers of which the first is not the larger."""
    if len(pair) != 2 or pair[0] > pair[1]:
        raise PydanticCustomError("pair", "twee getallen, het kleinste eerst, zoals `[30, 45]`")
    return pair


def _goal(text: str) -> str:
    """A goal that one can see or hear, about whoever reads it."""
    if not text.startswith("Je ") or _UNSEEN.search(text):
        raise PydanticCustomError(
            "wording", "een zin die met ‘Je’ begint en zegt wat iemand laat zien of horen, zonder weten of begrijpen"
        )
    return text


def verzonnen(text: str) -> str:
    """A case that says at once that it is made up."""
    if not text.startswith("Verzonnen:"):
        raise PydanticCustomError("wording", "een verzonnen casus, die begint met ‘Verzonnen:’")
    return text


def _ja_of_nee(value: object) -> bool:
    """Yes or no, also as it is typed: `true` or `false`."""
    read = {"true": True, "false": False}.get(value.strip().lower()) if isinstance(value, str) else value
    if not isinstance(read, bool):
        raise PydanticCustomError("yes", "`true` (ja) of `false` (nee)")
    return read


def _public(url: str) -> str:
    """An address that a reader can open as well."""
    if not is_public(url):
        raise PydanticCustomError("address", "een adres op internet, zoals https://www.nji.nl/")
    return url


def is_public(url: str) -> bool:
    """Whether `url`, with http or https, is one that works for everybody and not only where it was copied."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return False
    return bool(_HOST.fullmatch(host)) and "@" not in parts.netloc and not _AT_HOME.search(host) and url == _bare(url)


def meant_address(url: str) -> str | None:
    """What `url` was probably meant to be, when it is not public as it stands."""
    bare = _bare(url)
    return bare if is_public(bare) else None


def _bare(url: str) -> str:
    """`url` without the signs of the sentence that it was copied from."""
    bare = url.rstrip(".,;:\"'”’»>")
    for first, last in ("()", "[]"):
        # An address may well have both, as of a page about one of several things with a name.
        if bare.endswith(last) and bare.count(last) > bare.count(first):
            bare = bare.removesuffix(last)
    return bare if bare == url else _bare(bare)


def _with_year(month: int, info: ValidationInfo) -> int:
    """A month of a year that is known; a year that can't be read is told by itself."""
    if info.data.get("jaar", month) is None:
        raise PydanticCustomError("date", "ook het jaar, of geen maand")
    return month


def _in_month(day: int, info: ValidationInfo) -> int:
    """A day that its month has."""
    year, month = (info.data.get(name, 0) for name in ("jaar", "maand"))
    if month is None:
        raise PydanticCustomError("date", "ook de maand, of geen dag")
    if year and month and day > monthrange(year, month)[1]:
        raise PydanticCustomError("date", "een dag die er in die maand is")
    return day


Tekst = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
KENMERK = "[a-z0-9]+(-[a-z0-9]+)*"
"""How an id is written. A link to a plan ends the id of a block at a dot, so none has one."""
Id = Annotated[str, StringConstraints(pattern=f"^{KENMERK}$", max_length=60)]
BronId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+([-.][a-z0-9]+)*$")]
"""The id of a place in a publication, which has the dots of its paragraphs."""
Kleur = Annotated[str, StringConstraints(pattern=r"^#[0-9a-f]{6}$")]
Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s]+$"), AfterValidator(_public)]
Aantal = Annotated[int, getal(1, 1000)]
JaNee = Annotated[bool, BeforeValidator(_ja_of_nee)]
Teksten = Annotated[tuple[Tekst, ...], Field(min_length=1)]
VanTot = Annotated[tuple[Aantal, ...], AfterValidator(_rising)]
Wie = Literal["professionals", "leidinggevenden", "bestuurders", "begeleiders", "gezinnen"]


class Onderdeel(BaseModel):
    """Base of everything in the front matter: immutable, strictly typed, no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Item(Onderdeel):
    """A part with an id: an anchor in the page, the number on a card."""

    id: Id = Field(description="vast kenmerk, dat nooit verandert: het staat in links en op kaarten")
    bron: tuple[BronId, ...] = Field(default=(), description="vindplaats, alleen als die afwijkt van die van de pagina")


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


Bezig = Literal["zitten", "schrijven", "bewegen"]
"""What people do for the most of it: sit and talk, write or draw, or stand, walk and take postures."""


class Schatting(Onderdeel):
    """What we reckon that something asks of a meeting: never what a publication says."""

    minuten: VanTot = Field(description="hoelang het duurt, in minuten: zo kort als kan, en gewoon")
    bespreken: VanTot | None = Field(
        default=None, description="hoelang het bespreken daarna nog duurt, als je dat los van elkaar kunt doen"
    )
    mensen: VanTot | None = Field(
        default=None, description="het kleinste en het grootste aantal mensen; weglaten als elke groep kan"
    )
    begeleiden: Annotated[int, getal(1, 3)] = Field(
        description="hoeveel ervaring het vraagt van wie begeleidt: 1 kan iedereen, 2 enige ervaring, "
        "3 stevige ervaring of met z’n tweeën"
    )
    meedoen: Annotated[int, getal(1, 3)] = Field(
        description="hoe dichtbij het komt voor wie meedoet: 1 licht, 2 persoonlijk, 3 kan raken"
    )
    online: Literal["goed", "met aanpassing", "liever niet"] = Field(description="of het in een videogesprek kan")
    fasen: tuple[Id, ...] = Field(
        default=(), description="ids van de fasen op werkkaart 8 waar het bij past; weglaten als het in elke fase past"
    )
    voor: Annotated[tuple[Wie, ...], Field(min_length=1)] = Field(description="wie er dan meedoen")
    bezig: Bezig = Field(
        default="zitten",
        description="hoe mensen dan vooral bezig zijn: `zitten` en praten, `schrijven` of tekenen, of `bewegen`",
    )
    door: Tekst = Field(description="één teken dat je kunt zien of horen, waaraan je merkt dat het klaar is")

    @property
    def gewoon(self) -> tuple[int, ...]:
        """The usual minutes of each part that can be done on its own."""
        return tuple(pair[1] for pair in (self.minuten, self.bespreken) if pair)

    @property
    def samen(self) -> tuple[int, ...]:
        """The minutes of both parts together: as short as can be, and usual."""
        return tuple(map(sum, zip(self.minuten, self.bespreken or (0, 0))))

    @property
    def kort_gezegd(self) -> str:
        """The usual time, in a list or a table: `±` says that it is ours."""
        return ", bespreken ".join(f"± {one} minuten" for one in self.gewoon)

    @property
    def feiten(self) -> tuple[tuple[str, str], ...]:
        """What it asks, as a label and words."""
        time = f"{_from_to(self.minuten)} minuten"
        talk = f", en {_from_to(self.bespreken)} minuten om te bespreken" if self.bespreken else ""
        return (
            ("Tijd", time + talk),
            ("Groep", f"{_from_to(self.mensen)} mensen" if self.mensen else "elke groep"),
            ("Begeleiden", BEGELEIDEN[self.begeleiden]),
            ("Meedoen", MEEDOEN[self.meedoen]),
            ("Vooral", BEZIG[self.bezig]),
            ("Online", self.online),
        )


BEZIG = {"zitten": "zitten en praten", "schrijven": "schrijven of tekenen", "bewegen": "bewegen"}
BEGELEIDEN = {1: "kan iedereen", 2: "enige ervaring", 3: "stevige ervaring, of met z’n tweeën"}
MEEDOEN = {1: "licht", 2: "persoonlijk", 3: "kan raken"}


def _from_to(pair: tuple[int, ...]) -> str:
    return " tot ".join(map(str, dict.fromkeys(pair)))


class Vragenlijst(Item):
    """A titled list of questions."""

    titel: Tekst = Field(description="kop boven de vragen")
    inleiding: Tekst | None = Field(default=None, description="zin boven de vragen")
    schatting: Schatting | None = Field(
        default=None, description="wat deze vragen stellen van een bijeenkomst vraagt, een schatting van de redactie"
    )
    vragen: Annotated[tuple[Vraag, ...], Field(min_length=1, description="de vragen, elk met een id")]


class Materiaal(Onderdeel):
    """Something to bring."""

    naam: Tekst = Field(description="wat je nodig hebt")
    aantal: Aantal | None = Field(default=None, description="hoeveel, als de bron een getal geeft")
    printen: Id | None = Field(
        default=None, description="id van de set kaarten, of van de pagina, waarmee je dit zelf kunt printen"
    )
    van_ons: JaNee = Field(default=False, description="`true` als wij dit toevoegen")

    @property
    def regel(self) -> str:
        """How many of what, and whether that is ours."""
        return f"{f'{self.aantal} × ' if self.aantal else ''}{self.naam}{f' {REDACTIE}' if self.van_ons else ''}"


class Praktisch(Onderdeel):
    """Time, people and materials; a number only where the source gives one."""

    minuten: Aantal | None = Field(default=None, description="duur in minuten")
    groepen: Aantal | None = Field(default=None, description="aantal groepen")
    mensen: Aantal | None = Field(default=None, description="aantal mensen")
    opstelling: Tekst | None = Field(default=None, description="hoe je zit, staat of de groep verdeelt")
    materiaal: Annotated[tuple[Materiaal, ...], Field(min_length=1)] | None = Field(
        default=None, description="wat je nodig hebt"
    )

    @property
    def tijd(self) -> str | None:
        """How long it takes, in words."""
        return _counted(self.minuten, "minuut", "minuten")

    @property
    def groep(self) -> tuple[str, ...]:
        """How many people in how many groups, and how they sit, in words."""
        known = (_counted(self.groepen, "groep", "groepen"), _counted(self.mensen, "mens", "mensen"), self.opstelling)
        return tuple(filter(None, known))

    @property
    def feiten(self) -> tuple[tuple[str, str], ...]:
        """What to know beforehand, as a label and words; what isn't known is left out."""
        rows = (
            ("Tijd", self.tijd),
            ("Groep", ", ".join(self.groep)),
            ("Nodig", "; ".join(one.regel for one in self.materiaal or ())),
        )
        return tuple((label, words) for label, words in rows if words)


def _counted(number: int | None, one: str, more: str) -> str | None:
    return f"{number} {one if number == 1 else more}" if number else None


class Oefening(Item):
    """An exercise within a werkkaart, to be done on its own."""

    titel: Tekst = Field(description="naam van de oefening")
    tekst: Tekst = Field(description="waar de oefening voor is, in een of twee zinnen")
    praktisch: Praktisch | None = Field(
        default=None, description="tijd, groep en materiaal; minuten alleen uit de bron"
    )
    schatting: Schatting | None = Field(
        default=None, description="wat de oefening vraagt, een schatting van de redactie"
    )
    vooraf: Tekst | None = Field(default=None, description="wat eerst moet gebeuren")
    rollen: Teksten | None = Field(default=None, description="rollen om uit te kiezen")
    woorden: Teksten | None = Field(default=None, description="begrippen of emoties om mee te werken")
    regels: Teksten | None = Field(default=None, description="spelregels")
    stappen: Teksten = Field(description="de stappen, op volgorde")
    opdracht: Teksten | None = Field(default=None, description="vragen die deelnemers tijdens de oefening beantwoorden")
    nabespreken: Teksten | None = Field(default=None, description="vragen om na te bespreken")


class Uitspraak(Item):
    """A recognisable statement of a phase, retold."""

    tekst: Tekst = Field(description="wat iemand in deze fase zegt of voelt, naverteld")
    typerend: JaNee = Field(default=False, description="`true` als de uitspraak kenmerkend is voor de fase")
    rol: Tekst | None = Field(default=None, description="de rol van waaruit iemand spreekt")
    ook: tuple[Id, ...] = Field(default=(), description="ids waar dezelfde uitspraak in de bron ook staat")


class Subcategorie(Item):
    """A part of a phase, recognisable by what people say in it."""

    titel: Tekst = Field(description="naam van de subcategorie")
    kern: Tekst = Field(description="waaraan je dit herkent, in een of twee zinnen")
    uitspraken: Annotated[tuple[Uitspraak, ...], Field(min_length=1, description="de uitspraken, naverteld")]


class Fase(Item):
    """A phase of learning together."""

    nummer: Aantal = Field(description="volgnummer van de fase")
    titel: Tekst = Field(description="naam van de fase")
    kern: Tekst = Field(description="wat er in deze fase gebeurt, in een of twee zinnen")
    subcategorieen: Annotated[tuple[Subcategorie, ...], Field(min_length=1, description="de subcategorieën")]


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


class Link(Onderdeel):
    """A way out of the site."""

    naam: Tekst = Field(description="tekst van de link")
    url: Url = Field(description="adres, met https:// of http://")
    tekst: Tekst = Field(description="wat je daar vindt")


class Pool(Onderdeel):
    """One end of a line; as legitimate as the other."""

    naam: Tekst = Field(description="de pool zoals in een zin: *dicht bij het nog ongrijpbare*")
    kort: Tekst = Field(description="de pool zoals boven de lijn, zo kort mogelijk")
    uitleg: Tekst = Field(description="wat deze pool te bieden heeft, in een of twee zinnen")
    kleur: Kleur = Field(description="kleur op licht papier, zoals `#0c5a60`")
    kleur_donker: Kleur = Field(description="kleur op een donkere pagina, zoals `#69d1bd`")


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


class Groep(Onderdeel):
    """How many people a lesson or a programme is for."""

    min: Aantal = Field(description="het kleinste aantal mensen")
    max: Aantal = Field(description="het grootste aantal mensen")


class Doel(Item):
    """What somebody can show at the end of a lesson."""

    tekst: Annotated[Tekst, AfterValidator(_goal)] = Field(
        description="een zin die met ‘Je’ begint en noemt wat iemand laat zien of horen"
    )


class Vooraf(Onderdeel):
    """Something to do before a lesson or a meeting, or between two."""

    tekst: Tekst = Field(description="wat je vooraf doet")
    minuten: Aantal | None = Field(default=None, description="hoeveel minuten dat kost")
    van: Id | None = Field(default=None, description="id van een pagina, of van iets op een pagina, om erbij te nemen")


class Stap(Item):
    """A part of a lesson with its own minutes."""

    kop: Tekst = Field(description="wat er gebeurt, in enkele woorden")
    minuten: Aantal = Field(description="hoeveel minuten de stap duurt")
    vorm: Literal["alleen", "tweetal", "viertal", "groep"] = Field(description="met wie je werkt")
    doelen: tuple[Id, ...] = Field(default=(), description="ids van de leerdoelen waar de stap aan werkt")
    gebruikt: tuple[Id, ...] = Field(
        default=(), description="ids van vragen, oefeningen of pagina’s die je in deze stap gebruikt"
    )
    op_blad: tuple[Id, ...] = Field(
        default=(), description="ids uit `gebruikt` die studenten nodig hebben; die staan ook op hun blad"
    )
    docent: Teksten = Field(description="wat je doet en zegt, voor de docent; elke regel een alinea")
    student: Teksten | None = Field(default=None, description="wat studenten zelf lezen; elke regel een alinea")
    inkorten: Tekst | None = Field(default=None, description="wat je weglaat als de tijd krap is")
    pauze: JaNee = Field(default=False, description="`true` als mensen in deze stap even kunnen pauzeren")

    @property
    def met(self) -> str:
        """With whom one works, as in `in tweetallen`."""
        return {
            "alleen": "alleen",
            "tweetal": "in tweetallen",
            "viertal": "in viertallen",
            "groep": "met de groep",
        }[self.vorm]


class Rubriek(Item):
    """One criterion to look back with; never about a place on a line."""

    criterium: Tekst = Field(description="waar je naar kijkt")
    doel: Id = Field(description="id van het leerdoel waar dit bij hoort")
    nog_niet: Tekst = Field(description="wat je ziet of hoort als het nog niet lukt")
    voldoende: Tekst = Field(description="wat je ziet of hoort als het lukt")
    sterk: Tekst = Field(description="wat je ziet of hoort als het heel goed lukt")


class Ervaring(Onderdeel):
    """Somebody gave the lesson or led the programme, and tells what they would do in another way."""

    wanneer: Annotated[str, StringConstraints(pattern=r"^[12][0-9]{3}-(0[1-9]|1[0-2])$")] = Field(
        description="jaar en maand, zoals `2026-03`"
    )
    waar: Tekst = Field(description="bij wat voor opleiding of groep, zonder namen van mensen")
    wat_anders: Tekst = Field(description="wat anders liep dan in het draaiboek")


class Blok(Item):
    """A part of a meeting with its own minutes; with none it is kept in reserve."""

    wat: Id = Field(
        description="het id van wat je doet: een werkkaart, oefening, spanningsveld, vraag, lijst of gebruik van een "
        "set; of `pauze`, `ruimte` (om uit te lopen) of `eigen`"
    )
    minuten: Annotated[int, getal(0, 240)] = Field(
        description="hoeveel minuten het blok duurt, een schatting van de redactie; bij `0` heb je het achter de hand"
    )
    kort: Annotated[int, getal(1, 240)] | None = Field(
        default=None, description="hoeveel minuten het minstens vraagt, als je moet inlopen"
    )
    titel: Tekst | None = Field(default=None, description="naam van het blok, als die anders is dan die van `wat`")
    doel: Tekst | None = Field(default=None, description="waar het blok voor is, in één zin")
    zo: Teksten | None = Field(default=None, description="wat je doet en zegt; elke regel een alinea")
    gebruikt: tuple[Id, ...] = Field(
        default=(),
        description="ids van stappen, vragen of lijsten die je erbij leest; laat je dit weg, dan die van `wat`",
    )
    inkorten: Tekst | None = Field(default=None, description="wat je weglaat als de tijd krap is")
    wie: Tekst = Field(default="iedereen", description="wie er aan het werk zijn, zoals `tweetallen`")
    printen: tuple[Id, ...] = Field(
        default=(), description="ids van sets kaarten, of van pagina’s met iets om te printen"
    )
    materiaal: Annotated[tuple[Materiaal, ...], Field(min_length=1)] | None = Field(
        default=None, description="wat je verder nodig hebt, naast wat bij `wat` staat"
    )
    door: Tekst | None = Field(
        default=None,
        description="één teken dat je kunt zien of horen, waaraan je merkt dat je door kunt; laat je dit weg, dan dat "
        "uit de schatting van `wat`",
    )
    afsluiten: JaNee = Field(default=False, description="`true` bij het blok waarmee je de bijeenkomst afsluit")
    van_ons: JaNee = Field(default=False, description="`true` als de redactie dit blok hier zet en niet de publicatie")


class Bijeenkomst(Item):
    """A meeting of a programme, with its blocks in order."""

    titel: Tekst = Field(description="naam van de bijeenkomst")
    doel: Tekst = Field(description="waar de bijeenkomst voor is, in één zin")
    begin: Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")] = Field(
        description="hoe laat je begint in de planner, zoals `09:30`"
    )
    vooraf: Annotated[tuple[Vooraf, ...], Field(min_length=1)] | None = Field(
        default=None, description="wat je voor deze bijeenkomst doet"
    )
    blokken: Annotated[tuple[Blok, ...], Field(min_length=1, description="de blokken, op volgorde")]
    daarna: Annotated[tuple[Vooraf, ...], Field(min_length=1)] | None = Field(
        default=None, description="wat er na deze bijeenkomst gebeurt"
    )


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


class Naam(Onderdeel):
    """A person or organisation as author."""

    familie: Tekst = Field(description="achternaam, of de naam van een organisatie")
    voor: Tekst | None = Field(default=None, description="voorletters, zoals `A.`")
    tussen: Tekst | None = Field(default=None, description="tussenvoegsel, zoals `van den`")


class Referentie(Item):
    """A work that the publication refers to, with what the source leaves out named and not filled in."""

    soort: Literal[
        "boek", "rapport", "artikel", "webpagina", "lezing", "film", "podcast", "proefschrift", "hoofdstuk"
    ] = Field(description="soort werk")
    auteurs: Annotated[tuple[Naam, ...], Field(min_length=1)] | None = Field(
        default=None, description="auteurs, op volgorde"
    )
    redacteurs: Annotated[tuple[Naam, ...], Field(min_length=1)] | None = Field(default=None, description="redacteurs")
    jaar: Annotated[int, getal(1000, 2100)] | None = Field(default=None, description="jaar van uitgave")
    maand: Annotated[int, getal(1, 12), AfterValidator(_with_year)] | None = Field(
        default=None, description="maand van uitgave"
    )
    dag: Annotated[int, getal(1, 31), AfterValidator(_in_month)] | None = Field(
        default=None, description="dag van uitgave"
    )
    titel: Tekst | None = Field(default=None, description="titel, zonder punt aan het eind")
    taal: Literal["en", "de", "fr"] | None = Field(
        default=None, description="taal van het werk en zijn titel, als dat geen Nederlands is"
    )
    in_titel: Tekst | None = Field(default=None, description="tijdschrift, boek, site of reeks waarin het staat")
    jaargang: Tekst | None = Field(default=None, description="jaargang van het tijdschrift")
    nummer: Tekst | None = Field(default=None, description="nummer van het tijdschrift")
    bladzijden: Tekst | None = Field(default=None, description="bladzijden, zoals `12-19`")
    uitgever: Tekst | None = Field(default=None, description="uitgever of organisatie")
    plaats: Tekst | None = Field(default=None, description="plaats van uitgave")
    url: Url | None = Field(default=None, description="adres")
    noten: tuple[Aantal, ...] = Field(default=(), description="nummers van alle noten die naar dit werk verwijzen")
    waarvoor: Tekst | None = Field(default=None, description="waar de publicatie het werk voor gebruikt")
    ontbreekt: Tekst | None = Field(
        default=None, description="wat de publicatie weglaat of waarover de tekst zichzelf tegenspreekt"
    )

    @property
    def wie_schreef(self) -> str:
        """The family names of its authors, or else of its editors; empty where the source names neither."""
        return ", ".join(name.familie for name in self.auteurs or self.redacteurs or ())


class Persoon(Item):
    """Somebody who is named in the publications."""

    naam: Tekst = Field(description="naam zoals de bron die geeft")
    rol: Tekst = Field(description="wie dit is, zoals de bron zegt")
    noten: tuple[Aantal, ...] = Field(default=(), description="nummers van de noten met werk van deze persoon")
    bij: tuple[Id, ...] = Field(
        default=(), description="ids van pagina’s, of van iets op een pagina, waar deze persoon voorkomt"
    )


class Rij(Onderdeel):
    """A row of a table."""

    kop: Tekst = Field(description="eerste cel van de rij")
    cellen: Teksten = Field(description="de andere cellen, evenveel als er kolommen zijn")


class Tabel(Onderdeel):
    """A model that is a table."""

    hoek: Tekst | None = Field(default=None, description="kop boven de eerste kolom")
    kolommen: Teksten = Field(description="koppen van de andere kolommen")
    rijen: Annotated[tuple[Rij, ...], Field(min_length=1)] = Field(description="de rijen")


class Schakel(Onderdeel):
    """A step, point, cell, side or end in a drawn model."""

    kop: Tekst = Field(description="een tot zes woorden")
    tekst: Tekst | None = Field(default=None, description="toelichting van een of twee zinnen")
    punten: Teksten | None = Field(default=None, description="opsomming onder de tekst")
    onbekend: JaNee = Field(
        default=False, description="`true` als de bron dit deel niet beschrijft; het wordt gestippeld getekend"
    )


class As(Onderdeel):
    """An axis between two ends, with perhaps a place between them."""

    naam: Tekst = Field(description="waar de as over gaat")
    laag: Schakel = Field(description="het uiteinde links of onder")
    hoog: Schakel = Field(description="het uiteinde rechts of boven")
    midden: Schakel | None = Field(default=None, description="een plek ertussen, als de bron die noemt")
    tekst: Tekst | None = Field(default=None, description="toelichting")


class Vindplaats(Onderdeel):
    """A part of a publication that one can look up."""

    id: BronId = Field(description="kenmerk dat in `bron:` staat")
    naam: Teksten = Field(
        description="hoe je het opzoekt, van groot naar klein: hoofdstuk of bijlage, paragraaf, subparagraaf"
    )


class Publicatie(Onderdeel):
    """A publication that the site draws on."""

    id: Id = Field(description="kenmerk van de publicatie")
    naam: Tekst = Field(description="hoe wij de publicatie noemen")
    kort: Tekst = Field(description="een tot drie woorden, voor een pagina die uit meer publicaties put")
    door: Tekst = Field(description="schrijvers of organisatie, zoals in een literatuurlijst")
    jaar: Annotated[int, getal(1000, 2100)] | None = Field(default=None, description="jaar van uitgave")
    titel: Tekst | None = Field(default=None, description="titel, zonder punt aan het eind")
    omschrijving: Tekst | None = Field(default=None, description="wat het is, als de titel niet bekend is")
    uitgever: Tekst | None = Field(default=None, description="uitgever, als dat een ander is dan de schrijver")
    url: Url | None = Field(default=None, description="waar je de publicatie krijgt, als een publicatie dat zegt")
    vindplaatsen: Annotated[tuple[Vindplaats, ...], Field(min_length=1, description="de vindplaatsen")]


class Bronfout(Item):
    """An error in a publication that the site has mended."""

    plaats: Tekst = Field(description="waar in de publicatie")
    fout: Tekst = Field(description="wat er staat")
    hersteld: Tekst = Field(description="wat wij ervan gemaakt hebben")
