"""Pages that have moved: what `verhuisd.yml` says, and the stubs that send readers on."""

from __future__ import annotations

import html
from pathlib import Path

import yaml

from ..knowledge.errors import ContentError, Mistake


def read_moves(file: Path) -> dict[str, str]:
    """The map `old page: new page` in `file`; raises ContentError when it isn't one."""
    moves = yaml.safe_load(file.read_text(encoding="utf-8")) if file.exists() else None
    if moves is None:
        return {}
    if not isinstance(moves, dict) or not all(isinstance(v, str) and str(k).endswith("/") for k, v in moves.items()):
        raise ContentError(
            [Mistake(file.name, "dit zijn geen verhuizingen", expected="regels als `oud/adres/: nieuw/adres/`")]
        )
    return moves


def write_stubs(moves: dict[str, str], site_dir: Path, site_url: str, script: str) -> None:
    """Leave a page at each old address that leads to the new one; `script` is the address of what takes an anchor along."""
    for old, new in moves.items():
        page = site_dir / old / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(stub(new, "../" * old.count("/"), site_url + new, script), encoding="utf-8")


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
