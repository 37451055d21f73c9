"""Fields that name something by its id: it is there, once, and of a kind that the field may name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..errors import Mistake, nearest
from ..files import Path_
from ..items import LOS
from ..records import KINDS
from .drafts import Draft

# Fields that hold ids of pages and parts, by name, since they mean the same wherever they stand.
_ASKS = ("naar", "kaarten", "ook", "zie", "zie_ook", "bij", "van", "gebruikt", "op_blad", "printen", "wat")
# And what else names a thing at most once.
_IDS = (*_ASKS, "bron")
_ONCE = (*_IDS, "voor", "niveau", "maten", "fasen", "doelen", "noten", "schrijven", "bewegen")
# Fields that only lead to pages of these kinds: whether to parts of them as well, and what is told.
_FRAMED = tuple(kind for kind in KINDS if kind != "insluiting")
_LEADS_TO = {
    "zie": (("begrip", "model", "spanningsveld"), False, "het id van een begrip, een model of een spanningsveld"),
    "zie_ook": (("begrip",), False, "het id van een begrip"),
    "printen": (
        ("deck", "pagina", "werkkaart", "les", "lesblad", "programma"),
        False,
        "het id van een set kaarten, of van een pagina met iets om te printen",
    ),
    "bij": (_FRAMED, True, "het id van wat de insluiting toont, en niet van de insluiting zelf"),
    "van": (_FRAMED, False, "het id van een hele pagina, die zelf geen insluiting is"),
}
_PHASE = re.compile(r"fasen\[\d+\]\.id")


def wrong_sources(drafts: tuple[Draft, ...]) -> Iterator[Mistake]:
    """Ids of the publications and places, each of which is there once; the fields `bron` name them."""
    known: dict[str, str] = {}
    for draft in drafts:
        for path, id in draft.leaves:
            if path[-1] == "id" and path[0] == "publicaties":
                if id in known:
                    expected = f"een id dat nog nergens staat (dit staat ook in {known[id]})"
                    yield draft.mistake(path, "dit id bestaat al", expected, id)
                known[id] = draft.path
    if not known:
        return
    listed = " en ".join(sorted(set(known.values())))
    for draft in drafts:
        for path, id in draft.leaves:
            if _field(path) == "bron" and id not in known and path not in draft.wrong:
                expected = f"een vindplaats uit de lijst in {listed}"
                yield draft.mistake(path, "bestaat niet", expected, id, nearest(id, known))


def wrong_relations(drafts: tuple[Draft, ...], claimed: set[str]) -> Iterator[Mistake]:
    """Ids of pages and parts that are not there, stand there twice, or lead to what the field is not for."""
    kinds = {
        one.id: (str((draft.parsed.data or {}).get("soort")), one.field != "id")
        for draft in drafts
        for one in draft.declared
    }
    known = kinds.keys()
    for draft in drafts:
        listed: set[tuple[Path_, str]] = set()
        for path, id in draft.leaves:
            name = _field(path)
            if name not in _ONCE or path in draft.wrong:
                continue
            if name in _IDS and id == (draft.parsed.data or {}).get("id"):
                yield draft.mistake(path, "dit is de pagina zelf", "het id van iets anders", id)
            elif (path[:-1], id) in listed:
                expected = "elk id één keer" if name in _IDS else "elk één keer"
                yield draft.mistake(path, "dit staat er twee keer", expected, id)
            elif name in _LEADS_TO and id in known and (name != "van" or path == ("van",)):
                allowed, parts, expected = _LEADS_TO[name]
                kind, part = kinds[id]
                if kind not in allowed and kind in KINDS or part and not parts:
                    yield draft.mistake(path, "hier hoort iets van een andere soort", expected, id)
            if isinstance(path[-1], int):
                listed.add((path[:-1], id))
            loose = LOS if name == "wat" else ()
            if name in _ASKS and not (id in known or id in claimed or id in loose):
                expected = "het id van een pagina, of van iets op een pagina"
                expected += f", of {', '.join(loose)}" if loose else ""
                yield draft.mistake(path, "bestaat niet", expected, id, nearest(id, {*known, *loose}), id)


def wrong_phases(drafts: tuple[Draft, ...], claimed: set[str]) -> Iterator[Mistake]:
    """An estimate that says it goes with what is no phase."""
    declared = [one for draft in drafts for one in draft.declared]
    ids, phases = {one.id for one in declared}, {one.id for one in declared if _PHASE.fullmatch(one.field or "")}
    for draft in drafts:
        for path, id in draft.leaves:
            if path[-3:-1] == ("schatting", "fasen") and id not in phases | claimed and path not in draft.wrong:
                message = "dit is geen fase" if id in ids else "bestaat niet"
                expected, meant = "het id van een fase, zoals `wk8-fase2`", nearest(id, phases)
                yield draft.mistake(path, message, expected, id, meant, id)


def _field(path: Path_) -> str:
    return next(part for part in reversed(path) if isinstance(part, str))
