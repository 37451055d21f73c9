"""Read all of `docs/` into a Kennisbank, in one pass; every mistake of a run is reported together."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from .checks.drafts import Draft
from .checks.together import together
from .checks.validation import record_of
from .errors import ContentError, Mistake
from .files import Content, Parsed, content_of, hidden, parse
from .fitting import unfitting
from .kennisbank import Kennisbank, Page
from .once import once_a_build
from .prose import read_prose, traps_in_data

_CLAIM = re.compile(r"(?:\bid:\s*[\"']?|\{:[^}\n]*#)([a-z0-9][\w.-]*)")


@dataclass(frozen=True)
class Reading:
    """What came of reading `docs/`: the pages that are right, and everything that is wrong.

    `drafts` are all pages; `claimed` are ids that may be given out by what could not be read.
    """

    bank: Kennisbank
    mistakes: tuple[Mistake, ...]
    content: Content
    drafts: tuple[Draft, ...]
    claimed: frozenset[str]

    @property
    def incomplete(self) -> bool:
        """Whether there is more than the Kennisbank knows."""
        return len(self.bank.pages) < len(self.drafts) or bool(self.content.refused)

    @property
    def ids(self) -> frozenset[str]:
        """Every id that is given out, or may be."""
        return self.claimed.union(one.id for draft in self.drafts for one in draft.declared)


@once_a_build
def load(docs: Path) -> Kennisbank:
    """The Kennisbank of folder `docs`; raises ContentError with all mistakes, and for a folder without pages."""
    read_docs = read(docs)
    if read_docs.mistakes:
        raise ContentError(read_docs.mistakes)
    return read_docs.bank


@once_a_build
def read(docs: Path) -> Reading:
    """All of folder `docs`, with its mistakes."""
    content = content_of(docs)
    mistakes, drafts, claimed = list(content.mistakes), [], set()
    for path in content.pages:
        draft, wrong = _draft(path, parse(docs / path, path))
        mistakes += wrong
        drafts.append(draft)
        if draft.parsed.data is None:
            # Nothing that points at a page should look dead because that page can't be read.
            claimed |= set(_CLAIM.findall(draft.parsed.text))
    for path in content.refused.difference(content.pages):
        # A page with another ending, such as .txt, has ids as well.
        claimed |= set(_CLAIM.findall(parse(docs / path, path).text)) if (docs / path).is_file() else set()

    mistakes += together(docs, content, tuple(drafts), claimed)
    pages = tuple(Page(one.path, one.record, one.prose) for one in drafts if one.record and one.prose)
    bank = Kennisbank(pages)
    mistakes += unfitting(bank, tuple(drafts))
    return Reading(bank, tuple(mistakes), content, tuple(drafts), frozenset(claimed))


@cache
def _draft(path: str, parsed: Parsed) -> tuple[Draft, tuple[Mistake, ...]]:
    """What a page says by itself, and everything that is wrong with it by itself."""
    record, wrong = (None, {}) if parsed.data is None else record_of(parsed, path)
    prose, prose_wrong = (None, []) if parsed.body is None else read_prose(parsed.body, parsed.body_line, path)
    draft = Draft(path, parsed, record, prose, frozenset(wrong))
    typed = [
        draft.mistake(place, *told)
        for place, text in draft.leaves
        if place not in wrong
        for told in (*traps_in_data(text), *hidden(text, parsed.text))
    ]
    return draft, (*parsed.mistakes, *wrong.values(), *typed, *prose_wrong)
