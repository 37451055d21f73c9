"""From plain data to a record, to paper forms or to a list of rows, with pydantic's complaints told in Dutch."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError

from ..errors import ContentError, Mistake, nearest
from ..files import ADDED, COLON, Data, Path_, dotted, hidden, read_data, read_text, texts_in
from ..records import KINDS, Record
from .meant import meant_value

_EXPECTED = {
    "string_type": "tekst; begint die met `[` of `{`, dan tussen aanhalingstekens",
    "tuple_type": "een lijst, zoals `[een, twee]`, of regels die met een streepje beginnen",
    "dict_type": "een groep velden: regels als `naam: …`",
    "model_type": "een groep velden: regels als `naam: …`",
    "model_attributes_type": "een groep velden: regels als `naam: …`",
}
_PATTERNS = {
    "^http": "een adres dat met https:// begint",
    "^[12]": "een jaar en een maand, zoals `2026-03`",
    "^([01]": "een tijd op de klok, zoals `09:30`",
    "^#": "een kleur als `#0c5a60`, in kleine letters",
    "^[a-z": "kleine letters en cijfers, met streepjes ertussen, zoals `sv4-v6`",
}


def record_of(parsed: Data, name: str) -> tuple[Record | None, dict[Path_, Mistake]]:
    """The record in `parsed`, or None and what is wrong with it, by the path of the value."""
    data = parsed.data or {}
    kind = data.get("soort")
    model = KINDS.get(kind) if isinstance(kind, str) else None
    if model is None:
        mistake = Mistake(
            name,
            "onbekende soort" if "soort" in data else "dit veld ontbreekt",
            parsed.line(("soort",)) or 1,
            "soort",
            kind if isinstance(kind, str) else None,
            "een van " + ", ".join(KINDS),
            nearest(kind, KINDS) if kind else None,
        )
        return None, {("soort",): mistake}
    record, wrong = _checked(model, parsed, name)
    lost = _lost_fields(model, parsed, name, wrong)
    return None if lost else record, wrong | lost


def _lost_fields(model: Any, parsed: Data, name: str, wrong: dict[Path_, Mistake]) -> dict[Path_, Mistake]:
    """Fields that YAML added to the text above them, by the path of that text; out of `wrong` goes that they are missing."""
    lost = {}
    for path, line, field_name, rest in parsed.added:
        group = path[:-1]
        while group and isinstance(path[len(group)], int):
            group = group[:-1]
        here = (*group, field_name)
        owner = next(_models_at(model, group), None)
        if owner and field_name in owner.model_fields and here not in parsed.lines:
            wrong.pop(here, None)
            expected = "een naam, een dubbele punt en een spatie, even ver ingesprongen als de andere velden"
            place: dict[str, Any] = {"file": name, "line": line, "field": dotted(path)}
            lost[path] = Mistake(**place, message=ADDED, expected=expected, meant=f"{field_name}: {rest}")
    return lost


def read_yaml(file: Path, model: Any, name: str | None = None) -> tuple[Any, Data]:
    """What `file` says as `model`, a record or a dictionary or tuple of them, and the lines of its values.

    `name` is how mistakes refer to it, if not by the name of the file. Raises ContentError with everything that is wrong with it.
    """
    parsed, name = Data(), name or file.name
    text = read_text(file, name, parsed.mistakes)
    if text is not None:
        read_data(text, name, 1, parsed, rows=get_origin(model) is tuple)
        for path, found in texts_in(parsed.data):
            for message, expected, sign in hidden(found, text):
                parsed.mistakes.append(Mistake(name, message, parsed.line(path), dotted(path), sign, expected))
    value, wrong = _checked(model, parsed, name) if parsed.data is not None else (None, {})
    if parsed.mistakes or wrong:
        raise ContentError([*parsed.mistakes, *wrong.values()])
    return value, parsed


def _checked(model: Any, parsed: Data, name: str) -> tuple[Any, dict[Path_, Mistake]]:
    """What was typed as `model`, or None and what is wrong with it, by the path of the value."""
    try:
        return TypeAdapter(model).validate_python(parsed.data), {}
    except ValidationError as error:
        # A list of which an item is wrong is also called too short, since that item does not count.
        told = {
            _path(one): _told(one, model, parsed, name)
            for one in error.errors(include_url=False)
            if not (one["type"] == "too_short" and one["input"])
        }
        # A field that was misspelled, or `titel:Traag` between braces, leaves its own missing; one mistake.
        for path, mistake in list(told.items()):
            if mistake.message.startswith(("onbekend veld", "na de dubbele punt")) and mistake.meant:
                told.pop((*path[:-1], mistake.meant.partition(":")[0]), None)
        # Of a name with a strange sign in it that sign is told already.
        known = {(one.line, one.field) for one in parsed.mistakes}
        return None, {path: one for path, one in told.items() if (one.line, one.field) not in known}


def _path(error: Mapping[str, Any]) -> Path_:
    """Where the mistake is; pydantic names the name of a field behind the field."""
    return tuple(part for part in error["loc"] if part != "[key]")


def _told(error: Mapping[str, Any], model: Any, parsed: Data, name: str) -> Mistake:
    path, kind = _path(error), error["type"]
    place: dict[str, Any] = {"file": name, "line": parsed.line(path), "field": dotted(path)}
    value = error["input"] if isinstance(error["input"], str) else None
    if kind == "missing":
        owner = _model_at(model, path[:-1])
        return Mistake(**place, message="dit veld ontbreekt", expected=owner.model_fields[str(path[-1])].description)
    if kind == "extra_forbidden":
        return _unknown_field(place, str(path[-1]), _model_at(model, path[:-1]).model_fields)
    if kind in ("string_too_short", "too_short") or error["input"] is None:
        return Mistake(
            **place, message="dit veld is leeg", expected="inhoud, of het veld weglaten als het niet verplicht is"
        )
    if kind == "literal_error":
        options = _options(model, path)
        return Mistake(
            **place,
            message="onbekende waarde",
            value=value,
            expected="een van " + ", ".join(options),
            meant=nearest(value, options) if value else None,
        )
    if kind == "string_pattern_mismatch":
        expected = next(told for start, told in _PATTERNS.items() if error["ctx"]["pattern"].startswith(start))
        meant = meant_value(model, parsed.data, path, str(value))
        return Mistake(**place, message="verkeerd geschreven", value=value, expected=expected, meant=meant)
    if kind in ("string_too_long", "too_long"):
        unit = "tekens" if kind == "string_too_long" else "in deze lijst"
        return Mistake(**place, message="te lang", value=value, expected=f"hooguit {error['ctx']['max_length']} {unit}")
    if kind in ("kind", "yes", "range", "pair", "date", "address", "wording"):
        message = {
            "range": "dit getal kan niet",
            "pair": "deze getallen kunnen niet",
            "date": "deze datum kan niet",
            "address": "dit adres kan een lezer niet openen",
            "wording": "zo kan deze tekst niet",
        }
        meant = meant_value(model, parsed.data, path, value) if value else None
        return Mistake(
            **place,
            message=message.get(kind, "verkeerd soort waarde"),
            value=value,
            expected=error["msg"],
            meant=meant,
        )
    expected = _EXPECTED.get(kind, "een andere waarde")
    if kind == "string_type" and isinstance(error["input"], dict) and error["input"]:
        # In a list a sentence with a colon is read as a group of fields.
        value, expected = f"{next(iter(error['input']))}:", COLON
    return Mistake(**place, message="verkeerd soort waarde", value=value, expected=expected)


def _unknown_field(place: dict, name: str, known: dict) -> Mistake:
    before, colon, rest = name.partition(":")
    if colon and before in known:
        return Mistake(**place, message="na de dubbele punt ontbreekt een spatie", meant=f"{before}: {rest}")
    close = nearest(name, known)
    return Mistake(
        **place, message="onbekend veld", meant=close, expected=None if close else "een van " + ", ".join(known)
    )


def _annotation_at(model: Any, path: tuple) -> Any:
    current = model
    for part in path:
        if isinstance(part, int):
            current = next((a for a in _flat(current) if a is not Ellipsis), current)
        elif get_origin(current) is dict:
            current = get_args(current)[1]
        else:
            owner = next((a for a in _flat(current) if isinstance(a, type) and issubclass(a, BaseModel)), None)
            if owner is None or part not in owner.model_fields:
                return current
            current = owner.model_fields[part].annotation
    return current


def _flat(annotation: object) -> list:
    args = get_args(annotation)
    return [leaf for arg in args for leaf in _flat(arg)] if args else [annotation]


def _model_at(model: Any, path: tuple) -> type[BaseModel]:
    return next(_models_at(model, path))


def _models_at(model: Any, path: tuple) -> Iterator[type[BaseModel]]:
    return (a for a in _flat(_annotation_at(model, path)) if isinstance(a, type) and issubclass(a, BaseModel))


def _options(model: Any, path: tuple) -> list[str]:
    field = path[:-1] if isinstance(path[-1], int) else path
    return [a for a in _flat(_annotation_at(model, field)) if isinstance(a, str)]
