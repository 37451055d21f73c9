"""What NL-LOM and SURFsharekit want to know of learning material: level, kind, role, time and rights, in their own words.

Standard: NL-LOM 1.0 in the binding IMS Learning Resource Meta-data 1.2.4; vocabularies of Edustandaard, levels of the
Onderwijsbegrippenkader (OBK). Only ids for which there is a source are here: of `nascholing`, and of disciplines, there is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape

from ...knowledge.errors import ContentError, Mistake
from ...knowledge.kennisbank import Kennisbank
from ...knowledge.records import Deck, Les, Programma, Record, Spanningsveld, Werkkaart
from .origin import Afzender

NAMESPACE = "http://www.imsglobal.org/xsd/imsmd_v1p2"
_LISTS = "http://purl.edustandaard.nl/"
SOURCES = {
    "aggregationlevel": f"{_LISTS}vdex_aggregationlevel_czp_20060628.xml",
    "role": f"{_LISTS}vdex_lifecycle_contribute_role_lomv1p0_20060628.xml",
    "learningresourcetype": f"{_LISTS}vdex_learningresourcetype_czp_20060628.xml",
    "intendedenduserrole": f"{_LISTS}vdex_intendedenduserrole_lomv1p0_20060628.xml",
    "context": f"{_LISTS}vdex_context_czp_20060628.xml",
    "cost": f"{_LISTS}vdex_cost_lomv1p0_20060628.xml",
    "copyrightandotherrestrictions": f"{_LISTS}copyrightsandotherrestrictions_nllom_20131202",
    "purpose": f"{_LISTS}classification_purpose_nllom_20180530",
}
_ACCESS = f"{_LISTS}classification_accessrights_nllom_20180530"
_OBK = f"{_LISTS}begrippenkader"
CONTEXTS = {"mbo": "BVE", "hbo": "HBO", "wo": "WO", "nascholing": "bedrijfsopleiding"}
LEVELS = {
    "mbo": ("MBO", "f3ac3fbb-5eae-49e0-8494-0a44855fff25"),
    "hbo": ("HBO", "be140797-803f-4b9e-81cc-5572c711e09c"),
    "wo": ("WO", "bbbd99c6-cf49-4980-baed-12388f8dcff4"),
}
"""Of each level its name and its id in the OBK."""
_KINDS: dict[type[Record], tuple[str, tuple[str, ...]]] = {
    Les: ("open opdracht", ("learner", "teacher")),
    Werkkaart: ("handleiding", ("teacher",)),
    Programma: ("handleiding", ("teacher",)),
    Deck: ("gereedschap", ("teacher",)),
    Spanningsveld: ("informatiebron", ("learner",)),
}
"""Of each kind of record that is learning material: what it is, and for whom."""
_ALWAYS = ("hbo", "wo", "nascholing")
"""The levels for which all material is; `mbo` is for what a lesson at that level uses."""
_SIZE = re.compile(
    r"les \d+|(?:korte?|lange?|eerste|laatste) (?:les|programma)|les van .*|.*\d+ minuten|.* van (?:anderhalf|\w+) uur"
    r"|anderhalf uur|(?:halve|hele) dag|dagdeel"
)
"""A search word that tells only which one it is or how long: in a catalogue it says nothing."""
MOST_SIGNS = 500
"""The length of a description that SURFsharekit takes."""
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
UNDECIDED = "Onder welke licentie de tekst valt, is nog niet besloten."


@dataclass(frozen=True)
class Leermateriaal:
    """A page as learning material; `minuten` is how long it takes, if that is known."""

    id: str
    titel: str
    beschrijving: str
    url: str
    trefwoorden: tuple[str, ...]
    soort: str
    rollen: tuple[str, ...]
    niveaus: tuple[str, ...]
    minuten: int | None = None


def materials(site: Afzender) -> tuple[Leermateriaal, ...]:
    """All learning material of the site, and the site itself."""
    found = [_material(site, one) for kind in _KINDS for one in site.bank.of_kind(kind)]
    whole = Leermateriaal(
        "site",
        site.naam,
        "Spanningsvelden, werkkaarten, begrippen en lessen voor wie werkt in de jeugdhulp.",
        site.url,
        ("jeugdhulp", "samen leren"),
        "informatiebron",
        ("learner", "teacher"),
        _levels(site.bank.of_kind(Les)),
    )
    return (*found, whole)


def _material(site: Afzender, record: Record) -> Leermateriaal:
    kind, roles = _KINDS[type(record)]
    lessons = [one for one in site.bank.of_kind(Les) if record.id in _used(site.bank, one)]
    levels = record.niveau if isinstance(record, Les) else _levels(lessons)
    minutes = learning_time(record) if isinstance(record, (Les, Programma)) else None
    words = (word for word in record.zoekwoorden or () if not _SIZE.fullmatch(word))
    words = tuple(dict.fromkeys([record.korte_titel, *words]))[:8]
    title = f"{record.opschrift}: {record.titel}" if record.opschrift else record.titel
    return Leermateriaal(
        record.id, title, record.samenvatting, site.address(record.id), words, kind, roles, levels, minutes
    )


def _levels(lessons: Iterable[Les]) -> tuple[str, ...]:
    """For whom material is that `lessons` use: those for whom all of it is, and those whom these are for."""
    taught = {level for one in lessons for level in one.niveau}
    return tuple(level for level in CONTEXTS if level in taught or level in _ALWAYS)


def _used(bank: Kennisbank, lesson: Les) -> frozenset[str]:
    """Ids of the records from which `lesson` takes what is done, read and printed in it."""
    read = [one.van for one in lesson.vooraf_student or () if one.van]
    used = [id for step in lesson.stappen for id in step.gebruikt]
    return frozenset(bank.places[id].page.record.id for id in (*read, *used, *lesson.printen))


def learning_time(record: Les | Programma) -> int:
    """How many minutes it takes who learns, all meetings together."""
    return record.minuten if isinstance(record, Les) else record.duur * len(record.bijeenkomsten)


def lom(site: Afzender, one: Leermateriaal, file: str = "") -> str:
    """The NL-LOM of `one`, as the text of an XML file; elements in the order of the standard.

    Raises ContentError about `file` with all that no catalogue would take.
    """
    if wrong := list(_mistakes(one, file)):
        raise ContentError(wrong)
    level = [LEVELS[name] for name in one.niveaus if name in LEVELS]
    parts = [
        "<general>",
        _langstring("title", one.titel),
        f"<catalogentry><catalog>URI</catalog>{_langstring('entry', one.url, 'x-none')}</catalogentry>",
        "<language>nl</language>",
        _langstring("description", one.beschrijving),
        *(_langstring("keyword", word) for word in one.trefwoorden),
        _term("aggregationlevel", "2"),
        "</general>",
        f"<lifecycle><contribute>{_term('role', 'publisher')}<centity><vcard>{_vcard(site.naam)}</vcard></centity>"
        "</contribute></lifecycle>",
        "<metametadata><metadatascheme>LOMv1.0</metadatascheme><metadatascheme>nl_lom_v1p0</metadatascheme>"
        "<language>nl</language></metametadata>",
        f"<technical><format>text/html</format><location>{escape(one.url)}</location></technical>",
        "<educational>",
        _term("learningresourcetype", one.soort),
        *(_term("intendedenduserrole", role) for role in one.rollen),
        *(_term("context", CONTEXTS[name]) for name in one.niveaus),
        f"<typicallearningtime><datetime>PT{one.minuten}M</datetime></typicallearningtime>" if one.minuten else "",
        "</educational>",
        "<rights>",
        _term("cost", "no"),
        _term("copyrightandotherrestrictions", site.licentie.lom if site.licentie else "yes"),
        _langstring("description", site.licentie.regel if site.licentie else UNDECIDED),
        "</rights>",
        _classification("access rights", _ACCESS, [("open toegang", "OpenAccess")]),
        _classification("educational level", _OBK, level) if level else "",
    ]
    body = "\n".join(part for part in parts if part)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<lom xmlns="{NAMESPACE}">\n{body}\n</lom>\n'


def _mistakes(one: Leermateriaal, file: str) -> Iterator[Mistake]:
    for field, text in (("titel", one.titel), ("samenvatting", one.beschrijving)):
        if not text.strip():
            yield Mistake(file, "dit veld is leeg", field=field, expected="een tekst, want een catalogus toont die")
        if sign := _UNPRINTABLE.search(text):
            expected = "een tekst met alleen leesbare tekens"
            yield Mistake(
                file, "dit teken kan niet in een catalogus", field=field, value=ascii(sign[0]), expected=expected
            )
    if (length := len(one.beschrijving)) > MOST_SIGNS:
        message, expected = "deze tekst is te lang voor een catalogus", f"hoogstens {MOST_SIGNS} tekens"
        yield Mistake(file, message, field="samenvatting", value=length, expected=expected)
    if not one.url.startswith("https://"):
        expected = "een adres met https; zet SITE_URL daarop"
        yield Mistake(file, "dit adres kan niet in een catalogus", value=one.url, expected=expected)
    if unknown := [name for name in one.niveaus if name not in CONTEXTS]:
        expected = "een van " + ", ".join(CONTEXTS)
        yield Mistake(file, "dit niveau kent een catalogus niet", field="niveau", value=unknown[0], expected=expected)


def sheet(site: Afzender, record: Record) -> tuple[tuple[str, str], ...]:
    """What one types into SURFsharekit to have a lesson on edusources, field by field; empty for anything else."""
    if not isinstance(record, Les):
        return ()
    one = _material(site, record)
    return (
        ("Titel", one.titel),
        ("Beschrijving", one.beschrijving),
        ("Link", one.url),
        ("Soort", "Open opdracht"),
        ("Niveau", ", ".join(one.niveaus)),
        ("Trefwoorden", ", ".join(one.trefwoorden)),
        ("Taal", "Nederlands"),
        ("Maker", site.naam),
        ("Toegang", "Open"),
        ("Gebruiksrecht", site.licentie.naam if site.licentie else "Vraag het de maker: dit is nog niet besloten"),
    )


def _langstring(name: str, text: str, language: str = "nl") -> str:
    return f'<{name}><langstring xml:lang="{language}">{escape(text)}</langstring></{name}>'


def _term(name: str, value: str) -> str:
    return f"<{name}>{_langstring('source', SOURCES[name], 'x-none')}{_langstring('value', value, 'x-none')}</{name}>"


def _classification(purpose: str, source: str, taxons: Iterable[tuple[str, str]]) -> str:
    place = _langstring("source", source, "x-none")
    paths = "".join(
        f"<taxonpath>{place}<taxon><id>{id}</id>{_langstring('entry', name)}</taxon></taxonpath>" for name, id in taxons
    )
    return f"<classification>{_term('purpose', purpose)}{paths}</classification>"


def _vcard(name: str) -> str:
    said = escape(name.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;"))
    return f"BEGIN:VCARD\nVERSION:3.0\nN:{said};;;;\nFN:{said}\nORG:{said}\nEND:VCARD"
