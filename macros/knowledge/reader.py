"""Read all of `docs/` into a Kennisbank, in one pass; every mistake of a run is reported together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from posixpath import basename, dirname, relpath

from .errors import ContentError, Mistake, nearest
from .frontmatter import Parsed, Path_, parse
from .kennisbank import Kennisbank, Page, items, resolve
from .prose import read_prose
from .validation import record_of

# Fields that hold ids, by name, since they mean the same wherever they stand.
_ASKS = {
    "naar": "verwant.naar",
    "kaarten": "kaarten",
    "ook": "ook",
    "zie": "zie",
    "zie_ook": "zie_ook",
    "bij": "bij",
    "van": "van",
}
_CLAIM = re.compile(r"(?:\bid:\s*[\"']?|\{:[^}\n]*#)([a-z0-9][\w.-]*)")


@dataclass(frozen=True)
class Reading:
    """What came of reading `docs/`: the pages that are right, and everything that is wrong."""

    bank: Kennisbank
    mistakes: tuple[Mistake, ...]
    incomplete: bool


@cache
def load(docs: Path) -> Kennisbank:
    """The Kennisbank of folder `docs`; raises ContentError with all mistakes, and for a folder without pages."""
    read_docs = read(docs)
    if read_docs.mistakes:
        raise ContentError(read_docs.mistakes)
    return read_docs.bank


@cache
def read(docs: Path) -> Reading:
    """All of folder `docs`, with its mistakes.

    Cached: a build asks for it more than once, and hooks drop this module before the next build.
    """
    files = sorted(path for path in docs.rglob("*.md"))
    names = [path.relative_to(docs).as_posix() for path in files]
    if not files:
        nothing = Mistake(str(docs), "hier staan geen pagina’s", expected="een map met Markdown-bestanden")
        return Reading(Kennisbank(()), (nothing,), True)

    pages, mistakes, lines, claimed = [], [], {}, set()
    for path, name in zip(files, names):
        parsed = parse(path, name)
        mistakes += parsed.mistakes
        record = None
        if parsed.data is not None:
            record, wrong = record_of(parsed, name)
            prose, prose_wrong = read_prose(parsed.body, parsed.body_line, name)
            mistakes += [*wrong, *prose_wrong]
        if record:
            pages.append(Page(name, record, prose))
            lines[name] = parsed
        else:
            # Nothing that points at a page should look dead because that page has a mistake of its own.
            claimed |= set(_CLAIM.findall(parsed.text))

    bank = Kennisbank(tuple(pages))
    mistakes += [*_duplicates(bank, lines), *_relations(bank, lines, claimed), *_links(bank, docs, set(names))]
    return Reading(bank, tuple(mistakes), len(pages) < len(files))


def _duplicates(bank: Kennisbank, lines: dict[str, Parsed]) -> Iterator[Mistake]:
    seen: dict[tuple[str, str], str] = {}
    for page in bank.pages:
        for space, id, line in _declared(page, lines[page.path]):
            if (space, id) in seen:
                yield Mistake(
                    page.path,
                    "dit id bestaat al",
                    line,
                    "id",
                    id,
                    f"een id dat nog nergens staat (dit staat ook in {seen[space, id]})",
                )
            seen.setdefault((space, id), page.path)


def _declared(page: Page, parsed: Parsed) -> Iterator[tuple[str, str, int | None]]:
    """Every id that `page` gives out, with its line; those of the register of sources are a space of their own."""
    for path, value in _leaves(parsed.data):
        if path[-1] == "id" and path[0] != "verwant":
            yield "publicaties" if path[0] == "publicaties" else "", value, parsed.line(path)
    for passage in page.prose.passages:
        yield "", passage.name, passage.line


def _relations(bank: Kennisbank, lines: dict[str, Parsed], claimed: set[str]) -> Iterator[Mistake]:
    for page in bank.pages:
        parsed = lines[page.path]
        for path, id in _leaves(parsed.data):
            field = next(part for part in reversed(path) if isinstance(part, str))
            if field == "bron":
                known, expected = bank.vindplaatsen, "een vindplaats uit het bronregister"
            elif field in _ASKS:
                known, expected = bank.places, "het id van een bestaand record of item"
            else:
                continue
            if id not in known and id not in claimed:
                yield Mistake(
                    page.path,
                    "bestaat niet",
                    parsed.line(path),
                    _ASKS.get(field, field),
                    id,
                    expected,
                    nearest(id, known),
                )


def _leaves(value: object, path: Path_ = ()) -> Iterator[tuple[Path_, object]]:
    """Every single value in front matter, with its path."""
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, tuple) else None
    if children is None:
        yield path, value
    else:
        for key, child in children:
            yield from _leaves(child, (*path, key))


def _links(bank: Kennisbank, docs: Path, names: set[str]) -> Iterator[Mistake]:
    for page in bank.pages:
        for link in page.prose.links:
            path, anchor = resolve(page.path, link.name)
            if path is None:
                continue
            outside = path.startswith(("../", "/"))
            if not link.name or outside or path not in names and not (docs / path).is_file():
                yield Mistake(
                    page.path,
                    "deze link leidt nergens heen",
                    link.line,
                    value=link.name,
                    expected="het pad van een bestand in docs/, gezien vanaf deze pagina",
                    meant=_nearest_page(page.path, path, names),
                )
            elif anchor and path in bank.by_path:
                known = anchors(bank.by_path[path])
                if anchor not in known:
                    yield Mistake(
                        page.path,
                        "dit anker bestaat niet op die pagina",
                        link.line,
                        value=link.name,
                        expected="het id van een item of de link van een kop",
                        meant=nearest(anchor, known),
                    )


def anchors(page: Page) -> set[str]:
    """Every fragment that a link to `page` may end in."""
    return {item.id for item in items(page.record)} | {p.name for p in page.prose.passages} | page.prose.anchors


def _nearest_page(page: str, path: str, names: set[str]) -> str | None:
    """Path, as a link on `page`, of the page probably meant: one of the same name elsewhere, or else the most similar."""
    same = sorted(name for name in names if basename(name) == basename(path) != "index.md")
    near = same[0] if len(same) == 1 else nearest(path, names)
    return near and relpath(near, dirname(page) or ".")
