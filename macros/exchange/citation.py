"""How to cite a page of this site itself: Dutch APA with and without a date of reading, in running text, and as files."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from ..knowledge.items import Naam, Referentie
from ..knowledge.records import Insluiting, Record
from .apa import entry, in_text
from .bibtex import bibtex
from .csl import csl_json
from .ris import ris

_FILES = {
    "ris": ("RIS", "application/x-research-info-systems", ris),
    "bib": ("BibTeX", "application/x-bibtex", bibtex),
    "json": ("CSL-JSON", "application/vnd.citationstyles.csl+json", csl_json),
}
"""Per file extension: what the format is called, its media type, and what writes it."""
_PLAIN = "!$()*,/:;=@"
"""The signs that stand for themselves in the address of data (RFC 3986, 3.3); encoded each would take three times its bytes."""
SCREENS = frozenset(
    ["start", "zoeken", "draaiboek", "uitvoeren", "groepsscherm", "reflectie", "reflectie-team", "zelf-kiezen"]
)
"""Ids of pages on which one does something: there is nothing to read on them that somebody could cite."""


def citation(record: Record, site: str, url: str, editie: Uitgave | None = None) -> Citaat | None:
    """How to cite the page of `record` at `url` on the site called `site`; None for what there is nothing to read on.

    With `editie` it is the page as that keeps it, and then `url` is its address there.
    """
    screen = isinstance(record, Insluiting) or record.id in SCREENS
    return None if screen else Citaat(site, record.id, record.titel, url, editie)


@dataclass(frozen=True)
class Bestand:
    """A citation as a file: its name, what its format is called, and an address that holds the whole of it."""

    naam: str
    formaat: str
    url: str


@dataclass(frozen=True)
class Uitgave:
    """An edition that keeps a page as it was: its name and its day."""

    naam: str
    jaar: int
    maand: int
    dag: int


@dataclass(frozen=True)
class Citaat:
    """The citation of the page with record `id`; `site` is its author too, so it is not repeated as publisher.

    The address is permanent and the text is not: pages have no date, and who wants one gives the day of reading. In an edition
    the text is permanent too, and has the day of that.
    """

    site: str
    id: str
    titel: str
    url: str
    editie: Uitgave | None = None

    @property
    def zonder_datum(self) -> str:
        """The entry in the list, as HTML for the content of an element."""
        told = entry(self._work)
        if self.editie:
            told = f"{told.removesuffix('.')} (Editie {self.editie.naam})."
        return f"{told} {html.escape(self.url, quote=False)}"

    def met_datum(self, datum: str) -> str:
        """The same with the day of reading, `datum`, which is HTML: a script may fill it in."""
        return f"{entry(self._work)} Geraadpleegd op {datum}, van {html.escape(self.url, quote=False)}"

    @property
    def in_tekst(self) -> str:
        return in_text(self._work)

    @property
    def bibtex(self) -> str:
        """The BibTeX entry as plain text."""
        text = bibtex([self._work])
        return f"{text.rstrip()[:-1]}  edition = {{{self.editie.naam}}},\n}}\n" if self.editie else text

    @property
    def bestanden(self) -> Iterator[Bestand]:
        """The files for reference managers, without a day of reading: a script adds it when one takes them."""
        file = f"{self.id}-editie-{self.editie.naam}" if self.editie else self.id
        for extension, (name, media_type, export) in _FILES.items():
            text = self.bibtex if extension == "bib" else export([self._work])
            if self.editie and extension == "json":
                text = (
                    json.dumps([{**json.loads(text)[0], "edition": self.editie.naam}], ensure_ascii=False, indent=0)
                    + "\n"
                )
            if self.editie and extension == "ris":
                text = text.replace("ER  - ", f"ET  - {self.editie.naam}\r\nER  - ")
            yield Bestand(f"{file}.{extension}", name, f"data:{media_type};charset=utf-8,{quote(text, safe=_PLAIN)}")

    @property
    def _work(self) -> Referentie:
        one = self.editie
        name = f"{self.site} {self.id} {one.naam if one else ''}"
        key = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
        author = Naam(familie=self.site)
        day: dict[str, Any] = {"jaar": one.jaar, "maand": one.maand, "dag": one.dag} if one else {}
        # Not checked as what an editor typed: a preview is at an address that nobody should put on a page.
        return Referentie.model_construct(
            id=key, soort="webpagina", auteurs=(author,), titel=self.titel, url=self.url, **day
        )
