"""Proves that an independent program for accessible PDFs finds nothing wrong with those that are ready to print."""

import outloud
import pytest

from tests.cards.conftest import DECKS, FORMS

LABELS, REPEATED = "TAG-020", "PAG-001"
"""Rules of the checker: a list label that says nothing, and a line that comes back page after page as if it were text."""
ARTIFACT = "TAG-002"
HEADS = {"Tijd Wat en waarvoor Zo doe je het Nodig Wie Zelf noteren"}
"""The head of a table comes back, unspoken, on each sheet that the table goes on to (ISO 14289-1, 7.5): the first one is told."""
GROUPS = {"begeleiderskaarten-a6-enkel.pdf"}
"""On one side of the paper the names of its lists come to lie at the edge of every sheet: they are text all the same."""


def told(pdf):
    """What is wrong with a file: every error, and the warnings that are of our making.

    What stands on each sheet of a line or a lesson is for whoever has only that sheet.
    """
    result = outloud.check(str(pdf))
    assert not result.error
    allowed = {REPEATED} if pdf.name in GROUPS or pdf.parent.name != "kaarten" else set()
    return [
        (pdf.name, one.rule, one.message, one.evidence)
        for one in result.findings
        if (one.severity == "error" and not (one.rule == ARTIFACT and one.evidence in HEADS))
        or one.rule in {LABELS, REPEATED} - allowed
    ]


@pytest.mark.parametrize("part", range(4))
def test_nothing_is_wrong_with_any_pdf_of_the_site(site, part):
    # The stock is what the card picker makes PDFs of, and nobody reads it.
    files = sorted(file for file in site.rglob("*.pdf") if "voorraad" not in file.parts)
    assert len(files) > 150
    assert [line for file in files[part::4] for line in told(file)] == []


def test_a_pdf_as_it_was_typeset_is_caught(shop, tmp_path):
    """Typst gives each line of a list a label, also where that is only drawn."""
    from macros.cards import Job

    typeset = tmp_path / "set.pdf"
    typeset.write_bytes(Job(shop, DECKS["teamkaarten"], FORMS["a6"].maat).document.pdf())
    assert {rule for _, rule, *_ in told(typeset)} >= {LABELS}
