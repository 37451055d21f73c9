"""Proves that `mkdocs serve` shows an edit at once where somebody looks and then everywhere, and tells a mistake in the browser."""

import re
import time
from pathlib import Path
from urllib.parse import urljoin
from urllib.request import urlopen

import pytest
from mkdocs.exceptions import Abort, BuildError
from mkdocs.utils.yaml import yaml_load

from macros.preview import Preview
from tests.conftest import SITE_URL, copied
from tests.knowledge.spoil import light, spoil
from tests.programs import preview

PAGE = "over/privacy"
FIELD = "spanningsvelden/maakbaar-of-ongrijpbaar"
QUESTION = "Hoe ga je er als bestuurder mee om dat niet alles maakbaar is?"


def _raising(stop):
    def build():
        raise stop

    return build


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """Copied content, and where its preview is served; a test leaves it as it found it."""
    project = light(copied(tmp_path_factory.mktemp("voorbeeld")))
    with preview(project, SITE_URL=SITE_URL) as address:
        yield project, address


class Server:
    """Of the server of MkDocs as much as a preview asks for."""

    def __init__(self, root):
        self.root, self.builder = str(root), None

    def watch(self, path): ...
    def get_app(self): ...
    def set_app(self, app): ...


@pytest.mark.parametrize(
    "stops, said",
    [
        (
            lambda: yaml_load("extra:\n  site_url: x\n  licentie:CC-BY-4.0\nstrict: true\n"),
            "mkdocs.yml: deze instellingen zijn niet te lezen",
        ),
        (_raising(Abort("Hier staat iets niet.")), "Hier staat iets niet."),
        (_raising(BuildError("Daar ook niet.")), "Daar ook niet."),
    ],
)
def test_whatever_stops_mkdocs_is_told_in_the_browser(tmp_path, stops, said):
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("Oud")
    settings = tmp_path / "mkdocs.yml"
    settings.write_text("strict: true\n")
    server = Server(tmp_path / "site")
    preview = Preview(server, stops, [tmp_path / "docs", settings], str(settings), SITE_URL)
    settings.write_text("strict: true\nextra:\n")
    server.builder()
    assert said in (Path(server.root) / "index.html").read_text(encoding="utf-8")
    preview.end()


def test_a_mistake_is_told_in_the_browser_until_it_is_mended(served, browser):
    project, address = served
    page = browser.new_page()
    page.goto(f"{address}{PAGE}/")
    title = page.locator("h1").inner_text()
    # What is printed from a preview leads to the site, and is made once for both.
    assert page.locator("link[rel=canonical]").get_attribute("href") == f"{SITE_URL}{PAGE}/"
    file = project / "docs" / f"{PAGE}.md"
    sound = file.read_text(encoding="utf-8")

    file.write_text(f"{sound}\n[Weg](weg.md)\n", encoding="utf-8")
    page.get_by_role("heading", name="Er klopt iets niet").wait_for(timeout=60_000)
    line = sound.count("\n") + 2
    sentence = f"{PAGE}.md:{line}: deze link leidt nergens heen; er staat weg.md"
    assert sentence in page.locator("main").inner_text()
    # Another mistake while this one is there, and another page.
    (project / "docs" / "over" / "los.txt").write_text("Tekst.")
    page.get_by_text("over/los.txt: een pagina eindigt op één .md en op niets anders").wait_for(timeout=60_000)
    assert page.goto(f"{address}begrippen/").ok
    assert sentence in page.locator("main").inner_text()
    page.goto(f"{address}{PAGE}/")

    (project / "docs" / "over" / "los.txt").unlink()
    spoil(project / "docs", f"{PAGE}.md", "\n[Weg](weg.md)\n", "")
    page.get_by_role("heading", name=title, exact=True).wait_for(timeout=60_000)
    told = (project / "preview.txt").read_text(encoding="utf-8")
    assert sentence.replace("weg.md", "`weg.md`") in told and "stuck" not in told and "Traceback" not in told
    page.close()


def looking_at(browser, address: str):
    """A page in which the preview has seen somebody, and which remembers all that it showed."""
    page = browser.new_page()
    remember = "addEventListener('load', () => { sessionStorage.seen = (sessionStorage.seen ?? '') + document.body.innerText })"
    page.add_init_script(remember)
    with page.expect_request("**/livereload/**"):
        page.goto(address)
    return page


def html_of(address: str) -> str:
    """A page as it is built: without the numbers by which the preview knows its age."""
    return re.sub(r"livereload\(\d+, \d+\)", "", urlopen(address).read().decode())


def test_what_somebody_looks_at_comes_first(served, browser):
    """Before it is known that a card is too full: only who makes the whole site finds that."""
    project, address = served
    page = looking_at(browser, f"{address}{FIELD}/")
    long = "Hoe ga je er als bestuurder mee om? " * 30
    spoil(project / "docs", f"{FIELD}.md", QUESTION, long)
    page.get_by_role("heading", name="Er klopt iets niet").wait_for(timeout=120_000)
    assert "past niet" in page.locator("main").inner_text()
    assert long.strip() in page.evaluate("sessionStorage.seen")
    spoil(project / "docs", f"{FIELD}.md", long, QUESTION)
    page.get_by_text(QUESTION).first.wait_for(timeout=60_000)
    page.close()


def test_a_card_is_shown_with_its_new_words_and_the_rest_of_the_site_follows(served, browser):
    project, address = served
    page = looking_at(browser, f"{address}kaarten/bestuurdersvragen/")
    card = page.get_by_role("img").and_(page.locator("[src*='sv1-v6-voor']")).first
    before = card.get_attribute("src")
    picture = urlopen(urljoin(page.url, before)).read()
    other = "Hoe ga je om met wat niemand maakt?"
    spoil(project / "docs", f"{FIELD}.md", QUESTION, other)
    page.wait_for_function(
        """before => [...document.images].some(one => one.src.includes("sv1-v6-voor") && one.naturalWidth > 0)
            && !document.documentElement.innerHTML.includes(before)""",
        arg=before,
        timeout=60_000,
    )
    # Who undoes an edit comes back to it.
    assert urlopen(urljoin(page.url, before)).read() == picture
    first = html_of(page.url)
    # Made only with the whole site.
    for _ in range(240):
        if "wat niemand maakt" in urlopen(f"{address}data/alles.json").read().decode():
            break
        time.sleep(0.5)
    else:
        raise AssertionError("the rest of the site did not follow")
    # Another page would be loaded twice.
    assert html_of(page.url) == first
    page.close()
    spoil(project / "docs", f"{FIELD}.md", other, QUESTION)
