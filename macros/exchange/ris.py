"""References as RIS, the format that most reference managers and library catalogues exchange.

Tags as the RIS specification of 2011 (Research Information Systems) has them; lines end in CR LF, as it demands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..knowledge.items import Naam, Referentie
from .names import initials, is_whole

TYPES = {
    "boek": "BOOK",
    "rapport": "RPRT",
    "artikel": "JOUR",
    "webpagina": "ELEC",
    "lezing": "SLIDE",
    "film": "MPCT",
    "podcast": "SOUND",
    "proefschrift": "THES",
    "hoofdstuk": "CHAP",
}


def ris(works: Iterable[Referentie]) -> str:
    """The text of a RIS file."""
    return "".join("".join(f"{tag}  - {text}\r\n" for tag, text in _lines(work)) + "ER  - \r\n\r\n" for work in works)


def _lines(work: Referentie) -> Iterator[tuple[str, str]]:
    first, _, last = (work.bladzijden or "").replace("–", "-").partition("-")
    lines = [
        ("TY", TYPES[work.soort]),
        ("ID", work.id),
        *(("AU", _name(name)) for name in work.auteurs or ()),
        *(("A2", _name(name)) for name in work.redacteurs or ()),
        ("PY", str(work.jaar or "")),
        ("DA", _date(work)),
        ("TI", work.titel),
        ("T2", work.in_titel),
        ("VL", work.jaargang),
        ("IS", work.nummer),
        ("SP", first),
        ("EP", last),
        ("PB", work.uitgever),
        ("CY", work.plaats),
        ("UR", work.url),
        ("N1", work.ontbreekt),
    ]
    # A line break within a value would begin a new tag.
    yield from ((tag, " ".join(text.split())) for tag, text in lines if text)


def _name(name: Naam) -> str:
    if is_whole(name):
        return name.familie
    family = f"{name.tussen} {name.familie}" if name.tussen else name.familie
    return f"{family}, {initials(name)}" if name.voor else family


def _date(work: Referentie) -> str:
    if not (work.jaar and work.maand):
        return ""
    return f"{work.jaar}/{work.maand:02}/" + (f"{work.dag:02}/" if work.dag else "/")
