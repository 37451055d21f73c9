"""The planner without a browser: its pure modules, run by Node."""

import json
import subprocess
from pathlib import Path

from tests.programs import bundled

HERE = Path(__file__).resolve().parent


def run(script: str, given: object) -> object:
    """What a script in this folder makes of `given`."""
    told = subprocess.run(bundled(HERE / script), input=json.dumps(given), capture_output=True, text=True)
    assert told.returncode == 0, told.stderr
    return json.loads(told.stdout)


def ask(name: str, *given: object) -> dict:
    """What function `name` of plan.js gives: `value`, or the sentence with which it `refused`."""
    [told] = run("plan.js", [[name, *given]])
    return told


def value(name: str, *given: object) -> object:
    return ask(name, *given)["value"]
