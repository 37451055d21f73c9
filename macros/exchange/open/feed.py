"""The feed of changes: one entry for each edition, and one for each correction between them.

Format: Atom (RFC 4287), with tag URIs (RFC 4151). All days come from the data.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit
from xml.sax.saxutils import escape, quoteattr

from .origin import Afzender

FILE = "wijzigingen.xml"


@dataclass(frozen=True)
class Bericht:
    """An entry: its day as year-month-day, a name that is its own on that day, a title, a text and where it leads."""

    datum: str
    naam: str
    titel: str
    tekst: str
    url: str


def feed(site: Afzender, entries: Iterable[Bericht]) -> str:
    """The text of the feed, the newest first; there must be an entry, for without one it has no day."""
    newest = sorted(entries, key=lambda one: (one.datum, one.naam), reverse=True)
    host = urlsplit(site.url).hostname or ""
    rights = f"<rights>{escape(site.licentie.regel)}</rights>\n" if site.licentie else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nl">\n'
        f"<id>{escape(site.url)}</id>\n<title>{escape(site.naam)}: wat er verandert</title>\n"
        f"<updated>{_time(newest[0].datum)}</updated>\n<author><name>{escape(site.naam)}</name></author>\n"
        f'<link rel="self" href={quoteattr(site.url + FILE)}/>\n<link href={quoteattr(f"{site.url}editie/")}/>\n{rights}'
        + "".join(
            f"<entry>\n<id>tag:{host},{one.datum}:{escape(one.naam)}</id>\n<title>{escape(one.titel)}</title>\n"
            f"<updated>{_time(one.datum)}</updated>\n<link href={quoteattr(one.url)}/>\n"
            f"<summary>{escape(one.tekst)}</summary>\n</entry>\n"
            for one in newest
        )
        + "</feed>\n"
    )


def _time(day: str) -> str:
    return f"{day}T00:00:00Z"
