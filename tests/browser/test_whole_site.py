"""Every page, visited: no error, nothing refused by the content security policy, no request to another host."""

import re

import pytest
from kinds import KINDS
from windows import window

from tests.conftest import FOLDER, of_edition
from tests.host import host_of, serving

# Told through the console, so that every frame is heard.
WATCH = """document.addEventListener("securitypolicyviolation",
    (event) => console.error(`refused: ${event.violatedDirective} ${event.blockedURI}`));"""


@pytest.fixture(scope="module")
def alone(chromium):
    """A browser for which the network stops at this machine."""
    with chromium("--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1") as browser:
        yield browser


@pytest.fixture
def watching(alone):
    """A function that gives an empty page, which keeps what goes wrong in `page.wrong` and where else than to the site at `address`
    it sends requests in `page.hosts`.
    """
    with window(alone) as page:

        def watched_for(address: str):
            page.wrong, page.hosts = [], set()
            page.add_init_script(WATCH)
            # What the driver says of the worker that it keeps out is no fault of the page.
            page.on(
                "console",
                lambda message: (
                    message.type in ("error", "warning")
                    and "blocked by Playwright" not in message.text
                    and page.wrong.append(message.text)
                ),
            )
            page.on("pageerror", lambda error: page.wrong.append(str(error)))
            page.on("request", lambda request: request.url.startswith(address) or page.hosts.add(request.url))
            return page

        yield watched_for


@pytest.fixture
def watched(watching, address):
    return watching(address)


def refused(page) -> list[str]:
    """The directives that stopped something."""
    return [wrong.split()[1] for wrong in page.wrong if wrong.startswith("refused:")]


def test_no_page_has_an_error_a_refusal_or_a_request_elsewhere(watched, site, address):
    pages = sorted(file.relative_to(site).as_posix() for file in site.rglob("*.html") if not of_edition(file, site))
    assert len(pages) > 30
    # In frames, some at a time, because going to each in turn takes minutes.
    for start in range(0, len(pages), 12):
        some = pages[start : start + 12]
        watched.goto("about:blank")
        arrived = watched.evaluate(
            """(addresses) => Promise.all(addresses.map((address) => new Promise((done) => {
            const frame = document.body.appendChild(document.createElement("iframe"));
            frame.width = 1280;
            frame.height = 800;
            frame.addEventListener("load", () => requestAnimationFrame(() => setTimeout(done)));
            frame.src = address;
        }))).then(() => document.querySelectorAll("iframe").length)""",
            [address + path for path in some],
        )
        assert arrived == len(some)
        assert (some, watched.wrong) == (some, [])
    assert watched.hosts == set()


def test_the_policy_of_the_headers_refuses_nothing(watching, site):
    """On a host that reads `_headers` its policy comes on top of that of the page itself."""
    with serving(host_of(site, FOLDER)) as root:
        address = root.rstrip("/") + FOLDER
        page = watching(address)
        for path in KINDS.values():
            answer = page.goto(address + path)
            assert "script-src" in answer.headers["content-security-policy"], path
        page.goto(address)
        page.keyboard.press("ControlOrMeta+k")
        page.keyboard.type("vertragen")
        page.locator("dialog .zoek-uitkomst a").first.wait_for()
        assert (page.wrong, page.hosts) == ([], set())


INTRUDERS = {
    "script-src-elem": "const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.head.append(s)",
    "script-src-attr": """document.body.insertAdjacentHTML('beforeend', '<b id="bad" onclick="window.ran = 1">x</b>');
        document.querySelector('#bad').click()""",
    "script-src": "setTimeout(() => { try { eval('window.ran = 1') } catch {} })",
    "style-src-attr": "document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">x</p>')",
    "style-src-elem": "document.head.insertAdjacentHTML('beforeend', '<style>p { color: red }</style>')",
    "img-src": "new Image().src = 'https://elders.example/x.png'",
    "connect-src": "fetch('https://elders.example/').catch(() => {})",
    "frame-src": """const f = document.createElement('iframe'); f.src = 'https://elders.example/';
        document.body.append(f)""",
}


def test_what_an_intruder_injects_is_refused_and_seen(watched, address):
    seen = {}
    for directive, inject in INTRUDERS.items():
        watched.goto(address)
        watched.wrong.clear()
        with watched.expect_console_message(lambda message: message.text.startswith("refused:")):
            watched.evaluate(f"() => {{ {inject} }}")
        seen[directive] = refused(watched)[0], watched.evaluate("window.ran")
    assert seen == {directive: (directive, None) for directive in INTRUDERS}


def spoil(page, address: str, what: str, policy: bool) -> None:
    """Go to a page that has `what` in its source, with or without its policy, in a frame as above."""

    def spoilt(route):
        body = route.fetch().text().replace("</main>", f"{what}</main>")
        if not policy:
            body = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", body)
        route.fulfill(status=200, content_type="text/html", body=body)

    page.route(address + "over/", spoilt)
    page.evaluate(
        """(address) => new Promise((done) => {
        const frame = document.body.appendChild(document.createElement("iframe"));
        frame.addEventListener("load", done);
        frame.src = address;
    })""",
        address + "over/",
    )


def test_an_inline_script_in_the_page_itself_is_refused(watched, address):
    spoil(watched, address, "<script>window.ran = 1</script>", policy=True)
    assert refused(watched) == ["script-src-elem"]
    assert watched.frames[1].evaluate("window.ran") is None


def test_an_error_and_a_request_elsewhere_would_be_seen(watched, address):
    spoil(watched, address, '<img src="https://elders.example/teller.gif"><script>onbestaand()</script>', policy=False)
    assert watched.hosts == {"https://elders.example/teller.gif"}
    assert any("onbestaand" in wrong for wrong in watched.wrong)
