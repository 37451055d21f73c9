"""JSON Schemas that follow from the records: of the data that the site hands over, and of what an editor types above a page.

Standard: JSON Schema, draft 2020-12.
"""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from ...knowledge.records import KINDS, Insluiting, Pagina
from .data import FOLDER, OWN
from .origin import Afzender

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_OURS = {
    "adres": {
        "type": "string",
        "format": "uri",
        "description": "adres van de pagina; een onderdeel staat daar onder # en zijn id,"
        " behalve een publicatie, een deel daarvan en een verband: die hebben daar geen anker",
    },
    "tekst": {"type": "string", "description": "de lopende tekst van de pagina, als Markdown"},
}


def front_matter_schema() -> dict[str, Any]:
    """What may stand above a page: the fields of its kind, with what each is for."""
    choices, definitions = _kinds(KINDS)
    _typed(definitions)
    return {"$schema": _DRAFT, "title": "De gegevens boven een pagina", "oneOf": choices, "$defs": definitions}


def data_schema(site: Afzender) -> dict[str, Any]:
    """What `alles.json` is; of a file with one record the definition of its kind holds."""
    kinds = {name: model for name, model in KINDS.items() if model not in (Insluiting, Pagina)}
    choices, definitions = _kinds(kinds)
    for definition in definitions.values():
        fields = definition.get("properties", {})
        definition["properties"] = {name: _filled(field) for name, field in fields.items()}
    for model in kinds.values():
        definition = definitions[model.__name__]
        for name in OWN:
            del definition["properties"][name]
        definition["properties"] = _OURS | definition["properties"]
        definition["required"] = ["adres", *definition["required"]]
    text = {"type": "string"}
    licence = {"type": "object", "properties": {"naam": text, "adres": text}, "required": ["naam", "adres"]}
    return {
        "$schema": _DRAFT,
        "$id": f"{site.url}{FOLDER}/schema.json",
        "title": f"De gegevens van {site.naam}",
        "type": "object",
        "properties": {
            "site": text,
            "adres": text,
            "schema": text,
            "licentie": licence,
            "records": {"type": "array", "items": {"oneOf": choices}},
        },
        "required": ["site", "adres", "schema", "records"],
        "additionalProperties": False,
        "$defs": definitions,
    }


def _filled(field: dict[str, Any]) -> dict[str, Any]:
    """`field` as data has it: one without a value is left out, so none is null."""
    choices = [one for one in field.get("anyOf", ()) if one != {"type": "null"}]
    if not choices:
        return field
    said = {name: value for name, value in field.items() if name != "anyOf"}
    return choices[0] | said if len(choices) == 1 else {"anyOf": choices} | said


def _typed(value: object) -> None:
    """Let a text be a number as well, as it is to who reads `titel: 2019` as YAML; the site takes it as it is typed."""
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        _typed(one)
    if isinstance(value, dict) and value.get("type") == "string" and not value.keys() & {"const", "enum", "pattern"}:
        value["type"] = ["string", "number"]


def _kinds(kinds: dict[str, type[Any]]) -> tuple[list[dict], dict[str, Any]]:
    """A choice for each kind, and the definitions that these lead to."""
    models: list[type[BaseModel]] = list(kinds.values())
    _, schema = models_json_schema([(model, "validation") for model in models])
    definitions = schema["$defs"]
    for definition in definitions.values():
        # Its sentence is for who reads the code.
        definition.pop("description", None)
        definition.pop("title", None)
        for field in definition.get("properties", {}).values():
            field.pop("title", None)
            # The standard has no word for nothing here: a field without a value is left out.
            if field.get("default", "") is None:
                del field["default"]
    return [{"$ref": f"#/$defs/{model.__name__}"} for model in models], definitions
