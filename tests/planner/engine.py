"""The planner without a browser: its pure modules, run by Node."""

import json
import subprocess
import tempfile
from functools import cache
from pathlib import Path

from tests.programs import bundled

HERE = Path(__file__).resolve().parent


def run(script: str, given: object) -> object:
    """What a script in this folder makes of `given`."""
    told = subprocess.run(_command(script), input=json.dumps(given), capture_output=True, text=True)
    assert told.returncode == 0, told.stderr
    return json.loads(told.stdout)


@cache
def _command(script: str) -> tuple:
    # The folder must outlive the call; it goes away with the process.
    folder = tempfile.TemporaryDirectory()
    _folders.append(folder)
    return tuple(bundled(HERE / script, Path(folder.name)))


_folders: list[tempfile.TemporaryDirectory] = []


def ask(name: str, *given: object) -> dict:
    """What function `name` of plan.js gives: `value`, or the sentence with which it `refused`."""
    [told] = run("plan.js", [[name, *given]])
    return told


def value(name: str, *given: object) -> object:
    return ask(name, *given)["value"]
