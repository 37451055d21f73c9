"""Split a Markdown file into data and prose, and remember on which line each value stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import yaml

from .errors import Mistake

Path_ = tuple[str | int, ...]


@dataclass
class Parsed:
    """A file as read: `data` from the front matter, `body` below it, mistakes found on the way.

    `lines` maps the path of a value, such as `("vragen", 2, "vraag")`, to its line in the file; `written` maps it to
    the text that stands there.
    """

    text: str = ""
    data: dict | None = None
    body: str = ""
    body_line: int = 1
    lines: dict[Path_, int] = field(default_factory=dict)
    written: dict[Path_, str] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)

    def line(self, path: Path_) -> int | None:
        """Line of the value at `path`, or of the nearest thing around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path)


def parse(file: Path, name: str) -> Parsed:
    """Read `file`; `name` is how mistakes refer to it. Never raises for bad content."""
    parsed = Parsed()
    try:
        text = parsed.text = file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        # Its ids still count as taken; in UTF-16 they have zeros between the letters.
        parsed.text = file.read_bytes().decode("utf-8", errors="replace").replace("\0", "")
        line = file.read_bytes()[: error.start].count(b"\n") + 1
        parsed.mistakes.append(
            Mistake(name, "het bestand is niet in UTF-8 opgeslagen", line, expected="een tekstbestand in UTF-8")
        )
        return parsed

    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        parsed.mistakes.append(
            Mistake(name, "de front matter ontbreekt", 1, expected="een eerste regel met alleen `---`")
        )
        return parsed
    end = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if end is None:
        parsed.mistakes.append(
            Mistake(
                name,
                "de front matter wordt niet afgesloten",
                1,
                expected="een regel met alleen `---` onder de gegevens",
            )
        )
        return parsed

    parsed.body = "\n".join(lines[end + 1 :])
    parsed.body_line = end + 2
    try:
        # The leading newline makes the YAML parser count lines as the file does.
        root = yaml.compose(
            "\n" + "\n".join(lines[1:end]), Loader=yaml.CSafeLoader if hasattr(yaml, "CSafeLoader") else yaml.SafeLoader
        )
        if not isinstance(root, yaml.MappingNode):
            parsed.mistakes.append(
                Mistake(name, "de front matter is leeg of geen lijst van velden", 1, expected="regels als `titel: …`")
            )
            return parsed
        parsed.data = _Builder(name, parsed).value(root, ())
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        # A quotation mark that never closes is only missed at the end; where it opens is what the editor must see.
        if "quoted scalar" in (error.context or ""):
            mark = error.context_mark
        line = lines[mark.line] if mark and mark.line < len(lines) else ""
        parsed.mistakes.append(
            Mistake(
                name,
                "de front matter is geen geldige YAML",
                mark.line + 1 if mark else 1,
                value=line.strip() or None,
                expected=_yaml_hint(error.problem or "", line),
            )
        )
    except (yaml.YAMLError, ValueError):
        parsed.mistakes.append(
            Mistake(name, "de front matter is geen geldige YAML", 1, expected="regels als `titel: …`")
        )
    return parsed


def _yaml_hint(problem: str, line: str) -> str:
    if line.lstrip(" ").startswith("\t"):
        return "spaties om in te springen, geen tabs"
    if "mapping values are not allowed" in problem and line.count(": ") > 1:
        return "tekst met een dubbele punt erin tussen aanhalingstekens"
    if "undefined alias" in problem or "cannot start any token" in problem or "expected alphabetic" in problem:
        return "tekst die met een leesteken begint tussen aanhalingstekens"
    return "bij elkaar horende velden even ver ingesprongen, en aanhalingstekens die sluiten"


class _Builder:
    """Turns YAML nodes into plain values; lists become tuples, for records are immutable."""

    def __init__(self, name: str, parsed: Parsed):
        self.name, self.parsed = name, parsed
        self.scalars = yaml.constructor.SafeConstructor()

    def value(self, node: yaml.Node, path: Path_) -> object:
        self.parsed.lines[path] = node.start_mark.line + 1
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return tuple(self.value(child, (*path, i)) for i, child in enumerate(node.value))
        self.parsed.written[path] = node.value
        return self.scalars.construct_object(node)

    def _mapping(self, node: yaml.MappingNode, path: Path_) -> dict:
        result: dict = {}
        for key_node, value_node in node.value:
            key = str(getattr(key_node, "value", key_node))
            line = key_node.start_mark.line + 1
            if key in result:
                self.parsed.mistakes.append(
                    Mistake(self.name, "dit veld staat er twee keer", line, dotted((*path, key)))
                )
            result[key] = self.value(value_node, (*path, key))
            self.parsed.lines[(*path, key)] = line
        return result


def dotted(path: Path_) -> str:
    """`("vragen", 2, "vraag")` as an editor would say it: `vragen[3].vraag`, counted from 1."""
    text = ""
    for part in path:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else part
    return text
