"""Every sentence that a reader meets, without a build: of the pages, and of templates, scripts, cards and Python."""

from __future__ import annotations

import ast
import html
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import BaseModel

from macros.knowledge.reader import read
from tests.conftest import ROOT

DOCS = ROOT / "docs"
# What stands in the data of a page and is no sentence to read.
_NO_TEXT = {"id", "bron", "naar", "bij", "zie", "zie_ook", "ook", "kaarten", "url", "kleur", "kleur_donker", "soort"}
_NO_TEXT |= {"maten", "gezicht", "teken", "spelregels", "thema", "van", "gericht_op", "noten", "fout", "auteurs"}
_NO_TEXT |= {"redacteurs", "in_titel", "uitgever", "verwijzing", "zoekwoorden", "plek"}
_NOT_PROSE = re.compile(
    r"^(`{3,}|~{3,}).*?^\1[ \t]*$|`[^`\n]*`|\{%.*?%\}|\{\{.*?\}\}|\{:[^}\n]*\}|<[^>\n]+>", re.M | re.S
)
_LINK = re.compile(r"!?\[((?:[^\[\]]|\[[^\]]*\])*)\]\([^)\n]*\)")
_END = re.compile(r"(?<=[.?!:…])[’)*_]*\s+(?=[‘(*_]*[A-ZÀ-ÝĲ0-9’])")
# Sentences that a reader meets without seeing them as text on the page.
_SPOKEN = re.compile(r'\s(?:alt|aria-label|placeholder|title|content|data-[\w-]+)="([^"]*[a-zé] [^"]*)"')
_TAG = re.compile(r"<(script|style|svg).*?</\1>|<[^>]*>", re.S)
_INLINE = re.compile(r"</?(?:a|b|i|em|strong|code|span|small|cite)\b[^>]*>")
_STRING = re.compile(r'"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`')


@dataclass(frozen=True)
class Sentence:
    """A sentence in file `file` below the project, with the one before it in the same text (empty at its start)."""

    file: str
    text: str
    before: str = ""

    def __str__(self) -> str:
        return f"{self.file}: {self.text}"


def sentences_in(file: str, text: str) -> Iterator[Sentence]:
    """The sentences of one text, each with the one before it."""
    before = ""
    for one in _END.split(" ".join(text.split())):
        if re.search(r"[a-zé]", one):
            yield Sentence(file, one.strip(), before)
            before = one.strip()


def prose(markdown: str) -> list[str]:
    """The blocks of Markdown as plain text, links by their words; code and macros left out."""
    plain = re.sub(r"\*\*|(?<!\w)[*_]|[*_](?!\w)", "", _LINK.sub(r"\1", _NOT_PROSE.sub(" ", markdown)))
    blocks = re.split(r"\n\s*\n|\n(?=\s*(?:[-*#|>]|\d+\.)\s?)", plain)
    return [re.sub(r"^[\s#>|*-]+|^\s*\d+\.\s", "", block) for block in blocks]


def leaves(value: object, left_out: Collection[str] = ()) -> Iterator[object]:
    """Every value without parts among the data of a record, but for what stands in fields that are left out."""
    if isinstance(value, tuple):
        for one in value:
            yield from leaves(one, left_out)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if name not in left_out:
                yield from leaves(getattr(value, name), left_out)
    else:
        yield value


def told(record: BaseModel) -> Iterator[str]:
    """Every text among the data of a record."""
    return (one for one in leaves(record, _NO_TEXT) if isinstance(one, str))


def page_sentences(path: str, record: BaseModel, markdown: str) -> list[Sentence]:
    """The sentences of a page, those of its data first."""
    texts = [*(_LINK.sub(r"\1", text) for text in told(record)), *prose(markdown)]
    return [sentence for text in texts for sentence in sentences_in(path, text)]


@cache
def content() -> tuple[Sentence, ...]:
    """The sentences of all pages that can be read."""
    return tuple(
        sentence
        for page in read(DOCS).bank.pages
        for sentence in page_sentences(f"docs/{page.path}", page.record, page.prose.text)
    )


def template_sentences(file: str, source: str) -> list[Sentence]:
    """The sentences of an HTML template: between tags, and in attributes that are spoken or shown later."""
    source = re.sub(r"\{#.*?#\}|\{%.*?%\}", " ", source, flags=re.S)
    inside = re.findall(r"\{\{.*?\}\}", source, re.S)
    given = [text for one in inside for text in re.findall(r"['\"]([^'\"\n]*[a-zé] [^'\"\n]*)['\"]", one)]
    source = re.sub(r"\{\{.*?\}\}", "…", source, flags=re.S)
    spoken = _SPOKEN.findall(source)
    seen = _TAG.sub("\n", _INLINE.sub("", source)).split("\n")
    texts = [html.unescape(text) for text in (*given, *spoken, *seen)]
    return [sentence for text in texts for sentence in sentences_in(file, text)]


def string_sentences(file: str, source: str) -> list[Sentence]:
    """The sentences among the strings of a script or of Typst; comments left out."""
    source = re.sub(r"/\*.*?\*/", " ", source, flags=re.S)
    source = re.sub(r"^\s*//.*$|(?<=[\s;,{(])//\s.*$", " ", source, flags=re.M)
    if file.endswith(".typ"):
        source = re.sub(r"\[((?:[^\[\]\n#]|#[\w.]+)*[a-z] (?:[^\[\]\n#]|#[\w.]+)*)\]", r'"\1"', source)
    strings = [re.sub(r"\$\{[^}]*\}", "…", one or other) for one, other in _STRING.findall(source)]
    return [sentence for text in strings if " " in text for sentence in sentences_in(file, text)]


def python_sentences(file: str, source: str) -> list[Sentence]:
    """The sentences among the strings of a module, f-strings with their gaps as …; of docstrings those of macros, in Dutch."""
    tree = ast.parse(source)
    loose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    parts = {id(child) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for child in node.values}
    texts = []
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and "macro" in map(ast.unparse, node.decorator_list):
            texts.append((ast.get_docstring(node) or "").partition("\n\n")[0])
        elif isinstance(node, ast.JoinedStr):
            texts.append("".join(one.value if isinstance(one, ast.Constant) else "…" for one in node.values))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in parts | loose:
            texts.append(node.value)
    return [sentence for text in texts if " " in text for sentence in sentences_in(file, text)]


_READERS = {".html": template_sentences, ".jinja": template_sentences, ".js": string_sentences}
_READERS |= {".typ": string_sentences, ".py": python_sentences}


@cache
def interface() -> tuple[Sentence, ...]:
    """The sentences that the product makes itself."""
    files = [
        path for room in ("overrides", "macros") for path in sorted((ROOT / room).rglob("*")) if path.suffix in _READERS
    ]
    return tuple(
        sentence for path in files for sentence in _READERS[path.suffix](_name(path), path.read_text(encoding="utf-8"))
    )


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def nothing(found: list[str]) -> None:
    """Fail with everything in `found`, one a line; pytest itself shows only the first of a list."""
    assert not found, "\n".join(("", *found))
