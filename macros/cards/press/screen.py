"""A page of Typst's SVG made fit for the site: no `data:` addresses, and less than half as long."""

from __future__ import annotations

import base64
import re

_IMAGE = re.compile(r'<image (?P<rest>[^>]*)xlink:href="data:image/svg\+xml;base64,(?P<data>[^"]+)"(?P<more>[^>]*)/>')
_ATTRIBUTE = re.compile(r'(transform|width|height)="([^"]*)"')
_SYMBOL = re.compile(r'<symbol id="([^"]+)"')
_REFERENCE = re.compile(r'(<symbol id="|xlink:href="#)([^"]+)')
# What SVG assumes by itself.
_DEFAULTS = re.compile(r' (?:fill="#000000" fill-rule="nonzero"|fill-rule="nonzero"|[xy]="0"(?= |/))')
_LONG_NUMBER = re.compile(r"-?\d+\.\d{3,}")


def for_screen(svg: bytes | str) -> bytes:
    """`svg` with embedded pictures as plain SVG, short names and hundredths of a point.

    A strict content security policy blocks `data:` addresses, and plain text packs better than base64. Typst leaves a
    page's bleed outside the picture by itself.
    Raises ValueError when Typst writes its SVG in another way than expected.
    """
    text = svg.decode() if isinstance(svg, bytes) else svg
    names = {name: f"t{number}" for number, name in enumerate(_SYMBOL.findall(text))}
    text = _REFERENCE.sub(lambda match: match[1] + names.get(match[2], match[2]), text)
    text = _LONG_NUMBER.sub(_rounded, _DEFAULTS.sub("", text))
    text = _IMAGE.sub(_nested, text)
    if "data:" in text or not names or not text.startswith('<svg viewBox="0 0 '):
        raise ValueError("the SVG is not built as expected; does Typst write pictures or letters in another way?")
    return text.encode()


def _rounded(match: re.Match) -> str:
    return f"{float(match[0]):.2f}".rstrip("0").rstrip(".")


def _nested(match: re.Match) -> str:
    place = dict(_ATTRIBUTE.findall(match["rest"] + match["more"]))
    picture = base64.b64decode(match["data"]).decode()
    picture = picture.replace("<svg ", f'<svg width="{place["width"]}" height="{place["height"]}" ', 1)
    return f'<g transform="{place.get("transform", "")}">{picture}</g>'
