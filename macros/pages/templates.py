"""The templates of page parts, and those that Jinja compiled before."""

from __future__ import annotations

import hashlib
import shutil
from functools import cache
from importlib.metadata import version
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, PackageLoader, StrictUndefined

from ..knowledge.once import KEPT


def compiled() -> FileSystemBytecodeCache:
    """Where Jinja finds the templates that it compiled before and that didn't change: nearly all, in a preview all."""
    # Compiled by another Jinja, or with other options, it would say something else; its own name tells only of the source.
    made_by = [*map(version, ("jinja2", "mkdocs")), Path(__file__).read_text(encoding="utf-8")]
    folder = KEPT / "templates" / hashlib.sha256(repr(made_by).encode()).hexdigest()[:12]
    if not folder.is_dir():
        shutil.rmtree(folder.parent, ignore_errors=True)
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
