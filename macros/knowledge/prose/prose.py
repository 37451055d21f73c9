"""What the reader must know of the prose below the data: headings, passages, links, macro calls.

Regular expressions beside Python-Markdown's own reading: it keeps no line numbers, and an editor can't do without.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from markdown.extensions.toc import slugify, unique

from ..errors import Mistake
from .links import LINK, WHITHER, links_in
from .traps import traps

_FENCE = re.compile(r"^(`{3,}|~{3,}).*?^\1[ \t]*$", re.M | re.S)
_CODE = re.compile(r"(?<![\\`])(`+)(?!`)[^\n]+?(?<!`)\1(?!`)")
# Python-Markdown wants no space after the signs. Nothing is tried twice, or one odd line would keep a build busy for hours.
_HEADING = re.compile(
    r"^(?P<signs>#{1,6})[ \t]*+(?P<text>[^\n#][^\n]*?)[ \t]*+#*+[ \t]*+"
    r"(?:\{:?[^{}#\n]*+#(?P<id>[^\s{}]++)(?:[ \t][^{}\n]*+)?\}[ \t]*+)?$",
    re.M,
)
_PASSAGE = re.compile(r"(?<!\{)\{:?[ ]*(?:[^{}\n]*[ ])?#(?P<id>[^\s{}]+)[^{}\n]*\}")
_PICTURE = re.compile(r"!\[[^\]]*\]\(")
_AUTOLINK = re.compile(r"<(https?://[^<>\s]+)>")
_BARE = re.compile(
    r"(?<![\w\"'=/@.<:+-])((?:https?://|www\.)[^\s<>]*[\w/]|[\w+-]+(?:\.[\w+-]+)*@[\w-]+(?:\.[\w-]+)+)(?![\w>])", re.I
)
_RAW = re.compile(r"\{%-?\s*raw\s*-?%\}.*?\{%-?\s*endraw\s*-?%\}", re.S)
_RUNS = re.compile(r"\{\{[^\n`]*|\{#[^\n`]*")
_MACRO = re.compile(r"\{\{\s*(?P<name>\w+)\s*\(")
ANCHOR = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")
"""What a link may have to spell behind the sharp."""
PASSING = re.compile(r"inhoud|titel|(?:uitleg|zoek|citeer|hierna)-.*|(?:titel|woorden)-model-.*")
"""Made by templates and scripts, and not meant to be linked to: no other part of a page can have these."""


@dataclass(frozen=True)
class Mention:
    """Something in the prose that points or can be pointed at, with its line: a link target, a macro's name, an id."""

    name: str
    line: int
    image: bool = False
    heading: bool = False


@dataclass(frozen=True)
class Heading:
    """A heading of the prose: what it reads, its anchor, and where in the text it begins and ends."""

    text: str
    anchor: str
    start: int
    end: int


@dataclass(frozen=True)
class Prose:
    """The prose of a page, which begins on line `line` of its file.

    `passages` are ids that the author gave, `anchors` every anchor its headings make.
    """

    text: str
    line: int
    headings: tuple[Heading, ...]
    passages: tuple[Mention, ...]
    anchors: frozenset[str]
    links: tuple[Mention, ...]
    macros: tuple[Mention, ...]


def read_prose(body: str, first_line: int, name: str) -> tuple[Prose, list[Mistake]]:
    """Analyse `body`, whose first line is line `first_line` of file `name`."""
    plain = _FENCE.sub(_blank, body)
    code_free = _CODE.sub(_crossed_out, plain)

    def line(match: re.Match) -> int:
        return first_line + body.count("\n", 0, match.start())

    headings = list(_HEADING.finditer(code_free))
    own = {match.start("id") for match in headings if match["id"]}
    passages = tuple(
        Mention(match["id"], line(match), heading=match.start("id") in own) for match in _PASSAGE.finditer(code_free)
    )
    # A heading makes its anchor of what no author's id has taken.
    anchors = {passage.name for passage in passages}
    named = []
    nameless = []
    for match in headings:
        text = _text(plain[slice(*match.span("text"))])
        anchor = match["id"] or unique(slugify(text, "-"), anchors)
        named.append(Heading(text, anchor, *match.span()))
        if not match["id"] and (PASSING.fullmatch(anchor) or not ANCHOR.fullmatch(anchor)):
            message = (
                "het adres van deze kop is al van de pagina zelf"
                if PASSING.fullmatch(anchor)
                else "deze kop krijgt geen adres dat een link kan noemen"
            )
            expected = f"een andere kop, of een eigen kenmerk: `{match['signs']} {text} {{: #kenmerk }}`"
            nameless.append(Mistake(name, message, line(match), value=text, expected=expected))
    alone = WHITHER.sub(_crossed_out, LINK.sub(_crossed_out, code_free))
    links = (
        *(
            Mention((match["inline"] or match["reference"] or "").strip("<>"), line(match), bool(match["image"]))
            for match in links_in(code_free, 0, len(code_free))
        ),
        *(Mention(match[1], line(match)) for match in _AUTOLINK.finditer(alone)),
    )
    prose = Prose(
        text=body,
        line=first_line,
        headings=tuple(named),
        passages=passages,
        anchors=frozenset(anchors),
        links=links,
        macros=tuple(Mention(match["name"], line(match)) for match in _MACRO.finditer(code_free)),
    )
    return prose, [
        *nameless,
        *_running(body, plain, first_line, name),
        *(
            Mistake(
                name,
                "dit adres wordt geen link",
                line(match),
                value=match[0],
                expected="`[tekst](adres)`, of `<adres>`",
            )
            for match in _BARE.finditer(alone)
        ),
        *_heading_errors(code_free, headings, line, name),
        *traps(plain, code_free, first_line, name),
    ]


def _running(body: str, plain: str, first_line: int, name: str) -> Iterator[Mistake]:
    """Macros and remarks between signs of code, which are carried out there as anywhere."""
    kept = _RAW.sub(_blank, body)
    for code in (*_FENCE.finditer(body), *_CODE.finditer(plain)):
        for match in _RUNS.finditer(kept, *code.span()):
            yield Mistake(
                name,
                "ook in code doet een macro zijn werk",
                first_line + body.count("\n", 0, match.start()),
                value=match[0],
                expected="`{% raw %}` ervoor en `{% endraw %}` erachter",
            )


def _heading_errors(text, headings, line, name):
    for index, match in enumerate(headings):
        if len(match["signs"]) == 1:
            yield Mistake(
                name,
                "een kop met één `#` hoort niet in de tekst",
                line(match),
                value=match["text"],
                expected="`##` of dieper; de titel staat in het veld `titel`",
            )
        above = headings[index - 1] if index else None
        since = text[above.end() if above else 0 : match.start()]
        # What a macro puts on the page may have headings of its own.
        if "{{" not in since and len(match["signs"]) > (len(above["signs"]) if above else 1) + 1:
            yield Mistake(
                name,
                "deze kop slaat een stap over",
                line(match),
                value=match["text"],
                expected="hooguit één `#` meer dan de kop erboven; de eerste kop heeft er twee",
            )
        end = headings[index + 1].start() if index + 1 < len(headings) else len(text)
        deeper = index + 1 < len(headings) and len(headings[index + 1]["signs"]) > len(match["signs"])
        if not text[match.end() : end].strip() and not deeper:
            yield Mistake(
                name,
                "onder deze kop staat niets",
                line(match),
                value=match["text"],
                expected="tekst onder de kop, of de kop weglaten",
            )
        if _PICTURE.search(match["text"]):
            yield Mistake(
                name,
                "een plaatje kan niet in een kop",
                line(match),
                value=match["text"],
                expected="woorden in de kop, en het plaatje eronder",
            )
    if not text.strip():
        yield Mistake(name, "onder de gegevens staat niets", expected="de tekst van de pagina")


def _text(heading: str) -> str:
    words = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading)
    return html.unescape(re.sub(r"[*`]|(?<![^\W_])_+(?=[^\W_])|(?<=[^\W_])_+(?![^\W_])", "", words))


def _blank(match: re.Match) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def _crossed_out(match: re.Match) -> str:
    return re.sub(r"[^\n]", "x", match[0])
