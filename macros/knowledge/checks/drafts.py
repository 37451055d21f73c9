"""Pages as they were read, right or wrong: what each gives out, and how a mistake in it is told."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from posixpath import basename, dirname

from ..errors import Mistake
from ..files import PAGE, Parsed, Path_, dotted, texts_in
from ..prose import Prose
from ..records import Record


@dataclass(frozen=True)
class Declared:
    """An id that a page gives out, with where it says so; `field` is None for a passage or `heading` of its prose."""

    id: str
    line: int | None
    field: str | None = None
    heading: bool = False


@dataclass(frozen=True)
class Draft:
    """A page as it was read, with or without mistakes: its record and prose are None where they can't be known.

    `wrong` are the paths of values that are told to be wrong already.
    """

    path: str
    parsed: Parsed
    record: Record | None = None
    prose: Prose | None = None
    wrong: frozenset[Path_] = field(default=frozenset())

    @property
    def name(self) -> str:
        """The name of the file, of an index that of its folder."""
        stem = self.path[: -len(PAGE)]
        return basename(dirname(stem) if basename(stem) == "index" and "/" in stem else stem)

    @property
    def id(self) -> str:
        """The id of the page itself; nothing where it says none."""
        return next((one.id for one in self.declared if one.field == "id"), "")

    @property
    def place(self) -> str:
        """Where it is published, as its path without ending; that of an index is its folder."""
        stem = self.path[: -len(PAGE)]
        return dirname(stem) if basename(stem) == "index" else stem

    @cached_property
    def leaves(self) -> tuple[tuple[Path_, str], ...]:
        """Every text among its data, with its path."""
        return tuple(texts_in(self.parsed.data or {}))

    @cached_property
    def declared(self) -> tuple[Declared, ...]:
        """Every id that it gives out, but for those in the register of sources, which are a space of their own."""
        found = [
            Declared(value, self.parsed.line(path), dotted(path))
            for path, value in self.leaves
            if path[-1] == "id" and path[0] not in ("verwant", "publicaties")
        ]
        return (
            *found,
            *(Declared(one.name, one.line, heading=one.heading) for one in (self.prose.passages if self.prose else ())),
        )

    @property
    def anchors(self) -> set[str]:
        """Every fragment that a link to it may end in."""
        return {one.id for one in self.declared if one.field != "id"} | (self.prose.anchors if self.prose else set())

    def mistake(
        self,
        path: Path_,
        message: str,
        expected: str,
        value: object = None,
        meant: str | None = None,
        about: str | None = None,
    ) -> Mistake:
        """What is wrong with the value at `path` among its data."""
        return Mistake(self.path, message, self.parsed.line(path), dotted(path), value, expected, meant, about)
