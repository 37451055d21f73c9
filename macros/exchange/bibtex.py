"""References as BibTeX, for LaTeX and for reference managers; in UTF-8, with only LaTeX's own signs escaped."""

from __future__ import annotations

from collections.abc import Iterable

from ..knowledge.items import Referentie
from .csl import csl
from .names import has_others

TYPES = {
    "book": "book",
    "report": "techreport",
    "article-journal": "article",
    "thesis": "phdthesis",
    "chapter": "incollection",
}
"""The type by that of CSL; any other is `misc`."""
HOLDERS = {"article": "journal", "incollection": "booktitle"}
PUBLISHERS = {"techreport": "institution", "phdthesis": "school"}
LANGUAGES = {"en": "english", "de": "ngerman", "fr": "french"}
"""What Babel calls a language; Dutch needs none, for braces keep the capitals of a title as they are."""
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
    fields = csl(work)
    kind = TYPES.get(fields["type"], "misc")
    date = fields["issued"]["date-parts"][0] if "issued" in fields else []
    return record(
        kind,
        fields["id"],
        {
            "author": _names(fields.get("author", ()), has_others(work.auteurs)),
            "editor": _names(fields.get("editor", ()), has_others(work.redacteurs)),
            "title": value(fields["title"], keep_case=True),
            HOLDERS.get(kind, "howpublished"): value(fields.get("container-title") or fields.get("event-title")),
            "volume": value(fields.get("volume")),
            "number": value(fields.get("issue") or fields.get("number")),
            "pages": value(fields["page"].replace("-", "--")) if "page" in fields else None,
            PUBLISHERS.get(kind, "publisher"): value(fields.get("publisher")),
            "address": value(fields.get("publisher-place")),
            "year": value(str(date[0])) if date else None,
            "month": MONTHS[date[1] - 1] if len(date) > 1 else None,
            "day": value(str(date[2])) if len(date) > 2 else None,
            "type": value(fields["genre"]) if fields["type"] == "speech" else None,
            "langid": value(LANGUAGES.get(fields["language"])),
            # An address is read by \url, which takes its signs as they are.
            "url": f"{{{fields['URL']}}}" if "URL" in fields else None,
            # Unlike `note`, no style prints `annote`.
            "annote": value(fields.get("note")),
        },
    )


def _names(names: Iterable[dict[str, str]], others: bool) -> str | None:
    written = [_name(name) for name in names]
    return f"{{{' and '.join([*written, 'others'] if others else written)}}}" if written else None


def _name(name: dict[str, str]) -> str:
    if "literal" in name:
        return f"{{{_escaped(name['literal'])}}}"
    # Braces keep BibTeX from taking a word of the family name for a prefix.
    family = f"{{{_escaped(name['family'])}}}" if " " in name["family"] else _escaped(name["family"])
    family = " ".join([name["non-dropping-particle"], family] if "non-dropping-particle" in name else [family])
    return f"{family}, {name['given']}" if "given" in name else family
