"""Promises to an editor: every sentence is Dutch, every field is explained, and neither needs a word of the trade."""

import ast
import re
from pathlib import Path

import pytest

from macros.pages.velden.macro import documented, fields_of
from tests.conftest import ROOT

ENGLISH = re.compile(
    r"\b(the|and|not|with|must|should|cannot|expected|unknown|missing|invalid|value|field|file|line|empty|found|error|list)\b",
    re.I,
)
JARGON = re.compile(
    r"\b(records?|items?|front matter|YAML|parser|string|boolean|integer|None|regex|array|mapping|inventaris|namespace)\b"
    r"|#rrggbb",
    re.I,
)
ROOMS = ("knowledge/**", "publish", "publish/addresses", "publish/built", "publish/made", "pages", "cards/**")
FILES = [file for room in ROOMS for file in sorted(ROOT.glob(f"macros/{room}/*.py"))]
# What makes a sentence for an editor, by the name of the call.
TELLING = ("Mistake", "PydanticCustomError", "told", "_tell", "_refuse", "getal", "Field")


def sentences(source: str) -> list[str]:
    """The words that an editor may see: in what tells a mistake, and in constants that such a call takes its words from."""
    found = []
    for node in ast.walk(ast.parse(source)):
        named = getattr(node, "func", None)
        if isinstance(node, ast.Call) and (getattr(named, "id", "") or getattr(named, "attr", "")) in TELLING:
            parts = [*node.args, *(pair.value for pair in node.keywords if pair.arg not in ("pattern",))]
        elif (
            isinstance(node, ast.Yield)
            and isinstance(node.value, ast.Tuple)
            or isinstance(node, ast.Return)
            and isinstance(node.value, ast.Tuple)
        ):
            parts = node.value.elts
        elif isinstance(node, ast.Assign) and isinstance(node.value, (ast.Dict, ast.List, ast.Constant)):
            parts = [node.value]
        else:
            continue
        found += [one.value for part in parts for one in ast.walk(part) if isinstance(one, ast.Constant)]
    # Names and patterns are no sentences.
    return [text for text in found if isinstance(text, str) and " " in text and not re.search(r"\\|\(\?|\[\^", text)]


def foreign(source: str) -> list[str]:
    return [text for text in sentences(source) if ENGLISH.search(text) or JARGON.search(text)]


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_every_sentence_is_dutch_and_plain(file: Path):
    assert foreign(file.read_text(encoding="utf-8")) == []


def test_there_are_sentences_to_judge():
    assert len([text for file in FILES for text in sentences(file.read_text(encoding="utf-8"))]) > 250


@pytest.mark.parametrize(
    "source",
    [
        'Mistake(name, "this field is missing")',
        'Mistake(name, "dit veld ontbreekt", expected="a list of ids")',
        'Mistake(name, "de front matter ontbreekt")',
        'Mistake(name, f"dit is geen {kind} of the page")',
        'yield "id", "bestaat niet", "het id van een record of item", None',
        '_EXPECTED = {"int_type": "an integer value"}',
        'raise PydanticCustomError("kind", "should be a number")',
        'titel: str = Field(description="title of the file")',
    ],
)
def test_another_language_and_words_of_the_trade_are_caught(source):
    assert foreign(source) != []


def unexplained(models) -> list[str]:
    return [
        f"{name}.{field.naam}"
        for name, model in models.items()
        for field in fields_of(model)
        if not field.uitleg or JARGON.search(field.uitleg) or JARGON.search(field.wat)
    ]


def test_every_field_is_explained_in_plain_words():
    assert unexplained(documented()) == []


def test_a_field_that_is_not_explained_is_caught():
    from pydantic import Field

    from macros.knowledge.items import Onderdeel

    class Verzonnen(Onderdeel):
        een: str
        twee: str = Field(description="id van het record")
        drie: str = Field(description="wat er staat")

    assert unexplained({"verzonnen": Verzonnen}) == ["verzonnen.een", "verzonnen.twee"]
