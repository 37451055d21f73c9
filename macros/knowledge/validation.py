"""From plain front matter to a record, with pydantic's complaints told in Dutch."""

from __future__ import annotations

from typing import get_args

from pydantic import BaseModel, ValidationError

from .errors import Mistake, nearest
from .frontmatter import Parsed, dotted
from .records import KINDS, Record

_EXPECTED = {
    "string_type": "tekst (zet een getal of ja/nee tussen aanhalingstekens)",
    "int_type": "een heel getal",
    "int_from_float": "een heel getal",
    "bool_type": "`true` of `false`",
    "tuple_type": "een lijst: regels die met een streepje beginnen",
    "model_type": "een groep velden: regels als `naam: …`",
    "model_attributes_type": "een groep velden: regels als `naam: …`",
}


def record_of(parsed: Parsed, name: str) -> tuple[Record | None, list[Mistake]]:
    """The record in `parsed`, or None and what is wrong with it."""
    data = parsed.data or {}
    kind = data.get("soort")
    model = KINDS.get(kind) if isinstance(kind, str) else None
    if model is None:
        return None, [
            Mistake(
                name,
                "onbekende soort" if "soort" in data else "dit veld ontbreekt",
                parsed.line(("soort",)) or 1,
                "soort",
                parsed.written.get(("soort",)) or None,
                "een van " + ", ".join(KINDS),
                nearest(str(kind), KINDS) if kind else None,
            )
        ]
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        # A list of which an item is wrong is also called too short, since that item does not count.
        return None, [
            _told(one, model, parsed, name)
            for one in error.errors(include_url=False)
            if not (one["type"] == "too_short" and one["input"])
        ]


def _told(error: dict, model: type[BaseModel], parsed: Parsed, name: str) -> Mistake:
    path, kind = tuple(error["loc"]), error["type"]
    place = {"file": name, "line": parsed.line(path), "field": dotted(path)}
    value = parsed.written.get(path)
    if kind == "missing":
        owner = _model_at(model, path[:-1])
        return Mistake(**place, message="dit veld ontbreekt", expected=owner.model_fields[path[-1]].description)
    if kind == "extra_forbidden":
        known = _model_at(model, path[:-1]).model_fields
        close = nearest(str(path[-1]), known)
        return Mistake(
            **place, message="onbekend veld", meant=close, expected=None if close else "een van " + ", ".join(known)
        )
    if kind in ("string_too_short", "too_short") or error["input"] is None:
        return Mistake(
            **place, message="dit veld is leeg", expected="inhoud, of het veld weglaten als het niet verplicht is"
        )
    if kind == "literal_error":
        options = [str(option) for option in _options(model, path)]
        return Mistake(
            **place,
            message="onbekende waarde",
            value=value,
            expected="een van " + ", ".join(options),
            meant=nearest(str(value), options),
        )
    if kind == "string_pattern_mismatch":
        return Mistake(**place, message="verkeerd geschreven", value=value, expected=_pattern(error["ctx"]["pattern"]))
    if kind in ("greater_than_equal", "less_than_equal"):
        return Mistake(
            **place, message="dit getal kan niet", value=value, expected="een heel getal van 1 tot en met 1000"
        )
    return Mistake(
        **place, message="verkeerd soort waarde", value=value, expected=_EXPECTED.get(kind, "een andere waarde")
    )


def _pattern(pattern: str) -> str:
    if pattern.startswith("^http"):
        return "een adres dat met https:// begint"
    if pattern.startswith("^#"):
        return "een kleur als `#0c5a60`, in kleine letters"
    return "kleine letters en cijfers, met streepjes ertussen, zoals `sv4-v6`"


def _annotation_at(model: type[BaseModel], path: tuple):
    current: object = model
    for part in path:
        if isinstance(part, int):
            current = next((a for a in _flat(current) if a is not Ellipsis), current)
        else:
            owner = next((a for a in _flat(current) if isinstance(a, type) and issubclass(a, BaseModel)), None)
            if owner is None or part not in owner.model_fields:
                return current
            current = owner.model_fields[part].annotation
    return current


def _flat(annotation: object) -> list:
    args = get_args(annotation)
    return [leaf for arg in args for leaf in _flat(arg)] if args else [annotation]


def _model_at(model: type[BaseModel], path: tuple) -> type[BaseModel]:
    return next(a for a in _flat(_annotation_at(model, path)) if isinstance(a, type) and issubclass(a, BaseModel))


def _options(model: type[BaseModel], path: tuple) -> list:
    return [a for a in _flat(_annotation_at(model, path)) if isinstance(a, str)]
