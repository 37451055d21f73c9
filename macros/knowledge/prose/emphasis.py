"""Signs of emphasis that stay signs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..errors import Mistake
from .links import WHITHER

_OPENS = re.compile(r"(?<![\w*\\])\*(?=[^\s*])")
_CLOSES = re.compile(r"(?<=[^\s*\\])\*(?![\w*])")
# More lines below than three are a place to write.
_STRESS = re.compile(r"(?<!\\)(?:\*+|(?<!_)_{1,3}(?!_))")
# What leads somewhere, and what a macro is asked, may have such signs as it likes.
_NO_WORDS = re.compile(rf"{WHITHER.pattern}|<[^<>\s]+>|\{{[^{{}}\n]*\}}+")


def emphasis_traps(lines: list[str], at: int, told) -> Iterator[Mistake]:
    """Signs of emphasis that stay signs."""
    text = "\n".join(line if line.strip("*_- ") else " " * len(line) for line in lines)
    if text.replace("***", "**").count("**") % 2:
        yield told(at, "er staat een `**` te veel of te weinig", "`**vet**`", lines[0].strip())
    elif len(_OPENS.findall(text)) != len(_CLOSES.findall(text)):
        yield told(at, "er staat een `*` te veel of te weinig", "`*schuin*`", lines[0].strip())
    elif "*" in text or "_" in text:
        text = _NO_WORDS.sub(lambda match: ")" * len(match[0]), text)
        if loose := _loose(text):
            kind, sign = ("schuin", "*") if len(loose[0]) == 1 else ("vet", "**")
            expected = f"`{sign}{kind}{sign}`, met de tekens vast aan het eerste en het laatste woord"
            shown = text[loose.start() :].partition("\n")[0].strip()
            yield told(at + loose.start(), f"dit wordt niet {kind}", expected, shown)


def _loose(text: str) -> re.Match | None:
    """The first signs of emphasis that belong to no others: the signs beside them decide whether they begin or end it."""
    opened: dict[str, list[tuple[re.Match, int]]] = {"*": [], "_": []}
    loose = []
    for run in _STRESS.finditer(text):
        sign, left = run[0][0], len(run[0])
        before, behind = text[max(run.start() - 1, 0) : run.start()] or " ", text[run.end() : run.end() + 1] or " "
        begins = not behind.isspace() and not (sign == "_" and before.isalnum())
        ends = not before.isspace() and not (sign == "_" and behind.isalnum())
        stack = opened[sign]
        while ends and left and stack:
            other, size = stack.pop()
            if left < size == 2:
                loose.append(other)
            if size > left:
                stack.append((other, size - left))
            left -= min(size, left)
        if left and begins:
            stack.append((run, left))
        elif left and (ends or run[0] == "**"):
            loose.append(run)
    # A star behind a letter stands for itself.
    loose += [
        run
        for stack in opened.values()
        for run, _ in stack
        if not text[max(run.start() - 1, 0) : run.start()].isalnum()
    ]
    return min(loose, key=lambda run: run.start(), default=None)
