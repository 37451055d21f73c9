"""Everything that one can put in the plan of a meeting, for the planner, for who leads it, and for other programs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from ...knowledge.items import (
    BEGELEIDEN,
    Bezig,
    Item,
    Oefening,
    Praktisch,
    Punt,
    Schatting,
    Vraag,
)
from ...knowledge.kennisbank import Kennisbank
from ...knowledge.records import (
    Artikel,
    Deck,
    Inleiding,
    Programma,
    Record,
    Spanningsveld,
    Werkkaart,
    busy_with,
    use_of,
)

INDEX, TEXTS, WORDS = (f"begeleiden/blokken{part}.json" for part in ("", "-tekst", "-woorden"))
"""Where it is, below the site's root: what one chooses by, what one needs of what is chosen, and what people type to find it."""
_SCHEMA = 1
_LATER = ("tekst", "polen", "vooraf", "opstelling", "stappen", "regels", "vragen", "nabespreken", "kiezen")
"""What one reads only of what is chosen; it is more than half of all."""
_LINES = "lijnen-printen"
"""The page with the lines to print, on which one chooses a place in a field."""
_Block = dict[str, Any]


def block_files(bank: Kennisbank, path: Callable[[str], str]) -> dict[str, dict[str, Any]]:
    """The content of `INDEX`, `TEXTS` and `WORDS`, by their names: all that can be planned by id, and the decks to print.

    `path` gives that of a page on the site from its file. Texts and questions that have an id of their own stand there once,
    and are named by it elsewhere.
    """
    found: dict[str, _Block] = {}
    phases = {one.id: one.nummer for one in bank.fasen}
    for kind in (Werkkaart, Spanningsveld, Inleiding, Artikel):
        for record in bank.of_kind(kind):
            parts = dict(_parts(record, phases))
            if parts:
                found[record.id] = _record(record, phases) | {"adres": path(bank.path_of(record.id))}
                found |= parts
    decks = bank.of_kind(Deck)
    found |= {one.id: _use(deck, one) for deck in decks for one in deck.instructie if use_of(deck, one)}
    for deck in decks:
        for relation in deck.verwant:
            if relation.naar in found and not relation.van_ons:
                found[relation.naar].setdefault("sets", []).append(deck.id)
        for id in deck.kaarten:
            if id in found and found[id]["soort"] == "oefening":
                found[id].setdefault("kaart", deck.id)
    for one, other, ours in _relations(bank, found):
        found[one].setdefault("past", []).append([other, ours])
    told = {one.id: _printed(one, path(bank.path_of(one.id))) for one in (*decks, *_other_sheets(bank, found))}
    filled = {id: {name: value for name, value in block.items() if value} for id, block in found.items()}
    now = {id: {name: value for name, value in block.items() if name not in _LATER} for id, block in filled.items()}
    later = {id: {name: block[name] for name in _LATER if name in block} for id, block in filled.items()}
    return {
        INDEX: {"schema": _SCHEMA, "blokken": now, "sets": told, "begeleiden": list(BEGELEIDEN.values())},
        TEXTS: {"schema": _SCHEMA, "blokken": {id: texts for id, texts in later.items() if texts}},
        # What people type for a card or a deck leads to its parts too, which name it.
        WORDS: {
            "schema": _SCHEMA,
            "blokken": {
                one.id: {"zoekwoorden": " ".join(dict.fromkeys(" ".join(one.zoekwoorden).split()))}
                for kind in (Werkkaart, Deck)
                for one in bank.of_kind(kind)
                if one.zoekwoorden
            },
        },
    }


def _record(record: Record, phases: Mapping[str, int]) -> _Block:
    if isinstance(record, Spanningsveld):
        return {
            "soort": "veld",
            "titel": record.korte_titel,
            "doel": record.samenvatting,
            "polen": [record.pool_links.kort, record.pool_rechts.kort],
            "stappen": [
                f"Ieder kiest in stilte een plek op de lijn tussen ‘{record.pool_links.kort}’ "
                f"en ‘{record.pool_rechts.kort}’.",
                "Wie wil, vertelt waarom die daar staat. Vraag door, en overtuig elkaar niet.",
            ],
            "vragen": [one.id for one in record.vragen],
            "printen": [_LINES],
            **_estimate(record.schatting, phases, together=True),
        }
    if isinstance(record, Werkkaart):
        return {
            "soort": "werkkaart",
            "titel": record.titel,
            "doel": record.doel,
            "stappen": [one.id for one in record.stappen or ()],
            **_practical(record.praktisch),
            "minuten": list(record.minuten or ()),
            **_estimate(record.schatting, phases),
        }
    return {"soort": "pagina", "titel": record.korte_titel}


def _parts(record: Record, phases: Mapping[str, int]) -> Iterator[tuple[str, _Block]]:
    """What can be planned of a record by itself; each knows what it is a part of. `phases` are their numbers by id."""

    def part(item: Item, **block: Any) -> tuple[str, _Block]:
        return item.id, {**block, "bij": record.id}

    if isinstance(record, Werkkaart):
        for name in ("voorbereiding", "stappen", "inzichten", "dilemmas", "varianten", "voorbeelden"):
            for one in getattr(record, name) or ():
                yield part(one, soort="punt", **_point(one))
        for one in record.lijsten or ():
            told = [_said(point) for point in one.punten]
            yield part(one, soort="lijst", titel=one.titel, doel=one.inleiding, stappen=told)
    for one in getattr(record, "oefeningen", None) or ():
        yield part(one, soort="oefening", **_exercise(one, phases))
    for one in getattr(record, "vragenlijsten", None) or ():
        # Talking over what was made is done with its questions.
        reckoned = _estimate(one.schatting, phases) or _talk(getattr(record, "schatting", None))
        asked = [question.id for question in one.vragen]
        yield part(one, soort="vragen", titel=one.titel, doel=one.inleiding, vragen=asked, **reckoned)
        yield from (part(each, soort="vraag", **_question(each)) for each in one.vragen)
    if isinstance(record, Spanningsveld | Inleiding):
        yield from (part(each, soort="vraag", **_question(each)) for each in record.vragen or ())
    for phase in getattr(record, "fasen", None) or ():
        for one in (phase, *phase.subcategorieen):
            yield part(one, soort="fase", titel=one.titel, doel=one.kern)


def _exercise(one: Oefening, phases: Mapping[str, int]) -> _Block:
    return {
        "titel": one.titel,
        "doel": one.tekst,
        "vooraf": one.vooraf,
        "stappen": list(one.stappen),
        "regels": list(one.regels or ()),
        "vragen": list(one.opdracht or ()),
        "nabespreken": list(one.nabespreken or ()),
        "kiezen": list(one.rollen or one.woorden or ()),
        **_practical(one.praktisch),
        **_estimate(one.schatting, phases),
    }


def _point(one: Punt) -> _Block:
    titled = {"titel": one.kop, "tekst": one.tekst} if one.kop else {"titel": one.tekst}
    return {**titled, "stappen": list(one.punten or ()), "vragen": list(one.vragen or ())}


def _question(one: Vraag) -> _Block:
    return {"titel": one.vraag, "tekst": one.toelichting, "vragen": list(one.deelvragen or ())}


def _said(one: Punt) -> str:
    return f"{one.kop}: {one.tekst}" if one.kop else one.tekst


def _use(deck: Deck, one: Punt) -> _Block:
    return {
        "soort": "set",
        "bij": deck.id,
        "minuten": list(use_of(deck, one) or ()),
        "tekst": one.tekst,
        "bezig": _busy(busy_with(deck, one)),
    }


def _printed(one: Record, address: str) -> dict[str, Any]:
    """Something to print; `vel` when that are sheets, and no cards to choose from."""
    if isinstance(one, Deck):
        return {"titel": one.korte_titel, "adres": address, "doel": one.waarvoor}
    return {"titel": one.korte_titel, "adres": address, "doel": one.samenvatting, "vel": True}


def _other_sheets(bank: Kennisbank, found: Mapping[str, _Block]) -> Iterator[Record]:
    """The pages, beside the decks, with something to print for a block or in a programme."""
    asked = [id for block in found.values() for id in block.get("printen", ())]
    asked += [
        id
        for one in bank.of_kind(Programma)
        for meeting in one.bijeenkomsten
        for blok in meeting.blokken
        for id in blok.printen
    ]
    for id in dict.fromkeys(asked):
        place = bank.places.get(id)
        if place and not isinstance(place.page.record, Deck):
            yield place.page.record


def _busy(bezig: Bezig) -> Bezig | None:
    """None, which is left out, where people do no more than sit and talk."""
    return None if bezig == "zitten" else bezig


def _practical(told: Praktisch | None) -> _Block:
    if not told:
        return {}
    needed = told.materiaal or ()
    return {
        "nodig": [one.regel for one in needed if not one.printen],
        "printen": [one.printen for one in needed if one.printen],
        "genoemd": told.minuten,
        "opstelling": ", ".join(told.groep),
    }


def _talk(reckoned: Schatting | None) -> _Block:
    return {"minuten": list(reckoned.bespreken)} if reckoned and reckoned.bespreken else {}


def _estimate(reckoned: Schatting | None, phases: Mapping[str, int], together: bool = False) -> _Block:
    """What something asks; `together` when it is not done without talking it over."""
    if not reckoned:
        return {}
    talk = reckoned.bespreken
    return {
        "minuten": list(reckoned.samen if together else reckoned.minuten),
        "bespreken": None if together or not talk else list(talk),
        "mensen": list(reckoned.mensen or ()),
        "begeleiden": reckoned.begeleiden,
        "meedoen": reckoned.meedoen,
        "online": reckoned.online,
        "bezig": _busy(reckoned.bezig),
        "fasen": [phases[id] for id in reckoned.fasen],
        "voor": list(reckoned.voor),
        "door": reckoned.door,
    }


def _relations(bank: Kennisbank, found: dict[str, _Block]) -> Iterator[tuple[str, str, bool]]:
    """What goes with what, each pair in both directions and once, with whether that is only our own idea."""
    pairs: dict[tuple[str, str], bool] = {}
    for kind in (Werkkaart, Spanningsveld):
        for record in bank.of_kind(kind):
            for relation in record.verwant:
                if relation.naar in found:
                    pair = (record.id, relation.naar)
                    pairs[pair] = pairs.get(pair, True) and relation.van_ons
    for (one, other), ours in pairs.items():
        yield one, other, ours
        if (other, one) not in pairs:
            yield other, one, ours
