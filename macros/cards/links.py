"""The address on a card: the page below `site_url`, the id as anchor, no version; and its QR code."""

from __future__ import annotations

import io
from functools import cache

import segno

from ..knowledge import kennisbank
from ..knowledge.kennisbank import Kennisbank


def address(bank: Kennisbank, id: str, site_url: str) -> str:
    """Public URL of record or item `id`; KeyError for an unknown id."""
    page = bank.pad_van(id)
    anchor = "" if bank.op_pad[page].record.id == id else f"#{id}"
    return f"{site_url.rstrip('/')}/{kennisbank.address(page)}{anchor}"


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
