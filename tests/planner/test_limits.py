"""Proves that what a field lets one type is what its script takes, where both write it down."""

import re

import pytest
from lxml import html

from macros.knowledge.items import LONGEST_NOTE, LONGEST_STEPS, LONGEST_TEXT, LONGEST_TITLE, MOST_MINUTES
from macros.pages.kaartenkiezer.macro import kaartenkiezer
from macros.pages.planner.macro import planner
from macros.pages.reflectie.macro import reflectie
from macros.pages.site import UNKNOWN_TIME
from macros.pages.uitvoeren.macro import uitvoeren
from tests.conftest import ROOT, site_of
from tests.planner.engine import value


def constant(name, file):
    """The number that a script of the theme calls `name`."""
    text = (ROOT / "overrides/assets/js" / file).read_text(encoding="utf-8")
    return int(re.search(rf"const {name} = ([0-9_]+);", text)[1])


def fields(attribute, path, make):
    """Name or id of each field that `make` puts on the page at `path`, with what it has in `attribute`."""
    tree = html.fromstring(f"<div>{make(site_of(ROOT / 'docs', path))}</div>")
    found = tree.xpath(f"//input[@{attribute}][not(@type='date')] | //textarea[@{attribute}]")
    return [(one.get("name") or one.get("id"), int(one.get(attribute))) for one in found]


# Those that Python has too are held to the script by test_programme_files.py.
MOST_PEOPLE = constant("MOST_PEOPLE", "begeleiden/draaiboek.js")
TYPED = {
    **dict.fromkeys(["titel", "wie"], LONGEST_TITLE),
    **dict.fromkeys(["materiaal", "doel", "door"], LONGEST_TEXT),
    "stappen": LONGEST_STEPS,
    "notitie": LONGEST_NOTE,
}
MOST_MM = constant("MOST_MM", "kaarten/keuze.js")
SHIFTS = {"kies-rechts": MOST_MM, "kies-omhoog": MOST_MM}


@pytest.mark.parametrize(
    "attribute, path, make, limits",
    [
        ("maxlength", "begeleiden/draaiboek.md", planner, TYPED),
        ("max", "begeleiden/draaiboek.md", planner, {"groep": MOST_PEOPLE, "minuten": MOST_MINUTES}),
        ("max", "begeleiden/uitvoeren.md", uitvoeren, {"loop-minuten": MOST_MINUTES}),
        ("max", "kaarten/zelf-kiezen.md", kaartenkiezer, SHIFTS),
    ],
)
def test_a_field_lets_one_type_what_its_script_takes(attribute, path, make, limits):
    assert set(fields(attribute, path, make)) == set(limits.items())


def test_the_sheets_can_be_shifted_as_far_back():
    assert fields("min", "kaarten/zelf-kiezen.md", kaartenkiezer) == [(name, -most) for name, most in SHIFTS.items()]


def test_a_note_of_a_reflection_may_be_as_long_as_what_is_read_back():
    found = fields("maxlength", "reflectie/index.md", reflectie)
    assert {most for _, most in found} == {constant("LONGEST_NOTE", "reflectie/kept/document.js")}


def test_what_nobody_reckoned_takes_as_long_from_its_page_as_from_the_planner():
    nothing = {"blokken": {}, "sets": {}, "begeleiden": []}
    assert value("time", nothing, nothing, "wk9-x") == {"minuten": UNKNOWN_TIME}


def test_a_file_of_another_page_is_sent_to_a_page_of_that_name(bank):
    text = (ROOT / "overrides/assets/js/samen/readers.js").read_text(encoding="utf-8")
    named = re.findall(r"\bbij ‘([^’$]+)’", text)
    assert len(named) == 3 and set(named) <= {page.record.titel for page in bank.pages}
