"""What is done to the site as MkDocs builds it: the files that it generates, and what follows once all pages are there."""

from __future__ import annotations

from pathlib import Path

from . import ledger, moves
from .generated import assets, generated
from .offline import keep_offline
from .policy import secure
from .search import add_search

__all__ = ["assets", "generated", "publish"]


def publish(site_dir: Path, docs: Path, site_url: str, preview: bool = False) -> None:
    """Finish the site that was built in `site_dir` from `docs`; for a `preview`, only what it can't do without.

    Raises ContentError when a published address would disappear.
    """
    add_search(site_dir)
    moved = moves.read_moves(docs / "verhuisd.yml")
    moves.write_stubs(moved, site_dir, site_url, assets(docs).address("js/moved.js"))
    ledger.check(ledger.read(docs / "adressen.txt"), ledger.addresses(site_dir), moved)
    # The preview's own reload script is inline, so it would be refused.
    if not preview:
        secure(site_dir)
        # Last, because its version follows from all that it holds.
        keep_offline(site_dir, assets(docs))
