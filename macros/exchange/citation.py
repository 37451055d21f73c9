"""How to cite a page of this site itself: Dutch APA with and without a date of reading, in running text, BibTeX."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from ..knowledge.records import Insluiting, Pagina, Record
from .apa import UNDATED
from .bibtex import record, value


def citation(record: Record, site: str, url: str) -> Citaat | None:
    """How to cite the page of `record` at `url` on the site called `site`; None for a page that only leads to others."""
    return None if isinstance(record, (Insluiting, Pagina)) else Citaat(site, record.id, record.titel, url)


@dataclass(frozen=True)
class Citaat:
    """The citation of the page with record `id`; `site` is its author too, so it is not repeated as publisher.

    The address is permanent and the text is not: pages have no date, and who wants one gives the day of reading.
    """

    site: str
    id: str
    titel: str
    url: str

    @property
    def zonder_datum(self) -> str:
        """The entry in the list, as HTML for the content of an element."""
        return f"{self._begin} {html.escape(self.url, quote=False)}"

    def met_datum(self, datum: str) -> str:
        """The same with the day of reading, `datum`, which is HTML: a script may fill it in."""
        return f"{self._begin} Geraadpleegd op {datum}, van {html.escape(self.url, quote=False)}"

    @property
    def in_tekst(self) -> str:
        return f"({html.escape(self.site, quote=False)}, {UNDATED})"

    @property
    def bibtex(self) -> str:
        """The BibTeX entry as plain text."""
        key = re.sub(r"[^a-z0-9]+", "-", f"{self.site} {self.id}".lower()).strip("-")
        return record(
            "misc",
            key,
            {
                "author": value(self.site, keep_case=True),
                "title": value(self.titel, keep_case=True),
                "url": f"{{{self.url}}}",
            },
        )

    @property
    def _begin(self) -> str:
        title = html.escape(self.titel, quote=False)
        end = "" if self.titel.endswith((".", "?", "!")) else "."
        return f"{html.escape(self.site, quote=False)}. ({UNDATED}). <em>{title}</em>{end}"
