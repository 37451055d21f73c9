"""The address on a card, as one reads and scans it."""

from __future__ import annotations

import io
from functools import cache

import segno


def printed_address(url: str) -> str:
    """`url` as one would type it: without `https://` and the last slash."""
    return url.split("://", 1)[-1].rstrip("/")


@cache
def qr_svg(url: str) -> str:
    """QR code of `url` as SVG text without a quiet zone, error level M."""
    out = io.BytesIO()
    segno.make_qr(url, error="m", boost_error=False).save(
        out, kind="svg", border=0, xmldecl=False, omitsize=True, nl=False, svgclass=None, lineclass=None
    )
    return out.getvalue().decode()
