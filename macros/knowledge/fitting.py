"""Whether the planner has room for all that a programme says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .checks.drafts import Draft
from .errors import Mistake
from .files import Path_
from .items import EIGEN, LONGEST_NOTE, LONGEST_STEPS, LONGEST_TEXT, LONGEST_TITLE, LOS, Blok
from .kennisbank import Kennisbank
from .programmes import planned
from .records import Programma

_ROOM = {
    "wie": (LONGEST_TITLE, ("wie",)),
    "doel": (LONGEST_TEXT, ("doel",)),
    "erbij": (LONGEST_TEXT, ("materiaal",)),
    "stappen": (LONGEST_STEPS, ("zo", "gebruikt")),
    "notitie": (LONGEST_NOTE, ("inkorten",)),
    "door": (LONGEST_TEXT, ("door",)),
}
"""Of each text that a block has in the planner, how many characters it may have and which fields it is made of."""


def unfitting(bank: Kennisbank, drafts: tuple[Draft, ...]) -> Iterator[Mistake]:
    """Every text of a programme that is too long for the planner, which would refuse all of it."""
    for draft in drafts:
        if isinstance(draft.record, Programma):
            yield from _too_long(draft, ("titel",), draft.record.titel, LONGEST_TITLE)
            meetings = draft.record.bijeenkomsten
            for number, meeting in enumerate(meetings):
                # Of one meeting alone the planner has no title.
                if len(meetings) > 1:
                    yield from _too_long(draft, ("bijeenkomsten", number, "titel"), meeting.titel, LONGEST_TITLE)
                for at, block in enumerate(meeting.blokken):
                    yield from _unfitting(bank, draft, ("bijeenkomsten", number, "blokken", at), block)


def _unfitting(bank: Kennisbank, draft: Draft, path: Path_, block: Blok) -> Iterator[Mistake]:
    yield from _too_long(draft, (*path, "titel"), block.titel or "", LONGEST_TITLE)
    # What is not known, or has no name, is told already.
    known = {block.wat, *block.gebruikt} <= {*LOS, *bank.places}
    if not known or block.wat == EIGEN and not block.titel:
        return
    whole = planned(bank, block, 0)
    for name, (most, fields) in _ROOM.items():
        first, *more = [one for one in fields if getattr(block, one)] or fields
        yield from _too_long(draft, (*path, first), getattr(whole, name) or "", most, more)


def _too_long(draft: Draft, path: Path_, text: str, most: int, more: Sequence[str] = ()) -> Iterator[Mistake]:
    """That the planner has no room for `text`, from the field at `path` and from those in `more`."""
    # As a browser counts them: most emoji are two.
    length = len(text.encode("utf-16-le")) // 2
    if length > most:
        together = f", met {' en '.join(f'`{one}`' for one in more)} erbij" if more else ""
        expected = f"hooguit {most} tekens{together}"
        yield draft.mistake(path, f"dit zijn {length} tekens, te veel voor de planner", expected, text)
