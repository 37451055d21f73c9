"""Everything that can be looked up, from A to Z: the way to find a page without script."""

from __future__ import annotations

from dataclasses import dataclass

from ...knowledge.records import Begrip, Insluiting, Woordenlijst
from ..macro import macro, unknown_argument
from ..site import Site
from ..sorting import first_letter, sort_key


@dataclass(frozen=True)
class ListedEntry:
    """An entry: how it is filed and shown, the id it leads to, and what kind of thing that is."""

    naam: str
    id: str
    soort: str


@macro
def van_a_tot_z(site: Site, soort: str | None = None) -> str:
    """Alle pagina’s van A tot Z, of met `begrip` alle begrippen en woorden.

    HTML of all pages except this one, or of all concepts and glossary entries, grouped by first letter.

    Accents, capitals and quotes are set aside; raises ContentError for another `soort` than `begrip`.
    """
    if soort not in (None, "begrip"):
        raise unknown_argument(site, "van_a_tot_z", str(soort), ["begrip"])
    entries = _concepts(site) if soort else _pages(site)
    letters: dict[str, list[ListedEntry]] = {}
    for entry in sorted(entries, key=lambda one: (sort_key(one.naam), one.id)):
        letters.setdefault(first_letter(entry.naam), []).append(entry)
    return site.render("van_a_tot_z/van_a_tot_z.html.jinja", letters=letters)


def _pages(site: Site) -> list[ListedEntry]:
    return [
        ListedEntry(page.record.titel, page.record.id, page.record.naam_soort)
        for page in site.bank.pages
        if page.path not in (site.path, "index.md") and not isinstance(page.record, Insluiting)
    ]


def _concepts(site: Site) -> list[ListedEntry]:
    pages = [ListedEntry(one.titel, one.id, "") for one in site.bank.of_kind(Begrip)]
    return pages + [
        ListedEntry(entry.term, entry.id, "woordenlijst")
        for glossary in site.bank.of_kind(Woordenlijst)
        for entry in glossary.lemmas
    ]
