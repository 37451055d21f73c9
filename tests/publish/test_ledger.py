"""The ledger of addresses: what was published stays reachable, and the file only grows."""

import subprocess

import pytest

from macros.knowledge.errors import ContentError
from macros.knowledge.files import published_before
from macros.publish.addresses.ledger import Published, addresses, check, files_in, grown, main, read, read_all, write
from macros.publish.addresses.moves import Moves, keep_files, stub, write_stubs
from tests.conftest import ROOT
from tests.knowledge.spoil import sound


def page(folder, anchors):
    folder.mkdir(parents=True)
    folder.joinpath("index.html").write_text(
        "<header id='kop'></header><main id=\"inhoud\">" + "".join(f'<p id="{a}"></p>' for a in anchors) + "</main>"
    )


def test_addresses_are_pages_with_the_anchors_in_their_main_part(tmp_path):
    page(tmp_path / "een" / "twee", ["sv1-v1", "hierna-bron"])
    assert addresses(tmp_path) == {"een/twee/": {"sv1-v1"}}


def test_a_ledger_is_read_back_as_written(tmp_path):
    ledger = {"": frozenset({"b", "a"}), "een/": frozenset()}
    write(tmp_path, Published(ledger))
    assert read(tmp_path) == (ledger, ())


def test_lines_of_one_page_count_together_for_all_who_read_them(tmp_path):
    """As a merge leaves them."""
    (tmp_path / "adressen.txt").write_text("een/ a\n  # Uitleg\neen/ b\n", encoding="utf-8")
    assert read(tmp_path) == ({"een/": frozenset("ab")}, ())
    assert published_before(tmp_path) == {"een": frozenset("ab")}


@pytest.mark.parametrize(
    ("built", "told"),
    [
        ({"een/": {"a"}}, "het anker `b` is ooit gepubliceerd en staat niet meer op een/"),
        ({"twee/": {"a", "b"}}, "dit adres is ooit gepubliceerd en bestaat niet meer; er staat `een/`"),
    ],
)
def test_a_lost_address_stops_the_build(built, told):
    with pytest.raises(ContentError, match=told):
        check({"een/": frozenset("ab")}, {k: frozenset(v) for k, v in built.items()}, {})


def test_a_moved_page_with_all_its_anchors_is_fine():
    check({"een/": frozenset("ab")}, {"twee/": frozenset("abc")}, {"een/": "twee/"})


def test_a_moved_page_without_an_anchor_is_told_by_its_new_address():
    with pytest.raises(ContentError, match="het anker `b` is ooit gepubliceerd en staat niet meer op twee/"):
        check({"een/": frozenset("ab")}, {"twee/": frozenset("a")}, {"een/": "twee/"})


def test_a_stub_is_dutch_and_leads_on():
    text = stub("nieuw/", "../", "https://voorbeeld.test/nieuw/", "assets/verhuisd-A.js")
    assert 'lang="nl"' in text and 'href="../nieuw/"' in text and "Deze pagina is verhuisd" in text


def test_a_stub_never_takes_the_place_of_a_page(tmp_path):
    page(tmp_path / "twee", [])
    with pytest.raises(ContentError, match="op dit adres staat al een pagina; er staat `twee/`"):
        write_stubs({"een/": "drie/", "twee/": "drie/"}, tmp_path, "https://voorbeeld.test/", "verhuisd.js")
    assert not (tmp_path / "een").exists()


@pytest.mark.parametrize(
    "folder, anchor, wrong",
    [("twee woorden", "a", "twee woorden/"), ("Een", "a", "Een/"), ("een", "Kop Een", "Kop Een")],
)
def test_an_address_that_would_be_a_burden_is_not_written(tmp_path, folder, anchor, wrong, capsys):
    """As a page with a space in its name once was."""
    docs, site = tmp_path / "docs", tmp_path / "site"
    docs.mkdir()
    write(docs, Published({"nul/": frozenset()}))
    before = (docs / "adressen.txt").read_bytes()
    page(site / folder, [anchor])
    sentence = f"adressen.txt: dit adres kan niet voor altijd; er staat `{wrong}`"
    assert main(site, docs).startswith(sentence) and (docs / "adressen.txt").read_bytes() == before
    assert capsys.readouterr().out == ""


def test_the_ledger_grows_by_what_is_built(tmp_path, capsys):
    docs, site = tmp_path / "docs", tmp_path / "site"
    docs.mkdir()
    write(docs, Published({"nul/": frozenset()}))
    page(site / "een", ["a"])
    assert main(site, docs) is None and capsys.readouterr().out.endswith("1 -> 2 pagina’s\n")
    assert read(docs)[0] == {"nul/": frozenset(), "een/": frozenset({"a"})}


def test_it_keeps_the_ids_of_pages_and_the_files_that_others_link_to(tmp_path):
    """Not what a page fetches itself; and what an older ledger says of a page stays."""
    docs, site = sound(tmp_path), tmp_path / "site"
    (docs / "adressen.txt").write_text("veld/ sv1-v1\nkaarten/kaart/ (oud)\n", encoding="utf-8")
    page(site / "veld", ["sv1-v2"])
    page(site / "kaarten/kaart", [])
    page(site / "editie/2026.1/veld", [])
    kept = {"kaarten/a-7.pdf", "data/sv1.lom.xml", "les.imscc", "editie/2026.1.zip", "wijzigingen.xml"}
    for name in (*kept, "kaarten/stand-1/a.pdf", "delen/sv1.png", "begeleiden/blokken.json", "editie/2026.1/x.csv"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(b"")
    assert main(site, docs) is None
    told, mistakes = read_all(docs)
    assert mistakes == () and told.files == kept
    assert told.pages["veld/"] == {"sv1-v1", "sv1-v2"} and told.ids == {"veld/": "sv1", "kaarten/kaart/": "oud"}


def test_a_file_of_a_page_that_moved_is_copied_to_where_it_was(tmp_path):
    """By its own line, below the page, and by the id of the page; one that is nowhere is told."""
    for name in ("nieuw/blad.pdf", "data/nieuw.json", "kaarten/nieuw-a7.pdf", "kaarten/ander.pdf"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    lost = {"oud/blad.pdf", "data/oud.json", "kaarten/oud-a7.pdf", "kaarten/weg.pdf", "kaarten/oud-a6.pdf"}
    moves = Moves({"oud/": "nieuw/"}, {"kaarten/weg.pdf": "kaarten/ander.pdf"})
    published = Published({"oud/": frozenset()}, {"oud/": "oud"}, frozenset(lost))
    keep_files(lost, moves, published, {"nieuw/": "nieuw"}, tmp_path)
    there = {name: (tmp_path / name).read_text() for name in lost if (tmp_path / name).exists()}
    assert there == {
        "oud/blad.pdf": "nieuw/blad.pdf",
        "data/oud.json": "data/nieuw.json",
        "kaarten/oud-a7.pdf": "kaarten/nieuw-a7.pdf",
        "kaarten/weg.pdf": "kaarten/ander.pdf",
    }
    with pytest.raises(ContentError, match="dit bestand is ooit gepubliceerd .*; er staat `kaarten/oud-a6.pdf`"):
        check({}, {}, {}, lost - files_in(tmp_path))


def test_a_damaged_ledger_is_told_and_left_as_it_is(tmp_path):
    """Written anew without what can't be read, it would forget addresses that were published."""
    docs, site = tmp_path / "docs", tmp_path / "site"
    docs.mkdir()
    write(docs, Published({"nul/": frozenset()}))
    file = docs / "adressen.txt"
    damaged = file.read_text(encoding="utf-8") + "<<<<<<< HEAD\n"
    file.write_text(damaged, encoding="utf-8")
    page(site / "een", ["a"])
    assert "adressen.txt" in (main(site, docs) or "") and file.read_text(encoding="utf-8") == damaged


def test_the_ledger_knows_every_address_of_the_site(site):
    """Run `make adressen` after adding a page or an anchor."""
    ledger, _ = read(ROOT / "docs")
    assert grown(ledger, addresses(site)) == ledger
    assert files_in(site) <= read_all(ROOT / "docs")[0].files


def test_the_ledger_has_only_grown_since_the_last_commit(tmp_path):
    before = subprocess.run(["git", "show", "HEAD:docs/adressen.txt"], cwd=ROOT, capture_output=True, text=True)
    if before.returncode:
        pytest.skip("the ledger is not in the last commit")
    (tmp_path / "adressen.txt").write_text(before.stdout, encoding="utf-8")
    old, new = read_all(tmp_path)[0], read_all(ROOT / "docs")[0]
    assert grown(old.pages, new.pages) == new.pages
    assert old.files <= new.files and old.ids.items() <= new.ids.items()
