"""Several copies of the site on one origin, as below the folders of one host: none touches what another keeps."""

import functools
import json
import threading
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from offline import held, stores, until_kept, workers
from playwright.sync_api import expect
from reflecties import REFLECTIE, do, notes, one_made, said, stored, told
from waiting import until

from tests.host import Quiet

COPIES = ("", "proef/", "proef/leren/")
WITHIN = "zonder/"
"""A copy without a worker of its own, within the reach of the one at the root."""
OLD, OLD_BACKUP = "zelfreflectie", "zelfreflectie-vorige"
DOCUMENT = json.dumps(json.loads((Path(__file__).parent / "documenten" / "schema-2.json").read_text(encoding="utf-8")))


def link(site: Path, host: Path, leave_out: str = "") -> None:
    """Have folder `host` serve what is in folder `site`, beside what it has."""
    host.mkdir(exist_ok=True)
    for part in site.iterdir():
        if part.name != leave_out and not (host / part.name).exists():
            (host / part.name).symlink_to(part)


@pytest.fixture(scope="module")
def origin(site, tmp_path_factory):
    """The address of a host that has the site at its root and below two folders, one within the other."""
    host = tmp_path_factory.mktemp("origin")
    for copy in COPIES:
        link(site, host / copy)
    link(site, host / WITHIN, leave_out="werker.js")
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(host)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def tabs(browser, origin):
    """A function that opens a page of a copy, all in one browser; workers are let in when asked for."""
    contexts = []

    def open_tab(copy: str, path: str = REFLECTIE, workers: str = "block", script: str = ""):
        if not contexts:
            contexts.append(browser.new_context(reduced_motion="reduce", service_workers=workers))
        page = contexts[0].new_page()
        if script:
            page.add_init_script(script)
        page.goto(origin + copy + path)
        return page

    yield open_tab
    for context in contexts:
        context.close()


def key_of(copy: str, name: str = "zelfreflectie") -> str:
    return f"{name}:/{copy}"


def keep_here(page, copy: str, note: str) -> None:
    one_made(page, note=note)
    page.get_by_label("Bewaar op dit apparaat").check()
    page.wait_for_function("key => localStorage.getItem(key) !== null", arg=key_of(copy))


def wipe(page) -> None:
    do(page, "wis")
    page.locator("dialog [value=ja]").click()
    page.get_by_text("Alles is gewist").wait_for()


def test_each_copy_shows_and_keeps_its_own(tabs):
    pages = {copy: tabs(copy) for copy in COPIES}
    for copy, page in pages.items():
        assert told(page) == []
        keep_here(page, copy, f"In {copy or 'de eerste'}")
    for copy, page in pages.items():
        page.reload()
        assert len(told(page)) == 1
        document = json.loads(stored(page)[key_of(copy)])
        assert notes(document) == [{"sv4-v1": f"In {copy or 'de eerste'}"}]


def test_wiping_one_copy_leaves_the_others_and_their_open_tabs(tabs):
    pages = {copy: tabs(copy) for copy in COPIES}
    for copy, page in pages.items():
        keep_here(page, copy, "Van mij.")
    wipe(pages["proef/"])
    for copy in ("", "proef/leren/"):
        assert len(told(pages[copy])) == 1
        expect(pages[copy].locator(".bewaar-aan")).to_be_checked()
    assert key_of("proef/") not in stored(pages[""])
    assert {key_of(""), key_of("proef/leren/")} <= set(stored(pages[""]))


def test_light_and_dark_are_chosen_for_each_copy(tabs):
    pages = {copy: tabs(copy, "over/") for copy in COPIES}
    shown = {copy: page.evaluate("getComputedStyle(document.body).backgroundColor") for copy, page in pages.items()}
    pages["proef/"].locator(".thema-knop").click()
    for page in pages.values():
        page.reload()
    after = {copy: page.evaluate("getComputedStyle(document.body).backgroundColor") for copy, page in pages.items()}
    assert {copy for copy in COPIES if shown[copy] != after[copy]} == {"proef/"}


def test_a_participant_in_one_copy_is_no_participant_in_another(tabs):
    page = tabs("", "reflectie/team/#sessie=35C1F")
    page.locator(".team-lijnen:visible .rail input").nth(3).evaluate("input => input.click()")
    page.get_by_role("button", name="Maak mijn code").click()
    assert page.evaluate("Object.keys(sessionStorage)") == [key_of("", "samen-kijken")]


def store_of(copy: str) -> str:
    return f"lezen:/{copy} bezocht"


def test_each_copy_has_a_store_of_its_own_that_only_it_takes_away(tabs, origin):
    pages = {}
    # The inner ones last: until their own worker comes, they are within the reach of the outer.
    for copy in COPIES:
        pages[copy] = tabs(copy, workers="allow")
        until_kept(pages[copy], origin + copy + REFLECTIE, store_of(copy))
    everything = {store_of(copy) for copy in COPIES}
    assert set(stores(pages[""])) == everything
    for copy in COPIES:
        inner = [one for one in COPIES if one != copy and one.startswith(copy)]
        assert [
            one for one in held(pages[""], store_of(copy)) if any(one.startswith(origin + to) for to in inner)
        ] == []
    one_made(pages["proef/"])
    wipe(pages["proef/"])
    until(pages[""], "() => caches.keys().then((names) => names.length === 2)")
    assert set(stores(pages[""])) == everything - {store_of("proef/")}
    scopes = "navigator.serviceWorker.getRegistrations().then((all) => all.map((one) => new URL(one.scope).pathname))"
    assert set(pages[""].evaluate(scopes)) == {"/", "/proef/leren/"}
    pages[""].context.set_offline(True)
    for copy in ("", "proef/leren/"):
        pages[copy].reload()
        expect(pages[copy].locator("zelf-reflectie")).to_be_visible()


def test_a_copy_without_a_worker_neither_uses_that_of_the_copy_around_it_nor_takes_it_away(tabs, origin):
    around = tabs("", workers="allow")
    until_kept(around, origin + REFLECTIE, store_of(""))
    within = tabs(WITHIN)
    one_made(within)
    assert [one for one in held(around, store_of("")) if one.startswith(origin + WITHIN)] == []
    wipe(within)
    assert workers(within) == 1 and stores(within) == [store_of("")]


# What stood under the names that all copies had in common


def with_old(tabs, copy: str, document: str = DOCUMENT, backup: str | None = None):
    """A tab of `copy` that finds what an earlier version of the site kept."""
    page = tabs(copy, "over/")
    page.evaluate(
        "all => { for (const [key, value] of Object.entries(all)) localStorage.setItem(key, value) }",
        {OLD: document, **({OLD_BACKUP: backup} if backup else {})},
    )
    page.goto(page.url.replace("over/", REFLECTIE))
    return page


def test_reflections_of_before_are_still_there(tabs):
    page = with_old(tabs, "proef/")
    assert len(told(page)) == 1
    expect(page.locator(".bewaar-aan")).to_be_checked()
    assert said(page) == ""
    assert stored(page) == {key_of("proef/"): DOCUMENT}
    page.reload()
    assert len(told(page)) == 1


def test_only_one_copy_takes_them_over(tabs):
    first = with_old(tabs, "")
    second = tabs("proef/")
    assert (len(told(first)), told(second)) == (1, [])
    assert stored(second) == {key_of(""): DOCUMENT}


def test_a_copy_that_has_its_own_leaves_them_where_they_are(tabs):
    page = tabs("")
    keep_here(page, "", "Van mij.")
    with_old(tabs, "")
    page.reload()
    assert len(told(page)) == 1 and stored(page)[OLD] == DOCUMENT
    other = tabs("proef/")
    assert len(told(other)) == 1 and OLD not in stored(other) and stored(other)[key_of("proef/")] == DOCUMENT


def test_a_copy_that_is_wiped_leaves_nothing_that_it_would_take_over_itself(tabs):
    page = tabs("")
    keep_here(page, "", "Van mij.")
    with_old(tabs, "")
    other = tabs("proef/")
    keep_here(other, "proef/", "Van mij.")
    page.reload()
    wipe(page)
    left = stored(page)
    assert OLD not in left and key_of("") not in left and key_of("proef/") in left


def test_what_was_cut_short_before_is_still_mended(tabs):
    page = with_old(tabs, "", DOCUMENT[:40], json.dumps({"vorige": DOCUMENT}))
    assert said(page) == "De laatste keer bewaren werd onderbroken. Alles van daarvoor is er nog."
    assert len(told(page)) == 1 and OLD not in stored(page)


def test_without_room_they_stay_where_they_are_and_are_not_written_over(tabs):
    page = tabs("", "over/")
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [OLD, DOCUMENT])
    page.evaluate("""() => {
        let size = 1 << 22, at = 0;
        while (size >= 1) {
            try { localStorage.setItem(`vulling-${at}`, "x".repeat(size)); at += 1; } catch { size >>= 1; }
        }
    }""")
    page.goto(page.url.replace("over/", REFLECTIE))
    assert said(page).startswith("Op dit apparaat staan nog reflecties van eerder, maar er is te weinig ruimte")
    expect(page.locator(".bewaar-aan")).to_be_disabled()
    assert stored(page)[OLD] == DOCUMENT and key_of("") not in stored(page)
    page.evaluate(
        "for (const key of Object.keys(localStorage)) if (key.startsWith('vulling')) localStorage.removeItem(key)"
    )
    page.reload()
    assert len(told(page)) == 1 and stored(page) == {key_of(""): DOCUMENT}


CUT_SHORT = """(() => {
    const write = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key, value) {
        if (key.startsWith("zelfreflectie:")) throw new DOMException("uit", "AbortError");
        write.call(this, key, value);
    };
})()"""


def test_a_crash_while_taking_them_over_loses_nothing(tabs):
    page = tabs("", "over/", script=CUT_SHORT)
    page.evaluate(
        "all => { for (const [key, value] of Object.entries(all)) localStorage.setItem(key, value) }",
        {OLD: DOCUMENT, OLD_BACKUP: json.dumps({"vorige": DOCUMENT})},
    )
    page.goto(page.url.replace("over/", REFLECTIE))
    assert stored(page)[OLD] == DOCUMENT
    later = tabs("")
    assert len(told(later)) == 1 and set(stored(later)) == {key_of(""), key_of("", OLD_BACKUP)}
