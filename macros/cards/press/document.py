"""One Typst document: a template with data, what sets it apart from every other, and what Typst makes of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import cache, cached_property, partial
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    import typst

HERE = Path(__file__).parent
_TEMPLATES = HERE / "templates"
_REMEMBERED = 10
"""Over so many runs Typst's binding remembers a layout that none of them asks for."""
_TOOLS = ("typst", "pikepdf", "fonttools", "segno", "pillow")


class Document:
    """Template `template` with `data`, which becomes a file beside it; `options` say how Typst is to write the PDF.

    `fonts` is a folder of TTF files; no other font is used. `pictures` are drawings that follow from the data, by the path
    that the data name them by; they are made only when the document is. Equal input gives equal bytes.
    """

    def __init__(
        self,
        template: str,
        data: dict,
        fonts: Path,
        pictures: Mapping[str, Callable[[], bytes]] | None = None,
        **options: Any,
    ):
        # As a file, for what comes in by `sys.inputs` belongs to the library: Typst would forget all it has laid out before.
        data_file = json.dumps(data, ensure_ascii=False).encode()
        self._files = {**_templates(), "main.typ": _templates()[template], "data.json": data_file}
        self._fonts, self._pictures, self._options = fonts, pictures or {}, options

    @property
    def key(self) -> bytes:
        """Equal for documents that come out the same."""
        parts = (_makers(), self._fonts.name.encode(), repr(sorted(self._options.items())).encode())
        return b"".join(map(_digest, (*parts, self._files["main.typ"], self._files["data.json"])))

    def excesses(self) -> list[dict]:
        """Every face that is too full, measured by the templates."""
        return self.told("teveel")

    def told(self, label: str) -> list[dict]:
        """What the templates tell under `label`, in order."""
        return json.loads(self._compiler().query(f"<{label}>", field="value"))

    def pdf(self) -> bytes:
        (document,) = self._pages("pdf", **self._options)
        return document

    def svg(self) -> list[bytes]:
        return self._pages("svg")

    def png(self, ppi: float) -> list[bytes]:
        """A PNG of each page, at so many pixels an inch."""
        return self._pages("png", ppi=ppi)

    def small_png(self, ppi: float, colours: int) -> list[bytes]:
        """The same in a palette of so many colours."""
        from .png import small_png

        with ThreadPoolExecutor() as pool:
            return [*pool.map(partial(small_png, colours=colours), self.png(ppi))]

    def _pages(self, format: Literal["pdf", "svg", "png"], **options: Any) -> list[bytes]:
        """What Typst makes: a list only where there is more than one."""
        made = self._compiler().compile(format=format, **options)
        return [page for page in (made if isinstance(made, list) else [made]) if page is not None]

    def _compiler(self) -> typst.Compiler:
        import typst

        # A compiler loses its files once it has run; the next one finds the layout in Typst's own memory.
        files: Any = {**self._files, **self._drawn}
        return typst.Compiler(files, font_paths=_only(self._fonts))

    @cached_property
    def _drawn(self) -> dict[str, bytes]:
        return {path: make() for path, make in self._pictures.items()}


def forget(fonts: Path) -> None:
    """Have Typst drop what it has laid out so far, which fills hundreds of MB in a process that makes many documents.

    It keeps whatever one of its last runs has asked for.
    """
    import typst

    for _ in range(_REMEMBERED + 1):
        typst.Compiler(b"", font_paths=_only(fonts)).compile(format="svg")


def _digest(part: bytes) -> bytes:
    return hashlib.sha256(part).digest()


@cache
def _makers() -> bytes:
    """What has a say in a print beside data and fonts: the programs, and every module and template of the rooms for cards."""
    digest = hashlib.sha256(" ".join(f"{tool} {version(tool)}" for tool in _TOOLS).encode())
    for file in sorted([*HERE.parent.rglob("*.py"), *_TEMPLATES.glob("*.typ")]):
        digest.update(file.relative_to(HERE.parent).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.digest()


@cache
def _templates() -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(_TEMPLATES.glob("*.typ"))}


@cache
def _only(fonts: Path) -> typst.Fonts:
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts])
