"""A page of Typst's SVG made fit for the site: no `data:` addresses, and upright."""

from __future__ import annotations

import base64
import re

_IMAGE = re.compile(r'<image (?P<rest>[^>]*)xlink:href="data:image/svg\+xml;base64,(?P<data>[^"]+)"(?P<more>[^>]*)/>')
_ATTRIBUTE = re.compile(r'(transform|width|height)="([^"]*)"')
_ROOT = re.compile(r'(<svg viewBox="0 0 (?P<width>[\d.]+) (?P<height>[\d.]+)"[^>]*>)(?P<inside>.*)</svg>\s*$', re.S)


def for_screen(svg: bytes | str, upside_down: bool) -> bytes:
    """`svg` with embedded pictures as plain SVG and, when `upside_down`, half a turn round.

    A strict content security policy blocks `data:` addresses, and plain text packs better than base64.
    Raises ValueError when Typst writes its SVG in another way than expected.
    """
    text = _IMAGE.sub(_nested, svg.decode() if isinstance(svg, bytes) else svg)
    if "data:" in text:
        raise ValueError("the SVG still has a data: address; does Typst embed pictures in another way?")
    if upside_down:
        text, count = _ROOT.subn(_turned, text)
        if not count:
            raise ValueError("the SVG has no root with a view box that starts in 0 0")
    return text.encode()


def _nested(match: re.Match) -> str:
    place = dict(_ATTRIBUTE.findall(match["rest"] + match["more"]))
    picture = base64.b64decode(match["data"]).decode()
    picture = picture.replace("<svg ", f'<svg width="{place["width"]}" height="{place["height"]}" ', 1)
    return f'<g transform="{place.get("transform", "")}">{picture}</g>'


def _turned(match: re.Match) -> str:
    x, y = float(match["width"]) / 2, float(match["height"]) / 2
    return f'{match[1]}<g transform="rotate(180 {x} {y})">{match["inside"]}</g></svg>'
