"""The camera of a team session: real codes before a camera of our own, no camera, a refused one, and the library only when used.

What a camera sees is drawn on a canvas; the page gets that canvas as a stream from `getUserMedia`, and does the rest itself.
"""

import base64
import re

import pytest
from playwright.sync_api import expect
from team import CODE, TEAM, begin, code, one_tab, place, received, session_of, start_over, switch, type_code

from tests.conftest import asset

NATURE = 6

CAMERA = """(() => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [640, 480];
    const pen = canvas.getContext("2d");
    let seen = null;
    window.camera = {
        tracks: [],
        // A sheet of paper in an office: a bright square, a bit turned, with the code on it.
        async show(text) {
            const { default: encodeQR } = await import("/npm/qr/index.js");
            const dots = text === null ? null : encodeQR(text, "raw", { ecc: "medium", border: 4 });
            seen = dots && ((size) => {
                pen.translate(320, 240);
                pen.rotate(0.1);
                pen.fillStyle = "#e8e4da";
                pen.fillRect(-size / 2, -size / 2, size, size);
                pen.fillStyle = "#26221c";
                const one = size / dots.length;
                dots.forEach((row, y) => row.forEach((dark, x) => {
                    if (dark) pen.fillRect(x * one - size / 2, y * one - size / 2, one + .4, one + .4);
                }));
            });
        },
        async picture(png) {
            const image = await createImageBitmap(new Blob([Uint8Array.from(atob(png), (one) => one.charCodeAt(0))]));
            seen = () => { pen.translate(320, 240); pen.drawImage(image, -150, -150, 300, 300); };
        },
    };
    setInterval(() => {
        pen.resetTransform();
        pen.fillStyle = "#777";
        pen.fillRect(0, 0, 640, 480);
        pen.fillStyle = `hsl(0 0% ${50 + Math.random() * 5}%)`;
        pen.fillRect(0, 0, 9, 9);
        seen?.(300);
    }, 40);
    camera.ask = navigator.mediaDevices.getUserMedia = async () => {
        const stream = canvas.captureStream(25);
        camera.tracks.push(...stream.getTracks());
        return stream;
    };
})()"""


@pytest.fixture
def fresh(visit):
    """An empty page with a camera, and with what it asked for in `requested`."""
    page = visit(None, service_workers="block")
    page.requested = []
    page.on("request", lambda request: page.requested.append(request.url.rpartition("/leren/")[2]))
    page.add_init_script(CAMERA)
    return page


@pytest.fixture(scope="module")
def room(browser, address):
    with one_tab(browser, address, CAMERA) as page:
        yield page


@pytest.fixture
def page(room):
    """A session that collects codes, on a device with a camera that sees nothing yet."""
    start_over(room)
    room.evaluate("""() => {
        navigator.mediaDevices.getUserMedia = camera.ask;
        camera.tracks = [];
        return camera.show(null);
    }""")
    begin(room, 4, way="qr")
    return room


@pytest.fixture
def collecting(page):
    page.get_by_role("button", name="Zet de camera aan").click()
    said(page, "De camera staat aan. Er wordt niets bewaard.")
    return page


def said(page, text: str) -> None:
    page.wait_for_function("text => document.querySelector('[data-melding=camera]').textContent === text", arg=text)


def got(page, number: int) -> None:
    page.wait_for_function(
        "number => document.querySelector('[data-telling]').textContent === String(number)", arg=number
    )


def before_camera(page, text: str | None) -> None:
    page.evaluate("text => camera.show(text)", text)


def test_codes_before_the_camera_are_taken_in_one_after_another(collecting):
    for nonce in range(3):
        before_camera(collecting, code(collecting, session_of(collecting), {NATURE: nonce}, nonce).replace("-", ""))
        got(collecting, nonce + 1)
    said(collecting, "Ontvangen.")


def test_a_code_that_stays_before_the_camera_is_told_once(collecting):
    collecting.evaluate("""() => {
        window.told = [];
        new MutationObserver(() => told.push(document.querySelector("[data-melding=camera]").textContent))
            .observe(document.querySelector("[data-melding=camera]"), { childList: true });
    }""")
    before_camera(collecting, code(collecting, session_of(collecting), {NATURE: 3}, 1))
    got(collecting, 1)
    collecting.wait_for_timeout(600)
    assert [one for one in collecting.evaluate("told") if one] == ["Ontvangen."]


@pytest.mark.parametrize(
    "text, told",
    [
        (
            "https://elders.example/reflectie/team/#sessie=35C1F",
            "Dit is de code om mee te doen. Laat de code zien die na het invullen verschijnt.",
        ),
        ("https://nji.nl/", "Dit is geen code van deze pagina. Een code heeft 21 letters en cijfers, nooit een U."),
    ],
)
def test_another_qr_code_is_told(collecting, text, told):
    before_camera(collecting, text)
    said(collecting, told)
    assert received(collecting) == "0 ontvangen"


def test_a_phone_as_it_looks_is_read_from_the_camera(collecting, visit):
    phone = visit(f"{TEAM}#sessie={session_of(collecting)}", width=320, color_scheme="dark", service_workers="block")
    place(phone, 10, None)
    phone.get_by_role("button", name="Maak mijn code").click()
    drawn = phone.locator("[data-qr=code] svg")
    drawn.wait_for()
    collecting.evaluate("png => camera.picture(png)", base64.b64encode(drawn.screenshot()).decode())
    got(collecting, 1)
    assert "al ontvangen" in type_code(collecting, phone.locator(".team-code").text_content())


def test_the_invitation_as_it_looks_leads_to_the_session(collecting, visit):
    link = collecting.evaluate("document.querySelector('team-sessie').team.leader.codes.link")
    read = collecting.evaluate(
        """async (png) => {
        const { default: decodeQR } = await import("/npm/qr/decode.js");
        const image = await createImageBitmap(new Blob([Uint8Array.from(atob(png), (one) => one.charCodeAt(0))]));
        const canvas = new OffscreenCanvas(image.width, image.height), pen = canvas.getContext("2d");
        pen.drawImage(image, 0, 0);
        return decodeQR(pen.getImageData(0, 0, image.width, image.height));
    }""",
        base64.b64encode(collecting.locator("[data-qr=uitnodiging] svg").screenshot()).decode(),
    )
    assert read == link
    phone = visit(link.partition("/leren/")[2])
    expect(phone.get_by_text(f"Je doet mee met sessie {session_of(collecting)}")).to_be_visible()


def off(page) -> bool:
    return page.evaluate(
        "camera.tracks.every((track) => track.readyState === 'ended') && document.querySelector('video').srcObject === null"
    )


LEAVING = {
    "by its button": lambda page: page.get_by_role("button", name="Zet de camera uit").click(),
    "another way": lambda page: switch(page, "papier"),
    "the end": lambda page: (
        page.get_by_role("button", name="Stop zonder beeld").click(),
        page.get_by_role("button", name="Ja, stop").locator("visible=true").click(),
    ),
    "a hidden tab": lambda page: page.evaluate("""() => {
        Object.defineProperty(document, "hidden", { value: true, configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));
        delete document.hidden;
    }"""),
}


@pytest.mark.parametrize("leave", LEAVING.values(), ids=LEAVING)
def test_the_camera_goes_off(collecting, leave):
    assert not off(collecting)
    expect(collecting.locator(".team-camera")).to_be_visible()
    leave(collecting)
    assert off(collecting)
    expect(collecting.locator(".team-camera")).to_be_hidden()
    expect(collecting.locator("[data-melding=camera]")).to_be_empty()


ASKED_FIRST = """() => {
    const ask = navigator.mediaDevices.getUserMedia;
    navigator.mediaDevices.getUserMedia = (wanted) => new Promise((done, fail) => {
        window.allow = () => done(ask(wanted));
        window.refuse = () => fail(new DOMException("no", "NotAllowedError"));
    });
}"""


def test_a_camera_that_comes_after_leaving_is_not_kept_on(page):
    page.evaluate(ASKED_FIRST)
    page.get_by_role("button", name="Zet de camera aan").click()
    page.wait_for_function("() => window.allow")
    switch(page, "papier")
    page.evaluate("allow()")
    page.wait_for_function("() => camera.tracks.length === 1 && camera.tracks[0].readyState === 'ended'")
    assert page.locator("video").evaluate("video => video.srcObject") is None
    switch(page, "qr")
    expect(page.locator("[data-melding=camera]")).to_be_empty()
    # Nor is it told that it may not be used, to who no longer asked for it.
    page.get_by_role("button", name="Zet de camera aan").click()
    switch(page, "papier")
    page.evaluate("refuse()")
    switch(page, "qr")
    expect(page.locator("[data-melding=camera]")).to_be_empty()
    page.get_by_role("button", name="Zet de camera aan").click()
    page.evaluate("refuse()")
    said(page, REFUSALS["denied"][1])


REFUSALS = {
    "denied": (
        "NotAllowedError",
        "De browser mag de camera niet gebruiken. Sta dat toe in de instellingen voor deze pagina, of typ de codes hieronder.",
    ),
    "absent": ("NotFoundError", "Er is geen camera gevonden. Typ of plak de codes hieronder."),
    "in use": (
        "NotReadableError",
        "De camera doet het niet. Misschien gebruikt een ander programma de camera. Je kunt de codes ook hieronder typen.",
    ),
}


@pytest.mark.parametrize("name, told", REFUSALS.values(), ids=REFUSALS)
def test_without_a_camera_typing_works(page, name, told):
    page.evaluate(
        """name => { navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("no", name)); }""",
        name,
    )
    page.get_by_role("button", name="Zet de camera aan").click()
    said(page, told)
    assert page.evaluate("document.activeElement.id") == "team-code"
    expect(page.locator(".team-camera")).to_be_hidden()
    assert type_code(page, code(page, session_of(page), {NATURE: 3}, 1)) == "Ontvangen."


def test_on_an_address_without_https_it_is_told(visit):
    page = visit(TEAM, service_workers="block")
    page.evaluate("""() => {
        Object.defineProperty(navigator, "mediaDevices", { value: undefined });
        Object.defineProperty(window, "isSecureContext", { value: false });
    }""")
    begin(page, 4, way="qr")
    page.get_by_role("button", name="Zet de camera aan").click()
    said(
        page,
        "Op dit adres kan een pagina de camera niet gebruiken, want het begint niet met https. Typ of plak de codes hieronder.",
    )


def test_the_browser_itself_without_a_camera_is_told_too(visit):
    """No camera of ours: this machine has none, and nobody to allow it."""
    page = visit(TEAM, service_workers="block")
    begin(page, 4, way="qr")
    page.get_by_role("button", name="Zet de camera aan").click()
    page.wait_for_function("() => document.querySelector('[data-melding=camera]').textContent")
    assert page.locator("[data-melding=camera]").inner_text() in {told for _, told in REFUSALS.values()}


def library(page) -> list[str]:
    return [name for name in page.requested if re.search(r"/(qr|qr-decode)-\w+\.js$", f"/{name}")]


def test_the_library_comes_only_with_what_needs_it(fresh, address):
    page = fresh
    page.goto(address + TEAM)
    begin(page, 4)
    switch(page, "papier")
    switch(page, "doorgeven")
    assert (
        page.evaluate("performance.getEntriesByType('resource').filter((one) => /assets\\/qr-/.test(one.name)).length")
        == 0
    )
    assert library(page) == []
    switch(page, "qr")
    page.locator("[data-qr=uitnodiging] svg").wait_for()
    assert library(page) == [asset("js/qr.js")]
    page.get_by_role("button", name="Zet de camera aan").click()
    said(page, "De camera staat aan. Er wordt niets bewaard.")
    assert library(page) == [asset("js/qr.js"), asset("js/qr-decode.js")]


def test_a_phone_gets_the_library_with_its_code(fresh, address):
    page = fresh
    page.goto(f"{address}{TEAM}#sessie=35C1F")
    place(page, 10, None, None, None)
    assert library(page) == []
    page.get_by_role("button", name="Maak mijn code").click()
    page.locator("[data-qr=code] svg").wait_for()
    assert library(page) == [asset("js/qr.js")]


def test_without_the_library_the_letters_still_work(fresh, address):
    page = fresh
    page.route("**/assets/vast/qr-*", lambda route: route.abort())
    page.goto(address + TEAM)
    begin(page, 4, way="qr")
    told = "De QR-code kan nu niet getekend worden. De letters en cijfers werken ook zonder."
    said(page, told)
    page.get_by_role("button", name="Zet de camera aan").click()
    said(page, "Scannen lukt nu niet. Ben je offline, of is de site vernieuwd? Typ of plak de codes hieronder.")
    assert off(page)
    assert type_code(page, code(page, session_of(page), {NATURE: 3}, 1)) == "Ontvangen."


def test_a_phone_without_the_library_shows_its_code_in_letters(fresh, address):
    page = fresh
    page.route("**/assets/vast/qr-*", lambda route: route.abort())
    page.goto(f"{address}{TEAM}#sessie=35C1F")
    place(page, 10, None, None, None)
    page.get_by_role("button", name="Maak mijn code").click()
    page.get_by_text("De QR-code kan nu niet getekend worden.").wait_for()
    text = page.locator(".team-code").text_content()
    assert page.evaluate(f"text => {CODE}.then((code) => code.decode(text).sent.places[2])", text) == 10
