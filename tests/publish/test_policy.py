"""Proves the content security policy: every inline script that runs is hashed, nothing else is allowed."""

import base64
import hashlib

import pytest
from lxml import html

from macros.knowledge.errors import ContentError
from macros.publish.built.policy import FOREVER, headers, inline_hashes, policy, refuse_schemes, secure
from tests.host import may_frame, may_use, rules, sent

HEAD = '<!doctype html><html lang="nl"><head><meta charset="utf-8">'


def page(script: str = "") -> str:
    return f"{HEAD}{script}<title>t</title></head><body><p>x</p></body></html>"


def sha256(code: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"


def test_the_example_of_the_standard():
    """Content Security Policy Level 3, section 2.3.1, the hash of a script."""
    assert inline_hashes("<script>alert('Hello, world.');</script>") == (
        "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='",
    )


@pytest.mark.parametrize(
    "markup, codes",
    [
        ("<script>a()</script>", ["a()"]),
        ("<script>\n  a()\n</script>", ["\n  a()\n"]),
        ("<SCRIPT>a()</SCRIPT>", ["a()"]),
        ('<script type="module">é()</script>', ["é()"]),
        ('<script type="importmap">{}</script>', ["{}"]),
        ("<script>a()</script><script>b()</script>", ["a()", "b()"]),
        ("<script>a()</script><script>a()</script>", ["a()"]),
        ("<script>if (a < b && c) d()</script>", ["if (a < b && c) d()"]),
        ('<script data-src="x">a()</script>', ["a()"]),
        ('<script type="application/javascript">a()</script>', ["a()"]),
        ('<script src="a.js"></script>', []),
        ('<script type="module" src="a.js"></script>', []),
        ('<script type="application/ld+json">{"a": 1}</script>', []),
        ('<script type="application/json">{}</script>', []),
        ("<p>script</p>", []),
    ],
)
def test_a_script_is_hashed_when_it_runs_inline(markup, codes):
    assert inline_hashes(page(markup)) == tuple(map(sha256, codes))


def directives(text: str) -> dict[str, list[str]]:
    return {name: values for name, *values in (directive.split() for directive in text.split(";"))}


def test_nothing_is_allowed_but_the_site_itself_and_the_hashes():
    found = directives(policy((sha256("a()"), sha256("b()"))))
    assert found["default-src"] == ["'none'"] and found["base-uri"] == ["'none'"]
    assert found["script-src"] == ["'self'", sha256("a()"), sha256("b()")]
    others = {value for name, values in found.items() if name != "script-src" for value in values}
    assert others == {"'none'", "'self'"}


# Address in the site, who may frame it, who may use the camera on it.
FRAMES = [
    ("/", "*", "()"),
    ("/404.html", "*", "()"),
    ("/over/privacy/", "*", "()"),
    ("/reflectie", "'self'", "()"),
    ("/reflectie/", "'self'", "()"),
    ("/reflectie/index.html", "'self'", "()"),
    ("/reflectie/team/", "'self'", "(self)"),
    ("/reflectie/papier/", "*", "()"),
    ("/insluiten/doorgaan-of-vertragen/", "*", "()"),
]


@pytest.mark.parametrize("merge", [True, False], ids=["a host that joins rules", "a host that keeps the last"])
@pytest.mark.parametrize("path, framer, camera", FRAMES)
@pytest.mark.parametrize("folder", ["", "/map", "/een/map"])
def test_only_the_headers_say_who_may_frame_a_page_and_where_the_camera_is(path, framer, camera, merge, folder):
    told = sent(headers((), f"{folder}/"), folder + path, merge)
    assert (may_frame(told["Content-Security-Policy"]), may_use(told["Permissions-Policy"], "camera")) == (
        framer,
        camera,
    )
    assert may_use(told["Permissions-Policy"], "microphone") == "()"
    assert "frame-ancestors" not in policy(())


def test_of_the_rest_of_a_host_the_headers_say_nothing():
    assert sent(headers((), "/map/"), "/over/") == {}


@pytest.mark.parametrize(
    "old, new, path",
    [
        ("/reflectie/\n", "/reflectie/*\n", "/reflectie/papier/"),
        ("/reflectie/\n", "/*\n", "/over/"),
        ("/reflectie/\n", "/over/\n", "/reflectie/"),
        ("frame-ancestors 'self'", "frame-ancestors *", "/reflectie"),
    ],
)
def test_a_rule_that_says_it_of_the_wrong_pages_is_seen(old, new, path):
    """The control: who may frame `path` would be another, or no rule would say it."""
    right = headers((), "/")
    wrong = sent(right.replace(old, new, 1), path)["Content-Security-Policy"]
    assert wrong != sent(right, path)["Content-Security-Policy"]
    assert may_frame(wrong) != may_frame(sent(right, path)["Content-Security-Policy"]) or "frame-ancestors" not in wrong


def refused(text: str) -> list[str]:
    """The inline scripts that a browser would not run on a secured page."""
    tree = html.fromstring(text)
    allowed = directives(tree.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)"))["script-src"]
    return [
        script.text
        for script in tree.xpath("//script[not(@src) and not(contains(@type, 'json'))]")
        if sha256(script.text) not in allowed
    ]


@pytest.fixture
def site_dir(tmp_path):
    for name, script in {
        "index.html": "<script>a()</script>",
        "over/index.html": "<script>a()</script><script>'b'</script>",
        "404.html": "",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(page(script), encoding="utf-8")
    secure(tmp_path, "https://voorbeeld.test/map/")
    return tmp_path


def test_every_page_gets_a_policy_before_its_first_script(site_dir):
    for file in site_dir.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        first, second, third = html.fromstring(text).xpath("/html/head/*")[:3]
        assert first.get("charset") == "utf-8" and second.get("http-equiv") == "Content-Security-Policy"
        assert (third.get("name"), third.get("content")) == ("referrer", "no-referrer")
        assert refused(text) == []


def test_a_page_allows_its_own_scripts_and_no_others(site_dir):
    assert sha256("'b'").strip("'") in (site_dir / "over/index.html").read_text()
    assert sha256("'b'").strip("'") not in (site_dir / "index.html").read_text()
    assert "sha256" not in (site_dir / "404.html").read_text()


def test_a_page_that_changed_after_hashing_is_refused(site_dir):
    text = (site_dir / "over/index.html").read_text()
    assert refused(text.replace("a()", "kwaad()")) == ["kwaad()"]
    assert refused(text.replace("</body>", "<script>erbij()</script></body>")) == ["erbij()"]


def test_the_headers_file_has_the_hashes_of_all_pages_and_a_rule_for_each_page_that_refuses(site_dir):
    text = (site_dir / "_headers").read_text()
    found = dict(rules(text))
    refusing = [f"reflectie{page}{end}" for page in ("", "/team") for end in ("", "/", "/index.html")]
    places = ["*", *refusing, "reflectie/team/*", "assets/vast/*"]
    assert list(found) == [f"/map/{place}" for place in places]
    everywhere = dict(found["/map/*"])
    assert everywhere["Content-Security-Policy"] == policy((sha256("a()"), sha256("'b'")))
    assert everywhere["X-Content-Type-Options"] == "nosniff" and everywhere["Referrer-Policy"] == "no-referrer"


def test_only_a_file_that_is_named_by_its_content_is_kept():
    text = headers((), "/map/")
    assert sent(text, "/map/assets/vast/stijl-0A1B2C3D.css")["Cache-Control"] == FOREVER
    for path in ("/map/assets/js/insluiten-hoogte.js", "/map/over/", "/assets/vast/stijl-0A1B2C3D.css"):
        assert "Cache-Control" not in sent(text, path)


def test_a_page_without_charset_is_refused_by_name(tmp_path):
    (tmp_path / "goed.html").write_text(page())
    (tmp_path / "kaal.html").write_text("<!doctype html><html><head><title>t</title></head></html>")
    with pytest.raises(ValueError, match=r"kaal\.html"):
        secure(tmp_path, "https://voorbeeld.test/")


# Addresses in a page


@pytest.mark.parametrize(
    "markup",
    [
        '<a href="javascript:alert(1)">x</a>',
        '<a class="a" href=" java&#10;script&colon;alert(1)">x</a>',
        "<a HREF='vbscript:x'>x</a>",
        "<img src=data:image/png;base64,AA>",
    ],
)
def test_an_address_that_does_something_else_than_open_is_refused(markup):
    with pytest.raises(ContentError, match="^weg.md: dit adres kan een lezer niet openen; er staat"):
        refuse_schemes("weg.md", f"<p>Een {markup}.</p>")


def test_an_address_that_opens_is_left_alone():
    """Also one with a colon further on, and words that only look like an attribute."""
    links = ("../weg/", "#a:b", "../weg/#a", "https://nji.nl/", "HTTP://nji.nl/", "mailto:a@b.nl", "tel:113", "?a=b:c")
    content = "".join(f'<a href="{link}">x</a>' for link in links) + "<p>Een href=javascript:x is geen link.</p>"
    assert refuse_schemes("weg.md", content) == content
