"""Who may read what is published: everybody, whatever the one who made it keeps to himself."""

from __future__ import annotations

from pathlib import Path


def let_all_read(folder: Path) -> None:
    """Let everybody read all in `folder`, as a host serves it as somebody else than who made it."""
    for one in (folder, *folder.rglob("*")):
        one.chmod(0o755 if one.is_dir() else 0o644)
