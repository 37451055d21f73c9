"""Proves that a list of the front matter comes out whole: every kind of item, every text of it, escaped, with its anchor."""

import re
from pathlib import Path

import markdown
import pytest
from lxml import html
from pydantic import BaseModel

from macros.knowledge.errors import ContentError
from macros.knowledge.reader import load
from macros.knowledge.records import KINDS, items
from macros.pages.onderdeel.macro import SHOWN_BY, onderdeel
from macros.pages.velden.macro import fields_of
from tests.conftest import site_of
from tests.knowledge.sentences import leaves

# Pages with every list that there is, and markup in every text.
FULL = Path(__file__).parent / "vol"
LISTS = [
    (page.path, name)
    for page in load(FULL).pages
    for name in type(page.record).model_fields
    if name not in ("bron", "verwant", "kaarten", "noten", "zie_ook", "maten", "voor")
    and isinstance(getattr(page.record, name), tuple)
]
# Not text to show as it is: addresses, ids, words that become other words; vindplaatsen are shown where they are used.
NOT_SHOWN = {"id", "bron", "ook", "url", "gericht_op", "vindplaatsen", "noten", "bij", "zie"}
NOT_SHOWN |= {"begeleiden", "meedoen", "fasen"}


def texts(value):
    """Every text within a record's value that a reader should see."""
    return (str(one) for one in leaves(value, NOT_SHOWN) if isinstance(one, (str, int)) and not isinstance(one, bool))


def shown(path: str, field: str):
    """The list as it comes out, and as it would be if nothing were escaped: the control."""
    markup = str(onderdeel(site_of(FULL, path), field))
    return html.fromstring(markup), html.fromstring(re.sub(r"&lt;(/?)i&gt;", r"<\1i>", markup))


def visible(tree) -> str:
    return " ".join(tree.text_content().split())


def test_the_full_pages_have_every_kind_of_list():
    """A new kind of list must be added to them."""
    possible = {
        field.deel or "tekst"
        for model in KINDS.values()
        for field in fields_of(model)
        if field.wat.startswith("lijst van") and field.naam not in ("noten", "bij")
    } - {"verwant", "zoekplek", *SHOWN_BY}
    values = [getattr(load(FULL).by_path[path].record, field)[0] for path, field in LISTS]
    assert {type(one).__name__.lower() if isinstance(one, BaseModel) else "tekst" for one in values} == possible


@pytest.mark.parametrize("path, field", LISTS)
def test_every_text_is_shown_and_escaped(path, field):
    tree, unescaped = shown(path, field)
    wanted = list(texts(getattr(load(FULL).by_path[path].record, field)))
    assert [text for text in wanted if text not in visible(tree)] == []
    assert tree.xpath("//i") == []
    assert [text for text in wanted if text not in visible(unescaped)] != [] and unescaped.xpath("//i") != []


@pytest.mark.parametrize("path, field", LISTS)
def test_every_item_has_its_id_once(path, field):
    tree, _ = shown(path, field)
    values = getattr(load(FULL).by_path[path].record, field)
    assert tree.xpath("//@id") == [one.id for one in items(values)]


@pytest.mark.parametrize("path, field", LISTS)
def test_every_source_of_an_item_is_shown_with_it(path, field):
    tree, _ = shown(path, field)
    bank = load(FULL)
    lost = [
        item.id
        for item in items(getattr(bank.by_path[path].record, field))
        for id in item.bron
        if f"#deel-{id}" not in "".join(tree.get_element_by_id(item.id).xpath(".//a/@href"))
    ]
    assert lost == []


@pytest.mark.parametrize("path, field", LISTS)
def test_markdown_leaves_the_html_alone(path, field):
    markup = onderdeel(site_of(FULL, path), field)
    page = markdown.markdown(f"Tekst ervoor.\n\n{markup}\n\nTekst erna.")
    assert page.split("\n", 1)[0] == "<p>Tekst ervoor.</p>" and markup in page


@pytest.mark.parametrize(
    "path, field, xpath, expected",
    [
        ("kaarten/werkkaart.md", "stappen", "//ol[contains(@class, 'stappen')]/li/@id", ["wk1-s1", "wk1-s2"]),
        ("kaarten/werkkaart.md", "inzichten", "//ul/li/@id", ["wk1-i1"]),
        ("veld.md", "vragen", "//ol/li/@id", ["sv1-v1", "sv1-v2", "sv1-v3"]),
        ("veld.md", "vragen", "//*[@class='merkje']/text()", ["voor leidinggevenden", "voor bestuurders"]),
        ("veld.md", "vragen", "//a[@class='id']/@href", ["#sv1-v1", "#sv1-v2", "#sv1-v3"]),
        ("veld.md", "stemmen", "//*[@id='sv1-q2']//*[@class='wie']/text()[1]", ["De bron noemt geen naam of rol. "]),
        ("veld.md", "stemmen", "//*[@class='ook']/a/@href", ["../kaarten/werkkaart/#wk1-f1-a-1"]),
        ("veld.md", "beelden", "//dt/text()", ["Beeld <i>een</i>"]),
        ("kaarten/werkkaart.md", "fasen", "//li[@class='typerend']/@id", ["wk1-f1-a-1"]),
        ("kaarten/werkkaart.md", "fasen", "//*[@class='ook']/a/@href", ["../../veld/#sv1-q1"]),
        ("kaarten/werkkaart.md", "oefeningen", "//ul[@class='praktisch']/li[1]/text()", [" 61 minuten"]),
        ("kaarten/werkkaart.md", "links", "//a/@href", ["https://example.org/?c=3&d=4"]),
        ("kaarten/werkkaart.md", "links", "//a/@rel", ["noopener noreferrer"]),
        ("bronnen.md", "bronfouten", "//tr/th[@scope='row']/text()", ["Plek <i>a</i>"]),
    ],
)
def test_details(path, field, xpath, expected):
    assert shown(path, field)[0].xpath(xpath) == expected


@pytest.mark.parametrize(
    "path, field, sentence",
    [
        (
            "veld.md",
            "vraag",
            "veld.md: macro `onderdeel` kent deze waarde niet; er staat `vraag`; verwacht: een van vragen, "
            "stemmen, beelden; bedoelde je `vragen`?",
        ),
        (
            "veld.md",
            "titel",
            "veld.md: macro `onderdeel` kent deze waarde niet; er staat `titel`; verwacht: een van vragen, "
            "stemmen, beelden",
        ),
        (
            "podcast/deel-1.md",
            "vragen",
            "podcast/deel-1.md: macro `onderdeel` kent deze waarde niet; er staat `vragen`; "
            "verwacht: een van fragmenten",
        ),
    ],
)
def test_a_list_that_the_page_does_not_have_is_refused(path, field, sentence):
    with pytest.raises(ContentError) as refusal:
        onderdeel(site_of(FULL, path), field)
    assert str(refusal.value) == sentence


@pytest.mark.parametrize(
    "path, field, expected",
    [
        (
            "spanningsvelden/doorgaan-of-vertragen.md",
            "stemmen",
            ["Werkkaart 8, Fasen herkennen"],
        ),
        ("werkkaarten/fasen.md", "fasen", ["Vertragen, verdragen, de tijd nemen"]),
    ],
)
def test_where_a_voice_stands_too_is_told_in_words(path, field, expected):
    docs = Path(__file__).resolve().parents[2] / "docs"
    tree = html.fragment_fromstring(onderdeel(site_of(docs, path), field), create_parent=True)
    told = tree.xpath("//*[@class='ook']/a/text()")
    assert set(expected) <= set(told) and not any(re.fullmatch(r"[a-z]+\d.*", one) for one in told)
