"""References as CSL-JSON, which Zotero and other reference managers import.

Standard: CSL 1.0.2, appendices III (types) and IV (variables), and the schema csl-data.json.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from ..knowledge.items import Naam, Referentie
from .apa import kind
from .names import has_others, initials, is_whole, known

TYPES = {
    "boek": "book",
    "rapport": "report",
    "artikel": "article-journal",
    "webpagina": "webpage",
    "lezing": "speech",
    "film": "motion_picture",
    "podcast": "broadcast",
    "proefschrift": "thesis",
    "hoofdstuk": "chapter",
}
GENRES = {"lezing": "Lezing", "proefschrift": "Proefschrift", "podcast": "Podcast", "film": "Film"}


def csl(work: Referentie) -> dict:
    """One work; what the source leaves out is left out, and named in `note`.

    The other formats are made of this one.
    """
    pages = (work.bladzijden or "").replace("–", "-")
    fields = {
        "id": work.id,
        "type": TYPES[work.soort],
        "genre": GENRES.get(work.soort),
        "author": [_name(name) for name in known(work.auteurs)],
        "editor": [_name(name) for name in known(work.redacteurs)],
        "issued": {"date-parts": [_date(work)]} if work.jaar else None,
        # What the source gives no title, says what it is, as the list does.
        "title": work.titel or f"[{kind(work)}]",
        # Without, an English style gives every word of a Dutch title a capital.
        "language": work.taal or "nl",
        "event-title" if work.soort == "lezing" else "container-title": work.in_titel,
        "volume": work.jaargang,
        "number" if work.soort in ("rapport", "podcast") else "issue": work.nummer,
        "page": pages,
        "publisher": work.uitgever,
        "publisher-place": work.plaats,
        "URL": work.url,
        "note": _note(work),
    }
    return {name: value for name, value in fields.items() if value}


def csl_json(works: Iterable[Referentie]) -> str:
    """The text of a CSL-JSON file."""
    return json.dumps([csl(work) for work in works], ensure_ascii=False, indent=0) + "\n"


def _note(work: Referentie) -> str | None:
    missing = work.ontbreekt or ("De namen van de andere auteurs." if has_others(work.auteurs) else None)
    return missing and f"Ontbreekt: {missing}"


def _name(name: Naam) -> dict[str, str]:
    if is_whole(name):
        return {"literal": name.familie}
    parts = {"family": name.familie, "given": initials(name), "non-dropping-particle": name.tussen}
    return {part: value for part, value in parts.items() if value}


def _date(work: Referentie) -> list[int]:
    parts = [work.jaar, work.maand, work.dag if work.maand else None]
    return [part for part in parts if part]
