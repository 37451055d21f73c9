"""Where the programs lie that the tests drive."""

import os
import shutil
import sys
from pathlib import Path

_UNPACKED = Path(sys.prefix) / "debian" / "usr"
# What Debian has in `bin` for Chromium looks for it where it would be installed, so the browser itself comes first.
_FOLDERS = ("/usr/sbin", *(str(_UNPACKED / folder) for folder in ("lib/chromium", "sbin", "bin")))


def program(name: str) -> str | None:
    """The program itself, installed or unpacked by tests/setup.sh; None without it."""
    return shutil.which(name, path=os.pathsep.join([os.environ["PATH"], *_FOLDERS]))
