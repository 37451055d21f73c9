"""Read all of `docs/` into a Kennisbank, in one pass; every mistake of a run is reported together."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from .checks import Draft, together
from .errors import ContentError, Mistake
from .files import Content, content_of
from .frontmatter import parse
from .kennisbank import Kennisbank, Page
from .prose import read_prose
from .validation import record_of

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


@cache
def load(docs: Path) -> Kennisbank:
    """The Kennisbank of folder `docs`; raises ContentError with all mistakes, and for a folder without pages."""
    read_docs = read(docs)
    if read_docs.mistakes:
        raise ContentError(read_docs.mistakes)
    return read_docs.bank


@cache
def read(docs: Path) -> Reading:
    """All of folder `docs`, with its mistakes.

    Cached: a build asks for it more than once, and hooks drop this module before the next build.
    """
    content = content_of(docs)
    mistakes, drafts, claimed = list(content.mistakes), [], set()
    for path in content.pages:
        parsed = parse(docs / path, path)
        mistakes += parsed.mistakes
        record, wrong, prose = None, {}, None
        if parsed.data is not None:
            record, wrong = record_of(parsed, path)
            mistakes += wrong.values()
        else:
            # Nothing that points at a page should look dead because that page can't be read.
            claimed |= set(_CLAIM.findall(parsed.text))
        if parsed.body is not None:
            prose, prose_wrong = read_prose(parsed.body, parsed.body_line, path)
            mistakes += prose_wrong
        drafts.append(Draft(path, parsed, record, prose, frozenset(wrong)))
    for path in content.refused.difference(content.pages):
        # A page with another ending, such as .txt, has ids as well.
        claimed |= set(_CLAIM.findall(parse(docs / path, path).text)) if (docs / path).is_file() else set()

    mistakes += together(docs, content, tuple(drafts), claimed)
    pages = tuple(Page(one.path, one.record, one.prose) for one in drafts if one.record and one.prose)
    return Reading(Kennisbank(pages), tuple(mistakes), content, tuple(drafts), frozenset(claimed))
