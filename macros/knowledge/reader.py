"""Read all of `docs/` into a Kennisbank, in one pass; every mistake of a run is reported together."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Iterator

from .errors import Fout, KennisFouten, nearest
from .frontmatter import parse
from .kennisbank import Bladzijde, Kennisbank, items, places, resolve
from .prose import read_prose
from .records import Deck
from .validation import record_of


@cache
def load(docs: Path) -> Kennisbank:
    """The Kennisbank of folder `docs`.

    Raises KennisFouten with all mistakes, and for a folder without pages.
    Cached: a build asks for it more than once, and hooks drop this module before the next build.
    """
    files = sorted(path for path in docs.rglob("*.md"))
    names = [path.relative_to(docs).as_posix() for path in files]
    if not files:
        raise KennisFouten([Fout(str(docs), "hier staan geen pagina’s", verwacht="een map met Markdown-bestanden")])

    pages, fouten, lines = [], [], {}
    for path, name in zip(files, names):
        parsed = parse(path, name)
        fouten += parsed.fouten
        if parsed.data is None:
            continue
        record, wrong = record_of(parsed, name)
        prose, prose_wrong = read_prose(parsed.body, parsed.body_line, name)
        fouten += [*wrong, *prose_wrong]
        if record:
            pages.append(Bladzijde(name, record, prose))
            lines[name] = parsed

    bank = Kennisbank(tuple(pages))
    # A page that could not be read would make every link to it look dead, so relations wait for sound pages.
    if not fouten:
        fouten += [*_duplicates(bank, lines), *_relations(bank, lines)]
    fouten += _links(bank, docs, set(names))
    if fouten:
        raise KennisFouten(fouten)
    return bank


def _duplicates(bank: Kennisbank, lines: dict) -> Iterator[Fout]:
    seen: dict[str, str] = {}
    for id, place in places(bank.bladzijden):
        name = place.bladzijde.pad
        if id in seen:
            yield Fout(name, "dit id bestaat al", _line_of(lines[name], id), "id", id,
                       f"een id dat nog nergens staat (dit staat ook in {seen[id]})")
        seen.setdefault(id, name)


def _relations(bank: Kennisbank, lines: dict) -> Iterator[Fout]:
    for page in bank.bladzijden:
        record, name = page.record, page.pad
        asked = [("bron", source, bank.vindplaatsen, "een vindplaats uit het bronregister")
                 for holder in (record, *items(record)) for source in holder.bron]
        asked += [("verwant.naar", relation.naar, bank.plaatsen, "het id van een bestaand record of item")
                  for relation in record.verwant]
        asked += [("ook", other, bank.plaatsen, "het id van een bestaand item")
                  for item in items(record) for other in getattr(item, "ook", ())]
        if isinstance(record, Deck):
            asked += [("kaarten", card, bank.plaatsen, "het id van een bestaand record of item")
                      for card in record.kaarten]
        for field, id, known, expected in asked:
            if id not in known:
                yield Fout(name, "bestaat niet", _line_of(lines[name], id), field, id, expected, nearest(id, known))


def _links(bank: Kennisbank, docs: Path, names: set[str]) -> Iterator[Fout]:
    for page in bank.bladzijden:
        for link in page.prose.links:
            path, anchor = resolve(page.pad, link.name)
            if path is None:
                continue
            if path not in names and not (docs / path).is_file():
                near = nearest(path, names)
                yield Fout(page.pad, "deze link leidt nergens heen", link.regel, waarde=link.name,
                           verwacht="het pad van een bestand in docs/, gezien vanaf deze pagina",
                           bedoeld=near and _relative(page.pad, near))
            elif anchor and path in bank.op_pad:
                known = anchors(bank.op_pad[path])
                if anchor not in known:
                    yield Fout(page.pad, "dit anker bestaat niet op die pagina", link.regel, waarde=link.name,
                               verwacht="het id van een item of de link van een kop",
                               bedoeld=nearest(anchor, known))


def anchors(page: Bladzijde) -> set[str]:
    """Every fragment that a link to `page` may end in."""
    return {item.id for item in items(page.record)} | {p.name for p in page.prose.passages} | page.prose.ankers


def _relative(page: str, target: str) -> str:
    from posixpath import dirname, relpath

    return relpath(target, dirname(page) or ".")


def _line_of(parsed, id: str) -> int | None:
    """First line of the file on which `id` stands as a value."""
    def find(value, path):
        if value == id:
            return parsed.line(path)
        children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, tuple) else ()
        return next((line for key, child in children if (line := find(child, (*path, key)))), None)

    return find(parsed.data, ())
