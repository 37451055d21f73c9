"""From the data of sheets to PDF or SVG by Typst; what was set before from the same data is taken from memory or disk."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pikepdf
import typst

TEMPLATES = Path(__file__).parent


class Memory:
    """A folder that remembers what was made of which input, so that only what changed is made again."""

    def __init__(self, folder: Path):
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def recall(self, key: bytes, make: Callable[[], bytes]) -> bytes:
        """What `make` gives, made only when nothing is known for `key` yet; nothing is kept of what fails."""
        file = self.folder / hashlib.sha256(key).hexdigest()
        try:
            found = file.read_bytes()
            os.utime(file)
            return found
        except OSError:
            made = make()
        with tempfile.NamedTemporaryFile(dir=self.folder, delete=False) as half:
            half.write(made)
        Path(half.name).replace(file)
        return made

    def forget(self, seconds: float) -> None:
        """Drop what was not used for so many seconds."""
        for file in self.folder.iterdir():
            try:
                if file.stat().st_mtime < time.time() - seconds:
                    file.unlink()
            except OSError:
                # Another build was first.
                continue


class Document:
    """One Typst document: the templates with `data`, which become a file beside them."""

    def __init__(self, data: dict, fonts: Path):
        # As a file, for what comes in by `sys.inputs` belongs to the library: Typst would forget all it has laid out before.
        self._files = {**_templates(), "data.json": json.dumps(data, ensure_ascii=False).encode()}
        self._fonts = fonts

    @property
    def key(self) -> bytes:
        """Equal for documents that come out the same."""
        parts = (
            *_makers(),
            self._fonts.name.encode(),
            *(part for file in self._files.items() for part in (file[0].encode(), file[1])),
        )
        return b"".join(hashlib.sha256(part).digest() for part in parts)

    def excesses(self) -> list[dict]:
        """Every face that is too full, measured by the templates."""
        return json.loads(self._compiler().query("<teveel>", field="value"))

    def pdf(self, **options) -> bytes:
        return self._compiler().compile(format="pdf", **options)

    def svg(self) -> list[bytes]:
        pages = self._compiler().compile(format="svg")
        return pages if isinstance(pages, list) else [pages]

    def _compiler(self) -> typst.Compiler:
        # A compiler loses its files once it has run; the next one finds the layout in Typst's own memory.
        return typst.Compiler(self._files, font_paths=_only(self._fonts))


@cache
def _makers() -> tuple[bytes, ...]:
    """What has a say in a file beside data, fonts and templates: Typst, and what works on its output."""
    return (
        typst.__version__.encode(),
        pikepdf.__version__.encode(),
        *((TEMPLATES / name).read_bytes() for name in ("viewer.py", "screen.py")),
    )


@cache
def _templates() -> dict[str, bytes]:
    return {
        "main.typ" if file.stem == "vel" else file.name: file.read_bytes() for file in sorted(TEMPLATES.glob("*.typ"))
    }


@cache
def _only(fonts: Path) -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts])
