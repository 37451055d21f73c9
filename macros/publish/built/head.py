"""The head of a built page: where anything must stand that is to come before every script and every address."""

from __future__ import annotations

import re
from pathlib import Path

_CHARSET = re.compile(r"<meta charset=[^>]*>", re.I)


def put_first(file: Path, page: str, added: str) -> None:
    """Write HTML `page` into `file` with `added` behind its charset; raises ValueError for a page without one."""
    begun, count = _CHARSET.subn(lambda charset: f"{charset[0]}\n{added}", page, count=1)
    if not count:
        raise ValueError(f"{file}: no <meta charset> to put anything behind")
    file.write_text(begun, encoding="utf-8")
