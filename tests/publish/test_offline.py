"""Proves that the service worker holds exactly what the pages of /reflectie/ fetch, under a version that follows from it."""

import json
import re

import pytest

from macros.publish.offline import keep_offline
from tests.conftest import ROOT

WORKER = (ROOT / "overrides" / "reflectie" / "werker.js").read_text(encoding="utf-8")
FILES = {
    "index.html": '<script src="assets/js/home.js"></script>',
    "reflectie/index.html": '<link rel="stylesheet" href="../assets/a.css"><link rel="canonical" href="https://elders.test/">'
    '<script type="module" src="../assets/js/a.js"></script><a href="../over/">x</a><img src="../assets/p.svg">',
    "reflectie/team/index.html": '<script type="module" src="../../assets/js/team.js"></script>',
    "assets/a.css": '@import "b.css"; a { background: url("data:image/png;base64,AA") } b { background: url(https://elders.test/x.png) }',
    "assets/b.css": "@font-face { src: url(../fonts/letter.woff2) }",
    "fonts/letter.woff2": "letter",
    "assets/p.svg": "<svg/>",
    "assets/js/home.js": "",
    "assets/js/a.js": 'import { b } from "./b.js";\nexport {\n  c,\n} from "./c.js";\nimport(`${x}`);',
    "assets/js/b.js": "",
    "assets/js/c.js": "",
    "assets/js/team.js": 'import "./b.js";\nconst load = () => import("../bibliotheek/qr.js");\nimport(new URL("./d.js", import.meta.url));',
    "assets/js/d.js": 'import "./e.js";',
    "assets/js/e.js": "",
    "assets/bibliotheek/qr.js": "qr",
    "over/index.html": "",
}


@pytest.fixture
def site_dir(tmp_path):
    for name, content in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content)
    (tmp_path / "reflectie/werker.js").write_text(WORKER)
    return tmp_path


def store(site_dir) -> dict:
    keep_offline(site_dir)
    return json.loads(re.search(r"const STORE = (\{.*\});", (site_dir / "reflectie/werker.js").read_text())[1])


def again(site_dir) -> str:
    (site_dir / "reflectie/werker.js").write_text(WORKER)
    return store(site_dir)["versie"]


def test_it_holds_what_the_pages_fetch_and_nothing_else(site_dir):
    found = store(site_dir)
    assert found["adressen"] == [
        "../assets/a.css",
        "../assets/b.css",
        "../assets/js/a.js",
        "../assets/js/b.js",
        "../assets/js/c.js",
        "../assets/js/team.js",
        "../assets/p.svg",
        "../fonts/letter.woff2",
        "./",
        "team/",
    ]
    assert found["later"] == {"team/": ["../assets/bibliotheek/qr.js", "../assets/js/d.js", "../assets/js/e.js"]}


def test_the_version_changes_with_the_content_and_with_nothing_else(site_dir):
    versions = [store(site_dir)["versie"], again(site_dir)]
    (site_dir / "over/index.html").write_text("anders")
    versions.append(again(site_dir))
    assert len(set(versions)) == 1
    for name in ("reflectie/team/index.html", "fonts/letter.woff2", "assets/bibliotheek/qr.js"):
        (site_dir / name).write_text(FILES[name] + " ")
        versions.append(again(site_dir))
    assert len(set(versions)) == 4


def test_a_worker_without_a_place_for_it_is_refused(site_dir):
    (site_dir / "reflectie/werker.js").write_text("const STORE = {};")
    with pytest.raises(ValueError, match="werker.js"):
        keep_offline(site_dir)
