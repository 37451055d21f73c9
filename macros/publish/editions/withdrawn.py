"""What an edition offers of a page that was taken away at the request of whom it is about: an empty page at its address.

The file that was made of the edition stays as it was, and so does its checksum; what readers get of it is made from that.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection, Mapping

_HEADER = re.compile(r"<header>.*?</header>", re.S)
# To the page of now, which is gone as well.
_LIVE = re.compile(r" <a [^>]*>Naar de huidige versie</a>")
_KEPT = ("<!doctype", "<html", "<head", "<meta", '<link rel="stylesheet"')


def without(
    content: Mapping[str, bytes], pages: Collection[str], naam: str, items: str, manifest: str
) -> dict[str, bytes]:
    """The files of edition `naam` in `content`, with an empty page for each of `pages` and nothing of theirs among the `items`.

    The list of checksums, `manifest`, is that of what is left.
    """
    told = json.loads(content[items])
    kept = {id: one for id, one in told.items() if one["pagina"] not in pages}
    offered = dict(content)
    for page in pages:
        path = f"{page}index.html"
        offered[path] = _emptied(content[path].decode(), naam).encode()
    offered[items] = (json.dumps(kept, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
    sums = {path: hashlib.sha256(one).hexdigest() for path, one in offered.items() if path != manifest}
    offered[manifest] = (json.dumps(sums, indent=0) + "\n").encode()
    return offered


def _emptied(text: str, naam: str) -> str:
    """The page with HTML `text` without what it said, its title included."""
    head, _, body = text.partition("</head>")
    header = _HEADER.search(body)
    return "\n".join(
        (
            *(line for line in head.split("\n") if line.startswith(_KEPT)),
            f"<title>Weggehaald, editie {naam}</title>",
            "</head>",
            "<body>",
            _LIVE.sub("", header[0]) if header else "",
            "<main>",
            "<h1>Deze pagina is weggehaald</h1>",
            "<p>Dat is gedaan op verzoek. De rest van deze editie is nog zoals die was.</p>",
            "</main>",
            "</body>",
            "</html>",
            "",
        )
    )
