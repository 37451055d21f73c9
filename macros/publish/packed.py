"""What `make uitgave` runs: the site as one uploads it, with smaller copies of each text for hosts that send those.

Each copy is named after its file and its method, such as `index.html.br`. What was packed before is kept by content, so
that after an edit only what changed is packed again.
"""

from __future__ import annotations

import errno
import gzip
import hashlib
import shutil
import sys
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import brotli
import zstandard

from .readable import let_all_read

METHODS: Mapping[str, Callable[[bytes], bytes]] = {
    "br": brotli.compress,
    "zst": lambda content: zstandard.compress(content, 19),
    # Its clock at nought: the same input gives the same bytes.
    "gz": partial(gzip.compress, compresslevel=9, mtime=0),
}
"""How a text is packed, by the ending of the copy; the settings are those that make it smallest."""
TEXTS = frozenset(
    {
        ".bib",
        ".css",
        ".csv",
        ".html",
        ".js",
        ".json",
        ".jsonld",
        ".mjs",
        ".ris",
        ".svg",
        ".ttl",
        ".txt",
        ".webmanifest",
        ".xml",
    }
)
"""Endings of what gets smaller; PDFs, fonts and pictures are packed inside."""


def pack(site: Path, target: Path, store: Path) -> None:
    """Write the site in folder `site` into `target`, with its copies, in place of what was there once all of it is made.

    `store` keeps the copies by content.
    """
    store.mkdir(parents=True, exist_ok=True)
    half, before = (store.with_name(f"{store.name}-{name}") for name in ("half", "before"))
    shutil.rmtree(half, ignore_errors=True)
    try:
        used = _packed(site, half, store)
        _put(half, target, before)
    except OSError:
        shutil.rmtree(half, ignore_errors=True)
        raise
    for kept in store.iterdir():
        if kept.name not in used:
            kept.unlink()


def _put(half: Path, target: Path, before: Path) -> None:
    """Have `half` take the place of `target`, which comes back from `before` when it can't."""
    shutil.rmtree(before, ignore_errors=True)
    if target.exists():
        target.rename(before)
    try:
        half.rename(target)
    except OSError:
        if before.exists():
            before.rename(target)
        raise
    shutil.rmtree(before, ignore_errors=True)


def _packed(site: Path, half: Path, store: Path) -> set[str]:
    """Write the site with its copies into `half`; the names of the copies in `store`."""
    half.mkdir()
    # Not copytree, which goes on after an error and tells that of every file.
    for one in sorted(site.rglob("*")):
        copy = half / one.relative_to(site)
        if one.is_dir():
            copy.mkdir()
        else:
            shutil.copy2(one, copy)
    texts = [file for file in sorted(half.rglob("*")) if file.suffix in TEXTS]
    # The compressors let go of Python's lock, so threads suffice.
    with ThreadPoolExecutor() as workers:
        used = {name for names in workers.map(partial(_copies, store), texts) for name in names}
    let_all_read(half)
    return used


def _copies(store: Path, file: Path) -> list[str]:
    """Put the copies of `file` beside it that are smaller; the names of all of them in `store`."""
    content = file.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    names = []
    for ending, method in METHODS.items():
        kept = store / f"{digest}.{ending}"
        names.append(kept.name)
        if not kept.exists():
            # Named by its file while it is half, for two files can have the same content.
            half = kept.with_suffix(f".{hashlib.sha256(bytes(file)).hexdigest()}")
            half.write_bytes(method(content))
            half.replace(kept)
        if kept.stat().st_size < len(content):
            shutil.copyfile(kept, file.with_name(f"{file.name}.{ending}"))
    return names


def main(arguments: list[str]) -> str | None:
    """Pack as the `arguments` say: the site, the target and the store; a sentence when that doesn't succeed."""
    site, target, store = map(Path, arguments)
    try:
        pack(site, target, store)
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        why = "de schijf is vol" if full else str(error)
        return f"Inpakken is niet gelukt: {why}. Aan {target}/ is niets veranderd."
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
