"""Proves that the site is made with a Python that is new enough, and that one who has none is told in one sentence."""

import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT

TOO_OLD = (
    "Je hebt Python 3.11 of nieuwer nodig, en {} is hier {}. "
    "Heb je een nieuwere, noem die dan: make site PYTHON=python3.12\n"
)
PYTHON = """#!/usr/bin/env bash
[ "$1" != -c ] || echo {}
[ "$1" != -m ] || echo "$@" >>{}
"""


def script(file: Path, text: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    file.chmod(0o755)
    return file


def made(folder: Path, python: str | None, there: str | None) -> tuple[str, list[str]]:
    """What is told, and how an environment is made, with one Python of version `python`, and of version `there` in it."""
    log, own = folder / "log", folder / "python"
    if python:
        script(own, PYTHON.format(python, log))
    if there:
        script(folder / "venv" / "bin" / "python", PYTHON.format(there, folder / "asked"))
    command = ["bash", ROOT / "requirements" / "python.sh", own, folder / "venv"]
    told = subprocess.run(command, capture_output=True, text=True)
    assert told.returncode == (1 if told.stderr else 0)
    return told.stderr, log.read_text().splitlines() if log.exists() else []


@pytest.mark.parametrize("there", [None, "3.9"])
@pytest.mark.parametrize("python", [None, "2.7", "3.9", "3.10"])
def test_a_python_that_is_too_old_is_told_before_anything_is_made(tmp_path, python, there):
    told = TOO_OLD.format(tmp_path / "python", python or "niet te vinden")
    assert made(tmp_path, python, there) == (told, [])


@pytest.mark.parametrize("there", [None, "3.9"])
@pytest.mark.parametrize("python", ["3.11", "3.14"])
def test_an_environment_with_a_python_that_is_too_old_is_made_anew(tmp_path, python, there):
    assert made(tmp_path, python, there) == ("", [f"-m venv --clear {tmp_path / 'venv'}"])


@pytest.mark.parametrize("python", [None, "3.9", "3.14"])
def test_an_environment_that_will_do_is_left_as_it_is(tmp_path, python):
    assert made(tmp_path, python, "3.11") == ("", [])
