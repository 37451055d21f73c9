"""Where the programs lie that the tests drive, and how they are ended."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

_UNPACKED = Path(sys.prefix) / "debian" / "usr"
# What Debian has in `bin` for Chromium looks for it where it would be installed, so the browser itself comes first.
_FOLDERS = ("/usr/sbin", *(str(_UNPACKED / folder) for folder in ("lib/chromium", "sbin", "bin")))


def program(name: str) -> str | None:
    """The program itself, installed or unpacked by tests/setup.sh; None without it."""
    return shutil.which(name, path=os.pathsep.join([os.environ["PATH"], *_FOLDERS]))


def stop(process: subprocess.Popen) -> None:
    """Ask a process to end, and make it when it hasn't after 20 s."""
    process.terminate()
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
