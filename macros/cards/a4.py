"""What lessons and programmes on A4 share: how each is made and held to its pages, and tells what is elsewhere on the site."""

from __future__ import annotations

from ..knowledge.errors import ContentError, Mistake
from ..knowledge.items import Vooraf
from ..knowledge.told import Verteld, told
from .deck.checks import strange_characters
from .deck.links import printed_address
from .deck.typography import kept_together
from .pdf.viewer import Sides, ready_to_print
from .shop import PrintShop


def on_paper(
    shop: PrintShop, template: str, data: dict, urls: set[str], path: str, sheet: str, most: int, fields: str, on: Sides
) -> bytes:
    """The PDF/UA-1 that `template` makes of `data`, to print on sides `on`, kept until something of it changes.

    `urls` are those of its QR codes and `sheet` is what it is called. Raises ContentError about `path` for signs that the font
    has not, and for more than `most` pages, of which fields `fields` decide.
    """
    if strange := strange_characters(shop.bank, [shop.bank.by_path[path].record], sheet, data, shop.characters):
        raise ContentError(strange)
    document = shop.document(template, kept_together(data), urls)

    def make() -> bytes:
        for one in document.excesses():
            text = f"{sheet} is {one['bladen']} bladzijden lang"
            expected = f"hoogstens {most} bladzijden: kortere teksten, of minder bij {fields}"
            raise ContentError([Mistake(path, text, expected=expected)])
        return ready_to_print(document.pdf(), on)

    return shop.kept(document.key, make)


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
