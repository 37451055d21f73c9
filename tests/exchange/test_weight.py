"""Proves that what is made for other systems grows with what it tells of, and with nothing else."""

import json
import sys

import pytest

from macros.exchange.open.data import told_pages
from macros.exchange.open.skos import concepts
from macros.knowledge.records import Les
from macros.publish.made.generated import origin
from tests.conftest import ROOT

# As long as an address of this site may well be: it stands in these files some thousands of times.
ADDRESS = "https://samen-leren-balanceren.example/"
# Of each format the most bytes for one of what it tells of, so that a page more never takes it past its budget.
MOST_BYTES = {
    "Common Cartridge 1.1": (2.15, "byte of lessons"),
    "Common Cartridge 1.3": (2.15, "byte of lessons"),
    "JSON-LD in the pages": (1_100, "file"),
    "COinS in the pages": (305, "file"),
    "SKOS, Turtle": (720, "concept"),
    "SKOS, JSON-LD": (720, "concept"),
    "NL-LOM": (5_300, "file"),
    "JSON per record": (0.95, "byte of data"),
    "JSON of everything": (1.02, "byte of pages"),
    "JSON Schema": (73_000, "file"),
}


@pytest.fixture(scope="module")
def site():
    return origin(ROOT / "docs", "Samen leren balanceren", ADDRESS)


@pytest.fixture(scope="module")
def told(site):
    """How much there is to tell."""
    files = {page: (ROOT / "docs" / page.path).read_bytes() for page in told_pages(site.bank)}
    return {
        "byte of pages": sum(map(len, files.values())),
        "byte of data": sum(len(file.split(b"\n---\n")[0]) for file in files.values()),
        "byte of lessons": sum(len(file) for page, file in files.items() if isinstance(page.record, Les)),
        "concept": len(concepts(site)),
    }


@pytest.fixture(scope="module")
def formats(site):
    """The files of each format by its name, and what weighs them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "bench"))
        patch.setattr(sys, "dont_write_bytecode", True)
        import formaten

        return {name: make() for name, make in formaten.formats_of(site).items()}, formaten.weight


def wide(formats, told) -> dict[str, float]:
    """The formats that are past their budget, with what they take."""
    made, weight = formats
    each = {
        name: weight(made[name]) / {"file": len(made[name]), **told}[unit] for name, (_, unit) in MOST_BYTES.items()
    }
    return {name: size for name, size in each.items() if not 0 < size <= MOST_BYTES[name][0]}


def test_no_format_takes_more_for_what_it_tells(formats, told):
    made, weight = formats
    assert made.keys() == MOST_BYTES.keys()
    assert wide(formats, told) == {}
    spread = {name: [json.dumps(json.loads(one), indent=1) for one in made[name]] for name in made if "JSON " in name}
    assert wide(({**made, **spread}, weight), told).keys() == spread.keys(), "the control case is not seen"
