"""Proves that what a reader may take along is all that the pages fetch, in files of one edition, and each deck by itself."""

import hashlib
import io
import json
import zipfile

import pytest

from macros.publish.built.offline import PACK, keep_offline
from macros.publish.made.browser import FOLDER, Assets

FILES = {
    "index.html": '<script src="assets/home.js"></script><zoek-veld data-index="assets/index.json">',
    "404.html": '<img src="/assets/not.svg">',
    "begrip/index.html": '<link rel="stylesheet" href="../assets/a.css"><link rel="canonical" href="https://elders.test/">'
    '<script type="module" src="../assets/a.js"></script><a href="../over/">x</a><a href="../los.pdf">x</a>'
    '<img src="../assets/p.svg"><img loading="lazy" src="../assets/q.svg">',
    "kaarten/emoties/index.html": '<a class="x" href="../emoties.pdf">x</a><img src="../face/een.svg" loading="lazy">',
    **{
        f"assets/{name}": name
        for name in (
            *[
                "a.css",
                "index.json",
                "letter.woff2",
                "p.svg",
                "q.svg",
                "not.svg",
                "home.js",
                "a.js",
                "b.js",
                "c.js",
                "d.js",
                "e.js",
                "f.js",
            ],
        )
    },
    "kaarten/emoties.pdf": "PDF" * 10,
    "kaarten/face/een.svg": "een",
    "los.pdf": "los",
}
ASSETS = Assets(
    files=dict.fromkeys((f"assets/{name}" for name in ("a.css", "a.js", "b.js", "d.js", "home.js")), b""),
    addresses={},
    fetches={
        "assets/a.css": ("assets/letter.woff2",),
        "assets/a.js": ("assets/b.js",),
        "assets/b.js": ("assets/c.js",),
        "assets/d.js": ("assets/e.js",),
    },
    later={"assets/home.js": ("assets/d.js",), "assets/e.js": ("assets/f.js",)},
)
DECKS = {"kaarten/emoties/": "Emotiekaarten"}


@pytest.fixture
def site_dir(tmp_path):
    for name, content in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content)
    (tmp_path / FOLDER).mkdir()
    return tmp_path


def offered(site_dir) -> dict:
    for old in (site_dir / FOLDER).glob("*.zip"):
        old.unlink()
    keep_offline(site_dir, ASSETS, DECKS)
    return json.loads((site_dir / "meenemen.json").read_text(encoding="utf-8"))


def packed(site_dir, told: dict) -> dict[str, bytes]:
    """What is in the files of the whole site, in order."""
    packs = [zipfile.ZipFile(site_dir / one["adres"]) for one in told["site"]["bestanden"]]
    return {name: pack.read(name) for pack in packs for name in pack.namelist()}


def test_the_whole_site_is_every_page_with_what_it_fetches_and_no_print(site_dir):
    found = packed(site_dir, offered(site_dir))
    left_out = {"404.html", "assets/not.svg", "kaarten/emoties.pdf", "kaarten/face/een.svg", "los.pdf"}
    assert found == {name: content.encode() for name, content in FILES.items() if name not in left_out}


def test_a_deck_is_its_prints_and_its_pictures(site_dir):
    [deck] = offered(site_dir)["sets"]
    assert deck["titel"] == "Emotiekaarten"
    assert {one["adres"] for one in deck["bestanden"]} == {"kaarten/emoties.pdf", "kaarten/face/een.svg"}


def test_each_file_is_told_with_its_size_and_digest_and_all_together(site_dir):
    told = offered(site_dir)
    for group in (told["site"], *told["sets"]):
        for one in group["bestanden"]:
            content = (site_dir / one["adres"]).read_bytes()
            assert (one["bytes"], one["som"]) == (len(content), hashlib.sha256(content).hexdigest()[:16])
        assert group["bytes"] == sum(one["bytes"] for one in group["bestanden"])


def test_who_is_cut_short_goes_on_from_a_file_that_is_not_large(site_dir):
    (site_dir / "assets/p.svg").write_bytes(
        b"".join(hashlib.sha256(bytes([i % 256, i // 256])).digest() for i in range(12_000))
    )
    files = offered(site_dir)["site"]["bestanden"]
    assert len(files) == 2 and all(one["bytes"] < 2 * PACK for one in files)


def test_the_edition_changes_with_what_is_offered_and_with_nothing_else(site_dir):
    editions = [offered(site_dir)["editie"], offered(site_dir)["editie"]]
    (site_dir / "los.pdf").write_text("anders")
    editions.append(offered(site_dir)["editie"])
    assert len(set(editions)) == 1
    for name in ("begrip/index.html", "assets/f.js", "kaarten/emoties.pdf"):
        (site_dir / name).write_text(FILES[name] + " ")
        editions.append(offered(site_dir)["editie"])
        assert editions[-1] in (site_dir / "werker.js").read_text(encoding="utf-8")
    assert len(set(editions)) == 4


def test_a_zip_file_is_as_plain_as_the_worker_reads_it(site_dir):
    [pack] = offered(site_dir)["site"]["bestanden"]
    content = (site_dir / pack["adres"]).read_bytes()
    found = zipfile.ZipFile(io.BytesIO(content))
    assert found.comment == b"" and content[-22:-18] == b"PK\5\6"
    assert {one.compress_type for one in found.infolist()} == {zipfile.ZIP_DEFLATED}
