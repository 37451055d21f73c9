"""The pictograms that must be there, and be text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..errors import Mistake
from ..files import Content, read_text
from .drafts import Draft

_SIGNS = "assets/tekens"
# By kind what has a pictogram: its field, what it is, and what comes after the id in the name of the file.
_DRAWN = {
    "spanningsveld": (("pool_links", "pool", "-links"), ("pool_rechts", "pool", "-rechts")),
    "werkkaart": (("id", "werkkaart", ""),),
}


def missing_signs(docs: Path, drafts: tuple[Draft, ...]) -> Iterator[Mistake]:
    """The pictograms of the poles, which pages, lines and cards show."""
    for draft in drafts:
        data = draft.parsed.data or {}
        if not isinstance(data.get("id"), str) or ("id",) in draft.wrong:
            continue
        for field_name, what, side in _DRAWN.get(str(data.get("soort")), ()):
            sign = f"{_SIGNS}/{data['id']}{side}.svg"
            if field_name in data and not (docs / sign).is_file():
                yield draft.mistake((field_name,), f"deze {what} heeft geen pictogram", f"een tekening in docs/{sign}")


def no_text(docs: Path, content: Content) -> Iterator[Mistake]:
    """Pictograms in another encoding: pages and cards take them in as they are."""
    for path in sorted(content.assets):
        if path.startswith(f"{_SIGNS}/") and path.endswith(".svg"):
            wrong: list[Mistake] = []
            read_text(docs / path, path, wrong)
            yield from wrong
