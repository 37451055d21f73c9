"""Proves that the editors’ reference and the code tell the same: every macro, kind and part, and none that doesn't exist."""

import re

import pytest

import macros.pages.calls  # noqa: F401, every macro declares itself
from macros.knowledge.items import Onderdeel
from macros.knowledge.records import KINDS
from macros.pages.macro import MACROS as DECLARED
from macros.pages.velden.macro import documented
from tests.conftest import ROOT

GUIDE = (ROOT / "docs" / "over" / "naslag.md").read_text(encoding="utf-8")
MACROS = list(DECLARED)
CHAPTERS = {
    "Macro’s": MACROS,
    "Soorten pagina’s": list(KINDS),
    "Delen van een pagina": [part for part in documented() if part not in KINDS],
}


def disagreements(guide: str, chapters: dict[str, list[str]]) -> list[str]:
    """Where the guide tells too much or too little, or nothing under a heading."""
    found = []
    for title, names in chapters.items():
        chapter = re.search(rf"^## {title}\n(.*?)(?=^## |\Z)", guide, re.M | re.S)
        sections = re.findall(r"^### ([\w-]+).*\n((?:(?!###).*\n?)*)", chapter[1] if chapter else "", re.M)
        told = [name for name, _ in sections]
        found += [f"{name}: not in the guide" for name in names if name not in told]
        found += [f"{name}: not in the code" for name in told if name not in names]
        found += [f"{name}: told twice" for name in set(told) if told.count(name) > 1]
        for name, text in sections:
            # A macro is shown in use; a kind or part has the table that is made from the code.
            call = r"\{\{ " + name + r"\(" if names == MACROS else r"\{\{ velden\(\"" + name + r"\"\) \}\}"
            found += [] if re.search(call, text) else [f"{name}: not shown"]
    return found


def test_the_guide_and_the_code_agree():
    assert disagreements(GUIDE, CHAPTERS) == []


@pytest.mark.parametrize(
    "guide, chapters, complaint",
    [
        (GUIDE, {"Macro’s": [*MACROS, "toverij"]}, "toverij: not in the guide"),
        (GUIDE.replace("### lijnen\n", "### toverij\n"), CHAPTERS, "toverij: not in the code"),
        (GUIDE.replace("### lijnen\n", "### toverij\n"), CHAPTERS, "lijnen: not in the guide"),
        (GUIDE.replace("### stem\n", "### beeld\n"), CHAPTERS, "beeld: told twice"),
        (GUIDE.replace('{{ velden("stem") }}', "Zie de code."), CHAPTERS, "stem: not shown"),
        (GUIDE.replace("{{ van_a_tot_z(", "{{ van_a_tot_zee("), CHAPTERS, "van_a_tot_z: not shown"),
        (GUIDE.replace("## Soorten pagina’s\n", "## Soorten\n"), CHAPTERS, "werkkaart: not in the guide"),
    ],
)
def test_a_disagreement_is_caught(guide, chapters, complaint):
    assert complaint in disagreements(guide, chapters)


def test_every_macro_says_in_one_sentence_what_it_does():
    assert [
        name
        for name, macro in DECLARED.items()
        if not re.fullmatch(r"[A-Z].*\.", (macro.__doc__ or "").split("\n\n")[0])
    ] == []


def hiding(models, names) -> list[str]:
    """Fields of a page that mkdocs-macros would put in the place of the macro with the same name."""
    return [f"{model.__name__}.{name}" for model in models for name in model.model_fields if name in names]


def test_no_field_hides_a_macro():
    assert hiding(KINDS.values(), MACROS) == []


def test_a_field_that_hides_a_macro_is_caught():
    class Verzonnen(Onderdeel):
        lijn: str

    assert hiding([Verzonnen], MACROS) == ["Verzonnen.lijn"]


def test_no_macro_hides_another_or_a_name_of_mkdocs_macros():
    assert len(set(MACROS)) == len(MACROS)
    assert (
        set(MACROS)
        & {
            "page",
            "config",
            "navigation",
            "files",
            "environment",
            "plugin",
            "git",
            "extra",
            "context",
            "macros_info",
            "now",
            "fix_url",
            "pretty",
            "include_file",
        }
        == set()
    )
