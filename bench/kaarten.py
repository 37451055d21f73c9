"""What all decks in all ready-made forms cost to print, next to WeasyPrint printing the same cards: `make bench`.

Both start cold, in a process of their own. WeasyPrint gets the same texts, QR codes, pictograms, sheets and fonts as HTML,
and makes PDF/UA-1 as well. In its favour: its HTML is made beforehand, where we read Markdown and draw the QR codes; it
sets type in fixed sizes, where we measure until a text fits, so that with it some texts run over; and we make the faces for
the screen and for the card picker on top. Of the processes of either only the largest counts as memory. It prints ratios and
passes no verdict. Nothing is written into the project.
"""

import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path
from statistics import median

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))

# Nothing else here that takes memory: Linux counts what this process takes among the peak of those it starts.
from builds import CannotMeasure, Run, run  # noqa: E402
from tables import head, row  # noqa: E402

MAKERS = ("ours", "weasyprint")
RUNS = 2
LIBRARIES = "libpango-1.0-0, libpangoft2-1.0-0 and libharfbuzz-subset0"


def main() -> None:
    check_peer()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for each in ("html", *MAKERS):
            (folder / each).mkdir()
        plan = prepare(folder)
        print(
            f"Python {platform.python_version()}, {os.cpu_count()} cores, Typst {version('typst')}, "
            f"pikepdf {version('pikepdf')}, WeasyPrint {version('weasyprint')}, pydyf {version('pydyf')}"
        )
        runs: dict[str, list[Run]] = {maker: [] for maker in MAKERS}
        for _ in range(RUNS):
            for maker in MAKERS:
                runs[maker].append(make(folder, maker))
        print_costs(f"All decks in all ready-made forms, {len(plan['files'])} PDFs, median of {RUNS} by turns", runs)
        print_sheets(folder, plan["files"])


def check_peer() -> None:
    probe = subprocess.run([sys.executable, "-c", "import weasyprint"], capture_output=True, text=True)
    if "cannot load library" in probe.stderr:
        raise CannotMeasure(
            f"WeasyPrint needs Pango, which is not on this system: install {LIBRARIES} (their names in Debian)."
        )
    if probe.returncode:
        raise CannotMeasure(f"WeasyPrint doesn't start: {probe.stderr.strip().splitlines()[-1]}")


def prepare(folder: Path) -> dict:
    """Make the HTML in `folder`; what there is to print."""
    _, output = run(folder / "html", str(Path(__file__).with_name("cardpages.py")), what="Making HTML of the cards")
    (folder / "plan.json").write_text(output.splitlines()[-1], encoding="utf-8")
    return json.loads((folder / "plan.json").read_text(encoding="utf-8"))


def make(folder: Path, maker: str) -> Run:
    """Have `maker` make all of the PDFs anew; what that cost."""
    out = folder / maker / "out"
    if out.exists():
        shutil.rmtree(out)
    program = str(Path(__file__).with_name("cardprint.py"))
    what = f"Making the PDFs ({maker})"
    return run(folder / maker, program, maker, str(folder / "plan.json"), str(out), what=what)[0]


def print_costs(title: str, runs: dict[str, list[Run]]) -> None:
    head(title, "WeasyPrint")
    row("seconds", *(median(run.seconds for run in found) for found in runs.values()), digits=2)
    row("  fastest", *(min(run.seconds for run in found) for found in runs.values()), digits=2)
    row("  slowest", *(max(run.seconds for run in found) for found in runs.values()), digits=2)
    row("processor seconds", *(median(run.processor_seconds for run in found) for found in runs.values()), digits=2)
    row("peak memory, MB", *(median(run.peak_bytes for run in found) / 1e6 for found in runs.values()), digits=1)


def print_sheets(folder: Path, files: list[str]) -> None:
    """What was made; stops when the two don't have the same sheets."""
    import pypdfium2
    from cardtexts import letters

    pages, signs, size = {}, {}, {}
    for maker in MAKERS:
        pages[maker], signs[maker], size[maker] = [], 0, 0
        for path in files:
            file = folder / maker / "out" / path
            size[maker] += file.stat().st_size
            with pypdfium2.PdfDocument(file) as pdf:
                for number, page in enumerate(pdf, 1):
                    # In whole points, for one writes 841.89 and the other 841.88977.
                    pages[maker].append((path, number, *map(round, page.get_size())))
                    signs[maker] += len(letters(page.get_textpage().get_text_range()))
    differing = sorted(set(pages["ours"]) ^ set(pages["weasyprint"]))
    if differing:
        path, number, width, height = differing[0]
        raise CannotMeasure(
            f"The two don't have the same sheets, the first of {len(differing)} being page {number} of {path}, "
            f"which only one has in {width} by {height} points."
        )
    head("What was made", "WeasyPrint")
    row("pages", *(len(pages[maker]) for maker in MAKERS))
    row("letters and digits", *signs.values())
    row("bytes", *size.values())


if __name__ == "__main__":
    try:
        main()
    except CannotMeasure as reason:
        sys.exit(str(reason))
