"""What is done to the site as MkDocs builds it: the files that it generates, and what follows once all pages are there."""

from __future__ import annotations

import shutil
from pathlib import Path

from ..exchange.trial import trial_host, warning
from ..knowledge.errors import ContentError
from ..knowledge.files import content_of
from ..knowledge.once import forget
from ..knowledge.reader import load
from ..knowledge.records import Deck
from ..pages.editorial import mark_editorial
from ..pages.site import address
from ..pages.surroundings import canonical
from ..pages.templates import compiled
from .addresses import ledger, moves
from .built.offline import keep_offline
from .built.policy import secure
from .built.slash import keep_slash
from .check import check, refuse_mistakes
from .editions import offered, unpack, withdrawn
from .editions.fixed import planks
from .made.generated import assets, card_files, generated, needed_first, origin, theme
from .menu import menu
from .pages import finished, page_context, template
from .readable import let_all_read
from .refusal import refusal, tell_in_the_browser
from .settings import checked_address, checked_contact, checked_settings, refuse_unknown

__all__ = [
    "ContentError",
    "address",
    "assets",
    "canonical",
    "card_files",
    "check",
    "checked_address",
    "checked_contact",
    "checked_settings",
    "compiled",
    "content_of",
    "finished",
    "forget",
    "generated",
    "keep_slash",
    "mark_editorial",
    "menu",
    "needed_first",
    "origin",
    "page_context",
    "planks",
    "publish",
    "refusal",
    "refuse_mistakes",
    "refuse_unknown",
    "tell_in_the_browser",
    "template",
    "theme",
    "trial_host",
    "warning",
]


def publish(site_dir: Path, docs: Path, site_url: str, preview: bool = False) -> None:
    """Finish the site that was built in `site_dir` from `docs`; for a `preview`, only what it can't do without.

    Raises ContentError when a published address would disappear; only a preview is left there then.
    """
    published, _ = ledger.read_all(docs)
    ids = {address(page.path): page.record.id for page in load(docs).pages}
    moved = moves.read_moves(docs, published, ids, None)
    moves.write_stubs(moved.pages, site_dir, site_url, assets(docs).address("js/moved.js"))
    # Editions come last.
    lost = published.files - ledger.files_in(site_dir) - offered(docs)
    lost -= moves.keep_files(lost, moved, published, ids, site_dir)
    # Nothing of what stood on those has to stand elsewhere.
    gone = withdrawn(docs)
    pages = {page: frozenset() if page in gone else anchors for page, anchors in published.pages.items()}
    try:
        ledger.check(pages, ledger.addresses(site_dir), moved.pages, lost)
    except ContentError:
        if not preview:
            shutil.rmtree(site_dir)
        raise
    keep_slash(site_dir)
    # The preview's own reload script is inline, so it would be refused.
    if not preview:
        secure(site_dir, site_url)
        # Last, because it holds the pages as they are.
        decks = {address(page.path): page.record.titel for page in load(docs).pages if isinstance(page.record, Deck)}
        keep_offline(site_dir, assets(docs), decks)
    # After all that is done to pages of now: an edition stays byte for byte as it was.
    unpack(docs, site_dir)
    let_all_read(site_dir)
