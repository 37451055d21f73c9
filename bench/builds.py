"""The two projects that are compared, and what building them costs in seconds, memory and bytes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path


class CannotMeasure(Exception):
    """Something stands in the way of a number; the message is one sentence that says what."""


@dataclass(frozen=True)
class Run:
    """What one process cost, of all that it starts included; `peak_bytes` is resident memory of its largest process."""

    seconds: float
    processor_seconds: float
    peak_bytes: int


@dataclass(frozen=True)
class Weight:
    """A built site on disk; cards are the PDFs and their pictures, search is the index, ours or Material's."""

    files: int
    total_bytes: int
    cards_bytes: int
    search_bytes: int


def prepare(root: Path, folder: Path) -> dict[str, Path]:
    """Make both projects in `folder`: a copy of the one in `root`, and one that shares its pages and macros."""
    ours, stock = folder / "ours", folder / "stock"
    for name in ("docs", "macros", "overrides"):
        shutil.copytree(root / name, ours / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(root / "mkdocs.yml", ours)
    stock.mkdir()
    (stock / "macros").symlink_to(ours / "macros")
    (stock / "mkdocs.yml").write_text(json.dumps(_stock_settings(ours)), encoding="utf-8")
    return {"ours": ours, "stock": stock}


def _stock_settings(ours: Path) -> dict:
    from mkdocs.utils.yaml import yaml_load

    with (ours / "mkdocs.yml").open(encoding="utf-8") as file:
        settings = yaml_load(file)
    shared = {key: settings[key] for key in ("site_name", "site_description", "markdown_extensions")}
    address = settings["extra"]["site_url"]
    macros = next(plugin["macros"] for plugin in settings["plugins"] if "macros" in plugin)
    return {
        **shared,
        "site_url": address,
        # The macros ask for it there.
        "extra": {name: settings["extra"][name] for name in ("site_url", "licentie")},
        "docs_dir": str(ours / "docs"),
        # Our pictograms and pictures are no content; not all of assets/, for the theme's own files go there too.
        "exclude_docs": "\n".join(f"/assets/{one.name}" for one in sorted((ours / "docs" / "assets").iterdir())),
        "theme": {"name": "material", "language": "nl"},
        # A macro that fails must not pass for a light page.
        "plugins": [{"search": {"lang": "nl"}}, {"macros": {**macros, "on_error_fail": True}}],
        "nav": _nav(ours / "docs"),
    }


def _nav(docs: Path) -> list[dict]:
    """The menu MkDocs makes of the folders, but with the records' titles, which stock doesn't read."""
    from macros.knowledge.errors import ContentError
    from macros.knowledge.reader import load

    try:
        bank = load(docs)
    except ContentError as error:
        raise CannotMeasure(
            f"The content has mistakes, the first of {len(error.mistakes)} being: {error.mistakes[0]}"
        ) from None
    rooms: dict[str, list[dict]] = {"": []}
    for page in sorted(bank.pages, key=lambda page: (not page.path.endswith("index.md"), page.path)):
        room = page.path.split("/")[0] if "/" in page.path else ""
        rooms.setdefault(room, []).append({page.record.titel: page.path})
    return [*rooms.pop(""), *({room.capitalize(): pages} for room, pages in sorted(rooms.items()))]


def build(project: Path) -> Run:
    """Build `project` into its folder `site`, in a process of its own."""
    return run(project, "-m", "mkdocs", "--quiet", "build", "--site-dir", str(project / "site"), what=_what(project))[0]


def parts_seconds(project: Path) -> dict[str, float]:
    """Seconds that one build spends on `cards`, on `search` and on the `rest`."""
    _, output = run(project, str(Path(__file__).with_name("parts.py")), str(project / "site"), what=_what(project))
    return json.loads(output.splitlines()[-1])


def _what(project: Path) -> str:
    return f"The build of the {project.name} site"


def run(folder: Path, *arguments: str, what: str) -> tuple[Run, str]:
    """What Python with these arguments cost in `folder`, and what it printed; `what` names it should it fail."""
    environment = {
        **os.environ,
        "SOURCE_DATE_EPOCH": "1577836800",
        "NO_MKDOCS_2_WARNING": "1",
        # However the packages were installed, all bytecode is cached, and none of it in the project.
        "PYTHONPYCACHEPREFIX": str(folder.parent / "bytecode"),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    with (folder / "log").open("w+", encoding="utf-8") as log:
        start = time.perf_counter()
        process = subprocess.Popen([sys.executable, *arguments], cwd=folder, env=environment, stdout=log, stderr=log)
        # Unlike getrusage, wait4 tells of this one child (and its own children), not of all so far.
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        log.seek(0)
        output = log.read().strip()
    if process.returncode:
        reason = (output.splitlines() or ["no message"])[-1]
        raise CannotMeasure(f"{what} ended with exit status {process.returncode}: {reason}")
    peak_bytes = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return Run(seconds, usage.ru_utime + usage.ru_stime, peak_bytes), output


def weight(site: Path) -> Weight:
    """Files and bytes of a built site, not compressed."""
    files = {file.relative_to(site).parts: file.stat().st_size for file in site.rglob("*") if file.is_file()}
    return Weight(
        len(files),
        sum(files.values()),
        sum(size for parts, size in files.items() if parts[0] == "kaarten" and parts[-1].endswith((".pdf", ".svg"))),
        sum(size for parts, size in files.items() if parts[0] == "search" or parts[-1].startswith("zoekindex-")),
    )
