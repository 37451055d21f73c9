"""The test sheet: size, flip and shift of a printer, measured before a whole deck is printed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ..knowledge.errors import ContentError, Mistake
from .deck.links import printed_address, qr_name
from .pdf.viewer import ready_to_print
from .shop import Print, PrintShop

HOW_TO = "proefvel-aflezen"
"""Where the site tells how the sheet is read: an anchor."""
PAPERS: dict[str, tuple[float, float]] = {"proefvel": (297, 210), "proefvel-letter": (279.4, 215.9)}
"""Name of each sheet and its paper in mm, as it lies on the table: A4 and US Letter."""


def testsheet_prints() -> Iterator[tuple[str, Print]]:
    """Path of every test sheet, and how it is made."""
    for name in PAPERS:
        yield f"kaarten/{name}.pdf", partial(render_testsheet, name=name)


def render_testsheet(shop: PrintShop, name: str) -> bytes:
    """Test sheet `name` of PAPERS as PDF/UA-1: a front and its back, to be flipped on the long edge.

    On the front are scales, on the back thin crosses. Turned like a page and held against the light, a cross that lies to
    the right of its scale shows that the back was printed so far to the right. That number, + to the right and upwards, is
    what a picker asks for and takes away again. Equal input gives equal bytes. Raises ContentError when HOW_TO is nowhere.
    """
    if HOW_TO not in shop.bank.places:
        raise ContentError(
            [
                Mistake(
                    "kaarten/lijnen.md",
                    "dit anker ontbreekt; de QR-code op het proefvel wijst ernaar",
                    value=HOW_TO,
                    expected=f"een kop met `{{: #{HOW_TO} }}`",
                )
            ]
        )
    url = shop.address(HOW_TO)
    host, _, path = printed_address(url).partition("/")
    data = {
        "titel": "Proefvel",
        "beschrijving": "Eén vel om te zien of je printer op maat print en de achterkant achter de voorkant legt.",
        "vel": PAPERS[name],
        "url": url,
        "qr": qr_name(url),
        "adres": [f"{host}/", path],
    }
    document = shop.document("proefvel.typ", data, [url])
    return shop.kept(document.key, lambda: ready_to_print(document.pdf(), "DuplexFlipLongEdge"))
