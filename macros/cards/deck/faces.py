"""What a card says, as plain data for the Typst templates; which words go on which face is decided here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

from ...knowledge.errors import ContentError, Mistake
from ...knowledge.items import Pool, Punt
from ...knowledge.kennisbank import Kennisbank
from ...knowledge.records import Deck, Spanningsveld, Werkkaart
from .decks import Kaart, aimed_at, deck_cards
from .links import printed_address, qr_name
from .sections import back_sections, inside_sections
from .texts import practical_facts, text_face


def face_data(bank: Kennisbank, deck: Deck, card: Kaart, address: Callable[[str], str], signs: Path) -> dict:
    """Everything that is printed on `card` of `deck`; `address` gives the public one of an id, `signs` is a folder.

    Raises ContentError for a field or deck whose pictograms are not there.
    """
    url = address(card.naar)
    page, _, anchor = url.partition("#")
    data = {
        "id": card.id,
        "soort": card.soort,
        "titel": card.titel,
        "begin": _first_words(card.titel),
        "url": url,
        "qr": qr_name(url),
        "adres": printed_address(page),
        "anker": anchor,
        "set": deck.korte_titel,
        "kleur": deck.kleur,
        "herkomst": _origin(bank, card),
    }
    if card.soort == "vraag":
        return data | _question(bank, card, signs)
    if card.soort == "veld":
        return data | _field(bank, card, signs)
    if card.soort == "werkkaart":
        return data | _werkkaart(bank, card.record)
    if card.soort in ("tekst", "groep"):
        return (
            data
            | text_face(deck, card)
            | {"tekening": _card_drawing(deck, card, signs)}
            | {"werkkaarten": related_numbers(bank, card), "polen": poles(bank, card, signs)}
        )
    if card.uitleg:
        points = deck.instructie if card.soort == "instructie" else card.record.principes
        return data | {
            "punten": [point_data(point) for point in points],
            "toelichting": deck.samenvatting if card.soort == "instructie" else card.record.titel,
        }
    if card.soort == "zelf":
        return data | _unwritten(bank, deck, signs)
    # On a blank question card one draws one's own line.
    return data | {"lijn": deck.gezicht == "vraag"}


def point_data(point: Punt) -> dict:
    """A point with all that hangs below it."""
    return {
        "kop": point.kop,
        "tekst": point.tekst,
        "punten": list(point.punten or ()),
        "vragen": list(point.vragen or ()),
    }


def _question(bank: Kennisbank, card: Kaart, signs: Path) -> dict:
    record, question = card.record, card.item
    return {
        "veld": record.korte_titel,
        "vraag": question.vraag,
        "deelvragen": list(question.deelvragen or ()),
        "toelichting": question.toelichting,
        "gericht": aimed_at(question),
        "polen": poles(bank, card, signs),
        "spelregel": _rule(card),
        "werkkaarten": related_numbers(bank, card),
    }


def _unwritten(bank: Kennisbank, deck: Deck, signs: Path) -> dict:
    """What a card takes from the others of `deck`: how large most of them speak, and the line of the field that all are about."""
    cards = [card for card in deck_cards(bank, deck) if card.eigen]
    drawn = [card for card in cards if _card_drawing(deck, card, signs)]
    said = {"begin": "Zelf geschreven", "getekend": 2 * len(drawn) > len(cards)}
    if deck.gezicht == "vraag":
        one_field = len({card.record.id for card in cards}) == 1
        return said | {"aard": "vraag", "polen": poles(bank, cards[0], signs) if one_field else None}
    kinds = Counter(text_face(deck, card)["aard"] for card in cards)
    return said | {"aard": kinds.most_common(1)[0][0], "polen": None}


def _field(bank: Kennisbank, card: Kaart, signs: Path) -> dict:
    return {
        "nummer": card.record.nummer,
        "polen": poles(bank, card, signs),
        "werkkaarten": related_numbers(bank, card),
    }


def poles(bank: Kennisbank, card: Kaart, signs: Path) -> list[dict] | None:
    """The two poles of the field that `card` is about, if it is about one."""
    field = card.record
    return (
        [
            _pole(bank, field, pole, side, signs)
            for pole, side in ((field.pool_links, "links"), (field.pool_rechts, "rechts"))
        ]
        if isinstance(field, Spanningsveld)
        else None
    )


def _rule(card: Kaart) -> dict | None:
    """One of the principles of the card's record in turn, for a general question that has nothing to go on with."""
    principles, question = getattr(card.record, "principes", None), card.item
    if not principles or question.deelvragen or question.toelichting:
        return None
    alone = [one.id for one in card.record.vragen if not (one.deelvragen or one.toelichting)]
    return point_data(principles[alone.index(question.id) % len(principles)])


def _pole(bank: Kennisbank, field: Spanningsveld, pole: Pool, side: str, signs: Path) -> dict:
    return {
        "kort": pole.kort,
        "uitleg": pole.uitleg,
        "kleur": pole.kleur,
        "teken": _sign(bank, field, f"{field.id}-{side}", pole.kleur, f"pool_{side}", signs),
    }


def deck_drawings(bank: Kennisbank, deck: Deck, signs: Path) -> tuple[str, str]:
    """The sign of `deck` and a piece of its pattern as SVG in the current colour; raises ContentError where one is missing."""
    return (
        _drawing(bank, deck, f"sets/{deck.teken}", "teken", signs),
        _drawing(bank, deck, f"patronen/{deck.patroon}", "patroon", signs),
    )


def _card_drawing(deck: Deck, card: Kaart, signs: Path) -> str | None:
    """The drawing of a card as SVG in the colour of its deck, where it has one; a part of a phase has that of its phase."""
    phases = getattr(card.record, "fasen", None) or ()
    whole = next((phase.id for phase in phases if card.item in phase.subcategorieen), card.id)
    file = signs / "kaarten" / f"{whole}.svg"
    return file.read_text(encoding="utf-8").strip().replace("currentColor", deck.kleur) if file.exists() else None


def _sign(bank: Kennisbank, record: Spanningsveld, name: str, colour: str, field: str, signs: Path) -> str:
    # Typst knows no current colour.
    return _drawing(bank, record, name, field, signs).replace("currentColor", colour)


def _drawing(bank: Kennisbank, record: Spanningsveld | Deck, name: str, field: str, signs: Path) -> str:
    try:
        return (signs / f"{name}.svg").read_text(encoding="utf-8").strip()
    except OSError:
        raise ContentError(
            [
                Mistake(
                    bank.path_of(record.id),
                    "dit pictogram ontbreekt",
                    field=field,
                    value=f"{name}.svg",
                    expected="een lijntekening in assets/tekens/",
                )
            ]
        ) from None


def related_numbers(bank: Kennisbank, card: Kaart) -> list[int]:
    """Numbers of the werkkaarten that a relation ties to this card or to the record it stands in, either way."""
    own = {card.record.id, card.id}
    found = {
        target.record.nummer
        for relation in card.record.verwant
        if isinstance((target := bank.places[relation.naar].page).record, Werkkaart)
    }
    found |= {
        werkkaart.nummer
        for werkkaart in bank.of_kind(Werkkaart)
        if werkkaart.id in own or any(relation.naar in own for relation in werkkaart.verwant)
    }
    return sorted(found)


def _werkkaart(bank: Kennisbank, record: Werkkaart) -> dict:
    return {
        "nummer": record.nummer,
        "doel": record.doel,
        "wanneer": list(record.wanneer),
        "praktisch": practical_facts(record.praktisch),
        "binnen": inside_sections(bank, record),
        "rug": back_sections(bank, record),
        "herkomst": f"Naar NJi: {'; '.join(_way(bank, place) for place in record.bron)}",
    }


def _origin(bank: Kennisbank, card: Kaart) -> str | None:
    """Where to look up what a card says, in one short line; None for one to write on and for one that explains."""
    if card.soort in ("leeg", "zelf", "instructie"):
        return None
    if getattr(card.item, "van_ons", False):
        return "Redactie"
    places = getattr(card.item, "bron", ()) or card.record.bron
    if not places:
        return "Redactie"
    return f"Naar NJi: {_way(bank, places[0])}"


def _way(bank: Kennisbank, place: str) -> str:
    """The way down to a place in a publication, two steps of it, as on the pages."""
    return " › ".join(step[0].upper() + step[1:] for step in bank.vindplaatsen[place].naam[:2])


def _first_words(title: str) -> str:
    """What is enough of `title` to know a card by from its back: as many words as go into twenty letters.

    Or more, until one of them says something.
    """
    words = title.split()
    count = max(1, sum(len(" ".join(words[:many])) <= 20 for many in range(1, len(words) + 1)))
    while count < len(words) and all(len(word) <= 3 for word in words[:count]):
        count += 1
    return title if count == len(words) else " ".join(words[:count]).rstrip(".,;:") + "…"
