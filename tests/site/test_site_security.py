"""The content security policy covers every page without `unsafe-inline`, and nothing is fetched from another host."""

import base64
import hashlib
import re

import pytest
from lxml import etree
from reading import files_of, pages_of

from tests.conftest import FOLDER
from tests.host import may_frame, may_use, rules, sent

DATA = ("application/json", "application/ld+json")  # script elements that a browser doesn't run
KAART, VELD = "werkkaarten/tijdlijn/index.html", "spanningsvelden/doorgaan-of-vertragen/index.html"


def directives(policy: str) -> dict[str, list[str]]:
    return {words[0]: words[1:] for part in policy.split(";") if (words := part.split())}


def policy_of(page) -> dict[str, list[str]]:
    found = page.tree.xpath('//head/meta[@http-equiv="Content-Security-Policy"]/@content')
    return directives(found[0]) if found else {}


def inline_hashes(page) -> set[str]:
    codes = [
        script.text or ""
        for script in page.tree.iter("script")
        if script.get("src") is None and script.get("type") not in DATA
    ]
    return {f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'" for code in codes}


def weak(policy: dict[str, list[str]]) -> list[str]:
    """Sources that let in more than this site itself; every source it needs is a quoted keyword or a hash."""
    wrong = [
        f"{name} {source}"
        for name, sources in policy.items()
        for source in sources
        if not re.fullmatch(r"'(none|self|sha256-[\w+/]+=*)'", source)
    ]
    missing = [name for name in ("script-src", "style-src", "form-action", "base-uri") if name not in policy]
    return wrong + missing + ([] if policy.get("default-src") == ["'none'"] else ["default-src"])


def policy_first(pages):
    """One policy a page, before the first thing that a browser would load or run."""
    wrong = []
    for page in pages:
        order = [
            element.get("http-equiv") or element.tag
            for element in page.tree.iter("meta", "script", "link", "style", "img")
        ]
        place = [index for index, name in enumerate(order) if name == "Content-Security-Policy"]
        loads = [index for index, name in enumerate(order) if name in ("script", "link", "style", "img")]
        if len(place) != 1 or place[0] > min(loads):
            wrong.append(page.path)
    return wrong


def policy_strict(pages):
    return [f"{page.path}: {source}" for page in pages for source in weak(policy_of(page))]


def scripts_hashed(pages):
    """The hashes in the policy are exactly those of the page's inline scripts."""
    return [
        page.path
        for page in pages
        if inline_hashes(page) != {source for source in policy_of(page).get("script-src", []) if "sha256-" in source}
    ]


def nothing_inline(pages):
    """No style or code where a policy without `unsafe-inline` would refuse it."""
    found = "//style | //*[@style] | //*[@*[starts-with(name(), 'on')]] | //*[@*[starts-with(normalize-space(), 'javascript:')]]"
    return [
        f"{page.path}: {etree.tostring(element, encoding='unicode')[:80]}"
        for page in pages
        for element in page.tree.xpath(found)
    ]


HOST = re.compile(r"(?:^|[\s,;=('\"])(?:[a-z][a-z0-9+.-]*:)?//[^\s/]", re.I)
CSS_HOST = re.compile(r"(?:url\(\s*|@import\s+)['\"]?\s*(?:[a-z]+:)?//", re.I)
JS_HOST = re.compile(
    r"(?:\b(?:from|import|fetch|importScripts|Worker|WebSocket|EventSource|sendBeacon)\b\s*\(?\s*|"
    r"\bopen\(\s*['\"]\w+['\"]\s*,\s*|"
    r"\.(?:src|href|action)\s*=\s*)(?:new\s+URL\()?\s*['\"`](?:[a-z]+:)?//",
    re.I,
)
JS_ANY_HOST = re.compile(r"['\"`](?:(?:https?|wss?):)?//(?!www\.w3\.org/)[\w$]", re.I)


def foreign_attributes(tree):
    """Attributes that name another host, other than a link a reader follows, the canonical link and what `meta` tells."""
    for element in tree.iter(etree.Element):
        for name, value in element.attrib.items():
            followed = etree.QName(element).localname == "a" and re.search(r"\bhref$", name)
            described = (
                element.tag == "link"
                and element.get("rel") == "canonical"
                or element.tag == "meta"
                and (element.get("name") or element.get("property", "").startswith("og:"))
            )
            if HOST.search(value) and not (followed or described or name.startswith("xmlns")):
                yield f"{element.tag} {name}={value}"


def other_hosts(pages):
    wrong = [f"{page.path}: {found}" for page in pages for found in foreign_attributes(page.tree)]
    wrong += [
        f"{page.path}: {code}"
        for page in pages
        for code in page.tree.xpath("//script[not(@src) and not(contains(@type, 'json'))]/text()")
        if JS_ANY_HOST.search(code)
    ]
    return wrong + [
        f"{page.path}: {refresh}"
        for page in pages
        for refresh in page.tree.xpath('//meta[@http-equiv="refresh"]/@content')
    ]


def foreign_in_file(path: str, content: bytes) -> list[str]:
    """What a stylesheet, script or drawing would fetch from another host.

    In scripts of libraries other addresses are mere text, such as the names of XML's namespaces.
    """
    if path.endswith(".svg"):
        return [f"{path}: {found}" for found in foreign_attributes(etree.fromstring(content))]
    patterns = {
        "css": (CSS_HOST,),
        "js": (JS_HOST,) if path.startswith(("assets/vast/pdf-lib-", "assets/vast/qr-")) else (JS_HOST, JS_ANY_HOST),
    }
    text = content.decode("utf-8") if path.rpartition(".")[2] in patterns else ""
    return [
        f"{path}: {text[match.start() : match.end() + 40]}"
        for pattern in patterns.get(path.rpartition(".")[2], ())
        for match in pattern.finditer(text)
    ]


CHECKS = (policy_first, policy_strict, scripts_hashed, nothing_inline, other_hosts)
POLICY = "default-src &#x27;none&#x27;"
SPOILED = (
    (policy_first, KAART, "http-equiv", "data-was"),
    (policy_first, KAART, "<meta charset", "<script>1</script><meta charset"),
    (policy_first, "404.html", "<meta charset", '<link rel="stylesheet" href="x.css"><meta charset'),
    (policy_strict, KAART, "script-src &#x27;self&#x27;", "script-src &#x27;self&#x27; &#x27;unsafe-inline&#x27;"),
    (policy_strict, KAART, "script-src &#x27;self&#x27;", "script-src &#x27;self&#x27; &#x27;wasm-unsafe-eval&#x27;"),
    (policy_strict, KAART, POLICY, "default-src *"),
    (policy_strict, KAART, "img-src &#x27;self&#x27;", "img-src https://elders.test"),
    (policy_strict, "404.html", POLICY + ";", ""),
    (scripts_hashed, KAART, "<script>(onstorage", "<script> (onstorage"),
    (scripts_hashed, "404.html", "</body>", '<script type="application/javascript">1</script></body>'),
    (nothing_inline, KAART, "<h1", '<h1 style="color:red"'),
    (nothing_inline, KAART, "<h1", '<h1 onclick="1"'),
    (nothing_inline, "404.html", "</head>", "<style>h1{color:red}</style></head>"),
    (nothing_inline, KAART, "<h1", '<a href="javascript:1">x</a><h1'),
    (other_hosts, KAART, "</head>", '<link rel="preconnect" href="//elders.test"></head>'),
    (other_hosts, KAART, "</head>", '<script src="https://elders.test/teller.js"></script></head>'),
    (other_hosts, KAART, "</head>", '<link rel="preload" as="font" href="https://elders.test/a.woff2"></head>'),
    (other_hosts, VELD, "<h1", '<iframe src="https://elders.test"></iframe><h1'),
    (other_hosts, VELD, "<h1", '<img alt="" src="a.png" srcset="a.png 1x, https://elders.test/b.png 2x"><h1'),
    (other_hosts, VELD, "<h1", '<form action="https://elders.test/"></form><h1'),
    (other_hosts, VELD, "<h1", '<a href="." ping="https://elders.test/">x</a><h1'),
    (other_hosts, VELD, "<h1", '<svg><image href="https://elders.test/a.png"/></svg><h1'),
    (other_hosts, "404.html", "<script>(onstorage", '<script>fetch("https://elders.test");(onstorage'),
    (other_hosts, "404.html", "</head>", '<meta http-equiv="refresh" content="0;url=https://elders.test"></head>'),
)
SPOILED_FILES = (
    ("assets/a.css", '@import "https://elders.test/a.css";'),
    ("assets/a.css", "body{background:url( '//elders.test/a.png')}"),
    ("assets/b.css", "@font-face{src:url(https://elders.test/a.woff2)}"),
    ("assets/a.js", 'import a from "https://elders.test/a.js";'),
    ("assets/a.js", "const teller = `https://elders.test/`;"),
    ("assets/vast/pdf-lib-A.js", "fetch(`//elders.test/`)"),
    ("assets/vast/pdf-lib-A.js", 'import("https://elders.test/a.js")'),
    ("assets/vast/qr-A.js", "fetch(`//elders.test/`)"),
    ("assets/vast/pdf-lib-A.js", "new Worker('https://elders.test/a.js')"),
    ("assets/vast/pdf-lib-A.js", 'request.open("GET", "https://elders.test/")'),
    ("assets/a.svg", '<svg xmlns="http://www.w3.org/2000/svg"><image href="https://elders.test/a.png"/></svg>'),
)


def test_files_fetch_nothing_from_another_host(site):
    files = files_of(site)
    assert {"css", "js", "svg"} <= {path.rpartition(".")[2] for path in files}
    assert [told for path, content in files.items() for told in foreign_in_file(path, content)] == []


@pytest.mark.parametrize("path, content", SPOILED_FILES)
def test_files_control_case(path, content):
    assert foreign_in_file(path, content.encode())


def header_complaints(headers: str, pages) -> list[str]:
    """What `_headers` lacks to be at least as strict as the pages, as wide as their scripts need, and to let all pages
    but the two that must not into frames of others, and only the page that scans at the camera."""
    found = rules(headers)
    general = dict(found[0][1]).get("Content-Security-Policy", "") if found[0][0] == f"{FOLDER}*" else ""
    if not general:
        return ["no policy for all pages"]
    policy = directives(general)
    wrong = weak(policy) + [page.path for page in pages if not inline_hashes(page) <= set(policy["script-src"])]
    for page in pages:
        told = sent(headers, FOLDER + page.address)
        framer = "'self'" if page.path in ("reflectie/index.html", "reflectie/team/index.html") else "*"
        camera = "(self)" if page.path == "reflectie/team/index.html" else "()"
        if (may_frame(told["Content-Security-Policy"]), may_use(told["Permissions-Policy"], "camera")) != (
            framer,
            camera,
        ):
            wrong.append(f"{page.path}: {told}")
    return wrong


def test_headers_carry_the_policy_with_all_hashes(site):
    headers = (site / "_headers").read_text(encoding="utf-8")
    assert header_complaints(headers, pages_of(site)) == []
    some = next(iter(inline_hashes(next(page for page in pages_of(site) if page.path == KAART))))
    for old, new in (
        (some, ""),
        (f"{FOLDER}*", f"{FOLDER}werkkaarten/*"),
        (f"{FOLDER}*", "/*"),
        ("style-src 'self'", "style-src 'self' 'unsafe-inline'"),
        ("/reflectie/\n", "/elders/\n"),
        ("/reflectie/\n", "/werkkaarten/*\n"),
        ("/reflectie/team/*", "/reflectie/*"),
    ):
        assert header_complaints(headers.replace(old, new, 1), pages_of(site)), f"control case {old} not caught"
