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
_ROOT = re.compile(r'^<svg viewBox="0 0 ([\d.]+) ([\d.]+)" width="[\d.]+pt" height="[\d.]+pt"')
_LONG_NUMBER = re.compile(r"-?\d+\.\d{3,}")


def for_screen(svg: bytes | str, bleed: float) -> bytes:
    """`svg` without its `bleed` in mm, with embedded pictures as plain SVG, short names and hundredths of a point.

    A strict content security policy blocks `data:` addresses, and plain text packs better than base64.
    Raises ValueError when Typst writes its SVG in another way than expected.
    """
    text = svg.decode() if isinstance(svg, bytes) else svg
    names = {name: f"t{number}" for number, name in enumerate(_SYMBOL.findall(text))}
    text = _REFERENCE.sub(lambda match: match[1] + names.get(match[2], match[2]), text)
    text = _LONG_NUMBER.sub(_rounded, _DEFAULTS.sub("", text))
    text = _IMAGE.sub(_nested, text)
    text, roots = _ROOT.subn(lambda match: _trimmed(match, bleed * 72 / 25.4), text, count=1)
    if "data:" in text or not names or not roots:
        raise ValueError("the SVG is not built as expected; does Typst write pictures or letters in another way?")
    return text.encode()


def _trimmed(match: re.Match, bleed: float) -> str:
    width, height = (float(size) - 2 * bleed for size in match.groups())
    return f'<svg viewBox="{bleed:.2f} {bleed:.2f} {width:.2f} {height:.2f}" width="{width:.2f}pt" height="{height:.2f}pt"'


def _rounded(match: re.Match) -> str:
    return f"{float(match[0]):.2f}".rstrip("0").rstrip(".")


def _nested(match: re.Match) -> str:
    place = dict(_ATTRIBUTE.findall(match["rest"] + match["more"]))
    picture = base64.b64decode(match["data"]).decode()
    picture = picture.replace("<svg ", f'<svg width="{place["width"]}" height="{place["height"]}" ', 1)
    return f'<g transform="{place.get("transform", "")}">{picture}</g>'
