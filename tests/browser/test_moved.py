"""An address that moved still leads on: with script at once and with its anchor, without it by a refresh and a link."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect

from macros.publish.addresses.moves import stub
from macros.publish.built.policy import secure
from tests.host import plain, serving

ROOT = Path(__file__).resolve().parents[2]
NEW = "begrippen/nieuw/"
# Addresses that moved, at several depths.
OLD = ["oud/", "begrippen/oud/", "een/twee/drie/"]
TARGET = """<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Nieuw</title></head>
<body><main><h1>Nieuw</h1><p id="sv1-v3">Deel</p></main></body></html>"""


@pytest.fixture(scope="module")
def moved(tmp_path_factory):
    """Where a small site with moved pages is served; of this worker alone, for two may share the tests of one module."""
    served = tmp_path_factory.mktemp("moved")
    small = served / "verhuisd"
    pages = {
        NEW: TARGET,
        "begin/": TARGET,
        **{old: stub(NEW, "../" * old.count("/"), f"https://voorbeeld.test/{NEW}", "moved.js") for old in OLD},
    }
    for path, text in pages.items():
        (small / path).mkdir(parents=True)
        (small / path / "index.html").write_text(text, encoding="utf-8")
    shutil.copy(ROOT / "overrides/assets/js/moved.js", small)
    secure(small, "https://voorbeeld.test/verhuisd/")
    with serving(plain(served)) as host:
        yield f"{host}verhuisd/"


@pytest.fixture
def page(visit):
    return visit(None)


@pytest.fixture
def quiet(visit):
    """A page without script."""
    return visit(None, java_script_enabled=False)


def follow(page, address: str, expected: str) -> list[str]:
    """Open an address that moved and wait until the page is `expected`; gives what the browser complained of."""
    complaints = []
    page.on("console", lambda message: message.type in ("error", "warning") and complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    # The first page goes before it has finished loading, which is what should happen.
    page.goto(address, wait_until="commit")
    page.wait_for_url(expected)
    return [one for one in complaints if not any(known in one for known in ("favicon", "404", "blocked by Playwright"))]


@pytest.mark.parametrize("anchor", ["", "#sv1-v3", "#ge%C3%AFnd", "#a?b=c&d"])
@pytest.mark.parametrize("old", OLD)
def test_script_leads_on_with_the_anchor(page, moved, old, anchor):
    assert follow(page, moved + old + anchor, moved + NEW + anchor) == []
    expect(page.locator("h1")).to_have_text("Nieuw", use_inner_text=True)


def test_the_way_back_skips_the_old_address(page, moved):
    page.goto(moved + "begin/")
    follow(page, moved + "oud/#sv1-v3", moved + NEW + "#sv1-v3")
    page.go_back()
    page.wait_for_url(moved + "begin/")


def test_the_script_goes_before_the_refresh_does(page, moved):
    """With a refresh that never comes the script still leads on."""
    page.route(
        "**/oud/",
        lambda route: route.fulfill(
            body=route.fetch().text().replace('http-equiv="refresh"', 'name="geen"'), content_type="text/html"
        ),
    )
    follow(page, moved + "oud/", moved + NEW)


@pytest.mark.parametrize("old", OLD)
def test_the_refresh_leads_on_without_script(quiet, moved, old):
    assert follow(quiet, moved + old, moved + NEW) == []
    expect(quiet.locator("h1")).to_have_text("Nieuw", use_inner_text=True)


@pytest.mark.parametrize("old", OLD)
def test_the_link_leads_on_without_script_or_refresh(quiet, moved, old):
    quiet.route(
        f"**/{old}",
        lambda route: route.fulfill(
            body=route.fetch().text().replace('http-equiv="refresh"', 'name="geen"'), content_type="text/html"
        ),
    )
    quiet.goto(moved + old)
    quiet.get_by_role("link").click()
    quiet.wait_for_url(moved + NEW)


def test_the_policy_is_there_and_refuses_an_inline_script(page, moved):
    """The control case: a stub that would do it with inline code, under the same policy, leads nowhere."""

    def spoilt(route):
        text = route.fetch().text().replace('http-equiv="refresh"', 'name="geen"')
        assert "Content-Security-Policy" in text
        before, _, after = text.partition("<script")
        route.fulfill(
            content_type="text/html",
            body=f"{before}<script>location.replace('../{NEW}')</script>{after.partition('</script>')[2]}",
        )

    complaints = []
    page.on("console", lambda message: complaints.append(message.text))
    page.route("**/oud/", spoilt)
    page.goto(moved + "oud/")
    expect(page.get_by_role("heading", name="Deze pagina is verhuisd")).to_be_visible()
    assert any("Content Security Policy" in one for one in complaints)
