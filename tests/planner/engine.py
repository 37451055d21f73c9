"""The planner without a browser: its pure modules, run by Node."""

from pathlib import Path

from tests.programs import answer

HERE = Path(__file__).resolve().parent


def run(script: str, given: object) -> object:
    """What a script in this folder makes of `given`."""
    return answer(HERE / script, given)


def ask(name: str, *given: object) -> dict:
    """What function `name` of plan.js gives: `value`, or the sentence with which it `refused`."""
    return run("plan.js", [name, *given])


def value(name: str, *given: object) -> object:
    return ask(name, *given)["value"]
