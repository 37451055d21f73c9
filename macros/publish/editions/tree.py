"""What is left of a page once all is gone that can't work in an edition: no heading of nothing, and nothing empty."""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass, field

VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BOUNDS = frozenset(["section", "article", "aside", "details"])
"""What stands below a heading ends with these."""
_EMPTIED = frozenset([*_BOUNDS, "div", "p", "ul", "ol", "dl", "figure", "table", "header", "footer", "fieldset"])
_CAPTIONS = frozenset(["summary", "figcaption"])
"""What says of the rest of an element what it is."""
_TEXT = 7
"""Deeper than any heading."""


@dataclass
class Element:
    """A part of a page: its tag, how that is written, the name by which one links to it, and what is in it, in order."""

    tag: str
    opening: str = ""
    id: str | None = None
    parts: list[str | Element] = field(default_factory=list)

    def __str__(self) -> str:
        closing = f"</{self.tag}>" if self.tag and self.tag not in VOID else ""
        return "".join((self.opening, *map(str, self.parts), closing))

    @property
    def elements(self) -> Iterator[Element]:
        """All that is in it, at any depth."""
        for part in self.parts:
            if isinstance(part, Element):
                yield part
                yield from part.elements

    @property
    def says(self) -> bool:
        """Whether there is anything to read in it, or to see."""
        return self.tag == "svg" or any(part.says if isinstance(part, Element) else part.strip() for part in self.parts)

    def empty(self) -> None:
        """Leave nothing of it but the names by which one links to what was there."""
        self.parts = [anchor(one.id) for one in (self, *self.elements) if one.id]
        self.tag, self.opening, self.id = "", "", None


def anchor(id: str) -> Element:
    """A place to link to, with nothing to see."""
    return Element("span", f'<span id="{html.escape(id)}">', id)


def tidy(main: Element) -> None:
    """Empty every heading in `main` with nothing below it, and whatever has nothing to say."""
    below = 0
    for one in reversed([*_outline(main)]):
        if isinstance(one, int):
            below = one
            continue
        level = _HEADINGS[one.tag]
        if level == 1 or below > level or any(inner.tag == "a" for inner in one.elements):
            below = level
        else:
            one.empty()
    _level(main)
    _tidy(main)


def _level(main: Element) -> None:
    """Have a heading come up to where one above it is gone."""
    above = 1
    for one in main.elements:
        if level := _HEADINGS.get(one.tag):
            above = min(level, above + 1)
            one.opening = one.opening.replace(one.tag, f"h{above}", 1)
            one.tag = f"h{above}"


def _outline(element: Element) -> Iterator[int | Element]:
    """The headings in it, in order, and what is between them: how deep that is."""
    for part in element.parts:
        if isinstance(part, str):
            if part.strip():
                yield _TEXT
        elif part.tag in _HEADINGS:
            yield part
        elif part.tag in ("li", "a", "svg"):
            # A heading in a list or a link is what is listed or linked to.
            if part.says:
                yield _TEXT
        else:
            yield from _outline(part)
            if part.tag in _BOUNDS:
                yield 0


def _tidy(element: Element) -> None:
    for part in element.parts:
        if isinstance(part, Element) and part.tag != "svg":
            _tidy(part)
            said = [one for one in part.parts if not (isinstance(one, Element) and one.tag in _CAPTIONS)]
            if part.tag in _EMPTIED and not Element(part.tag, parts=said).says:
                part.empty()
