"""Proves that the menu has every door, and says where a page is in it."""

import pytest
from mkdocs.config import load_config

from macros.publish import menu
from tests.conftest import ROOT

NAV = load_config(str(ROOT / "mkdocs.yml")).nav


def test_every_door_of_the_home_page_and_both_tools_are_in_it():
    doors = {door.url for door in menu(NAV, None).deuren}
    assert {"vastgelopen/", "begeleiden/", "kaarten/", "lesgeven/", "reflectie/", "reflectie/team/"} <= doors


@pytest.mark.parametrize(
    "url, current",
    [
        (None, []),
        ("", []),
        ("zoeken/", []),
        ("vastgelopen/", [("Zit je vast?", "page")]),
        ("werkkaarten/tijdlijn/", [("Werkvormen", "true")]),
        ("reflectie/", [("Zelfreflectie", "page")]),
        ("reflectie/delen/", [("Zelfreflectie", "true")]),
        ("reflectie/team/", [("Met je team", "page")]),
        ("modellen/leercyclus/", [("Modellen", "true")]),
    ],
)
def test_one_door_is_the_current_one(url, current):
    found = menu(NAV, url)
    assert [(door.titel, door.nu) for door in (*found.deuren, *found.verder) if door.nu] == current
