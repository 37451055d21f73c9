"""Proves that what was typeset before is taken from disk only when it would come out the same, and does not stay forever."""

import os
import shutil
import subprocess
import sys
import time

import pytest

from macros.cards import Memory
from macros.cards.typeset import Document
from tests.cards.conftest import FONT


@pytest.fixture
def memory(tmp_path):
    return Memory(tmp_path / "cards")


def unwanted():
    pytest.fail("made again")


def kept(memory):
    return list(memory.folder.iterdir())


def test_the_same_key_gives_the_same_bytes_without_making_them_again(memory):
    assert memory.recall(b"one", lambda: b"made") == b"made"
    assert memory.recall(b"one", unwanted) == b"made"
    assert Memory(memory.folder).recall(b"one", unwanted) == b"made", "another build finds it too"
    assert memory.recall(b"other", lambda: b"other") == b"other"
    assert len(kept(memory)) == 2


def test_what_fails_leaves_nothing(memory):
    with pytest.raises(ZeroDivisionError):
        memory.recall(b"one", lambda: 1 / 0)
    assert kept(memory) == []
    assert memory.recall(b"one", lambda: b"made") == b"made"


def test_what_was_not_used_for_long_is_forgotten(memory):
    for key in (b"used", b"unused"):
        memory.recall(key, lambda: b"made")
    long_ago = time.time() - 1000
    for file in kept(memory):
        os.utime(file, (long_ago, long_ago))
    memory.recall(b"used", unwanted)
    memory.forget(500)
    assert memory.recall(b"used", unwanted) == b"made"
    assert len(kept(memory)) == 1
    memory.forget(500)
    assert len(kept(memory)) == 1, "what was just used stays"


def test_a_document_is_known_by_its_data_and_its_fonts(fonts, tmp_path):
    shutil.copytree(fonts, tmp_path / "other")
    data = {"titel": "Een"}
    assert Document(data, fonts).key == Document({"titel": "Een"}, fonts).key
    assert (
        len({Document(data, fonts).key, Document({"titel": "Twee"}, fonts).key, Document(data, tmp_path / "other").key})
        == 3
    )


PRINT = """
import hashlib, sys
from pathlib import Path
from macros import cards
from macros.knowledge.reader import load
bank = load(Path(sys.argv[1]))
deck = bank.plaatsen["rode-draden"].bladzijde.record.model_copy(update={"kaarten": ("p2-rd1",)})
fonts = cards.static_fonts(Path(sys.argv[2]), Path(sys.argv[3]) / "fonts")
pdf = cards.render_pdf(bank, deck, cards.load_forms()["a6"], "https://voorbeeld.test/", fonts, memory=cards.Memory(Path(sys.argv[3]) / "cards"))
print(hashlib.sha256(pdf).hexdigest())
"""


@pytest.mark.parametrize(
    "file, find, put",
    [("viewer.py", '"/None"', '"/AppDefault"'), ("kaart.typ", "Past bij werkkaart", "Hoort bij werkkaart")],
)
def test_a_change_of_the_code_that_finishes_a_print_is_seen(project, tmp_path, file, find, put):
    def printed():
        result = subprocess.run(
            [sys.executable, "-c", PRINT, project / "docs", FONT, tmp_path / "kept"],
            cwd=project,
            env={**os.environ, "PYTHONPATH": str(project)},
            capture_output=True,
            text=True,
        )
        assert result.returncode == 0, result.stderr
        return result.stdout

    before = printed()
    assert printed() == before
    changed = project / "macros" / "cards" / file
    text = changed.read_text()
    assert text.count(find) == 1
    changed.write_text(text.replace(find, put))
    assert printed() != before
