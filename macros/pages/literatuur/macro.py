"""The list of works that the publication refers to, each with what it is used for and the pages that use it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ...knowledge.errors import ContentError, Mistake
from ...knowledge.items import Persoon, Referentie
from ...knowledge.kennisbank import Kennisbank
from ...knowledge.records import Literatuurlijst, items
from ..macro import macro, unknown_argument
from ..site import Site
from ..sorting import sort_key

DOWNLOADS = {
    "json": "CSL-JSON, voor Zotero en andere programma’s",
    "bib": "BibTeX",
    "ris": "RIS, voor EndNote en catalogi",
}


@macro
def literatuur(site: Site) -> str:
    """De literatuurlijst van deze pagina in APA, met waar elk werk gebruikt is.

    HTML of the list on this page; raises ContentError on a page that has none and for a note with two works.
    """
    record = site.record
    if not isinstance(record, Literatuurlijst):
        raise unknown_argument(site, "literatuur", record.id, [r.id for r in site.bank.of_kind(Literatuurlijst)])
    wrong = list(_double_notes(site, record.referenties))
    if wrong:
        raise ContentError(wrong)
    used, by_id = users(site.bank), {work.id: work for work in record.referenties}
    entries = [
        (line, by_id[line.id], _places(site, used, by_id[line.id]))
        for line in site.elsewhere.bibliography(record.referenties)
    ]
    return site.render(
        "literatuur/literatuur.html.jinja",
        werken=entries,
        downloads={download_name(e): e for e in DOWNLOADS},
        uitleg=DOWNLOADS,
    )


def download_name(extension: str) -> str:
    """Path below the site's root of the list as a file for reference managers; a permanent address."""
    return f"bronnen/literatuur.{extension}"


def works(bank: Kennisbank) -> tuple[Referentie, ...]:
    """All works of the site."""
    return tuple(work for record in bank.of_kind(Literatuurlijst) for work in record.referenties)


def cited(site: Site) -> tuple[Any, ...]:
    """The lines of the works that the notes of this page's record lead to, in the order of the list."""
    notes = set(getattr(site.record, "noten", ()))
    if not notes:
        return ()
    all_works = works(site.bank)
    wanted = {work.id for work in all_works if notes & set(work.noten)}
    return tuple(line for line in site.elsewhere.bibliography(all_works) if line.id in wanted)


def users(bank: Kennisbank) -> dict[int, tuple[str, ...]]:
    """For each note the ids of the records and items that name it, works and people left out."""
    found: dict[int, dict[str, None]] = {}
    for page in bank.pages:
        for holder in (page.record, *items(page.record)):
            for note in () if isinstance(holder, (Referentie, Persoon)) else getattr(holder, "noten", ()):
                found.setdefault(note, {})[holder.id] = None
    return {note: tuple(ids) for note, ids in found.items()}


def _places(site: Site, used: dict[int, tuple[str, ...]], work: Referentie) -> list[str]:
    ids = dict.fromkeys(id for note in work.noten for id in used.get(note, ()))
    return sorted(ids, key=lambda id: sort_key(site.name_of(id)))


def _double_notes(site: Site, references: tuple[Referentie, ...]) -> Iterable[Mistake]:
    seen: dict[int, str] = {}
    for work in references:
        for note in work.noten:
            if seen.setdefault(note, work.id) != work.id:
                yield Mistake(
                    site.path,
                    "deze noot hoort al bij een ander werk",
                    field=f"referenties.{work.id}.noten",
                    value=note,
                    expected=f"een noot die nog nergens staat (deze staat ook bij {seen[note]})",
                )
