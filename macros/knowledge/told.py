"""What a place says, in plain parts, for whatever shows it elsewhere: a lesson or a programme, on screen or paper."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from .items import Fase, Fragment, Item, Lijst, Oefening, Punt, Subcategorie, Uitspraak, Vraag, Vragenlijst
from .kennisbank import Kennisbank
from .records import Deck, Model, Record


@dataclass(frozen=True)
class Lijstje:
    """Lines with perhaps a head above them; `soort` is `vragen`, `stappen` or `punten`."""

    kop: str | None
    soort: str
    regels: tuple[str, ...]


@dataclass(frozen=True)
class Verteld:
    """What place `id` is called and says; `heel` when it is a whole page, which says only what it is about."""

    id: str
    naam: str
    tekst: str | None = None
    lijsten: tuple[Lijstje, ...] = ()
    heel: bool = False

    @property
    def regel(self) -> str:
        """All of it in one line."""
        lists = [" ".join([*([f"{one.kop}:"] if one.kop else []), *map(_ended, one.regels)]) for one in self.lijsten]
        text = [_ended(self.tekst, ":" if lists else ".")] if self.tekst else []
        return " ".join([_ended(self.naam), *text, *lists])


def told(bank: Kennisbank, id: str, brief: bool = False) -> Verteld:
    """What `id` says; of an exercise that is told `brief` only the questions. KeyError for an unknown id."""
    place = bank.places[id]
    if place.item is None:
        return _page(place.page.record)
    said = _item(place.item, brief)
    # The ways to use a deck are called alike in each of them.
    deck = place.page.record
    return replace(said, naam=f"{deck.korte_titel}: {_lowered(said.naam)}") if _is_use(deck, place.item) else said


def _is_use(record: Record, item: Item) -> bool:
    return isinstance(record, Deck) and item in record.instructie


def _page(record: Record) -> Verteld:
    kind = record.opschrift if getattr(record, "nummer", None) or isinstance(record, Deck) else None
    name = f"{kind}: {record.korte_titel}" if kind else record.korte_titel
    asked = [one.vraag for one in record.vragen or ()] if isinstance(record, Model) else None
    return Verteld(record.id, name, record.samenvatting, _lists((None, "vragen", asked)), heel=True)


def _item(item: Item, brief: bool) -> Verteld:
    match item:
        case Vraag():
            return Verteld(item.id, item.vraag, None, _lists((None, "vragen", item.deelvragen)))
        case Punt():
            below = _lists((None, "punten", item.punten), (None, "vragen", item.vragen))
            return Verteld(item.id, item.kop or item.tekst, item.tekst if item.kop else None, below)
        case Oefening():
            asked = (
                ("Vragen tijdens de oefening", "vragen", item.opdracht),
                ("Nabespreken", "vragen", item.nabespreken),
            )
            how = (
                ("Vooraf", "punten", item.vooraf and [item.vooraf]),
                ("Zo doe je het", "stappen", item.stappen),
                ("Spelregels", "punten", item.regels),
            )
            return Verteld(item.id, item.titel, None if brief else item.tekst, _lists(*(() if brief else how), *asked))
        case Vragenlijst():
            return Verteld(
                item.id, item.titel, item.inleiding, _lists((None, "vragen", [one.vraag for one in item.vragen]))
            )
        case Lijst():
            lines = [f"{one.kop}: {_lowered(one.tekst)}" if one.kop else one.tekst for one in item.punten]
            return Verteld(item.id, item.titel, item.inleiding, _lists((None, "punten", lines)))
        case Fase():
            return Verteld(item.id, f"Fase {item.nummer}: {item.titel}", item.kern)
        case Subcategorie():
            return Verteld(item.id, item.titel, item.kern)
        case Fragment():
            return Verteld(item.id, item.titel, f"{item.wie}, {item.rol}. {item.tekst}")
        case Uitspraak():
            return Verteld(item.id, item.tekst)
        case _:
            name = next(
                (getattr(item, one) for one in ("titel", "kop", "term", "naam") if getattr(item, one, None)), ""
            )
            text = getattr(item, "tekst", None) or getattr(item, "betekenis", None)
            return Verteld(item.id, name or text or item.id, text if name else None)


def _lists(*parts: tuple[str | None, str, Iterable[str] | None]) -> tuple[Lijstje, ...]:
    return tuple(Lijstje(head, kind, tuple(lines)) for head, kind, lines in parts if lines)


def _ended(text: str, sign: str = ".") -> str:
    return text if text.endswith((".", "?", "!", ":", "’")) else f"{text}{sign}"


def _lowered(text: str) -> str:
    return text[0].lower() + text[1:]
