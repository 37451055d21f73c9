"""The ledger of addresses: what was published stays reachable, and the file only grows."""

import subprocess

import pytest

from macros.knowledge.errors import ContentError
from macros.publish.ledger import addresses, check, grown, read, write
from macros.publish.moves import read_moves, stub
from tests.conftest import ROOT

LEDGER = ROOT / "docs" / "adressen.txt"


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
    write(tmp_path / "l.txt", ledger)
    assert read(tmp_path / "l.txt") == ledger


@pytest.mark.parametrize(
    ("built", "moves", "told"),
    [
        ({"een/": {"a"}}, {}, "het anker `b` is ooit gepubliceerd en staat niet meer op een/"),
        ({"twee/": {"a", "b"}}, {}, "dit adres is ooit gepubliceerd en bestaat niet meer; er staat `een/`"),
        ({"twee/": {"a", "b"}}, {"een/": "drie/"}, "deze verhuizing leidt nergens heen; er staat `drie/`"),
    ],
)
def test_a_lost_address_stops_the_build(built, moves, told):
    with pytest.raises(ContentError, match=told):
        check({"een/": frozenset("ab")}, {k: frozenset(v) for k, v in built.items()}, moves)


def test_a_moved_page_with_all_its_anchors_is_fine():
    check({"een/": frozenset("ab")}, {"twee/": frozenset("abc")}, {"een/": "twee/"})


def test_moves_that_are_no_map_are_refused(tmp_path):
    (tmp_path / "v.yml").write_text("- een\n")
    with pytest.raises(ContentError, match="regels als `oud/adres/: nieuw/adres/`"):
        read_moves(tmp_path / "v.yml")


def test_a_stub_is_dutch_and_leads_on():
    text = stub("nieuw/", "../", "https://voorbeeld.test/nieuw/", "assets/verhuisd-A.js")
    assert 'lang="nl"' in text and 'href="../nieuw/"' in text and "Deze pagina is verhuisd" in text


def test_the_ledger_knows_every_address_of_the_site(site):
    """Run `make adressen` after adding a page or an anchor."""
    assert grown(read(LEDGER), addresses(site)) == read(LEDGER)


def test_the_ledger_has_only_grown_since_the_last_commit():
    before = subprocess.run(["git", "show", "HEAD:docs/adressen.txt"], cwd=ROOT, capture_output=True, text=True)
    if before.returncode:
        pytest.skip("the ledger is not in the last commit")
    old = {line.split()[0]: set(line.split()[1:]) for line in before.stdout.splitlines() if not line.startswith("# ")}
    new = {page or "/": anchors for page, anchors in read(LEDGER).items()}
    assert {
        page: anchors - new.get(page, set()) for page, anchors in old.items() if anchors - new.get(page, set())
    } == {}
    assert old.keys() <= new.keys()
