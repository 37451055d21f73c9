"""Pages that have moved: what `verhuisd.yml` says, and the stubs that send readers on."""

from __future__ import annotations

import html
from collections.abc import Collection
from pathlib import Path

from ..knowledge.errors import ContentError, Mistake, nearest
from ..knowledge.files import MOVES as FILE
from ..knowledge.files import Data, read_data, read_text
from .ledger import ADDRESS

_HOME = "/"


def read_moves(
    docs: Path, published: Collection[str], pages: Collection[str]
) -> tuple[dict[str, str], tuple[Mistake, ...]]:
    """The map `old page: new page` in the file below `docs`, and what is wrong with it.

    `published` are the addresses that ever were, `pages` those of today. A move that can't be is left out of the map.
    """
    if not (docs / FILE).exists():
        return {}, ()
    typed = Data()
    text = read_text(docs / FILE, FILE, typed.mistakes)
    if text is not None and any(line.strip() and not line.startswith("#") for line in text.split("\n")):
        read_data(text, FILE, 1, typed)
    moves, mistakes = {}, typed.mistakes
    read = typed.data or {}
    for old, value in read.items():
        new = "" if value == _HOME else value
        wrong = _wrong(old, new, value, read, published, pages)
        if wrong:
            message, shown, expected, meant = wrong
            mistakes.append(Mistake(FILE, message, typed.line((old,)), value=shown, expected=expected, meant=meant))
        else:
            moves[old] = new
    return moves, tuple(mistakes)


def _wrong(old: str, new: object, value: object, moves: dict, published: Collection[str], pages: Collection[str]):
    """What is wrong with one move: message, value, what was expected, what was meant; None when nothing is."""
    if not ADDRESS.fullmatch(old):
        tidy = "/".join(part for part in old.lower().split("/") if part not in ("", ".", "..")) + "/"
        return "dit is geen adres", old, "een adres als `begrippen/oud/`", tidy if tidy in published else None
    if old in pages:
        return "deze pagina is er nog", old, "het adres van een pagina die er niet meer is", None
    if old not in published:
        expected = "een adres dat gepubliceerd is; ze staan in adressen.txt"
        return "dit adres is nooit gepubliceerd", old, expected, nearest(old, set(published) - set(pages))
    if not isinstance(new, str):
        return "hier ontbreekt het nieuwe adres", old, "een regel als `begrippen/oud/: begrippen/nieuw/`", None
    if new in pages:
        return None
    if new in moves:
        return "deze verhuizing leidt naar een pagina die zelf verhuisd is", new, "het adres waar die nu staat", None
    return "deze verhuizing leidt nergens heen", str(value), "het adres van een pagina", nearest(new, pages)


def write_stubs(moves: dict[str, str], site_dir: Path, site_url: str, script: str) -> None:
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
