"""What Typst's PDF does not say by itself: how it wants to be printed. And how a PDF is written: small, and always alike."""

from __future__ import annotations

import io

import pikepdf

from ..paper.forms import Vorm
from ..paper.imposition import Edge


def ready_to_print(pdf: bytes, form: Vorm, edge: Edge) -> bytes:
    """`pdf`, whose pages are sheets of `form`, as `preset` and `written` make it."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        preset(document, form, edge)
        return written(document)


def preset(document: pikepdf.Pdf, form: Vorm, edge: Edge) -> None:
    """Set the print dialogue to 100% and, when the sheet turns over, to both sides on `edge`: PDF 1.7, 8.10.1 table 150."""
    wishes = document.Root.ViewerPreferences
    # As text, for `None` is a word of Python.
    wishes.PrintScaling = pikepdf.Name("/None")
    without(wishes, "/Duplex")
    if form.keert:
        wishes.Duplex = pikepdf.Name.DuplexFlipLongEdge if edge == "long" else pikepdf.Name.DuplexFlipShortEdge
    elif form.soort == "enkelzijdig":
        wishes.Duplex = pikepdf.Name.Simplex


def without(dictionary: pikepdf.Object, *names: str) -> None:
    """Take the entries `names` out of `dictionary`, where they are there."""
    for name in names:
        if name in dictionary:
            del dictionary[name]


def written(document: pikepdf.Pdf) -> bytes:
    """The bytes of `document`, with its many small objects packed together (7.5.7); equal input gives equal bytes."""
    out = io.BytesIO()
    document.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return out.getvalue()
