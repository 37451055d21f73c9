"""The index that the search window loads, made of the built pages by Pagefind."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def add_search(site_dir: Path) -> None:
    """Write Pagefind's index and script below `site_dir`; raises RuntimeError with what it said when it fails."""
    command = [sys.executable, "-m", "pagefind", "--site", str(site_dir)]
    options = ["--force-language", "nl", "--exclude-selectors", ".anker"]
    made = subprocess.run([*command, *options], capture_output=True, text=True)
    if made.returncode:
        raise RuntimeError(f"Pagefind could not index the site:\n{made.stdout}{made.stderr}")
    # Pagefind ships ready-made interfaces beside the search itself; ours is in overrides/assets/.
    for unused in (site_dir / "pagefind").glob("pagefind-*ui.*"):
        unused.unlink()
    (site_dir / "pagefind" / "pagefind-highlight.js").unlink(missing_ok=True)
