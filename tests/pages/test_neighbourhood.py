"""Proves that the drawing of what a concept is tied to has the right neighbours, says how, and fits."""

import pytest

from macros.knowledge.records import Begrip
from macros.pages.neighbourhood import LETTERS, MOST, neighbourhood
from tests.conftest import ROOT, site_of

DOCS = ROOT / "docs"


def drawn(bank, id):
    return neighbourhood(site_of(DOCS, bank.path_of(id)))


def test_what_the_editors_chose_comes_first_then_drawings_then_the_text(bank):
    around = drawn(bank, "maakbaarheid")
    assert [(node.url, " ".join(node.hoe)) for node in around.buren] == [
        ("../verlangen-naar-beheersing/", "verwant"),
        ("../prestatiedruk/", "verwant"),
        ("../sociaal-ingenieurs/", "verwant"),
        ("../preventiestaat/", "verwant"),
        ("../../modellen/drie-uitingen/", "tekening erbij"),
        ("../../modellen/geschiedenis-van-maakbaarheid/", "tekening erbij"),
    ]


def test_a_neighbour_of_another_kind_is_told_with_it(bank):
    told = [(" ".join(node.hoe), node.begrip) for one in bank.of_kind(Begrip) for node in drawn(bank, one.id).buren]
    assert ("spanningsveld, staat in deze tekst", False) in told and ("staat in deze tekst", True) in told


def test_every_concept_has_neighbours_each_once_and_they_fit(bank):
    for concept in bank.of_kind(Begrip):
        around = drawn(bank, concept.id)
        urls = [node.url for node in around.buren]
        assert 0 < len(urls) == len(set(urls)) <= MOST and "./" not in urls
        heights = [node.y for node in around.buren]
        assert heights == sorted(heights) and heights[-1] < around.hoog
        # A single word may be longer than a line; no line of more words is.
        assert all(len(line) <= LETTERS or " " not in line for node in around.buren for line in node.regels)
        assert max(len(line) for node in around.buren for line in node.regels) <= LETTERS + 3


@pytest.mark.parametrize("id", ["sv1", "wk1", "thema-vak", "emoties"])
def test_another_kind_of_page_has_no_drawing(bank, id):
    assert drawn(bank, id) is None
