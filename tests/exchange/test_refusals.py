"""Proves that each exporter refuses what a receiver would stumble over, with one Dutch sentence; the examples are data."""

import json
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from examples import REFUSED

from macros.exchange.lms.cartridge import MOST_LINKS, cartridge
from macros.exchange.lms.course import Cursus, Module, Weblink
from macros.exchange.open.licence import chosen_licence
from macros.exchange.open.lom import Leermateriaal, lom
from macros.exchange.open.skos import concepts
from macros.knowledge.errors import ContentError
from macros.knowledge.kennisbank import Kennisbank
from macros.publish.editions import make_edition, read_changes, shelf
from macros.publish.made.generated import origin
from macros.publish.settings import checked_contact
from tests.conftest import ROOT, SITE_URL

FILE = "lessen/proef.md"
KNOWN = frozenset({"https://a.test/x/", "https://a.test/y/"})


def package(case: dict) -> bytes:
    modules = tuple(
        Module(title, tuple(Weblink(one[0], one[1], docent="docent" in one[2:]) for one in links))
        for title, links in case["pakket"]
    )
    course = Cursus("Een les", "Wat erin zit.", modules)
    return cartridge(course, case.get("versie", "1.1"), KNOWN, FILE)


def material(case: dict) -> str:
    given = dict(case["lesmateriaal"])
    if length := given.pop("herhaald", 0):
        given["beschrijving"] = "a" * length
    one = replace(
        MATERIAL, **{name: tuple(value) if isinstance(value, list) else value for name, value in given.items()}
    )
    return lom(origin(ROOT / "docs", "Leren", SITE_URL), one, FILE)


def linked(case: dict):
    """The concepts, with another title for one of them."""
    site = origin(ROOT / "docs", "Leren", SITE_URL)
    pages = tuple(
        replace(page, record=page.record.model_copy(update={"titel": case["begrip"]}))
        if page.record.id == "maatwerk"
        else page
        for page in site.bank.pages
    )
    return concepts(replace(site, bank=Kennisbank(pages)))


MATERIAL = Leermateriaal(
    "les", "Een les", "Wat erin zit.", "https://a.test/x/", ("les",), "handleiding", ("teacher",), ("hbo",)
)


def small_edition(folder: Path) -> tuple[Path, Path]:
    """A built site of one page, and a folder of content with an edition of it."""
    site, docs = folder / "site", folder / "docs"
    (site / "data").mkdir(parents=True)
    (site / "index.html").write_text("<title>Een</title><main><h1>Een</h1></main>", encoding="utf-8")
    (site / "data" / "alles.json").write_text(
        json.dumps({"site": "Leren", "adres": SITE_URL, "records": []}), encoding="utf-8"
    )
    (site / "_headers").touch()
    make_edition(site, docs, "2026.1", "2026-03-01", "De eerste.", {})
    return site, docs


def edition(case: dict):
    given = case["editie"]
    with tempfile.TemporaryDirectory() as folder:
        site, docs = small_edition(Path(folder))
        if given.get("leeg"):
            (site / "data" / "alles.json").unlink()
        before = {file.name: file.read_bytes() for file in (docs / "edities").iterdir()}
        missing = {given["adres"]: "eerst `make adressen`"} if "adres" in given else {}
        try:
            return make_edition(site, docs, given["naam"], str(given["datum"]), given.get("wat", "Nieuw."), missing)
        finally:
            assert before == {file.name: file.read_bytes() for file in (docs / "edities").iterdir()}, (
                "something was written"
            )


def listed(case: dict):
    with tempfile.TemporaryDirectory() as folder:
        _, docs = small_edition(Path(folder))
        (docs / "edities" / "edities.yml").write_text(case["plank"], encoding="utf-8")
        shelf.cache_clear()
        return shelf(docs)


def corrected(case: dict):
    with tempfile.TemporaryDirectory() as folder:
        _, docs = small_edition(Path(folder))
        (docs / "edities" / "wijzigingen.yml").write_text(case["wijziging"], encoding="utf-8")
        return read_changes(docs, {"maatwerk"})


EXPORTERS = {
    "editie": edition,
    "plank": listed,
    "wijziging": corrected,
    "pakket": package,
    "licentie": lambda case: chosen_licence(case["licentie"]),
    "contact": lambda case: checked_contact(case["contact"]),
    "lesmateriaal": material,
    "begrip": linked,
}


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case["naam"])
def test_it_is_refused_with_one_sentence(case):
    (kind,) = EXPORTERS.keys() & case.keys()
    with pytest.raises(ContentError) as refused:
        EXPORTERS[kind](case)
    assert list(map(str, refused.value.mistakes)) == [case["zin"]]


def test_an_edition_comes_below_a_list_that_an_editor_left_without_an_end_of_line(tmp_path):
    site, docs = small_edition(tmp_path)
    listed = docs / "edities" / "edities.yml"
    listed.write_text(listed.read_text(encoding="utf-8").rstrip("\n"), encoding="utf-8")
    make_edition(site, docs, "2026.2", "2026-09-01", 'De "tweede", 5$.', {})
    assert [(one.naam, one.wat) for one in shelf(docs)] == [("2026.1", "De eerste."), ("2026.2", 'De "tweede", 5$.')]
    assert {file.name for file in (docs / "edities").iterdir()} == {"2026.1.zip", "2026.2.zip", "edities.yml"}


def test_there_are_many_kinds_and_all_is_told_at_once():
    assert len(REFUSED) == len({case["naam"] for case in REFUSED}) >= 50
    with pytest.raises(ContentError) as refused:
        package({"pakket": [["", [["", "http://a.test/"]]]]})
    assert len(refused.value.mistakes) == 2


def test_a_package_has_at_most_so_many_links():
    """The control beside it: one less is right."""
    urls = [f"https://a.test/{number}/" for number in range(MOST_LINKS + 1)]

    def of(urls):
        course = Cursus("Een les", "Wat.", (Module("Les", tuple(Weblink("Blad", url) for url in urls)),))
        return cartridge(course, "1.1", set(urls), FILE)

    assert of(urls[1:])
    with pytest.raises(ContentError, match=f"te veel links; er staat `{MOST_LINKS + 1}`"):
        of(urls)
