"""Proves that a programme on its page is whole: what to do beforehand, each block with its minutes, and what it uses as it is."""

import pytest
from lxml import html

from macros.knowledge.errors import ContentError
from macros.knowledge.programmes import EERLIJK, plan_of
from macros.knowledge.records import Programma
from macros.pages.programma import macro
from macros.pages.programma.macro import programma, programmalijst
from tests.conftest import ROOT, site_of
from tests.knowledge.lessons import plain

DOCS = ROOT / "docs"


def page(make, path):
    return html.fromstring(f"<main>{make(site_of(DOCS, path))}</main>")


@pytest.fixture(params=[1, 2, 3])
def plan(bank, request):
    return plan_of(bank, bank.of_kind(Programma)[request.param - 1])


@pytest.fixture
def tree(bank, plan):
    return page(programma, bank.path_of(plan.programma.id))


def test_all_that_it_says_is_on_the_page(plan, tree):
    one, text = plan.programma, plain(tree.text_content())
    said = [*one.wanneer, *(one.liever_niet or ()), *one.weglaten, one.zaal, *EERLIJK, *(b.tekst for b in one.vooraf)]
    for meeting in one.bijeenkomsten:
        said += [meeting.doel, *(b.tekst for b in (*(meeting.vooraf or ()), *(meeting.daarna or ())))]
        said += [line for block in meeting.blokken for line in (*(block.zo or ()), block.inkorten or "")]
    assert [line for line in said if plain(line) not in text] == []
    assert "Nog niet uitgeprobeerd." in text


def test_each_block_has_its_place_its_minutes_and_what_it_uses(bank, plan, tree):
    site = site_of(DOCS, bank.path_of(plan.programma.id))
    for meeting in plan.bijeenkomsten:
        for block in (*meeting.blokken, *meeting.achter_de_hand):
            (part,) = tree.xpath(f"//section[@id='{block.blok.id}']")
            text = plain(part.text_content())
            lines = [block.titel, block.doel, block.door, *block.materiaal]
            lines += [line for told in block.verteld for some in told.lijsten for line in some.regels]
            assert [line for line in lines if line and plain(line) not in text] == []
            assert {site.url(told.id) for told in block.verteld} <= set(part.xpath(".//a/@href"))
            assert {site.url(id) for id in block.blok.printen} <= set(part.xpath(".//a/@href"))
            if block in meeting.blokken:
                assert f"minuut {block.begin}–{block.eind}, ± {block.blok.minuten} minuten" in text
    rows = tree.xpath("//table[@class='les-verloop']/tbody/tr")
    assert len(rows) == sum(len(meeting.blokken) for meeting in plan.bijeenkomsten)


def test_the_list_has_all_programmes_with_what_to_print(bank):
    site = site_of(DOCS, "begeleiden/index.md")
    links = page(programmalijst, "begeleiden/index.md").xpath("//a/@href")
    for one in bank.of_kind(Programma):
        assert {site.url(one.id), *map(site.url, plan_of(bank, one).printen)} <= set(links)


def test_another_page_has_no_programme():
    with pytest.raises(ContentError, match="kent deze waarde niet"):
        programma(site_of(DOCS, "index.md"))


def test_the_page_leads_to_the_planner_once_there_is_one(bank, monkeypatch):
    monkeypatch.setattr(macro, "PLANNER", "begeleiden/index.md")
    (link,) = page(programma, bank.path_of("pr1")).xpath("//a[contains(., 'Pas dit draaiboek aan')]/@href")
    assert link.startswith("../../?programma=pr1#b1=0930_wk1-vz3.10.5.Aankomen~emoties-5.10.5.")


def test_the_page_offers_its_plan_as_a_file(bank):
    tree = page(programma, bank.path_of("pr1"))
    (file,) = tree.xpath("//a[@download and contains(@href, '.json')]")
    assert file.get("href") == "../pr1.json" and file.get("download") == "even-stilstaan.json"


def test_a_programme_that_is_too_long_for_a_link_is_told(bank, monkeypatch):
    monkeypatch.setattr(macro, "PLANNER", "begeleiden/index.md")
    monkeypatch.setattr(macro, "_LONGEST", 300)
    programma(site_of(DOCS, bank.path_of("pr1")))
    with pytest.raises(
        ContentError, match="past niet in een link naar de planner; er staat `.* tekens`; verwacht: hoogstens 300"
    ):
        programma(site_of(DOCS, bank.path_of("pr2")))
