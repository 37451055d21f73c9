"""Proves that `mkdocs serve` tells a mistake in the browser, in Dutch, and shows the page again when it is mended."""

import os
import socket
import subprocess
import sys
import time
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.conftest import SITE_URL
from tests.knowledge.spoil import light, spoil
from tests.programs import stop

PAGE = "over/privacy"


@pytest.fixture
def served(project):
    """Copied content, and where its preview is served."""
    light(project)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    with (project / "preview.txt").open("w") as told:
        server = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address],
            cwd=project,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": SITE_URL},
            stdout=told,
            stderr=subprocess.STDOUT,
        )
        try:
            wait_for(f"http://{address}/", server)
            yield project, f"http://{address}/"
        finally:
            stop(server)


def wait_for(address: str, server: subprocess.Popen) -> None:
    for _ in range(600):
        assert server.poll() is None, "the preview has stopped"
        try:
            urlopen(address, timeout=5).close()
            return
        except URLError:
            time.sleep(0.5)
    raise AssertionError("the preview never began")


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
