"""References in Dutch APA 7: the list in its order, and the form in running text.

Dutch APA follows the Publication Manual (7th edition) but files `Van den Berg` under V, writes `z.d.` and `Red.`,
and joins two authors with `en` in a sentence. Texts are HTML for the content of an element, with titles in <em>.
"""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from ..knowledge.items import Naam, Referentie
from .names import forward, has_others, initials, inverted, known, surname

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
UNDATED = "z.d."
ROLES = {"podcast": ("Host", "Hosts"), "film": ("Regisseur", "Regisseurs")}
MOST_AUTHORS = 20
_ARTICLE = re.compile(r"^(de|het|een|the|a|an) ")
_ENDED = re.compile(r"[.?!](</(em|span)>)?$")


@dataclass(frozen=True)
class ListedWork:
    """A work as the list shows it: its entry up to the address, the address, and how running text refers to it."""

    id: str
    tekst: str
    url: str | None
    in_tekst: str


@lru_cache(maxsize=8)
def bibliography(works: tuple[Referentie, ...]) -> tuple[ListedWork, ...]:
    """The works in the order of an APA list, those of the same authors and year told apart by a letter.

    Cached: the letters depend on the whole list, and every page with notes asks for it.
    """
    ordered = sorted(works, key=_sort_key)
    letter = _letters(ordered)
    return tuple(
        ListedWork(work.id, entry(work, letter[work.id]), work.url, in_text(work, letter[work.id])) for work in ordered
    )


def entry(work: Referentie, letter: str = "") -> str:
    """The entry of one work in the list, without its address."""
    authors, date, title = _authors(work), f"({_date(work, letter)})", _title(work)
    blocks = (authors, date, title, _source(work)) if authors else (title, date, _source(work))
    return " ".join(block if _ENDED.search(block) else f"{block}." for block in blocks if block)


def in_text(work: Referentie, letter: str = "") -> str:
    """How a text refers to the work: `(Kenis & Cambré, 2019)`."""
    year = _year(work, letter)
    names = [_plain(surname(name)) for name in _makers(work)]
    if not names:
        who = _title(work, short=True)
    elif len(names) > 2 or has_others(work.auteurs):
        who = f"{names[0]} et al."
    else:
        who = " &amp; ".join(names)
    return f"({who}, {year})"


def _plain(text: str) -> str:
    return html.escape(text, quote=False)


def _italic(text: str) -> str:
    return f"<em>{_plain(text)}</em>"


# Who


def _makers(work: Referentie) -> tuple[Naam, ...]:
    """Who comes first in the entry: the authors, or the editors of a whole book without an author."""
    return known(work.auteurs) or (known(work.redacteurs) if work.soort in ("boek", "rapport") else ())


def _authors(work: Referentie) -> str:
    names = _makers(work)
    if not names:
        return ""
    text = _joined([inverted(name) for name in names], has_others(work.auteurs))
    role = ROLES[work.soort][len(names) > 1] if work.soort in ROLES else None if work.auteurs else "Red."
    return f"{text} ({role})" if role else text


def _joined(names: list[str], others: bool = False) -> str:
    names = [_plain(name) for name in names]
    if others:
        # APA has no form for a list that is cut off; this is how the source itself prints it.
        return f"{', '.join(names)} e.a."
    if len(names) > MOST_AUTHORS:
        return f"{', '.join(names[: MOST_AUTHORS - 1])}, . . . {names[-1]}"
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])}, &amp; {names[-1]}"


def _editors(work: Referentie) -> str:
    names = [_plain(forward(name)) for name in work.redacteurs or ()]
    if len(names) < 3:
        return " &amp; ".join(names)
    return f"{', '.join(names[:-1])}, &amp; {names[-1]}"


# When


def _year(work: Referentie, letter: str) -> str:
    return f"{work.jaar}{letter}" if work.jaar else f"{UNDATED}-{letter}" if letter else UNDATED


def _date(work: Referentie, letter: str) -> str:
    day = f"{work.dag} " if work.dag else ""
    return _year(work, letter) + (f", {day}{MONTHS[work.maand - 1]}" if work.jaar and work.maand else "")


# What


def _title(work: Referentie, short: bool = False) -> str:
    """The title, or in square brackets what is known instead of it; in running text without its description."""
    if work.titel is None:
        return f"[{_plain(kind(work))}]"
    part = work.soort in ("artikel", "hoofdstuk") or work.soort == "podcast" and work.in_titel
    title = _spoken(work, "span" if part else "em") if work.taal or not part else _plain(work.titel)
    if short:
        return f"‘{title}’" if part else title
    pieces = [title]
    if work.nummer and work.soort in ("rapport", "podcast"):
        pieces.append(f"(Nr. {_plain(work.nummer)})")
    if work.soort in ("boek", "rapport") and work.auteurs and work.redacteurs:
        pieces.append(f"({_editors(work)}, Red.)")
    if work.soort in ("lezing", "film", "podcast", "proefschrift"):
        pieces.append(f"[{_plain(kind(work))}]")
    return " ".join(pieces)


def _spoken(work: Referentie, tag: str) -> str:
    """The title in an element that says its language, where that is another than the page's."""
    lang = f' lang="{work.taal}"' if work.taal else ""
    return f"<{tag}{lang}>{_plain(work.titel or '')}</{tag}>"


def kind(work: Referentie) -> str:
    """What the list says in square brackets: what sort of work it is, as plain text."""
    if work.soort == "podcast" and work.in_titel:
        return "Podcastaflevering"
    university = f", {work.uitgever}" if work.soort == "proefschrift" and work.uitgever else ""
    return work.soort.capitalize() + university


# Where


def _source(work: Referentie) -> str:
    publisher, container = _publisher(work), work.in_titel
    match work.soort:
        case "artikel":
            return _journal(work)
        case "webpagina":
            return _plain(container) if container and container not in _authors_named(work) else publisher
        case "lezing":
            return ", ".join(part for part in (_plain(container or ""), publisher) if part)
        case "hoofdstuk" | "podcast" if container:
            editors = f"{_editors(work)} (Red.), " if work.redacteurs else ""
            pages = f" ({_pages(work.bladzijden)})" if work.bladzijden else ""
            return f"In {editors}{_italic(container)}{pages}" + (f". {publisher}" if publisher else "")
        case "proefschrift":
            return _plain(container or "")
    return publisher


def _journal(work: Referentie) -> str:
    number = f"({_plain(work.nummer)})" if work.nummer else ""
    volume = f"{_italic(work.jaargang)}{number}" if work.jaargang else number
    pages = _plain(work.bladzijden.replace("-", "–")) if work.bladzijden else ""
    return ", ".join(part for part in (_italic(work.in_titel) if work.in_titel else "", volume, pages) if part)


def _pages(pages: str) -> str:
    return f"{'pp.' if '-' in pages or '–' in pages else 'p.'} {_plain(pages.replace('-', '–'))}"


def _publisher(work: Referentie) -> str:
    """The publishers, but not the organisation that is the author already."""
    return _plain("; ".join(one for one in (work.uitgever or "").split("; ") if one not in _authors_named(work)))


def _authors_named(work: Referentie) -> set[str]:
    return {surname(name) for name in known(work.auteurs)}


# In which order


def _sort_key(work: Referentie) -> tuple:
    title = _ARTICLE.sub("", _filed(work.titel or kind(work)))
    names = tuple((_filed(surname(name)), _filed(initials(name))) for name in _makers(work))
    return names or ((title, ""),), work.jaar or 0, title


def _filed(text: str) -> str:
    """`text` as it is filed: word by word, without accents and signs."""
    plain = unicodedata.normalize("NFKD", text.lower())
    return " ".join("".join(c for c in plain if c.isalnum() or c.isspace()).split())


def _letters(ordered: list[Referentie]) -> dict[str, str]:
    groups: dict[tuple, list[str]] = {}
    for work in ordered:
        groups.setdefault((_authors(work) or work.id, work.jaar), []).append(work.id)
    return {
        id: chr(ord("a") + index) if len(ids) > 1 else "" for ids in groups.values() for index, id in enumerate(ids)
    }
