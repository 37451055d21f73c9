"""Proves that an independent program for accessible PDFs finds nothing wrong with those that are ready to print."""

import outloud
import pikepdf
import pytest

from macros import cards
from tests.cards.conftest import BANK, DECKS, FORMS
from tests.covering import covering

LABELS, REPEATED = "TAG-020", "PAG-001"
"""Rules of the checker: a list label that says nothing, and a line that comes back page after page as if it were text."""
ARTIFACT = "TAG-002"
HEADS = {"Tijd Wat en waarvoor Zo doe je het Nodig Wie Zelf noteren"}
"""The head of a table comes back, unspoken, on each sheet that the table goes on to (ISO 14289-1, 7.5): the first one is told."""
GROUPS = "kaarten/begeleiderskaarten-a6-enkel.pdf"
"""On one side of the paper the names of its lists come to lie at the edge of every sheet: they are text all the same."""


def told(pdf):
    """What is wrong with a file: every error, and the warnings that are of our making.

    What stands on each sheet of a line or a lesson is for whoever has only that sheet.
    """
    result = outloud.check(str(pdf))
    assert not result.error
    allowed = {REPEATED} if pdf.match(GROUPS) or pdf.parent.name != "kaarten" else set()
    return [
        (pdf.name, one.rule, one.message, one.evidence)
        for one in result.findings
        if (one.severity == "error" and not (one.rule == ARTIFACT and one.evidence in HEADS))
        or one.rule in {LABELS, REPEATED} - allowed
    ]


FILES = {file.path: (deck, file) for deck in DECKS.values() for file in cards.files_of(BANK, deck)}


def tags(element, above=""):
    """Every kind of element of the structure tree below `element`: under which it stands, and what is said of it."""
    below = element.get("/K")
    for child in below if isinstance(below, pikepdf.Array) else [below]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield above, str(child.S), frozenset(child.keys())
            yield from tags(child, str(child.S))


def features(path, document):
    """What another PDF may not have: its tags; its deck in its size, its form and edge, or the end of its name."""
    found = set(tags(document.Root.StructTreeRoot))
    if path not in FILES:
        return found | {(path.split("/")[0], path.replace("-", "/").split("/")[-1])}
    deck, file = FILES[path]
    return found | {(file.form.id, file.edge), (deck.id, file.form.maat.id)}


@pytest.fixture(scope="module")
def chosen(site):
    """PDFs of the site in which is all that there is in any, small ones first; and the one that is allowed more than others."""
    # The stock is what the card picker makes PDFs of, and nobody reads it.
    files = [file for file in site.rglob("*.pdf") if "voorraad" not in file.parts]
    assert len(files) > 150 and {site / path for path in FILES} <= set(files)
    found = {}
    for file in sorted(files, key=lambda file: (file.stat().st_size, file)):
        with pikepdf.open(file) as document:
            found[file] = features(file.relative_to(site).as_posix(), document)
    return [*covering(found), site / GROUPS]


def test_nothing_is_wrong_with_any_kind_of_pdf_of_the_site(chosen):
    assert [line for file in chosen for line in told(file)] == []


def test_a_pdf_as_it_was_typeset_is_caught(shop, tmp_path):
    """Typst gives each line of a list a label, also where that is only drawn."""
    from macros.cards import Job

    typeset = tmp_path / "set.pdf"
    typeset.write_bytes(Job(shop, DECKS["teamkaarten"], FORMS["a6"].maat).document.pdf())
    assert {rule for _, rule, *_ in told(typeset)} >= {LABELS}
