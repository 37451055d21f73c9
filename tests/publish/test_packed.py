"""Proves that what one publishes is the site with copies that unpack to the same, packed once for each content."""

import errno
import gzip
import os
import shutil
from pathlib import Path

import brotli
import pytest
import zstandard

from macros.publish.packed import METHODS, main, pack

UNPACK = {"br": brotli.decompress, "zst": zstandard.decompress, "gz": gzip.decompress}
PAGE = "<p>Een extra rondje draaien</p>\n" * 40


@pytest.fixture
def site(tmp_path):
    folder = tmp_path / "site"
    (folder / "over").mkdir(parents=True)
    (folder / "index.html").write_text(PAGE)
    (folder / "over" / "index.html").write_text(PAGE)
    (folder / "kort.svg").write_text("<svg/>")
    (folder / "kaart.pdf").write_text(PAGE)
    return folder


def contents(folder):
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_each_text_gets_the_copies_that_are_smaller_and_unpack_to_it(site, tmp_path):
    pack(site, tmp_path / "uitgave", tmp_path / "store")
    found = contents(tmp_path / "uitgave")
    pages = ["index.html", "over/index.html"]
    assert set(found) == {*contents(site), *(f"{page}.{ending}" for page in pages for ending in METHODS)}
    assert all(found[name] == content for name, content in contents(site).items())
    for page in pages:
        for ending in METHODS:
            assert UNPACK[ending](found[f"{page}.{ending}"]).decode() == PAGE
            assert len(found[f"{page}.{ending}"]) < len(PAGE)


def test_who_serves_it_may_read_it_whatever_the_maker_keeps_to_himself(site, tmp_path):
    for one in (site, *site.rglob("*")):
        one.chmod(0o700 if one.is_dir() else 0o600)
    before = os.umask(0o077)
    try:
        pack(site, tmp_path / "uitgave", tmp_path / "store")
    finally:
        os.umask(before)
    made = (tmp_path / "uitgave", *(tmp_path / "uitgave").rglob("*"))
    assert {(one.is_dir(), one.stat().st_mode & 0o777) for one in made} == {(True, 0o755), (False, 0o644)}


def test_the_same_site_gives_the_same_bytes(site, tmp_path):
    for name in ("een", "twee"):
        pack(site, tmp_path / name, tmp_path / f"store-{name}")
    assert contents(tmp_path / "een") == contents(tmp_path / "twee")


def test_only_what_changed_is_packed_again_and_what_is_gone_is_not_kept(site, tmp_path):
    target, store = tmp_path / "uitgave", tmp_path / "store"
    pack(site, target, store)
    kept = {file.name: file.stat().st_mtime_ns for file in store.iterdir()}
    (site / "over" / "index.html").write_text(PAGE.upper())
    pack(site, target, store)
    now = {file.name: file.stat().st_mtime_ns for file in store.iterdir()}
    assert kept.items() < now.items() and len(now) == len(kept) + len(METHODS)
    assert UNPACK["br"]((target / "over" / "index.html.br").read_bytes()).decode() == PAGE.upper()
    (site / "over" / "index.html").unlink()
    pack(site, target, store)
    assert {file.name for file in store.iterdir()} == set(kept)
    assert not list((target / "over").iterdir())


def test_what_was_there_stays_when_it_does_not_succeed(site, tmp_path):
    target, store = tmp_path / "uitgave", tmp_path / "store"
    pack(site, target, store)
    before = contents(target)
    (site / "nergens").symlink_to(site / "niet")
    with pytest.raises(OSError):
        pack(site, target, store)
    assert contents(target) == before


def test_what_was_there_comes_back_when_its_place_cannot_be_taken(site, tmp_path, monkeypatch):
    target, store, rename = tmp_path / "uitgave", tmp_path / "store", Path.rename
    pack(site, target, store)
    before = contents(target)

    def busy(one, to):
        if one.name == "store-half":
            raise OSError(errno.EBUSY, "bezet")
        return rename(one, to)

    monkeypatch.setattr(Path, "rename", busy)
    (site / "index.html").write_text(PAGE.upper())
    with pytest.raises(OSError):
        pack(site, target, store)
    assert contents(target) == before
    assert {one.name for one in tmp_path.iterdir()} == {"site", "store", "uitgave"}


@pytest.mark.parametrize(
    "number, why",
    [
        (errno.ENOSPC, "de schijf is vol"),
        (errno.EDQUOT, "de schijf is vol"),
        (errno.EACCES, "[Errno 13] geen toegang: 'uit/x'"),
    ],
)
@pytest.mark.parametrize("step", ["copy2", "copyfile"])
def test_one_sentence_tells_why_it_does_not_succeed_and_nothing_half_stays(
    site, tmp_path, monkeypatch, step, number, why
):
    target, store = tmp_path / "uitgave", tmp_path / "store"

    def refused(*_, **__):
        raise OSError(number, "geen toegang", "uit/x")

    monkeypatch.setattr(shutil, step, refused)
    told = f"Inpakken is niet gelukt: {why}. Aan {target}/ is niets veranderd."
    assert main([str(site), str(target), str(store)]) == told
    assert {one.name for one in tmp_path.iterdir()} == {"site", "store"}
