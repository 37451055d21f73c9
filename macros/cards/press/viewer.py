"""What Typst's PDF does not say by itself: how it wants to be printed, and where a print shop's bleed ends."""

from __future__ import annotations

import io

import pikepdf

from ..paper.forms import Vorm
from ..paper.imposition import Edge


def ready_to_print(pdf: bytes, form: Vorm, edge: Edge) -> bytes:
    """`pdf` with the print dialogue preset to 100 % and, when the sheet turns over, to both sides on `edge`.

    PDF 1.7, 8.10.1 table 150, and 14.11.2 for the boxes. Equal input gives equal bytes.
    """
    with pikepdf.open(io.BytesIO(pdf)) as document:
        wishes = document.Root.ViewerPreferences
        # As text, for `None` is a word of Python.
        wishes.PrintScaling = pikepdf.Name("/None")
        if form.keert:
            wishes.Duplex = pikepdf.Name.DuplexFlipLongEdge if edge == "long" else pikepdf.Name.DuplexFlipShortEdge
        elif form.soort == "enkelzijdig":
            wishes.Duplex = pikepdf.Name.Simplex
        if form.afloop:
            for page in document.pages:
                # Typst makes the paper as large as the bleed and sets the trim box in it.
                page.bleedbox = page.mediabox
        out = io.BytesIO()
        document.save(out, deterministic_id=True)
    return out.getvalue()
