"""Proves that of two builds in one folder the second says so and waits, whatever became of the first."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

WAITING = "In deze map wordt al gebouwd. Zodra dat klaar is, begint deze bouw.\n"
# Builds a page until the file `verder` is there, or a minute, and packs at once.
BUILDER = f"""#!/usr/bin/env bash
case "$*" in
  *mkdocs*) mkdir {"${@: -1}"} && touch bezig && for i in {{1..600}}; do [ -e verder ] || sleep 0.1; done && echo $$ >{"${@: -1}"}/index.html ;;
  *packed*) rm -rf uitgave && cp -R site uitgave ;;
  *) exec {sys.executable} "$@" ;;
esac
"""


def script(file: Path, text: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    file.chmod(0o755)
    return file


@pytest.fixture
def folder(tmp_path):
    """The project as far as make knows it, set up, with something that takes as long to build as the test wants."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    shutil.copytree(ROOT / "requirements", tmp_path / "requirements")
    script(tmp_path / ".venv" / "bin" / "python", BUILDER)
    (tmp_path / ".venv" / ".site").touch()
    return tmp_path


def make(folder: Path, target: str) -> subprocess.Popen:
    pipe = subprocess.PIPE
    # Not as a part of the make that runs the tests.
    env = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    return subprocess.Popen(
        ["make", "--silent", target], cwd=folder, env=env, stdout=pipe, stderr=pipe, text=True, start_new_session=True
    )


def begun(folder: Path) -> subprocess.Popen:
    """A build that is busy."""
    one = make(folder, "site")
    while not (folder / "bezig").exists():
        assert one.poll() is None
    return one


@pytest.mark.parametrize("target", ["site", "uitgave"])
def test_of_two_builds_in_one_folder_the_second_says_so_and_waits(folder, target):
    first = begun(folder)
    second = make(folder, target)
    assert second.stderr.readline() == WAITING
    (folder / "verder").touch()
    assert first.communicate()[1] == "" and second.communicate()[1] == ""
    assert (first.returncode, second.returncode) == (0, 0)
    assert [one.name for one in (folder / target).iterdir()] == ["index.html"]


def test_a_build_that_was_killed_holds_nobody_up(folder):
    first = begun(folder)
    os.killpg(first.pid, signal.SIGKILL)
    first.communicate()
    (folder / "verder").touch()
    second = make(folder, "site")
    assert second.communicate()[1] == "" and second.returncode == 0
