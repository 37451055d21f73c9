"""The essentials in Firefox and WebKit: the line, a whole reflection, the codes of a team, own cards, frames, offline, and no script."""

import base64
import os
import re
import socket
from contextlib import suppress
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pypdfium2
import pytest
import webdriver
from frames import LINE as FRAMED
from frames import frame, script
from leading import PAGE as LEADING
from leading import TWO_HOURS
from lines import EMPTY, LINE, PLACES
from webdriver import BROWSERS, missing

from tests.conftest import ROOT
from tests.programs import free_port

# Before the page's own policy, so that it hears what that refuses.
LISTENER = """<script>window.wrong = [];
addEventListener("error", (event) => wrong.push(`error: ${event.message ?? event.target.src ?? event.target.href}`), true);
addEventListener("unhandledrejection", (event) => wrong.push(`rejection: ${event.reason}`));
document.addEventListener("securitypolicyviolation", (event) => wrong.push(`refused: ${event.effectiveDirective}`));
for (const kind of ["error", "warn"]) {
  const own = console[kind];
  console[kind] = (...words) => { wrong.push(`${kind}: ${words.join(" ")}`); own.apply(console, words); };
}
// What the driver runs is not the page's own doing, so the page goes wrong by itself when it is told to.
addEventListener("spoil", () => {
  console.error("mis");
  setTimeout(() => { throw new Error("gegooid"); });
  Promise.reject(new Error("geweigerd"));
});</script>"""


class Host:
    """The site from a server that can go away and come back, with a listener in every page."""

    def __init__(self, site) -> None:
        class Handler(SimpleHTTPRequestHandler):
            def __init__(self, *args):
                super().__init__(*args, directory=str(site))

            def translate_path(self, path):
                # Beside the site its modules as written, for what is asked of one of them alone.
                own = str(ROOT / "overrides" / "assets")
                return (
                    own + path.removeprefix("/bron").split("?")[0]
                    if path.startswith("/bron/")
                    else super().translate_path(path)
                )

            def setup(self):
                super().setup()
                host.connections.append(self.connection)

            def do_GET(self):
                path = self.path.split("?")[0]
                file = site / path.lstrip("/") / "index.html" if path.endswith("/") else None
                if path == "/les" or file and file.is_file():
                    page = host.lesson if path == "/les" else file.read_text(encoding="utf-8")
                    body = page.replace('<meta charset="utf-8">', f'<meta charset="utf-8">{LISTENER}', 1).encode()
                    self.send_response(200)
                    self.send_header("Content-Type", "text/html; charset=utf-8")
                    self.send_header("Content-Length", str(len(body)))
                    self.end_headers()
                    self.wfile.write(body)
                else:
                    super().do_GET()

            def log_message(self, *args):
                pass

        host, self._handler, self.lesson, self.connections = self, Handler, "", []
        self._port = free_port()
        self.address = f"http://127.0.0.1:{self._port}/"
        self.start()

    def start(self) -> None:
        self._server = ThreadingHTTPServer(("127.0.0.1", self._port), self._handler)
        Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        # Firefox opens connections in advance, which would go on being answered.
        while self.connections:
            with suppress(OSError):
                self.connections.pop().shutdown(socket.SHUT_RDWR)


@pytest.fixture(scope="module")
def host(site):
    running = Host(site)
    yield running
    running.stop()


@pytest.fixture(scope="module", params=BROWSERS)
def engine(request, tmp_path_factory):
    """The name of a browser and a function that starts it in a folder of its own."""
    absent = missing(request.param)
    if absent and os.geteuid():
        pytest.skip(f"{', '.join(absent)} is not installed, and only root may install it")
    assert absent == [], "tests/setup.sh installs these"
    return lambda **options: BROWSERS[request.param](tmp_path_factory.mktemp(request.param), **options)


@pytest.fixture(scope="module")
def running(engine):
    with engine() as page:
        yield page


@pytest.fixture
def page(running, host):
    """The open page; afterwards nothing may have gone wrong on it."""
    yield running
    assert running.js("window.wrong") == []


TOLD = "[...document.querySelectorAll('fieldset.plek output')].filter((one) => one.checkVisibility()).map((one) => one.textContent)"


def test_a_line(page, host):
    page.go(host.address + LINE)
    page.expect(TOLD, [EMPTY] * 3)
    # WebKit's driver has no fingers and takes the mouse.
    page.press(".rail", 7.5 / 11, pointer="touch")
    page.expect(TOLD, [f"Jouw plek: {PLACES[7]}", EMPTY, EMPTY])
    page.type("Right", "Right", "Left")
    page.expect(f"{TOLD}[0]", f"Jouw plek: {PLACES[8]}")
    page.expect("getComputedStyle(document.querySelector('.rail input:checked')).borderTopStyle", "solid")
    page.press(".rail-driehoek", 1.5 / 11, to=5.5 / 11)
    page.expect(f"{TOLD}[1]", "Jouw plek: precies ertussen")
    page.press(".weg")
    page.expect(TOLD, [EMPTY, "Jouw plek: precies ertussen", EMPTY])
    page.expect("[document.activeElement.name, document.activeElement.checked]", ["sv4-natuur", False])
    page.type("Space")
    page.expect(f"{TOLD}[0]", f"Jouw plek: {PLACES[0]}")
    page.until("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("name, columns", [("drie-ordes", 3), ("kwadranten", 2)])
def test_a_stacked_table_is_still_a_table(name, columns, page, host):
    page.resize(500)
    page.go(f"{host.address}modellen/{name}/")
    assert page.js("getComputedStyle(document.querySelector('.model table')).display") == "block"
    assert page.roles(".model table") == ["table"]
    assert page.roles(".model thead th:not(:first-child)") == ["columnheader"] * columns
    row = ["row", "rowheader", *["cell"] * columns]
    assert page.roles(".model tbody :is(tr, th, td)") == row * page.js("document.querySelectorAll('tbody tr').length")
    page.resize(1200)


def test_a_reflection_from_beginning_to_end(page, host):
    page.go(host.address + "reflectie/")
    page.js("localStorage.clear()")
    page.go(host.address + "reflectie/#velden=4&vragen=sv4-v6")
    page.expect("[...document.querySelectorAll('[name=velden]:checked')].map((one) => one.value)", ["sv4"])
    page.press(".keuze [type=submit]")
    page.press(".veld[data-veld=sv4] .rail", 2.5 / 11)
    page.press("[data-doe=volgende]")
    page.press("textarea")
    page.type(*"Ik wacht.")
    page.press("[data-doe=volgende]")
    page.expect("document.querySelector('.zinnen').textContent", f"Van nature: {PLACES[2]}.")
    page.expect("document.querySelector('.notitie p').textContent", "Ik wacht.")
    page.expect("Object.keys(localStorage)", [])
    page.press(".bewaar-aan")
    page.until("Object.values(localStorage).some((kept) => kept.includes('Ik wacht.'))")
    page.go(host.address + "reflectie/")
    page.until("document.querySelectorAll('.eerder li').length === 1")
    page.press("[data-doe=bekijk]")
    page.expect("document.querySelector('.notitie p').textContent", "Ik wacht.")
    page.press(".overzicht-scherm [data-doe=start]")
    page.press("[data-doe=wis]")
    page.press("dialog[open] [value=ja]")
    page.until("localStorage.length === 0 && !document.querySelector('.eerder li')")


ROWS = "[...document.querySelectorAll('.plan-rij .plan-titel')].map((one) => one.textContent)"


def test_a_meeting_is_planned(page, host):
    page.go(f"{host.address}begeleiden/draaiboek/#b1=0930_wk3.75.45~pauze.15&groep=8")
    page.expect(ROWS, ["Een tijdlijn maken", "Pauze"])
    page.press("[data-zet=ruimte]")
    page.expect("document.querySelector('.plan-som').textContent", "Samen 1 uur en 40 minuten, van 09:30 tot 11:10.")
    page.press(".plan-rij:nth-of-type(2) [data-stap=eerder]")
    page.expect(ROWS, ["Pauze", "Een tijdlijn maken", "Ruimte voor wat uitloopt"])
    page.expect("document.activeElement.getAttribute('aria-label')", "Eerder: Pauze")
    page.expect("location.hash", "#b1=0930_pauze.15~wk3.75.45~ruimte.10&groep=8")
    page.press("[data-doe=undo]")
    page.expect(ROWS, ["Een tijdlijn maken", "Pauze", "Ruimte voor wat uitloopt"])
    assert page.later("""const { instant } = await import("/bron/js/draaiboek/uit/agenda.js");
        return ["2027-03-26", "2027-03-29"].map((day) => new Date(instant(day, 570)).toISOString())""") == [
        "2027-03-26T08:30:00.000Z",
        "2027-03-29T07:30:00.000Z",
    ]


def test_a_file_with_a_password(page, host):
    page.go(host.address + "reflectie/")
    assert page.later("""const { encrypt, decrypt } = await import("/bron/js/reflectie/kept/encryption.js");
        const closed = await encrypt("Ik wacht.", "geheim");
        const wrong = await decrypt(closed, "gehiem").then(() => "opened", () => "refused");
        return [wrong, await decrypt(closed, "geheim")]""") == ["refused", "Ik wacht."]


def test_the_codes_of_a_team(page, host):
    page.go(host.address + "reflectie/team/")
    assert (
        page.later("""const code = await import("/bron/js/team/code.js");
        let seed = 7, taken = 0;
        const below = (end) => (seed = (seed * 48271) % 2147483647) % end;
        for (let i = 0; i < 300; i++) {
            const session = code.newSession([1 + below(6)], below(2 ** 31)), asked = code.linesOf(session);
            const one = { consent: Boolean(below(2)), session, nonce: below(2 ** 31) % code.noncesOf(session),
                places: Array.from({ length: code.LINES }, (_, line) => asked.includes(line) ? below(code.PLACES) : code.NONE) };
            const text = code.encode(one), at = below(21);
            if (JSON.stringify(code.decode(code.grouped(text).toLowerCase()).sent) !== JSON.stringify(one)) return one;
            if (!code.decode(text.slice(0, at) + (text[at] === "Z" ? "Y" : "Z") + text.slice(at + 1)).fault) taken++;
        }
        return taken""")
        == 0
    )


def test_a_card_that_somebody_wrote_is_printed(page, host):
    page.go(
        host.address
        + "kaarten/zelf-kiezen/#uitleg=0&kaarten=zelf-1&zelf-1=emoties:%C5%9Eahin+wacht&achter-1=Wie+ziet+dat%3F"
    )
    page.expect("document.querySelector('.kies-tel').textContent", "1 kaart gekozen, 1 vel")
    page.later("""document.querySelector('.kies-zelf').open = true;
        const own = URL.createObjectURL;
        URL.createObjectURL = (blob) => {
            blob.arrayBuffer().then((made) => {
                window.made = btoa(Array.from(new Uint8Array(made), (one) => String.fromCharCode(one)).join(""));
            });
            return own.call(URL, blob);
        };
        document.querySelector("[data-doe=pdf]").click();""")
    page.until("window.made")
    made = pypdfium2.PdfDocument(base64.b64decode(page.js("window.made")))
    front, back = (one.get_textpage().get_text_range() for one in made)
    assert "Şahin wacht" in front and "Wie ziet dat?" in back
    page.expect(
        "[...document.querySelectorAll('.kies-zelf-lijst .naam')].map((one) => one.textContent)", ["Şahin wacht"]
    )


def test_a_meeting_is_led_and_goes_on_after_a_reload(page, host):
    title = "document.querySelector('.loop [data-titel]').textContent"
    page.go(host.address + LEADING + TWO_HOURS)
    page.press("[data-doe=begin]")
    page.press(".loop-duim [data-doe=verder]")
    page.expect(title, "Een tijdlijn maken")
    page.reload()
    page.until("!document.querySelector('[data-stap=loopt]').hidden")
    page.expect(title, "Een tijdlijn maken")
    page.press("[data-doe=stop]")
    page.until("document.querySelector('[data-einde]').textContent.startsWith('Gestopt om')")
    page.expect("[localStorage.length, sessionStorage.length]", [0, 0])


def test_the_big_screen_stands_on_the_page_that_takes_the_whole_screen(page, host):
    page.go(f"{host.address}begeleiden/groep/")
    page.js("addEventListener('fullscreenerror', () => document.documentElement.toggleAttribute('data-geweigerd'))")
    page.press("[data-doe=vol]")
    # Firefox gives it to the window in front alone.
    page.until("document.fullscreenElement || document.querySelector('[data-geweigerd]')")
    page.until("document.elementFromPoint(innerWidth / 2, innerHeight / 2).closest('dialog:modal')")
    page.press("[data-doe=sluit]")
    page.until("!document.fullscreenElement && !document.querySelector('dialog').open")


def test_a_frame_takes_its_height(page, host):
    here = host.address.replace("127.0.0.1", "localhost")
    host.lesson = f'<!doctype html><meta charset="utf-8"><title>Les</title>{frame(here + FRAMED)}{script(here)}'
    page.go(host.address + "les")
    page.until("parseInt(document.querySelector('iframe').style.height) > 900")


KEPT = """for (let i = 0; i < 200; i++) {
    if (await caches.match(location.pathname)) return "kept";
    await new Promise((done) => setTimeout(done, 50));
}"""


def test_what_was_read_opens_without_internet_and_what_was_not_says_so(page, host):
    page.go(host.address + "reflectie/")
    assert page.later(KEPT) == "kept"
    # A worker that has only come does not see yet to what is open.
    page.go(host.address + LINE)
    assert page.later(KEPT) == "kept"
    host.stop()
    try:
        page.go(host.address + "over/colofon/")
        page.expect("document.querySelector('h1').textContent", "Deze pagina staat niet op dit apparaat")
        page.until("[...document.querySelectorAll('.bewaard a')].some((one) => one.textContent === 'Zelfreflectie')")
        page.go(host.address + "reflectie/")
        page.until("document.querySelector('.kopie-melding').innerText")
        page.press("[name=velden][value=sv4]")
        page.press(".keuze [type=submit]")
        page.press(".veld[data-veld=sv4] .rail", 0.5)
        page.expect(f"{TOLD}[0]", "Jouw plek: precies ertussen")
    finally:
        host.start()


PIECE = "begeleiden/blokken.json"


def test_the_whole_site_is_taken_along_and_stays_of_one_edition(page, host):
    page.go(host.address + "over/meenemen/")
    page.until("document.querySelector('[data-groep=site] .mee-stand').textContent")
    page.press("[data-groep=site] button")
    page.until("/^Staat op dit apparaat/.test(document.querySelector('[data-groep=site] .mee-stand').textContent)")
    # What was read before, of an earlier edition: it comes first, but not for a page of the whole site.
    page.later(f"await (await caches.open('lezen:/ bezocht')).put('/{PIECE}', new Response('van eerder'))")
    host.stop()
    try:
        page.go(host.address + "verhalen/shirley/")
        page.expect("document.querySelector('h1').textContent", "Shirley")
        page.expect("getComputedStyle(document.querySelector('.kop')).display", "block")
        assert page.later(f"return (await fetch('/{PIECE}')).text()") != "van eerder"
        assert page.later(f"return (await caches.match('/{PIECE}')).text()") == "van eerder"
        page.go(host.address + "over/meenemen/")
        # What stands above the button comes in two parts, and moves it.
        page.until("document.querySelector('.mee-hier').textContent")
        page.until("/antwoordt nu niet/.test(document.querySelector('[data-groep=site] .mee-stand').textContent)")
        page.press(".mee-alles [data-doe=wis]")
        page.until("/^Alles is gewist/.test(document.querySelector('.mee-gewist').textContent)")
    finally:
        host.start()
        # What was taken along has no listener in it.
        page.go(host.address + LINE)


ALIVE = {
    "reflectie/": "document.querySelector('zelf-reflectie').dataset.scherm === 'start'",
    "reflectie/team/": "document.querySelector('[data-stap=begin]').checkVisibility()",
    "begeleiden/draaiboek/": "document.querySelector('.plan-kop').checkVisibility()",
    LEADING + TWO_HOURS: "document.querySelector('[data-stap=vooraf]').checkVisibility()",
    "begeleiden/groep/": "document.querySelector('.groep').open",
}


def test_where_nothing_may_be_kept_all_works_without_it(host, tmp_path):
    """Firefox then refuses a page the channel to others, which no page has asked whether it may."""
    absent = missing("firefox")
    if absent and os.geteuid():
        pytest.skip(f"{', '.join(absent)} is not installed, and only root may install it")
    with webdriver.firefox(tmp_path, keeping=False) as page:
        page.go(host.address)
        with pytest.raises(webdriver.Refused, match="insecure"):
            page.js("new BroadcastChannel('proef')")
        for path, alive in ALIVE.items():
            page.go(host.address + path)
            page.until(alive)


def test_what_an_intruder_injects_is_refused(running, host):
    """Also the control for the others: what goes wrong is heard."""
    running.go(host.address + LINE)
    running.js("""document.head.append(Object.assign(document.createElement("script"), { textContent: "window.ran = 1" })),
        document.body.insertAdjacentHTML("beforeend", '<p id="bad" style="color: red" onclick="window.ran = 1">x</p>'),
        document.querySelector("#bad").click(), new Image().src = "https://elders.example/x.png",
        dispatchEvent(new Event("spoil"))""")
    running.until("wrong.length >= 7")
    found = running.js(
        "[...wrong, `ran: ${window.ran}`, `red: ${getComputedStyle(document.querySelector('#bad')).color === 'rgb(255, 0, 0)'}`]"
    )
    for wanted in (
        "refused: script-src-elem",
        "refused: script-src-attr",
        "refused: style-src-attr",
        "refused: img-src",
        "error: mis",
        "error: .*gegooid",
        "rejection: .*geweigerd",
        "ran: undefined",
        "red: false",
    ):
        assert any(re.search(wanted, one) for one in found), (wanted, found)


def test_the_lines_stand_on_the_first_sheet_that_firefox_prints(host, tmp_path):
    if absent := missing("firefox"):
        pytest.skip(f"{', '.join(absent)} is not installed")
    with BROWSERS["firefox"](tmp_path) as page:
        page.go(host.address + LINE)
        first = pypdfium2.PdfDocument(page.pdf())[0]
    assert "Er is geen goede of foute plek." in first.get_textpage().get_text_range()


def test_without_script_the_radios_are_there(engine, host):
    with engine(scripting=False) as page:
        page.go(host.address + LINE)
        assert page.native_click(".rail label:nth-of-type(8) input")
        assert page.native_click(".rail-ruit label:nth-of-type(1) input")
