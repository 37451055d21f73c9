"""Data as an editor types it: the plain part of YAML that needs no explaining, with the line of every value.

Text stays the text that was typed: YAML 1.1 would read `010` as eight, `1:30` as ninety and `no` as false. What a number is,
or a yes, the field itself decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import yaml

from ..errors import Mistake
from .yaml_mistakes import SIGN, unread_data, unspaced_line, without_space

Path_ = tuple[str | int, ...]
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 12
_NOTHING = ("", "~", "null")
# As a word processor makes them: around all of a value they were meant for the machine.
_CURLED = re.compile(r"[“„][^“„”]*[”“]")
# On a line that YAML adds to the line above: of a list, and what looks like a field.
_DASHED = re.compile(r"[-*•](?:\s|$)|-[^\W\d_]")
_LIKE_A_FIELD = re.compile(r"(?P<field>[a-z_]+)(?P<colon>:?)[ ]*(?P<rest>\S.*)")
ADDED = "deze regel komt nu achter de regel erboven te staan"
"""What is wrong with a line that is indented too far, or has no colon."""


@dataclass(eq=False)
class Data:
    """What was typed: `data`, fields or rows of them, or None when it can't be read, and mistakes found on the way.

    `lines` maps the path of a value, such as `("vragen", 2, "vraag")`, to its line in the file.
    `added` are lines that YAML added to the text above and that may have been meant as a field: the path of that text, the
    line, the name and the rest.
    """

    data: Any = None
    lines: dict[Path_, int] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)
    added: list[tuple[Path_, int, str, str]] = field(default_factory=list)

    def line(self, path: Path_) -> int | None:
        """Line of the value at `path`, or of the nearest thing around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path)


def read_data(text: str, name: str, first_line: int, into: Data, rows: bool = False) -> None:
    """Read fields, or a list of `rows`, from `text`, which begins on line `first_line` of file `name`.

    Fills `into`, never raises for bad input.
    """
    lines = text.split("\n")
    reader = _Reader(name, first_line, lines, into)
    try:
        events = yaml.parse(text, Loader=_LOADER)
        data = reader.rows(events) if rows else reader.fields(events)
    except _Unreadable as told:
        into.mistakes.append(told.mistake)
    except yaml.MarkedYAMLError as error:
        into.mistakes.append(unread_data(error, name, first_line, lines))
    except yaml.YAMLError:
        into.mistakes.append(
            Mistake(name, "deze gegevens zijn niet te lezen", first_line, expected="regels als `titel: …`")
        )
    else:
        into.data = data


def texts_in(value: object, path: Path_ = ()) -> Iterator[tuple[Path_, str]]:
    """Every text among data, with its path."""
    if isinstance(value, str):
        yield path, value
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, tuple) else ()
    for key, child in children:
        yield from texts_in(child, (*path, key))


def dotted(path: Path_) -> str:
    """`("vragen", 2, "vraag")` as an editor would say it: `vragen[3].vraag`, counted from 1."""
    text = ""
    for part in path:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else part
    return text


class _Unreadable(Exception):
    def __init__(self, mistake: Mistake):
        self.mistake = mistake


class _Reader:
    """Turns the events of a YAML parser into plain values; lists become tuples, for records are immutable.

    Events are Any here, since the types that others wrote for PyYAML leave out what an event has.
    """

    def __init__(self, name: str, first_line: int, lines: list[str], into: Data):
        self.name, self.first_line, self.typed, self.into = name, first_line, lines, into

    def fields(self, events: Iterator[yaml.Event]) -> dict:
        """What stands there as fields; raises _Unreadable when these are none."""
        result = self._read(events)
        if not isinstance(result, dict):
            line = self.first_line if self._is_empty() else self.into.lines[()]
            unspaced = unspaced_line(self.typed, line - self.first_line)
            if unspaced:
                self._refuse_unspaced(*unspaced)
            raise _Unreadable(Mistake(self.name, "hier staan geen gegevens", line, expected="regels als `titel: …`"))
        return result

    def rows(self, events: Iterator[yaml.Event]) -> tuple:
        """What stands there as a list, empty when nothing does; raises _Unreadable when it is something else."""
        result = self._read(events)
        if result is not None and not isinstance(result, tuple):
            line = self.into.lines[()]
            expected = "een lijst met bij elke regel een streepje"
            raise _Unreadable(Mistake(self.name, "dit is geen lijst", line, expected=expected))
        return result or ()

    def _read(self, events: Iterator[yaml.Event]) -> object:
        result: object = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if self.into.lines:
                    self._refuse(event, "hier houden de gegevens op", "alleen regels als `titel: …`")
                result = self._value(next(events), events, ())
        return result

    def _is_empty(self) -> bool:
        return () not in self.into.lines

    def _value(self, event: Any, events: Iterator[Any], path: Path_) -> object:
        self.into.lines.setdefault(path, self._line(event))
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            self._refuse(event, "een `&` of `*` vooraan heeft hier een eigen betekenis", SIGN)
        if event.tag is not None:
            self._refuse(event, "een `!` vooraan heeft hier een eigen betekenis", SIGN)
        if len(path) > _DEEPEST:
            self._refuse(event, "hier staan te veel haakjes of lijsten in elkaar", f"hooguit {_DEEPEST} diep")
        if isinstance(event, yaml.MappingStartEvent):
            return self._fields(events, path)
        if isinstance(event, yaml.SequenceStartEvent):
            return tuple(self._value(child, events, (*path, i)) for i, child in zip(count(), _until_end(events)))
        if event.style:
            return event.value
        if _CURLED.fullmatch(event.value):
            message, expected = (
                "deze aanhalingstekens komen op de pagina te staan",
                'rechte aanhalingstekens (`"`), of geen',
            )
            self._tell(message, self._line(event), path, event.value, expected)
        self._tell_added(event, path)
        text = f"{event.value} {self._cut_off(event, path)}".strip()
        return None if text in _NOTHING else text

    def _fields(self, events: Iterator[Any], path: Path_) -> dict:
        result: dict = {}
        for key_event in _until_end(events):
            if not isinstance(key_event, yaml.ScalarEvent) or not key_event.value or key_event.anchor or key_event.tag:
                self._refuse(
                    key_event, "hier ontbreekt de naam van een veld", "een naam, een dubbele punt en een spatie"
                )
            key = "".join(sign for sign in key_event.value if sign.isascii())
            here, line = (*path, key), self._line(key_event)
            if key != key_event.value:
                strange = next(sign for sign in key_event.value if not sign.isascii())
                message = "in de naam van dit veld staat een onzichtbaar of vreemd teken"
                self._tell(message, line, here, f"U+{ord(strange):04X}", "de naam opnieuw getypt")
            if key in result:
                self._tell("dit veld staat er twee keer", line, here)
            self.into.lines[here] = line
            value = self._value(next(events), events, here)
            result.setdefault(key, value)
        return result

    def _tell_added(self, event: Any, path: Path_) -> None:
        """Tell each line of a list that YAML adds to the line above, and keep those that may be a field."""
        for index in range(event.start_mark.line + 1, event.end_mark.line + 1):
            typed, line = self.typed[index].strip(), index + self.first_line
            if _DASHED.match(typed):
                self._tell(ADDED, line, path, typed, "even ver ingesprongen als de regels waar deze bij hoort")
            # In the middle of a sentence it is a word like any other.
            elif (found := _LIKE_A_FIELD.match(typed)) and (
                found["colon"] or self.typed[index - 1].rstrip().endswith((".", "?", "!"))
            ):
                self.into.added.append((path, line, found["field"], found["rest"]))

    def _cut_off(self, event: Any, path: Path_) -> str:
        """What follows a `#` after a space, which YAML leaves out without a word."""
        mark = event.end_mark
        rest = self.typed[mark.line][mark.column :].strip() if mark.line < len(self.typed) else ""
        if not rest.startswith("#"):
            return ""
        line = self.first_line + mark.line
        self._tell(
            "alles vanaf het hekje valt weg", line, path, rest, "tekst met een hekje erin tussen aanhalingstekens"
        )
        return rest

    def _line(self, event: Any) -> int:
        return event.start_mark.line + self.first_line

    def _tell(self, message: str, line: int, path: Path_, value=None, expected: str | None = None) -> None:
        self.into.mistakes.append(Mistake(self.name, message, line, dotted(path), value, expected))

    def _refuse(self, event: Any, message: str, expected: str) -> None:
        line = self.typed[event.start_mark.line] if event.start_mark.line < len(self.typed) else ""
        raise _Unreadable(Mistake(self.name, message, self._line(event), value=line.strip(), expected=expected))

    def _refuse_unspaced(self, index: int, field_name: str, rest: str) -> None:
        raise _Unreadable(without_space(self.name, self.first_line + index, self.typed[index], field_name, rest))


def _until_end(events: Iterator[Any]) -> Iterator[Any]:
    for event in events:
        if isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            return
        yield event
