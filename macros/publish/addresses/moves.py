"""What has moved: what `verhuisd.yml` says of pages and files, the stubs that send readers on, and copies of files."""

from __future__ import annotations

import html
import re
import shutil
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ...knowledge.errors import ContentError, Mistake, nearest
from ...knowledge.files import MOVES as FILE
from ...knowledge.files import Data, read_data, read_text
from .ledger import ADDRESS, FILE_ADDRESS, Published

_HOME = "/"


@dataclass(frozen=True)
class Moves:
    """What `verhuisd.yml` says: of `pages` and of `files` the old address with the new one, and what is wrong with it.

    `told` are the addresses of lines that can't be, which are left out. Not `whole` is a file that can't be read: it may say
    anything.
    """

    pages: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    mistakes: tuple[Mistake, ...] = ()
    told: frozenset[str] = frozenset()
    whole: bool = True


def read_moves(docs: Path, published: Published, pages: Mapping[str, str], files: Collection[str] | None) -> Moves:
    """The moves in the file below `docs`.

    `published` is all that ever was; `pages` are those of today by address, with their ids, and `files` those of today, None
    where they are not known.
    """
    if not (docs / FILE).exists():
        return Moves()
    typed = Data()
    text = read_text(docs / FILE, FILE, typed.mistakes)
    if text is not None and any(line.strip() and not line.startswith("#") for line in text.split("\n")):
        read_data(text, FILE, 1, typed)
    whole = not typed.mistakes
    read = typed.data or {}
    moved: dict[str, str] = {}
    renamed: dict[str, str] = {}
    told = set()
    for old, value in read.items():
        new = "" if value == _HOME else value
        of_file = FILE_ADDRESS.fullmatch(old) is not None
        wrong = (
            _wrong_file(old, new, published.files, files)
            if of_file
            else _wrong(old, new, value, read, published, pages)
        )
        if wrong:
            message, shown, expected, meant = wrong
            told.add(old)
            typed.mistakes.append(Mistake(FILE, message, typed.line((old,)), None, shown, expected, meant))
        else:
            (renamed if of_file else moved)[old] = new
    return Moves(moved, renamed, tuple(typed.mistakes), frozenset(told), whole)


def _wrong(old: str, new: object, value: object, moves: dict, published: Published, pages: Mapping[str, str]):
    """What is wrong with one move: message, value, what was expected, what was meant; None when nothing is."""
    if not ADDRESS.fullmatch(old):
        tidy = "/".join(part for part in old.lower().split("/") if part not in ("", ".", "..")) + "/"
        return "dit is geen adres", old, "een adres als `begrippen/oud/`", tidy if tidy in published.pages else None
    if old in pages:
        return "deze pagina is er nog", old, "geen regel hierover; haal hem weg", None
    if old not in published.pages:
        expected = "een adres dat gepubliceerd is; ze staan in adressen.txt"
        return "dit adres is nooit gepubliceerd", old, expected, nearest(old, published.pages.keys() - pages.keys())
    if not isinstance(new, str):
        return "hier ontbreekt het nieuwe adres", old, "een regel als `begrippen/oud/: begrippen/nieuw/`", None
    if new in pages:
        return None
    # What is spelled almost like a page that was published is another page.
    now = _now(new, moves, published, pages) if new in published.pages else None
    if new in moves:
        return "deze verhuizing leidt naar een pagina die zelf verhuisd is", new, "het adres waar die nu staat", now
    if new in published.pages:
        message = "deze verhuizing leidt naar een pagina die er niet meer is"
        return message, new, "het adres waar die nu staat", now
    return "deze verhuizing leidt nergens heen", str(value), "het adres van een pagina", nearest(new, pages)


def _now(gone: str, moves: dict, published: Published, pages: Mapping[str, str]) -> str | None:
    """Where the page stands now that stood at address `gone`, by its own line or else by its id."""
    to = moves.get(gone)
    if isinstance(to, str) and (to in pages or to == _HOME):
        return to
    there = [place for place, id in pages.items() if id == published.ids.get(gone)]
    return there[0] or _HOME if there else None


def _wrong_file(old: str, new: object, published: Collection[str], files: Collection[str] | None):
    """The same of the move of a file."""
    if files and old in files:
        return "dit bestand is er nog", old, "geen regel hierover; haal hem weg", None
    if old not in published:
        expected = "een adres dat gepubliceerd is; ze staan in adressen.txt"
        return "dit adres is nooit gepubliceerd", old, expected, nearest(old, published)
    if not isinstance(new, str) or _ending(new) != _ending(old):
        expected = f"het adres van een bestand dat ook op `.{_ending(old)}` eindigt"
        return "dit bestand kan hier niet naartoe verhuizen", new or old, expected, None
    if files is not None and new not in files:
        expected = "het adres van een bestand dat er nu is"
        near = None if new in published else nearest(new, files)
        return "deze verhuizing leidt nergens heen", new, expected, near
    return None


def _ending(path: str) -> str:
    return path.rpartition(".")[2]


def successors(lost: Iterable[str], moves: Moves, published: Published, ids: Mapping[str, str]) -> dict[str, list[str]]:
    """Of each of the files `lost`, where what it was may be now.

    By its own line, below the page that it was below, or made of the page that its own page has become; `ids` are those of
    the pages of today by address.
    """
    became = {published.ids[old]: ids[new] for old, new in moves.pages.items() if old in published.ids and new in ids}
    found = {}
    for one in lost:
        ways = [moves.files[one]] if one in moves.files else []
        folder, _, name = one.rpartition("/")
        ways += [moves.pages[f"{folder}/"] + name] if f"{folder}/" in moves.pages else []
        # As in `data/les1.lom.xml` and `kaarten/emoties-poker.pdf`; the longest, for an id may begin like another.
        id = max((id for id in became if re.match(rf"{re.escape(id)}[.-]", name)), key=len, default=None)
        ways += [f"{folder}/{became[id]}{name[len(id) :]}"] if id else []
        found[one] = ways
    return found


def keep_files(
    lost: Iterable[str], moves: Moves, published: Published, ids: Mapping[str, str], site_dir: Path
) -> frozenset[str]:
    """Put at the address of each of the files `lost` what it is now, where that is in the site built in `site_dir`; gives those.

    No file can send on as a page can, and who has the old address may be a program that expects just that.
    """
    kept = set()
    for old, ways in successors(lost, moves, published, ids).items():
        if there := next((one for one in ways if (site_dir / one).is_file()), None):
            (site_dir / old).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(site_dir / there, site_dir / old)
            kept.add(old)
    return frozenset(kept)


def write_stubs(moves: Mapping[str, str], site_dir: Path, site_url: str, script: str) -> None:
    """Leave a page at each old address that leads to the new one; `script` is the address of what takes an anchor along.

    Raises ContentError, with nothing written, when there is a page already.
    """
    stubs = {old: site_dir / old / "index.html" for old in moves}
    if taken := [old for old, page in stubs.items() if page.exists()]:
        raise ContentError(Mistake(FILE, "op dit adres staat al een pagina", value=old) for old in taken)
    for old, page in stubs.items():
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(stub(moves[old], "../" * old.count("/"), site_url + moves[old], script), encoding="utf-8")


def stub(target: str, to_root: str, canonical: str, script: str) -> str:
    """A page that sends readers on to `target`, keeping the anchor where there is script."""
    there = html.escape(to_root + target, quote=True)
    return (
        f'<!doctype html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n<title>Deze pagina is verhuisd</title>\n'
        f'<meta name="robots" content="noindex">\n<link rel="canonical" href="{html.escape(canonical, quote=True)}">\n'
        f'<meta http-equiv="refresh" content="1; url={there}">\n'
        f'<script src="{to_root}{script}" data-naar="{there}"></script>\n</head>\n'
        f"<body>\n<main>\n<h1>Deze pagina is verhuisd</h1>\n<p>Je gaat vanzelf verder. Gebeurt er niets, "
        f'<a href="{there}">ga dan hier naar de nieuwe plek</a>.</p>\n</main>\n</body>\n</html>\n'
    )
