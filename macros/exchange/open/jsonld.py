"""What a page is, for machines that read pages: one graph of schema.org in its head.

Vocabulary: schema.org 29; syntax: JSON-LD 1.1. Without dates, for a build has no clock; an edition has them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from ...knowledge.items import Publicatie
from ...knowledge.records import Aflevering, Begrip, Deck, Insluiting, Les, Programma, Record, Thema, Woordenlijst
from .lom import LEVELS, learning_time
from .origin import Afzender

_OBK = "http://purl.edustandaard.nl/begrippenkader/"
_ROLES = ("teacher", "student")


def graph(site: Afzender, record: Record, crumbs: Iterable[Record]) -> dict[str, Any]:
    """What the page of `record` is; `crumbs` are the pages above it, from the outermost in."""
    url = site.address(record.id)
    nodes = [*_page(site, record, url)]
    trail = [
        (site.naam, site.url),
        *((one.korte_titel, site.address(one.id)) for one in crumbs),
        (record.korte_titel, url),
    ]
    # The site says once what it and its publications are, and its pages which of these they are part of and come from.
    home = (_website(site), _publisher(site), *_publications(site))
    nodes += [_breadcrumbs(trail, url)] if url != site.url else home
    return {"@context": "https://schema.org", "@graph": nodes}


def script(site: Afzender, record: Record, crumbs: Iterable[Record]) -> str:
    """The same as the content of a script element; empty for a part that is shown in a frame."""
    if isinstance(record, Insluiting):
        return ""
    text = json.dumps(graph(site, record, crumbs), ensure_ascii=False, separators=(",", ":"))
    # Nothing in it can end the element.
    return text.replace("<", "\\u003c")


def _page(site: Afzender, record: Record, url: str) -> Iterable[dict[str, Any]]:
    said: dict[str, Any] = {
        "@type": _kind(record),
        "@id": url,
        "name": record.titel,
        "description": record.samenvatting,
        "inLanguage": "nl",
        "isAccessibleForFree": True,
        "isPartOf": {"@id": f"{site.url}#site"},
    }
    if based := [_publication(site, one) for one, _ in site.bank.drawn_on(record)]:
        said["isBasedOn"] = based
    if site.licentie:
        said["license"] = site.licentie.url
    if isinstance(record, (Begrip, Thema)):
        # The address names the concept, so the page about it has another name.
        yield _term(site, record, url)
        del said["description"]
        yield {**said, "@id": f"{url}#pagina", "about": {"@id": url}}
        return
    if isinstance(record, Aflevering):
        said |= {"episodeNumber": record.nummer, "partOfSeries": {"@type": "PodcastSeries", "url": record.url}}
    if isinstance(record, Les):
        said |= _lesson(record)
    if isinstance(record, Programma):
        said |= {"learningResourceType": "facilitation plan", "timeRequired": f"PT{learning_time(record)}M"}
    yield said


def _kind(record: Record) -> str:
    if isinstance(record, Aflevering):
        return "PodcastEpisode"
    if isinstance(record, Woordenlijst):
        return "DefinedTermSet"
    if isinstance(record, (Begrip, Thema, Les, Programma)) or record.soort == "werkkaart":
        return "LearningResource"
    return "CreativeWork" if isinstance(record, Deck) else "WebPage"


def _term(site: Afzender, record: Begrip | Thema, url: str) -> dict[str, Any]:
    said = {
        "@type": "DefinedTerm",
        "@id": url,
        "name": record.titel,
        "description": record.samenvatting,
        "termCode": record.id,
        "inDefinedTermSet": site.address("begrippen"),
    }
    other = record.synoniemen if isinstance(record, Begrip) else None
    return {**said, **({"alternateName": list(other)} if other else {})}


def _lesson(record: Les) -> dict[str, Any]:
    said: dict[str, Any] = {
        "learningResourceType": "lesson plan",
        "timeRequired": f"PT{learning_time(record)}M",
        "teaches": [one.tekst for one in record.leerdoelen],
        "audience": [{"@type": "EducationalAudience", "educationalRole": role} for role in _ROLES],
        "educationalLevel": [
            {"@type": "DefinedTerm", "name": name, "termCode": id, "inDefinedTermSet": _OBK}
            for name, id in (LEVELS[level] for level in record.niveau if level in LEVELS)
        ],
    }
    if record.kader:
        said["educationalAlignment"] = [
            {"@type": "AlignmentObject", "targetName": one.naam, "targetUrl": one.url} for one in record.kader
        ]
    return said


def _website(site: Afzender) -> dict[str, Any]:
    publisher = {"@id": f"{site.url}#uitgever"}
    return {"@type": "WebSite", "@id": f"{site.url}#site", "url": site.url, "name": site.naam, "publisher": publisher}


def _publisher(site: Afzender) -> dict[str, Any]:
    return {"@type": "Organization", "@id": f"{site.url}#uitgever", "name": site.naam}


def _publication(site: Afzender, one: Publicatie) -> dict[str, Any]:
    """What every page says of it by itself; the rest stands on the home page."""
    called = {"name" if one.titel else "description": one.titel or one.omschrijving or one.naam}
    return {"@type": "CreativeWork", "@id": f"{site.url}#publicatie-{one.id}", **called, "creditText": one.door}


def _publications(site: Afzender) -> Iterable[dict[str, Any]]:
    """What pages draw on, each with only what it is known by."""
    for one in site.bank.publicaties:
        said = _publication(site, one)
        if one.jaar:
            said["datePublished"] = str(one.jaar)
        if one.uitgever:
            said["publisher"] = {"@type": "Organization", "name": one.uitgever}
        if one.url:
            said["url"] = one.url
        yield said


def _breadcrumbs(trail: list[tuple[str, str]], url: str) -> dict[str, Any]:
    steps = [
        {"@type": "ListItem", "position": place, "name": name, **({"item": address} if address != url else {})}
        for place, (name, address) in enumerate(trail, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": steps}
