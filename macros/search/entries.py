"""What can be found: every page by its names and its sentence, its items by their text, and its prose by heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from ..knowledge.items import (
    Bronfout,
    Doel,
    Fase,
    Fragment,
    Item,
    Kaartje,
    Lemma,
    Lijst,
    Moment,
    Oefening,
    Persoon,
    Referentie,
    Rubriek,
    Stap,
    Stem,
    Subcategorie,
    Uitspraak,
    Vraag,
    Vragenlijst,
)
from ..knowledge.kennisbank import Kennisbank, Page
from ..knowledge.records import (
    Begrip,
    Bronregister,
    Deck,
    Insluiting,
    Les,
    Lesblad,
    Literatuurlijst,
    Model,
    Personenlijst,
    Programma,
    Record,
    Spanningsveld,
    Verhaal,
    Werkkaart,
    Woordenlijst,
)
from .words import plain

_UNSOUGHT = ("zoeken.md", "begeleiden/groep.md")
"""Pages that nobody looks for: where one searches, and the window that is opened for a group."""
_STANDING = {
    Spanningsveld: 115,
    Werkkaart: 115,
    Begrip: 110,
    Verhaal: 105,
    Deck: 90,
    Model: 95,
    Les: 95,
    Programma: 90,
    Lesblad: 50,
    Literatuurlijst: 60,
    Personenlijst: 80,
    Woordenlijst: 85,
    Bronregister: 60,
}
"""How likely it is that somebody means a page of a kind, in percents of an ordinary one."""
_ABOUT_THE_SITE, _OF_THE_SITE = 75, ("over/", "data/", "editie/")
"""The same for a page about the site itself: who looks for cards or for what to do at a table seldom means how it is made."""
_LAW = ("over/colofon.md", "over/privacy.md")
"""What is asked of any site, and by its name."""
_PLACES = {
    Vraag: "vraag",
    Stem: "ervaring",
    Uitspraak: "uitspraak",
    Lemma: "woord",
    Persoon: "persoon",
    Referentie: "bron",
    Fragment: "fragment",
    Moment: "moment",
    Vragenlijst: "vragen",
    Lijst: "lijst",
    Subcategorie: "deel van een fase",
    Oefening: "oefening",
    Fase: "fase",
    Kaartje: "kaart",
    Doel: "leerdoel",
    Stap: "stap",
}
# A point is called after the list that it stands in.
_POINTS = {
    "stappen": "stap",
    "inzichten": "inzicht",
    "dilemmas": "dilemma",
    "herkenning": "herkenning",
    "voorbereiding": "voorbereiding",
    "varianten": "variant",
    "voorbeelden": "voorbeeld",
    "principes": "spelregel",
    "instructie": "uitleg",
}
# What somebody says, with an id, above what is told of it. What is told counts as prose: its words are there already.
_SAID = re.compile(r"^‘(?P<head>[^\n]+)’[ ]*\{:[ ]*#(?P<id>[^\s{}]+)[ ]*\}\n:[ ]", re.M)
# What an item is called by; the rest of its words are what it says.
_HEADS = ("kop", "titel", "term", "naam")
# What is data and no text, or stands elsewhere: names of things, places in the sources, relations.
_DATA = """
id soort bron url kleur kleur_donker teken bij zie zie_ook ook verwant inventaris maten kaarten gezicht spelregels thema van
gericht_op voor noten ontbreekt vindplaatsen titel kort samenvatting zoekwoorden synoniemen van_wie werk
docent student inkorten gebruikt op_blad doelen vorm vooraf_student vooraf_docent veiligheid opdracht_na online niveau printen
liever_niet zaal weglaten
schatting
"""
_NOT_TEXT = frozenset(_DATA.split())

# What is for who makes the site is found by its names and headings: nobody else looks for what it says.
_FOR_MAKERS = {"data/index.md", "over/bouwen.md", "over/kaarten.md", "over/naslag.md", "over/publiceren.md"}


@dataclass(frozen=True)
class Names:
    """What a page is called: by itself, by other words for the same, and by what people type for it."""

    own: tuple[str, ...]
    synonyms: tuple[str, ...]
    asked: tuple[str, ...]


@dataclass(frozen=True)
class Part:
    """A place in a page: its anchor (empty for the top), kind, heading (or none), words, and what people type for it."""

    anchor: str
    kind: str
    head: str
    text: str
    asked: tuple[str, ...] = ()


@dataclass(frozen=True)
class Entry:
    """A page that can be found; `items` are shown by their text, `sections` only by their heading."""

    path: str
    room: str
    kind: str
    standing: int
    names: Names
    sentence: str
    items: tuple[Part, ...]
    sections: tuple[Part, ...]


def entries(bank: Kennisbank) -> Iterator[Entry]:
    """Every page that is worth finding, in order of path."""
    for page in bank.pages:
        if page.path not in _UNSOUGHT and not isinstance(page.record, Insluiting):
            yield _entry(bank, page)


def _entry(bank: Kennisbank, page: Page) -> Entry:
    record = page.record
    number = getattr(record, "nummer", None)
    numbered = (f"{record.naam_soort} {number}",) if number else ()
    # An id stands on cards; most are the last part of the address, and say nothing that the title doesn't.
    id = () if record.id in page.path else (record.id,)
    # A lesson may be called after the work that a series is about; who types that name means the series.
    work = getattr(record, "werk", None)
    own = dict.fromkeys(filter(None, (record.titel, record.kort, *numbered, *id, work)))
    poles = [pole.naam for pole in (getattr(record, "pool_links", None), getattr(record, "pool_rechts", None)) if pole]
    who = getattr(record, "van_wie", None) or ""
    rest = " ".join(_texts(record))
    return Entry(
        path=page.path,
        room=bank.section_of(page.path),
        kind=record.naam_soort,
        standing=_standing(page),
        names=Names(
            tuple(own),
            tuple(dict.fromkeys([*(getattr(record, "synoniemen", None) or ()), *poles])),
            record.zoekwoorden or (),
        ),
        sentence=record.samenvatting,
        items=(*_items(record), *_passages(page)),
        sections=(*([Part("", "", "", f"{who} {rest}")] if who or rest else []), *_sections(page)),
    )


def _standing(page: Page) -> int:
    if page.path.startswith(_OF_THE_SITE) and page.path not in _LAW:
        return _ABOUT_THE_SITE
    return _STANDING.get(type(page.record), 100)


def _items(record: Record) -> Iterator[Part]:
    # The errors that were mended in the sources are told once, in the colofon, and lead nowhere; a programme is one choice.
    if isinstance(record, Bronregister | Programma):
        return
    for field, item in _held(record):
        # The first card of a deck says how to use it, and stands on paper only; a criterion says what a goal said.
        if isinstance(item, (Bronfout, Rubriek)) or isinstance(record, Deck) and field == "instructie":
            continue
        head = next((getattr(item, name) for name in _HEADS if getattr(item, name, None)), "")
        kind = _PLACES.get(type(item)) or _POINTS.get(field, "punt")
        text = " ".join(dict.fromkeys(text for text in _texts(item) if text != head))
        numbered = (f"fase {item.nummer}",) if isinstance(item, Fase) else ()
        yield Part(item.id, kind, head, text, (*numbered, *(getattr(item, "zoekwoorden", None) or ())))


def _held(value: object, field: str = "") -> Iterator[tuple[str, Item]]:
    """All items within a record or item, each with the field that it stands in."""
    if isinstance(value, tuple):
        for one in value:
            if isinstance(one, Item):
                yield field, one
            yield from _held(one, field)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _held(getattr(value, name), name)


def _texts(value: object) -> Iterator[str]:
    """What a record or item says by itself, in order: the items within it speak for themselves."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            if not isinstance(one, Item):
                yield from _texts(one)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if name not in _NOT_TEXT:
                yield from _texts(getattr(value, name))


def _passages(page: Page) -> Iterator[Part]:
    """What one may recognise as said by oneself, and the other places in the prose that are sought by words of their own."""
    asked = {one.plek: one.zoekwoorden for one in page.record.zoekplekken or ()}
    heads = {heading.anchor: heading.text for heading in page.prose.headings}
    said = {one["id"]: plain(one["head"]) for one in _SAID.finditer(page.prose.text)}
    for anchor in (*said, *(one for one in asked if one not in said)):
        yield Part(anchor, "", said.get(anchor) or heads.get(anchor, ""), "", asked.get(anchor, ()))


def _sections(page: Page) -> Iterator[Part]:
    prose = page.prose
    ends = [heading.start for heading in prose.headings[1:]] + [len(prose.text)]
    if before := plain(prose.text[: prose.headings[0].start] if prose.headings else prose.text):
        yield Part("", "", "", before)
    for heading, end in zip(prose.headings, ends):
        # The name of a field or a macro is looked up on the page itself.
        if page.path in _FOR_MAKERS and re.fullmatch(r"[a-z_]+", heading.text):
            continue
        text = "" if page.path in _FOR_MAKERS else plain(prose.text[heading.end : end])
        yield Part(heading.anchor, "", heading.text, text)
