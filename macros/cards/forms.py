"""Paper forms as data: read `vormen.yml`, refuse what cannot be cut or folded from a sheet."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from ..knowledge.errors import Fout, KennisFouten, nearest
from ..knowledge.kennisbank import Kennisbank
from ..knowledge.records import Deck

VORMEN = Path(__file__).with_name("vormen.yml")
_FIELDS = {"naam": "tekst", "vel": "breedte en hoogte in mm, zoals `[297, 210]`",
           "kaart": "breedte en hoogte in mm, zoals `[74.25, 105]`", "kolommen": "een heel getal vanaf 1",
           "rijen": "een heel getal vanaf 1", "vouwen": "`true` of `false`"}


@dataclass(frozen=True)
class Vorm:
    """A paper form: sizes in mm, cards counted in columns and rows.

    A folded form is one card a sheet, whose columns are its panels.
    """

    id: str
    naam: str
    vel: tuple[float, float]
    kaart: tuple[float, float]
    kolommen: int
    rijen: int
    vouwen: bool = False

    @property
    def per_vel(self) -> int:
        """Cards on one sheet."""
        return 1 if self.vouwen else self.kolommen * self.rijen

    @property
    def rand(self) -> tuple[float, float]:
        """Paper left over at the left and at the top, in mm: the cards lie in the middle of the sheet."""
        return ((self.vel[0] - self.kolommen * self.kaart[0]) / 2, (self.vel[1] - self.rijen * self.kaart[1]) / 2)


@cache
def load_forms(file: Path = VORMEN) -> dict[str, Vorm]:
    """The forms in `file` by id; raises KennisFouten with everything that is wrong with them."""
    try:
        data = yaml.safe_load(file.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError):
        data = None
    if not isinstance(data, dict):
        raise KennisFouten([Fout(file.name, "dit bestand is geen geldige YAML",
                                 verwacht="vormen als `a7:` met hun maten")])
    fouten = [fout for id, values in data.items() for fout in _wrong(file.name, str(id), values)]
    if fouten:
        raise KennisFouten(fouten)
    return {str(id): Vorm(str(id), **{**values, "vel": tuple(values["vel"]), "kaart": tuple(values["kaart"])})
            for id, values in data.items()}


def form_of(bank: Kennisbank, deck: Deck, forms: dict[str, Vorm] | None = None) -> Vorm:
    """The form that `deck` names; raises KennisFouten for an unknown one and for one its faces don't go with."""
    forms = forms or load_forms()
    form, name = forms.get(deck.vorm), bank.pad_van(deck.id)
    if form is None:
        raise KennisFouten([Fout(name, "onbekende vorm", veld="vorm", waarde=deck.vorm,
                                 verwacht="een van " + ", ".join(forms), bedoeld=nearest(deck.vorm, forms))])
    if form.vouwen != (deck.gezicht == "werkkaart"):
        fitting = [id for id, other in forms.items() if other.vouwen != form.vouwen]
        raise KennisFouten([Fout(name, f"bij gezicht `{deck.gezicht}` past deze vorm niet", veld="vorm",
                                 waarde=deck.vorm, verwacht="een van " + ", ".join(fitting))])
    return form


def _wrong(name: str, id: str, values: object):
    if not isinstance(values, dict):
        yield Fout(name, "deze vorm heeft geen maten", veld=id, verwacht="velden " + ", ".join(_FIELDS))
        return
    for field in values.keys() - _FIELDS.keys():
        close = nearest(field, _FIELDS)
        yield Fout(name, "onbekend veld", veld=f"{id}.{field}", bedoeld=close,
                   verwacht=None if close else "een van " + ", ".join(_FIELDS))
    bad = False
    for field in _FIELDS:
        if field == "vouwen" and field not in values:
            continue
        if not _is_right(field, values.get(field)):
            bad = True
            yield Fout(name, "verkeerde waarde" if field in values else "dit veld ontbreekt", veld=f"{id}.{field}",
                       waarde=values.get(field), verwacht=_FIELDS[field])
    if bad:
        return
    for axis, count, word in ((0, "kolommen", "breed"), (1, "rijen", "hoog")):
        needed, there = values[count] * values["kaart"][axis], values["vel"][axis]
        if needed > there + 1e-6:
            yield Fout(name, f"de kaarten passen niet op het vel: samen {_mm(needed)} mm {word}", veld=f"{id}.{count}",
                       waarde=values[count], verwacht=f"samen hoogstens {_mm(there)} mm")
    if values.get("vouwen") and (values["kolommen"], values["rijen"]) != (2, 1):
        yield Fout(name, "een vouwkaart heeft twee panelen naast elkaar", veld=f"{id}.vouwen",
                   verwacht="`kolommen: 2` en `rijen: 1`")


def _is_right(field: str, value: object) -> bool:
    if field == "naam":
        return isinstance(value, str) and bool(value.strip())
    if field == "vouwen":
        return isinstance(value, bool)
    if field in ("kolommen", "rijen"):
        return type(value) is int and value >= 1
    return isinstance(value, list) and len(value) == 2 and all(type(v) in (int, float) and v > 0 for v in value)


def _mm(value: float) -> str:
    return f"{value:g}".replace(".", ",")
