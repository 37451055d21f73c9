"""What the reader must know of the prose below the front matter: headings, passages, links, macro calls."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markdown.extensions.toc import slugify

from .errors import Fout

_FENCE = re.compile(r"^(```|~~~).*?^\1[ \t]*$", re.M | re.S)
_CODE = re.compile(r"`[^`\n]*`")
_HEADING = re.compile(r"^(#{1,6})[ \t]+(.+?)(?:[ \t]*\{:?[^}]*#(?P<id>[\w.-]+)[^}]*\})?[ \t]*$", re.M)
_PASSAGE = re.compile(r"\{:[^}\n]*?#(?P<id>[\w.-]+)[^}\n]*\}")
_LINK = re.compile(r"!?\[(?:[^\[\]]|\[[^\]]*\])*\]\((?P<target><[^>]*>|[^\s)]+)(?:\s+\"[^\"]*\")?\)")
_MACRO = re.compile(r"\{\{\s*(?P<name>\w+)\s*\(")


@dataclass(frozen=True)
class Mention:
    """Something in the prose that points elsewhere: a link target or a macro name, with its line in the file."""

    name: str
    regel: int


@dataclass(frozen=True)
class Prose:
    """The prose of a page; `passages` are ids that the author gave, `ankers` every anchor its headings make."""

    tekst: str
    passages: tuple[Mention, ...]
    ankers: frozenset[str]
    links: tuple[Mention, ...]
    macros: tuple[Mention, ...]


def read_prose(body: str, first_line: int, name: str) -> tuple[Prose, list[Fout]]:
    """Analyse `body`, whose first line is line `first_line` of file `name`."""
    plain = _FENCE.sub(_blank, body)
    code_free = _CODE.sub(_blank, plain)

    def line(match: re.Match) -> int:
        return first_line + body.count("\n", 0, match.start())

    headings = [(match, len(match[1])) for match in _HEADING.finditer(code_free)]
    anchors = {match["id"] or slugify(_text(plain[match.start(2):match.end(2)]), "-") for match, _ in headings}
    passages = tuple(Mention(match["id"], line(match)) for match in _PASSAGE.finditer(code_free))
    prose = Prose(
        tekst=body, passages=passages, ankers=frozenset(anchors),
        links=tuple(Mention(match["target"].strip("<>"), line(match)) for match in _LINK.finditer(code_free)),
        macros=tuple(Mention(match["name"], line(match)) for match in _MACRO.finditer(code_free)))
    return prose, [*_heading_errors(code_free, headings, line, name), *_trap_errors(code_free, line, name)]


def _heading_errors(text, headings, line, name):
    for index, (match, level) in enumerate(headings):
        if level == 1:
            yield Fout(name, "een kop met één `#` hoort niet in de tekst", line(match), waarde=match[2],
                       verwacht="`##` of dieper; de titel staat in het veld `titel`")
        end = headings[index + 1][0].start() if index + 1 < len(headings) else len(text)
        deeper = index + 1 < len(headings) and headings[index + 1][1] > level
        if not text[match.end():end].strip() and not deeper:
            yield Fout(name, "onder deze kop staat niets", line(match), waarde=match[2],
                       verwacht="tekst onder de kop, of de kop weglaten")
    if not text.strip():
        yield Fout(name, "onder de front matter staat niets", verwacht="de tekst van de pagina")


def _trap_errors(text, line, name):
    for match in re.finditer(r"\{#", text):
        yield Fout(name, "`{#` begint een opmerking die verdwijnt", line(match), verwacht="`{: #kenmerk }`")


def _text(heading: str) -> str:
    return re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).replace("*", "").replace("`", "")


def _blank(match: re.Match) -> str:
    return re.sub(r"[^\n]", " ", match[0])
