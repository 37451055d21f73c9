"""The editions that there are: their list, their files held to their checksums, and what each remembers of every part."""

from __future__ import annotations

import datetime
import hashlib
import io
import json
import re
import zipfile
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import Field

from ...exchange.apa import MONTHS
from ...exchange.lms.archive import entry
from ...exchange.open.data import completed
from ...knowledge.checks.validation import read_yaml
from ...knowledge.errors import ContentError, Mistake, nearest
from ...knowledge.files import CHANGES, SHELF, Data, Path_, dotted
from ...knowledge.files import EDITION as NAME
from ...knowledge.files import EDITION_LIST as LIST
from ...knowledge.items import Id, Onderdeel, Tekst
from ...knowledge.once import once_a_build
from .withdrawn import without

FOLDER = "editie"
"""Where editions are, below the site's root."""
MANIFEST, ITEMS = "manifest.json", "items.json"
_NO_DAY, _A_DAY = "deze dag bestaat niet", "een datum als `2026-03-01`"


class _Regel(Onderdeel):
    """An edition as the list has it."""

    naam: Tekst = Field(description="de naam, zoals `2026.1`")
    datum: Tekst = Field(description="de dag, zoals `2026-03-01`")
    sha256: Tekst = Field(description="de som van het bestand, die `make editie` erbij zet")
    wat: Tekst = Field(description="een zin voor lezers")
    ingetrokken: tuple[Tekst, ...] = Field(default=(), description="adressen van pagina’s die op verzoek weg zijn")


class _Herstel(Onderdeel):
    """A correction as it is typed."""

    datum: Tekst = Field(description="de dag, zoals `2026-03-01`")
    tekst: Tekst = Field(description="een zin voor lezers")
    ids: tuple[Id, ...] = Field(default=(), description="ids van wat veranderde")


@dataclass(frozen=True)
class Editie:
    """An edition: its name, its day as year-month-day, the checksum of its file, what is new in a sentence, and the file.

    `ingetrokken` are addresses of pages that were taken away at the request of whom they are about.
    """

    naam: str
    datum: str
    sha256: str
    wat: str
    bestand: bytes
    ingetrokken: frozenset[str] = frozenset()

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
        """Its files by path, as they were."""
        with zipfile.ZipFile(io.BytesIO(self.bestand)) as zipped:
            return {one.filename: zipped.read(one) for one in zipped.infolist()}

    @property
    def getoond(self) -> dict[str, bytes]:
        """Its files by path, as readers get them."""
        kept = self.inhoud
        return without(kept, self.ingetrokken, self.naam, ITEMS, MANIFEST) if self.ingetrokken else kept

    @property
    def aangeboden(self) -> bytes:
        """The file with all of it that readers get."""
        return zipped(self.getoond) if self.ingetrokken else self.bestand

    @property
    def paginas(self) -> frozenset[str]:
        """The addresses of its pages, below the site's root, without those taken away."""
        return self.gemaakt - self.ingetrokken

    @property
    def gemaakt(self) -> frozenset[str]:
        """The same with them."""
        with zipfile.ZipFile(io.BytesIO(self.bestand)) as zipped:
            names = zipped.namelist()
        return frozenset(name.removesuffix("index.html") for name in names if name.endswith("index.html"))

    @property
    def onderdelen(self) -> dict[str, Any]:
        """What it remembers of every id: its page, a digest and the text; not of pages taken away."""
        with zipfile.ZipFile(io.BytesIO(self.bestand)) as zipped:
            told = json.loads(zipped.read(ITEMS))
        return {id: one for id, one in told.items() if one["pagina"] not in self.ingetrokken}


def zipped(content: Mapping[str, bytes]) -> bytes:
    """Files by path as one file; the same files give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path, data in content.items():
            archive.writestr(entry(path), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


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


@once_a_build
def shelf(docs: Path) -> tuple[Editie, ...]:
    """All editions below `docs`, the oldest first. Raises ContentError for a list or a file that is not what it was."""
    rows, wrong = _rows(docs, LIST, tuple[_Regel, ...])
    found: list[Editie] = []
    mistakes: list[Mistake] = []
    for number, row in enumerate(rows):
        before = len(mistakes)
        if not NAME.fullmatch(row.naam):
            expected = "een jaar en een getal, zoals `2026.1`"
            mistakes.append(wrong((number, "naam"), "zo kan een editie niet heten", row.naam, expected))
        elif any(one.naam == row.naam for one in found):
            mistakes.append(wrong((number, "naam"), "deze editie staat er twee keer", row.naam, "elke editie één keer"))
        if not is_day(row.datum):
            mistakes.append(wrong((number, "datum"), _NO_DAY, row.datum, _A_DAY))
        elif found and row.datum <= found[-1].datum:
            message, expected = "deze editie is niet later dan de vorige", f"een dag na {found[-1].datum}"
            mistakes.append(wrong((number, "datum"), message, row.datum, expected))
        if len(mistakes) == before:
            file = f"{SHELF}/{row.naam}.zip"
            content = (docs / file).read_bytes() if (docs / file).is_file() else b""
            gone = frozenset(row.ingetrokken)
            found.append(Editie(row.naam, row.datum, row.sha256, row.wat, content, gone))
            if not content:
                expected = "het bestand dat `make editie` maakte"
                mistakes.append(Mistake(file, "het bestand van deze editie is er niet", expected=expected))
            elif hashlib.sha256(content).hexdigest() != row.sha256:
                expected = f"het bestand waar de som in {LIST} bij hoort"
                mistakes.append(Mistake(file, "dit bestand is veranderd nadat de editie is gemaakt", expected=expected))
            else:
                pages = found[-1].gemaakt
                for at, page in enumerate(row.ingetrokken):
                    if page not in pages:
                        message, expected = "deze pagina staat niet in deze editie", "een adres als `verhalen/noor/`"
                        mistakes.append(
                            wrong((number, "ingetrokken", at), message, page, expected, nearest(page, pages))
                        )
    if not mistakes:
        mistakes += _unlisted(docs, {one.naam for one in found})
    if mistakes:
        raise ContentError(mistakes)
    return tuple(found)


def _unlisted(docs: Path, listed: Container[str]) -> Iterator[Mistake]:
    for file in sorted((docs / SHELF).glob("*.zip")):
        if NAME.fullmatch(file.stem) and file.stem not in listed:
            message, expected = f"deze editie staat niet in {LIST}", "de regel die `make editie` ervan schreef"
            yield Mistake(f"{SHELF}/{file.name}", message, expected=expected)


def read_changes(docs: Path, known: Container[str]) -> tuple[Wijziging, ...]:
    """The corrections below `docs`, the oldest first; raises ContentError for one that nobody could follow."""
    rows, wrong = _rows(docs, CHANGES, tuple[_Herstel, ...])
    editions = [one.datum for one in shelf(docs)]
    # A build reads no clock: that a day is far ahead shows from the editions.
    last = int(editions[-1][:4]) + 10 if editions else 0
    found: list[Wijziging] = []
    mistakes: list[Mistake] = []
    for number, row in enumerate(rows):
        if not is_day(row.datum):
            mistakes.append(wrong((number, "datum"), _NO_DAY, row.datum, _A_DAY))
        elif editions and not editions[0] <= row.datum <= f"{last}-12-31":
            expected = f"een dag vanaf {editions[0]}, de dag van de eerste editie, en niet later dan {last}"
            mistakes.append(wrong((number, "datum"), "deze dag kan niet", row.datum, expected))
        for at, id in enumerate(row.ids):
            if id not in known:
                expected = "het id van een pagina, of van iets op een pagina"
                mistakes.append(wrong((number, "ids", at), "dit id bestaat niet", id, expected))
        one = Wijziging(row.datum, row.tekst, row.ids)
        if one in found:
            message = "deze wijziging staat er twee keer"
            mistakes.append(wrong((number, "tekst"), message, row.tekst, "elke wijziging één keer"))
        found.append(one)
    if mistakes:
        raise ContentError(mistakes)
    return tuple(sorted(found, key=lambda one: one.datum))


def _rows(docs: Path, name: str, model: Any) -> tuple[tuple[Any, ...], Callable[..., Mistake]]:
    """The rows of file `name`, none when it isn't there, and what tells of a mistake at a place in it."""
    file = f"{SHELF}/{name}"
    rows, parsed = read_yaml(docs / file, model, file) if (docs / file).is_file() else ((), Data())

    def wrong(path: Path_, message: str, value: str, expected: str, meant: str | None = None) -> Mistake:
        return Mistake(file, message, parsed.line(path), dotted(path), value, expected, meant)

    return rows, wrong


def withdrawn(docs: Path) -> frozenset[str]:
    """The addresses of pages that were taken away from an edition."""
    return frozenset(page for one in shelf(docs) for page in one.ingetrokken)


def checksums(docs: Path) -> dict[str, str]:
    """Of each path in `offered` the checksum of what was made of the edition."""
    return {_offered(one.naam): one.sha256 for one in shelf(docs)}


def offered(docs: Path) -> frozenset[str]:
    """Paths below the site's root of the editions as one file each."""
    return frozenset(_offered(one.naam) for one in shelf(docs))


def _offered(name: str) -> str:
    return f"{FOLDER}/{name}.zip"


def unpack(docs: Path, site_dir: Path) -> None:
    """Put every edition in the built site, byte for byte, but for pages that were taken away.

    Raises ContentError for a file in one that is not what it was.
    """
    for one in shelf(docs):
        content = one.inhoud
        sums = json.loads(content.get(MANIFEST, b"{}"))
        for path in sorted(content.keys() | sums.keys()):
            right = path == MANIFEST or hashlib.sha256(content.get(path, b"")).hexdigest() == sums.get(path)
            if not right or path.startswith("/") or ".." in path.split("/"):
                file, message = f"{SHELF}/{one.naam}.zip", "een bestand in deze editie is veranderd"
                raise ContentError([Mistake(file, message, value=path, expected="het bestand zoals het was")])
        for path, data in (one.getoond if one.ingetrokken else content).items():
            # What the next build compares with; readers get it in the file as a whole.
            if path == ITEMS:
                continue
            place = site_dir / FOLDER / one.naam / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
        (site_dir / _offered(one.naam)).write_bytes(one.aangeboden)


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
