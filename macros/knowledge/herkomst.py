"""The register of sources: for every part of both publications where it stands in the text and where it went on the site."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from .checks.drafts import Declared, Draft
from .errors import ContentError, Mistake, nearest
from .files import dotted, read_text
from .once import once_a_build
from .reader import Reading, read
from .records import Bronregister
from .register import FILE, Herkomst, read_rows, table

PRINTED = "bronnen/gedrukt.csv"
# Of an appendix the title that is printed, and what stands below that.
_TITLED = re.compile(r"-(?:onder)?titel$")
PRINTED_COLUMNS = ("publicatie", "regel", "id", "gedrukt")
# What the inventory numbers: a letter or two with a number, or a name for a series with something behind it.
# What editors add of their own says so in its id, as the guide asks.
LIKE_THE_INVENTORY = re.compile(r"(?!.*-eigen-)(?:(sv|wk|pod|p2|cit|rel|om|kader|verhaal)([-\d].*)?|[ft]\d+|h\d(-.+)?)")


@once_a_build
def herkomsten(docs: Path) -> tuple[Herkomst, ...]:
    """All rows, in order; raises ContentError with everything that is wrong with them."""
    rows, mistakes = read_register(docs)
    if mistakes:
        raise ContentError(mistakes)
    return rows


@once_a_build
def read_register(docs: Path) -> tuple[tuple[Herkomst, ...], tuple[Mistake, ...]]:
    """The rows that can be read, and everything that is wrong with the file."""
    path, reading, mistakes = docs / FILE, read(docs), []
    if not path.is_file():
        return (), (Mistake(FILE, "dit bestand ontbreekt", expected="het register van de bronnen"),)
    text = read_text(path, FILE, mistakes)
    if text is None or reading.incomplete and not reading.bank.of_kind(Bronregister):
        return (), tuple(mistakes)
    rows, wrong = read_rows(text, reading.bank, reading.ids if reading.incomplete else frozenset())
    # A row that can't be read may be of the note that a page names.
    unknown = () if mistakes or wrong else _unknown(rows, reading.drafts)
    return rows, (*mistakes, *wrong, *unknown)


def _unknown(rows: tuple[Herkomst, ...], drafts: tuple[Draft, ...]) -> Iterator[Mistake]:
    """Numbers of notes and names of models on a page that no publication has."""
    notes, models = ({row.id for row in rows if row.soort == kind} for kind in ("noot", "model"))
    for draft in drafts:
        for path, number in draft.leaves:
            if path == ("inventaris",) and path not in draft.wrong and number not in models:
                message, expected = "dit model staat niet in het register", "niets bij een model van jezelf"
                yield draft.mistake(path, message, expected, number, nearest(number, models))
            if path[-2:-1] == ("noten",) and path not in draft.wrong and f"noot-{number}" not in notes:
                message, expected = "deze noot staat niet in het register", "het nummer van een noot in de publicatie"
                yield draft.mistake(path, message, expected, number)


def made_up(ids: Iterable[str], rows: Iterable[Herkomst]) -> set[str]:
    """The `ids` that look like the inventory's and that the register doesn't know."""
    known = {id for row in rows for id in (row.id, row.op_de_site)}
    return {id for id in ids if id not in known and LIKE_THE_INVENTORY.fullmatch(id)}


def posing(rows: tuple[Herkomst, ...], drafts: tuple[Draft, ...]) -> Iterator[Mistake]:
    """Ids that editors gave and that say to be the publication's; of a page and what begins with its id, once."""
    given = {draft: (*draft.declared, *_related(draft)) for draft in drafts}
    ids = {one.id for each in given.values() for one in each}
    wrong = made_up(ids, rows)
    for draft, each in given.items():
        own = next((one.id for one in each if one.field == "id" and one.id in wrong), None)
        free = draft.name not in ids and not LIKE_THE_INVENTORY.fullmatch(draft.name)
        for one in each:
            if one.id not in wrong or own and one.id.startswith(f"{own}-"):
                continue
            name = draft.name if free else f"eigen-{draft.name}"
            expected = f"een eigen id, zoals `{name if one.id == own else 'sv4-eigen-1'}`"
            message = "een id dat zo begint, is van de publicaties, en dit staat niet in het register"
            yield Mistake(draft.path, message, one.line, one.field or "id", one.id, expected)


def _related(draft: Draft) -> Iterator[Declared]:
    """The ids of its relations, which are a space of their own."""
    for path, id in draft.leaves:
        if path[0] == "verwant" and path[-1] == "id":
            yield Declared(id, draft.parsed.line(path), dotted(path))


def check_printed(docs: Path) -> tuple[Mistake, ...]:
    """What is wrong with how the list of what is printed is written, which only tests read: they tell what is wrong in it."""
    path, mistakes = docs / PRINTED, []
    if not path.is_file():
        return (Mistake(PRINTED, "dit bestand ontbreekt", expected="de lijst van wat een publicatie letterlijk drukt"),)
    if (text := read_text(path, PRINTED, mistakes)) is not None:
        rows, wrong = table(text, PRINTED, PRINTED_COLUMNS)
        mistakes += wrong
        mistakes += _wrong_printed(rows, read(docs))
    return tuple(mistakes)


def _wrong_printed(rows: Iterable[tuple[int, dict[str, str]]], reading: Reading) -> Iterator[Mistake]:
    """Rows that say nothing of anything, or what another says."""
    publications, places = {one.id for one in reading.bank.publicaties}, reading.bank.vindplaatsen.keys()
    known = reading.ids | places
    first: dict[tuple[str, ...], int] = {}
    for number, cell in rows:
        if empty := next((column for column in ("publicatie", "id", "gedrukt") if not cell[column]), None):
            expected = "een rij met een publicatie, een id en wat er gedrukt staat"
            yield Mistake(PRINTED, "dit veld is leeg", number, empty, expected=expected)
            continue
        if publications and cell["publicatie"] not in publications:
            near, expected = nearest(cell["publicatie"], publications), "een publicatie uit het bronregister"
            yield Mistake(PRINTED, "bestaat niet", number, "publicatie", cell["publicatie"], expected, near)
        # An appendix is a place only by its parts.
        titled = _TITLED.sub("-", cell["id"])
        if places and cell["id"] not in known and not any(place.startswith(titled) for place in places):
            near, expected = nearest(cell["id"], known), "het id van een stem, een pagina of een vindplaats"
            yield Mistake(PRINTED, "dit id bestaat niet", number, "id", cell["id"], expected, near, about=cell["id"])
        same = first.setdefault((cell["publicatie"], cell["regel"], cell["id"]), number)
        if same != number:
            expected = f"elke rij één keer (dit staat ook op regel {same})"
            yield Mistake(PRINTED, "deze rij staat er twee keer", number, "id", cell["id"], expected)
