"""What can only be told of the pages together: ids, relations, links, numbers and signs that must be there, and once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..errors import Mistake
from ..files import Content, published_before
from .drafts import Draft
from .ids import duplicates, later, taken_ids, taken_numbers, wrong_fields
from .lessons import wrong_lessons
from .links import dead_links
from .programmes import wrong_programmes
from .relations import wrong_phases, wrong_relations, wrong_sources
from .signs import missing_signs, no_text
from .words import nowhere_sought, wrong_words


def together(docs: Path, content: Content, drafts: tuple[Draft, ...], claimed: set[str]) -> Iterator[Mistake]:
    """Everything wrong between pages; an id in `claimed` may be given out by what could not be read."""
    before = published_before(docs)
    drafts = tuple(sorted(drafts, key=lambda draft: later(draft, before)))
    yield from duplicates(drafts, before)
    yield from taken_ids(drafts)
    yield from wrong_fields(drafts)
    yield from wrong_sources(drafts)
    yield from wrong_relations(drafts, claimed)
    yield from wrong_phases(drafts, claimed)
    yield from dead_links(content, drafts)
    yield from taken_numbers(drafts)
    yield from wrong_words(drafts)
    yield from nowhere_sought(drafts)
    yield from missing_signs(docs, drafts)
    yield from no_text(docs, content)
    yield from wrong_lessons(drafts)
    yield from wrong_programmes(drafts)
