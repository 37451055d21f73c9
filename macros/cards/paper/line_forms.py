"""Forms of lines for the wall and the floor as data in `lijnvormen.yml`, and the sheets that such a line is made of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from ...knowledge.errors import ContentError, Mistake, nearest

LIJNVORMEN = Path(__file__).with_name("lijnvormen.yml")
SOORTEN = ("lijn", "polen")
BLANK = 8
"""What an office printer may leave blank along the edges, in mm."""
_GLUE = 5
_TEXT = "tekst"


@dataclass(frozen=True)
class Lijnvorm:
    """A line, or a pair of poles, on paper: sizes in mm."""

    id: str
    naam: str
    waarvoor: str
    soort: str
    vel: tuple[float, float]
    vellen: int = 1
    overlap: float = 0
    rand: float = 10
    balk: float = 5
    eind: float = 15

    @property
    def lengte(self) -> float:
        """How long the paper of one line is, once glued."""
        return self.vel[0] + (self.vellen - 1) * (self.vel[0] - 2 * self.overlap)


@dataclass(frozen=True)
class Strook:
    """What one sheet shows of a line: from `van` to `tot` in mm from its left edge, which is `begin` to `eind` of the line.

    At `knip` the strip at the left is cut off; at `naad` the next sheet begins.
    """

    nummer: int
    van: float
    tot: float
    begin: float
    eind: float
    knip: float | None
    naad: float | None


def strips(form: Lijnvorm) -> tuple[Strook, ...]:
    """The sheets of a line from left to right.

    Two neighbours show the same stretch of the line twice: the left one runs on below the right one, and the right one
    runs on into the strip that is cut off, both up to the edge of the paper. So a cut that is a little off shows no gap.
    """
    width, last = form.vel[0], form.vellen
    found = []
    for number in range(1, last + 1):
        start, stop = form.rand if number == 1 else 0, width - (form.rand if number == last else 0)
        left = (number - 1) * (width - 2 * form.overlap)
        found.append(
            Strook(
                number,
                start,
                stop,
                (left + start) / form.lengte,
                (left + stop) / form.lengte,
                None if number == 1 else form.overlap,
                None if number == last else width - form.overlap,
            )
        )
    return tuple(found)


@cache
def load_line_forms(file: Path = LIJNVORMEN) -> dict[str, Lijnvorm]:
    """The forms in `file` by id; raises ContentError with everything that is wrong with them."""
    try:
        data = yaml.safe_load(file.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError):
        data = None
    if not isinstance(data, dict) or not data:
        raise ContentError(
            [Mistake(file.name, "dit bestand is geen geldige YAML", expected="vormen zoals `a3:`, met velden eronder")]
        )
    mistakes = [mistake for id, values in data.items() for mistake in _wrong(file.name, str(id), values)]
    if mistakes:
        raise ContentError(mistakes)
    return {str(id): _form(str(id), values) for id, values in data.items()}


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_number(value: object) -> bool:
    return type(value) in (int, float)


_FIELDS: dict[str, tuple[str, Callable[[object], bool]]] = {
    "naam": (_TEXT, _is_text),
    "waarvoor": (_TEXT, _is_text),
    "soort": ("een van " + ", ".join(SOORTEN), lambda value: value in SOORTEN),
    "vel": (
        "breedte en hoogte in mm, van 100 tot 2000, zoals `[420, 297]`",
        lambda value: (
            isinstance(value, list) and len(value) == 2 and all(_is_number(one) and 100 <= one <= 2000 for one in value)
        ),
    ),
    "vellen": ("een heel getal van 1 tot 20", lambda value: type(value) is int and 1 <= value <= 20),
    "overlap": ("een getal in mm vanaf 0", lambda value: _is_number(value) and value >= 0),
    "rand": (f"een getal in mm, van {BLANK} tot 30", lambda value: _is_number(value) and BLANK <= value <= 30),
    "balk": ("een getal in mm, van 1 tot 20", lambda value: _is_number(value) and 1 <= value <= 20),
    "eind": ("een getal in mm, van 5 tot 40", lambda value: _is_number(value) and 5 <= value <= 40),
}
_REQUIRED = ("naam", "waarvoor", "soort", "vel")


def _form(id: str, values: dict) -> Lijnvorm:
    return Lijnvorm(id, **{**values, "vel": tuple(values["vel"])})


def _wrong(name: str, id: str, values: object) -> Iterator[Mistake]:
    if not re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", id):
        yield Mistake(
            name,
            "zo kan een vorm niet heten, want dit wordt een bestandsnaam",
            value=id,
            expected="kleine letters, cijfers en streepjes",
        )
    if not isinstance(values, dict):
        yield Mistake(name, "hier staan geen gegevens", field=id, expected="velden " + ", ".join(_REQUIRED))
        return
    mistakes = [*_wrong_fields(name, id, values)]
    yield from mistakes or _wrong_together(name, _form(id, values))


def _wrong_fields(name: str, id: str, values: dict) -> Iterator[Mistake]:
    for field in map(str, values):
        if field not in _FIELDS:
            close = nearest(field, _FIELDS)
            yield Mistake(
                name,
                "onbekend veld",
                field=f"{id}.{field}",
                meant=close,
                expected=None if close else "een van " + ", ".join(_FIELDS),
            )
    for field, (expected, is_right) in _FIELDS.items():
        if field in values and not is_right(values[field]):
            yield Mistake(name, "verkeerde waarde", field=f"{id}.{field}", value=values[field], expected=expected)
        elif field not in values and field in _REQUIRED:
            yield Mistake(name, "dit veld ontbreekt", field=f"{id}.{field}", expected=expected)


def _wrong_together(name: str, form: Lijnvorm) -> Iterator[Mistake]:
    least = form.rand + _GLUE
    if form.soort == "polen" and (form.vellen, form.overlap) != (1, 0):
        yield Mistake(
            name,
            "polen zijn losse vellen, één voor elke pool",
            field=f"{form.id}.vellen",
            expected="geen `vellen` en geen `overlap`",
        )
    elif form.vellen == 1 and form.overlap:
        yield Mistake(
            name,
            "één vel plak je nergens aan",
            field=f"{form.id}.overlap",
            value=form.overlap,
            expected="geen `overlap`, of meer `vellen`",
        )
    elif form.vellen > 1 and not least <= form.overlap <= form.vel[0] / 4:
        yield Mistake(
            name,
            "met deze overlap zijn de vellen niet aan elkaar te plakken",
            field=f"{form.id}.overlap",
            value=form.overlap,
            expected=f"van {least:g} mm, 5 mm meer dan de rand, tot {form.vel[0] / 4:g} mm, een kwart van het vel",
        )
    if form.balk >= form.eind:
        yield Mistake(
            name,
            "de uiteinden zijn niet groter dan de lijn dik is",
            field=f"{form.id}.eind",
            value=form.eind,
            expected=f"meer dan {form.balk:g} mm",
        )
