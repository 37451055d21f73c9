"""Everything the records hold is on their pages, and everything the inventory lists is in the records."""

import json
import re
from collections import Counter
from functools import cache
from typing import Literal, get_origin

import pytest
import yaml
from pydantic import BaseModel
from reading import built_from, pages_of, spoiled, words

from macros.knowledge.items import LOS, Oefening, Subcategorie, Vragenlijst
from macros.knowledge.records import Spanningsveld, Werkkaart, items
from tests.conftest import ROOT

INVENTORY = ROOT.parent / "shared" / "inventaris"
needs_inventory = pytest.mark.skipif(
    not INVENTORY.is_dir(), reason="../shared/inventaris is only there in the workplace"
)


def invisible(bank, pages) -> list[str]:
    """Ids of items and passages that are no anchor on the page of their own record."""
    anchors = {page.path: set(page.tree.xpath("//@id")) for page in pages}
    missing = [(built_from(place.page.path), id, place.anchor) for id, place in bank.places.items()]
    return [f"{path}: {id}" for path, id, anchor in missing if anchor not in (anchors[path] | {None})]


def test_every_id_is_an_anchor_on_its_own_page(bank, site):
    assert len(bank.places) > 400
    assert invisible(bank, pages_of(site)) == []


@pytest.mark.parametrize(
    "path, id",
    [("werkkaarten/tijdlijn/index.html", "wk3-w1"), ("spanningsvelden/doorgaan-of-vertragen/index.html", "sv4-k1")],
)
def test_a_lost_anchor_is_caught(path, id, bank, site):
    assert invisible(bank, spoiled(pages_of(site), path, f'id="{id}"', "")) == [f"{path}: {id}"]


# Front matter that a page needn't repeat: short titles for menus, colours, how a deck is laid out and what its spare
# cards say, and the places that `bron` shows wherever they are used.
NOT_TOLD = {
    # Of a programme: in its link to the planner, and told by the name of its block.
    "begin",
    "wat",
    # In the overview of the sets.
    "waarvoor",
    "kort",
    "kleur",
    "kleur_donker",
    "maten",
    "teken",
    "patroon",
    "kaarten",
    "spelregels",
    "opvullen",
    "vindplaatsen",
    "tussen",
    "zoekwoorden",
}


def told(part, bank):
    """Every text that an editor filled in, as the page should show it: with the field it stands in."""
    for name, field in type(part).model_fields.items():
        value = getattr(part, name)
        if name in NOT_TOLD or get_origin(field.annotation) is Literal:
            continue
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, BaseModel):
                yield from told(one, bank)
            elif isinstance(one, str) and one not in bank.places and one not in bank.vindplaatsen:
                yield name, one


def untold(bank, pages) -> list[str]:
    """Front matter that a reader of the page never sees; an address counts as seen when it is a link.

    The mark of what is ours stands before the full stop.
    """
    trees = {page.path: page.tree for page in pages}
    missing = []
    for page in bank.pages:
        path = built_from(page.path)
        seen, links = words(trees[path].find(".//main").text_content()), set(trees[path].xpath("//main//a/@href"))
        for name, text in told(page.record, bank):
            if page.record.soort == "werkkaart" and text == page.record.samenvatting:
                continue  # Its aim stands there instead; the summary is in the overviews.
            if name == "synoniemen":
                # What the title says already, with a capital, isn't said again.
                if words(text).lower() not in seen.lower():
                    missing.append(f"{path}: {name}: {text}")
            elif name != "id" and (text not in links if name == "url" else words(text).removesuffix(".") not in seen):
                missing.append(f"{path}: {name}: {text}")
    return missing


def test_every_text_of_the_front_matter_is_on_its_page(bank, site):
    assert untold(bank, pages_of(site)) == []


@pytest.mark.parametrize(
    "id, lost",
    [
        ("sv4-v11", lambda bank: bank.places["sv4-v11"].item.deelvragen[-1]),
        ("wk7", lambda bank: f'href="{bank.places["wk7"].page.record.links[0].url}"'),
    ],
)
def test_a_lost_text_is_caught(id, lost, bank, site):
    path = built_from(bank.path_of(id))
    complaints = untold(bank, spoiled(pages_of(site), path, lost(bank), ""))
    assert len([told for told in complaints if told.startswith(path)]) == 1


# How many of each the publications have, by the beginning of their ids; the site may have more.
PUBLISHED = {
    "li[@class='vraag']": {"sv1-v": 7, "sv2-v": 6, "sv3-v": 5, "sv4-v": 11, "sv5-v": 6, "sv6-v": 8, "sv-alg-": 8},
    "li[@class='stem']": {"sv1-q": 5, "sv2-q": 4, "sv3-q": 4, "sv4-q": 3, "sv5-q": 2, "sv6-q": 3, "wk1-q": 7},
    "li": {"sv-pr-": 4},
    "section[@class='fase']": {"wk8-fase": 3},
    "ul[@class='uitspraken']/li": {
        f"wk8-{part}-": number
        for part, number in zip(
            ["1a", "1b", "1c", "2a", "2b", "2c", "2d", "2e", "3a", "3b", "3c", "3d"],
            (6, 12, 3, 6, 9, 20, 11, 8, 2, 12, 8, 11),
        )
    },
    "li[@class='fragment']": {"pod-": 18},
    "tr": {"f": 29},
}


def unpublished(pages) -> set[str]:
    """Ids of the publications that no page shows as what they are."""
    lost = set()
    for what, numbers in PUBLISHED.items():
        shown = {id for page in pages for id in page.tree.xpath(f"//{what}/@id")}
        width = 2 if what in ("li[@class='fragment']", "tr") else 1
        lost |= {f"{head}{n:0{width}}" for head, last in numbers.items() for n in range(1, last + 1)} - shown
    return lost


def test_everything_of_the_publications_is_shown_as_what_it_is(site):
    assert unpublished(pages_of(site)) == set()


def test_something_of_the_publications_that_is_lost_is_caught(site):
    path = "spanningsvelden/doorgaan-of-vertragen/index.html"
    assert unpublished(spoiled(pages_of(site), path, 'id="sv4-v6"', "")) == {"sv4-v6"}


@cache
def inventory() -> list[tuple[tuple, dict]]:
    """Every entry with an id in the inventory, with the keys that lead to it."""

    def walk(node, path):
        if isinstance(node, dict) and isinstance(node.get("id"), str):
            yield path, node
        for key, child in node.items() if isinstance(node, dict) else ():
            yield from walk(child, (*path, key))
        for child in node if isinstance(node, list) else ():
            yield from walk(child, path)

    return [
        entry
        for file in sorted(INVENTORY.glob("*.yml"))
        for entry in walk(yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader), ())
    ]


def wanted(entries) -> set[str]:
    """The ids that this site must cover: all of the spanningsvelden, werkkaarten, fragments and mended errors."""
    rooms = (("spanningsvelden",), ("werkkaarten",), ("podcast", "fragmenten"), ("bronfouten",))
    return {
        entry["id"]
        for path, entry in entries
        if any(path[: len(room)] == room for room in rooms) or re.match(r"(sv|wk)\d|pod-\d|f\d\d$", entry["id"])
    }


@needs_inventory
def test_every_id_of_the_inventory_is_covered(bank):
    ids = wanted(inventory())
    assert {"sv-in-1", "sv4-v6", "wk-in-12", "wk8-3d", "wk5-vb4", "pod-18", "f29"} <= ids and len(ids) > 350
    assert sorted(ids - set(bank.places)) == []


@needs_inventory
def test_every_statement_of_card_8_is_covered_and_typical_where_the_source_says_so(bank):
    listed = Counter(
        (f"{entry['id']}-{one['nr']}", bool(one.get("typerend")))
        for path, entry in inventory()
        if path[0] == "werkkaarten"
        for one in entry.get("citaten", ())
    )
    retold = Counter(
        (one.id, one.typerend)
        for page in bank.pages
        for part in items(page.record)
        if isinstance(part, Subcategorie)
        for one in part.uitspraken
    )
    assert len(listed) == 108
    assert retold == listed


@needs_inventory
def test_questions_keep_their_sub_questions(bank):
    ids = wanted(inventory())
    asked = [entry["id"] for path, entry in inventory() if entry["id"] in ids and entry.get("deelvragen")]
    assert len(asked) > 20
    assert [id for id in asked if not bank.places[id].item.deelvragen] == []


def test_the_page_about_denise_has_a_note_and_the_help_line(bank, site):
    path = built_from(bank.path_of("wk2-vbd1"))
    tree = next(page for page in pages_of(site) if page.path == path).tree
    text = words(tree.find(".//main").text_content())
    story = words(bank.places["wk2-vbd1"].item.tekst)
    assert "echte jongere" in text[: text.index(story)]
    assert "113 Zelfmoordpreventie" in text and "0800-0113" in text
    assert {"tel:113", "tel:08000113", "https://www.113.nl"} <= set(tree.xpath("//main//a/@href"))


def unplanned(bank, pages) -> list[str]:
    """Ids of what there is to do in a meeting that its own page doesn't let one put in a plan."""
    links = {page.path: " ".join(page.tree.xpath("//p[@class='in-draaiboek']/a/@href")) for page in pages}
    to_do = [
        (record, one.id)
        for record in (*bank.of_kind(Werkkaart), *bank.of_kind(Spanningsveld))
        for one in (record, *items(record))
        if one is record or isinstance(one, Oefening | Vragenlijst)
    ]
    return [id for record, id in to_do if f"#b1=_{id}." not in links[built_from(bank.path_of(record.id))]]


def test_everything_there_is_to_do_can_be_put_in_a_plan_from_its_page(bank, site):
    pages = pages_of(site)
    assert unplanned(bank, pages) == []
    assert unplanned(bank, spoiled(pages, "werkkaarten/kunst/index.html", "#b1=_wk7.", "#b1=_wk.")) == ["wk7"]


def strange(known, pages) -> list[str]:
    """What a link to the planner names that the planner doesn't know."""
    links = {link for page in pages for link in page.tree.xpath("//a[contains(@href, '#b1=')]/@href")}
    blocks = (
        block
        for link in links
        for one in link.partition("#")[2].split("=")[1:]
        for block in one.partition("_")[2].split("~")
    )
    return sorted({block.partition(".")[0] for block in blocks} - known)


def test_every_link_to_the_planner_is_about_what_it_knows(site):
    pages, index = pages_of(site), json.loads((site / "begeleiden" / "blokken.json").read_text(encoding="utf-8"))
    known = {*index["blokken"], *LOS}
    assert len(known) > 250 and strange(known, pages) == []
    assert strange(known, spoiled(pages, "werkkaarten/kunst/index.html", "#b1=_wk7.", "#b1=_wk.")) == ["wk"]


def leads(site, path: str, within: str) -> set[str]:
    """The pages that a part of a page leads to, as they stand in its links."""
    (page,) = (page for page in pages_of(site) if page.path == path)
    return set(page.tree.xpath(f"//main{within}//a/@href"))


def test_the_cards_are_in_reach_where_one_begins(site):
    assert {"kaarten/", "kaarten/zelf-kiezen/"} <= leads(site, "index.html", "//*[@class='held']")
    assert "../kaarten/" in leads(site, "begeleiden/index.html", "//p")


def test_who_had_better_not_look_together_is_told_before_it_begins(site):
    begin = leads(site, "reflectie/team/index.html", "//*[@data-stap='begin']")
    assert {"../begeleiden/", "../../kaarten/teamkaarten/", "../../begeleiden/programma/even-stilstaan/"} <= begin
    # Who takes part sees nothing of it.
    assert not leads(site, "reflectie/team/index.html", "//*[@data-stap='invullen']")
