"""Forms of lines for the wall and the floor as data in `lijnvormen.yml`, and the sheets that such a line is made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from ...knowledge.checks.validation import read_yaml
from ...knowledge.errors import ContentError
from ...knowledge.items import Onderdeel, Tekst, getal
from .typed import TWO, Vormnaam, Wrong, mm, told

LIJNVORMEN = Path(__file__).with_name("lijnvormen.yml")
BLANK = 8
"""What an office printer may leave blank along the edges, in mm."""
_GLUE = 5


_Zijde = Annotated[float, mm(100, 2000)]


class _Lijnvorm(Onderdeel):
    """A form as it is typed."""

    naam: Tekst = Field(description="hoe de vorm op de pagina heet")
    waarvoor: Tekst = Field(description="wanneer je deze vorm kiest")
    soort: Literal["lijn", "polen"] = Field(description="`lijn`, of `polen` voor een vel bij elke pool")
    vel: Annotated[tuple[_Zijde, _Zijde], TWO] = Field(
        description="breedte en hoogte van een vel in mm, zoals `[420, 297]`"
    )
    vellen: Annotated[int, getal(1, 20)] = Field(default=1, description="hoeveel vellen één lijn maken")
    overlap: Annotated[float, mm(0, 500)] = Field(default=0, description="strook waar twee vellen samenkomen, in mm")
    rand: Annotated[float, mm(BLANK, 30)] = Field(default=10, description="wit langs de randen, in mm")
    balk: Annotated[float, mm(1, 20)] = Field(default=5, description="hoe dik de lijn is, in mm")
    eind: Annotated[float, mm(5, 40)] = Field(default=15, description="hoe groot vierkant en ring zijn, in mm")


class Lijnvorm(_Lijnvorm):
    """A line, or a pair of poles, on paper: sizes in mm."""

    id: Vormnaam

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
    typed, parsed = read_yaml(file, dict[Vormnaam, _Lijnvorm])
    forms = {id: Lijnvorm(id=id, **dict(one)) for id, one in typed.items()}
    mistakes = [mistake for id, form in forms.items() for mistake in told(file, parsed, (id,), _wrong(form))]
    if mistakes:
        raise ContentError(mistakes)
    return forms


def _wrong(form: Lijnvorm) -> Iterator[Wrong]:
    """What cannot be glued or hung."""
    least, most = form.rand + _GLUE, form.vel[0] / 4
    if form.soort == "polen" and (form.vellen, form.overlap) != (1, 0):
        message = "polen zijn losse vellen, één voor elke pool"
        yield "vellen", message, None, "geen `vellen` en geen `overlap`"
    elif form.vellen == 1 and form.overlap:
        yield "overlap", "één vel plak je nergens aan", f"{form.overlap:g}", "geen `overlap`, of meer `vellen`"
    elif form.vellen > 1 and not least <= form.overlap <= most:
        expected = f"van {least:g} mm, 5 mm meer dan de rand, tot {most:g} mm, een kwart van het vel"
        yield "overlap", "met deze overlap zijn de vellen niet aan elkaar te plakken", f"{form.overlap:g}", expected
    if form.balk >= form.eind:
        expected = f"meer dan {form.balk:g} mm"
        yield "eind", "de uiteinden zijn niet groter dan de lijn dik is", f"{form.eind:g}", expected
