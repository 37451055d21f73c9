"""What was typeset before, on disk, so that only what changed is typeset again."""

from __future__ import annotations

import hashlib
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path


class PrintStore:
    """A folder of prints, each under a name that follows from all that made it."""

    def __init__(self, folder: Path):
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def has(self, key: bytes) -> bool:
        """Whether something is known for `key`."""
        return self._file(key).exists()

    def get(self, key: bytes, make: Callable[[], bytes]) -> bytes:
        """What `make` gives, made only when nothing is known for `key` yet; nothing is kept of what fails."""
        file = self._file(key)
        try:
            found = file.read_bytes()
            os.utime(file)
            return found
        except OSError:
            made = make()
        with tempfile.NamedTemporaryFile(dir=self.folder, delete=False) as half:
            half.write(made)
        Path(half.name).replace(file)
        return made

    def _file(self, key: bytes) -> Path:
        return self.folder / hashlib.sha256(key).hexdigest()

    def prune(self, seconds: float) -> None:
        """Drop what was not used for so many seconds."""
        for file in self.folder.iterdir():
            try:
                if file.stat().st_mtime < time.time() - seconds:
                    file.unlink()
            except OSError:
                # Another build was first.
                continue
