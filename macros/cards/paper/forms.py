"""Card sizes and paper forms as data: read `vormen.yml`, refuse what cannot be cut or folded from a sheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from ...knowledge.errors import ContentError, Mistake, nearest

VORMEN = Path(__file__).with_name("vormen.yml")
SOORTEN = ("dubbelzijdig", "boekje", "enkelzijdig")
_PAIR = "breedte en hoogte in mm, zoals `[297, 210]`"
_MAAT = {"naam": "tekst", "kaart": _PAIR}
_VORM = {
    "naam": "tekst",
    "maat": "een van de maten",
    "vel": _PAIR,
    "kolommen": "een heel getal vanaf 1",
    "rijen": "een heel getal vanaf 1",
    "na": "een of meer zinnen",
    "cel": _PAIR,
    "soort": "een van " + ", ".join(SOORTEN),
    "afloop": "een getal in mm vanaf 0",
}
_OPTIONAL = ("cel", "soort", "afloop")
# In mm: a PDF has no larger pages.
_LARGEST = 5080


@dataclass(frozen=True)
class Maat:
    """The size of a card, in mm, once cut or folded open."""

    id: str
    naam: str
    kaart: tuple[float, float]


@dataclass(frozen=True)
class Vorm:
    """How cards of one size lie on a sheet: sizes in mm, cells counted in columns and rows."""

    id: str
    naam: str
    maat: Maat
    vel: tuple[float, float]
    cel: tuple[float, float]
    kolommen: int
    rijen: int
    na: str
    soort: str = "dubbelzijdig"
    afloop: float = 0

    @property
    def per_vel(self) -> int:
        """Cards on one sheet."""
        return self.kolommen * self.rijen // (2 if self.soort == "enkelzijdig" else 1)

    @property
    def rand(self) -> tuple[float, float]:
        """Paper left over at the left and at the top, in mm: the cards lie in the middle of the sheet."""
        return ((self.vel[0] - self.kolommen * self.cel[0]) / 2, (self.vel[1] - self.rijen * self.cel[1]) / 2)

    @property
    def gewoon(self) -> bool:
        """Whether this is the usual form of its size."""
        return self.id == self.maat.id

    @property
    def keert(self) -> bool:
        """Whether a printer turns the sheet over, so that the edge it turns on matters."""
        return self.soort != "enkelzijdig" and not self.afloop


@cache
def load_forms(file: Path = VORMEN) -> dict[str, Vorm]:
    """The forms in `file` by id; raises ContentError with everything that is wrong with them."""
    try:
        data = yaml.safe_load(file.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError):
        data = None
    if not isinstance(data, dict) or not all(isinstance(data.get(part), dict) for part in ("maten", "vormen")):
        raise ContentError(
            [
                Mistake(
                    file.name,
                    "dit bestand is geen geldige YAML",
                    expected="`maten:` met maten als `a7:`, en `vormen:` met vellen",
                )
            ]
        )
    mistakes = [
        mistake
        for id, values in data["maten"].items()
        for mistake in _wrong_fields(file.name, f"maten.{id}", values, _MAAT, ())
    ]
    if mistakes:
        raise ContentError(mistakes)
    sizes = {str(id): Maat(str(id), values["naam"], tuple(values["kaart"])) for id, values in data["maten"].items()}
    mistakes = [
        mistake for id, values in data["vormen"].items() for mistake in _wrong(file.name, str(id), values, sizes)
    ]
    if mistakes:
        raise ContentError(mistakes)
    return {str(id): _form(str(id), values, sizes[values["maat"]]) for id, values in data["vormen"].items()}


def advice(form: Vorm, edge: str = "long") -> tuple[tuple[str, str], ...]:
    """What to do with the sheets of `form`, as head and text, for a printer that flips on `edge`, `long` or `short`."""
    after = (("Vouwen" if form.soort == "boekje" else "Snijden", form.na),)
    if form.afloop:
        return (("Bij de drukkerij", form.na),)
    if form.soort == "enkelzijdig":
        return ("Printen", "Op 100%, niet ‘passend maken’. Enkelzijdig. Liefst op papier van 120 gram."), *after
    side = "lange" if edge == "long" else "korte"
    paper = "" if form.soort == "boekje" else " Liefst op stevig papier, 160 tot 200 gram."
    return ("Printen", f"Op 100%, niet ‘passend maken’. Dubbelzijdig, omslaan over de {side} zijde.{paper}"), *after


def _form(id: str, values: dict, size: Maat) -> Vorm:
    return Vorm(
        id, **{**values, "maat": size, "vel": tuple(values["vel"]), "cel": tuple(values.get("cel", size.kaart))}
    )


def _wrong_fields(
    name: str, where: str, values: object, fields: dict[str, str], optional: tuple[str, ...]
) -> Iterator[Mistake]:
    if not isinstance(values, dict):
        yield Mistake(name, "hier staan geen gegevens", field=where, expected="velden " + ", ".join(fields))
        return
    for field in values.keys() - fields.keys():
        close = nearest(field, fields)
        yield Mistake(
            name,
            "onbekend veld",
            field=f"{where}.{field}",
            meant=close,
            expected=None if close else "een van " + ", ".join(fields),
        )
    for field in fields:
        if (field in values or field not in optional) and not _is_right(field, values.get(field)):
            yield Mistake(
                name,
                "verkeerde waarde" if field in values else "dit veld ontbreekt",
                field=f"{where}.{field}",
                value=values.get(field),
                expected=fields[field],
            )


def _wrong(name: str, id: str, values: object, sizes: dict[str, Maat]) -> Iterator[Mistake]:
    mistakes = list(_wrong_fields(name, id, values, _VORM, _OPTIONAL))
    if not mistakes and values["maat"] not in sizes:
        mistakes.append(
            Mistake(
                name,
                "onbekende maat",
                field=f"{id}.maat",
                value=values["maat"],
                expected="een van " + ", ".join(sizes),
                meant=nearest(values["maat"], sizes),
            )
        )
    if mistakes:
        yield from mistakes
        return
    form = _form(id, values, sizes[values["maat"]])
    for axis, count, word in ((0, "kolommen", "breed"), (1, "rijen", "hoog")):
        card, cell, sheet = form.maat.kaart[axis], form.cel[axis], form.vel[axis]
        if cell < card - 1e-6:
            yield Mistake(
                name,
                f"de kaart van {_mm(card)} mm {word} past niet in de cel",
                field=f"{id}.cel",
                value=values.get("cel"),
                expected=f"minstens {_mm(card)} mm {word}",
            )
        needed = getattr(form, count) * cell
        if needed > sheet + 1e-6:
            yield Mistake(
                name,
                f"de kaarten passen niet op het vel: samen {_mm(needed)} mm {word}",
                field=f"{id}.{count}",
                value=values[count],
                expected=f"samen hoogstens {_mm(sheet)} mm",
            )
    if form.soort == "boekje" and (form.kolommen, form.rijen) != (1, 1):
        yield Mistake(
            name,
            "een boekje is één kaart op een vel",
            field=f"{id}.soort",
            value=form.soort,
            expected="`kolommen: 1` en `rijen: 1`",
        )
    if form.soort == "enkelzijdig" and form.rijen != 2:
        yield Mistake(
            name,
            "enkelzijdig vouw je in het midden dubbel",
            field=f"{id}.rijen",
            value=form.rijen,
            expected="`rijen: 2`",
        )
    if form.afloop and (form.per_vel, form.vel, form.soort == "enkelzijdig") != (1, form.cel, False):
        yield Mistake(
            name,
            "met afloop is een bladzijde precies één kaart",
            field=f"{id}.afloop",
            value=form.afloop,
            expected="`kolommen: 1`, `rijen: 1`, en een vel zo groot als de kaart",
        )


def _is_right(field: str, value: object) -> bool:
    if field in ("naam", "maat", "na"):
        return isinstance(value, str) and bool(value.strip())
    if field == "soort":
        return value in SOORTEN
    if field in ("kolommen", "rijen"):
        return type(value) is int and value >= 1
    if field == "afloop":
        return type(value) in (int, float) and 0 <= value < _LARGEST
    return (
        isinstance(value, list) and len(value) == 2 and all(type(v) in (int, float) and 0 < v < _LARGEST for v in value)
    )


def _mm(value: float) -> str:
    return f"{value:g}".replace(".", ",")
