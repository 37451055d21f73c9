"""What others may show in a frame: it works there, takes the height it needs, tells nothing else and keeps nothing."""

import json
import re
from functools import cache
from pathlib import Path

import lxml.html
import pytest
from frames import LINE, SET, frame, school_with, script
from kinds import KINDS
from lines import EMPTY, PLACES, choose, placed, told
from playwright.sync_api import Error, expect
from reflecties import one_made
from waiting import until_told
from windows import window

from macros.knowledge.records import Spanningsveld
from tests.conftest import FOLDER, ROOT
from tests.host import host_of, serving

DOCUMENT = json.dumps(json.loads((Path(__file__).parent / "documenten" / "schema-2.json").read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def host(site):
    with serving(host_of(site, FOLDER)) as root:
        yield root.rstrip("/") + FOLDER


@pytest.fixture(scope="module")
def school():
    """The address of a school on another origin, and its pages, to fill."""
    pages = {}
    with serving(school_with(pages)) as address:
        yield address, pages


@pytest.fixture
def lesson(visit, school):
    """A function that opens a page of the school with this body."""
    address, pages = school

    def open_lesson(body: str, prepare=lambda page: None, **options):
        pages["/les"] = body
        page = visit(None, **options)
        prepare(page)
        page.goto(address + "les", wait_until="load")
        return page

    return open_lesson


def fits(page, number: int = 0) -> None:
    """Wait until the frame is exactly as high as what is in it."""
    inside = page.frames[1 + number]
    inside.wait_for_selector("h1")
    page.wait_for_function("number => document.querySelectorAll('iframe')[number].style.height !== ''", arg=number)

    def fitting() -> bool:
        given = page.locator("iframe").nth(number).bounding_box()["height"]
        needed, scrolls = inside.evaluate("""() => [Math.ceil(document.documentElement.getBoundingClientRect().height),
            document.documentElement.scrollHeight > innerHeight]""")
        return given == needed and not scrolls

    until_told(page, fitting)


def test_a_frame_takes_the_height_of_what_is_in_it(lesson, host):
    page = lesson(frame(host + LINE) + script(host))
    fits(page)
    wide = page.locator("iframe").bounding_box()["height"]
    page.set_viewport_size({"width": 320, "height": 800})
    page.wait_for_function("wide => parseInt(document.querySelector('iframe').style.height) > wide + 100", arg=wide)
    fits(page)


def test_several_frames_each_take_their_own_height(lesson, host):
    page = lesson(frame(host + SET + "#velden=2") + frame(host + LINE) + script(host) * 2)
    fits(page, 0)
    fits(page, 1)
    heights = [one.bounding_box()["height"] for one in page.locator("iframe").all()]
    assert heights[0] > heights[1] + 300


def test_a_frame_that_nobody_has_seen_yet_takes_its_height(lesson, host):
    """A browser doesn't lay out what is far below by itself; whoever scrolls there must not see the page jump."""
    page = lesson(script(host) + '<div style="height: 20000px"></div>' + frame(host + LINE))
    fits(page)


def test_a_script_that_comes_after_the_frame_asks_for_the_height(lesson, host):
    page = lesson(frame(host + LINE))
    page.frames[1].wait_for_selector(".weg", state="attached")
    assert page.locator("iframe").bounding_box()["height"] == 500
    page.evaluate(
        "src => document.body.append(Object.assign(document.createElement('script'), { src }))",
        host + "assets/js/insluiten-hoogte.js",
    )
    fits(page)


def test_without_the_script_the_height_stays_and_the_frame_scrolls(lesson, host):
    page = lesson(frame(host + LINE))
    inside = page.frames[1]
    inside.wait_for_selector("h1")
    assert page.locator("iframe").bounding_box()["height"] == 500
    assert inside.evaluate("document.documentElement.scrollHeight > innerHeight")
    inside.locator(".herkomst a").scroll_into_view_if_needed()
    expect(inside.locator(".herkomst a")).to_be_visible()


HEARD = "addEventListener('message', ({ data, origin }) => (window.heard ??= []).push([origin, data]))"


def test_only_the_height_is_told(lesson, host):
    page = lesson(frame(host + LINE), prepare=lambda page: page.add_init_script(HEARD))
    inside = page.frames[1]
    page.wait_for_function("window.heard")
    for rail in inside.locator(".rail").all():
        rail.click(position={"x": 40, "y": 20})
    inside.get_by_role("button", name="Wis mijn plek").first.click()
    page.set_viewport_size({"width": 400, "height": 800})
    page.wait_for_function("heard.length > 1")
    heard = page.evaluate("heard")
    assert {origin + FOLDER for origin, _ in heard} == {host}
    assert {(*data, data["subject"], data["van"], type(data["height"])) for _, data in heard} == {
        ("subject", "height", "van", "lti.frameResize", "samen-leren-balanceren", int)
    }


def heights(page) -> list[str]:
    """The heights that were set, after what was sent has been heard."""
    page.evaluate("() => new Promise((done) => setTimeout(done, 50))")
    return page.locator("iframe").evaluate_all("frames => frames.map((frame) => frame.style.height)")


def test_a_height_from_somebody_else_is_not_taken(lesson, host, school):
    address, pages = school
    pages["/ander"] = "<p>Een ander</p>"
    # A third site: localhost is not 127.0.0.1.
    page = lesson(frame(host + LINE) + frame(address.replace("127.0.0.1", "localhost") + "ander") + script(host))
    fits(page)
    before = heights(page)
    assert before[1] == ""
    page.evaluate("postMessage({ subject: 'lti.frameResize', height: 4321 }, '*')")
    page.frames[2].evaluate("parent.postMessage({ subject: 'lti.frameResize', height: 4321 }, '*')")
    assert heights(page) == before


NONSENSE = ("-5", "0", "NaN", "Infinity", "1e9", "'a'", "null", "{}", "[]", "'900px; color: red'")


def test_a_height_that_makes_no_sense_is_not_taken(lesson, host):
    page = lesson(frame(host + LINE) + script(host))
    fits(page)
    before = page.locator("iframe").get_attribute("style")
    for message in (
        *(f"{{ subject: 'lti.frameResize', height: {height} }}" for height in NONSENSE),
        "null",
        "'lti.frameResize'",
        "{ subject: 'iets anders', height: 900 }",
    ):
        page.frames[1].evaluate(f"parent.postMessage({message}, '*')")
    heights(page)
    assert page.locator("iframe").get_attribute("style") == before
    page.frames[1].evaluate("parent.postMessage({ subject: 'lti.frameResize', height: 777.2 }, '*')")
    # The control: a height that does make sense.
    page.wait_for_function("document.querySelector('iframe').style.height === '778px'")


# A page of each kind, as an LMS shows what a teacher links to

REFUSING = ["reflectie/", "reflectie/team/"]
FRAMABLE = {name: path for name, path in KINDS.items() if path not in REFUSING and not path.endswith(".html")}


def framed_pages(lesson, host, paths) -> tuple[list[bool], list[str]]:
    """Whether each of `paths` is shown in a frame, and what Chromium says of those that are not."""
    said = []
    page = lesson(
        "".join(frame(host + path) for path in paths),
        prepare=lambda page: page.on("console", lambda message: said.append(message.text)),
    )
    page.wait_for_load_state("networkidle")
    shown = [one.url.startswith(host) and one.locator("h1").count() == 1 for one in page.frames[1:]]
    return shown, [text for text in said if "frame-ancestors" in text]


def test_only_what_keeps_something_refuses_to_be_framed(lesson, host):
    paths = ["", "spanningsvelden/doorgaan-of-vertragen/", LINE, "reflectie/delen/", *REFUSING]
    shown, refused = framed_pages(lesson, host, paths)
    assert shown == [True] * 4 + [False] * 2
    assert len(refused) == 2


def test_what_refuses_follows_from_the_header(lesson, site):
    """The controls: the header that there was for all leaves a frame empty, and without its rule the reflection would be shown."""
    right = (site / "_headers").read_text(encoding="utf-8")
    for headers, path, expected in (
        (right.replace("default-src", "frame-ancestors 'self'; default-src"), "over/", [False]),
        (right.replace(f"{FOLDER}reflectie/\n", f"{FOLDER}elders/\n"), "reflectie/", [True]),
    ):
        assert headers != right
        with serving(host_of(site, FOLDER, headers)) as root:
            assert framed_pages(lesson, root.rstrip("/") + FOLDER, [path])[0] == expected, path


@pytest.fixture(scope="module")
def narrow(browser):
    with window(browser, 320) as page:
        yield page


@pytest.mark.parametrize("path", FRAMABLE.values(), ids=FRAMABLE)
def test_in_a_frame_a_page_is_itself_and_one_line_leads_to_the_site(narrow, school, host, path):
    address, pages = school
    pages["/les"] = frame(host + path)
    narrow.goto(address + "les")
    inside = narrow.frames[1]
    inside.wait_for_load_state()
    expect(inside.locator("h1")).to_be_visible()
    around = ".kop, .voet, .spring, .kruimels, .afdeling, .buren, .buurt, [rel=prev], [rel=next]"
    expect(inside.locator(around).filter(visible=True)).to_have_count(0)
    out = inside.locator("a", has_text="op de site").filter(visible=True)
    assert (out.count(), out.get_attribute("target"), out.get_attribute("rel")) == (1, "_blank", "noopener")
    assert inside.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_outside_a_frame_that_line_is_not_there(visit):
    page = visit("over/")
    expect(page.locator(".kop")).to_be_visible()
    expect(page.locator(".in-kader")).to_be_hidden()


def test_from_a_framed_page_links_stay_in_the_frame_unless_it_may_not_show_them(lesson, host):
    page = lesson(frame(host + "spanningsvelden/doorgaan-of-vertragen/#sv4-v6"))
    inside = page.frames[1]
    out = inside.locator(".op-de-site")
    until_told(page, lambda: out.evaluate("one => one.hash") == "#sv4-v6")
    with page.expect_popup() as opened:
        inside.locator("main").evaluate(
            "(main, to) => { const a = document.createElement('a'); a.href = to; main.append(a); a.click() }",
            host + "reflectie/",
        )
    there = opened.value
    there.wait_for_load_state()
    assert there.url == host + "reflectie/" and there.evaluate("opener") is None
    inside.locator(".bronblok a[href*='wat-staat-waar']").first.click()
    inside.wait_for_url(lambda url: url.startswith(host) and "doorgaan-of-vertragen" not in url)
    expect(inside.locator("h1")).to_be_visible()
    expect(inside.locator(".kop")).to_be_hidden()


NO_STORAGE = """for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"])
    Object.defineProperty(window, name, { get() { throw new DOMException("Access is denied", "SecurityError") } })"""


@pytest.mark.parametrize(
    "path", ["spanningsvelden/doorgaan-of-vertragen/", "lessen/van-plek-wisselen/student/", "kaarten/"]
)
def test_without_storage_a_framed_page_works_and_nothing_fails(lesson, host, path):
    failed = []

    def prepare(page):
        page.add_init_script(NO_STORAGE)
        page.on("pageerror", lambda error: failed.append(str(error)))

    inside = lesson(frame(host + path), prepare=prepare).frames[1]
    inside.wait_for_load_state("networkidle")
    with pytest.raises(Error, match="denied"):
        inside.evaluate("localStorage")
    assert failed == []
    expect(inside.locator("h1")).to_be_visible()
    expect(inside.locator(".kop")).to_be_hidden()


# Sets whatever height it is told, as Canvas does, without asking who tells.
OBEYING = """<script>addEventListener("message", ({ data, source }) => {
    if (data?.subject !== "lti.frameResize") return;
    for (const frame of document.querySelectorAll("iframe"))
        if (frame.contentWindow === source) frame.style.height = `${data.height}px`;
})</script>"""


def on_screen(page, id: str) -> bool:
    """Whether the top of element `id` in the frame is where who looks at the page around it sees it."""
    around = page.locator("iframe").first.bounding_box()
    top = page.frames[1].evaluate("id => document.getElementById(id).getBoundingClientRect().top", id)
    return 0 <= top < around["height"] and 0 <= around["y"] + top < page.viewport_size["height"]


@pytest.mark.parametrize("around", [OBEYING, ""], ids=["obeying", "fixed"])
def test_a_link_to_a_place_shows_it_in_a_frame_whether_the_page_around_takes_heights_or_not(lesson, host, around):
    """A page in a frame as high as itself can't scroll, so it tells no height; the line beside it does, which is the control."""
    page = lesson(around + frame(host + "spanningsvelden/doorgaan-of-vertragen/#sv4-v3") + frame(host + LINE))
    inside = page.frames[1]
    inside.locator("#sv4-v3").wait_for()
    if around:
        page.wait_for_function("() => document.querySelectorAll('iframe')[1].style.height")
    page.evaluate("frame => frame.contentWindow.postMessage({ vraag: 'hoogte' }, '*')", page.query_selector("iframe"))
    until_told(page, lambda: on_screen(page, "sv4-v3"))
    inside.evaluate("""() => document.querySelector("main").prepend(
        Object.assign(document.createElement("a"), { href: "#hierna-bron", textContent: "Naar de bron" }))""")
    inside.get_by_role("link", name="Naar de bron").click()
    until_told(page, lambda: on_screen(page, "hierna-bron"))
    assert page.locator("iframe").first.bounding_box()["height"] == 500


def test_the_way_to_the_site_leads_to_what_one_has_chosen_by_then(lesson, host):
    page = lesson(frame(host + "begeleiden/draaiboek/#b1=_wk1-vl4.15"))
    inside = page.frames[1]
    inside.get_by_role("button", name="Pauze", exact=True).first.click()
    inside.wait_for_function("() => location.hash.includes('pauze')")
    with page.expect_popup() as opened:
        inside.locator(".op-de-site").click()
    assert opened.value.url == inside.url and "pauze" in opened.value.url
    inside.evaluate("history.replaceState(null, '', '#b1=_wk1-vl4.20')")
    inside.locator(".op-de-site").click(button="right")
    assert inside.locator(".op-de-site").evaluate("one => one.href") == inside.url


def test_a_plan_opens_in_a_tab_of_its_own_and_a_place_on_its_page_does_not(lesson, host):
    """In a frame its group screen, in another window, would hear nothing, and nobody sees the link that holds it."""
    page = lesson(frame(host + "werkkaarten/facilitator/"))
    inside = page.frames[1]
    with page.expect_popup() as opened:
        inside.locator("a[href*='begeleiden/draaiboek/#']").filter(visible=True).first.click()
    assert opened.value.url.startswith(host + "begeleiden/draaiboek/#b1=")
    assert inside.url == host + "werkkaarten/facilitator/"
    page.frames[1].goto(host + "begeleiden/draaiboek/")
    inside = page.frames[1]
    inside.locator("draai-boek .plan-kop").first.wait_for()
    inside.evaluate("""() => document.querySelector("main").prepend(
        Object.assign(document.createElement("a"), { href: "#inhoud", textContent: "Naar boven" }))""")
    inside.get_by_role("link", name="Naar boven").click()
    inside.wait_for_url("**#inhoud")


def test_what_keeps_something_or_uses_the_camera_refuses(site):
    """A page beside those two that would keep something must refuse as well, or its script must not be there."""
    scripts = ROOT / "overrides" / "assets" / "js"
    keeping = {scripts / "reflectie" / "kept" / "storage.js", scripts / "team" / "begeleider" / "scan.js"}
    found = {
        one for one in scripts.rglob("*.js") if re.search(r"\b(localStorage|indexedDB|getUserMedia)\b", one.read_text())
    }
    # Light or dark, and which cards one wants to print, say nothing of anybody.
    assert found == {*keeping, scripts / "theme.js", scripts / "kaarten" / "mijn.js"}
    for file in site.rglob("*.html"):
        tree, path = lxml.html.parse(file), file.relative_to(site).as_posix().removesuffix("index.html")
        entries = {re.sub(r"-\w{8}\.js$", ".js", Path(one).name) for one in tree.xpath("//script/@src")}
        reached = {one for entry in entries - {"theme.js"} for one in imported(scripts / entry)}
        sends = [form for form in tree.xpath("//form[@action]") if form.get("role") != "search"]
        assert bool(keeping & reached or sends) == (path in REFUSING), path


@cache
def imported(script: Path) -> frozenset[Path]:
    """A script and all that it imports, at once or later."""
    found, queue = set(), [script]
    while queue:
        one = queue.pop()
        if one not in found and one.exists():
            found.add(one)
            queue += [
                (one.parent / name).resolve() for name in re.findall(r"""["'](\.[^"']+\.js)["']""", one.read_text())
            ]
    return frozenset(found)


def test_the_line_works_in_a_frame_and_keeps_nothing(lesson, host):
    page = lesson(frame(host + LINE) + script(host))
    inside = page.frames[1]
    fits(page)
    rail = inside.locator(".rail").nth(1)
    rail.click(position={"x": rail.bounding_box()["width"] * 7.5 / 11, "y": 20})
    assert told(inside)[1] == f"Jouw plek: {PLACES[7]}"
    page.keyboard.press("ArrowRight")
    # Enter in a form would send it.
    page.keyboard.press("Enter")
    assert placed(inside) == [None, 8, None]
    assert inside.evaluate("""async () => [Object.keys(localStorage), Object.keys(sessionStorage), document.cookie, await caches.keys(),
        (await indexedDB.databases()).length, (await navigator.serviceWorker.getRegistrations()).length]""") == [
        [],
        [],
        "",
        [],
        0,
        0,
    ]
    page.reload()
    expect(page.frames[1].locator("fieldset.plek output")).to_have_text([EMPTY] * 3)


def test_the_way_onward_opens_a_tab_in_which_everything_works(lesson, host):
    page = lesson(frame(host + SET + "#velden=4&vragen=sv4-v6"))
    inside = page.frames[1]
    link = inside.locator(".herkomst a")
    assert (link.get_attribute("target"), link.get_attribute("rel")) == ("_blank", "noopener")
    with page.expect_popup() as opened:
        link.click()
    there = opened.value
    there.wait_for_load_state()
    assert there.url == host + "reflectie/#velden=4&vragen=sv4-v6"
    assert there.evaluate("opener") is None
    # Within the sandbox of the frame a form does nothing.
    there.get_by_role("button", name="Begin", exact=True).click()
    expect(there.locator(".veld:visible h2")).to_have_text("Doorgaan of vertragen", use_inner_text=True)


# Choosing


def seen(page) -> dict[str, list[str]]:
    """The fields in sight, each with the questions in sight."""
    return page.evaluate("""() => Object.fromEntries([...document.querySelectorAll("[data-veld]")].filter((one) => one.checkVisibility())
        .map((one) => [one.dataset.veld, [...one.querySelectorAll("[data-vraag]")].filter((each) => each.checkVisibility())
            .map((each) => each.dataset.vraag)]))""")


def questions(bank, id: str, all: bool = True) -> list[str]:
    field = bank.places[id].page.record
    return [one.id for one in field.vragen if all or one.gericht_op != "bestuurders"]


@pytest.fixture
def chosen(desk, address):
    def go(fragment: str = "") -> dict[str, list[str]]:
        desk.goto("about:blank")
        desk.goto(address + SET + fragment)
        return seen(desk)

    return go


def test_without_a_choice_everything_is_there(chosen, bank, desk):
    everything = {field.id: questions(bank, field.id) for field in bank.of_kind(Spanningsveld)}
    assert chosen() == chosen("#inhoud") == everything
    expect(desk.locator(".rail:visible")).to_have_count(18)
    assert "voor bestuurders" in desk.locator(".merkje:visible").all_inner_texts()


def test_a_link_chooses_fields_and_questions(chosen, bank, desk):
    assert chosen("#velden=2,4") == {id: questions(bank, id, all=False) for id in ("sv2", "sv4")}
    assert desk.locator(".herkomst a").get_attribute("href").endswith("reflectie/#velden=2,4")
    assert chosen("#velden=2,4&vragen=sv2-v1,sv4-v6") == {"sv2": ["sv2-v1"], "sv4": ["sv4-v6"]}
    assert chosen("#velden=5&vragen=sv2-v1") == {"sv2": ["sv2-v1"], "sv5": []}
    expect(desk.locator("[data-veld=sv5] .rail:visible")).to_have_count(3)
    asked = next(one.id for one in bank.places["sv1"].page.record.vragen if one.gericht_op == "bestuurders")
    assert asked not in chosen("#velden=1")["sv1"]
    assert chosen(f"#vragen={asked}") == {"sv1": [asked]}


def test_another_link_on_the_same_page_chooses_anew(chosen, desk):
    chosen("#velden=2")
    choose(desk, 3)
    desk.evaluate("location.hash = 'velden=4&vragen=sv4-v1'")
    desk.wait_for_function("document.querySelector('[data-veld=sv2]').hidden")
    assert seen(desk) == {"sv4": ["sv4-v1"]}


@pytest.mark.parametrize(
    "fragment, left",
    [("#velden=9", None), ("#velden=2,x", ["sv2"]), ("#vragen=<img src=x>", None), ("#velden=4&toon=1", ["sv4"])],
)
def test_what_is_not_known_is_told_in_one_sentence(chosen, desk, fragment, left):
    found = chosen(fragment)
    assert list(found) == (left or [f"sv{n}" for n in range(1, 7)])
    sentence = desk.locator(".keuze-melding").inner_text()
    assert re.fullmatch(r"In de link staat iets wat hier niet bestaat .+\.", sentence) and "\n" not in sentence
    expect(desk.locator(".keuze-melding img")).to_have_count(0)


def test_without_script_everything_is_there_and_works(visit, bank):
    page = visit(SET + "#velden=2", java_script_enabled=False)
    expect(page.locator(".rail:visible")).to_have_count(18)
    expect(page.locator(".vraag:visible")).to_have_count(43)
    page.locator(".rail label").nth(3).click()
    expect(page.locator(".rail input:checked")).to_have_count(1)
    expect(page.locator(".herkomst a:visible")).to_have_count(1)


# A sandbox that lets scripts run and nothing else, so that the page in it is of no origin

STRICT = "allow-scripts"


@pytest.mark.parametrize("path", [LINE, SET + "#velden=4"])
def test_in_the_strictest_sandbox_the_line_works_and_the_frame_takes_its_height(lesson, host, path):
    page = lesson(frame(host + path, sandbox=STRICT) + script(host))
    inside = page.frames[1]
    fits(page)
    rail = inside.locator(".rail:visible").nth(1)
    rail.click(position={"x": rail.bounding_box()["width"] * 7.5 / 11, "y": 20})
    assert inside.locator("output:visible").nth(1).inner_text() == f"Jouw plek: {PLACES[7]}"


def test_in_the_strictest_sandbox_the_chosen_fields_are_shown(lesson, host):
    page = lesson(frame(host + SET + "#velden=2,4&vragen=sv2-v1,x", sandbox=STRICT))
    inside = page.frames[1]
    inside.locator("[data-veld=sv1]").wait_for(state="hidden")
    assert seen(inside) == {"sv2": ["sv2-v1"], "sv4": []}
    assert "In de link staat iets wat hier niet bestaat" in inside.locator(".keuze-melding").inner_text()


def test_a_page_for_frames_loads_one_script_that_needs_no_origin(site):
    for file in sorted((site / "insluiten").rglob("*.html")):
        scripts = lxml.html.parse(file).findall(".//script[@src]")
        assert [one.get("type") for one in scripts] == [None]
        code = (file.parent / scripts[0].get("src")).resolve().read_text(encoding="utf-8")
        assert re.search(r"\bimport\b", code) is None


@pytest.mark.parametrize("fragment", ["#inhoud", "#sv4-v1"])
def test_the_name_of_a_place_takes_nothing_of_the_choice_away(chosen, desk, fragment):
    before = chosen("#velden=4")
    desk.evaluate("fragment => { location.hash = fragment; }", fragment)
    desk.evaluate("new Promise((done) => setTimeout(done, 50))")
    assert seen(desk) == before
    desk.evaluate("location.hash = ''")
    desk.wait_for_function("!document.querySelector('[data-veld=sv1]').hidden")


# Where a host sends no headers, any page may show ours in a frame and put its own over it


@pytest.fixture
def covered(lesson, address):
    """The reflection in a frame of another page, in a browser that has kept a reflection before."""
    page = lesson(frame(address + "over/", sandbox="allow-scripts allow-same-origin allow-forms allow-modals"))
    kept = {"zelfreflectie:/leren/": DOCUMENT}
    page.frames[1].evaluate(
        "all => { for (const [key, value] of Object.entries(all)) localStorage.setItem(key, value) }", kept
    )
    page.frames[1].goto(address + "reflectie/")
    inside = page.frames[1]
    inside.locator("zelf-reflectie[data-scherm=start]").wait_for()
    return inside, kept


def test_in_a_frame_nothing_can_be_wiped_or_kept(covered):
    inside, kept = covered
    expect(inside.locator("[data-doe=wis], .bewaar-aan")).to_have_count(0)
    told = inside.get_by_text("Deze pagina staat ingesloten in een andere. Bewaren en wissen kan hier niet.")
    expect(told).to_be_visible()
    link = told.locator("a")
    assert (link.get_attribute("target"), link.get_attribute("rel")) == ("_blank", "noopener")
    assert link.evaluate("one => one.href") == inside.url
    assert inside.evaluate("({...localStorage})") == kept


def test_in_a_frame_what_was_kept_is_not_shown_and_not_written_over(covered):
    inside, kept = covered
    expect(inside.locator(".eerder li")).to_have_count(0)
    one_made(inside)
    expect(inside.locator(".eerder li")).to_have_count(1)
    inside.get_by_role("button", name="Wis : de reflectie").click()
    inside.locator("dialog [value=ja]").click()
    inside.locator(".eerder li").wait_for(state="detached")
    assert inside.evaluate("({...localStorage})") == kept


def test_in_a_frame_no_session_begins_and_a_link_to_one_stays_whole(lesson, address):
    """Where no header forbids the frame, as on this host."""
    page = lesson(frame(address + "reflectie/team/#sessie=35C1F"))
    told = page.frames[1].get_by_text("Deze pagina staat ingesloten in een andere, en daar begint Samen kijken niet.")
    expect(told).to_be_visible()
    expect(page.frames[1].locator("team-sessie :is(form, button)").filter(visible=True)).to_have_count(0)
    with page.expect_popup() as opened:
        told.get_by_role("link").click()
    alone = opened.value
    expect(alone.locator("[data-stap]").filter(visible=True).locator("h2").first).to_be_visible()
    assert alone.url == address + "reflectie/team/#sessie=35C1F"
    expect(alone.get_by_text("Deze pagina staat ingesloten")).to_have_count(0)


# How it looks


@pytest.mark.parametrize("path", [LINE, SET])
def test_nothing_of_the_site_around_it_is_there(desk, address, path):
    desk.goto(address + path)
    expect(desk.locator("nav, .kop, .voet, dialog, .spring, [role=search], .thema-knop")).to_have_count(0)
    assert desk.locator("main").count() == desk.locator("h1").count() == 1
    assert [link.get_attribute("target") for link in desk.locator("a").all()] == ["_blank"]


def test_light_or_dark_is_the_system_s_whatever_was_chosen_on_the_site(visit, address):
    page = visit(LINE, color_scheme="light")
    page.evaluate("localStorage.setItem('thema:/leren/', 'donker')")
    seen = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.goto(address + LINE)
        seen.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert seen == ["rgb(250, 246, 238)", "rgb(20, 25, 27)"]


def test_forced_colours_leave_the_line_and_its_marker(visit):
    page = visit(LINE, forced_colors="active")
    choose(page, 4)
    assert page.evaluate("""() => {
        const colour = (value) => { const probe = document.body.appendChild(document.createElement("i")); probe.style.color = value;
            const found = getComputedStyle(probe).color; probe.remove(); return found; };
        const rail = getComputedStyle(document.querySelector(".rail"), "::before").backgroundColor;
        const marker = getComputedStyle(document.querySelector(".rail input:checked")).borderTopColor;
        return [rail === colour("CanvasText"), marker === colour("CanvasText")];
    }""") == [True, True]
