"""The test sheet: size, flip and shift of a printer, measured before a whole deck is printed."""

from __future__ import annotations

import json
from pathlib import Path

import typst

from ..knowledge.errors import Fout, KennisFouten
from ..knowledge.kennisbank import Kennisbank
from .fonts import family_and_characters
from .forms import Maat, Vorm
from .links import address, printed_address, qr_svg
from .render import MAKER, TEMPLATES
from .viewer import ready_to_print

HOW_TO = "proefvel-aflezen"
"""Where the site tells how the sheet is read: an anchor."""
PAPERS: dict[str, tuple[float, float]] = {"proefvel": (297, 210), "proefvel-letter": (279.4, 215.9)}
"""Name of each sheet and its paper in mm, as it lies on the table: A4 and US Letter."""


def render_testsheet(bank: Kennisbank, name: str, site_url: str, fonts: Path) -> bytes:
    """Test sheet `name` of PAPERS as PDF/UA-1: a front and its back, to be flipped on the long edge.

    On the front are scales, on the back thin crosses. Turned like a page and held against the light, a cross that lies to
    the right of its scale shows that the back was printed so far to the right. That number, + to the right and upwards, is
    what a picker asks for and takes away again. Equal input gives equal bytes. Raises KennisFouten when HOW_TO is nowhere.
    """
    family, _ = family_and_characters(fonts)
    paper = PAPERS[name]
    if HOW_TO not in bank.plaatsen:
        raise KennisFouten(
            [
                Fout(
                    "kaarten/lijnen.md",
                    "dit anker ontbreekt; de QR-code op het proefvel wijst ernaar",
                    waarde=HOW_TO,
                    verwacht=f"een kop met `{{: #{HOW_TO} }}`",
                )
            ]
        )
    url = address(bank, HOW_TO, site_url)
    host, _, path = printed_address(url).partition("/")
    data = {
        "titel": "Proefvel",
        "beschrijving": "Eén vel om te zien of je printer op maat print en de achterkant achter de voorkant legt.",
        "maker": MAKER,
        "lettertype": family,
        "vel": paper,
        "url": url,
        "qr": qr_svg(url),
        "adres": [f"{host}/", path],
    }
    document = typst.Compiler(
        TEMPLATES / "proefvel.typ",
        root=TEMPLATES,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        font_paths=typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts]),
    )
    form = Vorm(name, "proefvel", Maat(name, "proefvel", paper), paper, paper, 1, 1, "")
    return ready_to_print(document.compile(format="pdf", pdf_standards=["ua-1"]), form, "long")
