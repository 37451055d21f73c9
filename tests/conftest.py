"""What several test rooms share: the real content, the site built from it once, a server and a browser."""

import contextlib
import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.host import plain, serving
from tests.programs import program

ROOT = Path(__file__).resolve().parent.parent
SITE_URL = "https://voorbeeld.test/leren/"
FOLDER = "/leren/"
BROWSER = ROOT / "tests" / "browser"
# Where a page says how it is cited itself, beside which it may say the same of a fixed edition.
CITED_ITSELF = ".citeer dl > div:not(.citeer-editie)"

# What pytest makes of each test, which takes it seconds, is made again only for one that changed; builds still keep nothing.
sys.dont_write_bytecode = False


def asset(source: str) -> str:
    """Where a file of the theme, such as `js/lijn.js`, is published, relative to the site's root."""
    from macros.publish import theme

    return theme(ROOT / "docs").address(source)


@pytest.fixture(scope="session")
def bank():
    from macros.knowledge.reader import load

    return load(ROOT / "docs")


def site_of(docs: Path, path: str):
    """The knowledge in folder `docs`, seen from its page at `path`, with the other rooms' answers at hand."""
    from macros import calls
    from macros.pages.site import Site

    return Site(docs, path, calls(docs, SITE_URL).elsewhere)


def build(project: Path, target: Path, **environment: str) -> subprocess.CompletedProcess:
    """Build the project in folder `project` into `target` as `make site` does, in a process of its own.

    Who builds keeps files to himself, which should not keep anybody from reading what is published.
    """
    settings = {"SOURCE_DATE_EPOCH": "1577836800", "NO_MKDOCS_2_WARNING": "1", "SITE_URL": SITE_URL, **environment}
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "--quiet", "build", "--site-dir", str(target)],
        cwd=project,
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        umask=0o077,
    )


def pytest_collection_modifyitems(items):
    """Mark what `make check` leaves out: tests that need the built site, all prints, or a browser.

    It doesn't even read the folder of the last, so all that is in there is left out. What needs a copy of the project builds it or
    runs its tests, and is begun first: the last to finish is what one waits for.
    """
    items.sort(key=lambda item: not {"project", "altered"} & set(item.fixturenames))
    for item in items:
        if BROWSER in item.path.parents or {"site", "press", "chromium"} & set(item.fixturenames):
            item.add_marker("whole")


def once(target: Path, make: Callable[[Path], None]) -> Path:
    """Folder `target`, which `make` makes under another name; once, also when several workers want it."""
    with target.with_name(f"{target.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not target.exists():
            half = target.with_name(f"{target.name}-half")
            make(half)
            half.rename(target)
    return target


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Path:
    """The whole site, built from the real content, in a folder that all workers share."""
    base = tmp_path_factory.getbasetemp()

    def make(target: Path) -> None:
        result = build(ROOT, target)
        assert result.returncode == 0, result.stdout + result.stderr
        (target.parent / "site.log").write_text(result.stderr, encoding="utf-8")

    return once((base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "site", make)


@pytest.fixture(scope="session")
def altered(site) -> Path:
    """A copy of the project with the changes that several tests ask for, and what is built of it in `site` there."""
    from tests.altered import alter

    def make(project: Path) -> None:
        alter(copied(project), site)
        result = build(project, project / "site")
        assert result.returncode == 0, result.stdout + result.stderr

    return once(site.with_name("altered"), make)


def of_edition(file: Path, site: Path) -> bool:
    """Whether a file of the built site is part of an edition, which stays as it was whatever the site does by now."""
    parts = file.relative_to(site).parts
    return parts[0] == "editie" and len(parts) > 2


def copied(target: Path) -> Path:
    """A copy of the project in folder `target`, with what was typeset and compiled before: all cards take most of a minute."""
    for name in ("docs", "macros", "overrides"):
        # What another worker compiles just now goes by another name until it is whole.
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("*.pyc.*"))
    shutil.copy(ROOT / "mkdocs.yml", target)
    (target / ".build").mkdir()
    for name in ("assets", "cards", "fonts"):
        (ROOT / ".build" / name).mkdir(parents=True, exist_ok=True)
        (target / ".build" / name).symlink_to(ROOT / ".build" / name)
    return target


@pytest.fixture
def project(tmp_path) -> Path:
    """A copy of the project that a test may spoil."""
    return copied(tmp_path)


@pytest.fixture(scope="session")
def address(site) -> str:
    """Where the built site is served, with a slash at the end; below a folder, as on many hosts."""
    served = site.parent / "host"
    served.mkdir(exist_ok=True)
    # Beside the site its modules as written and the packages they use, for tests of one of them alone.
    folders = {"leren": site, "bron": ROOT / "overrides" / "assets", "npm": Path(sys.prefix) / "node_modules"}
    for name, folder in folders.items():
        with contextlib.suppress(FileExistsError):
            # Another worker was first.
            (served / name).symlink_to(folder)
    with serving(plain(served)) as host:
        yield f"{host}leren/"


@pytest.fixture(scope="session")
def chromium():
    """A function that starts a real Chromium with more arguments: Debian's where it is there, else Playwright's own."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:

        def start(*more: str):
            return playwright.chromium.launch(
                executable_path=program("chromium-headless-shell") or program("chromium"),
                args=[
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-background-networking",
                    "--disable-component-update",
                    *more,
                ],
            )

        yield start


@pytest.fixture(scope="session")
def browser(chromium):
    """The Chromium that most tests share."""
    with chromium() as running:
        yield running
