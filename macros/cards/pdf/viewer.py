"""What Typst's PDF does not say by itself: how it wants to be printed. And how a PDF is written: small, and always alike."""

from __future__ import annotations

import io
from typing import Literal

import pikepdf

from ..paper.forms import Vorm
from ..paper.imposition import Edge
from .tags import speak

_UNTRAPPED = b"<pdf:Trapped>False</pdf:Trapped>"
_END_OF_XMP = b"</rdf:Description>"
Sides = Literal["Simplex", "DuplexFlipLongEdge", "DuplexFlipShortEdge"]


def sides(form: Vorm, edge: Edge) -> Sides | None:
    """On which sides of the paper a printer that flips on `edge` prints sheets of `form`; None when that is no printer's."""
    if form.keert:
        return "DuplexFlipLongEdge" if edge == "long" else "DuplexFlipShortEdge"
    return "Simplex" if form.soort == "enkelzijdig" else None


def ready_to_print(pdf: bytes, on: Sides) -> bytes:
    """`pdf` as `preset` and `written` make it, with tags that all say something."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        speak(document)
        preset(document, on)
        return written(document)


def preset(document: pikepdf.Pdf, on: Sides | None) -> None:
    """Set the print dialogue to 100% and to the sides of the paper to print on: PDF 1.7, 8.10.1 table 150."""
    wishes = document.Root.ViewerPreferences
    # As text, for `None` is a word of Python.
    wishes.PrintScaling = pikepdf.Name("/None")
    without(wishes, "/Duplex")
    if on:
        wishes.Duplex = pikepdf.Name(f"/{on}")


def for_a_press(document: pikepdf.Pdf, profile: pikepdf.Object | None) -> None:
    """Tell a print shop for which device the colours are meant, by ICC `profile`; None takes that away again.

    As PDF/X-4 asks it (ISO 15930-7, 6.2 and 6.13), with the profile that the colours are in: which press it will be on, nobody
    knows yet. The file doesn't call itself PDF/X-4: that profile is of a screen, codes have links, and a date, which would make
    two equal builds differ, it has none.
    """
    without(document.Root, "/OutputIntents")
    without(document.docinfo, "/Trapped")
    told = document.Root.Metadata.read_bytes().replace(_UNTRAPPED, b"")
    if profile is not None:
        document.docinfo["/Trapped"] = pikepdf.Name("/False")
        told = told.replace(_END_OF_XMP, _UNTRAPPED + _END_OF_XMP, 1)
        intent = pikepdf.Dictionary(
            Type=pikepdf.Name.OutputIntent,
            S=pikepdf.Name("/GTS_PDFX"),
            OutputConditionIdentifier="sRGB IEC61966-2.1",
            RegistryName="http://www.color.org",
            Info="sRGB IEC61966-2.1",
            DestOutputProfile=profile,
        )
        document.Root.OutputIntents = pikepdf.Array([intent])
    document.Root.Metadata.write(told)


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
