"""Proves that everybody who clones the project has the same bytes, whatever git makes of line ends on that machine."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT

SETTINGS = ["core.autocrlf=true", "core.eol=crlf"]


def cloned(repository: Path, target: Path, setting: str) -> dict[str, bytes]:
    """What stands in a clone of `repository` of a user with this setting."""
    command = ["git", "-C", repository, "-c", setting, "checkout-index", "--all", f"--prefix={target}/"]
    subprocess.run(command, check=True)
    return {file.relative_to(target).as_posix(): file.read_bytes() for file in target.rglob("*") if file.is_file()}


@pytest.mark.parametrize("setting", SETTINGS)
def test_a_clone_has_the_same_bytes_on_every_machine(setting, tmp_path):
    if not (ROOT / ".git").exists() or not shutil.which("git"):
        pytest.skip("the project without its history")
    ours = cloned(ROOT, tmp_path / "ours", "core.autocrlf=false")
    theirs = cloned(ROOT, tmp_path / "theirs", setting)
    assert len(ours) > 1000 and [name for name in ours if ours[name] != theirs[name]] == []
    assert [name for name, content in theirs.items() if b"\0" not in content and b"\r\n" in content] == []


def test_a_clone_with_other_line_ends_is_caught(tmp_path):
    repository = tmp_path / "repository"
    subprocess.run(["git", "init", "--quiet", repository], check=True)
    (repository / "regels.svg").write_bytes(b"<svg>\n</svg>\n")
    subprocess.run(["git", "-C", repository, "add", "regels.svg"], check=True)
    assert cloned(repository, tmp_path / "theirs", SETTINGS[0]) == {"regels.svg": b"<svg>\r\n</svg>\r\n"}
