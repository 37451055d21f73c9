"""Proves that the page Bouwen tells the truth: what it says to add, where it says to, gives what it promises, and nothing less does."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import html

from tests.altered import ADDED, add
from tests.conftest import ROOT
from tests.programs import NODE

MODULES = ROOT / "tests/node_modules"


def seen(site: Path, page: str, what: str) -> bool:
    return bool(html.fromstring((site / page / "index.html").read_text(encoding="utf-8")).xpath(what))


GUIDE, KIND, DECK = "over/naslag", "oefenplek", "kaarten/begroeten"
TRACES = {
    ("Een soort pagina", "macros/knowledge/records/series.py"): lambda site: seen(
        site, KIND, "//p[@class='soortnaam' and .='Oefenplek']"
    ),
    ("Een soort pagina", "docs/over/naslag.md"): lambda site: seen(
        site, GUIDE, "//h3[@id='oefenplek']/following::table[1]//code[.='stappen']"
    ),
    ("Een soort pagina", "docs/oefenplek.md"): lambda site: seen(site, KIND, "//li[@id='keukentafel-1']"),
    ("Een macro", "macros/pages/groet/macro.py"): lambda site: seen(site, GUIDE, "//groet-plek[contains(., 'Noor')]"),
    ("Een macro", "macros/pages/groet/groet.html.jinja"): lambda site: seen(
        site, GUIDE, "//groet-plek[starts-with(., 'Dag ')]"
    ),
    ("Een macro", "docs/over/naslag.md"): lambda site: seen(site, GUIDE, "//h3[@id='groet']"),
    ("Een set kaarten", "docs/kaarten/begroeten.md"): lambda site: (
        (site / f"{DECK}.pdf").exists() and seen(site, "kaarten/zelf-kiezen", "//*[contains(., 'Elkaar begroeten')]")
    ),
    ("Een set kaarten", "docs/assets/tekens/sets/hand.svg"): lambda site: (
        site / "assets/tekens/sets/hand.svg"
    ).exists(),
    ("Een set kaarten", "docs/assets/tekens/patronen/vingers.svg"): lambda site: (
        site / "assets/tekens/patronen/vingers.svg"
    ).exists(),
    ("Een papiervorm", "macros/cards/paper/vormen.yml"): lambda site: (
        (site / f"{DECK}-a7-brief.pdf").exists() and seen(site, DECK, "//a[contains(@href, 'a7-brief')]")
    ),
    ("Een element in de browser", "overrides/assets/js/groet-plek.js"): lambda site: any(
        "groet-plek" in one.read_text() for one in site.glob("assets/vast/groet-plek-*.js")
    ),
    ("Een element in de browser", "overrides/assets/css/groet.css"): lambda site: any(
        "groet-plek" in one.read_text() for one in site.glob("assets/vast/groet-*.css")
    ),
    ("Een element in de browser", "macros/pages/groet/macro.py"): lambda site: (
        seen(site, GUIDE, "//script[contains(@src, 'groet-plek-')]")
        and seen(site, GUIDE, "//link[contains(@href, 'assets/vast/groet-')]")
        and not seen(site, KIND, "//script[contains(@src, 'groet-plek-')]")
    ),
}
"""What each file leaves on the site that no other does."""


def test_every_file_that_the_page_names_is_needed_for_what_it_promises():
    assert ADDED.keys() == TRACES.keys()


@pytest.mark.parametrize("path", [path for _, path in ADDED if path.startswith("overrides/")])
def test_what_it_adds_to_the_theme_is_written_as_make_check_asks(path):
    text = next(place["text"] for (_, other), (place,) in ADDED.items() if other == path)
    prettier = [NODE, MODULES / "prettier/bin/prettier.cjs", "--config", ROOT / "tests/prettier.json"]
    written = subprocess.run([*prettier, "--stdin-filepath", path], input=text, capture_output=True, text=True)
    assert written.stdout == text, written.stderr


KEPT = ["cards/test_decks.py", "cards/test_colours.py", "cards/test_signs.py", "pages/test_editors_guide.py"]
"""Tests of `make check` that hold for what one adds."""


def test_what_it_adds_passes_make_check(project):
    shutil.copytree(ROOT / "tests", project / "tests", ignore=shutil.ignore_patterns("*.pyc.*", "node_modules"))
    shutil.copy(ROOT / "pyproject.toml", project)
    add(project)
    python = {str(project / path) for _, path in ADDED if path.endswith(".py")}
    commands = [
        ["ruff", "check", "--no-cache", *python],
        ["ruff", "format", "--no-cache", "--check", *python],
        ["pytest", "-m", "not whole", *(f"tests/{name}" for name in KEPT)],
    ]
    for command in commands:
        result = subprocess.run([sys.executable, "-m", *command], cwd=project, capture_output=True, text=True)
        assert result.returncode == 0, result.stdout[-3000:] + result.stderr


def test_at_most_three_places_for_each():
    places = [title for title, _ in ADDED]
    assert len(set(places)) == 5 and max(map(places.count, places)) <= 3


@pytest.mark.parametrize("place", TRACES, ids=lambda place: " ".join(place))
def test_what_is_added_is_on_the_site(place, altered):
    assert TRACES[place](altered / "site")


@pytest.mark.parametrize("place", TRACES, ids=lambda place: " ".join(place))
def test_without_it_nothing_is_there(place, site):
    """The control: the site as it is."""
    try:
        assert not TRACES[place](site)
    except FileNotFoundError:
        assert place[0] in ("Een soort pagina", "Een papiervorm")
