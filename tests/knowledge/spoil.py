"""A sound little folder of content, ways to spoil it, and what the reader then tells."""

import re
import shutil
from pathlib import Path

import yaml

from macros.knowledge.errors import ContentError
from macros.knowledge.reader import load

SOUND = Path(__file__).parent / "goed"
MORE = {kind: SOUND.with_name(f"goed_{kind}") for kind in ("les", "programma")}
"""By kind a record with all that it uses, to go with the sound content."""


def sound(folder: Path, kind: str | None = None) -> Path:
    """A copy of the sound content, below `folder`; with a record of `kind`, if that is one that takes more."""
    docs = Path(shutil.copytree(SOUND, folder / "docs"))
    if kind in MORE:
        shutil.copytree(MORE[kind], docs, dirs_exist_ok=True)
    return docs


def spoil(docs: Path, file: str, find: str | None, put: str, encoding: str = "utf-8") -> None:
    """Replace `find`, which must be there exactly once, by `put`; without `find` the whole file becomes `put`."""
    path = docs / file
    if find is not None:
        text = path.read_text(encoding="utf-8")
        assert text.count(find) == 1, f"{file} has {find!r} {text.count(find)} times"
        put = text.replace(find, put)
    path.write_bytes(put.encode(encoding))


def told(docs: Path) -> list[str]:
    """The sentences with which the reader refuses `docs`; empty when it accepts them."""
    try:
        load(docs)
    except ContentError as error:
        assert str(error).splitlines() == list(map(str, error.mistakes))
        return list(map(str, error.mistakes))
    return []


def light(project: Path) -> Path:
    """Copied `project` with one card in each deck, its usual size and one form, for builds that aren't about cards."""
    for deck in (project / "docs" / "kaarten").glob("*.md"):
        text = deck.read_text(encoding="utf-8")
        text = re.sub(r"^(kaarten|maten): \[([^],]+),.*\]$", r"\1: [\2]", text, flags=re.M)
        deck.write_text(text, encoding="utf-8")
    forms = project / "macros" / "cards" / "paper" / "vormen.yml"
    data = yaml.safe_load(forms.read_text(encoding="utf-8"))
    usual = {id: form for id, form in data["vormen"].items() if id == form["maat"]}
    forms.write_text(yaml.safe_dump({**data, "vormen": usual}, allow_unicode=True), encoding="utf-8")
    # What such a project makes no more, it never published.
    ledger = project / "docs" / "adressen.txt"
    text = ledger.read_text(encoding="utf-8")
    ledger.write_text(re.sub(r"^kaarten/.*\.pdf\n", "", text, flags=re.M), encoding="utf-8")
    return project
