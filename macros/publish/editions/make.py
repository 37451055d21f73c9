"""Makes an edition of the built site: one file with its checksum, and a line in the list. It never overwrites anything."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import Path

from ...knowledge.errors import ContentError, Mistake
from ...knowledge.files import SHELF, unseen
from .freeze import STYLE, frozen
from .shelf import FOLDER, ITEMS, LIST, MANIFEST, NAME, day_in_words, is_day, items_of, shelf, zipped

_REFRESH = 'http-equiv="refresh"'


def make_edition(site_dir: Path, docs: Path, naam: str, datum: str, wat: str, missing: Mapping[str, str]) -> Path:
    """Write edition `naam` of day `datum` of the site built in `site_dir`, and its line; the path of its file.

    `missing` are addresses of which the ledger and the site don't agree, each with what to do about it. Raises ContentError, with
    nothing written, for all that is wrong.
    """
    before = shelf(docs)
    if wrong := list(_mistakes(site_dir, before, naam, datum, wat, missing)):
        raise ContentError(wrong)
    content = zipped(_content(site_dir, naam, datum))
    place, listed = docs / SHELF / f"{naam}.zip", docs / SHELF / LIST
    rows = listed.read_text(encoding="utf-8") if listed.is_file() else ""
    gap = "\n" if rows and not rows.endswith("\n") else ""
    digest = hashlib.sha256(content).hexdigest()
    said = json.dumps(wat, ensure_ascii=False)
    line = f'- naam: "{naam}"\n  datum: "{datum}"\n  sha256: {digest}\n  wat: {said}\n'
    place.parent.mkdir(parents=True, exist_ok=True)
    # Both are whole before either is there.
    halves = [file.with_name(f"{file.name}.half") for file in (place, listed)]
    halves[0].write_bytes(content)
    halves[1].write_text(f"{rows}{gap}{line}", encoding="utf-8")
    for half, file in zip(halves, (place, listed)):
        half.replace(file)
    shelf.cache_clear()
    return place


def _mistakes(site_dir: Path, before, naam: str, datum: str, wat: str, missing: Mapping[str, str]):
    command = "make editie"
    name = NAME.fullmatch(naam)
    if not name:
        yield Mistake(
            command,
            "zo kan een editie niet heten",
            field="NAAM",
            value=naam,
            expected="een jaar en een getal, zoals `2026.1`",
        )
    elif any(one.naam == naam for one in before):
        expected = "een naam die er nog niet is; een editie verandert nooit"
        yield Mistake(command, "deze editie bestaat al", field="NAAM", value=naam, expected=expected)
    if not is_day(datum):
        yield Mistake(
            command, "deze dag bestaat niet", field="DATUM", value=datum, expected="een datum als `2026-03-01`"
        )
    else:
        if name and name["jaar"] != datum[:4]:
            expected = f"een naam die met {datum[:4]} begint"
            yield Mistake(
                command, "de naam is van een ander jaar dan de dag", field="NAAM", value=naam, expected=expected
            )
        if before and datum <= before[-1].datum:
            expected = f"een dag na {before[-1].datum}, de dag van editie {before[-1].naam}"
            yield Mistake(
                command, "deze editie is niet later dan de vorige", field="DATUM", value=datum, expected=expected
            )
    if not wat.strip():
        yield Mistake(command, "er staat niet bij wat deze editie is", field="WAT", expected="een zin voor lezers")
    elif strange := unseen(wat):
        message, expected = "hier staat een teken dat niemand ziet", "de zin opnieuw getypt"
        yield Mistake(command, message, field="WAT", value=strange, expected=expected)
    if not (site_dir / "data" / "alles.json").is_file() or not (site_dir / "_headers").is_file():
        yield Mistake(command, "er is geen gebouwde site", expected="eerst `make site`, zonder fouten")
    for address, expected in sorted(missing.items()):
        yield Mistake(command, "de lijst van adressen klopt niet met de site", value=address or "/", expected=expected)


def _content(site_dir: Path, naam: str, datum: str) -> dict[str, bytes]:
    """The files of the edition by path, in order; the list of their checksums last."""
    data = json.loads((site_dir / "data" / "alles.json").read_text(encoding="utf-8"))
    texts = {}
    for file in sorted(site_dir.rglob("index.html")):
        folder = file.parent.relative_to(site_dir).as_posix()
        address = "" if folder == "." else f"{folder}/"
        text = file.read_text(encoding="utf-8")
        if _REFRESH not in text and not re.match(rf"{FOLDER}/", address):
            texts[address] = text
    content = {
        f"{address}index.html": frozen(
            text, address, texts.keys(), data["adres"], naam, day_in_words(datum), datum, data["site"]
        ).encode()
        for address, text in texts.items()
    }
    content[STYLE] = (Path(__file__).parent / STYLE).read_bytes()
    items = items_of(data, data["adres"])
    content[ITEMS] = (json.dumps(items, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
    sums = {path: hashlib.sha256(one).hexdigest() for path, one in content.items()}
    content[MANIFEST] = (json.dumps(sums, indent=0) + "\n").encode()
    return content
