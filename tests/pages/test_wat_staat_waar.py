"""Proves the page that shows where each part of the publications went: nothing missing, every link right, readable names."""

import pytest
from lxml import html

from macros.knowledge.errors import ContentError
from macros.knowledge.herkomst import herkomsten
from macros.knowledge.prose import read_prose
from macros.knowledge.register import ENTRY_KINDS
from macros.pages.editorial import mark_editorial
from macros.pages.wat_staat_waar.macro import KOPPEN, passage, place_name, wat_staat_waar
from tests.conftest import ROOT, site_of
from tests.knowledge.spoil import sound

SITE = site_of(ROOT / "docs", "bronnen/wat-staat-waar.md")
MOST_BYTES = 200_000


@pytest.fixture(scope="module")
def page():
    return html.fragment_fromstring(mark_editorial(SITE, wat_staat_waar(SITE)))


def test_every_kind_but_a_relation_has_a_heading():
    assert set(KOPPEN) == set(ENTRY_KINDS) - {"relatie", "koppeling"}


def missing(page) -> set[str]:
    """Places in the register that the page doesn't lead to; of the moments of a story the first is enough."""
    links = set(page.xpath("//a/@href"))
    return {
        row.id
        for row in herkomsten(SITE.docs)
        if not row.verband and row.soort != "moment" and SITE.url(row.op_de_site) not in links
    }


def test_every_place_in_the_register_is_linked(page):
    assert missing(page) == set()
    lost = html.fromstring(html.tostring(page, encoding="unicode").replace(f'href="{SITE.url("wk5-vb4")}"', 'href=""'))
    assert missing(lost) == {"wk5-vb4"}


def test_who_opens_the_register_in_a_dutch_excel_is_told_how(page):
    """Which takes a semicolon for what comes between fields; it reads this one, all of ASCII, when it is asked to."""
    (told,) = [one.text_content() for one in page.xpath("//p[a[@download]]")]
    assert "Excel" in told and "tekst/CSV" in told
    register = (ROOT / "docs/bronnen/register.csv").read_text(encoding="utf-8")
    assert register.isascii() and ";" not in register.partition("\n")[0]


def test_every_part_of_both_publications_is_there_in_order(page, bank):
    assert page.xpath("//details/@id") == ["deel-" + id.replace(".", "-") for id in bank.vindplaatsen]
    assert page.xpath("//h2/@id") == ["p1", "p2", "verbanden"]


@pytest.mark.parametrize(
    "part, name",
    [
        ("deel-voorwoord", "Voorwoord"),
        ("deel-h2", "Het hele hoofdstuk"),
        ("deel-h2-1-2", "Het opknippen van problemen"),
        ("deel-h3-1", "Balanceren met kennis, kunde én kunst"),
        ("deel-h3-1-1", "Eerste, tweede en derde orde leren"),
        ("deel-b2-wk4", "Werkkaart 4"),
        ("deel-p2-1-2", "Wat en waarom?"),
        ("deel-p2-bijlage", "Leerervaringen en ambities NJi"),
    ],
)
def test_a_part_is_named_without_what_it_is_a_part_of(part, name, page):
    assert page.xpath(f"//details[@id='{part}']/summary/text()")[0].strip() == name


def test_a_part_counts_what_it_shows(page):
    for part in page.xpath("//details[@id]"):
        number = len(part.xpath(".//li"))
        assert part.findtext("summary/small") == f"{number} {'vindplaats' if number == 1 else 'vindplaatsen'}"


def test_what_became_one_page_is_told_once_in_a_part(page):
    """As what it is there: the term and the figure of Van Delden are one model. A note to it is of its own."""
    told = {
        part.get("id"): [*part.xpath(".//div[b and b != 'Noten']//a/@href")] for part in page.xpath("//details[@id]")
    }
    assert {id: links for id, links in told.items() if len(links) != len(set(links))} == {}
    figure, heart = SITE.url("model-figuur-1-van-delden"), SITE.url("hart-van-de-realiteit")
    assert page.xpath(f"//details[@id='deel-h3-2-1']//a[@href='{figure}']/ancestor::div[1]/b/text()") == ["Modellen"]
    assert len(page.xpath(f"//details[@id='deel-h1-2']//a[@href='{heart}']")) == 2


def test_what_stands_in_several_parts_is_at_each_of_them(page):
    row = next(row for row in herkomsten(SITE.docs) if row.id == "escalatiespiraal")
    assert [
        part.get("id") for part in page.xpath("//details[@id]") if SITE.url(row.id) in part.xpath(".//a/@href")
    ] == ["deel-voorwoord", "deel-h1-1"]


def test_every_relation_says_whose_it_is(page):
    lists = page.xpath("//details[not(@id)]")
    told = [
        [(li.findtext("b"), li.findtext("small") or li.findtext("a[@class='redactie']")) for li in one.iter("li")]
        for one in lists
    ]
    assert [len(one) for one in told] == [27, 20]
    assert {whose for _, whose in told[0]} == {"van de publicatie"} and {whose for _, whose in told[1]} == {
        "(redactie)"
    }
    assert [id for one in told for id, _ in one] == [f"rel-{n:02}" for n in range(1, 48)]


@pytest.mark.parametrize(
    "id, name",
    [
        ("wk3", "Werkkaart 3, Een tijdlijn maken"),
        ("vertragen", "Vertragen"),
        ("h2-1-2", "Het opknippen van problemen"),
        ("sv4-k1", None),
        ("om-7", "De publicatie wil je helpen om stagnatie …"),
        ("arbitragecommissie-2021", None),
    ],
)
def test_a_place_has_a_name_one_can_read(id, name, bank):
    told = place_name(bank.places[id])
    assert told and "](" not in told and "{" not in told and id not in told
    assert name in (None, told)


def test_no_place_of_the_register_has_an_id_or_markdown_for_a_name(page):
    names = [" ".join(link.text_content().split()) for link in page.iter("a")]
    assert [name for name in names if not name or len(name) > 130 or "](" in name or "{:" in name or "**" in name] == []


@pytest.mark.parametrize(
    "anchor, text",
    [
        ("kop", "Een kop"),
        ("een", "De eerste, met een link"),
        ("twee", "De tweede over twee regels"),
        ("drie", "Nog een alinea"),
    ],
)
def test_a_passage_is_the_block_before_its_anchor(anchor, text):
    prose, _ = read_prose(
        "## Een kop {: #kop }\n\n- De eerste, met [een link](x.md)\n  {: #een }\n- De *tweede* over\n  twee regels\n"
        "  {: #twee }\n\nNog een alinea\n{: #drie }\n",
        1,
        "x.md",
    )
    assert " ".join(passage(prose, anchor).split()) == text


def test_the_page_stays_light(page):
    assert len(html.tostring(page)) < MOST_BYTES


def test_mistakes_in_the_register_stop_the_page(tmp_path):
    with pytest.raises(ContentError, match="bronnen/register.csv: dit bestand ontbreekt"):
        wat_staat_waar(site_of(sound(tmp_path), "index.md"))
