"""What a card with one text, or with a whole list, says: large on its front, smaller below it, and in blocks on its back.

A block is a dictionary: `kop`, `tekst` and `regels`, of which `soort` tells the sign before each: `punten`, `vragen` or
`stappen`. What does not fit on a back is left out only where `vrij` says so, from the end.
"""

from __future__ import annotations

from typing import Any

from ...knowledge.items import (
    REDACTIE,
    Fase,
    Item,
    Kaartje,
    Lijst,
    Oefening,
    Praktisch,
    Punt,
    Stem,
    Subcategorie,
    Uitspraak,
    Vraag,
    Vragenlijst,
)
from ...knowledge.records import Deck, Model, Record, items
from .decks import Kaart, aimed_at

_OF_A_LIST = {
    "inzichten": "Inzicht",
    "dilemmas": "Lastig moment",
    "stappen": "Stap",
    "voorbereiding": "Vooraf",
    "herkenning": "Herkenning",
    "varianten": "Variant",
    "voorbeelden": "Voorbeeld",
}


def text_face(deck: Deck, card: Kaart) -> dict:
    """The texts of `card` on both sides; `aard` says how large one can be: `woord`, `zin` or `alinea`."""
    face: dict[str, Any] = {
        "label": _label(deck, card),
        "klein": None,
        "gericht": None,
        "feiten": [],
        "vrij": False,
        "rang": "deel" if isinstance(card.item, Subcategorie) else "geheel",
    }
    face |= _own_texts(card.record, card.item)
    if (
        deck.vraag
        and not any(block["soort"] == "vragen" for block in face["achter"])
        and not isinstance(card.item, Oefening)
    ):
        face["achter"].append(_block(f"Om bij stil te staan {REDACTIE}", [deck.vraag], "vragen"))
    return face


def _own_texts(record: Record, item: Item | None) -> dict:
    match item:
        case Vraag():
            return {
                "aard": "zin",
                "groot": item.vraag,
                "gericht": aimed_at(item),
                "achter": _blocks(("Om op door te gaan", item.deelvragen, "vragen"), (None, item.toelichting)),
            }
        case Punt():
            below = _blocks((None, item.punten, "punten"), ("Vragen die helpen", item.vragen, "vragen"))
            return {
                "aard": "woord" if item.kop else "zin",
                "groot": item.kop or item.tekst,
                "klein": item.tekst if item.kop else None,
                "achter": below,
            }
        case Stem():
            return {
                "aard": "alinea",
                "groot": item.tekst,
                "achter": _blocks(("Wie dit vertelt", _sentence(item.spreker))),
            }
        case Uitspraak():
            phase, part = _phase_of(record, item)
            return {
                "aard": "alinea",
                "groot": item.tekst,
                "achter": [_block(f"Fase {phase.nummer}: {phase.titel}", None), _block(part.titel, part.kern)],
            }
        case Kaartje():
            return {
                "aard": "woord",
                "groot": item.kop,
                "klein": item.tekst,
                # One question needs no head.
                "achter": _blocks(("Vanaf deze plek" if len(item.vragen or ()) > 1 else None, item.vragen, "vragen")),
            }
        case Oefening():
            return _exercise(item)
        case Lijst() | Vragenlijst() | Fase() | Subcategorie():
            return _group(item)
        case _:
            return {"aard": "woord", "groot": record.titel, "achter": _blocks((None, record.samenvatting))}


def _group(item: Item) -> dict:
    match item:
        case Lijst():
            front, small, head, lines, sign = (
                item.titel,
                item.inleiding,
                None,
                [point.kop or point.tekst for point in item.punten],
                "punten",
            )
        case Vragenlijst():
            front, small, head, lines, sign = (
                item.titel,
                item.inleiding,
                None,
                [one.vraag for one in item.vragen],
                "vragen",
            )
        case Fase():
            front, small, head, lines, sign = (
                item.titel,
                item.kern,
                "Waaraan je deze fase herkent",
                [part.titel for part in item.subcategorieen],
                "punten",
            )
        case Subcategorie():
            front, small, head, sign = item.titel, item.kern, "Wat je dan hoort", "punten"
            lines = [one.tekst for one in item.uitspraken if one.typerend]
    return {
        "aard": "woord",
        "groot": front,
        "klein": small,
        "achter": _blocks((head, lines, sign)),
        "vrij": isinstance(item, Subcategorie),
    }


def _exercise(item: Oefening) -> dict:
    return {
        "aard": "woord",
        "groot": item.titel,
        "klein": item.tekst,
        "feiten": practical_facts(item.praktisch),
        "achter": _blocks(
            ("Vooraf", item.vooraf),
            ("Zo doe je het", item.stappen, "stappen"),
            ("Rollen", item.rollen and _list(item.rollen)),
            ("Woorden", item.woorden and _list(item.woorden)),
            ("Spelregels", item.regels, "punten"),
            ("Vragen tijdens de oefening", item.opdracht, "vragen"),
            ("Nabespreken", item.nabespreken, "vragen"),
        ),
    }


def practical_facts(facts: Praktisch | None) -> list[tuple[str, str]]:
    """Label and value of what one needs, for the front of a card."""
    return list(facts.feiten) if facts else []


def _phase_of(record: Any, item: Uitspraak) -> tuple[Fase, Subcategorie]:
    return next((phase, part) for phase in record.fasen for part in phase.subcategorieen if item in part.uitspraken)


def _label(deck: Deck, card: Kaart) -> str:
    """What stands above a card: the list it comes from, else the name of the deck."""
    if isinstance(card.item, (Vraag, Punt)):
        for holder in items(card.record):
            if isinstance(holder, (Lijst, Vragenlijst)) and card.item in (
                holder.punten if isinstance(holder, Lijst) else holder.vragen
            ):
                return holder.titel
        for field, name in _OF_A_LIST.items():
            if card.item in (getattr(card.record, field, None) or ()):
                return name
    if isinstance(card.item, Stem) or isinstance(card.record, Model):
        return card.record.korte_titel
    if isinstance(card.item, Fase):
        return f"Fase {card.item.nummer}"
    if isinstance(card.item, Subcategorie):
        phase = next(phase for phase in card.record.fasen if card.item in phase.subcategorieen)
        return f"Fase {phase.nummer}: {phase.titel}"
    return deck.korte_titel


def _blocks(*parts: tuple) -> list[dict]:
    """Blocks of the parts that have something to say."""
    return [_block(head, text_or_lines, *sign) for head, text_or_lines, *sign in parts if text_or_lines]


def _block(head: str | None, text_or_lines, sign: str | None = None) -> dict:
    lines = [] if isinstance(text_or_lines, str) or text_or_lines is None else list(text_or_lines)
    return {
        "kop": head,
        "tekst": text_or_lines if isinstance(text_or_lines, str) else None,
        "regels": lines,
        "soort": sign,
    }


def _sentence(text: str) -> str:
    return text[0].upper() + text[1:] + ("" if text.endswith(".") else ".")


def _list(words: tuple[str, ...]) -> str:
    return _sentence(", ".join(words))
