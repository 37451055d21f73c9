"""From the data of sheets to PDF or SVG: one Typst document, and what sets it apart from every other."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path

import pikepdf
import typst

HERE = Path(__file__).parent


class Document:
    """Template `template` with `data`, which becomes a file beside it; `options` say how Typst is to write the PDF.

    `fonts` is a folder of TTF files; no other font is used. Equal input gives equal bytes.
    """

    def __init__(self, template: str, data: dict, fonts: Path, **options: object):
        # As a file, for what comes in by `sys.inputs` belongs to the library: Typst would forget all it has laid out before.
        data_file = json.dumps(data, ensure_ascii=False).encode()
        self._files = {**_templates(), "main.typ": _templates()[template], "data.json": data_file}
        self._fonts, self._options = fonts, options

    @property
    def key(self) -> bytes:
        """Equal for documents that come out the same."""
        parts = (_makers(), self._fonts.name.encode(), repr(sorted(self._options.items())).encode())
        files = (part for name, content in sorted(self._files.items()) for part in (name.encode(), content))
        return b"".join(hashlib.sha256(part).digest() for part in (*parts, *files))

    def excesses(self) -> list[dict]:
        """Every face that is too full, measured by the templates."""
        return json.loads(self._compiler().query("<teveel>", field="value"))

    def pdf(self) -> bytes:
        return self._compiler().compile(format="pdf", **self._options)

    def svg(self) -> list[bytes]:
        pages = self._compiler().compile(format="svg")
        return pages if isinstance(pages, list) else [pages]

    def _compiler(self) -> typst.Compiler:
        # A compiler loses its files once it has run; the next one finds the layout in Typst's own memory.
        return typst.Compiler(self._files, font_paths=_only(self._fonts))


@cache
def _makers() -> bytes:
    """What has a say in a print beside data, fonts and templates: Typst, pikepdf, and every module of the rooms for cards."""
    modules = sorted(HERE.parent.rglob("*.py"))
    digest = hashlib.sha256(f"{typst.__version__} {pikepdf.__version__}".encode())
    for module in modules:
        digest.update(module.relative_to(HERE.parent).as_posix().encode() + b"\0" + module.read_bytes() + b"\0")
    return digest.digest()


@cache
def _templates() -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(HERE.glob("*.typ"))}


@cache
def _only(fonts: Path) -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts])
