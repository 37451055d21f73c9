"""The ledger of every address ever published: pages and anchors that may move but never disappear."""

from __future__ import annotations

import html
import re
import sys
from pathlib import Path

from ..knowledge.errors import ContentError, Mistake, nearest

Ledger = dict[str, frozenset[str]]
"""Page addresses below the site's root, such as `werkkaarten/tijdlijn/`, with their anchors."""

_MAIN = re.compile(r"<main.*</main>", re.S)
_ID = re.compile(r'\sid="([^"]+)"')
# Made by templates and scripts, and not meant to be linked to.
_PASSING = re.compile(r"^(inhoud|uitleg-.*|zoek-.*|citeer-.*|hierna-.*|(titel|woorden)-model-.*)$")


def addresses(site_dir: Path) -> Ledger:
    """What the site built in `site_dir` offers to link to."""
    found = {}
    for file in sorted(site_dir.rglob("index.html")):
        main = _MAIN.search(file.read_text(encoding="utf-8"))
        if main and 'http-equiv="refresh"' not in main.string[: main.start()]:
            anchors = (html.unescape(id) for id in _ID.findall(main[0]))
            found[_address(file, site_dir)] = frozenset(id for id in anchors if not _PASSING.match(id))
    return found


def read(file: Path) -> Ledger:
    """The ledger in `file`: a line for each page, its address and then its anchors, parted by spaces."""
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    pages = (line.split() for line in lines if line.strip() and not line.startswith("# "))
    return {"" if page == "/" else page: frozenset(anchors) for page, *anchors in pages}


def write(file: Path, ledger: Ledger) -> None:
    """Write `ledger` to `file`, sorted, so that a change shows as added words only."""
    lines = [" ".join([page or "/", *sorted(ledger[page])]) for page in sorted(ledger)]
    file.write_text(
        "# Elk adres dat ooit is gepubliceerd. Alleen aanvullen, met `make adressen`; nooit iets weghalen.\n"
        + "\n".join(lines)
        + "\n",
        encoding="utf-8",
    )


def grown(old: Ledger, new: Ledger) -> Ledger:
    """Everything in either."""
    return {page: old.get(page, frozenset()) | new.get(page, frozenset()) for page in old.keys() | new.keys()}


def check(ledger: Ledger, built: Ledger, moves: dict[str, str]) -> None:
    """Raise ContentError for every published address that the built site no longer answers."""
    mistakes = []
    for page in sorted(ledger):
        there = built.get(moves.get(page, page))
        if there is None:
            target = moves.get(page)
            mistakes.append(
                Mistake(
                    "verhuisd.yml" if target else "adressen.txt",
                    "dit adres is ooit gepubliceerd en bestaat niet meer"
                    if not target
                    else "deze verhuizing leidt nergens heen",
                    value=target or page or "/",
                    expected="een regel in verhuisd.yml die zegt waar het naartoe ging",
                    meant=nearest(page, built),
                )
            )
            continue
        for anchor in sorted(ledger[page] - there):
            mistakes.append(
                Mistake(
                    "adressen.txt",
                    f"het anker `{anchor}` is ooit gepubliceerd en staat niet meer op {page or '/'}",
                    expected=f"hetzelfde kenmerk op die pagina, zo nodig met `{{: #{anchor} }}`",
                    meant=nearest(anchor, there - ledger[page]),
                )
            )
    if mistakes:
        raise ContentError(mistakes)


def _address(file: Path, site_dir: Path) -> str:
    path = file.parent.relative_to(site_dir).as_posix()
    return "" if path == "." else f"{path}/"


if __name__ == "__main__":
    built, ledger_file = map(Path, sys.argv[1:3])
    before = read(ledger_file)
    write(ledger_file, grown(before, addresses(built)))
    print(f"{ledger_file}: {len(before)} -> {len(read(ledger_file))} pages")
