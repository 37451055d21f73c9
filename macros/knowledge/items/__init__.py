"""The parts of a record that a reader may point at, each with an id of its own, and what they consist of."""

from .addresses import Url, is_public, meant_address
from .estimate import BEGELEIDEN, MEEDOEN, Bezig, Schatting
from .exercises import Fase, Materiaal, Oefening, Praktisch, Subcategorie, Vragenlijst
from .item import Item, Onderdeel
from .lessons import Doel, Ervaring, Groep, Rubriek, Stap, Vooraf, verzonnen
from .links import Link, Verwant, Zoekplek
from .meetings import EIGEN, LOS, PAUZE, RUIMTE, Bijeenkomst, Blok
from .models import As, Rij, Schakel, Tabel
from .points import Kaartje, Lijst, Pool, Punt, Vraag
from .retold import Beeld, Fragment, Lemma, Moment, Stem, Uitspraak
from .sources import Bronfout, Naam, Persoon, Publicatie, Referentie, Vindplaats
from .values import KENMERK, REDACTIE, Aantal, BronId, Id, JaNee, Kleur, Tekst, Teksten, VanTot, Wie, een_van, getal

__all__ = [
    "BEGELEIDEN",
    "EIGEN",
    "KENMERK",
    "LOS",
    "MEEDOEN",
    "PAUZE",
    "REDACTIE",
    "RUIMTE",
    "Aantal",
    "As",
    "Beeld",
    "Bezig",
    "Bijeenkomst",
    "Blok",
    "BronId",
    "Bronfout",
    "Doel",
    "Ervaring",
    "Fase",
    "Fragment",
    "Groep",
    "Id",
    "Item",
    "JaNee",
    "Kaartje",
    "Kleur",
    "Lemma",
    "Lijst",
    "Link",
    "Materiaal",
    "Moment",
    "Naam",
    "Oefening",
    "Onderdeel",
    "Persoon",
    "Pool",
    "Praktisch",
    "Publicatie",
    "Punt",
    "Referentie",
    "Rij",
    "Rubriek",
    "Schakel",
    "Schatting",
    "Stap",
    "Stem",
    "Subcategorie",
    "Tabel",
    "Tekst",
    "Teksten",
    "Uitspraak",
    "Url",
    "VanTot",
    "Verwant",
    "Vindplaats",
    "Vooraf",
    "Vraag",
    "Vragenlijst",
    "Wie",
    "Zoekplek",
    "een_van",
    "getal",
    "is_public",
    "meant_address",
    "verzonnen",
]
