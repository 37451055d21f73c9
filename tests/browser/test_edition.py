"""An edition in a real browser: it loads a page and a style and nothing else, reads well, and is as accessible as the site."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from macros.publish.editions import make_edition, unpack
from tests.conftest import of_edition
from tests.host import plain, serving

NAME = "2099.1"
PAGES = (
    "",
    "begrippen/maatwerk/",
    "spanningsvelden/doorgaan-of-vertragen/",
    "modellen/negen-werkwoorden/",
    "lesgeven/",
)


@pytest.fixture(scope="module")
def edition(site, tmp_path_factory):
    """Where an edition of the built site is served."""
    folder = tmp_path_factory.mktemp("edition")
    make_edition(site, folder / "docs", NAME, "2099-03-01", "Een proef.", {})
    unpack(folder / "docs", folder / "site")
    with serving(plain(folder / "site")) as host:
        yield f"{host}editie/{NAME}/"


@pytest.mark.parametrize("path", PAGES)
def test_it_asks_for_nothing_but_its_text_and_a_style(path, edition, visit):
    page = visit(None, width=320)
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{edition}{path}index.html")
    assert asked == [f"{edition}{path}index.html", f"{edition}editie.css"] and said == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    expect(page.locator("h1")).to_have_count(1)
    expect(page.get_by_text("Naar de huidige versie")).to_be_visible()


# Whether another page is wider than the window: they differ in their bodies alone, and to load each takes long.
TOO_WIDE = """(html) => {
    document.body.replaceWith(new DOMParser().parseFromString(html, "text/html").body);
    return document.documentElement.scrollWidth > innerWidth;
}"""


def test_no_page_of_it_scrolls_sideways_on_a_phone(edition, site, visit):
    page, wide, seen = visit(None, width=360), [], 0
    page.goto(f"{edition}index.html")
    files = [file for file in sorted(site.rglob("index.html")) if not of_edition(file, site)]
    for path in [file.parent.relative_to(site).as_posix() for file in files]:
        answer = page.request.get(f"{edition}{path}/index.html")
        if answer.status == 200:
            seen += 1
            wide += [path] if page.evaluate(TOO_WIDE, answer.text()) else []
        answer.dispose()
    assert wide == [] and seen > 200
    # The control: a table that stands in nothing that scrolls.
    page.goto(f"{edition}lesgeven/index.html")
    page.evaluate("document.querySelector('.tabel').replaceWith(document.querySelector('.tabel table'))")
    assert page.evaluate("document.documentElement.scrollWidth > innerWidth")


@pytest.mark.parametrize("path", PAGES)
def test_nobody_is_kept_out(path, edition, desk):
    desk.goto(f"{edition}{path}index.html")
    wrong = {}
    for scheme in ("dark", "light"):
        desk.emulate_media(color_scheme=scheme)
        found = Axe().run(desk).response["violations"]
        wrong[scheme] = [(one["id"], one["nodes"][0]["html"][:100]) for one in found]
    assert wrong == {"dark": [], "light": []}


def test_one_reads_on_within_it_and_comes_to_a_part_of_a_page(edition, visit):
    page = visit(None)
    page.goto(f"{edition}spanningsvelden/doorgaan-of-vertragen/index.html#sv4-v6")
    assert page.locator("#sv4-v6").evaluate("one => one.matches(':target')")
    page.locator("main a[href*='begrippen/']").first.click()
    page.wait_for_url(f"{edition}begrippen/**")
    expect(page.get_by_text(f"Editie {NAME}")).to_be_visible()


def test_in_a_frame_of_another_site_what_leaves_it_opens_beside_that(edition, visit):
    page = visit(None)
    page.set_content(f'<iframe src="{edition}begrippen/maatwerk/index.html" title="Een editie"></iframe>')
    frame = page.frame_locator("iframe")
    with page.expect_popup() as opened:
        frame.get_by_role("link", name="Naar de huidige versie").click()
    assert opened.value.url == edition.replace(f"editie/{NAME}/", "begrippen/maatwerk/")
    expect(frame.get_by_role("heading", level=1)).to_have_text("Maatwerk")
