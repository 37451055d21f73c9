"""References as RIS, the format that most reference managers and library catalogues exchange.

Tags as the RIS specification of 2011 (Research Information Systems) has them; lines end in CR LF, as it demands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..knowledge.items import Referentie
from .csl import csl

TYPES = {
    "book": "BOOK",
    "report": "RPRT",
    "article-journal": "JOUR",
    "webpage": "ELEC",
    "speech": "SLIDE",
    "motion_picture": "MPCT",
    "broadcast": "SOUND",
    "thesis": "THES",
    "chapter": "CHAP",
}
"""The type by that of CSL."""


def ris(works: Iterable[Referentie]) -> str:
    """The text of a RIS file."""
    return "".join("".join(f"{tag}  - {text}\r\n" for tag, text in _lines(work)) + "ER  - \r\n\r\n" for work in works)


def _lines(work: Referentie) -> Iterator[tuple[str, str]]:
    fields = csl(work)
    first, _, last = fields.get("page", "").partition("-")
    date = fields["issued"]["date-parts"][0] if "issued" in fields else []
    lines = [
        ("TY", TYPES[fields["type"]]),
        ("ID", fields["id"]),
        *(("AU", _name(name)) for name in fields.get("author", ())),
        *(("A2", _name(name)) for name in fields.get("editor", ())),
        ("PY", str(date[0]) if date else None),
        ("DA", _date(*date) if len(date) > 1 else None),
        ("TI", fields["title"]),
        ("T2", fields.get("container-title") or fields.get("event-title")),
        ("VL", fields.get("volume")),
        ("IS", fields.get("issue") or fields.get("number")),
        ("SP", first),
        ("EP", last),
        ("PB", fields.get("publisher")),
        ("CY", fields.get("publisher-place")),
        ("UR", fields.get("URL")),
        ("LA", fields.get("language")),
        ("N1", fields.get("note")),
    ]
    # A line break within a value would begin a new tag.
    yield from ((tag, " ".join(text.split())) for tag, text in lines if text)


def _name(name: dict[str, str]) -> str:
    """A comma is where programs part a family name from a given one, so the name of an organisation can't have one within.

    At its end it says that there is no given name: EndNote asks for it, and Zotero and others take it off.
    """
    if whole := name.get("literal"):
        return f"{whole.replace(',', '')}," if " " in whole else whole
    family = " ".join(name[part] for part in ("non-dropping-particle", "family") if part in name)
    return f"{family}, {name['given']}" if "given" in name else family


def _date(year: int, month: int, day: int | None = None) -> str:
    return f"{year}/{month:02}/" + (f"{day:02}/" if day else "/")
