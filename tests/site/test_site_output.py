"""The built files as a whole: one public address, nothing of the stock theme, a search that knows all pages."""

import gzip
import json
import re
from pathlib import Path
from urllib.parse import urlsplit

import material
import pytest
from lxml import etree
from mkdocs.config import load_config
from reading import INSTEAD, files_of, pages_of, spoiled

from tests.conftest import ROOT, SITE_URL, of_edition


def test_the_environment_sets_the_public_address(site, monkeypatch):
    monkeypatch.delenv("SITE_URL", raising=False)
    default = load_config(str(ROOT / "mkdocs.yml")).extra["site_url"]
    assert default and default != SITE_URL
    host = urlsplit(default).netloc.encode()
    # An edition keeps the address that it had.
    held = [path for path, content in files_of(site).items() if host in content and not of_edition(site / path, site)]
    assert [path for path in held if not re.fullmatch(r"editie/[\d.]+\.zip", str(path))] == []


def sitemap_complaints(sitemap: bytes, pages) -> list[str]:
    listed = etree.fromstring(sitemap).xpath("//*[local-name() = 'loc']/text()")
    wanted = [
        SITE_URL + page.address for page in pages if page.path not in INSTEAD and not page.path.startswith("insluiten/")
    ]
    return sorted(set(listed) ^ set(wanted)) + [address for address in set(listed) if listed.count(address) > 1]


def test_the_sitemap_lists_every_page_once(site):
    """And none of those that are only for frames, which are parts of other pages."""
    sitemap = (site / "sitemap.xml").read_bytes()
    assert sitemap_complaints(sitemap, pages_of(site)) == []
    assert gzip.decompress((site / "sitemap.xml.gz").read_bytes()) == sitemap
    one = re.search(rb"<url>.*?</url>", sitemap)[0]
    for new in (
        b"",
        one + one,
        one.replace(SITE_URL.encode(), b"https://elders.test/"),
        one + re.sub(b"<loc>.*</loc>", f"<loc>{SITE_URL}insluiten/vragen/</loc>".encode(), one),
    ):
        assert sitemap_complaints(sitemap.replace(one, new), pages_of(site)), f"control case {new} not caught"


def indexed(files: dict[str, bytes]) -> set[str]:
    """The addresses that the search knows."""
    (index,) = (content for path, content in files.items() if path.startswith("assets/vast/zoekindex-"))
    return set(json.loads(index)["pages"][0])


def test_the_search_knows_pages_but_not_what_is_only_for_frames(site):
    found = indexed(files_of(site))
    assert {"werkkaarten/tijdlijn/", "reflectie/delen/", "spanningsvelden/doorgaan-of-vertragen/"} <= found
    assert (site / "insluiten/vragen/index.html").is_file()
    assert [address for address in found if address.startswith("insluiten/")] == []


def relative_addresses(page) -> list[str]:
    """Addresses that would lead elsewhere when this page is shown for another address, as a 404 page is."""
    root = urlsplit(SITE_URL).path
    found = page.tree.xpath("//@href | //@src | //@srcset | //@action | //@formaction | //@poster | //@data-index")
    return [address for address in found if not address.startswith((root, "#", "https://", "tel:", "mailto:"))]


def test_the_404_page_works_at_any_address(site):
    page = next(page for page in pages_of(site) if page.path == "404.html")
    assert relative_addresses(page) == []
    for old, new in (
        ("/leren/assets/", "assets/"),
        ('href="/leren/', 'href="/'),
        ('action="/leren/zoeken/"', 'action="../zoeken/"'),
    ):
        assert relative_addresses(*spoiled([page], page.path, old, new)), f"control case {new} not caught"


def left_of_material(files: dict[str, bytes]) -> list[str]:
    """Files of the stock theme, under its names or another; and pages with its classes."""
    theme = {
        f"assets/{path}": content
        for path, content in files_of(Path(material.__file__).parent / "templates/assets").items()
    }
    contents = set(theme.values())
    return [
        path
        for path, content in files.items()
        if path in theme
        or content in contents
        or path.endswith(".html")
        and re.search(rb'class="(?:[^"]* )?md-', content)
    ]


def test_nothing_of_material_is_left(site):
    assert left_of_material(files_of(site)) == []


@pytest.mark.parametrize(
    "path, content",
    [
        ("assets/images/favicon.png", b"another picture"),
        (
            "assets/js/x.js",
            next(Path(material.__file__).parent.glob("templates/assets/javascripts/bundle.*.js")).read_bytes(),
        ),
        ("werkkaarten/index.html", b'<body class="donker md-typeset">'),
    ],
)
def test_a_piece_of_material_is_caught(path, content, site):
    assert left_of_material({**files_of(site), path: content}) == [path]


def kept_to_oneself(site: Path) -> list[str]:
    """What in the folder a host that serves it as somebody else can't read."""
    wanted = {True: 0o755, False: 0o644}
    return [str(one) for one in (site, *site.rglob("*")) if one.stat().st_mode & 0o777 != wanted[one.is_dir()]]


def test_everybody_may_read_what_somebody_built_who_keeps_files_to_himself(site, tmp_path):
    assert kept_to_oneself(site) == []
    (tmp_path / "pagina.html").touch(0o600)
    assert kept_to_oneself(tmp_path)[-1:] == [str(tmp_path / "pagina.html")]
