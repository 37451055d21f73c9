"""The ledger of every address ever published: pages and anchors that may move but never disappear."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from ..knowledge.errors import ContentError, Mistake, nearest
from ..knowledge.files import LEDGER as FILE
from ..knowledge.files import ledger_rows, read_text
from ..knowledge.prose import ANCHOR, PASSING
from .editions import EDITIONS

Ledger = dict[str, frozenset[str]]
"""Page addresses below the site's root, such as `werkkaarten/tijdlijn/`, with their anchors."""

ADDRESS = re.compile(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*/)+")
"""That of a page below the site's root, but for the home page."""
_PAGE = re.compile(rf"/?|{ADDRESS.pattern}")
_MAIN = re.compile(r"<main.*</main>", re.S)
_ID = re.compile(r'\sid="([^"]+)"')


def addresses(site_dir: Path) -> Ledger:
    """What the site built in `site_dir` offers to link to."""
    found = {}
    for file in sorted(site_dir.rglob("index.html")):
        # What an edition has is kept by the edition.
        if _address(file, site_dir).startswith(f"{EDITIONS}/") and file.parent != site_dir / EDITIONS:
            continue
        main = _MAIN.search(file.read_text(encoding="utf-8"))
        if main and 'http-equiv="refresh"' not in main.string[: main.start()]:
            anchors = _ID.findall(main[0])
            found[_address(file, site_dir)] = frozenset(id for id in anchors if not PASSING.fullmatch(id))
    return found


def read(docs: Path) -> tuple[Ledger, tuple[Mistake, ...]]:
    """The ledger below `docs`, a line for each page: its address and then its anchors, parted by spaces; and what is wrong."""
    mistakes: list[Mistake] = []
    text = read_text(docs / FILE, FILE, mistakes) if (docs / FILE).exists() else ""
    ledger: Ledger = {}
    for number, page, anchors in ledger_rows(text or ""):
        if wrong := strange({page: anchors}):
            expected = "een adres als `begrippen/droom/`, en daarachter de ankers op die pagina"
            mistakes.append(Mistake(FILE, "dit is geen adres of anker", number, value=wrong[0], expected=expected))
        else:
            here = "" if page == "/" else page
            ledger[here] = ledger.get(here, frozenset()).union(anchors)
    return ledger, tuple(mistakes)


def strange(ledger: Mapping[str, Iterable[str]]) -> list[str]:
    """The addresses and anchors that no link should have to spell: with spaces, capitals or signs, or without end."""
    return [
        word
        for page, anchors in ledger.items()
        for word, form in ((page, _PAGE), *((anchor, ANCHOR) for anchor in sorted(anchors)))
        if not form.fullmatch(word)
    ]


def write(docs: Path, ledger: Ledger) -> None:
    """Write `ledger` below `docs`, sorted, so that a change shows as added words only.

    Raises ContentError, with nothing written, for an address that would be a burden for ever.
    """
    if wrong := strange(ledger):
        expected = "kleine letters en cijfers, met streepjes ertussen"
        raise ContentError(
            Mistake(FILE, "dit adres kan niet voor altijd", value=one, expected=expected) for one in wrong
        )
    lines = [" ".join([page or "/", *sorted(ledger[page])]) for page in sorted(ledger)]
    (docs / FILE).write_text(
        "# Elk adres dat ooit is gepubliceerd. Alleen aanvullen, met `make adressen`; nooit iets weghalen.\n"
        + "\n".join(lines)
        + "\n",
        encoding="utf-8",
    )


def grown(old: Ledger, new: Ledger) -> Ledger:
    """Everything in either."""
    return {page: old.get(page, frozenset()) | new.get(page, frozenset()) for page in old.keys() | new.keys()}


def check(ledger: Ledger, built: Ledger, moves: dict[str, str]) -> None:
    """Raise ContentError for every published address that the built site no longer answers.

    What an edit of a page breaks is told before the build, in that page (`promises`); this is what only the site can show.
    """
    mistakes = []
    for page in sorted(ledger):
        there = built.get(moves.get(page, page))
        if there is None:
            expected = "een regel in verhuisd.yml die zegt waar het naartoe ging"
            mistakes.append(
                Mistake(
                    FILE, "dit adres is ooit gepubliceerd en bestaat niet meer", value=page or "/", expected=expected
                )
            )
            continue
        for anchor in sorted(ledger[page] - there):
            mistakes.append(
                Mistake(
                    FILE,
                    f"het anker `{anchor}` is ooit gepubliceerd en staat niet meer op {moves.get(page, page) or '/'}",
                    expected=f"hetzelfde kenmerk op die pagina, zo nodig met `{{: #{anchor} }}`",
                    meant=nearest(anchor, there - ledger[page]),
                )
            )
    if mistakes:
        raise ContentError(mistakes)


def disagreeing(site_dir: Path, docs: Path) -> dict[str, str]:
    """Addresses that only one of the built site and the ledger below `docs` has, each with what to do about it.

    Those that have moved are on neither side: a page stands there that leads on.
    """
    published, there = read(docs)[0], addresses(site_dir)
    lost = {one for one in published.keys() - there.keys() if not (site_dir / one / "index.html").exists()}
    gone = {f"{page}#{anchor}" for page in published.keys() & there.keys() for anchor in published[page] - there[page]}
    new = dict.fromkeys(there.keys() - published.keys(), "eerst `make adressen`")
    return new | dict.fromkeys(lost | gone, "een site waarop dit nog staat")


def _address(file: Path, site_dir: Path) -> str:
    path = file.parent.relative_to(site_dir).as_posix()
    return "" if path == "." else f"{path}/"


def main(site_dir: Path, docs: Path) -> str | None:
    """Add what the built site offers to the ledger below `docs`; gives what is wrong, or None."""
    before, mistakes = read(docs)
    try:
        if mistakes:
            raise ContentError(mistakes)
        write(docs, grown(before, addresses(site_dir)))
    except ContentError as error:
        return str(error)
    print(f"{docs / FILE}: {len(before)} -> {len(read(docs)[0])} pagina’s")
    return None
