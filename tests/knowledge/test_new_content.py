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
EMOTION = "  - id: emotie-eigen-1\n    kop: Trots\n    tekst: Hier hoor je graag iemand over.\n    van_ons: true\n"
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


LESSON = {r"\bles3\b": "les7", "nummer: 3": "nummer: 7", "titel: Van plek wisselen": "titel: Nog een les"}
COPIES = {
    "lessen/van-plek-wisselen.md": ("lessen/nog-een-les.md", LESSON),
    "lessen/van-plek-wisselen/student.md": ("lessen/nog-een-les/student.md", LESSON),
    "begeleiden/programma/even-stilstaan.md": (
        "begeleiden/programma/nog-een-programma.md",
        {r"\bpr1\b": "pr4", "nummer: 1\n": "nummer: 4\n"},
    ),
    "verhalen/denise.md": (
        "verhalen/noor.md",
        {"verhaal-denise": "noor-en-moeder", "Denise": "Noor", "id: rel-09": "van_ons: true", "#(?:p2|hoe)-": "#noor-"},
    ),
    "podcast/deel-2.md": (
        "podcast/deel-4.md",
        {"pod-deel-2": "nog-een-deel", "id: pod-0": "id: pod-eigen-", "nummer: 2\n": "nummer: 4\n", "eel 2": "eel 4"},
    ),
    "werkkaarten/kunst.md": (
        "werkkaarten/tekenen.md",
        {
            r"\bid: wk7\n": "id: tekenen\n",
            r"\bwk7-": "tekenen-",
            r"id: rel-\d+\n    ": "",
            "soort: verwijst": "van_ons: true",
            "nummer: 7": "nummer: 9",
            "door: Ga verder als een paar": "door: Ga verder als meer",
        },
    ),
    "modellen/ambachtsman.md": (
        "modellen/tekenaar.md",
        {
            "model-ambachtsman-vier-punten": "model-tekenaar",
            "(inventaris|noten): .*\n": "",
            "van_wie: .*": "van_wie: Bedacht voor deze site (redactie).",
        },
    ),
}
"""Of each kind that one adds by a copy, as the page Velden says: what is copied, to where, and what is other there."""


@pytest.fixture
def docs(project):
    """The content of a copy of the project, with one more question and one more of every kind that grows."""
    docs = project / "docs"
    spoil(
        docs, FIELD, "stemmen:\n", f"{QUESTION}stemmen:\n  - id: sv4-eigen-q1\n    tekst: Wachten lukt steeds vaker.\n"
    )
    spoil(docs, "kaarten/emoties.md", "\neigen:\n", f"\neigen:\n{EMOTION}")
    # A new werkkaart has a picture and a card in the set, and a new model stands in the list of them all.
    shutil.copy(docs / "assets/tekens/wk7.svg", docs / "assets/tekens/tekenen.svg")
    spoil(docs, "kaarten/werkkaarten.md", "wk8]\ninkt", "wk8, tekenen]\ninkt")
    spoil(docs, "modellen/index.md", "- [De leercyclus", "- [Tekenen](tekenaar.md): in vier punten.\n- [De leercyclus")
    (docs / "begrippen/aarzelen.md").write_text(CONCEPT, encoding="utf-8")
    for name, (copy, changes) in COPIES.items():
        text = (docs / name).read_text(encoding="utf-8")
        for old, new in changes.items():
            text = re.sub(old, new, text)
        (docs / copy).parent.mkdir(exist_ok=True)
        (docs / copy).write_text(text, encoding="utf-8")
    # What a page counts, who adds must count again; and `make adressen` writes down where the pages are.
    spoil(docs, "kaarten/emoties.md", "Veertig emoties", "41 emoties")
    spoil(docs, "kaarten/emoties.md", "De andere 29", "De andere 30")
    spoil(docs, "podcast/index.md", "Achttien fragmenten", "24 fragmenten")
    published = (docs / "adressen.txt").read_text(encoding="utf-8")
    pages = "".join(re.findall(r"^lessen/van-plek-wisselen/.*\n", published, re.M))
    new = pages.replace("van-plek-wisselen", "nog-een-les").replace("les3-", "les7-").replace("(les3", "(les7")
    (docs / "adressen.txt").write_text(published + new, encoding="utf-8")
    return docs


def test_what_is_added_is_everywhere_by_itself(docs):
    assert check(calls(docs, SITE_URL)) == ()
    bank = load(docs)
    deck = next(deck for deck in bank.of_kind(Deck) if deck.id == "reflectievragen-sv4")
    assert NEW in {card.id for cards in contents(bank, deck).sheets for card in cards}
    assert [record.id for record in bank.mentioned_by["vertragen"] if record.id == "aarzelen"] == ["aarzelen"]


CONTENT = [
    *("cards/test_decks.py", "cards/test_choices.py", "cards/test_faces.py", "knowledge/test_records.py"),
    *("knowledge/test_estimates.py", "pages/test_model.py", "exchange/test_literature.py"),
    *(
        "knowledge/test_herkomst.py",
        "pages/test_letters.py",
        "pages/test_page_parts.py",
        "pages/test_reflectie_html.py",
    ),
    *("pages/test_lijn_html.py", "pages/test_kaartenvel.py", "pages/test_les_html.py", "pages/test_section.py"),
    *("knowledge/test_programmes.py", "knowledge/test_promises.py", "planner/test_programme_files.py"),
    *("exchange/test_cartridge.py", "exchange/test_weight.py"),
    "cards/test_lessons.py::test_the_prints_of_a_lesson_lie_beside_its_page",
]
"""The tests that ask the real content and need no site."""


def test_the_tests_of_content_stay_green(docs, project):
    """In a project that differs from this one by what was added only."""
    shutil.copytree(ROOT / "tests", project / "tests", ignore=shutil.ignore_patterns("*.pyc.*", "node_modules"))
    shutil.copytree(ROOT / "bench", project / "bench", ignore=shutil.ignore_patterns("node_modules"))
    shutil.copy(ROOT / "pyproject.toml", project)
    result = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-m", "not whole", *(f"tests/{name}" for name in CONTENT)],
        cwd=project,
        capture_output=True,
        text=True,
    )
    assert result.returncode == 0, result.stdout[-3000:]
