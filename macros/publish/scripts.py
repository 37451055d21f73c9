"""The site's own scripts without their comments, which are for who reads the source and weigh on who visits a page."""

from __future__ import annotations

from pathlib import Path


def lighten(site_dir: Path) -> None:
    """Take the comments out of the scripts of the built site."""
    for file in sorted((site_dir / "assets" / "js").rglob("*.js")):
        file.write_text(without_comments(file.read_text(encoding="utf-8")), encoding="utf-8")


def without_comments(script: str) -> str:
    """`script` without lines that are nothing but comment, nor empty ones.

    It reads lines and not JavaScript, so a text in backticks must not go over lines.
    """
    lines, inside = [], False
    for line in script.splitlines():
        words = line.strip()
        starts = not inside and words.startswith("/*")
        if inside or starts:
            inside = "*/" not in words
        elif words and not words.startswith("//"):
            lines.append(line)
    return "\n".join(lines) + "\n"
