"""COinS: what reference managers read out of a page without being asked, in one element.

Standard: OpenURL 1.0 (ANSI/NISO Z39.88-2004), format Dublin Core.
"""

from __future__ import annotations

from urllib.parse import urlencode


def coins(titel: str, site: str, url: str | None, datum: str | None = None) -> str:
    """The value of the element's title for a page of `site`, which is its author too.

    `datum` is the day of an edition; without `url` there is nothing that one can reach yet.
    """
    fields = [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"),
        ("rft.type", "webpage"),
        ("rft.title", titel),
        # Not `creator`: Zotero would take its last word for a surname.
        ("rft.aucorp", site),
        *([("rft.identifier", url)] if url else []),
        ("rft.language", "nl"),
        ("rft.source", site),
    ]
    return urlencode([*fields, ("rft.date", datum)] if datum else fields)
