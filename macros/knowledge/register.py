"""The register of sources as a table: what a row says, and what is wrong with how it is written."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from io import StringIO

from .errors import Mistake, nearest
from .items import Verwant
from .kennisbank import Kennisbank
from .records import Deck, Record

FILE = "bronnen/register.csv"
COLUMNS = ("publicatie", "deel", "regel", "teken", "soort", "id", "op_de_site", "ook_in")
ENTRY_KINDS = (
    "hoofdstuk",
    "pagina",
    "verhaal",
    "moment",
    "spanningsveld",
    "werkkaart",
    "principe",
    "kernpunt",
    "begrip",
    "model",
    "kader",
    "stem",
    "fragment",
    "vraag",
    "lijst",
    "punt",
    "stap",
    "oefening",
    "variant",
    "voorbeeld",
    "inzicht",
    "dilemma",
    "fase",
    "uitspraak",
    "noot",
    "relatie",
    "koppeling",
    "twijfel",
    "bronfout",
)
"""Kinds of entry. A `relatie` is the publication's own; a `koppeling` is ours, its part is where it starts."""


@dataclass(frozen=True)
class Herkomst:
    """A row of the register: something of a publication, under the id that the inventory gave it.

    `deel` is a vindplaats, `ook_in` the others that tell of it. At most one of `regel` (line) and `teken` (character,
    counted from 0) says where it stands in the text as extracted; of a concept it is the first mention.
    """

    publicatie: str
    deel: str
    regel: int | None
    teken: int | None
    soort: str
    id: str
    op_de_site: str
    ook_in: tuple[str, ...]

    @property
    def verband(self) -> bool:
        """Whether this is a relation between two places, and not a place itself."""
        return self.soort in ("relatie", "koppeling")


def read_rows(
    text: str, bank: Kennisbank, elsewhere: frozenset[str] = frozenset()
) -> tuple[tuple[Herkomst, ...], list[Mistake]]:
    """The rows of CSV `text` that can be read, and what is wrong with them and with the others.

    `elsewhere` are ids on pages that `bank` doesn't know for their own mistakes; of relations it knows too little then.
    """
    lines, mistakes = table(text, FILE, COLUMNS)
    parts = {publication.id: tuple(place.id for place in publication.vindplaatsen) for publication in bank.publicaties}
    related = relations(bank)
    # What a row has is not what another was meant to have.
    taken = {cell["op_de_site"] or cell["id"] for _, cell in lines}
    places = bank.places.keys() - taken
    free = related.keys() - {cell["id"] for _, cell in lines}
    rows, seen = [], {}
    for number, cell in lines:
        wrong = [*_badly_written(cell, parts)]
        if not wrong:
            row = _row(cell)
            rows.append(row)
            if row.op_de_site not in elsewhere:
                wrong += _lost(row, bank, places)
            if not elsewhere:
                wrong += _claims(row, related, free)
        first = seen.setdefault((cell["soort"], cell["id"]), number)
        if first != number:
            wrong.append(
                (
                    "id",
                    "dit id staat al in het register",
                    f"een id dat nog nergens staat (dit staat ook op regel {first})",
                    None,
                )
            )
        mistakes += [
            Mistake(FILE, message, number, column, cell[column] or None, expected, meant, about=cell[column])
            for column, message, expected, meant in wrong
        ]
    return tuple(rows), mistakes


def table(text: str, file: str, columns: tuple[str, ...]) -> tuple[list[tuple[int, dict[str, str]]], list[Mistake]]:
    """The rows of CSV `text` of `file` with all `columns`, each with its number, and what is wrong with the others."""
    try:
        head, *lines = _numbered(text) or [(1, ())]
    except csv.Error:
        return [], [Mistake(file, "dit bestand is niet te lezen", expected="regels met cellen, met komma’s ertussen")]
    if head[1] != columns:
        return [], [Mistake(file, "de kolommen kloppen niet", 1, value=",".join(head[1]), expected=",".join(columns))]
    rows, mistakes = [], []
    for number, cells in lines:
        if not any(map(str.strip, cells)):
            mistakes.append(Mistake(file, "deze rij is leeg", number, expected="een rij met gegevens, of geen rij"))
        elif len(cells) != len(columns):
            mistakes.append(
                Mistake(
                    file,
                    "deze rij heeft een verkeerd aantal cellen",
                    number,
                    value=",".join(cells),
                    expected=f"{len(columns)} cellen, gescheiden door komma’s",
                )
            )
        else:
            rows.append((number, dict(zip(columns, map(str.strip, cells)))))
    return rows, mistakes


def _numbered(text: str) -> list[tuple[int, tuple[str, ...]]]:
    """Each row with the number of its last line; raises csv.Error for what is no CSV."""
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    return [(reader.line_num, tuple(cells)) for cells in reader]


def relations(bank: Kennisbank) -> dict[str, tuple[tuple[Record, Verwant], ...]]:
    """For each relation with an id the records that carry it; those of decks, which are ours, left out."""
    found: dict[str, list[tuple[Record, Verwant]]] = {}
    for page in bank.pages:
        for relation in () if isinstance(page.record, Deck) else page.record.verwant:
            if relation.id:
                found.setdefault(relation.id, []).append((page.record, relation))
    return {id: tuple(carriers) for id, carriers in found.items()}


_Complaint = tuple[str, str, str | None, str | None]
"""A column, what is wrong with its cell, what was expected there, and what was probably meant."""


def _badly_written(cell: dict[str, str], parts: dict[str, tuple[str, ...]]) -> Iterator[_Complaint]:
    if cell["publicatie"] not in parts:
        yield "publicatie", "bestaat niet", "een publicatie uit het bronregister", nearest(cell["publicatie"], parts)
    elif cell["deel"] not in parts[cell["publicatie"]]:
        yield (
            "deel",
            "bestaat niet in deze publicatie",
            "een vindplaats uit het bronregister",
            nearest(cell["deel"], parts[cell["publicatie"]]),
        )
    everywhere = [place for places in parts.values() for place in places]
    for place in cell["ook_in"].split():
        if place not in everywhere:
            yield (
                "ook_in",
                "bestaat niet",
                "vindplaatsen uit het bronregister, met spaties ertussen",
                nearest(place, everywhere),
            )
    if cell["soort"] not in ENTRY_KINDS:
        yield "soort", "onbekende soort", "een van " + ", ".join(ENTRY_KINDS), nearest(cell["soort"], ENTRY_KINDS)
    for column in ("regel", "teken"):
        if cell[column] and not re.fullmatch(r"[0-9]{1,7}", cell[column]):
            yield column, "verkeerd soort waarde", "een heel getal, of niets", None
    if cell["regel"] and cell["teken"]:
        yield "teken", "een rij heeft een regel of een teken, niet allebei", "een lege cel", None
    if not cell["id"]:
        yield "id", "dit veld is leeg", "het id van een onderdeel van de publicatie", None


def _row(cell: dict[str, str]) -> Herkomst:
    return Herkomst(
        publicatie=cell["publicatie"],
        deel=cell["deel"],
        regel=int(cell["regel"]) if cell["regel"] else None,
        teken=int(cell["teken"]) if cell["teken"] else None,
        soort=cell["soort"],
        id=cell["id"],
        op_de_site=cell["op_de_site"] or cell["id"],
        ook_in=tuple(cell["ook_in"].split()),
    )


def _lost(row: Herkomst, bank: Kennisbank, free: Set[str]) -> Iterator[_Complaint]:
    if not row.verband and row.op_de_site not in bank.places:
        column = "id" if row.op_de_site == row.id else "op_de_site"
        yield (
            column,
            "staat niet op de site",
            "het id van een pagina, of van iets op een pagina",
            nearest(row.op_de_site, free),
        )


def _claims(
    row: Herkomst, related: dict[str, tuple[tuple[Record, Verwant], ...]], free: Set[str]
) -> Iterator[_Complaint]:
    if not row.verband:
        return
    if row.id not in related:
        yield "id", "deze relatie staat op geen enkele pagina", "een id bij een `verwant`", nearest(row.id, free)
    for record, relation in related.get(row.id, ()):
        if relation.van_ons != (row.soort == "koppeling"):
            whose = "koppeling" if relation.van_ons else "relatie"
            yield "soort", f"klopt niet met `van_ons` bij {record.id}", f"`{whose}`, of daar iets anders", None
