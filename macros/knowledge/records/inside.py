"""The items within a record."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from inspect import isclass
from typing import get_args

from pydantic import BaseModel

from ..items import Item


def items(value: BaseModel | tuple) -> Iterator[Item]:
    """All items within a record or item, in order of appearance, the value itself left out."""
    inside = value if isinstance(value, tuple) else [getattr(value, name) for name in _holding_models(type(value))]
    for one in inside:
        if isinstance(one, Item):
            yield one
        if isinstance(one, (tuple, BaseModel)):
            yield from items(one)


@cache
def _holding_models(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields in which there may be another model: most hold texts, and are never looked into."""
    return tuple(name for name, field in model.model_fields.items() if _may_hold_model(field.annotation))


def _may_hold_model(annotation: object) -> bool:
    inside = get_args(annotation)
    return any(map(_may_hold_model, inside)) if inside else isclass(annotation) and issubclass(annotation, BaseModel)
