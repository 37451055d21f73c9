"""The pages of /reflectie/ open without internet once they have been opened; wiping takes that away too."""

import pytest
from reflecties import NOTE, REFLECTIE, begin, do, keep, kept, notes, one_made, place, told, write

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


def test_a_store_of_an_earlier_version_is_taken_away(visit, address):
    page = visit("over/")
    page.evaluate("caches.open('zelfreflectie:/leren/ oud')")
    page.goto(address + REFLECTIE)
    page.evaluate(READY)
    page.wait_for_function("() => caches.keys().then((names) => !names.includes('zelfreflectie:/leren/ oud'))")
    assert len(stores(page)) == 1


@pytest.mark.parametrize("of", ["this copy", "another copy"])
def test_a_store_from_before_it_was_named_by_the_path_is_taken_away(visit, address, of):
    page = visit("over/")
    held = address + REFLECTIE if of == "this copy" else address.replace("/leren/", "/ander/") + REFLECTIE
    page.evaluate("held => caches.open('zelfreflectie-oud').then((store) => store.put(held, new Response('x')))", held)
    page.goto(address + REFLECTIE)
    page.evaluate(READY)
    assert ("zelfreflectie-oud" in stores(page)) == (of == "another copy")


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
