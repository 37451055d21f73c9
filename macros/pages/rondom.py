"""What a record page shows around its body: crumbs, source, relations, neighbours."""

from __future__ import annotations

from dataclasses import dataclass
from posixpath import dirname

from ..knowledge.items import Verwant
from ..knowledge.records import Pagina, Record
from .site import Site


@dataclass(frozen=True)
class Relatie:
    """A relation as shown: where it leads, in what words, and whether it is ours."""

    record: Record
    url: str
    titel: str
    verwant: Verwant


@dataclass(frozen=True)
class Rondom:
    """Everything a template needs besides the body; the lists are empty where there is nothing."""

    site: Site
    record: Record
    kruimels: tuple[Record, ...]
    vindplaatsen: tuple[str, ...]
    combineert: tuple[Relatie, ...]
    verwant: tuple[Relatie, ...]
    genoemd_door: tuple[Record, ...]
    vorige: Record | None
    volgende: Record | None


def rondom(site: Site) -> Rondom:
    """The surroundings of the page of `site`."""
    bank, record = site.bank, site.record
    relations = tuple(_relatie(site, one) for one in record.verwant)
    shown = {relation.record.id for relation in relations}
    kin = bank.van_soort(type(record)) if getattr(record, "nummer", None) else ()
    index = kin.index(record) if record in kin else -1
    return Rondom(
        site=site, record=record,
        kruimels=_crumbs(site),
        vindplaatsen=tuple(bank.vindplaatsen[id].naam for id in record.bron),
        combineert=tuple(r for r in relations if r.verwant.soort == "combineert"),
        verwant=tuple(r for r in relations if r.verwant.soort != "combineert"),
        genoemd_door=tuple(r for r in bank.genoemd_door.get(record.id, ())
                           if r.id not in shown and not isinstance(r, Pagina) and r.id not in ("colofon",)
                           and type(r).__name__ != "Inleiding"),
        vorige=kin[index - 1] if index > 0 else None,
        volgende=kin[index + 1] if 0 <= index < len(kin) - 1 else None)


def _relatie(site: Site, relation: Verwant) -> Relatie:
    place = site.bank.plaatsen[relation.naar]
    record = place.bladzijde.record
    item = getattr(place.item, "titel", None) if place.item else None
    return Relatie(record, site.url(relation.naar), f"{label(record)}: {item}" if item else label(record), relation)


def label(record: Record) -> str:
    """How a link to `record` reads: with its kind and number where it has one."""
    number = getattr(record, "nummer", None)
    kind = type(record).__name__.lower()
    return f"{kind.capitalize()} {number}, {record.korte_titel}" if number and kind != "aflevering" else record.titel


def _crumbs(site: Site) -> tuple[Record, ...]:
    crumbs, folder = [], dirname(site.pad)
    while folder:
        index = site.bank.op_pad.get(f"{folder}/index.md")
        if index and index.pad != site.pad:
            crumbs.append(index.record)
        folder = dirname(folder)
    return tuple(reversed(crumbs))
