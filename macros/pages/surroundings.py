"""What a record page shows around its body: crumbs, where it is, source, literature, relations, neighbours."""

from __future__ import annotations

from dataclasses import dataclass
from posixpath import dirname
from typing import Any

from ..knowledge.items import Stem, Uitspraak, Verwant, Vraag
from ..knowledge.kennisbank import Kennisbank
from ..knowledge.records import Deck, Insluiting, Record, Spanningsveld, Werkkaart
from .literatuur.macro import cited
from .neighbourhood import Buurt, neighbourhood
from .section import Afdeling, section
from .site import Site, public_address

_PARTS = {Vraag: "een vraag", Stem: "een uitspraak", Uitspraak: "een uitspraak"}
"""What a link to a part without a title calls it, beside one to the whole page."""


@dataclass(frozen=True)
class Relatie:
    """Everything that ties a record to one target: where it leads, and why, the publication's reasons and ours."""

    record: Record
    url: str
    titel: str
    redenen: tuple[Verwant, ...]


@dataclass(frozen=True)
class Rondom:
    """Everything a template needs besides the body; the lists are empty where there is nothing."""

    site: Site
    record: Record
    kruimels: tuple[Record, ...]
    literatuur: tuple[Any, ...]
    combineert: tuple[Relatie, ...]
    verwant: tuple[Relatie, ...]
    genoemd_door: tuple[Record, ...]
    zie_ook: tuple[Record, ...]
    decks: tuple[Deck, ...]
    vloerlijn: str | None
    """Path below the site's root of the line of a spanningsveld for the floor."""
    afdeling: Afdeling | None
    buurt: Buurt | None
    tekst_eerst: bool
    """Whether the text begins with what one comes to touch, so that the list of its parts comes after it."""

    @property
    def kaarten_erbij(self) -> tuple[Deck, ...]:
        """The decks for the table beside this card: not those that it is a card of itself."""
        return tuple(deck for deck in self.decks if self.record.id not in deck.kaarten)


def surroundings(site: Site) -> Rondom:
    """What the page of `site` shows around its body."""
    bank, record = site.bank, site.record
    here = section(bank, site.path)
    if here or bank.by_path[site.path].prose.headings:
        site.needs.add((), ["here.js"])
    relations = _relaties(site, record.verwant)
    shown = {relation.record.id for relation in relations}
    return Rondom(
        site=site,
        record=record,
        kruimels=_crumbs(site),
        literatuur=cited(site),
        combineert=tuple(r for r in relations if _combines(r)),
        verwant=tuple(r for r in relations if not _combines(r)),
        genoemd_door=tuple(
            r
            for r in bank.mentioned_by.get(record.id, ())
            if r.id not in shown and r.id not in getattr(record, "zie_ook", ()) and not r.noemt_alles
        ),
        zie_ook=tuple(bank.places[id].page.record for id in getattr(record, "zie_ook", ())),
        decks=_decks(bank, record),
        vloerlijn=_floor_line(site),
        afdeling=here,
        buurt=neighbourhood(site),
        tekst_eerst=isinstance(record, Spanningsveld),
    )


def _decks(bank: Kennisbank, record: Record) -> tuple[Deck, ...]:
    """The decks with cards from `record`, those with cards from the fewest other pages first.

    The cards that only a deck has belong to the werkkaarten that it draws on.
    """
    origins = {
        deck.id: {place.page.record.id for id in deck.kaarten if (place := bank.places.get(id))}
        | {card.id for card in bank.of_kind(Werkkaart) if deck.eigen and set(card.bron) & set(deck.bron)}
        for deck in bank.of_kind(Deck)
    }
    found = (deck for deck in bank.of_kind(Deck) if record.id in origins[deck.id])
    return tuple(sorted(found, key=lambda deck: len(origins[deck.id])))


def _floor_line(site: Site) -> str | None:
    lines = site.elsewhere.lines(site.bank) if isinstance(site.record, Spanningsveld) else ()
    paths = (path for files in lines if files.form.id == "vloer" for field, path in files.fields)
    return next((path for path in paths if f"/{site.record.id}-" in path), None)


def _relaties(site: Site, relations: tuple[Verwant, ...]) -> tuple[Relatie, ...]:
    by_target: dict[str, list[Verwant]] = {}
    for relation in relations:
        by_target.setdefault(relation.naar, []).append(relation)
    return tuple(_relatie(site, target, tuple(reasons)) for target, reasons in by_target.items())


def _relatie(site: Site, target: str, reasons: tuple[Verwant, ...]) -> Relatie:
    place = site.bank.places[target]
    record = place.page.record
    part = getattr(place.item, "titel", None) or getattr(place.item, "kop", None) or _PARTS.get(type(place.item))
    return Relatie(record, site.url(target), f"{label(record)}: {part}" if part else label(record), reasons)


def _combines(relation: Relatie) -> bool:
    return any(reason.soort == "combineert" for reason in relation.redenen)


def canonical(site: Site) -> str:
    """The public address of the page of `site`; of a part that is shown in a frame, that of the whole page."""
    record = site.record
    return public_address(
        site.bank, site.elsewhere.site_url, record.van if isinstance(record, Insluiting) else record.id
    )


def label(record: Record) -> str:
    """How a link to `record` reads: with its kind and number where it has one."""
    number = getattr(record, "nummer", None)
    kind = type(record).__name__.lower()
    return f"{kind.capitalize()} {number}, {record.korte_titel}" if number and kind != "aflevering" else record.titel


def _crumbs(site: Site) -> tuple[Record, ...]:
    crumbs, folder = [], dirname(site.path)
    while folder:
        index = site.bank.by_path.get(f"{folder}/index.md")
        if index and index.path != site.path:
            crumbs.append(index.record)
        folder = dirname(folder)
    return tuple(reversed(crumbs))
