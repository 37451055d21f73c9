"""The libraries that run in the reader's browser, from their npm packages to addresses of this site; never copied in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

LIBRARIES = {
    "assets/bibliotheek/pdf-lib.js": "@cantoo/pdf-lib/dist/pdf-lib.esm.min.js",
    "assets/bibliotheek/qr/index.js": "qr/index.js",
    "assets/bibliotheek/qr/decode.js": "qr/decode.js",
}
"""Address below the site's root: file below `node_modules`. Each is a module that imports nothing but its neighbours."""


def library_files(node_modules: Path) -> Iterator[tuple[str, bytes]]:
    """Address and content of each library; raises FileNotFoundError with what to do when a package is not there."""
    for address, name in LIBRARIES.items():
        try:
            content = (node_modules / name).read_bytes()
        except OSError:
            raise FileNotFoundError(
                f"{name} is not in {node_modules}: run `make site` once, which sets up the packages"
            ) from None
        # Their source maps are not on the site.
        yield address, content.rsplit(b"\n//# sourceMappingURL=", 1)[0] + b"\n"
