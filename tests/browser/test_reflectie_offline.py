"""The pages of /reflectie/ open without internet once they have been opened; wiping takes that away too."""

import functools
import re
import shutil
import threading
from http.server import ThreadingHTTPServer

import pytest
from reflecties import NOTE, REFLECTIE, begin, do, keep, kept, notes, one_made, place, told, write

from tests.host import Quiet

READY = """async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active.state !== "activated") await new Promise((done) => active.addEventListener("statechange", done));
}"""


@pytest.fixture
def page(visit):
    page = visit(REFLECTIE)
    page.evaluate(READY)
    return page


def stores(page) -> list[str]:
    return page.evaluate("caches.keys()")


def workers(page) -> int:
    return page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)")


def test_once_opened_it_works_without_internet(page):
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.context.set_offline(True)
    page.reload()
    keep(page)
    begin(page, "sv4")
    place(page, 0, 3)
    do(page, "volgende")
    write(page)
    do(page, "naar-overzicht")
    assert page.locator(".notitie p").inner_text() == NOTE
    page.goto(page.url + "?uit=een-mail#velden=2")
    assert len(told(page)) == 1 and notes(kept(page)) == [{"sv4-v1": NOTE}]
    # Letters and colours too.
    assert page.evaluate("document.fonts.check('16px \"Atkinson Hyperlegible Next\"')")
    assert page.locator(".veldkeuze label").first.evaluate("one => getComputedStyle(one).borderRadius") == "12px"
    assert errors == []


def test_other_pages_are_not_held(page, address):
    page.context.set_offline(True)
    with pytest.raises(Exception, match="ERR_INTERNET_DISCONNECTED"):
        page.goto(address + "over/")


def test_with_internet_it_comes_fresh(page, address):
    new = "<!doctype html><title>nieuw</title>"
    page.context.route(address + REFLECTIE, lambda route: route.fulfill(status=200, content_type="text/html", body=new))
    page.reload()
    assert page.title() == "nieuw"


KEPT = "De site antwoordt nu niet. Je ziet de kopie van deze pagina die op dit apparaat staat; die werkt gewoon."


@pytest.fixture
def host(site):
    """A host of its own that can be told to have trouble: `trouble` is a status, or None for no answer at all, by path."""
    trouble: dict[str, int | None] = {}
    over = threading.Event()

    class Troubled(Quiet):
        def do_GET(self):
            path = self.path.split("?")[0]
            if path not in trouble:
                return super().do_GET()
            if trouble[path] is None:
                over.wait(60)
                return self.close_connection
            return self.send_error(trouble[path])

    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Troubled, directory=str(site)))
    server.trouble = trouble
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    over.set()
    server.shutdown()
    server.server_close()


@pytest.fixture
def troubled(visit, host):
    """The page, opened once, on a host that may have trouble from now on; its address, and the host's trouble."""
    page = visit(None)
    page.set_default_timeout(15_000)
    page.goto(f"http://127.0.0.1:{host.server_port}/{REFLECTIE}")
    page.evaluate(READY)
    return page, host.trouble


@pytest.mark.parametrize("status", [500, 503, 504, None], ids=lambda one: str(one or "no answer"))
def test_a_server_in_trouble_gives_the_copy_and_the_page_says_so(troubled, status):
    page, trouble = troubled
    trouble["/" + REFLECTIE] = status
    page.reload()
    page.get_by_text(KEPT).wait_for()
    assert page.locator(".kopie-melding").is_visible()
    one_made(page)
    assert len(told(page)) == 1


def test_a_host_that_answers_nothing_at_all_gives_a_whole_page(troubled, site):
    """Not only the page waits for an answer, but each file that it loads too."""
    page, trouble = troubled
    trouble |= {f"/{path.relative_to(site).as_posix()}": None for path in (site / "assets").rglob("*.*")}
    trouble["/" + REFLECTIE] = None
    page.reload()
    page.get_by_text(KEPT).wait_for()
    assert page.evaluate("document.fonts.ready.then(() => document.fonts.check('16px \"Atkinson Hyperlegible Next\"'))")
    assert page.locator(".veldkeuze label").first.evaluate("one => getComputedStyle(one).borderRadius") == "12px"


def test_without_internet_the_page_says_so_too(page):
    page.context.set_offline(True)
    page.reload()
    page.get_by_text(KEPT).wait_for()
    page.context.set_offline(False)
    page.reload()
    page.locator("zelf-reflectie[data-scherm=start]").wait_for()
    assert page.get_by_text(KEPT).count() == 0


@pytest.mark.parametrize("status", [404, 403])
def test_what_the_server_says_of_a_page_that_is_no_trouble_is_shown(troubled, status):
    page, trouble = troubled
    trouble["/" + REFLECTIE] = status
    assert page.reload().status == status
    assert page.get_by_text(KEPT).count() == 0


def test_without_a_copy_one_gets_what_the_server_says(troubled):
    page, trouble = troubled
    page.evaluate("caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name))))")
    trouble["/" + REFLECTIE] = 503
    assert page.reload().status == 503


def test_nothing_that_was_filled_in_is_in_the_store(page):
    keep(page)
    one_made(page)
    held = page.evaluate("""async () => {
        const texts = [];
        for (const name of await caches.keys()) {
            const store = await caches.open(name);
            for (const request of await store.keys()) texts.push(request.url, await (await store.match(request)).text());
        }
        return texts.join(" ");
    }""")
    assert NOTE not in held and "Zelfreflectie" in held


def test_the_libraries_of_the_team_page_are_not_fetched_for_who_never_opens_it(page):
    held = page.evaluate("""async () => {
        const [name] = await caches.keys();
        return (await (await caches.open(name)).keys()).map((request) => request.url);
    }""")
    assert held and [url for url in held if "/assets/qr-" in url] == []


def test_wiping_takes_the_worker_and_its_store_away_and_no_other(page):
    page.evaluate("caches.open('van-een-ander')")
    assert len(stores(page)) == 2 and workers(page) == 1
    one_made(page)
    do(page, "wis")
    page.locator("dialog [value=ja]").click()
    page.wait_for_function("() => caches.keys().then((names) => names.length === 1)")
    page.wait_for_function("() => navigator.serviceWorker.getRegistrations().then((all) => all.length === 0)")
    assert stores(page) == ["van-een-ander"]
    # The page that is open goes on without, and makes no new store.
    one_made(page)
    assert stores(page) == ["van-een-ander"]


def test_stores_of_earlier_versions_are_taken_away_but_for_the_last(visit, address):
    page = visit("over/")
    for version in ("oud", "ouder"):
        page.evaluate("name => caches.open(name)", f"zelfreflectie:/leren/ {version}")
    page.goto(address + REFLECTIE)
    page.evaluate(READY)
    page.wait_for_function("() => caches.keys().then((names) => !names.includes('zelfreflectie:/leren/ oud'))")
    assert len(stores(page)) == 2 and stores(page)[0].endswith(" ouder")


@pytest.mark.parametrize("of", ["this copy", "another copy"])
def test_a_store_from_before_it_was_named_by_the_path_is_taken_away(visit, address, of):
    page = visit("over/")
    held = address + REFLECTIE if of == "this copy" else address.replace("/leren/", "/ander/") + REFLECTIE
    page.evaluate("held => caches.open('zelfreflectie-oud').then((store) => store.put(held, new Response('x')))", held)
    page.goto(address + REFLECTIE)
    page.evaluate(READY)
    assert ("zelfreflectie-oud" in stores(page)) == (of == "another copy")


@pytest.fixture
def renewed(site, tmp_path):
    """A folder that serves the site, and a function that puts a next version of its worker there."""
    served = tmp_path / "leren"
    served.mkdir()
    for part in site.iterdir():
        if part.name != "reflectie":
            (served / part.name).symlink_to(part)
    shutil.copytree(site / "reflectie", served / "reflectie")

    def renew(version: str) -> None:
        worker = served / "reflectie/werker.js"
        script, count = re.subn(r'(versie:")[^"]+', rf"\g<1>{version}", worker.read_text(encoding="utf-8"))
        assert count == 1
        worker.write_text(script, encoding="utf-8")

    return served.parent, renew


@pytest.fixture
def team(renewed, visit):
    """The page of Samen kijken, opened with a worker that has filled its store, and the function that renews the site."""
    folder, renew = renewed
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    page = visit(None)
    page.goto(f"http://127.0.0.1:{server.server_port}/leren/reflectie/team/")
    page.evaluate(READY)
    filled(page)
    yield page, renew
    server.shutdown()
    server.server_close()


HELD = """async (name) => (await (await caches.open(name)).keys()).map((request) => request.url.split("/leren/")[1])"""


def filled(page) -> str:
    """The store of the newest version, once it has the libraries of the team page."""
    page.wait_for_function("""async () => {
        const name = (await caches.keys()).at(-1);
        return name && (await (await caches.open(name)).keys()).some((request) => request.url.includes("/qr-"));
    }""")
    return stores(page)[-1]


def update(page) -> None:
    """Have the browser find the new worker, and wait until it has taken over."""
    page.evaluate("""async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        const before = registration.active;
        await registration.update();
        while (registration.active === before || registration.active.state !== "activated") await new Promise((done) => setTimeout(done, 50));
    }""")


def draw(page) -> None:
    """Draw a QR code and start reading them, which takes both libraries."""
    page.locator('.team-veld input[value="4"]').check()
    page.locator('[name="eerst"][value="qr"]').check()
    page.get_by_role("button", name="Begin", exact=True).click()
    page.locator("[data-qr=uitnodiging] svg").wait_for()


def test_after_an_update_under_an_open_page_its_libraries_are_there(team):
    page, renew = team
    renew("tweede")
    update(page)
    page.context.set_offline(True)
    draw(page)
    assert stores(page)[-1].endswith(" tweede")
    assert [path for path in page.evaluate(HELD, stores(page)[-1]) if "/qr-decode-" in path]


def test_after_an_update_elsewhere_a_page_that_was_opened_before_has_its_libraries(team):
    page, renew = team
    page.goto(page.url.replace("team/", ""))
    renew("tweede")
    update(page)
    page.context.set_offline(True)
    page.goto(page.url + "team/")
    draw(page)
    assert [path for path in page.evaluate(HELD, stores(page)[-1]) if "/qr-decode-" in path]


def test_the_store_of_the_page_that_is_open_is_left_until_the_next_update(team):
    """Its scripts name files by what was in them, and those are gone from the host by then."""
    page, renew = team
    first = stores(page)
    for version in ("tweede", "derde"):
        renew(version)
        update(page)
        filled(page)
        names = [name.rsplit(" ", 1)[1] for name in stores(page)]
        assert names == {"tweede": [first[0].rsplit(" ", 1)[1], "tweede"], "derde": ["tweede", "derde"]}[version]


def test_where_workers_are_forbidden_all_else_works(visit, address):
    page = visit(None)
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script(
        "navigator.serviceWorker.register = () => Promise.reject(new DOMException('nee', 'SecurityError'))"
    )
    page.goto(address + REFLECTIE)
    one_made(page)
    assert len(told(page)) == 1 and errors == []
