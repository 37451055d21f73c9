"""Where each part of both publications went on the site, and whose each relation between places is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ...knowledge.herkomst import herkomsten
from ...knowledge.items import Publicatie, Referentie, Verwant
from ...knowledge.kennisbank import Place
from ...knowledge.prose import Prose
from ...knowledge.records import Bronregister, Record
from ...knowledge.register import FILE, Herkomst, relations
from ..macro import macro, needs
from ..site import Site
from ..surroundings import label

KOPPEN = {
    "hoofdstuk": "Kort naverteld",
    "pagina": "Pagina’s",
    "verhaal": "Verhalen",
    "moment": "Momenten",
    "spanningsveld": "Spanningsveld",
    "werkkaart": "Werkkaart",
    "principe": "Principes",
    "kernpunt": "Kernpunten",
    "begrip": "Begrippen",
    "model": "Modellen",
    "kader": "Kaders",
    "stem": "Stemmen",
    "fragment": "Podcast",
    "vraag": "Vragen",
    "lijst": "Lijsten",
    "punt": "Punten",
    "stap": "Stappen",
    "oefening": "Oefeningen",
    "variant": "Varianten",
    "voorbeeld": "Voorbeelden",
    "inzicht": "Inzichten",
    "dilemma": "Dilemma’s",
    "fase": "Fasen",
    "uitspraak": "Uitspraken",
    "noot": "Noten",
    "twijfel": "Wat we niet zeker weten",
    "bronfout": "Herstelde fouten",
}
"""Heading above the entries of a kind; the order is that of the page. Relations have a list of their own."""

_WORDS = 7


@dataclass(frozen=True)
class PlaceLink:
    """A link to a place on the site."""

    url: str
    naam: str


@dataclass(frozen=True)
class KindGroup:
    """What a part of a publication has of one kind."""

    kop: str
    plekken: tuple[PlaceLink, ...]


@dataclass(frozen=True)
class Deel:
    """A part of a publication; `naam` is without the names of what it is a part of."""

    id: str
    naam: str
    groepen: tuple[KindGroup, ...]

    @property
    def aantal(self) -> int:
        return sum(len(groep.plekken) for groep in self.groepen)


@dataclass(frozen=True)
class Verband:
    """A relation between two places; `van_ons` if the publication doesn't make it."""

    id: str
    redenen: tuple[tuple[PlaceLink, PlaceLink, str], ...]
    van_ons: bool


@macro
@needs(scripts=["details.js"])
def wat_staat_waar(site: Site) -> str:
    """Elk onderdeel van de publicaties met waar het op deze site staat, uit het register van de bronnen.

    HTML of all parts with links to where they went; raises ContentError for a register with mistakes.
    """
    rows = herkomsten(site.docs)
    carried = relations(site.bank)
    related = sorted((_verband(site, row, carried[row.id]) for row in rows if row.verband), key=lambda one: one.id)
    parts: dict[str, list[Herkomst]] = {}
    for row in rows:
        for place in dict.fromkeys((row.deel, *row.ook_in)) if not row.verband else ():
            parts.setdefault(place, []).append(row)
    publications = [
        (publication, _hoofdstukken(site, publication, parts))
        for source in site.bank.of_kind(Bronregister)
        for publication in source.publicaties
    ]
    return site.render(
        "wat_staat_waar/wat_staat_waar.html.jinja",
        publicaties=publications,
        bestand=FILE,
        aantal=len(rows) - len(related),
        verbanden={
            "Van de publicaties": [one for one in related if not one.van_ons],
            "Van de redactie": [one for one in related if one.van_ons],
        },
    )


def _hoofdstukken(
    site: Site, publication: Publicatie, parts: Mapping[str, Sequence[Herkomst]]
) -> dict[str, list[Deel]]:
    """Parts of `publication` by chapter or appendix, in its order; `parts` are those of all publications by their place."""
    chapters: dict[str, list[Deel]] = {}
    for place in publication.vindplaatsen:
        name = place.naam[-1][0].upper() + place.naam[-1][1:]
        chapters.setdefault(place.naam[0], []).append(Deel(place.id, name, _groepen(site, parts.get(place.id, ()))))
    return chapters


def _groepen(site: Site, here: Sequence[Herkomst]) -> tuple[KindGroup, ...]:
    own = {row.op_de_site for row in here if row.soort == _kind(site, row)}
    # A term and a model of the publication may have become one page, which is told as what it is; a note to it is told besides.
    told = [row for row in here if row.soort in (_kind(site, row), "noot") or row.op_de_site not in own]
    return tuple(
        KindGroup(kop, links)
        for kind, kop in KOPPEN.items()
        if (links := (_stories if kind == "moment" else _links)(site, [row for row in told if row.soort == kind]))
    )


def _kind(site: Site, row: Herkomst) -> str:
    return site.bank.places[row.op_de_site].page.record.soort


def _stories(site: Site, rows: Iterable[Herkomst]) -> tuple[PlaceLink, ...]:
    """One link for each story: its moments, out of context, are not for a list."""
    found: dict[str, list[str]] = {}
    for row in rows:
        found.setdefault(site.bank.places[row.op_de_site].page.record.id, []).append(row.op_de_site)
    return tuple(
        PlaceLink(site.url(ids[0]), f"{label(site.bank.places[record].page.record)}: {_counted(len(ids))}")
        for record, ids in found.items()
    )


def _counted(moments: int) -> str:
    return f"{moments} {'moment' if moments == 1 else 'momenten'}"


def _links(site: Site, rows: Iterable[Herkomst]) -> tuple[PlaceLink, ...]:
    # Two terms of the publication may have become one page; two notes to one work stay two.
    unique = {(row.op_de_site, row.id if row.soort == "noot" else ""): row for row in rows}
    return tuple(PlaceLink(site.url(row.op_de_site), naam(site, row)) for row in unique.values())


def _verband(site: Site, row: Herkomst, carriers: tuple[tuple[Record, Verwant], ...]) -> Verband:
    # A relation may stand on the pages at both its ends; once is enough here.
    reasons = {}
    for record, relation in carriers:
        ends = frozenset((record.id, site.bank.places[relation.naar].page.record.id))
        reasons.setdefault(
            ends, (PlaceLink(site.url(record.id), label(record)), _naar(site, relation.naar), relation.tekst)
        )
    return Verband(row.id, tuple(reasons.values()), row.soort == "koppeling")


def _naar(site: Site, id: str) -> PlaceLink:
    place = site.bank.places[id]
    page = label(place.page.record)
    return PlaceLink(site.url(id), page if place.item is None else f"{page}: {place_name(place)}")


def naam(site: Site, row: Herkomst) -> str | Markup:
    """How a link to what became of `row` reads."""
    place = site.bank.places[row.op_de_site]
    if row.soort == "noot":
        return Markup("{}, {}").format(row.id.replace("-", " "), _spoken(place))
    return place_name(place)


def _spoken(place: Place) -> str | Markup:
    """The name of a work, with its language where that is another than the page's."""
    taal = place.item.taal if isinstance(place.item, Referentie) else None
    return Markup('<span lang="{}">{}</span>').format(taal, place_name(place)) if taal else place_name(place)


def place_name(place: Place) -> str:
    """The title of a page or item, or else its first words."""
    if place.anchor is None:
        return label(place.page.record)
    if place.item is None:
        return _first_words(passage(place.page.prose, place.anchor))
    if isinstance(place.item, Referentie) and not place.item.titel:
        return place.item.wie_schreef
    for field in ("titel", "term", "kop"):
        if getattr(place.item, field, None):
            return getattr(place.item, field)
    return _first_words(
        next(text for field in ("vraag", "tekst", "fout") if (text := getattr(place.item, field, None)))
    )


def passage(prose: Prose, anchor: str) -> str:
    """The heading, paragraph or point that has `anchor`, without Markdown."""
    before, *_ = re.split(rf"\{{:[^}}\n]*#{re.escape(anchor)}(?![\w.-])", prose.text, maxsplit=1)
    # A point of a list ends where the next one begins, without a blank line between.
    block = re.split(r"\n\s*\n|\}\n", before.rstrip())[-1]
    plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", block)
    return re.sub(r"^[#\-\s]+|[*`]", "", plain).strip()


def _first_words(text: str) -> str:
    words = text.split()
    return text if len(words) <= _WORDS + 1 else " ".join(words[:_WORDS]).rstrip(",.:;?") + " …"
