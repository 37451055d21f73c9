"""What depends on the lines around it: lists, tables, lines that make a heading of the line above, indented text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ..errors import Mistake
from .emphasis import emphasis_traps

_ITEM = re.compile(r"^[ ]*(?:[-*+]|1[.])[ ]+\S")
_ANY_ITEM = re.compile(r"^[ ]*(?:[-*+]|(?P<number>\d+)[.])[ ]+\S")
_ROW = re.compile(r"^\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)+\|?[ ]*$|^\|[ ]*:?-+:?[ ]*\|[ ]*$")
# Nobody quotes within a quotation within a quotation.
_QUOTED = re.compile(r"(?:>[ ]?+){1,2}+(?!>)")
_NO_PARAGRAPH = re.compile(r"^(?:#|>|\||\{\{|\{%|: )")


def block_traps(text: str, told) -> Iterator[Mistake]:
    """What depends on the lines around it: lists, tables, lines that make a heading of the line above, indented text."""
    at, listed = 0, False
    for block in re.split(r"(\n[ \t]*\n)", text):
        lines = block.split("\n")
        if _QUOTED.match(block) and all(line.startswith(">") for line in lines):
            yield from _quoted(block, lines, at, told)
        elif block.strip():
            yield from _block(lines, at, listed, told)
            first = next(line for line in lines if line.strip())
            listed = bool(_ANY_ITEM.match(first)) or listed and first.startswith((" ", "\t"))
        at += len(block)


@dataclass(frozen=True)
class _Line:
    """A line of a block, with what decides how the page reads it.

    `above` is the line above it within the block, `indent` how deep the last item above it is, `listed` whether the block
    above belongs to a list.
    """

    text: str
    above: str
    first: bool
    listed: bool
    indent: int | None

    @cached_property
    def item(self) -> re.Match | None:
        return _ANY_ITEM.match(self.text)

    @cached_property
    def space(self) -> str:
        return self.text[: len(self.text) - len(self.text.lstrip(" \t"))]

    @cached_property
    def deep(self) -> int:
        return len(self.space.expandtabs(4))

    @cached_property
    def running(self) -> bool:
        """Whether the paragraph of the line above goes on in it."""
        above = self.above and not _NO_PARAGRAPH.match(self.above)
        return bool(above) and not _NO_PARAGRAPH.match(self.text) and self.indent is None


def _quoted(block: str, lines: list[str], at: int, told) -> Iterator[Mistake]:
    """The same of a quotation, without the signs before its lines."""
    inside = "\n".join(re.sub("^>[ ]?", "", line) for line in lines)

    def told_here(within: int, message: str, expected: str, shown: str) -> Mistake:
        line = inside.count("\n", 0, within)
        expected = expected.replace("een lege regel", "een regel met alleen `>`")
        return told(at + sum(len(one) + 1 for one in lines[:line]), message, expected, shown)

    yield from block_traps(inside, told_here)


def _block(lines: list[str], at: int, listed: bool, told) -> Iterator[Mistake]:
    first = next(line for line in lines if line.strip())
    rows = [index for index, line in enumerate(lines) if _ROW.match(line)]
    start, begin = lines.index(first), at + "\n".join(lines).index(first)
    above, indent, columns = "", None, 0
    for index, typed in enumerate(lines):
        line = _Line(typed, above, index == start, listed, indent)
        if index in rows and index == start + 1 and "|" in above:
            columns = _cells(typed)
            found = list(_heads_trap(line, columns))
        else:
            found = (
                list(_underline_trap(line, rows))
                or list(_table_trap(line, index in rows, bool(rows), columns))
                or list(_list_trap(line))
                or list(_code_trap(line))
            )
        for message, expected, shown in found:
            yield told(at, message, expected, shown.strip())
        if line.item and (not line.running or _ITEM.match(typed)):
            indent = line.deep
        above = typed if typed.strip() else ""
        at += len(typed) + 1
    yield from emphasis_traps(lines[start:], begin, told)


# Of each trap what is wrong, what was expected, and what is shown.
_Found = Iterator[tuple[str, str, str]]


def _underline_trap(line: _Line, rows: list[int]) -> _Found:
    if re.fullmatch(r"[=-]+[ ]*", line.text) and line.above and not rows and not _NO_PARAGRAPH.match(line.above):
        expected = "een lege regel boven de streep, of voor een kop `## ` ervoor"
        yield "deze streep maakt een kop van de regel erboven", expected, line.above


def _heads_trap(line: _Line, columns: int) -> _Found:
    """What may be wrong with the line below the heads of a table, and with those."""
    if ":" in line.text:
        yield "een kolom uitlijnen kan hier niet", "streepjes zonder dubbele punt", line.text
    if _cells(line.above) != columns:
        more = "meer" if _cells(line.above) > columns else "minder"
        yield f"de tabel heeft {more} koppen dan kolommen", f"{columns} cellen", line.above


def _table_trap(line: _Line, row: bool, with_row: bool, columns: int) -> _Found:
    if row:
        yield "dit wordt geen tabel", "een lege regel boven de tabel, en dan de koppen", line.text
    elif not with_row and line.text.startswith("|") and not line.above.startswith("|"):
        yield "dit wordt geen tabel", "onder de koppen een regel als `|---|---|`", line.text
    elif columns and _cells(line.text) > columns:
        yield "deze rij heeft te veel cellen; wat te veel is, valt weg", f"{columns} cellen", line.text
    elif columns and line.text.strip() and _cells(line.text) < columns:
        yield "deze rij heeft te weinig cellen", f"{columns} cellen; in een lege cel staat alleen een spatie", line.text


def _list_trap(line: _Line) -> _Found:
    if line.item and line.running and _ITEM.match(line.text):
        yield "dit wordt geen lijst", "een lege regel boven de lijst", line.text
    elif line.item:
        deeper = line.indent is not None and line.deep > line.indent
        begins = deeper or line.indent is None and not line.listed and not line.running
        if line.item["number"] not in (None, "1") and begins:
            yield "deze lijst begint op de pagina bij 1", "`1. ` bij het eerste punt", line.text
        elif line.indent is not None and deeper and line.deep // 4 == line.indent // 4:
            yield "dit wordt geen lijst in een lijst", "vier spaties ervoor", line.text
    elif line.first and 0 < line.deep < 4 and line.listed:
        yield "deze tekst hoort niet meer bij de lijst", "vier spaties ervoor", line.text


def _code_trap(line: _Line) -> _Found:
    if line.deep >= 4 and (line.first and not line.listed or line.above.startswith("#")):
        by_tab = "\t" in line.space
        message = f"{'een tab vooraan maakt' if by_tab else 'vier spaties vooraan maken'} van tekst een blok code"
        yield message, "niets vooraan" if by_tab else "geen spaties vooraan", line.text


def _cells(row: str) -> int:
    return len(re.sub(r"\\\||^[ ]*\||\|[ ]*$", "", row).split("|")) if "|" in row else 0
