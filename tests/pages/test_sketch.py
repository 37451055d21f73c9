"""Proves that the list of the models shows each by its own shape, and that no other list does."""

import pytest
from lxml import html

from macros import calls
from macros.knowledge.records import Model
from macros.pages.model.macro import shapes
from macros.pages.model.sketch import add_sketches, sketch
from tests.conftest import ROOT, SITE_URL


@pytest.fixture(scope="module")
def overview():
    return calls(ROOT / "docs", SITE_URL).site("modellen/index.md")


def test_every_model_that_is_listed_follows_its_sketch(overview, bank):
    models = {model.id: overview.url(model.id) for model in bank.of_kind(Model)}
    listed = "".join(f'<li><a href="{url}">Model</a>: wat het is.</li>\n' for url in models.values())
    tree = html.fragment_fromstring(add_sketches(overview, f"<ul>{listed}</ul>"))
    assert [item[0].get("class") for item in tree] == ["schets"] * len(models)
    assert overview.needs.styles == ["schets.css"]


def test_other_links_and_other_pages_stay_as_they_are(overview):
    model = overview.url("model-twee-polen")
    text = f'<p><a href="{model}">Model</a></p><ul><li><a href="../kaarten/">Kaarten</a></li></ul>'
    assert add_sketches(overview, text) == text
    item = f'<li><a href="{model}">Model</a></li>'
    assert add_sketches(overview, item) != item
    elsewhere = calls(ROOT / "docs", SITE_URL).site("begrippen/index.md")
    assert add_sketches(elsewhere, item) == item


def test_a_sketch_has_as_many_parts_as_its_model(overview, bank):
    for model in bank.of_kind(Model):
        tree = html.fragment_fromstring(sketch(overview, model))
        assert tree.get("aria-hidden") == "true"
        (shape,) = shapes(model)
        if shape in ("lijst", "kwadranten", "kanten", "zijden") and not model.helling:
            boxes = tree.xpath(".//rect[@rx]")
            assert len(boxes) == len(getattr(model, shape)), model.id
        if shape == "reeks":
            assert len(tree.xpath(".//circle")) == len(model.reeks)
