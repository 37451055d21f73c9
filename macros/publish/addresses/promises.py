"""What was published once stays: told before the build, in the page whose change would break it.

A page that got another name makes links to it look dead, and an id that was changed everything that names it. An editor
should hear of the cause, not of what follows from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from posixpath import dirname

from ...knowledge.checks.drafts import Declared, Draft
from ...knowledge.errors import Mistake, nearest
from ...knowledge.files import EDITION_LIST, Path_
from ...knowledge.reader import Reading
from ...pages.site import address
from ..editions import Editie
from .ledger import Published
from .moves import Moves

_NUMBERED = re.compile(r"[a-z]+\d+(?=-)")
"""How the ids on a page with a number begin: with its own, as in `wk3-s1`."""


def broken(
    reading: Reading, published: Published, moves: Moves, named: Set[str], editions: Iterable[Editie]
) -> tuple[list[Mistake], set[str]]:
    """The promises that `reading` breaks, and the paths and ids that are missing because of it.

    `named` are ids that must be on the site beside the anchors in the ledger: those of the register, and of fixed pages.
    `editions` may have a page that is gone.
    """
    ledger = published.pages
    here = {address(draft.path): draft for draft in reading.drafts}
    new = [draft for draft in reading.drafts if address(draft.path) not in ledger]
    mistakes, lost = [], set()
    for gone in sorted(ledger.keys() - here.keys() - moves.pages.keys()):
        path = _path(gone, reading)
        if not reading.content.may_be(path):
            # Of a page with a line that is wrong that is told, and a file that can't be read may have the right one.
            if moves.whole and gone not in moves.told:
                mistakes.append(_gone(path, gone, new, published, reading, editions))
            lost |= {path, *_ids(path, gone, published, reading)}
    mistakes += _exchanged(published, here)
    for draft, one, old in _renamed(reading, published, here, named):
        mistakes.append(
            Mistake(
                draft.path,
                f"dit id is gepubliceerd als `{old}` en blijft zo",
                one.line,
                one.field,
                one.id,
                "het oude id, ook als de tekst verandert",
                old,
            )
        )
        lost |= {old, one.id}
    return mistakes, lost


def moved_ids(moved: Mapping[str, str], published: Published, reading: Reading) -> dict[str, str]:
    """The ids that pages had which have moved, each with that of the page where it is now; `moved` has their files."""
    now = {draft.path: draft.id for draft in reading.drafts if draft.id}
    return {
        id: now[path]
        for place, path in moved.items()
        for id in _ids(_path(place, reading), place, published, reading) - published.pages[place]
        if path in now
    }


def _ids(path: str, place: str, published: Published, reading: Reading) -> set[str]:
    """The ids that the page with file `path` at address `place`, which is gone, had and no page has now.

    Its own may be in no ledger: it follows from the name of the file then, or is what the ids on the page begin with.
    """
    anchors = published.pages[place]
    own = {found[0] for id in anchors if (found := _NUMBERED.match(id))}
    own = {published.ids[place]} if place in published.ids else {*_names(path), *own}
    had = {*own, *anchors}
    return had.difference(reading.ids, *(draft.anchors for draft in reading.drafts))


def _path(gone: str, reading: Reading) -> str:
    """The file that most likely had address `gone`."""
    folder = gone.rstrip("/")
    beside = any(draft.path.startswith(f"{folder}/") for draft in reading.drafts)
    return f"{folder}/index.md".lstrip("/") if beside or not folder else f"{folder}.md"


def _gone(
    path: str, gone: str, new: list[Draft], published: Published, reading: Reading, editions: Iterable[Editie]
) -> Mistake:
    id = published.ids.get(gone, path.removesuffix(".md").split("/")[-1])
    same = [draft.path for draft in new if draft.id == id]
    folder = [draft.path for draft in new if dirname(draft.path) == dirname(path)]
    now = same[0] if len(same) == 1 else folder[0] if len(folder) == 1 else nearest(path, folder)
    links = sum(mistake.about == path for mistake in reading.mistakes)
    naming = {0: "", 1: "; 1 link wijst ernaar"}.get(links, f"; {links} links wijzen ernaar")
    move = f", of de regel `{gone}: {address(now) if now else 'het/nieuwe/adres/'}` in verhuisd.yml"
    kept = [one.naam for one in editions if gone in one.paginas] if gone and not same else []
    # Who takes back a story should know that it can still be read.
    naming += (
        f"; {'editie' if len(kept) == 1 else 'edities'} {', '.join(kept)} {'heeft' if len(kept) == 1 else 'hebben'} hem nog "
        f"(is hij op verzoek weg, zet daar dan `ingetrokken: [{gone}]` bij in {EDITION_LIST})"
        if kept
        else ""
    )
    return Mistake(
        path,
        f"deze pagina is gepubliceerd en staat er niet meer{naming}",
        # The home page has no address that could move.
        expected=f"dit bestand weer onder deze naam{move if gone else ''}",
    )


def _exchanged(published: Published, here: Mapping[str, Draft]) -> Iterator[Mistake]:
    """Pages at the address of another one, such as two that swapped the names of their files."""
    homes = {id: place for place, id in published.ids.items()}
    for place, draft in here.items():
        home = homes.get(draft.id, place)
        if home != place and published.ids.get(place, draft.id) != draft.id:
            yield Mistake(
                draft.path,
                f"op dit adres is de pagina `{published.ids[place]}` gepubliceerd",
                next(one.line for one in draft.declared if one.field == "id"),
                "id",
                draft.id,
                f"deze pagina weer op `{home or '/'}`, of op een adres dat nog nooit een pagina had",
            )


def exchanged_texts(reading: Reading, edition: Editie) -> Iterator[Mistake]:
    """Parts that exchanged their ids since the newest `edition`: each has just the words that the other had.

    A link to one of them, or a printed card, would lead to the other.
    """
    then = {id: one["tekst"].split("\n")[0] for id, one in edition.onderdelen.items()}
    given = {}
    for draft in reading.drafts:
        words: dict[Path_, str] = {}
        for path, text in draft.leaves:
            if path[-1] != "id":
                words.setdefault(path[:-1], text)
        given |= {id: (draft, path, words.get(path[:-1])) for path, id in draft.leaves if path[-1:] == ("id",)}
    now = {id: text for id, (_, _, text) in given.items() if text and id in then and then[id] != text}
    had = {then[id]: id for id in now}
    for id, text in now.items():
        other = had.get(text)
        if other and now[other] == then[id]:
            draft, path, _ = given[id]
            message = f"in editie {edition.naam} is dit id van een andere tekst"
            yield draft.mistake(path, message, "bij elke tekst zijn eigen id", id, other)


def _renamed(
    reading: Reading, published: Published, here: Mapping[str, Draft], named: Set[str]
) -> Iterator[tuple[Draft, Declared, str]]:
    """Ids that a page gives out and never was known by, with the id that it most likely had."""
    ids, ledger, homes = reading.ids, published.pages, set(published.ids.values())
    missing = {id for id in named if id not in ids}
    for place, draft in here.items():
        if place not in ledger:
            continue
        known = ledger[place]
        gone = set(known - draft.anchors - ids) | missing
        for one in draft.declared:
            if one.field == "id" and place in published.ids:
                if one.id != published.ids[place] and one.id not in homes:
                    yield draft, one, published.ids[place]
                continue
            if one.id in known or one.id in named or not gone:
                continue
            if one.field == "id":
                old = next((name for name in _names(draft.path) if name in missing), None)
            else:
                mine = gone & known
                old = (
                    nearest(one.id, mine) or _only(id for id in mine if _row(id) == _row(one.id)) or _only(mine & named)
                )
            if old:
                gone.discard(old)
                yield draft, one, old


def _names(path: str) -> list[str]:
    """The ids that a page may have had by the name of its file."""
    whole = path.removesuffix(".md").removesuffix("/index")
    names = [whole.rpartition("/")[2], whole.replace("/", "-")]
    return [*names, "start"] if whole == "index" else names


def _row(id: str) -> str:
    return id.rstrip("0123456789")


def _only(ids: Iterable[str]) -> str | None:
    """The one there is; None when there are none or more."""
    found = list(ids)
    return found[0] if len(found) == 1 else None
