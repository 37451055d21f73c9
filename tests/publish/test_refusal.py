"""Proves how a build that stops tells so, and that the face towards MkDocs holds nothing but its events."""

import ast

import pytest
from lxml import html
from mkdocs.plugins import EVENTS

from macros.knowledge.errors import Mistake
from macros.publish import refusal, tell_in_the_browser
from tests.conftest import ROOT

ONE, TWO = Mistake("over/x.md", "dit is fout", 3, value="<b>"), Mistake("over/y.md", "dit ook")


@pytest.mark.parametrize("mistakes, count", [([ONE], "1 fout"), ([ONE, TWO], "2 fouten")])
def test_every_mistake_is_a_sentence_and_they_are_counted(mistakes, count):
    told = refusal(mistakes).split("\n")
    assert told == ["", *map(str, mistakes), "", f"{count}; er is niets geschreven."]


def test_every_page_that_is_open_tells_it(tmp_path):
    site, told = tmp_path / "site", tmp_path / "told"
    pages = ["index.html", "over/index.html"]
    (site / "over").mkdir(parents=True)
    for page in pages:
        (site / page).write_text("Oud")
    tell_in_the_browser(refusal([ONE, TWO]), site, told)
    for page in pages:
        assert (site / page).read_text() == "Oud"
        tree = html.fromstring((told / page).read_text(encoding="utf-8"))
        assert tree.findtext(".//h1") == "Er klopt iets niet" and "<b>" in [one.text for one in tree.iter("code")]
        assert [line.text_content() for line in tree.iter("p")][1:3] == [
            str(one).replace("`", "") for one in (ONE, TWO)
        ]


def strangers(source: str) -> list[str]:
    """Public functions of the face that are no event of MkDocs, and sentences for a reader or an editor in it."""
    tree = ast.parse(source)
    events = {f"on_{event}" for event in EVENTS}
    functions = [node.name for node in tree.body if isinstance(node, ast.FunctionDef) and node.name[0] != "_"]
    texts = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    said = {
        ast.get_docstring(node, clean=False)
        for node in ast.walk(tree)
        if isinstance(node, (ast.Module, ast.FunctionDef, ast.ClassDef))
    }
    return [name for name in functions if name not in events] + [one for one in texts if " " in one and one not in said]


def test_the_face_towards_mkdocs_has_only_its_events():
    assert strangers((ROOT / "macros" / "hooks.py").read_text(encoding="utf-8")) == []


def test_more_than_events_is_caught():
    face = 'def on_env(env): ...\ndef helper():\n    """Says it."""\n    print("er is niets geschreven")\n'
    assert strangers(face) == ["helper", "er is niets geschreven"]
