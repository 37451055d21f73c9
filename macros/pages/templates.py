"""The templates of page parts, and those that Jinja compiled before."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, FileSystemBytecodeCache, PackageLoader, StrictUndefined

from ..knowledge.once import KEPT


def compiled() -> FileSystemBytecodeCache:
    """Where Jinja finds the templates that it compiled before and that didn't change: nearly all, in a preview all."""
    folder = KEPT / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(folder))


@cache
def templates() -> Environment:
    return Environment(
        loader=PackageLoader("macros.pages", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=compiled(),
    )
