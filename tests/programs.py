"""Where the programs lie that the tests drive."""

import os
import shutil
import sys
from pathlib import Path

_UNPACKED = Path(sys.prefix) / "debian" / "usr"
_FOLDERS = ("/usr/sbin", *(str(_UNPACKED / folder) for folder in ("sbin", "bin", "lib/chromium")))


def program(name: str) -> str | None:
    """The program itself, installed or unpacked by tests/setup.sh; None without it."""
    return shutil.which(name, path=os.pathsep.join([os.environ["PATH"], *_FOLDERS]))
