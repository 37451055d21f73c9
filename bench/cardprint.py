"""Make PDFs of all cards, as a process to be measured. Arguments: `ours` or `weasyprint`, a plan as JSON, a folder.

`ours` does what the site's build does, from Markdown to PDF with nothing kept from before, and makes the faces for the screen
and for the card picker as well; WeasyPrint gets HTML that is ready. Both use every core by processes; WeasyPrint's each keep
fonts and style between files.
"""

from __future__ import annotations

import json
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from pathlib import Path

START = time.perf_counter()
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))


def ours(plan: dict, out: Path) -> None:
    from macros.cards import CardFiles, PrintStore
    from macros.publish.made.generated import print_shop

    shop = print_shop(Path(plan["docs"]), plan["site_url"], PrintStore(out / "store"))
    print(json.dumps({"ready": time.perf_counter() - START}))
    for path, content in CardFiles(shop).files():
        if path in plan["files"]:
            (out / path).write_bytes(content)


def weasyprint(plan: dict, out: Path) -> None:
    import weasyprint  # noqa: F401  before the processes part, so that none has to load it again

    with ProcessPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(partial(_one_file, plan["html"], out), plan["files"]))


def _one_file(html: str, out: Path, path: str) -> None:
    from weasyprint import HTML

    HTML(Path(html, path).with_suffix(".html")).write_pdf(out / path, pdf_variant="pdf/ua-1", **_shared(html))


@cache
def _shared(html: str) -> dict:
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    return {"font_config": fonts, "stylesheets": [CSS(Path(html, "kaarten.css"), font_config=fonts)]}


if __name__ == "__main__":
    who, plan, out = sys.argv[1], json.loads(Path(sys.argv[2]).read_text()), Path(sys.argv[3])
    (out / "kaarten").mkdir(parents=True)
    {"ours": ours, "weasyprint": weasyprint}[who](plan, out)
