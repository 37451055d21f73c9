"""References as BibTeX, for LaTeX and for reference managers; in UTF-8, with only LaTeX's own signs escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..knowledge.items import Naam, Referentie
from .names import OTHERS, initials, is_whole

TYPES = {
    "boek": "book",
    "rapport": "techreport",
    "artikel": "article",
    "proefschrift": "phdthesis",
    "hoofdstuk": "incollection",
}
HOLDERS = {"artikel": "journal", "hoofdstuk": "booktitle"}
PUBLISHERS = {"rapport": "institution", "proefschrift": "school"}
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# BibTeX counts braces before LaTeX sees a backslash, so a brace in a title gets a name.
_NAMED = {
    "\\": "textbackslash",
    "{": "textbraceleft",
    "}": "textbraceright",
    "~": "textasciitilde",
    "^": "textasciicircum",
}
_SIGNS = {**{sign: f"\\{name}{{}}" for sign, name in _NAMED.items()}, **{sign: f"\\{sign}" for sign in "&%$#_"}}


def bibtex(works: Iterable[Referentie]) -> str:
    """The text of a BibTeX file."""
    return "\n".join(_work(work) for work in works)


def record(kind: str, key: str, fields: dict[str, str | None]) -> str:
    """One entry of type `kind`; values are BibTeX already, and fields without a value are left out."""
    lines = [f"  {name} = {value},\n" for name, value in fields.items() if value]
    return f"@{kind}{{{key},\n{''.join(lines)}}}\n"


def value(text: str | None, keep_case: bool = False) -> str | None:
    """`text` as a value, escaped; braces within quotes keep the capitals that many styles would take away."""
    if text is None:
        return None
    return f'"{{{_escaped(text)}}}"' if keep_case else f"{{{_escaped(text)}}}"


def _escaped(text: str) -> str:
    return "".join(_SIGNS.get(sign, sign) for sign in text)


def _work(work: Referentie) -> str:
    kind = TYPES.get(work.soort, "misc")
    return record(
        kind,
        work.id,
        {
            "author": _names(work.auteurs),
            "editor": _names(work.redacteurs),
            "title": value(work.titel, keep_case=True),
            HOLDERS.get(work.soort, "howpublished"): value(work.in_titel),
            "volume": value(work.jaargang),
            "number": value(work.nummer),
            "pages": value(re.sub("[-–]", "--", work.bladzijden)) if work.bladzijden else None,
            PUBLISHERS.get(work.soort, "publisher"): value(work.uitgever),
            "address": value(work.plaats),
            "year": value(str(work.jaar)) if work.jaar else None,
            "month": MONTHS[work.maand - 1] if work.maand else None,
            "type": value("Lezing") if work.soort == "lezing" else None,
            # An address is read by \url, which takes its signs as they are.
            "url": f"{{{work.url}}}" if work.url else None,
            # Unlike `note`, no style prints `annote`.
            "annote": value(work.ontbreekt),
        },
    )


def _names(names: tuple[Naam, ...] | None) -> str | None:
    return f"{{{' and '.join(_name(name) for name in names)}}}" if names else None


def _name(name: Naam) -> str:
    if name.familie == OTHERS:
        return "others"
    if is_whole(name):
        return value(name.familie)
    # Braces keep BibTeX from taking a word of the family name for a prefix.
    family = value(name.familie) if " " in name.familie else _escaped(name.familie)
    family = f"{name.tussen} {family}" if name.tussen else family
    return f"{family}, {initials(name)}" if name.voor else family
