"""The whole site is taken along, stopped, resumed and renewed; a page that is open hears of a new edition and is never mixed."""

import json
import re
from collections.abc import Callable

import pytest
from offline import DECKS, STORE, WHOLE, Host, held, read, stores, until_kept, workers
from playwright.sync_api import expect
from reflecties import REFLECTIE, do
from waiting import until

from tests.conftest import of_edition

PANEL, TERM, STORY, CARD = "over/meenemen/", "begrippen/maakbaarheid/", "verhalen/shirley/", "werkkaarten/tijdlijn/"
DONE = re.compile(r"^Staat op dit apparaat")
KEPT = "Je ziet de kopie van deze pagina"
DECK, DECK_PAGE = "Rollen", "kaarten/rollen/"


@pytest.fixture(scope="module")
def host(site, tmp_path_factory):
    """A host whose files stay as they are."""
    running = Host(site, tmp_path_factory.mktemp("host"))
    yield running
    running.close()


@pytest.fixture
def changing(site, tmp_path):
    """A host of which a test may change the files."""
    running = Host(site, tmp_path)
    yield running
    running.close()


@pytest.fixture
def page(visit, host):
    host.recover()
    return visit(None, service_workers="allow")


def panel(page, host):
    read(page, host.address + PANEL)
    return page.locator("[data-groep=site]")


def taken(page, host) -> None:
    group = panel(page, host)
    group.get_by_role("button", name="Neem de hele site mee").click()
    group.get_by_text(DONE).wait_for()


def deck(page, name: str = DECK):
    page.locator(".mee-sets summary").click()
    return page.locator(".mee-sets li").filter(has=page.get_by_text(name, exact=True))


def test_the_whole_site_taken_along_opens_without_the_host(page, host, site):
    group = panel(page, host)
    told = re.fullmatch(r"(\d,\d) MB\.", group.locator(".mee-stand").inner_text())
    packs = json.loads((host.folder / "meenemen.json").read_text(encoding="utf-8"))["site"]["bestanden"]
    weight = sum((host.folder / one["adres"]).stat().st_size for one in packs)
    assert told and float(told[1].replace(",", ".")) == round(weight / 1e6, 1) and weight <= 4_000_000
    taken(page, host)
    page.get_by_text(f"de hele site ({told[1]} MB)").wait_for()
    # What was read is in there too; what the worker keeps for itself stays where it was.
    assert [one for one in held(page) if one.endswith("/")] == [host.address + "zoeken/"]
    host.gone = True
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    for path in (TERM, STORY, CARD, "spanningsvelden/doorgaan-of-vertragen/", "", "kaarten/"):
        page.goto(host.address + path)
        page.get_by_text(KEPT).wait_for()
        assert page.evaluate("getComputedStyle(document.querySelector('.kop')).display") == "block", path
        broken = (
            "[...document.images].filter((one) => one.complete && one.loading !== 'lazy' && !one.naturalWidth).length"
        )
        assert page.evaluate(broken) == 0, path
    page.keyboard.press("ControlOrMeta+k")
    page.locator("#zoek-hier").fill("rugdekking")
    page.locator(".zoekvenster ol a").first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url("**/rugdekking/**")
    assert page.evaluate("window.frameElement") is None and errors == []
    answer = page.goto(host.address + "bestaat/niet/")
    assert answer.status == 503
    expect(page.locator("h1")).to_have_text("Deze pagina staat niet op dit apparaat", use_inner_text=True)
    # Every page of the site, by the worker itself.
    pages = [file.relative_to(site).as_posix() for file in site.rglob("index.html") if not of_edition(file, site)]
    gone = page.evaluate(
        """async ([root, pages]) => {
        const lost = [];
        for (const path of pages) {
            const answer = await fetch(root + path).catch(() => null);
            if (!answer?.ok || !(await answer.text()).trimEnd().endsWith("</html>")) lost.push(path);
        }
        return lost;
    }""",
        [host.address, pages],
    )
    assert len(pages) > 200 and gone == []


def test_taking_is_stopped_and_resumed_from_where_it_was(page, host):
    packs = json.loads((host.folder / "meenemen.json").read_text(encoding="utf-8"))["site"]["bestanden"]
    host.trouble[packs[2]["adres"]] = None
    group = panel(page, host)
    group.get_by_role("button", name="Neem de hele site mee").click()
    until(page, "async (name) => (await (await caches.open(name)).keys()).length === 2", WHOLE)
    expect(group.get_by_role("progressbar")).to_be_visible()
    two, all_of_it = sum(one["bytes"] for one in packs[:2]), sum(one["bytes"] for one in packs)
    assert abs(group.locator("progress").evaluate("bar => bar.value") - two / all_of_it) < 0.01
    group.get_by_role("button", name="Stop").click()
    so_far = f"{two / 1_000_000:.1f}".replace(".", ",")
    group.get_by_text(f"Gestopt. {so_far} MB van").wait_for()
    # Half is not all: what was read still opens, and no more.
    assert [one for one in held(page, WHOLE) if one.endswith("meenemen.json")] == []
    host.trouble.clear()
    host.asked.clear()
    page.reload()
    group.get_by_role("button", name="Ga verder").click()
    group.get_by_text(DONE).wait_for()
    assert {path.removeprefix("/leren/") for path in host.asked if path.endswith(".zip")} == {
        one["adres"] for one in packs[2:]
    }


def test_what_goes_wrong_is_said_and_leaves_what_there_is(page, changing):
    packs = json.loads((changing.folder / "meenemen.json").read_text(encoding="utf-8"))["site"]["bestanden"]
    group = panel(page, changing)
    take, state = group.get_by_role("button"), group.locator(".mee-stand")
    for trouble, sentence in ((503, "Het ophalen is gestopt."), (404, "De site is zojuist vernieuwd.")):
        changing.trouble[packs[1]["adres"]] = trouble
        take.click()
        state.get_by_text(sentence).wait_for()
    changing.trouble.clear()
    # What a network that one must log in to answers is not what was asked for.
    (changing.folder / packs[1]["adres"]).unlink()
    (changing.folder / packs[1]["adres"]).write_text("<p>Log in</p>")
    take.click()
    state.get_by_text("De site is zojuist vernieuwd.").wait_for()
    assert len(held(page, WHOLE)) == 1


def test_a_deck_is_taken_along_by_itself_with_its_prints_and_pictures(page, host):
    panel(page, host)
    page.evaluate("StorageManager.prototype.persist = async () => (window.asked = true)")
    row = deck(page)
    [told] = re.findall(r"^(\d+,\d) MB\.$", row.locator(".mee-stand").inner_text())
    row.get_by_role("button").click()
    row.get_by_text(DONE).wait_for()
    assert page.evaluate("window.asked"), "else a browser may clear it by itself"
    files = held(page, DECKS)
    sizes = sum((host.folder / one.removeprefix(host.address)).stat().st_size for one in files)
    assert round(sizes / 1e6, 1) == float(told.replace(",", "."))
    read(page, host.address + DECK_PAGE)
    host.gone = True
    page.reload()
    last = page.locator("main img[loading=lazy]:visible").last
    last.scroll_into_view_if_needed()
    page.wait_for_function("one => one.naturalWidth > 0", arg=last.element_handle())
    whole, part = page.evaluate("""async () => {
        const address = document.querySelector("a[href$='rollen.pdf']").href;
        const whole = await (await fetch(address)).text();
        const part = await fetch(address, { headers: { range: "bytes=1-3" } });
        return [whole, [part.status, part.headers.get("content-range"), await part.text()]];
    }""")
    size = (host.folder / "kaarten/rollen.pdf").stat().st_size
    assert whole.startswith("%PDF-") and part == [206, f"bytes 1-3/{size}", "PDF"]


NEW = "Dit staat er pas sinds vandaag."


@pytest.fixture(scope="module")
def second_edition(site, tmp_path_factory):
    """A new edition: another text, and another style under another name, as content-named files have; the old one is gone."""
    host = Host(site, tmp_path_factory.mktemp("second"))
    host.close()
    [style] = (host.folder / "assets/vast").glob("stijl-*.css")
    new = style.with_name("stijl-NIEUW234.css")
    new.write_text(style.read_text(encoding="utf-8") + ".kop{border-top:7px solid red}", encoding="utf-8")
    style.unlink()
    for file in host.folder.rglob("*.html"):
        # All but those that only lead on.
        if style.name in file.read_text(encoding="utf-8"):
            host.edit(file.relative_to(host.folder).as_posix(), style.name, new.name)
    # Else files with nothing but drawings would be the same, and count as a part of the new edition that is there already.
    for file in host.folder.rglob("*.svg"):
        host.edit(file.relative_to(host.folder).as_posix(), "</svg>", "</svg>\n")
    host.edit(TERM + "index.html", "</h1>", f"</h1><p>{NEW}</p>")
    host.renew()
    return host.folder


EDITION = """() => [document.body.innerText.includes("Dit staat er pas sinds vandaag."),
    getComputedStyle(document.querySelector(".kop")).borderTopWidth === "7px"]"""
UPDATE = """async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    const before = registration.active;
    document.dispatchEvent(new Event("visibilitychange"));
    for (let i = 0; i < 200 && (registration.active === before || registration.active.state !== "activated"); i++)
        await new Promise((done) => setTimeout(done, 50));
}"""


def test_a_new_edition_is_announced_on_a_page_that_is_open_and_never_mixed(page, changing, second_edition):
    read(page, changing.address + STORY)
    read(page, changing.address + TERM)
    changing.become(second_edition)
    page.evaluate(UPDATE)
    page.get_by_text("Je leest nog de vorige versie.").wait_for()
    assert page.evaluate(EDITION) == [False, False]
    # What it loads only when it is used is no longer on the host under that name, but it is here.
    page.keyboard.press("ControlOrMeta+k")
    page.locator("#zoek-hier").fill("rugdekking")
    page.locator(".zoekvenster ol a").first.wait_for()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Laad de pagina opnieuw").click()
    page.get_by_text(NEW).wait_for()
    assert page.evaluate(EDITION) == [True, True]
    expect(page.get_by_text("vorige versie")).to_have_count(0)
    # Of the page that was not read again the earlier edition is kept, as it was.
    changing.gone = True
    page.reload()
    page.get_by_text(KEPT).wait_for()
    assert page.evaluate(EDITION) == [True, True]
    page.goto(changing.address + STORY)
    page.get_by_text(KEPT).wait_for()
    assert page.evaluate("getComputedStyle(document.querySelector('.kop')).borderTopWidth") != "7px"
    assert page.evaluate("getComputedStyle(document.querySelector('.kop')).display") == "block"


def test_a_page_that_was_not_changed_says_that_it_belongs_to_the_new_edition(page, changing):
    read(page, changing.address + STORY)
    changing.edit(TERM + "index.html", "</h1>", f"</h1><p>{NEW}</p>")
    changing.renew()
    page.reload()
    page.evaluate(UPDATE)
    page.get_by_text("Wat je op deze pagina leest, hoort bij de nieuwe versie.").wait_for()
    expect(page.get_by_role("button", name="Laad de pagina opnieuw")).to_have_count(0)


def test_a_page_whose_files_are_not_all_there_is_not_kept_half(page, changing):
    """As while a host is being renewed: the earlier copy stays."""
    read(page, changing.address + TERM)
    changing.edit(TERM + "index.html", "</h1>", f"</h1><p>{NEW}</p>")
    changing.edit(
        TERM + "index.html", "<title>", '<link rel="stylesheet" href="../../assets/vast/weg-ABCDEFGH.css"><title>'
    )
    page.reload()
    page.get_by_text(NEW).wait_for()
    read(page, changing.address + STORY)
    changing.gone = True
    page.goto(changing.address + TERM)
    page.get_by_text(KEPT).wait_for()
    assert page.evaluate(EDITION) == [False, False]


def test_a_new_edition_of_the_whole_site_comes_when_asked_and_at_once(page, changing, second_edition):
    taken(page, changing)
    earlier = set(held(page, WHOLE))
    changing.become(second_edition)
    group = panel(page, changing)
    group.get_by_text("De vorige versie staat op dit apparaat.").wait_for()
    changing.gone = True
    page.goto(changing.address + TERM)
    page.get_by_text(KEPT).wait_for()
    assert page.evaluate(EDITION) == [False, False]
    changing.gone = False
    panel(page, changing)
    group.get_by_role("button", name="Haal de nieuwe versie").click()
    group.get_by_text(DONE).wait_for()
    assert not {one for one in held(page, WHOLE) if one.endswith(".zip")} & earlier
    changing.gone = True
    for path, changed in ((TERM, True), (STORY, False)):
        page.goto(changing.address + path)
        page.get_by_text(KEPT).wait_for()
        assert page.evaluate(EDITION) == [changed, True]


def test_wiping_takes_everything_away_and_says_what(page, host):
    taken(page, host)
    page.get_by_role("button", name="Wis alles").click()
    page.get_by_text("Alles is gewist: er staat geen pagina van deze site meer op dit apparaat.").wait_for()
    assert stores(page) == [] and workers(page) == 0
    page.get_by_text("Op dit apparaat: nog niets van deze site.").wait_for()
    page.locator("[data-groep=site]").get_by_role("button", name="Neem de hele site mee").wait_for()
    page.context.set_offline(True)
    with pytest.raises(Exception, match="ERR_INTERNET_DISCONNECTED"):
        page.goto(host.address + TERM)


STUCK = """() => {
    CacheStorage.prototype.delete = async () => { throw new DOMException("the disk", "UnknownError"); };
}"""


def test_what_the_browser_holds_on_to_is_not_told_to_be_gone(page, host):
    taken(page, host)
    page.evaluate(STUCK)
    page.get_by_role("button", name="Wis alles").click()
    page.get_by_text("Niet alles is gewist: je browser hield pagina’s van deze site vast.").wait_for()
    page.get_by_text("Op dit apparaat: de hele site").wait_for()
    read(page, host.address + "reflectie/")
    page.evaluate(STUCK)
    page.get_by_role("button", name="Wis alles").click()
    page.get_by_role("dialog").get_by_role("button", name="Wis alles").click()
    page.get_by_text("Niet alles is gewist").wait_for()


def halfway(page, host) -> tuple[list[str], Callable[[], None]]:
    """Begin to take the site along, as far as the third pack; gives the paths of all packs, and what lets that one come."""
    listed = json.loads((host.folder / "meenemen.json").read_text(encoding="utf-8"))["site"]["bestanden"]
    packs = [one["adres"] for one in listed]
    waiting = []

    def hold_back(route):
        if route.request.url.endswith(packs[2]) and not waiting:
            waiting.append(route)
        else:
            route.continue_()

    page.context.route("**/*.zip", hold_back)
    panel(page, host).get_by_role("button", name="Neem de hele site mee").click()
    until(page, "async (name) => (await (await caches.open(name)).keys()).length === 2", WHOLE)
    return packs, lambda: waiting[0].continue_()


def test_wiping_stops_what_is_being_taken_and_it_is_taken_anew_once(page, host):
    packs, _ = halfway(page, host)
    page.get_by_role("button", name="Wis alles").click()
    page.get_by_text("Alles is gewist").wait_for()
    group = page.locator("[data-groep=site]")
    expect(group.get_by_role("progressbar")).to_be_hidden()
    assert stores(page) == []
    host.asked.clear()
    group.get_by_role("button", name="Neem de hele site mee").click()
    page.get_by_text("Op dit apparaat: de hele site").wait_for()
    group.get_by_text(DONE).wait_for()
    assert [one.removeprefix("/leren/") for one in host.asked if one.endswith(".zip")] == packs
    assert {one.removeprefix(host.address) for one in held(page, WHOLE)} == {*packs, "meenemen.json"}


def test_what_is_wiped_in_another_tab_is_not_told_to_be_there(page, host):
    other = page.context.new_page()
    read(other, host.address + PANEL)
    _, go_on = halfway(page, host)
    other.get_by_role("button", name="Wis alles").click()
    other.get_by_text("Alles is gewist").wait_for()
    go_on()
    page.get_by_text("Het ophalen is gestopt, want op dit apparaat is alles gewist.").wait_for()
    assert [one for one in stores(page) if one != STORE] == []


@pytest.mark.parametrize(
    "again",
    [
        "document.dispatchEvent(new Event('visibilitychange'))",
        "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))",
    ],
    ids=["in front again", "back"],
)
def test_a_page_that_one_comes_back_to_says_what_is_there_by_now(page, host, again):
    taken(page, host)
    page.evaluate("async () => { for (const name of await caches.keys()) await caches.delete(name); }")
    page.evaluate(again)
    page.get_by_text("Op dit apparaat: nog niets van deze site.").wait_for()
    expect(page.locator("[data-groep=site]").get_by_role("button", name="Neem de hele site mee")).to_be_visible()


def test_who_comes_online_again_can_take_along_without_loading_the_page_anew(page, host):
    panel(page, host)
    host.gone = True
    page.reload()
    page.get_by_text("Meenemen kan als je weer internet hebt.").wait_for()
    expect(page.locator(".mee-sets")).to_be_hidden()
    host.gone = False
    page.context.set_offline(True)
    page.context.set_offline(False)
    expect(page.get_by_role("button", name="Neem de hele site mee")).to_be_visible()
    expect(page.get_by_text("Meenemen kan als je weer internet hebt.")).to_have_count(0)
    row = deck(page)
    row.get_by_role("button").click()
    row.get_by_text(DONE).wait_for()


def wiped_here(page, host) -> None:
    read(page, host.address + PANEL)
    page.get_by_role("button", name="Wis alles").click()
    page.get_by_text("Alles is gewist").wait_for()


def wiped_by_the_reflection(page, host) -> None:
    read(page, host.address + REFLECTIE)
    do(page, "wis")
    page.locator("dialog [value=ja]").click()
    until(page, "() => caches.keys().then((all) => !all.length)")


@pytest.mark.parametrize("wipe", [wiped_here, wiped_by_the_reflection])
def test_after_wiping_beside_another_tab_what_is_read_next_is_kept_again(page, host, wipe):
    """That tab holds on to the worker, which is then taken up again as it is."""
    other = page.context.new_page()
    read(other, host.address + STORY)
    wipe(page, host)
    assert stores(page) == []
    read(page, host.address + TERM)
    assert host.address + STORY not in held(page)
    for one in ("zonder-internet.html", "zoeken/"):
        until_kept(page, host.address + one)
    other.close()
    read(page, host.address + CARD)
    host.gone = True
    page.goto(host.address + TERM)
    page.get_by_text(KEPT).wait_for()
    page.goto(host.address + STORY)
    expect(page.locator("h1")).to_have_text("Deze pagina staat niet op dit apparaat", use_inner_text=True)


def test_what_is_kept_is_told_by_title(page, host):
    read(page, host.address + TERM)
    panel(page, host)
    page.reload()
    page.get_by_text("2 pagina’s die je las.").wait_for()
    page.get_by_text("De pagina’s die je las").click()
    assert sorted(page.locator(".mee-bezocht a").all_inner_texts()) == ["Lezen zonder internet", "Maakbaarheid"]
    until_kept(page, host.address + TERM, STORE)


@pytest.mark.parametrize(
    "script",
    [
        "delete Navigator.prototype.serviceWorker",
        "Object.defineProperty(CacheStorage.prototype, 'keys', { value: () => Promise.reject(new DOMException('', 'SecurityError')) })",
    ],
    ids=["no workers", "private window"],
)
def test_where_nothing_can_be_kept_that_is_said(page, host, script):
    page.add_init_script(script)
    page.goto(host.address + PANEL)
    page.get_by_text("Je browser kan hier niets bewaren.").wait_for()
    expect(page.locator(".mee-alles")).to_be_hidden()


def test_a_full_disk_is_told_in_words(page, host):
    group = panel(page, host)
    used = page.evaluate("navigator.storage.estimate().then(({ usage }) => usage)")
    page.context.new_cdp_session(page).send(
        "Storage.overrideQuotaForOrigin", {"origin": host.address.split("/leren")[0], "quotaSize": used + 400_000}
    )
    group.get_by_role("button").click()
    group.get_by_text("Er is op dit apparaat te weinig ruimte.").wait_for()
