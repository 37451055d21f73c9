"""What stands on a page: its headings, or where it is one long list from A to Z its letters, for the list beside its text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape

from ..knowledge.records import Literatuurlijst, Personenlijst, Record, Woordenlijst
from .sorting import first_letter

_HEADING = re.compile(r"<h2\b[^>]*?\bid=\"([^\"]+)\"[^>]*>(.*?)</h2>", re.S)
_ASIDE = re.compile(r'<(a|span) class="(?:anker|id|vh)".*?</\1>|<[^>]*>', re.S)
# What a page does changes as one goes on, and with it which of its headings are there.
_ELEMENT = re.compile(r"<(\w+-[\w-]+)\b.*?</\1>", re.S)
_WORK = re.compile(r'<li id="([^"]+)"><p class="verwijzing">([^<]+)')
FEWEST = 3
"""Of fewer parts one needs no list."""


@dataclass(frozen=True)
class Paginadeel:
    """A part of a page: the id at which it begins, and what it is called."""

    id: str
    titel: str


def contents(record: Record, html: str) -> tuple[Paginadeel, ...]:
    """The parts of the page of `record`, whose text is `html`, in order; none where there are few."""
    found = tuple(_letters(_filed(record, html))) or tuple(_headings(html))
    return found if len(found) >= FEWEST else ()


def _headings(html: str) -> Iterator[Paginadeel]:
    for id, inside in _HEADING.findall(_ELEMENT.sub("", html)):
        yield Paginadeel(id, " ".join(unescape(_ASIDE.sub("", inside)).split()))


def _letters(filed: Iterable[tuple[str, str]]) -> Iterator[Paginadeel]:
    """Each letter with the first that begins with it; what has no name comes after the last of them."""
    seen = ""
    for id, name in filed:
        letter = first_letter(name)
        if letter > seen:
            seen = letter
            yield Paginadeel(id, letter)


def _filed(record: Record, html: str) -> Iterable[tuple[str, str]]:
    """What a list from A to Z has, in order: its id, and what it is filed by; nothing for another kind of page."""
    if isinstance(record, Woordenlijst):
        return ((one.id, one.term) for one in record.lemmas)
    if isinstance(record, Personenlijst):
        return ((one.id, one.id.removeprefix("persoon-")) for one in record.personen)
    return _WORK.findall(html) if isinstance(record, Literatuurlijst) else ()
