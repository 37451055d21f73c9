"""What a PDF asks of the program that prints it: no rescaling, both sides, on the right edge."""

from __future__ import annotations

import re

from .imposition import Edge

_PREFERENCES = re.compile(rb"/ViewerPreferences<<")
_CROSS_REFERENCE = re.compile(rb"startxref\n(\d+)\n%%EOF\s*$")


def ask_to_print_as_is(pdf: bytes, edge: Edge) -> bytes:
    """`pdf` with the print dialogue preset to 100 % and to both sides; PDF 1.7, 8.10.1, table 150.

    Typst has no setting for this. Its catalog is the last object of the file, so that only the offset of the
    cross-reference table shifts; raises ValueError when that is no longer so.
    """
    found, end = list(_PREFERENCES.finditer(pdf)), _CROSS_REFERENCE.search(pdf)
    table = int(end[1]) if end else -1
    if len(found) != 1 or pdf[table:table + 4] != b"xref" or b" obj" in pdf[found[0].end():table]:
        raise ValueError("the PDF is not built as expected: no single catalog just before the cross-reference table")
    wishes = b"/PrintScaling/None/Duplex/DuplexFlip" + (b"LongEdge" if edge == "long" else b"ShortEdge")
    at = found[0].end()
    tail = pdf[at:end.start()] + b"startxref\n%d\n%%%%EOF" % (table + len(wishes))
    return pdf[:at] + wishes + tail
