"""How heavy and how slow this site is, next to stock Material for MkDocs built from the same pages: `make bench`.

It prints ratios and passes no verdict: a machine's seconds mean little. Nothing is written into the project.
Stock gets the same Markdown, macros and Markdown extensions. What our templates show around the body (the summary, the
poles, relations) and our card sheets it lacks, which is in its favour.
"""

import os
import platform
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path
from statistics import median

sys.dont_write_bytecode = True
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from builds import CannotMeasure, build, parts_seconds, prepare, weight  # noqa: E402
from tables import head, row  # noqa: E402

PAGE = "spanningsvelden/doorgaan-of-vertragen"
RUNS = 5
TYPES = ("html", "css", "js", "font", "other")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        projects = prepare(ROOT, Path(folder))
        print(
            f"Python {platform.python_version()}, {os.cpu_count()} cores, "
            f"mkdocs-material {version('mkdocs-material')}, mkdocs {version('mkdocs')}"
        )
        print_builds(projects)
        check_same_content(projects)
        print_first_view(projects)


def print_builds(projects: dict[str, Path]) -> None:
    for project in projects.values():
        build(project)  # not counted: fills the disk cache, Python's bytecode and the card fonts
    runs = {name: [] for name in projects}
    for _ in range(RUNS):
        for name, project in projects.items():
            runs[name].append(build(project))
    head(f"Build, whole process, median of {RUNS} by turns", "stock")
    row("seconds", *(median(run.seconds for run in runs[name]) for name in projects), digits=2)
    row("  fastest", *(min(run.seconds for run in runs[name]) for name in projects), digits=2)
    row("  slowest", *(max(run.seconds for run in runs[name]) for name in projects), digits=2)
    row("processor seconds", *(median(run.processor_seconds for run in runs[name]) for name in projects), digits=2)
    row("peak memory, MB", *(median(run.peak_bytes for run in runs[name]) / 1e6 for name in projects), digits=1)
    weights = [weight(project / "site") for project in projects.values()]
    row("site, files", *(site.files for site in weights))
    row("site, bytes", *(site.total_bytes for site in weights))
    row("  of which card sheets", *(site.cards_bytes for site in weights))
    row("  of which search", *(site.search_bytes for site in weights))
    parts = parts_seconds(projects["ours"])
    shares = (f"{name} {seconds:.2f} s ({seconds / sum(parts.values()):.0%})" for name, seconds in parts.items())
    print("Of ours, after start-up, in one more build:", ", ".join(shares))


def moved(file: Path) -> bool:
    """Whether this is not a page but an address that leads on to one, which stock knows nothing of."""
    return 'http-equiv="refresh"' in file.read_text(encoding="utf-8")


def check_same_content(projects: dict[str, Path]) -> None:
    """Stop when the two sites don't hold the same pages, or not the same items on the page that is viewed."""
    from macros.knowledge.reader import load
    from macros.knowledge.records import items

    ours, stock = (
        {file.relative_to(project / "site") for file in (project / "site").rglob("index.html") if not moved(file)}
        for project in projects.values()
    )
    if ours != stock:
        raise CannotMeasure(f"The two sites don't have the same pages: {', '.join(sorted(map(str, ours ^ stock)))}.")
    page = load(projects["ours"] / "docs").by_path.get(f"{PAGE}.md")
    if page is None:
        raise CannotMeasure(f"The page to view, docs/{PAGE}.md, is not there.")
    for name, project in projects.items():
        text = (project / "site" / PAGE / "index.html").read_text(encoding="utf-8")
        absent = [item.id for item in items(page.record) if f'id="{item.id}"' not in text]
        if absent:
            raise CannotMeasure(f"The {name} page {PAGE}/ lacks {', '.join(absent)}, so the pages can't be compared.")


def print_first_view(projects: dict[str, Path]) -> None:
    from firstview import first_views

    browser, views = first_views({name: project / "site" for name, project in projects.items()}, f"{PAGE}/")
    head(f"First view of {PAGE}/ in Chromium {browser}", "stock")
    row("requests", *(len(view.sent) + len(view.refused) for view in views.values()))
    row("  to other hosts, refused", *(len(view.refused) for view in views.values()))
    for kind in TYPES:
        row(f"{kind}, bytes gzip", *(view.sent_bytes(kind) for view in views.values()))
    row("total, bytes gzip", *(view.sent_bytes() for view in views.values()))
    row("kept for offline, bytes", *(view.kept_bytes for view in views.values()))
    for name, view in views.items():
        for url in view.refused:
            print(
                f"Refused, as without network: {name} asks {url.split('?')[0]}; what that host would send comes on top."
            )


if __name__ == "__main__":
    try:
        main()
    except CannotMeasure as reason:
        sys.exit(str(reason))
