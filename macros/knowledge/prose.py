"""What the reader must know of the prose below the front matter: headings, passages, links, macro calls."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markdown.extensions.toc import slugify, unique

from .errors import Mistake

_FENCE = re.compile(r"^(```|~~~).*?^\1[ \t]*$", re.M | re.S)
_CODE = re.compile(r"`[^`\n]*`")
_COMMENT = re.compile(r"<!--.*?-->", re.S)
# Python-Markdown wants no space after the signs, and also takes a line of = or - under a text for a heading.
_HEADING = re.compile(
    r"^(?P<signs>#{1,6})[ \t]*(?P<text>[^\n#][^\n]*?)[ \t]*#*[ \t]*(?:\{:?[^}\n]*#(?P<id>[\w.-]+)[^}\n]*\})?[ \t]*$"
    r"|^(?<![^\n]\n)(?P<over>\S[^\n]*)\n(?P<under>=+|-+)[ ]*$"
    r"|<h1\b[^>]*>(?P<html>.*?)</h1>",
    re.M | re.S,
)
_PASSAGE = re.compile(r"\{:[^}\n]*?#(?P<id>[\w.-]+)[^}\n]*\}")
_TITLE = r"(?:\s+(?:\"[^\"]*\"|'[^']*'))?"
_LINK = re.compile(
    rf"!?\[(?:[^\[\]]|\[[^\]]*\])*\]\(\s*(?P<inline><[^>]*>|[^\s)]*){_TITLE}\s*\)"
    rf"|^ {{0,3}}\[(?!\^)[^\]\n]+\]:[ ]*(?P<reference><[^>]*>|\S+)",
    re.M,
)
_MACRO = re.compile(r"\{\{\s*(?P<name>\w+)\s*\(")


@dataclass(frozen=True)
class Mention:
    """Something in the prose that points elsewhere: a link target or a macro name, with its line in the file."""

    name: str
    line: int


@dataclass(frozen=True)
class Prose:
    """The prose of a page, which begins on line `line` of its file.

    `passages` are ids that the author gave, `anchors` every anchor its headings make.
    """

    text: str
    line: int
    passages: tuple[Mention, ...]
    anchors: frozenset[str]
    links: tuple[Mention, ...]
    macros: tuple[Mention, ...]


def read_prose(body: str, first_line: int, name: str) -> tuple[Prose, list[Mistake]]:
    """Analyse `body`, whose first line is line `first_line` of file `name`."""
    plain = _COMMENT.sub(_blank, _FENCE.sub(_blank, body))
    code_free = _CODE.sub(_blank, plain)

    def line(match: re.Match) -> int:
        return first_line + body.count("\n", 0, match.start())

    headings = list(_HEADING.finditer(code_free))
    anchors: set[str] = set()
    for match in headings:
        if match["html"] is None:
            text = plain[slice(*match.span("text" if match["text"] else "over"))]
            unique(match["id"] or slugify(_text(text), "-"), anchors)
    passages = tuple(Mention(match["id"], line(match)) for match in _PASSAGE.finditer(code_free))
    links = tuple(
        Mention((match["inline"] or match["reference"] or "").strip("<>"), line(match))
        for match in _LINK.finditer(code_free)
    )
    prose = Prose(
        text=body,
        line=first_line,
        passages=passages,
        anchors=frozenset(anchors),
        links=links,
        macros=tuple(Mention(match["name"], line(match)) for match in _MACRO.finditer(code_free)),
    )
    return prose, [*_heading_errors(code_free, headings, line, name), *_trap_errors(code_free, line, name)]


def _heading_errors(text, headings, line, name):
    for index, match in enumerate(headings):
        words = match["text"] or match["over"] or match["html"]
        if _level(match) == 1:
            yield Mistake(
                name,
                "een kop met één `#` hoort niet in de tekst",
                line(match),
                value=words,
                expected="`##` of dieper; de titel staat in het veld `titel`",
            )
        end = headings[index + 1].start() if index + 1 < len(headings) else len(text)
        deeper = index + 1 < len(headings) and _level(headings[index + 1]) > _level(match)
        if not text[match.end() : end].strip() and not deeper:
            yield Mistake(
                name,
                "onder deze kop staat niets",
                line(match),
                value=words,
                expected="tekst onder de kop, of de kop weglaten",
            )
    if not text.strip():
        yield Mistake(name, "onder de front matter staat niets", expected="de tekst van de pagina")


def _level(heading: re.Match) -> int:
    return len(heading["signs"]) if heading["signs"] else 2 if heading["under"] and heading["under"][0] == "-" else 1


def _trap_errors(text, line, name):
    for match in re.finditer(r"\{#", text):
        yield Mistake(name, "`{#` begint een opmerking die verdwijnt", line(match), expected="`{: #kenmerk }`")


def _text(heading: str) -> str:
    return re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).replace("*", "").replace("`", "")


def _blank(match: re.Match) -> str:
    return re.sub(r"[^\n]", " ", match[0])
