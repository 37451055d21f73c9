"""What is wrong with data that can't be read as YAML, told where an editor must look."""

from __future__ import annotations

import re

import yaml

from ..errors import Mistake

COLON = "tekst met een dubbele punt erin tussen aanhalingstekens"
"""What a text with a colon in it should have been."""
_TYPED = re.compile(r"^\s*(?:- )?[\w-]+:(?:\s|$)")
_UNSPACED = re.compile(r"^\s*(?:- )?(?P<field>[a-z_]+):(?P<rest>[^\s/].*)$")
_NAMED = re.compile(r"^\s*(?:- )?(?:[\w-]+:(?:\s+|$))?")
SIGN = "tekst die met een leesteken begint tussen aanhalingstekens"
_EVEN = "bij elkaar horende velden even ver ingesprongen, en aanhalingstekens die sluiten"


def unread_data(error: yaml.MarkedYAMLError, name: str, first_line: int, lines: list[str]) -> Mistake:
    """What is wrong with data that begins on line `first_line` of file `name`, where the parser stopped with `error`."""
    mark = error.problem_mark or error.context_mark
    # What began here and never ends is only missed later; where it begins is what the editor must see.
    if re.search("quoted scalar|simple key|flow (?:sequence|mapping)", error.context or ""):
        mark = error.context_mark
    index = min(mark.line if mark else 0, len(lines) - 1)
    while index and not lines[index].strip():
        index -= 1
    index = _unclosed(lines, index)
    if unspaced := unspaced_line(lines, index):
        above, field_name, rest = unspaced
        return without_space(name, first_line + above, lines[above], field_name, rest)
    line = lines[index]
    return Mistake(
        name,
        "deze gegevens zijn niet te lezen",
        first_line + index,
        value=line.strip() or None,
        expected=_hint(error, line),
    )


def _unclosed(lines: list[str], index: int) -> int:
    """The line above the one at `index` with a quotation mark that never closes, where that one by itself is sound."""
    if not re.fullmatch("\"[^\"]*\"|'[^']*'", _value_on(lines[index])):
        return index
    values = [_value_on(line) for line in lines[:index]]
    return max(
        (at for at, value in enumerate(values) if value[:1] in ("'", '"') and value.count(value[0]) == 1), default=index
    )


def _value_on(line: str) -> str:
    return _NAMED.sub("", line).strip()


def unspaced_line(lines: list[str], index: int) -> tuple[int, str, str] | None:
    """The line, at `index` or just above it, with a field but no space after its colon."""
    for above in range(min(index, len(lines) - 1), -1, -1):
        if found := _UNSPACED.match(lines[above]):
            return above, found["field"], found["rest"]
        if above < index and _TYPED.match(lines[above]):
            return None
    return None


def without_space(name: str, line: int, typed: str, field_name: str, rest: str) -> Mistake:
    """A field without a space behind its colon."""
    return Mistake(
        name,
        "na de dubbele punt ontbreekt een spatie",
        line,
        value=typed.strip(),
        meant=f"{field_name}: {rest}",
    )


def _hint(error: yaml.MarkedYAMLError, line: str) -> str:
    problem = error.problem or ""
    if line.lstrip(" ").startswith("\t"):
        return "spaties om in te springen, geen tabs"
    value = _value_on(line)
    if "mapping values are not allowed" in problem and (line.count(": ") > 1 or value.endswith(":")):
        return COLON.replace("aanhalingstekens", 'rechte aanhalingstekens (`"`)') if re.search("[“„”]", line) else COLON
    if value.startswith(("[", "{")):
        return "tekst die met `[` of `{` begint tussen aanhalingstekens; of haken en aanhalingstekens die sluiten"
    if value.startswith("'"):
        return "tekst met een `'` erin tussen dubbele aanhalingstekens (`\"`)"
    if value.startswith('"') and value.count('"') > 1:
        return "tekst met een `\"` erin tussen enkele aanhalingstekens (`'`)"
    if re.match(r"[?>|,\]}]|-\s", value):
        return SIGN
    if "simple key" in (error.context or "") and "quoted" not in problem:
        return "een naam, een dubbele punt, een spatie en dan de inhoud, zoals `titel: …`"
    if "undefined alias" in problem or "cannot start any token" in problem or "expected alphabetic" in problem:
        return SIGN
    return _EVEN
