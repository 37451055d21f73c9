"""The fields of a kind of record or part, read from the code so that the editors' guide cannot lag behind."""

from __future__ import annotations

import types
from dataclasses import dataclass
from typing import Literal, get_args, get_origin

from pydantic import BaseModel

from ...knowledge import items, records
from ..macro import macro, needs, unknown_argument
from ..site import Site

_WORDS = {str: "tekst", int: "heel getal", bool: "ja of nee: `true` of `false`"}


@dataclass(frozen=True)
class Veld:
    """A field as the guide shows it; `deel` names the part it consists of, if any."""

    naam: str
    wat: str
    verplicht: bool
    uitleg: str
    deel: str | None


@macro
@needs(scripts=["details.js"])
def velden(site: Site, soort: str) -> str:
    """De velden van een soort pagina, om op te zoeken.

    HTML table of the fields of kind or part `soort`; raises ContentError for an unknown one.
    """
    known = documented()
    if soort not in known:
        raise unknown_argument(site, "velden", soort, known)
    return site.render("velden/velden.html.jinja", soort=soort, velden=fields_of(known[soort]))


def documented() -> dict[str, type[BaseModel]]:
    """Every kind of record and every part that an editor can write, by its lower-case name."""
    parts = {
        cls.__name__.lower(): cls
        for cls in vars(items).values()
        if isinstance(cls, type) and issubclass(cls, items.Onderdeel) and cls not in (items.Onderdeel, items.Item)
    }
    return {**records.KINDS, **parts}


def fields_of(model: type[BaseModel]) -> tuple[Veld, ...]:
    """The fields of `model`, required ones first."""
    fields = [_veld(name, field) for name, field in model.model_fields.items()]
    return tuple(sorted(fields, key=lambda veld: not veld.verplicht))


def _veld(name, field) -> Veld:
    kinds = get_args(field.annotation)
    if name == "soort" and len(kinds) == 1:
        return Veld(name, f"`{kinds[0]}`", True, "welke soort pagina dit is", None)
    wat, deel = _described(field.annotation)
    return Veld(name, wat, field.is_required(), field.description or "", deel)


def _described(annotation) -> tuple[str, str | None]:
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is tuple:
        word, part = _described(args[0])
        return ("lijst van " + {"tekst": "teksten", "heel getal": "hele getallen"}.get(word, word), part)
    if origin is Literal:
        return "een van: " + ", ".join(f"`{one}`" for one in args), None
    if origin in (types.UnionType,) or str(origin) == "typing.Union":
        return _described(next(arg for arg in args if arg is not type(None)))
    if origin is not None and args:
        return _described(args[0])
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation.__name__.lower(), annotation.__name__.lower()
    return _WORDS.get(annotation, "tekst"), None
