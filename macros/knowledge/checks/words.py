"""Words by which a page, or a place on it, is sought."""

from __future__ import annotations

from collections.abc import Iterator

from ..errors import Mistake, nearest
from ..records import Begrip
from .drafts import Draft


def wrong_words(drafts: tuple[Draft, ...]) -> Iterator[Mistake]:
    """Words by which a page is found that stand there twice, or by which one finds another page than that of the same name."""
    concepts = {
        draft.record.titel.casefold(): (draft.path, draft.record.id)
        for draft in drafts
        if isinstance(draft.record, Begrip)
    }
    for draft in drafts:
        seen: set[tuple[str | int, str]] = set()
        for path, word in draft.leaves:
            if path[0] not in ("synoniemen", "zoekwoorden") or path in draft.wrong:
                continue
            one = (path[0], " ".join(word.casefold().split()))
            other, id = concepts.get(one[1], (draft.path, ""))
            if one in seen:
                yield draft.mistake(path, "dit staat er twee keer", "elk woord één keer", word)
            elif path[0] == "synoniemen" and other != draft.path:
                expected = f"een ander woord, of `{id}` bij `zie_ook`"
                yield draft.mistake(path, f"dit is de titel van {other}", expected, word)
            seen.add(one)


def nowhere_sought(drafts: tuple[Draft, ...]) -> Iterator[Mistake]:
    """Places with search words of their own that are not on their page."""
    for draft in drafts:
        for path, place in draft.leaves:
            if (
                path[0] == "zoekplekken"
                and path[-1] == "plek"
                and place not in draft.anchors
                and path not in draft.wrong
            ):
                expected = "het kenmerk van een zin, kop of alinea op deze pagina"
                yield draft.mistake(path, "bestaat niet", expected, place, nearest(place, draft.anchors))
