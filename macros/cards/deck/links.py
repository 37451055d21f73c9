"""The address on a card, as one reads it and as a phone does."""

from __future__ import annotations

import hashlib
import io

import segno


def printed_address(url: str) -> str:
    """`url` as one would type it: without `https://` and the last slash."""
    return url.split("://", 1)[-1].rstrip("/")


def qr_name(url: str) -> str:
    """The path by which a document names the QR code of `url`."""
    return f"qr-{hashlib.sha256(url.encode()).hexdigest()[:16]}.svg"


def qr_svg(url: str) -> str:
    """QR code of `url` as SVG text without a quiet zone, error level M."""
    out = io.BytesIO()
    segno.make_qr(url, error="m", boost_error=False).save(
        out, kind="svg", border=0, xmldecl=False, omitsize=True, nl=False, svgclass=None, lineclass=None
    )
    return out.getvalue().decode()
