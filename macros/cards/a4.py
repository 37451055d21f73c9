"""What lessons and programmes on A4 share: how a sheet tells what is elsewhere on the site, and which letters it can have."""

from __future__ import annotations

from ..knowledge.errors import ContentError, Mistake
from ..knowledge.items import Vooraf
from ..knowledge.told import Verteld, told
from .deck.links import printed_address
from .deck.typography import texts
from .shop import PrintShop


def check_letters(shop: PrintShop, path: str, sheet: str, data: dict) -> None:
    """Raises ContentError about `path` for each sign in `data` that the font has not; `sheet` is what it would stand on."""
    if strange := sorted(set("".join(texts(data))) - shop.characters):
        raise ContentError(
            Mistake(
                path,
                f"op {sheet} staat een teken dat het lettertype niet heeft",
                value=f"{sign} (U+{ord(sign):04X})",
                expected="letters, cijfers en gewone leestekens",
            )
            for sign in strange
        )


def said(one: Verteld, beside: str | None = None) -> dict:
    """What a place says; no more than its name when it is told elsewhere, as is then said `beside` it."""
    lists = [{"kop": lines.kop, "soort": lines.soort, "regels": lines.regels} for lines in one.lijsten]
    return {
        "id": None if one.heel else one.id,
        "naam": one.naam,
        "bij": beside,
        "tekst": None if beside else one.tekst,
        "lijsten": [] if beside else lists,
    }


def before(shop: PrintShop, one: Vooraf, roughly: str = "") -> str:
    """What to do, with where it stands and how long it takes; `roughly` stands before the minutes."""
    about = shop.bank.places[one.van].page.record.korte_titel if one.van else None
    time = f"{roughly}{one.minuten} {'minuut' if one.minuten == 1 else 'minuten'}" if one.minuten else None
    more = ", ".join(filter(None, (about, time)))
    return f"{one.tekst} ({more})" if more else one.tekst


def where_to_print(shop: PrintShop, id: str) -> str:
    """What to print, and its address as one types it."""
    return f"{told(shop.bank, id).naam}: {printed_address(shop.address(id))}"
