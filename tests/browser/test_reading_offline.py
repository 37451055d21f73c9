"""What was read opens without internet, whole and as it was; a page that isn't kept says so, and nothing of a reader is kept."""

import re
from collections import Counter

import pytest
from leading import GROUP, TWO_HOURS
from leading import PAGE as LEADING
from offline import STORE, Host, held, read, stores, until_kept, workers
from playwright.sync_api import expect
from reflecties import NOTE, REFLECTIE, begin, do, keep, kept, notes, one_made, place, told, write
from waiting import until

from macros.cards import STANDS
from tests.conftest import asset

KEPT = "De site antwoordt nu niet. Je ziet de kopie van deze pagina die op dit apparaat staat; die werkt gewoon."
MISSING = "Deze pagina staat niet op dit apparaat"
FIELD, TERM = "spanningsvelden/doorgaan-of-vertragen/", "begrippen/maakbaarheid/"
PLANNER = "begeleiden/draaiboek/"
SECRET = "ditweetniemand"
LETTER = "document.fonts.ready.then(() => document.fonts.check('16px \"Atkinson Hyperlegible Next\"'))"
WHOLE_LOOK = """() => getComputedStyle(document.querySelector(".kop")).display === "block"
    && [...document.images].every((one) => one.complete && one.naturalWidth > 0)"""


@pytest.fixture(scope="module")
def host(site, tmp_path_factory):
    running = Host(site, tmp_path_factory.mktemp("host"))
    yield running
    running.close()


@pytest.fixture
def page(visit, host):
    host.recover()
    return visit(None, service_workers="allow")


def test_what_was_read_opens_without_internet_at_each_of_its_addresses(page, host):
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    read(page, host.address + FIELD)
    host.gone = True
    for way in ("", "?uit=een-mail", "#sv4-v1", "index.html"):
        page.goto("about:blank")
        page.goto(host.address + FIELD + way)
        page.get_by_text(KEPT).wait_for()
        assert page.evaluate(LETTER) and page.evaluate(WHOLE_LOOK), way
    page.goto(host.address + FIELD.rstrip("/"))
    page.get_by_text(KEPT).wait_for()
    assert page.evaluate(WHOLE_LOOK)
    expect(page).to_have_url(host.address + FIELD)
    page.locator(".rail label").nth(7).click()
    assert "Jouw plek" in page.locator("fieldset.plek output").first.inner_text()
    assert errors == []


def test_a_meeting_is_led_without_internet_after_one_visit(page, host):
    """Also on the screen of the group, which was never visited by itself, and when one begins without internet."""
    read(page, host.address + LEADING)
    until_kept(page, host.address + GROUP)
    host.gone = True
    page.goto(host.address + LEADING + TWO_HOURS)
    page.reload()
    leads(page)


def leads(page) -> None:
    """Begin to lead the meeting, and open the screen of the group."""
    page.locator("[data-doe=begin]").click()
    page.get_by_text("Blok 1 van 7").wait_for()
    page.locator("[data-doe=ga-door]").click()
    with page.expect_popup() as popup:
        page.locator("[data-doe=groep]").click()
    popup.value.locator(".groep-titel").get_by_text("Een tijdlijn maken").wait_for()
    assert popup.value.evaluate(LETTER)


def test_without_internet_one_searches_and_enter_opens_the_first(page, host):
    read(page, host.address + TERM)
    read(page, host.address + FIELD)
    host.gone = True
    page.reload()
    page.keyboard.press("ControlOrMeta+k")
    page.locator("#zoek-hier").fill("maakbaarheid")
    page.locator(".zoekvenster ol a").first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url("**/maakbaarheid/**")
    page.get_by_text(KEPT).wait_for()
    page.goto(host.address + "zoeken/?q=onmacht")
    page.locator("main .zoek-uitkomst ol a").first.wait_for()


def test_a_meeting_is_planned_without_internet_after_one_visit(page, host):
    read(page, host.address + PLANNER)
    host.gone = True
    page.goto(f"{host.address}{PLANNER}#b1=_wk3.60")
    page.reload()
    page.locator(".plan-rij summary").click()
    page.get_by_text("Teken de lijn.").wait_for()
    page.locator("[name=datum]").fill("2027-03-26")
    with page.expect_download() as download:
        page.locator("[data-doe=agenda]").click()
    assert download.value.suggested_filename.endswith(".ics")


def test_what_was_planned_is_led_without_internet_too(page, host):
    """The page to lead it, and the screen of the group, come along with the planner."""
    read(page, host.address + PLANNER)
    for next_page in (LEADING, GROUP):
        until_kept(page, host.address + next_page)
    host.gone = True
    page.goto(host.address + PLANNER + TWO_HOURS)
    page.reload()
    with page.expect_popup() as popup:
        page.locator("[data-doe=uitvoeren]").click()
    leads(popup.value)


def test_a_page_that_is_not_kept_says_so_and_offers_those_that_are(page, host):
    read(page, host.address + TERM)
    host.gone = True
    answer = page.goto(host.address + "over/colofon/")
    assert answer.status == 503
    assert page.locator("h1").inner_text() == MISSING
    assert page.evaluate(LETTER) and page.evaluate(WHOLE_LOOK)
    offered = page.locator(".bewaard a")
    assert "Maakbaarheid" in offered.all_inner_texts()
    offered.get_by_text("Maakbaarheid", exact=True).click()
    page.get_by_text(KEPT).wait_for()
    expect(page).to_have_url(host.address + TERM)
    page.go_back()
    host.gone = False
    page.reload()
    expect(page.locator("h1")).to_have_text("Colofon", use_inner_text=True)


@pytest.mark.parametrize("address", [FIELD, "zoeken/", "zonder-internet.html"])
def test_on_a_first_visit_nothing_has_been_renewed(page, host, address):
    """Also not on the pages that the worker keeps as it is installed."""
    page.goto(host.address + address)
    # The worker is not active before it has told all pages what there is to tell.
    page.evaluate("""async () => {
        const { active } = await navigator.serviceWorker.ready;
        while (active.state !== "activated") await new Promise((done) => active.addEventListener("statechange", done));
    }""")
    assert page.locator(".kopie-melding").inner_text() == ""


def test_a_first_visit_asks_no_file_twice_that_is_named_by_its_content(page, host):
    """What is kept comes from what the browser has; a page, which may have changed, is asked again."""
    host.asked.clear()
    read(page, host.address + FIELD)
    asked = Counter(host.asked)
    assert [one for one, times in asked.items() if re.search(r"-[0-9A-Z]{8}\.\w+$", one) and times > 1] == []
    assert asked["/leren/" + FIELD] > 1


@pytest.mark.parametrize(
    "path, named",
    [
        ("assets/vast/page-3K7QW2ZB.js", True),
        ("kaarten/stand-0a1b2c3d/gezichten/a7/sv4-v1-voor.svg", True),
        # A picture with a date in its name, a form of the table of a page, and a page that is called so.
        ("assets/img/foto-20260301.png", False),
        ("bronnen/LIJST-20260301.csv", False),
        ("begrippen/stand-0a1b/", False),
    ],
)
def test_only_what_the_build_names_by_its_content_is_never_asked_again(desk, address, path, named):
    if not desk.url.startswith(address):
        desk.goto(address)
    ask = """async (address) => {
        globalThis.BUILT ??= {};
        return (await import("/bron/js/worker/place.js")).isNamed(address);
    }"""
    assert desk.evaluate(ask, address + path) is named


def test_all_that_the_build_names_by_its_content_is_known_as_that(desk, address, site):
    named = [next(site.glob(f"{STANDS}**/*.svg")), *(site / "assets/vast").iterdir()]
    if not desk.url.startswith(address):
        desk.goto(address)
    ask = """async (addresses) => {
        globalThis.BUILT ??= {};
        const { isNamed } = await import("/bron/js/worker/place.js");
        return addresses.filter((one) => !isNamed(one));
    }"""
    assert desk.evaluate(ask, [address + one.relative_to(site).as_posix() for one in named]) == []


def test_with_internet_it_comes_fresh_and_says_nothing(page, host):
    read(page, host.address + REFLECTIE)
    new = "<!doctype html><title>nieuw</title>"
    page.context.route(
        host.address + REFLECTIE, lambda route: route.fulfill(status=200, content_type="text/html", body=new)
    )
    page.reload()
    assert page.title() == "nieuw"
    expect(page.get_by_text(KEPT)).to_have_count(0)


def test_a_server_in_trouble_gives_the_copy_and_the_page_says_so(page, host):
    read(page, host.address + REFLECTIE)
    for status in (503, None, "half"):
        host.trouble[REFLECTIE] = status
        page.reload()
        expect(page.get_by_text(KEPT), str(status)).to_be_visible()
        one_made(page)
        assert len(told(page)) == 1, status


def test_a_host_that_answers_nothing_at_all_gives_a_whole_page(page, host):
    """Not only the page waits for an answer, but each file that it loads too."""
    read(page, host.address + FIELD)
    files = (file.relative_to(host.folder).as_posix() for file in host.folder.rglob("*.*"))
    host.trouble |= dict.fromkeys([*files, FIELD])
    page.reload()
    page.get_by_text(KEPT).wait_for()
    assert page.evaluate(LETTER) and page.evaluate(WHOLE_LOOK)


def test_what_a_gate_on_the_way_gives_is_not_kept_and_what_was_heals(page, host):
    """As a guest network or a filter does, with a page and status 200 in the place of a script."""
    script = host.address + asset("js/lijn.js")
    kind = "async (url) => (await caches.match(url))?.headers.get('content-type').split(';')[0]"
    # Not the page that needs it: the worker, which still keeps what that one loads, would heal it before one looks.
    read(page, host.address + TERM)
    page.evaluate(
        """async ([store, url]) => {
        const body = new Response("<!doctype html>", { headers: { "content-type": "text/html; charset=utf-8" } });
        await (await caches.open(store)).put(url, body);
    }""",
        [STORE, script],
    )
    assert page.evaluate(kind, script) == "text/html"
    assert page.evaluate("async (url) => (await fetch(url)).headers.get('content-type')", script) == "text/javascript"
    page.goto(host.address + FIELD)
    until(page, f"async (url) => await ({kind})(url) === 'text/javascript'", script)
    other = asset("js/reflectie.js")
    host.trouble[other] = "gate"
    page.goto(host.address + REFLECTIE)
    read(page, host.address + TERM)
    assert page.evaluate(kind, host.address + other) is None


def test_what_the_server_says_of_a_page_that_is_no_trouble_is_shown(page, host):
    read(page, host.address + REFLECTIE)
    for status in (404, 403):
        host.trouble[REFLECTIE] = status
        assert page.reload().status == status
        expect(page.get_by_text(KEPT)).to_have_count(0)


@pytest.mark.parametrize("path", ["begrippen/100%/", "spanningsvelden/%zz", "begrippen/%E0%A4%A/"])
def test_an_address_with_a_loose_percent_sign_gets_what_the_server_says_of_it(page, host, path):
    read(page, host.address + REFLECTIE)
    assert page.goto(host.address + path).status == 404
    host.gone = True
    page.reload()
    expect(page.locator("h1")).to_have_text(MISSING, use_inner_text=True)


def test_without_a_copy_one_gets_what_the_server_says_or_waits_for_it(page, host):
    read(page, host.address + REFLECTIE)
    host.trouble[TERM] = 503
    assert page.goto(host.address + TERM).status == 503
    host.trouble[TERM] = None
    with pytest.raises(Exception, match="Timeout"):
        page.goto(host.address + TERM, timeout=4500)


def test_once_opened_a_reflection_works_without_internet(page, host):
    read(page, host.address + REFLECTIE)
    host.gone = True
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


CONTENTS = """async () => {
    const texts = [];
    for (const name of await caches.keys()) {
        const store = await caches.open(name);
        for (const request of await store.keys()) {
            const answer = await store.match(request);
            texts.push(request.url, JSON.stringify([...answer.headers]), await answer.text());
        }
    }
    return texts.join(" ");
}"""


def test_nothing_of_a_reader_is_in_the_store(page, host):
    """Neither an answer, nor a choice in an address, nor a file that was opened, nor what was sent."""
    read(page, host.address + REFLECTIE + f"?naam={SECRET}#velden=4&{SECRET}")
    keep(page)
    one_made(page, note=SECRET)
    page.evaluate("""async () => {
        const file = URL.createObjectURL(new Blob(["ditweetniemand"], { type: "text/html" }));
        open(file);
        await fetch(location.href, { method: "POST", body: "ditweetniemand" }).catch(() => {});
    }""")
    read(page, host.address + f"zoeken/?q={SECRET}")
    page.reload()
    page.wait_for_load_state("networkidle")
    contents = page.evaluate(CONTENTS)
    assert "Zelfreflectie" in contents, "the control case is not seen"
    assert SECRET not in contents
    assert {one for one in held(page) if "?" in one or "#" in one or one.startswith("blob")} == set()


def test_what_a_page_uses_later_is_kept_only_for_who_opened_it(page, host):
    read(page, host.address + REFLECTIE)
    assert [one for one in held(page) if "/qr-decode-" in one] == []
    read(page, host.address + REFLECTIE + "team/")
    assert [one for one in held(page) if "/qr-decode-" in one]
    host.gone = True
    page.reload()
    page.locator('.team-veld input[value="4"]').check()
    page.locator('[name="eerst"][value="qr"]').check()
    page.get_by_role("button", name="Begin", exact=True).click()
    page.locator("[data-qr=uitnodiging] svg").wait_for()


def test_of_more_than_two_hundred_pages_the_oldest_goes(page, host):
    read(page, host.address + TERM)
    page.evaluate(
        """async ([name, root]) => {
        const store = await caches.open(name);
        // As when all others were read since.
        const first = await store.match(`${root}zoeken/`);
        await store.put(`${root}zoeken/`, new Response(await first.text(), { headers: { "content-type": "text/html", "x-bewaard": "1" } }));
        for (let i = 0; i < 200; i++) {
            const headers = { "content-type": "text/html", "x-bewaard": String(1e12 + (i === 77 ? -1 : i)), "x-titel": "x" };
            await store.put(`${root}begrippen/nr-${i}/`, new Response("<!doctype html>", { headers }));
        }
    }""",
        [STORE, host.address],
    )
    read(page, host.address + FIELD)
    # The two oldest go at the same time, each when it can.
    until(
        page,
        "async (name) => (await (await caches.open(name)).keys()).filter(({ url }) => url.endsWith('/')).length === 201",
        STORE,
    )
    pages = held(page)
    assert host.address + "begrippen/nr-77/" not in pages
    assert {host.address + one for one in (TERM, FIELD, "zoeken/")} <= {*pages}
    host.gone = True
    page.goto(host.address + "over/colofon/")
    expect(page.locator("h1")).to_have_text(MISSING, use_inner_text=True)
    page.locator("main").get_by_role("link", name="Zoeken, van A tot Z").click()
    page.get_by_text(KEPT).wait_for()
    expect(page).to_have_url(re.compile("/zoeken/"))


def test_wiping_reflections_takes_the_worker_and_its_stores_away_and_no_other(page, host):
    read(page, host.address + REFLECTIE)
    page.evaluate("caches.open('van-een-ander')")
    assert workers(page) == 1
    one_made(page)
    do(page, "wis")
    page.locator("dialog").get_by_text("de pagina’s van deze site die je browser bewaarde").wait_for()
    page.locator("dialog [value=ja]").click()
    until(page, "() => caches.keys().then((names) => names.length === 1)")
    until(page, "() => navigator.serviceWorker.getRegistrations().then((all) => all.length === 0)")
    # The page that is open goes on without, and makes no new store.
    one_made(page)
    assert stores(page) == ["van-een-ander"]


def test_what_the_earlier_worker_kept_is_taken_over(page, host):
    page.goto(host.address + "assets/img/merk.svg")
    page.evaluate(
        """async (root) => {
        const earlier = await caches.open(`zelfreflectie:${new URL(root).pathname} oud`);
        const html = `<!doctype html><html data-root=".."><title>Van eerder | x</title>`;
        await earlier.put(root + "reflectie/", new Response(html, { headers: { "content-type": "text/html" } }));
        await earlier.put(root + "reflectie/geopend/team/", new Response());
        const unnamed = await caches.open("zelfreflectie-nogouder");
        await unnamed.put(root + "reflectie/", new Response("x"));
        await (await caches.open("zelfreflectie-van-een-ander")).put("/ander/reflectie/", new Response("x"));
    }""",
        host.address,
    )
    read(page, host.address + TERM)
    until(page, "() => caches.keys().then((names) => names.length === 2)")
    assert set(stores(page)) == {STORE, "zelfreflectie-van-een-ander"}
    host.gone = True
    page.goto(host.address + REFLECTIE)
    assert page.title() == "Van eerder | x"


def test_where_workers_are_forbidden_all_else_works(page, host):
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script(
        "navigator.serviceWorker.register = () => Promise.reject(new DOMException('nee', 'SecurityError'))"
    )
    page.goto(host.address + REFLECTIE)
    one_made(page)
    assert len(told(page)) == 1 and errors == []


def test_on_a_full_disk_the_oldest_half_makes_room(page, host):
    read(page, host.address + TERM)
    page.evaluate(
        """async ([name, root]) => {
        const store = await caches.open(name);
        for (let i = 0; i < 8; i++) {
            const headers = { "content-type": "text/html", "x-bewaard": String(1e12 + i), "x-titel": "x" };
            await store.put(`${root}begrippen/nr-${i}/`, new Response("x".repeat(2e6), { headers }));
        }
    }""",
        [STORE, host.address],
    )
    used = page.evaluate("navigator.storage.estimate().then(({ usage }) => usage)")
    page.context.new_cdp_session(page).send(
        "Storage.overrideQuotaForOrigin", {"origin": host.address.split("/leren")[0], "quotaSize": used - 3_000_000}
    )
    read(page, host.address + "over/colofon/")
    left = [one for one in held(page) if re.search(r"/nr-\d/", one)]
    assert 0 < len(left) < 8 and not any("/nr-0/" in one for one in left)
    until_kept(page, host.address + TERM)
