"""What pages load is named by its content, so a page of today never gets a style or script that a browser still had."""

import graphlib
import re
import shutil
import tempfile

import pytest

from macros.cards import PrintStore
from macros.publish.made.browser import SOURCE, TARGET, build_assets
from tests.conftest import ROOT, of_edition

GENERATED = {"velden.css": ":root{--a:red}", "vormen.css": ".a7{color:red}"}


@pytest.fixture(scope="module")
def assets():
    return build_assets(GENERATED)


@pytest.mark.parametrize(
    "changed, renamed",
    [
        ("css/stijl/page.css", {"css/stijl.css"}),
        # In a chunk of its own, which others name.
        ("js/samen/say.js", {"js/linkmaker.js", "js/reflectie.js"}),
    ],
)
def test_another_content_is_another_name(changed, renamed, assets, tmp_path):
    source = tmp_path / "assets"
    shutil.copytree(SOURCE, source)
    with (source / changed).open("a", encoding="utf-8") as file:
        file.write("\n.nieuw { color: red }\n" if changed.endswith("css") else "\nglobalThis.nieuw = 1;\n")
    after = build_assets(GENERATED, source).addresses
    others = {name for name in after if after[name] != assets.addresses[name]}
    assert renamed <= others
    assert not others & {"css/papier.css", "fonts/atkinson-hyperlegible-next.woff2"}


def test_the_same_content_is_the_same_name_wherever_it_is_made(assets, tmp_path, monkeypatch):
    """So another computer, or another folder on this one, makes the same bytes of a commit."""
    elsewhere = tmp_path / "deeper" / "than" / "usual"
    elsewhere.mkdir(parents=True)
    monkeypatch.setattr(tempfile, "tempdir", str(elsewhere))
    assert build_assets(GENERATED).files == assets.files


def test_readers_are_told_for_which_browsers_they_are_made():
    text = (ROOT / "docs/over/index.md").read_text(encoding="utf-8")
    for name, version in re.findall(r"(chrome|firefox|safari)(\d+)", TARGET):
        assert re.search(rf"{name}\b.{{0,15}} vanaf versie {version}\b", text, re.I), name


def test_from_a_store_they_are_as_if_built_anew(assets, tmp_path):
    """Also after a change of a source and of a style that is made."""
    store, source = PrintStore(tmp_path / "store"), tmp_path / "assets"
    shutil.copytree(SOURCE, source)
    assert [build_assets(GENERATED, source, store) for _ in range(2)] == [assets] * 2
    assert len(list(store.folder.iterdir())) == 1
    with (source / "js/samen/say.js").open("a", encoding="utf-8") as file:
        file.write("\nglobalThis.nieuw = 1;\n")
    others = {**GENERATED, "velden.css": ":root{--a:blue}"}
    assert build_assets(others, source, store) == build_assets(others, source) != assets


LOADED = re.compile(r"""<(?:script[^>]*\ssrc|link[^>]*\shref)="([^"]+\.(?:js|css|woff2))\"""")


def unnamed(page: str) -> list[str]:
    """What a page loads under a name that stays the same when its content changes."""
    return [one for one in LOADED.findall(page) if not re.search(r"/[a-z-]+-[A-Z0-9]{8}\.\w+$", one)]


def test_every_page_loads_only_what_is_named_so(site):
    pages = {
        file.relative_to(site): file.read_text(encoding="utf-8")
        for file in site.rglob("*.html")
        if not of_edition(file, site)
    }
    assert {path: wrong for path, page in pages.items() if (wrong := unnamed(page))} == {}
    assert all(LOADED.search(page) for page in pages.values())
    one = next(iter(pages.values()))
    assert unnamed(re.sub(r"stijl-\w+\.css", "stijl.css", one)), "the control case is not seen"


def crossing(scripts) -> list[str]:
    """Imports of scripts below folder `scripts` from a room that theirs knows nothing of."""
    wrong = []
    for file in sorted(scripts.rglob("*/*.js")):
        here = file.relative_to(scripts).parts[0]
        # Also for its types, or only when it is used: a library, which stands beside the rooms.
        for target in re.findall(r'(?:from |import\()"(\.[^"]+)"', file.read_text(encoding="utf-8")):
            there = (file.parent / target).resolve().relative_to(scripts.resolve()).parts[0]
            if there != here and not there.endswith(".js") and there not in ROOMS.get(here, ("samen",)):
                wrong.append(f"{here} -> {there}")
    return wrong


# What a room of scripts may take from another, if that is more than what all have in common; that itself takes from none.
ROOMS = {
    "samen": (),
    "draaiboek": ("samen", "begeleiden"),
    "uitvoeren": ("samen", "begeleiden"),
    # A frame opens by the link that the reflection opens by.
    "insluiten": ("samen", "reflectie"),
}


def test_the_rooms_of_scripts_read_each_other_one_way_only(tmp_path):
    assert crossing(SOURCE / "js") == []
    for name, line in (("samen/a.js", 'import { b } from "../team/b.js";'), ("team/b.js", 'import "./c.js";')):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(line)
    assert crossing(tmp_path) == ["samen -> team"]


def circle(scripts) -> list[str]:
    """Folders below folder `scripts` that need each other in a circle; what only knows a type needs nothing."""
    needs = {}
    for file in scripts.rglob("*/*.js"):
        code = re.sub(r"/\*\*.*?\*/", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
        rooms = {(file.parent / one).resolve().parent for one in re.findall(r'(?:from |import\()"(\.[^"]+)"', code)}
        needs.setdefault(file.parent.resolve(), set()).update(rooms - {file.parent.resolve(), scripts.resolve()})
    try:
        graphlib.TopologicalSorter(needs).prepare()
    except graphlib.CycleError as error:
        return [room.name for room in error.args[1]]
    return []


def test_no_two_folders_of_scripts_need_each_other(tmp_path):
    """What the parts of a room share stands in a folder that knows none of them."""
    assert circle(SOURCE / "js") == []
    (tmp_path / "team/deep").mkdir(parents=True)
    (tmp_path / "team/a.js").write_text('import { b } from "./deep/b.js";')
    (tmp_path / "team/deep/b.js").write_text('import("../c.js");')
    assert set(circle(tmp_path)) == {"team", "deep"}
    (tmp_path / "team/deep/b.js").write_text('/** @typedef {import("../c.js").C} C */')
    assert circle(tmp_path) == []
