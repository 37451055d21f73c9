"""Every mistake of an editor, told before anything is built: causes, and not again what follows from them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import replace
from posixpath import dirname, relpath

from ..knowledge.errors import ContentError, Mistake, ordered
from ..knowledge.herkomst import check_printed, posing, read_register
from ..knowledge.reader import Reading, read
from ..knowledge.register import FILE as REGISTER
from ..pages.calls import Calls
from ..pages.site import FIXED, address
from .ledger import read as read_ledger
from .moves import read_moves
from .promises import broken, moved_ids


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
    ledger, wrong_ledger = read_ledger(docs)
    here = {address(draft.path): draft.path for draft in reading.drafts}
    moves, wrong_moves = read_moves(docs, ledger, here.keys())
    moved = {place: here[moves[place]] for place in moves}
    named = {row.op_de_site for row in rows if not row.verband} | FIXED
    own = _own_addresses(reading, calls.elsewhere.site_url, here)
    # A row that can't be read may be of any id.
    unknown = posing(rows, reading.drafts) if rows and not wrong_rows else ()
    causes, lost = broken(reading, ledger, moves, named)
    ids = moved_ids(moved, ledger, reading)
    told = calls.mistakes(first if not reading.mistakes else None)
    # What else is wrong with an id that may not change at all, goes once it is what it was.
    changed = {(one.file, one.line, one.field) for one in causes}
    rest = [
        _led_on(one, moved, ids)
        for one in (*told, *wrong_rows, *unknown)
        if one.about not in lost and (one.file, one.line, one.field) not in changed
    ]
    return ordered((*causes, *own, *wrong_ledger, *wrong_moves, *wrong_printed, *rest))


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
