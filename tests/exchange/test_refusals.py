"""Proves that each exporter refuses what a receiver would stumble over, with one Dutch sentence; the examples are data."""

import pytest
from examples import REFUSED

from macros.exchange.lms.cartridge import MOST_LINKS, cartridge
from macros.exchange.lms.course import Cursus, Module, Weblink
from macros.exchange.open.licence import chosen_licence
from macros.knowledge.errors import ContentError

FILE = "lessen/proef.md"
KNOWN = frozenset({"https://a.test/x/", "https://a.test/y/"})


def package(case: dict) -> bytes:
    modules = tuple(
        Module(title, tuple(Weblink(one[0], one[1], docent="docent" in one[2:]) for one in links))
        for title, links in case["pakket"]
    )
    course = Cursus("Een les", "Wat erin zit.", modules)
    return cartridge(course, case.get("versie", "1.1"), KNOWN, FILE)


EXPORTERS = {"pakket": package, "licentie": lambda case: chosen_licence(case["licentie"])}


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case["naam"])
def test_it_is_refused_with_one_sentence(case):
    (kind,) = EXPORTERS.keys() & case.keys()
    with pytest.raises(ContentError) as refused:
        EXPORTERS[kind](case)
    assert list(map(str, refused.value.mistakes)) == [case["zin"]]


def test_there_are_many_kinds_and_all_is_told_at_once():
    assert len(REFUSED) == len({case["naam"] for case in REFUSED}) >= 23
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
