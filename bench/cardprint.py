"""Make PDFs of cards, as a process to be measured. Arguments: `ours` or `weasyprint`, a plan as JSON, `some` or `all`, a folder.

`ours` does what the site's build does, from Markdown to PDF with an empty Memory; WeasyPrint gets HTML that is ready. Both
use every core: Typst by threads; WeasyPrint, which is Python, by processes that each keep fonts and style between files.
"""

from __future__ import annotations

import json
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import cache, partial
from pathlib import Path

START = time.perf_counter()
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))


def ours(plan: dict, files: set[str], out: Path) -> None:
    from macros.cards import Memory, files_of, render_pdf
    from macros.knowledge.reader import load
    from macros.knowledge.records import Deck

    bank, memory = load(Path(plan["docs"])), Memory(out / "memory")
    print(json.dumps({"ready": time.perf_counter() - START}))
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        made = {
            file.path: pool.submit(
                render_pdf, bank, deck, file.form, plan["site_url"], Path(plan["fonts"]), file.edge, memory=memory
            )
            for deck in bank.of_kind(Deck)
            for file in files_of(bank, deck)
            if file.path in files
        }
        for path, future in made.items():
            (out / path).write_bytes(future.result())


def weasyprint(plan: dict, files: set[str], out: Path) -> None:
    import weasyprint  # noqa: F401  before the processes part, so that none has to load it again

    with ProcessPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(partial(_one_file, plan["html"], out), [path for path in plan["all"] if path in files]))


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
    who, plan, which, out = sys.argv[1], json.loads(Path(sys.argv[2]).read_text()), sys.argv[3], Path(sys.argv[4])
    (out / "kaarten").mkdir(parents=True)
    {"ours": ours, "weasyprint": weasyprint}[who](plan, set(plan[which]), out)
