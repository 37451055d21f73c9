"""What is done to the site as MkDocs builds it: the files that it generates, and what follows once all pages are there."""

from __future__ import annotations

from pathlib import Path

from ..knowledge.reader import load
from ..pages.site import address
from . import ledger, moves
from .check import check, checked_address
from .generated import assets, card_files, generated
from .offline import keep_offline
from .policy import secure
from .trial import trial_host, warning

__all__ = ["assets", "card_files", "check", "checked_address", "generated", "publish", "trial_host", "warning"]


def publish(site_dir: Path, docs: Path, site_url: str, preview: bool = False) -> None:
    """Finish the site that was built in `site_dir` from `docs`; for a `preview`, only what it can't do without.

    Raises ContentError when a published address would disappear.
    """
    published, _ = ledger.read(docs)
    moved, _ = moves.read_moves(docs, published, {address(path) for path in load(docs).by_path})
    moves.write_stubs(moved, site_dir, site_url, assets(docs).address("js/moved.js"))
    ledger.check(published, ledger.addresses(site_dir), moved)
    # The preview's own reload script is inline, so it would be refused.
    if not preview:
        secure(site_dir)
        # Last, because its version follows from all that it holds.
        keep_offline(site_dir, assets(docs))
