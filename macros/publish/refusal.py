"""How a build that stops tells so: to who runs it, and during a preview in every browser that is open."""

from __future__ import annotations

import html
import re
from collections.abc import Collection
from pathlib import Path

from ..knowledge.errors import Mistake

_PAGE = """<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<title>Er klopt iets niet</title>
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
</head>
<body style="font: 1rem/1.5 sans-serif; max-width: 45rem; margin: 2rem auto; padding: 0 1rem">
<main>
<h1>Er klopt iets niet</h1>
<p>Zodra het hersteld is, komt de pagina vanzelf terug.</p>
{sentences}
</main>
</body>
</html>
"""


def refusal(mistakes: Collection[Mistake]) -> str:
    """A sentence for each mistake, and how many there are."""
    lines = "\n".join(map(str, mistakes))
    return f"\n{lines}\n\n{len(mistakes)} {'fout' if len(mistakes) == 1 else 'fouten'}; er is niets geschreven."


def tell_in_the_browser(told: str, site_dir: Path, folder: Path) -> None:
    """Have every page in `site_dir` tell what the refusal `told`: MkDocs would leave the browsers that show them waiting.

    They are told so by pages at the same places in `folder`. Each reloads by itself when it is mended.
    """
    lines = [re.sub("`(.*?)`", r"<code>\1</code>", html.escape(line)) for line in told.splitlines() if line.strip()]
    text = _PAGE.format(sentences="\n".join(f"<p>{line}</p>" for line in lines))
    for page in site_dir.rglob("*.html"):
        place = folder / page.relative_to(site_dir)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
