"""Every mistake of an editor, told before anything is built: causes, and not again what follows from them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import replace
from pathlib import Path
from posixpath import basename, dirname, relpath

from ..knowledge.errors import ContentError, Mistake, ordered
from ..knowledge.files import CHANGES, EDITION_LIST, SHELF
from ..knowledge.herkomst import check_printed, posing, read_register
from ..knowledge.reader import Reading, read
from ..knowledge.register import FILE as REGISTER
from ..pages.calls import Calls
from ..pages.site import FIXED, address
from .addresses.ledger import Published, read_all, vanished
from .addresses.moves import Moves, read_moves, successors
from .addresses.promises import broken, exchanged_texts, moved_ids
from .editions import Editie, checksums, read_changes, shelf
from .made.generated import lasting_paths


def check(calls: Calls, first: Set[str] | None = None) -> tuple[Mistake, ...]:
    """What is wrong with the content that `calls` is about, in order of file and line.

    Given the addresses of the pages that come `first`, only their macros are called, as long as nothing else is wrong.
    """
    docs = calls.docs
    reading = read(docs)
    if not reading.drafts:
        return ordered(reading.mistakes)
    sourced = (docs / REGISTER).exists()
    rows, wrong_rows = read_register(docs) if sourced else ((), ())
    wrong_printed = check_printed(docs) if sourced else ()
    published, wrong_ledger = read_all(docs)
    here = {address(draft.path): draft.path for draft in reading.drafts}
    page_ids = {address(draft.path): draft.id for draft in reading.drafts}
    files = _files(calls, reading)
    moves = read_moves(docs, published, page_ids, files)
    moved = {place: here[moves.pages[place]] for place in moves.pages}
    named = {row.op_de_site for row in rows if not row.verband} | FIXED
    own = _own_addresses(reading, calls.elsewhere.site_url, here)
    # A row that can't be read may be of any id.
    unknown = posing(rows, reading.drafts) if rows and not wrong_rows else ()
    editions, wrong_editions = _editions(docs, published)
    causes, lost = broken(reading, published, moves, named, editions)
    if editions:
        causes += exchanged_texts(reading, editions[-1])
    ids = moved_ids(moved, published, reading)
    told = calls.mistakes(first if not reading.mistakes else None)
    # What else is wrong with an id that may not change at all, goes once it is what it was.
    changed = {(one.file, one.line, one.field) for one in causes}
    rest = [
        _led_on(one, moved, ids)
        for one in (*told, *wrong_rows, *wrong_printed, *unknown)
        if one.about not in lost and (one.file, one.line, one.field) not in changed
    ]
    # Of a ledger that can't be read all seems never to have been published.
    wrong_moves = moves.mistakes if published.pages or not wrong_ledger else ()
    wrong_changes = _wrong_changes(docs, reading)
    found = [*causes, *own, *wrong_ledger, *wrong_moves, *wrong_editions, *wrong_changes, *rest]
    # Whatever is wrong with a page may be why its files are gone.
    if files is not None and not causes:
        gone = _missing(published, moves, files, page_ids) - {one.file for one in found}
        found += vanished(gone, files)
    return ordered(found)


def _files(calls: Calls, reading: Reading) -> frozenset[str] | None:
    """The files that stay of those that will be made; None where something else is wrong, which is told elsewhere."""
    try:
        return None if reading.mistakes else lasting_paths(calls.docs, calls.elsewhere.site_url)
    except ContentError:
        return None


def _editions(docs: Path, published: Published) -> tuple[tuple[Editie, ...], list[Mistake]]:
    """Those that there are, and a mistake for each that was published and is gone, or has become another under its name."""
    try:
        editions, sums = shelf(docs), checksums(docs)
    except ContentError:
        # What is wrong with their list the page with editions tells.
        return (), []
    mistakes = []
    for path, sum in published.sums.items():
        file = f"{SHELF}/{basename(path)}"
        if path not in sums:
            expected = f"dit bestand, en de regel ervan in {EDITION_LIST}, zoals ze waren"
            mistakes.append(Mistake(file, "deze editie is gepubliceerd en is er niet meer", expected=expected))
        elif sums[path] != sum:
            message, expected = (
                "onder deze naam is een andere editie gepubliceerd",
                "die editie; een nieuwe heet anders",
            )
            mistakes.append(Mistake(file, message, expected=expected))
    return editions, mistakes


def _wrong_changes(docs: Path, reading: Reading) -> list[Mistake]:
    """What is wrong with the corrections that are told; of the editions beside them that is told elsewhere."""
    try:
        read_changes(docs, reading.ids)
    except ContentError as error:
        return [one for one in error.mistakes if one.file == f"{SHELF}/{CHANGES}"]
    return []


def _missing(published: Published, moves: Moves, files: Set[str], ids: Mapping[str, str]) -> set[str]:
    """The published files that will be no more, and that nothing takes the place of."""
    lost = published.files - files - moves.told - published.sums.keys()
    ways = successors(lost if moves.whole else (), moves, published, ids)
    return {one for one in ways if files.isdisjoint(ways[one])}


def refuse_mistakes(calls: Calls, first: Set[str] | None = None) -> None:
    """Raise ContentError when anything is wrong with the content that `calls` is about, as `check` tells."""
    if mistakes := check(calls, first):
        raise ContentError(mistakes)


def _own_addresses(reading: Reading, site_url: str, here: Mapping[str, str]) -> Iterator[Mistake]:
    """Links to this site by its public address, as one copies them: those break when the site moves, and are not checked."""
    for draft in reading.drafts:
        for link in draft.prose.links if draft.prose else ():
            if not f"{link.name}/".startswith(site_url):
                continue
            place, sign, anchor = link.name[len(site_url) :].partition("#")
            page = here.get(f"{place.strip('/')}/".lstrip("/"))
            yield Mistake(
                draft.path,
                "dit is het adres van deze site zelf",
                link.line,
                value=link.name,
                expected="het pad van een bestand in docs/, gezien vanaf deze pagina",
                meant=page and f"{relpath(page, dirname(draft.path) or '.')}{sign}{anchor}",
            )


def _led_on(mistake: Mistake, moved: Mapping[str, str], ids: Mapping[str, str]) -> Mistake:
    """A dead link to a page that has moved is told with where that went, and the id that it had with the one of today."""
    if not mistake.about:
        return mistake
    if id := ids.get(mistake.about):
        return replace(mistake, meant=id)
    now = moved.get(address(mistake.about))
    _, sign, anchor = str(mistake.value).partition("#")
    return replace(mistake, meant=f"{relpath(now, dirname(mistake.file) or '.')}{sign}{anchor}") if now else mistake
