"""The slash at the end of a page's address, which some hosts leave out: put back before a link or style is resolved."""

from __future__ import annotations

from pathlib import Path

from .head import put_first

# Only the address is written anew, nothing is fetched: on a host that sends `/x/` on to `/x` a redirect would never end.
_SCRIPT = (
    "<script>if(location.host&&!/(\\/|\\.html)$/.test(location.pathname))"
    'history.replaceState(history.state,"",location.pathname+"/"+location.search+location.hash)</script>'
)


def keep_slash(site_dir: Path) -> None:
    """Let every page of the built site that is a folder see to its own slash; the page for errors shows at any address.

    Raises ValueError for a page without a charset.
    """
    for file in sorted(site_dir.rglob("index.html")):
        put_first(file, file.read_text(encoding="utf-8"), _SCRIPT)
