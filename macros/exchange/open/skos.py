"""The concepts as linked data: begrippen below their themes, and the glossary, each a scheme, in Turtle and in JSON-LD.

Standard: SKOS Reference (W3C, 2009); RDF 1.1 Turtle; JSON-LD 1.1.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from posixpath import commonprefix

from ...knowledge.errors import ContentError, Mistake
from ...knowledge.records import Begrip, Record, Thema, Woordenlijst
from .origin import Afzender

FILES = {"ttl": "begrippen/begrippen.ttl", "jsonld": "begrippen/begrippen.jsonld"}
"""Where each form is, below the site's root."""
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_DCT = "http://purl.org/dc/terms/"


@dataclass(frozen=True)
class Woord:
    """A text with its language, or without any."""

    tekst: str
    taal: str | None = "nl"


@dataclass(frozen=True)
class Ding:
    """Something with an address, and what it says: pairs of a property, such as `skos:prefLabel`, and an address or words."""

    adres: str
    soort: str
    zegt: tuple[tuple[str, str | Woord], ...]


def concepts(site: Afzender) -> tuple[Ding, ...]:
    """Both schemes with all their concepts, in the order of the site.

    Raises ContentError for two concepts of one scheme with the same name: who looks one up would get either.
    """
    bank = site.bank
    glossaries = [
        (page, one) for page in bank.pages if isinstance(page.record, Woordenlijst) for one in page.record.lemmas
    ]
    terms = [
        [(page.path, "titel", page.record.titel) for page in bank.pages if isinstance(page.record, (Begrip, Thema))],
        [(page.path, f"lemmas.{one.id}.term", one.term) for page, one in glossaries],
    ]
    if wrong := [mistake for names in terms for mistake in _same_names(names)]:
        raise ContentError(wrong)
    found: list[Ding] = []
    if "begrippen" in bank.places:
        found += _begrippen(site)
    for glossary in bank.of_kind(Woordenlijst):
        scheme = site.address(glossary.id)
        found.append(Ding(scheme, "skos:ConceptScheme", tuple(_scheme(site, glossary))))
        for lemma in glossary.lemmas:
            near = (
                ("skos:relatedMatch", site.address(id)) for id in lemma.zie if isinstance(_record(site, id), Begrip)
            )
            said = [
                ("skos:prefLabel", Woord(lemma.term)),
                ("skos:definition", Woord(lemma.betekenis)),
                ("skos:notation", Woord(lemma.id, None)),
                ("skos:inScheme", scheme),
                *near,
            ]
            found.append(Ding(site.address(lemma.id), "skos:Concept", tuple(said)))
    return tuple(found)


def _same_names(names: list[tuple[str, str, str]]) -> Iterator[Mistake]:
    first: dict[str, str] = {}
    for path, field, name in names:
        if name.lower() in first:
            message = f"zo heet een begrip in {first[name.lower()]} ook"
            yield Mistake(path, message, field=field, value=name, expected="een andere naam")
        first.setdefault(name.lower(), path)


def _begrippen(site: Afzender) -> Iterator[Ding]:
    bank, scheme = site.bank, site.address("begrippen")
    themes = {theme.thema: theme for theme in bank.of_kind(Thema)}
    tops = (("skos:hasTopConcept", site.address(theme.id)) for theme in themes.values())
    yield Ding(scheme, "skos:ConceptScheme", (*_scheme(site, bank.places["begrippen"].page.record), *tops))
    for theme in themes.values():
        below = (("skos:narrower", site.address(one.id)) for one in bank.of_kind(Begrip) if one.thema == theme.thema)
        said = (*_concept(site, theme, scheme), ("skos:topConceptOf", scheme), *below)
        yield Ding(site.address(theme.id), "skos:Concept", said)
    related = _related(bank.of_kind(Begrip))
    for one in bank.of_kind(Begrip):
        other = (Woord(word) for word in dict.fromkeys(one.synoniemen or ()) if word != one.titel)
        above = [("skos:broader", site.address(themes[one.thema].id))] if one.thema in themes else []
        said = (
            *_concept(site, one, scheme),
            *(("skos:altLabel", word) for word in other),
            *above,
            *(("skos:related", site.address(id)) for id in related[one.id]),
        )
        yield Ding(site.address(one.id), "skos:Concept", said)


def _related(begrippen: tuple[Begrip, ...]) -> dict[str, list[str]]:
    """Of each the ids that it names or that name it: this relation runs both ways, also where an editor typed it once."""
    found: dict[str, set[str]] = {one.id: set() for one in begrippen}
    for one in begrippen:
        for id in one.zie_ook:
            if id in found and id != one.id:
                found[one.id].add(id)
                found[id].add(one.id)
    return {id: sorted(others) for id, others in found.items()}


def _record(site: Afzender, id: str) -> Record:
    return site.bank.places[id].page.record


def _scheme(site: Afzender, record: Record) -> Iterator[tuple[str, str | Woord]]:
    yield "skos:prefLabel", Woord(record.titel)
    yield "dct:title", Woord(record.titel)
    yield "dct:description", Woord(record.samenvatting)
    yield "dct:publisher", Woord(site.naam)
    if site.licentie:
        yield "dct:license", site.licentie.url


def _concept(site: Afzender, record: Record, scheme: str) -> Iterator[tuple[str, str | Woord]]:
    yield "skos:prefLabel", Woord(record.titel)
    yield "skos:definition", Woord(record.samenvatting)
    yield "skos:notation", Woord(record.id, None)
    yield "skos:inScheme", scheme
    for publication, places in site.bank.drawn_on(record):
        for place in places:
            yield "dct:source", Woord(f"{publication.kort}: {', '.join(place.naam)}")


def turtle(things: tuple[Ding, ...]) -> str:
    """The things as Turtle."""
    base = _base(things)
    head = f"@base <{base}> .\n@prefix skos: <{_SKOS}> .\n@prefix dct: <{_DCT}> .\n"

    def written(value: str | Woord) -> str:
        if isinstance(value, str):
            return f"<{value.removeprefix(base)}>"
        language = f"@{value.taal}" if value.taal else ""
        # The escapes of JSON are those of Turtle.
        return json.dumps(value.tekst, ensure_ascii=False) + language

    def said(one: Ding) -> str:
        return "".join(f" ;\n  {name} {', '.join(map(written, values))}" for name, values in _by_property(one).items())

    return head + "".join(f"\n{written(one.adres)} a {one.soort}{said(one)} .\n" for one in things)


def _base(things: tuple[Ding, ...]) -> str:
    """The folder that all things are in: said once, and not in the address of each."""
    return commonprefix([one.adres for one in things]).rpartition("/")[0] + "/"


def _by_property(one: Ding) -> dict[str, list[str | Woord]]:
    said: dict[str, list[str | Woord]] = {}
    for name, value in one.zegt:
        said.setdefault(name, []).append(value)
    return said


def jsonld(things: tuple[Ding, ...]) -> str:
    """The same as JSON-LD, in which a text without more is Dutch and a property of addresses has only these."""
    links = {name for one in things for name, value in one.zegt if isinstance(value, str)}
    base = _base(things)
    context = {
        "@base": base,
        "skos": _SKOS,
        "dct": _DCT,
        "@language": "nl",
        **{name: {"@type": "@id"} for name in sorted(links)},
    }

    def written(value: str | Woord) -> str | dict[str, str]:
        if isinstance(value, str):
            return value.removeprefix(base)
        return value.tekst if value.taal else {"@value": value.tekst}

    graph = []
    for one in things:
        said = {name: [written(value) for value in values] for name, values in _by_property(one).items()}
        flat = {name: values[0] if len(values) == 1 else values for name, values in said.items()}
        graph.append({"@id": written(one.adres), "@type": one.soort, **flat})
    return json.dumps({"@context": context, "@graph": graph}, ensure_ascii=False, separators=(",", ":")) + "\n"
