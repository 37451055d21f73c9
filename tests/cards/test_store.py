"""Proves that what was typeset before is taken from disk only when it would come out the same, and does not stay forever."""

import os
import pickle
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from macros.cards import PrintStore
from macros.cards.press.document import Document
from tests.cards.conftest import BANK
from tests.conftest import copied

pytestmark = pytest.mark.whole  # each typesets anew


@pytest.fixture
def store(tmp_path):
    return PrintStore(tmp_path / "cards")


def unwanted():
    pytest.fail("made again")


def kept(store):
    return list(store.folder.iterdir())


def test_the_same_key_gives_the_same_bytes_without_making_them_again(store):
    assert store.get(b"one", lambda: b"made") == b"made"
    assert store.get(b"one", unwanted) == b"made"
    assert PrintStore(store.folder).get(b"one", unwanted) == b"made", "another build finds it too"
    assert store.get(b"other", lambda: b"other") == b"other"
    assert len(kept(store)) == 2


def test_what_fails_leaves_nothing(store):
    with pytest.raises(ZeroDivisionError):
        store.get(b"one", lambda: 1 / 0)
    assert kept(store) == []
    assert store.get(b"one", lambda: b"made") == b"made"


def test_what_was_not_used_for_long_is_forgotten(store):
    for key in (b"used", b"unused"):
        store.get(key, lambda: b"made")
    long_ago = time.time() - 1000
    for file in kept(store):
        os.utime(file, (long_ago, long_ago))
    store.get(b"used", unwanted)
    store.prune(500)
    assert store.get(b"used", unwanted) == b"made"
    assert len(kept(store)) == 1
    store.prune(500)
    assert len(kept(store)) == 1, "what was just used stays"


def test_a_document_is_known_by_all_that_makes_it(fonts, tmp_path):
    shutil.copytree(fonts, tmp_path / "other")
    data = {"titel": "Een"}

    def key(template="gezichten.typ", data=data, fonts=fonts, pictures=None, **options):
        return Document(template, data, fonts, pictures, **options).key

    assert key() == key(data={"titel": "Een"}) == key(pictures={"code.svg": bytes})
    others = [
        key(template="lijnvel.typ"),
        key(data={"titel": "Twee"}),
        key(fonts=tmp_path / "other"),
        key(pdf_standards=["ua-1"]),
        key(pdf_standards=[]),
        key(pdf_tags=False),
    ]
    assert len({key(), *others}) == len(others) + 1


PRINT = """
import hashlib, pickle, sys
from pathlib import Path
from macros import cards
docs = Path(sys.argv[1])
# As it was read before: that takes longer than to print a card.
bank = pickle.loads(Path(sys.argv[4]).read_bytes())
deck = bank.places["rode-draden"].page.record.model_copy(update={"kaarten": ("p2-rd1",)})
shop = cards.PrintShop(bank, lambda id: f"https://voorbeeld.test/{id}", Path(sys.argv[3]), docs / "assets/tekens",
                       cards.PrintStore(Path(sys.argv[2])))
pdf = cards.render_pdf(shop, deck, cards.load_forms()["a6"])
print(hashlib.sha256(pdf).hexdigest())
"""


class Printer:
    """A copy of the project that may be spoiled, and the prints that it keeps."""

    def __init__(self, folder: Path, fonts: Path) -> None:
        self.folder, self._kept, self._fonts = copied(folder / "project"), folder / "kept", fonts
        self._bank = folder / "bank"
        self._bank.write_bytes(pickle.dumps(BANK))
        self.before = self.printed()
        assert self.printed() == self.before

    def printed(self) -> str:
        result = subprocess.run(
            [sys.executable, "-c", PRINT, self.folder / "docs", self._kept, self._fonts, self._bank],
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": str(self.folder)},
            capture_output=True,
            text=True,
        )
        assert result.returncode == 0, result.stderr
        return result.stdout


@pytest.fixture(scope="module")
def printer(tmp_path_factory, fonts):
    return Printer(tmp_path_factory.mktemp("printer"), fonts)


@pytest.mark.parametrize(
    "file, find, put",
    [
        ("pdf/viewer.py", '"/None"', '"/AppDefault"'),
        ("press/templates/kaart.typ", '"Werkkaart " +', '"Bij werkkaart " +'),
        ("shop.py", '["ua-1"]', "[]"),
        ("pdf/sheets.py", "_GREY = 0.45", "_GREY = 0.5"),
    ],
)
def test_a_change_of_the_code_that_finishes_a_print_is_seen(printer, file, find, put):
    changed = printer.folder / "macros" / "cards" / file
    text = changed.read_text()
    assert text.count(find) == 1
    changed.write_text(text.replace(find, put))
    try:
        assert printer.printed() != printer.before
    finally:
        changed.write_text(text)
