"""Proves that the service worker holds exactly what the pages of /reflectie/ fetch, under a version that follows from it."""

import json
import re

import pytest

from macros.publish.browser import Assets
from macros.publish.offline import keep_offline

FILES = {
    "index.html": '<script src="assets/home.js"></script>',
    "reflectie/index.html": '<link rel="stylesheet" href="../assets/a.css"><link rel="canonical" href="https://elders.test/">'
    '<script type="module" src="../assets/a.js"></script><a href="../over/">x</a><img src="../assets/p.svg">',
    "reflectie/team/index.html": '<script type="module" src="../../assets/team.js"></script>',
    "over/index.html": "",
    **{
        f"assets/{name}": name
        for name in (
            "a.css",
            "letter.woff2",
            "p.svg",
            "home.js",
            "a.js",
            "b.js",
            "c.js",
            "team.js",
            "d.js",
            "e.js",
            "f.js",
        )
    },
}
ASSETS = Assets(
    files={},
    addresses={},
    fetches={
        "assets/a.css": ("assets/letter.woff2",),
        "assets/a.js": ("assets/b.js",),
        "assets/b.js": ("assets/c.js",),
        "assets/d.js": ("assets/e.js",),
    },
    later={"assets/team.js": ("assets/d.js",), "assets/e.js": ("assets/f.js",), "assets/home.js": ("assets/a.js",)},
)


@pytest.fixture
def site_dir(tmp_path):
    for name, content in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content)
    return tmp_path


def store(site_dir) -> dict:
    """What the worker that is written holds."""
    keep_offline(site_dir, ASSETS)
    script = (site_dir / "reflectie/werker.js").read_text()
    # Made small, it has its strings in either quotation marks and its keys without them.
    found = re.search(r"\{versie:.*?later:\{.*?\}\}", script)[0]
    return json.loads(re.sub(r"(?<=[{,])(\w+):", r'"\1":', found))


def test_it_holds_what_the_pages_fetch_and_nothing_else(site_dir):
    found = store(site_dir)
    names = ("a.css", "a.js", "b.js", "c.js", "letter.woff2", "p.svg", "team.js")
    assert found["adressen"] == [*(f"../assets/{name}" for name in names), "./", "team/"]
    assert found["later"] == {"team/": ["../assets/d.js", "../assets/e.js", "../assets/f.js"]}


def test_the_version_changes_with_the_content_and_with_nothing_else(site_dir):
    versions = [store(site_dir)["versie"] for _ in range(2)]
    (site_dir / "over/index.html").write_text("anders")
    versions.append(store(site_dir)["versie"])
    assert len(set(versions)) == 1
    for name in ("reflectie/team/index.html", "assets/letter.woff2", "assets/f.js"):
        (site_dir / name).write_text(FILES[name] + " ")
        versions.append(store(site_dir)["versie"])
    assert len(set(versions)) == 4
