"""The editions that there are: their list, their files held to their checksums, and what each remembers of every part."""

from __future__ import annotations

import datetime
import hashlib
import io
import json
import re
import zipfile
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ...exchange.apa import MONTHS
from ...exchange.open.data import completed
from ...knowledge.errors import ContentError, Mistake
from ...knowledge.files import SHELF

LIST, CHANGES = "edities.yml", "wijzigingen.yml"
FOLDER = "editie"
"""Where editions are, below the site's root."""
NAME = re.compile(r"(?P<jaar>\d{4})\.[1-9]\d?")
MANIFEST, ITEMS = "manifest.json", "items.json"


@dataclass(frozen=True)
class Editie:
    """An edition: its name, its day as year-month-day, the checksum of its file, what is new in a sentence, and the file."""

    naam: str
    datum: str
    sha256: str
    wat: str
    bestand: bytes

    @property
    def dag(self) -> str:
        """Its day in words."""
        return day_in_words(self.datum)

    @property
    def delen(self) -> tuple[int, int, int]:
        """Year, month and day."""
        day = datetime.date.fromisoformat(self.datum)
        return day.year, day.month, day.day

    @property
    def inhoud(self) -> dict[str, bytes]:
        """Its files by path."""
        with zipfile.ZipFile(io.BytesIO(self.bestand)) as zipped:
            return {one.filename: zipped.read(one) for one in zipped.infolist()}

    @property
    def onderdelen(self) -> dict[str, Any]:
        """What it remembers of every id: its page, a digest and the text."""
        with zipfile.ZipFile(io.BytesIO(self.bestand)) as zipped:
            return json.loads(zipped.read(ITEMS))


@dataclass(frozen=True)
class Wijziging:
    """A correction between two editions: its day, what it is, and the ids that it is about."""

    datum: str
    tekst: str
    ids: tuple[str, ...]


def day_in_words(date: str) -> str:
    """`2026-03-01` as `1 maart 2026`."""
    day = datetime.date.fromisoformat(date)
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def is_day(date: object) -> bool:
    """Whether `date` is a day that there is, as year-month-day."""
    try:
        return isinstance(date, str) and datetime.date.fromisoformat(date).isoformat() == date
    except ValueError:
        return False


@cache
def shelf(docs: Path) -> tuple[Editie, ...]:
    """All editions below `docs`, the oldest first. Raises ContentError for a list or a file that is not what it was."""
    file = f"{SHELF}/{LIST}"
    found: list[Editie] = []
    for row in _rows(docs, file, ("naam", "datum", "sha256", "wat")):
        naam, datum = row["naam"], row["datum"]
        if not NAME.fullmatch(naam):
            raise _wrong(file, "zo kan een editie niet heten", naam, "een jaar en een getal, zoals `2026.1`")
        if not is_day(datum):
            raise _wrong(file, "deze dag bestaat niet", datum, "een datum als `2026-03-01`")
        if any(one.naam == naam for one in found):
            raise _wrong(file, "deze editie staat er twee keer", naam, "elke editie één keer")
        if found and datum <= found[-1].datum:
            raise _wrong(file, "deze editie is niet later dan de vorige", datum, f"een dag na {found[-1].datum}")
        place = docs / SHELF / f"{naam}.zip"
        if not place.is_file():
            raise _wrong(
                f"{SHELF}/{naam}.zip",
                "het bestand van deze editie is er niet",
                None,
                "het bestand dat `make editie` maakte",
            )
        content = place.read_bytes()
        if hashlib.sha256(content).hexdigest() != row["sha256"]:
            expected = f"het bestand waar de som in {LIST} bij hoort"
            raise _wrong(f"{SHELF}/{naam}.zip", "dit bestand is veranderd nadat de editie is gemaakt", None, expected)
        found.append(Editie(naam, datum, row["sha256"], row["wat"], content))
    return tuple(found)


def read_changes(docs: Path, known: Container[str]) -> tuple[Wijziging, ...]:
    """The corrections below `docs`, the oldest first; raises ContentError for one that nobody could follow."""
    file = f"{SHELF}/{CHANGES}"
    found: list[Wijziging] = []
    for row in _rows(docs, file, ("datum", "tekst"), ("ids",)):
        ids = tuple(row.get("ids") or ())
        if not is_day(row["datum"]):
            raise _wrong(file, "deze dag bestaat niet", row["datum"], "een datum als `2026-03-01`")
        if unknown := [id for id in ids if id not in known]:
            raise _wrong(file, "dit id bestaat niet", unknown[0], "het id van een pagina, of van iets op een pagina")
        one = Wijziging(row["datum"], row["tekst"], ids)
        if one in found:
            raise _wrong(file, "deze wijziging staat er twee keer", one.tekst, "elke wijziging één keer")
        found.append(one)
    return tuple(sorted(found, key=lambda one: one.datum))


def _rows(docs: Path, file: str, needed: tuple[str, ...], more: tuple[str, ...] = ()) -> Iterator[dict[str, Any]]:
    if not (docs / file).is_file():
        return
    try:
        # Every word as it is typed: a name such as 2026.1 is no number, and a day no date.
        rows = yaml.load((docs / file).read_text(encoding="utf-8"), yaml.BaseLoader) or []
    except (yaml.YAMLError, UnicodeDecodeError):
        raise _wrong(file, "dit bestand is niet te lezen", None, "een lijst met bij elke regel een streepje") from None
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise _wrong(file, "dit is geen lijst", None, "een lijst met bij elke regel een streepje")
    for row in rows:
        if absent := [name for name in needed if not isinstance(row.get(name), str) or not row[name].strip()]:
            raise _wrong(
                file, f"het veld `{absent[0]}` ontbreekt of is leeg", None, "bij elke regel " + ", ".join(needed)
            )
        if strange := sorted(row.keys() - {*needed, *more}):
            raise _wrong(file, "dit veld kennen we niet", strange[0], "een van " + ", ".join((*needed, *more)))
        yield row


def _wrong(file: str, message: str, value: object, expected: str) -> ContentError:
    return ContentError([Mistake(file, message, value=value, expected=expected)])


def unpack(docs: Path, site_dir: Path) -> None:
    """Put every edition in the built site, byte for byte; raises ContentError for a file in one that is not what it was."""
    for one in shelf(docs):
        content = one.inhoud
        sums = json.loads(content.get(MANIFEST, b"{}"))
        for path in sorted(content.keys() | sums.keys()):
            right = path == MANIFEST or hashlib.sha256(content.get(path, b"")).hexdigest() == sums.get(path)
            if not right or path.startswith("/") or ".." in path.split("/"):
                raise _wrong(
                    f"{SHELF}/{one.naam}.zip",
                    "een bestand in deze editie is veranderd",
                    path,
                    "het bestand zoals het was",
                )
        for path, data in content.items():
            # What the next build compares with; readers get it in the file as a whole.
            if path == ITEMS:
                continue
            place = site_dir / FOLDER / one.naam / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
        (site_dir / FOLDER / f"{one.naam}.zip").write_bytes(one.bestand)


def items_of(data: dict[str, Any], root: str) -> dict[str, dict[str, str]]:
    """Of all data of the site, which was built for address `root`: for every id its page, a digest and its text.

    The digest is of all that a page shows of it, also what is as it is by default, and what is no words and not in the text.
    """
    found: dict[str, dict[str, str]] = {}
    for record in data["records"]:
        page = record["adres"].removeprefix(root)
        for id, text, marks in _texts(completed(record)):
            text = text.replace(root, "/")
            digest = hashlib.sha256("\n".join((text, *marks)).encode()).hexdigest()[:16]
            found[id] = {"pagina": page, "som": digest, "tekst": text}
    return found


# What says nothing to a reader, or says it elsewhere.
_SILENT = frozenset(
    ["id", "adres", "soort", "zoekwoorden", "kleur", "kleur_donker", "teken", "patroon", "maten", "volgorde"]
)
# What a page shows by other words than these: a place in a publication by its name, a number in what stands above the title.
_MARKS = frozenset(["bron", "nummer"])
_ONE_WORD = re.compile(r"[a-z0-9.-]+")


def _texts(part: dict[str, Any]) -> Iterator[tuple[str, str, list[str]]]:
    """Of a part with an id, and of all such parts in it, the words that are its own, and its marks."""
    own: list[str] = []
    marks: list[str] = []
    inner: list[dict[str, Any]] = []
    _gather(part, own, marks, inner)
    yield part["id"], "\n".join(own), marks
    for one in inner:
        yield from _texts(one)


def _gather(part: dict[str, Any], own: list[str], marks: list[str], inner: list[dict[str, Any]]) -> None:
    for name, value in part.items():
        if name in _MARKS:
            marks.append(f"{name} {value}")
        elif name not in _SILENT:
            for one in value if isinstance(value, list) else [value]:
                _add(name, one, own, marks, inner)


def _add(name: str, value: Any, own: list[str], marks: list[str], inner: list[dict[str, Any]]) -> None:
    if isinstance(value, dict):
        if "id" in value and "naar" not in value:
            inner.append(value)
        else:
            _gather(value, own, marks, inner)
    elif isinstance(value, list):
        for one in value:
            _add(name, one, own, marks, inner)
    elif value is True:
        own.append(_said(name))
    elif value is not None and value is not False:
        # A number or a single word says nothing to who reads what changed, without what it is of.
        own.append(f"{_said(name)} {value}" if _ONE_WORD.fullmatch(str(value)) else value)


def _said(name: str) -> str:
    return name.replace("_", " ")
