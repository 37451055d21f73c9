"""Proves that the page Publiceren tells the truth: nginx, Caddy and Apache, set up as it says, serve the site as it promises."""

import gzip
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import brotli
import pytest
import yaml
import zstandard
from lxml import html
from servers import PAGE, SERVERS, configuration, installed, running

from macros.publish.built.policy import FOREVER
from macros.publish.made.browser import FOLDER as KEPT
from macros.publish.packed import METHODS, pack
from tests.conftest import FOLDER, ROOT, once
from tests.host import rules, sent
from tests.programs import libraries

UNPACKED = {"br": brotli.decompress, "zstd": zstandard.decompress, "gzip": gzip.decompress, None: bytes}
ENDINGS = {"br": "br", "zstd": "zst", "gzip": "gz"}
COPIES = {"nginx": {*ENDINGS}, "caddy": {*ENDINGS}, "apache2": {"br"}}
"""Which copies a server sends, by how they are packed."""
TYPES = {
    ".bib": "application/x-bibtex; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".imscc": "application/zip",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".mjs": "text/javascript; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".ris": "application/x-research-info-systems; charset=utf-8",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
    ".ttl": "text/turtle; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "text/xml; charset=utf-8",
    ".zip": "application/zip",
}
MOVED = "begrippen/van-delden-transformatie/"
DOTTED = "2099.1"
FOLDERS = {"at the root": "/", "below a folder": FOLDER}


def sample(site: Path, target: Path) -> Path:
    """What is named by its content, a page and a file of each part, and one of each type; all of it takes long to pack."""
    chosen = [one for one in (site / "assets").rglob("*") if one.is_file() and one.stat().st_size < 60_000]
    chosen += [
        site / "_headers",
        site / "index.html",
        site / "404.html",
        site / "sitemap.xml",
        site / MOVED / "index.html",
        site / "reflectie/team/index.html",
        site / "reflectie/papier/index.html",
    ]
    chosen += [next((site / "insluiten").rglob("*.html"))]
    for part in [site, *(one for one in sorted(site.iterdir()) if one.is_dir() and one.name != "assets")]:
        chosen += {one.suffix: one for one in sorted(part.iterdir()) if one.is_file()}.values()
    for file in chosen:
        place = target / file.relative_to(site)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, place)
    for ending in TYPES:
        (target / f"soort{ending}").write_bytes(b"een twee drie vier " * 9)
    # As that of an edition is called.
    (target / DOTTED).mkdir()
    shutil.copy(site / "404.html", target / DOTTED / "index.html")
    (target / "over" / ".verborgen").write_bytes(b"geheim")
    return target


@pytest.fixture(scope="session")
def packed(site) -> Path:
    """A part of the site as one uploads it, below its folder and at the root."""

    def make(half: Path) -> None:
        pack(sample(site, half / "sample"), half / FOLDER.strip("/"), half / "store")

    return once(site.with_name("uitgave"), make) / FOLDER.strip("/")


class Served:
    """A running server and the part of the site that it serves."""

    def __init__(self, host: str, port: int, folder: str, root: Path, server: str = "nginx"):
        self.root, self.folder, self.server = root, folder, server
        self._origin = f"http://{host}:{port}/"
        self._connection = HTTPConnection(host, port, timeout=20)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._connection.close()

    def get(self, path: str, **headers: str) -> tuple[HTTPResponse, bytes]:
        """The answer to what the site has at `path`."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self._get(self.folder + path, named)

    def ask(self, address: str) -> HTTPResponse:
        """The answer to `address` as it stands, wherever on the server that is."""
        return self._get(address, {})[0]

    def _get(self, address: str, headers: dict[str, str]) -> tuple[HTTPResponse, bytes]:
        self._connection.request("GET", address, headers=headers)
        response = self._connection.getresponse()
        return response, response.read()

    def location(self, response: HTTPResponse) -> str | None:
        """Where the response leads, without the origin of this server, which Apache puts before it."""
        said = response.getheader("Location")
        return said and re.sub(rf"^{re.escape(self._origin)}", "/", said)

    def files(self) -> Iterator[Path]:
        """What the site has, without the packed copies and what is hidden."""
        copies = {f"{one.name}.{ending}" for one in self.root.rglob("*") for ending in METHODS}
        for file in sorted(self.root.rglob("*")):
            if file.is_file() and file.name not in copies and file.name[0] not in "._":
                yield file

    def path(self, file: Path) -> str:
        return file.relative_to(self.root).as_posix().removesuffix("index.html")


@pytest.fixture(scope="module", params=[(server, place) for server in SERVERS for place in FOLDERS], ids=" ".join)
def served(request, packed, tmp_path_factory) -> Iterator[Served]:
    server, place = request.param
    folder, text = FOLDERS[place], configuration(server)
    if folder != "/":
        # What the chapter "Onder een map" says to do.
        assert (
            f"`{FOLDER}404.html` in de instellingen" in PAGE or f"Schrijf in de instellingen `{FOLDER}404.html`" in PAGE
        )
        text = text.replace("/404.html", f"{folder}404.html")
    root = packed if folder == "/" else packed.parent
    place = tmp_path_factory.mktemp(server) / "run"
    with running(server, root, place, text) as (host, port), Served(host, port, folder, packed, server) as served:
        yield served


def test_each_type_is_sent_as_the_smallest_that_the_browser_reads(served):
    one_of_each = {file.suffix: file for file in served.files()}
    assert set(one_of_each) == set(TYPES)
    for suffix, file in one_of_each.items():
        content = file.read_bytes()
        for accepted, best in {
            "gzip, deflate, br, zstd": "br",
            "zstd, gzip": "zstd",
            "gzip": "gzip",
            "br;q=0, gzip;q=0.5": "gzip",
            "identity": None,
        }.items():
            response, body = served.get(served.path(file), Accept_Encoding=accepted)
            copy = file.with_name(f"{file.name}.{ENDINGS[best]}") if best else None
            expected = best if copy and copy.exists() and best in COPIES[served.server] else None
            assert response.status == 200 and response.getheader("Content-Encoding") == expected, (suffix, accepted)
            assert UNPACKED[expected](body) == content
            assert response.headers.get_all("Content-Type") == [TYPES[suffix]]
            assert response.headers.get_all("Vary") == ["Accept-Encoding"]


def directives(policy: str) -> dict[str, set[str]]:
    return {words[0]: set(words[1:]) for part in re.split("[;,]", policy) if (words := part.split())}


def differing(served: Served) -> list[str]:
    """Addresses that get other headers than `_headers` has for them; of the policy, what a page says itself counts."""
    told = (served.root / "_headers").read_text(encoding="utf-8")
    wrong = []
    for file in served.files():
        if file.stem == "soort":
            continue
        path = served.path(file)
        response, _ = served.get(path)
        # A browser obeys all policies, but of what is said twice of the camera only the last.
        expected = {"Cache-Control": "no-cache", **sent(told, FOLDER + path, merge=False)}
        del expected["Content-Security-Policy"]
        theirs = directives(sent(told, FOLDER + path)["Content-Security-Policy"])
        ours = directives(response.getheader("Content-Security-Policy") or "")
        if file.suffix == ".html":
            (own,) = html.fromstring(file.read_text("utf-8")).xpath("//meta[@http-equiv='Content-Security-Policy']")
            ours |= directives(own.get("content"))
            theirs["script-src"] &= ours["script-src"]  # each page allows only its own of all inline scripts
        else:
            theirs = {name: who for name, who in theirs.items() if name == "frame-ancestors"} or ours
        got = {name: response.getheader(name) for name in expected}
        if got != expected or ours != theirs:
            wrong.append(path)
    return wrong


def test_each_address_gets_the_headers_of_the_headers_file(served):
    kept = {served.get(served.path(file))[0].getheader("Cache-Control") for file in served.files()}
    assert kept == {"no-cache", FOREVER} and len(list(served.files())) > 100
    assert differing(served) == []


SPOILED = [
    ("nginx", "camera=(self)", "camera=()", "reflectie/team/"),
    ("nginx", "~/assets/vast/", "~/assets/vas/", "assets/vast/atkinson"),
    ("nginx", "frame-ancestors 'self'", "frame-ancestors *", "reflectie/"),
    ("nginx", "index\\.html)?)?$", "index\\.html)?)?", "reflectie/papier/"),
    ("caddy", "(/team)?", "", "reflectie/team/"),
    ("caddy", "path_regexp /assets/vast/", "path_regexp /assets/vas/", "assets/vast/atkinson"),
    ("caddy", "nosniff", "sniff", ""),
    ("apache2", "camera=(self)", "camera=()", "reflectie/team/"),
    ("apache2", "#/assets/vast/", "#/assets/vas/", "assets/vast/atkinson"),
    ("apache2", "(\\.br)?)?)?$", "(\\.br)?)?)?", "reflectie/papier/"),
]


@pytest.mark.parametrize("server, old, new, path", SPOILED)
def test_a_configuration_that_differs_from_the_headers_file_is_seen(server, old, new, path, packed, tmp_path):
    text = configuration(server)
    assert old in text
    text = text.replace(old, new)
    with running(server, packed, tmp_path / "run", text) as (host, port), Served(host, port, "/", packed) as served:
        assert any(one.startswith(path) for one in differing(served))


@pytest.mark.parametrize("path", ["", "assets/", "begrippen/", "sitemap.xml"])
def test_what_did_not_change_is_not_sent_again(served, path):
    path = path if path != "assets/" else next(served.path(file) for file in served.files() if file.suffix == ".css")
    for accepted in ("br", "identity"):
        first, _ = served.get(path, Accept_Encoding=accepted)
        again, body = served.get(path, Accept_Encoding=accepted, If_None_Match=first.getheader("ETag"))
        assert (again.status, body) == (304, b"")
        assert again.getheader("Cache-Control") == first.getheader("Cache-Control")


@pytest.mark.parametrize("asked, found", [("", ""), ("?q=rotonde", "?q=rotonde")])
@pytest.mark.parametrize("path", ["over", "reflectie/team"])
def test_without_the_slash_one_is_led_to_the_address_with_it(served, path, asked, found):
    response, _ = served.get(path + asked)
    assert response.status in (301, 308) and served.location(response) == f"{served.folder}{path}/{found}"


def test_a_folder_with_a_dot_is_no_file_of_some_type(served):
    response, _ = served.get(DOTTED)
    assert response.status in (301, 308) and served.location(response) == f"{served.folder}{DOTTED}/"
    (said,) = response.headers.get_all("Content-Type")
    assert said.split(";")[0] == "text/html"


def test_every_type_of_file_that_the_site_has_is_asked_for(site):
    unnamed = {"_headers", "sitemap.xml.gz"}  # for a host and for robots
    assert {one.suffix for one in site.rglob("*.*") if one.is_file() and one.name not in unnamed} <= set(TYPES)


ELSEWHERE = ["//voorbeeld.test/", "/%5cvoorbeeld.test/", "/%5c%5cvoorbeeld.test/", "///voorbeeld.test/"]
"""How an address begins that a browser takes for one of another site when a server repeats it."""


@pytest.mark.parametrize("up", ["..%2f", "%2e%2e/", "../"])
@pytest.mark.parametrize("begin", ELSEWHERE)
def test_no_address_leads_to_another_site(served, begin, up):
    for asked in ("", "?x=1"):
        location = served.location(served.ask(f"{begin}{up}{served.folder.lstrip('/')}over{asked}")) or ""
        assert not re.match(r"[/\\]{2}|[a-z]+:", location)


def test_an_address_that_leads_to_another_site_is_caught(packed, tmp_path):
    text, plain = configuration("caddy"), r""" && {path}.matches("^(/\\w[\\w.-]*)+$")"""
    assert plain in text
    with (
        running("caddy", packed, tmp_path / "run", text.replace(plain, "")) as (host, port),
        Served(host, port, "/", packed) as served,
    ):
        for begin in ELSEWHERE[:2]:
            assert "voorbeeld.test" in served.ask(f"{begin}..%2fover?x=1").getheader("Location")


@pytest.mark.parametrize(
    "path",
    [
        "bestaat-niet/",
        "over/bestaat-niet.pdf",
        "assets/",
        "assets/vast/stijl-00000000.css",
        "insluiten/bestaat-niet/",
        "_headers",
        "over/.verborgen",
    ],
)
def test_what_is_not_there_for_readers_gets_the_page_for_errors(served, path):
    response, body = served.get(path, Accept_Encoding="br")
    assert response.status == 404 and brotli.decompress(body) == (served.root / "404.html").read_bytes()
    assert response.getheader("Cache-Control") == "no-cache"
    assert response.getheader("Content-Type") == TYPES[".html"]
    assert response.getheader("X-Content-Type-Options") == "nosniff"


def test_a_page_that_moved_leads_on(served):
    response, body = served.get(MOVED)
    (refresh,) = html.fromstring(body).xpath("//meta[@http-equiv='refresh']/@content")
    assert response.status == 200 and refresh.endswith("url=../../modellen/van-delden/")


def test_the_headers_file_stays_within_what_hosts_read(site):
    """Cloudflare's limits, https://developers.cloudflare.com/pages/configuration/headers/: 100 rules, 2,000 characters a line."""
    text = (site / "_headers").read_text(encoding="utf-8")
    assert len(rules(text)) <= 100 and max(map(len, text.splitlines())) <= 2000


def test_what_a_browser_may_keep_for_ever_is_named_by_its_content(site):
    """Whatever stands in that folder, under whichever name, gets the rule of the folder."""
    names = [one.relative_to(site / KEPT).as_posix() for one in (site / KEPT).rglob("*") if one.is_file()]
    assert len(names) > 50
    assert [one for one in names if not re.fullmatch(r"[a-z0-9-]+-[0-9A-Z]{8}\.[a-z0-9]+", one)] == []


def test_the_sum_for_a_cdn_is_of_this_site(site):
    """The page rounds, and one edition more changes no answer: within a fifth."""
    told = re.search(r"de site heeft ([\d.]+) bestanden.*krijgt je server ([\d.]+) × 100 / 60 = ([\d.]+) vragen", PAGE)
    files, asked, each_second = (int(number.replace(".", "")) for number in told.groups())
    assert files == asked and files * 100 / 60 == each_second
    assert 0.8 < files / sum(one.is_file() for one in site.rglob("*")) < 1.2


def put(command: str, built: Path, served: Path) -> None:
    """Run the command with which the page puts what was built on a server, on two folders of this machine."""
    program, *options, _, _ = shlex.split(command)
    subprocess.run([installed(program), *options, f"{built}/", f"{served}/"], env=libraries(), check=True)


def version(folder: Path, *names: str) -> Path:
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(folder.name, encoding="utf-8")
    return folder


COMMANDS = re.findall(r"^rsync .*$", PAGE, re.M)


def kept(command: str, folder: Path) -> set[str]:
    """What there is on a server on which a second version was put, of which each file but one has another name."""
    one = version(folder / "one", "index.html", "oud/index.html", f"{KEPT}/stijl-00000001.css", f"{KEPT}/a-1.js.br")
    two = version(folder / "two", "index.html", "nieuw/index.html", f"{KEPT}/stijl-00000002.css")
    served = folder / "served"
    served.mkdir()
    for built in (one, two):
        put(command, built, served)
    assert (served / "index.html").read_text(encoding="utf-8") == "two"
    return {file.relative_to(served).as_posix() for file in served.rglob("*") if file.is_file()}


@pytest.mark.whole  # as rsync is set up with the browser
@pytest.mark.parametrize("command", COMMANDS)
def test_a_new_version_leaves_the_styles_and_scripts_of_the_one_that_somebody_has_open(command, tmp_path):
    styles = {f"{KEPT}/stijl-00000001.css", f"{KEPT}/a-1.js.br", f"{KEPT}/stijl-00000002.css"}
    assert kept(command, tmp_path) == {"index.html", "nieuw/index.html", *styles}


@pytest.mark.whole
def test_a_rule_that_keeps_the_folder_but_nothing_in_it_is_caught(tmp_path):
    assert len(COMMANDS) == 3
    lost = kept(COMMANDS[0].replace("***", ""), tmp_path)
    assert f"{KEPT}/stijl-00000001.css" not in lost and f"{KEPT}/stijl-00000002.css" in lost


def gone_back(text: str, folder: Path) -> dict[str, str]:
    """What there is in a repository of an old version and of a new one with one more edition, once one went back as `text` says."""
    (commands,) = re.findall(r"\{: #terug \}\n\n```sh\n(.*?)^```", text, re.M | re.S)
    steps = [line for line in commands.splitlines() if line.startswith("git ")]

    def git(*words: str) -> str:
        user = ["-c", "user.name=Noor", "-c", "user.email=noor@voorbeeld.test"]
        command = ["git", "-C", folder, *user, *words]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()

    git("init", "--quiet", "--initial-branch", "main")
    version(folder, "docs/index.md", "docs/edities/2026.1.zip")
    git("add", ".")
    git("commit", "--quiet", "-m", "oud")
    old = git("rev-parse", "--short", "HEAD")
    (folder / "docs" / "index.md").write_text("nieuw")
    version(folder, "docs/edities/2027.1.zip")
    git("add", ".")
    git("commit", "--quiet", "-m", "nieuw")
    for step in steps:
        git(*step.replace("1a2b3c4", old).split()[1:])
    there = {one.name: one.read_text() for one in (folder / "docs").rglob("*.*")}
    git("switch", "main")
    assert git("status", "--short") == "" and (folder / "docs" / "index.md").read_text() == "nieuw"
    return there


def test_who_goes_back_to_an_older_version_keeps_the_editions_made_since(tmp_path):
    for part in ("now", "spoiled"):
        (tmp_path / part).mkdir()
    assert gone_back(PAGE, tmp_path / "now") == {"index.md": "now", "2026.1.zip": "now", "2027.1.zip": "now"}
    spoiled = PAGE.replace("git checkout main -- docs/edities\n", "")
    assert "2027.1.zip" not in gone_back(spoiled, tmp_path / "spoiled")


def workflows() -> dict[str, dict]:
    files = [*(ROOT / ".github" / "workflows").iterdir(), ROOT / ".gitlab-ci.yml"]
    return {file.name: yaml.safe_load(file.read_text(encoding="utf-8")) for file in files}


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from strings(one)


def test_what_the_page_and_the_workflows_run_is_there():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    told = [PAGE, *(text for file in workflows().values() for text in strings(file))]
    asked = {target for text in told for target in re.findall(r"\bmake (\w+)(?=`|$)", text, re.M)}
    assert asked == {"site", "uitgave", "bench", "adressen"}
    assert all(re.search(rf"^{target}:", makefile, re.M) for target in asked)
    assert all(f"{word}" in PAGE for word in (".github/workflows/pages.yml", ".gitlab-ci.yml"))


def test_the_workflow_may_only_publish_and_uses_what_was_read():
    (github,) = (file for name, file in workflows().items() if name == "pages.yml")
    assert github["permissions"] == {}
    assert {job: list(one["permissions"].items()) for job, one in github["jobs"].items()} == {
        "build": [("contents", "read"), ("pages", "read")],
        "publish": [("pages", "write"), ("id-token", "write")],
    }
    used = [step["uses"] for job in github["jobs"].values() for step in job["steps"] if "uses" in step]
    assert used and all(re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", one) for one in used)
