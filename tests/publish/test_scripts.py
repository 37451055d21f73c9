"""Proves that the site's scripts lose their comments and nothing else."""

import re

import pytest

from macros.publish.scripts import lighten, without_comments
from tests.conftest import ROOT

SCRIPTS = sorted((ROOT / "overrides").rglob("*.js"))


@pytest.mark.parametrize(
    "script, left",
    [
        ("// what it is\n\na();\n", "a();\n"),
        ("/** @type {x} */\nlet a;\n", "let a;\n"),
        ("/**\n * Long.\n *\n * @returns {x}\n */\nb();", "b();\n"),
        ("  // inside\n  a();", "  a();\n"),
        ("a(); // behind", "a(); // behind\n"),
        ('a("// no comment");\nb("/* nor this */");', 'a("// no comment");\nb("/* nor this */");\n'),
        ("const a = /** @type {b} */ (c);", "const a = /** @type {b} */ (c);\n"),
        ("", "\n"),
    ],
)
def test_lines_of_comment_go(script, left):
    assert without_comments(script) == left


def risky(script: str) -> list[str]:
    """Lines that would be misunderstood: a text over more than one line, or code behind a comment that begins a line."""
    return [
        line
        for line in script.splitlines()
        if len(re.findall(r"(?<!\\)`", line)) % 2 or re.match(r"\s*/\*.*\*/\s*\S", line)
    ]


def test_no_script_of_ours_would_be_misunderstood():
    assert len(SCRIPTS) > 15
    found = {script.name: risky(script.read_text(encoding="utf-8")) for script in SCRIPTS}
    assert {name: lines for name, lines in found.items() if lines} == {}


@pytest.mark.parametrize("script", ["a(`one\n// two`);", "/* one */ a();"])
def test_a_script_that_would_be_misunderstood_is_caught(script):
    assert risky(script)


def test_all_scripts_of_a_site_are_done_and_nothing_else(tmp_path):
    for name in ("assets/js/a.js", "assets/js/team/b.js", "assets/bibliotheek/c.js", "assets/js/d.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("// comment\nx();\n")
    lighten(tmp_path)
    assert [(tmp_path / name).read_text() for name in ("assets/js/a.js", "assets/js/team/b.js")] == ["x();\n"] * 2
    assert [(tmp_path / name).read_text() for name in ("assets/bibliotheek/c.js", "assets/js/d.txt")] == [
        "// comment\nx();\n"
    ] * 2
