"""Proves that content can be added as README and Bijdragen say, without a test that counts it out."""

import re
import shutil
import subprocess
import sys

import pytest

from macros import calls
from macros.cards import contents
from macros.knowledge.reader import load
from macros.knowledge.records import Deck
from macros.publish import check
from tests.conftest import ROOT, SITE_URL
from tests.knowledge.spoil import spoil

README = (ROOT / "README.md").read_text(encoding="utf-8")
FIELD, NEW = re.search(r"add three lines to `vragen:` in `docs/(\S+)`: an `id` such as `(\S+)`", README).groups()
QUESTION = f"  - id: {NEW}\n    vraag: Wat zou je morgen anders doen?\n    deelvragen:\n      - Met wie?\n"
CONCEPT = """---
soort: begrip
id: aarzelen
titel: Aarzelen
samenvatting: Even wachten voor je kiest.
thema: leren
zie_ook: [vertragen]
---

Wie aarzelt, [vertraagt](vertragen.md).
"""


@pytest.fixture
def docs(project):
    """The content of a copy of the project, with one more question and one more concept."""
    docs = project / "docs"
    spoil(docs, FIELD, "stemmen:\n", f"{QUESTION}stemmen:\n")
    (docs / "begrippen/aarzelen.md").write_text(CONCEPT, encoding="utf-8")
    return docs


def test_what_is_added_is_everywhere_by_itself(docs):
    assert check(calls(docs, SITE_URL)) == ()
    bank = load(docs)
    deck = next(deck for deck in bank.of_kind(Deck) if deck.id == "reflectievragen-sv4")
    assert NEW in {card.id for cards in contents(bank, deck).sheets for card in cards}
    assert [record.id for record in bank.mentioned_by["vertragen"] if record.id == "aarzelen"] == ["aarzelen"]


CONTENT = [
    *("cards/test_decks.py", "cards/test_choices.py", "knowledge/test_records.py"),
    *(
        "knowledge/test_herkomst.py",
        "pages/test_letters.py",
        "pages/test_page_parts.py",
        "pages/test_reflectie_html.py",
    ),
    *("pages/test_lijn_html.py", "pages/test_kaartenvel.py", "exchange/test_weight.py"),
]
"""The tests that ask the real content and need no site."""


def test_the_tests_of_content_stay_green(docs, project):
    """In a project that differs from this one by what was added only."""
    shutil.copytree(ROOT / "tests", project / "tests", ignore=shutil.ignore_patterns("*.pyc.*", "node_modules"))
    shutil.copytree(ROOT / "bench", project / "bench", ignore=shutil.ignore_patterns("node_modules"))
    shutil.copy(ROOT / "pyproject.toml", project)
    result = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *(f"tests/{name}" for name in CONTENT)],
        cwd=project,
        capture_output=True,
        text=True,
    )
    assert result.returncode == 0, result.stdout[-3000:]
