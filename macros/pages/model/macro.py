"""A model from its record: a real table, or a list that borders and strokes turn into a drawing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import atan2, cos, degrees, pi, sin

from ...knowledge.errors import ContentError, Mistake
from ...knowledge.files import Path_, dotted, parse
from ...knowledge.records import Model
from ..macro import macro, needs, shows, unknown_argument
from ..site import Site

RING = 92
"""Radius of the middle of the road of a roundabout, whose drawing is 240 wide and high."""


@dataclass(frozen=True)
class RoadPoint:
    """A place on the roundabout; `richting` is where the traffic goes there, in degrees."""

    x: float
    y: float
    richting: float


@macro
@shows(Model)
@needs(scripts=["details.js"])
def model(site: Site, id: str | None = None) -> str:
    """Een model, getekend of als tabel; zonder `id` dat van de pagina zelf.

    HTML of model `id`, by default that of the page of `site`.

    Raises ContentError for an unknown model and for one whose data don't make one whole shape.
    """
    wanted = id or site.record.id
    place = site.bank.places.get(wanted)
    if not place or place.anchor or not isinstance(record := place.page.record, Model):
        raise unknown_argument(site, "model", wanted, [one.id for one in site.bank.of_kind(Model)])
    if wrong := list(mistakes(record)):
        raise ContentError(_told(site, wanted, wrong))
    shape = shapes(record)[0]
    questions = shape == "vragen" and site.render(
        "onderdeel/onderdeel.html.jinja", veld="vragen", soort="vraag", items=record.vragen, record=record
    )
    return site.render(
        "model/model.html.jinja",
        model=record,
        vorm=shape,
        eigen=record == site.record,
        vragen=questions,
        rotonde=roundabout(len(record.kring)) if record.kring else (),
    )


def shapes(record: Model) -> list[str]:
    """Names of the shapes that `record` fills; axes that go with another shape left out."""
    filled = [name for name in Model.vormen if getattr(record, name)]
    return [name for name in filled if name != "assen"] if {"kwadranten", "lijst"} & set(filled) else filled


def mistakes(record: Model) -> Iterator[tuple[Path_, str, object, str]]:
    """What keeps `record` from being drawn: where, what is wrong, what is there, what was expected."""
    filled = shapes(record)
    if len(filled) != 1:
        yield (
            (filled[-1],) if filled else (),
            "een model heeft precies één vorm",
            " en ".join(filled) or None,
            "een van " + ", ".join(Model.vormen),
        )
    if record.kwadranten and len(record.assen or ()) != 2:
        yield (
            ("kwadranten",),
            "bij vier vakken horen twee assen",
            len(record.assen or ()),
            "een veld `assen` met twee assen",
        )
    for index, axis in enumerate(record.assen or () if record.kwadranten else ()):
        if axis.midden:
            yield (
                ("assen", index, "midden"),
                "bij vier vakken heeft een as geen midden",
                axis.midden.kop,
                "alleen `laag` en `hoog`",
            )
    for name, shape in (("genummerd", "lijst"), ("helling", "kanten")):
        if getattr(record, name) and shape not in filled:
            yield (name,), f"dit veld hoort alleen bij `{shape}`", "true", "het veld weglaten"
    columns = record.tabel.kolommen if record.tabel else ()
    for index, row in enumerate(record.tabel.rijen if record.tabel else ()):
        if len(row.cellen) != len(columns):
            yield (
                ("tabel", "rijen", index, "cellen"),
                "deze rij past niet in de tabel",
                _cells(len(row.cellen)),
                f"{_cells(len(columns))}, evenveel als er kolommen zijn",
            )


def roundabout(exits: int) -> tuple[tuple[RoadPoint, RoadPoint], ...]:
    """For each of `exits` steps its place on the road and that of the arrow after it; anticlockwise, as one drives here."""
    turn = -2 * pi / exits
    return tuple((_at(turn * index), _at(turn * (index + 0.5))) for index in range(exits))


def _at(turned: float) -> RoadPoint:
    angle = turned - pi / 2
    return RoadPoint(
        round(120 + RING * cos(angle), 1),
        round(120 + RING * sin(angle), 1),
        round(degrees(atan2(-cos(angle), sin(angle))), 1),
    )


def _cells(number: int) -> str:
    return f"{number} {'cel' if number == 1 else 'cellen'}"


def _told(site: Site, id: str, wrong: list) -> Iterator[Mistake]:
    path = site.bank.path_of(id)
    parsed = parse(site.docs / path, path)
    for place, message, value, expected in wrong:
        yield Mistake(path, message, parsed.line(place) or 1, dotted(place) or None, value, expected)
