"""How the build grows with the number of begrippen: time, memory and the weight of one page, as ratios in one run.

Adds 500 and then 1,000 generated begrippen to a copy of the project, each naming three others and linking to one.
Linear growth shows as equal steps; a page's weight must not depend on how many other pages there are.
"""

import gzip
import os
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from builds import CannotMeasure, build, prepare  # noqa: E402

STEPS = (0, 500, 1000)
# A page whose theme and neighbours stay as they are: generated begrippen all go into another theme.
PAGE = "spanningsvelden/doorgaan-of-vertragen"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        project = prepare(ROOT, Path(folder))["ours"]
        build(project)  # not counted: card fonts, bytecode, disk cache
        first, made = None, 0
        print(
            f"{'begrippen added':>16} {'seconds':>9} {'ratio':>6} {'peak MB':>9} {'ratio':>6} {'page, bytes gzip':>17}"
        )
        for count in STEPS:
            for number in range(made, count):
                add(project / "docs" / "begrippen", number)
            made = count
            run = build(project)
            first = first or run
            page = len(gzip.compress((project / "site" / PAGE / "index.html").read_bytes(), 9, mtime=0))
            print(
                f"{count:16d} {run.seconds:9.2f} {run.seconds / first.seconds:6.2f} {run.peak_bytes / 1e6:9.1f} "
                f"{run.peak_bytes / first.peak_bytes:6.2f} {page:17d}"
            )


def add(folder: Path, number: int) -> None:
    """Write begrip `number`, about as long as a real one; it only names earlier ones, so that each step is sound."""
    earlier = [f"proef-{number - step}" for step in (1, 2, 3) if number >= step]
    sentence = f"Dit is zin {{}} van proefbegrip {number}, net zo lang als een gewone zin op deze site."
    link = f"[een ander]({earlier[0]}.md)" if earlier else "niets"
    (folder / f"proef-{number}.md").write_text(
        f"---\nsoort: begrip\nid: proef-{number}\ntitel: Proefbegrip {number}\n"
        f"samenvatting: Een begrip met nummer {number} dat alleen bestaat om de bouw te meten.\nthema: vak\n"
        f"bron: [h2.3]\nzie_ook: [{', '.join(earlier)}]\n---\n\n## Wat je ervan ziet\n\n"
        + " ".join(sentence.format(i) for i in range(8))
        + "\n\n## Wat helpt\n\n"
        + " ".join(sentence.format(i) for i in range(8, 14))
        + f" Zie ook {link}.\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    try:
        main()
    except CannotMeasure as error:
        sys.exit(f"bench: {error}")
    except KeyboardInterrupt:
        os._exit(130)
