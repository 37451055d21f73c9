"""Ids and numbers: each is given out once, and none that the site keeps for itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set

from ..errors import Mistake
from ..items import LOS
from ..prose import PASSING
from ..records import Deck, Spanningsveld
from .drafts import Draft


def duplicates(drafts: tuple[Draft, ...], before: Mapping[str, Set[str]]) -> Iterator[Mistake]:
    """Ids that more than one page gives out, or one page twice."""
    first: dict[str, tuple[Draft, int]] = {}
    for draft in drafts:
        for number, one in enumerate(draft.declared):
            # An id stays with the page on which it was published.
            if one.id in before.get(draft.place, ()):
                first.setdefault(one.id, (draft, number))
    for draft in drafts:
        own = next((one for one in draft.declared if one.field == "id"), None)
        original = first[own.id][0] if own and own.id in first else draft
        if own and original is not draft:
            yield Mistake(
                draft.path,
                f"dit id is al van {original.path}",
                own.line,
                "id",
                own.id,
                "een eigen id; is dit bestand een kopie, dan ook voor alles wat erop staat",
                about=own.id,
            )
        for number, one in enumerate(draft.declared):
            other, place = first.setdefault(one.id, (draft, number))
            # Pages of a kind have the same headings, whatever words each of them had before.
            if other is not draft and one.heading and other.declared[place].heading:
                continue
            # Of a copy all ids are taken, and that is told once.
            if (other is not draft or place != number) and not (other is original is not draft):
                expected = f"een id dat nog nergens staat (dit staat ook in {other.path})"
                yield Mistake(draft.path, "dit id bestaat al", one.line, one.field or "id", one.id, expected)


def taken_ids(drafts: tuple[Draft, ...]) -> Iterator[Mistake]:
    """Ids that would be twice on a page, or not be kept; and of data those that a link to a plan or to cards reads otherwise."""
    decks = "|".join(re.escape(draft.record.id) for draft in drafts if isinstance(draft.record, Deck))
    made = re.compile(rf"(zelf|klein|achter)-\d+|({decks})-(zelf|leeg-\d+)")
    for draft in drafts:
        for one in draft.declared:
            passing = PASSING.fullmatch(one.id)
            if passing or one.field and (one.id in LOS or made.fullmatch(one.id)):
                message = f"dit id is al van de {'pagina' if passing else 'site'} zelf"
                expected = "een ander id, zoals `sv4-v6`"
                yield Mistake(draft.path, message, one.line, one.field or "id", one.id, expected)


def wrong_fields(drafts: tuple[Draft, ...]) -> Iterator[Mistake]:
    """Ids of a spanningsveld and its questions: a link to them has the number of a field, and reads the field off a question."""
    for draft in drafts:
        field = draft.record
        if not isinstance(field, Spanningsveld):
            continue
        if field.id != f"sv{field.nummer}":
            expected = f"`sv{field.nummer}`, naar het nummer"
            yield draft.mistake(("id",), "zo heet dit spanningsveld niet", expected, field.id)
            continue
        for number, question in enumerate(field.vragen):
            if not question.id.startswith(f"{field.id}-"):
                message = "aan dit id zie je niet bij welk spanningsveld de vraag hoort"
                expected = f"een id dat met `{field.id}-` begint, zoals `{field.id}-eigen-1`"
                yield draft.mistake(("vragen", number, "id"), message, expected, question.id)


def later(draft: Draft, before: Mapping[str, Set[str]]) -> tuple:
    """In which order pages had their ids: first those that were published before.

    A copy mostly has another name than its id, or the longer one of the two.
    """
    named = draft.name in (one.id for one in draft.declared if one.field == "id")
    return draft.place not in before, not named, len(draft.path), draft.path


def taken_numbers(drafts: tuple[Draft, ...]) -> Iterator[Mistake]:
    """A number, a theme or a place in the register that another page of the kind has."""
    seen: dict[tuple, Draft] = {}
    for draft in drafts:
        data = draft.parsed.data or {}
        # Of concepts the place is no more than an order of reading: two that share it stand by title.
        alone = {"thema": ("nummer", "thema"), "begrip": ()}.get(
            str(data.get("soort")), ("nummer", "volgorde", "inventaris")
        )
        for name in alone:
            value = data.get(name)
            if not isinstance(value, str) or (name,) in draft.wrong:
                continue
            other = seen.setdefault((data.get("soort"), name, value), draft)
            if other is not draft:
                expected = "iets dat nog geen andere pagina van deze soort heeft"
                yield draft.mistake((name,), f"dit heeft {other.path} ook", expected, value)
