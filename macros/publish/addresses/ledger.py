"""The ledger of every address ever published: pages, their ids and anchors, and files, that may move but never disappear."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from posixpath import dirname

from ...cards import STANDS
from ...knowledge.errors import ContentError, Mistake, nearest
from ...knowledge.files import LEDGER as FILE
from ...knowledge.files import ledger_rows, read_text
from ...knowledge.prose import ANCHOR, PASSING
from ...knowledge.reader import read as read_pages
from ...pages.site import address
from ..editions import EDITIONS, checksums

Ledger = dict[str, frozenset[str]]
"""Page addresses below the site's root, such as `werkkaarten/tijdlijn/`, with their anchors."""

ADDRESS = re.compile(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*/)+")
"""That of a page below the site's root, but for the home page."""
_PAGE = re.compile(rf"/?|{ADDRESS.pattern}")
FILE_ADDRESS = re.compile(rf"(?:{ADDRESS.pattern})?[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+)+")
"""That of a file."""
# What readers, courses, catalogues and programs link to, or come back for. Not what a page fetches itself, for that names it
# anew, as it does the picture by which it is shared; nor what an edition of the cards, or of the site, keeps for itself.
_LASTING = re.compile(
    rf"(?!{EDITIONS}/.*/|{STANDS.removesuffix('*/')})"
    r"(?:.+\.(?:pdf|imscc|csv|bib|ris|ttl|jsonld)|(?:data|bronnen)/[^/]+\.(?:json|xml)"
    rf"|{EDITIONS}/[0-9.]+\.zip|wijzigingen\.xml)"
)
_SUM = re.compile(r"[0-9a-f]{64}")
_MAIN = re.compile(r"<main.*</main>", re.S)
_ID = re.compile(r'\sid="([^"]+)"')


@dataclass(frozen=True)
class Published:
    """All that the ledger has: `pages` with their anchors, the `ids` that those had by address, and `files`.

    Of those that are an edition, `sums` has the checksum.
    """

    pages: Ledger
    ids: Mapping[str, str] = field(default_factory=dict)
    files: frozenset[str] = frozenset()
    sums: Mapping[str, str] = field(default_factory=dict)


def lasting(paths: Iterable[str]) -> frozenset[str]:
    """Those of `paths` below the site's root that somebody may have a link to, and that stay for that."""
    return frozenset(one for one in paths if _LASTING.fullmatch(one))


def files_in(site_dir: Path) -> frozenset[str]:
    """The files of the site built in `site_dir` that stay."""
    return lasting(one.relative_to(site_dir).as_posix() for one in site_dir.rglob("*.*"))


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
    """The pages in the ledger below `docs` with their anchors, and what is wrong with it."""
    published, mistakes = read_all(docs)
    return published.pages, mistakes


def read_all(docs: Path) -> tuple[Published, tuple[Mistake, ...]]:
    """The ledger below `docs`, and what is wrong with it.

    It has a line for each page, its address, its id in brackets and then its anchors, parted by spaces; and one for each file,
    of an edition with its checksum.
    """
    mistakes: list[Mistake] = []
    text = read_text(docs / FILE, FILE, mistakes) if (docs / FILE).exists() else ""
    pages: Ledger = {}
    ids: dict[str, str] = {}
    files, sums = set(), {}
    for number, place, id, words in ledger_rows(text or ""):
        if FILE_ADDRESS.fullmatch(place) and not id and all(map(_SUM.fullmatch, words)):
            files.add(place)
            for one in words:
                sums.setdefault(place, one)
        elif wrong := strange({place: [*([id] if id else ()), *words]}):
            expected = "een adres als `begrippen/droom/`, en daarachter de ankers op die pagina"
            mistakes.append(Mistake(FILE, "dit is geen adres of anker", number, value=wrong[0], expected=expected))
        else:
            here = "" if place == "/" else place
            pages[here] = pages.get(here, frozenset()).union(words)
            if id:
                ids.setdefault(here, id)
    return Published(pages, ids, frozenset(files), sums), tuple(mistakes)


def strange(ledger: Mapping[str, Iterable[str]], files: Iterable[str] = ()) -> list[str]:
    """The addresses and anchors that no link should have to spell: with spaces, capitals or signs, or without end."""
    pages = [
        word
        for page, anchors in ledger.items()
        for word, form in ((page, _PAGE), *((anchor, ANCHOR) for anchor in sorted(anchors)))
        if not form.fullmatch(word)
    ]
    return pages + [one for one in sorted(files) if not FILE_ADDRESS.fullmatch(one)]


def write(docs: Path, kept: Published) -> None:
    """Write the ledger below `docs`, sorted, so that a change shows as added words only.

    Raises ContentError, with nothing written, for an address that would be a burden for ever.
    """
    pages = kept.pages
    if wrong := strange(pages, kept.files):
        expected = "kleine letters en cijfers, met streepjes ertussen"
        raise ContentError(
            Mistake(FILE, "dit adres kan niet voor altijd", value=one, expected=expected) for one in wrong
        )
    named = {page: [f"({id})"] for page, id in kept.ids.items()}
    lines = [" ".join([page or "/", *named.get(page, ()), *sorted(pages[page])]) for page in sorted(pages)]
    files = [" ".join([one, *([kept.sums[one]] if one in kept.sums else ())]) for one in sorted(kept.files)]
    (docs / FILE).write_text(
        "# Elk adres dat ooit is gepubliceerd. Alleen aanvullen, met `make adressen`; nooit iets weghalen.\n"
        + "\n".join([*lines, *files])
        + "\n",
        encoding="utf-8",
    )


def grown(old: Ledger, new: Ledger) -> Ledger:
    """Everything in either."""
    return {page: old.get(page, frozenset()) | new.get(page, frozenset()) for page in old.keys() | new.keys()}


def check(ledger: Ledger, built: Ledger, moves: Mapping[str, str], gone: Iterable[str] = ()) -> None:
    """Raise ContentError for every published address that the built site no longer answers, also of the files `gone`.

    What an edit of a page breaks is told before the build, in that page (`promises`); this is what only the site can show.
    """
    mistakes = list(vanished(gone))
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


def vanished(gone: Iterable[str], files: Collection[str] = ()) -> Iterator[Mistake]:
    """Published files that are made no more, while `files` are; those in one folder in one sentence."""
    groups: dict[str, list[str]] = {}
    for one in sorted(gone):
        groups.setdefault(dirname(one), []).append(one)
    for together in groups.values():
        count, first = len(together), together[0]
        alike = nearest(first, [one for one in files if one.rpartition(".")[2] == first.rpartition(".")[2]])
        move = f"de regel `{first}: {alike or 'een/bestand/van/nu'}` in verhuisd.yml"
        yield Mistake(
            FILE,
            "dit bestand is ooit gepubliceerd en wordt niet meer gemaakt"
            if count == 1
            else f"{count} bestanden zijn ooit gepubliceerd en worden niet meer gemaakt",
            value=first,
            expected=f"het bestand weer, met hetzelfde id en dezelfde maten, of {move}"
            if count == 1
            else f"de bestanden weer, met hetzelfde id en dezelfde maten, of voor elk zoiets als {move}",
        )


def disagreeing(site_dir: Path, docs: Path) -> dict[str, str]:
    """Addresses that only one of the built site and the ledger below `docs` has, each with what to do about it.

    Those that have moved are on neither side: a page stands there that leads on.
    """
    kept, there, files = read_all(docs)[0], addresses(site_dir), files_in(site_dir)
    published = kept.pages
    lost = {one for one in published.keys() - there.keys() if not (site_dir / one / "index.html").exists()}
    gone = {f"{page}#{anchor}" for page in published.keys() & there.keys() for anchor in published[page] - there[page]}
    new = dict.fromkeys((there.keys() - published.keys()) | (files - kept.files), "eerst `make adressen`")
    return new | dict.fromkeys(lost | gone | (kept.files - files), "een site waarop dit nog staat")


def _address(file: Path, site_dir: Path) -> str:
    path = file.parent.relative_to(site_dir).as_posix()
    return "" if path == "." else f"{path}/"


def main(site_dir: Path, docs: Path) -> str | None:
    """Add what the built site offers to the ledger below `docs`; gives what is wrong, or None."""
    before, mistakes = read_all(docs)
    there = addresses(site_dir)
    now = {address(page.path): page.record.id for page in read_pages(docs).bank.pages}
    ids = {place: id for place, id in now.items() if place in there} | dict(before.ids)
    try:
        if mistakes:
            raise ContentError(mistakes)
        sums = checksums(docs) | dict(before.sums)
        write(docs, Published(grown(before.pages, there), ids, before.files | files_in(site_dir), sums))
    except ContentError as error:
        return str(error)
    print(f"{docs / FILE}: {len(before.pages)} -> {len(read(docs)[0])} pagina’s")
    return None
