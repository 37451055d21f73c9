"""What in the folder of content is content: pages, and the pictures and files beside them. Anything else is refused."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..errors import Mistake, nearest
from .frontmatter import read_text, unreadable
from .pictures import PICTURES, wrong_picture

PAGE = ".md"
ASSETS = (".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif", ".pdf", ".csv")
"""Endings of what is published as it is."""
LEDGER, MOVES = "adressen.txt", "verhuisd.yml"
DATA = (LEDGER, MOVES)
"""Data of the build beside the pages, for itself and not for readers."""
SHELF = "edities"
"""The folder with editions of the site, which stand beside its pages and are none."""
EDITION_LIST, CHANGES = "edities.yml", "wijzigingen.yml"
EDITION = re.compile(r"(?P<jaar>\d{4})\.[1-9]\d?")
"""The name of an edition, and of its file without ending."""
# Hidden files and folders, and what text editors, office programs and systems leave beside a file. Nobody meant these.
_LEFT_BEHIND = re.compile(
    r"^\.|~$|^~\$|^#.*#$|\.(?:orig|rej|bak|swp|swo|tmp|part|crdownload)$|^(?:thumbs\.db|desktop\.ini|icon\r)$", re.I
)
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_TEXT = (".markdown", ".mdown", ".mkd", ".mdx", ".txt", ".text", PAGE)
_DOCUMENTS = (".docx", ".doc", ".odt", ".rtf", ".pages")
_BRACKETS = re.compile(r"\((.+)\)")
_HEAVIEST = 500_000
"""Bytes in a picture; a photo as a phone makes it has ten times as many, and may say where it was taken."""
_NAMING = "kleine letters en cijfers, met streepjes ertussen"


@dataclass(frozen=True)
class Content:
    """Paths below the folder of content: the pages in order, what is published beside them, and what is refused."""

    pages: tuple[str, ...]
    assets: frozenset[str]
    refused: frozenset[str]
    mistakes: tuple[Mistake, ...]

    @property
    def published(self) -> frozenset[str]:
        return self.assets.union(self.pages)

    def may_be(self, path: str) -> bool:
        """Whether `path` may be meant for something refused: itself, in a refused folder, or by another ending or name."""
        return any(path == one or path.startswith(f"{one}/") or _plain(path) == _plain(one) for one in self.refused)


def published_before(docs: Path) -> dict[str, frozenset[str]]:
    """Each page that `adressen.txt` says was published, as its path without ending, with its anchors."""
    told: list[Mistake] = []
    text = read_text(docs / LEDGER, LEDGER, told) if (docs / LEDGER).is_file() else None
    found: dict[str, frozenset[str]] = {}
    for _, page, _, anchors in ledger_rows(text or ""):
        found[page.strip("/")] = found.get(page.strip("/"), frozenset()).union(anchors)
    return found


def ledger_rows(text: str) -> Iterator[tuple[int, str, str | None, list[str]]]:
    """Of each line of the ledger that has an address: its number, the address, the id of that page, and what else is there.

    The id stands between brackets, for it is no anchor; a line from before those were kept has none. What begins with `#`
    explains.
    """
    for number, line in enumerate(text.split("\n"), 1):
        page, *words = line.split() or ["#"]
        if not page.startswith("#"):
            id = _BRACKETS.fullmatch(words[0]) if words else None
            yield number, page, id and id[1], words[1:] if id else words


def content_of(docs: Path) -> Content:
    """What is in folder `docs`, links not followed."""
    pages, assets, refused, mistakes = [], [], [], []
    queue = [""]
    while queue:
        folder = queue.pop()
        try:
            entries = sorted(os.scandir(docs / folder), key=lambda entry: entry.name)
        except OSError:
            mistakes.append(
                Mistake(folder or str(docs), "deze map is niet te lezen", expected="een map die je mag openen")
            )
            refused += [folder] if folder else []
            continue
        for entry in entries:
            if _LEFT_BEHIND.search(entry.name):
                continue
            path = f"{folder}/{entry.name}".lstrip("/")
            shelved = folder == SHELF
            wrong = _not_shelved(path, entry) if shelved else _refusal(path, entry)
            if wrong:
                mistakes.append(wrong)
                refused.append(path)
            if shelved:
                continue
            if entry.is_dir(follow_symlinks=False):
                queue.append(path)
            elif not wrong or entry.name.endswith(PAGE) and entry.is_file(follow_symlinks=False):
                # The mistakes in a page with a wrong name are told along with it.
                if path.endswith(PAGE):
                    pages.append(path)
                elif path not in DATA:
                    assets.append(path)
    mistakes += _same_address(pages)
    if not pages:
        mistakes.append(Mistake(str(docs), "hier staan geen pagina’s", expected="een map met Markdown-bestanden"))
    return Content(tuple(sorted(pages)), frozenset(assets), frozenset(refused), tuple(mistakes))


def _refusal(path: str, entry: os.DirEntry) -> Mistake | None:
    shown = path.encode("utf-8", "replace").decode("utf-8")
    if entry.is_symlink():
        return Mistake(shown, "dit is een snelkoppeling", expected="het bestand of de map zelf")
    if entry.is_dir(follow_symlinks=False):
        if entry.name.lower().endswith(PAGE):
            return Mistake(shown, "dit is een map die heet als een pagina", expected="een naam zonder punt")
        return None if _NAME.fullmatch(entry.name) else _badly_named(shown, entry.name, "")
    if not entry.is_file(follow_symlinks=False):
        return Mistake(shown, "dit is geen gewoon bestand", expected="een pagina of een plaatje")
    stem, dot, ending = entry.name.partition(".")
    ending = dot + ending
    if path in DATA or ending in (PAGE, *ASSETS) and _NAME.fullmatch(stem):
        if ending in PICTURES:
            return _wrong(shown, entry)
        return _no_document(shown, entry, ending) if ending in (".pdf", ".csv") else None
    if entry.name.lower() == "readme.md":
        return Mistake(shown, "zo heet een pagina hier niet", expected="voor de eerste pagina van een map: `index.md`")
    known = next((one for one in (PAGE, *ASSETS) if entry.name.lower().endswith(one)), None)
    bare = _without_endings(entry.name)
    if known and (known != PAGE or bare == entry.name[: -len(PAGE)]):
        return _badly_named(shown, entry.name[: -len(known)], known)
    if entry.name.lower().endswith(_DOCUMENTS):
        expected = f"de tekst ervan, in een nieuw bestand `{plain_name(bare)}.md`"
        return Mistake(shown, "dit is een document van een tekstverwerker", expected=expected)
    if bare != entry.name.rstrip(". "):
        message, expected = "een pagina eindigt op één `.md` en op niets anders", "dit bestand onder een andere naam"
        return Mistake(shown, message, expected=expected, meant=f"{plain_name(bare)}.md")
    return Mistake(
        shown,
        "een bestand van deze soort hoort hier niet",
        expected=f"een pagina (`.md`), of een plaatje of bestand dat eindigt op een van {', '.join(ASSETS)}",
    )


def _not_shelved(path: str, entry: os.DirEntry) -> Mistake | None:
    """What is wrong with something among the editions, of which only those and their two lists are used."""
    lists = (EDITION_LIST, CHANGES)
    stem, dot, ending = entry.name.rpartition(".")
    if entry.is_file(follow_symlinks=False) and (
        entry.name in lists or dot + ending == ".zip" and EDITION.fullmatch(stem)
    ):
        return None
    return Mistake(
        path.encode("utf-8", "replace").decode("utf-8"),
        "dit hoort niet bij de edities",
        expected=f"alleen `{EDITION_LIST}`, `{CHANGES}` en bestanden die `make editie` maakte, zoals `2026.1.zip`",
        meant=nearest(entry.name, lists),
    )


def _wrong(path: str, entry: os.DirEntry) -> Mistake | None:
    """What keeps a picture from being published."""
    if (size := entry.stat().st_size) > _HEAVIEST:
        told = f"{size / 1_000_000:.1f} MB".replace(".", ",")
        return Mistake(path, "dit plaatje is te groot", value=told, expected="hooguit 0,5 MB; maak het eerst kleiner")
    try:
        return wrong_picture(path, Path(entry.path).read_bytes())
    except OSError:
        return unreadable(path)


def _no_document(path: str, entry: os.DirEntry, ending: str) -> Mistake | None:
    """What is wrong with a file that a reader could not open, whatever its name says."""
    try:
        with Path(entry.path).open("rb") as file:
            begin = file.read(1000)
    except OSError:
        return unreadable(path)
    if ending == ".pdf" and b"%PDF-" not in begin:
        return Mistake(path, "dit is geen PDF", expected="een bestand dat je als PDF kunt openen")
    if ending == ".csv" and (not begin.strip() or b"\0" in begin):
        return Mistake(path, "dit is geen tabel", expected="een tekstbestand met regels en komma’s")
    return None


def _without_endings(name: str) -> str:
    """What stays of the name of a text when every ending is taken off, also `.md.txt` or one with a space behind it."""
    name = name.rstrip(". ")
    while ending := next((one for one in (*_TEXT, *_DOCUMENTS) if name.lower().endswith(one)), None):
        name = name[: -len(ending)].rstrip(". ")
    return name


def _badly_named(path: str, stem: str, ending: str) -> Mistake:
    meant = plain_name(stem)
    return Mistake(path, "deze naam kan niet", expected=_NAMING, meant=meant + ending if meant else None)


def plain_name(text: str) -> str:
    """`text` as the name of a file: without capitals, accents, spaces and signs."""
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return "-".join(_NAME.findall(plain))


def _plain(path: str) -> str:
    """What stays of `path` when its ending and the spelling of its name are put aside."""
    folder, _, name = path.rpartition("/")
    return f"{folder}/{plain_name(name.partition('.')[0])}"


def _same_address(pages: list[str]) -> list[Mistake]:
    """A page `w.md` beside a folder `w` with an `index.md`: one would be lost."""
    return [
        Mistake(
            f"{page[: -len(PAGE)]}/index.md",
            f"deze pagina krijgt hetzelfde adres als {page}",
            expected="een van de twee",
        )
        for page in pages
        if f"{page[: -len(PAGE)]}/index.md" in pages
    ]
