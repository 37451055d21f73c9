"""The mark as the icons that browsers and telephones ask for, and the manifest that names them."""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator
from pathlib import Path

from ...cards import MAKER, PrintShop

MANIFEST = "manifest.webmanifest"
_MARK = "assets/img/merk.svg"
_PAPER = "#faf6ee"
_FAVICON = "favicon.ico"
# Size in pixels, the part of it that the mark fills, and whether paper fills the rest; of a maskable icon only the middle
# 80% is sure to be seen.
_ICONS = {
    _FAVICON: (32, 1, False),
    "apple-touch-icon.png": (180, 1, True),
    "iconen/192.png": (192, 1, False),
    "iconen/512.png": (512, 1, False),
    "iconen/512-vol.png": (512, 0.8, True),
}


def icons(shop: PrintShop, docs: Path) -> Iterator[tuple[str, bytes]]:
    """Path below the site's root and content of each icon and of the manifest of the site."""
    mark = (docs / _MARK).read_text(encoding="utf-8")
    for path, icon in _ICONS.items():
        document = shop.document("icoon.typ", {"merk": mark, "papier": _PAPER, "iconen": [icon]}, [])
        png = shop.kept(document.key, lambda document=document: document.png(72)[0])
        yield path, _ico(png, icon[0]) if path == _FAVICON else png
    yield MANIFEST, _manifest()


def _manifest() -> bytes:
    """Addresses in it are relative to itself, so that the site may lie in any folder."""
    told = {
        "name": MAKER,
        "short_name": "Balanceren",
        "lang": "nl",
        "dir": "ltr",
        "start_url": "./",
        "scope": "./",
        # With a way back, which a reader of pages needs.
        "display": "minimal-ui",
        "background_color": _PAPER,
        "theme_color": _PAPER,
        "icons": [
            {"src": _MARK, "sizes": "any", "type": "image/svg+xml"},
            *(
                {"src": path, "sizes": f"{size}x{size}", "type": "image/png"}
                | ({"purpose": "maskable"} if full else {})
                for path, (size, _, full) in _ICONS.items()
                if path.startswith("iconen/")
            ),
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def _ico(png: bytes, size: int) -> bytes:
    """`png` as the only picture of an ICO file."""
    head = struct.pack("<3H", 0, 1, 1)
    return head + struct.pack("<4B2H2I", size, size, 0, 0, 1, 32, len(png), len(head) + 16) + png
