"""Proves overviews, the register, the tables of fields, colours, relations and the addresses between pages."""

import re
from pathlib import Path
from posixpath import basename, dirname
from urllib.parse import urljoin

import pytest
from lxml import html

from macros.knowledge.errors import ContentError
from macros.knowledge.records import KINDS, Insluiting, Spanningsveld, Werkkaart, items
from macros.pages.colours import colours_css
from macros.pages.overzicht.macro import overzicht
from macros.pages.site import address
from macros.pages.sorting import first_letter, sort_key
from macros.pages.surroundings import label, surroundings
from macros.pages.van_a_tot_z.macro import van_a_tot_z
from macros.pages.velden.macro import documented, fields_of, velden
from tests.conftest import ROOT, site_of
from tests.knowledge.spoil import sound, spoil

DOCS = ROOT / "docs"
FULL = Path(__file__).parent / "vol"


# Places in the publications


def words(element) -> str:
    return " ".join(element.text_content().split())


def test_a_place_is_a_way_down_that_leads_to_where_its_part_went():
    """With what it is spelled out, and titles that have commas of their own whole."""
    tree = html.fromstring(site_of(DOCS, "bronnen/index.md").locators(("h3.1.1",), "drie ordes", "Bron: "))
    assert words(tree) == "Bron: Hfst. 3 › Balanceren met kennis, kunde én kunst › Eerste, tweede en derde orde leren"
    assert tree.xpath("//abbr/@title") == ["Hoofdstuk"]
    assert tree.xpath("//a/@href") == ["wat-staat-waar/#deel-h3-1-1"]


def test_a_long_list_of_places_in_the_publications_folds_behind_the_first():
    site = site_of(DOCS, "begrippen/balanceren.md")
    ids = site.record.bron
    tree = html.fragment_fromstring(site.locators(ids, "Balanceren", "Bron: "), create_parent=True)
    links = [f"../../bronnen/wat-staat-waar/#deel-{id.replace('.', '-')}" for id in ids]
    assert tree.xpath("p/a/@href") == links[:1] and len(ids) > 2
    assert tree.xpath("details/ul/li/a/@href") == links[1:]
    assert tree.xpath("details/summary/text()") == [f"en nog {len(ids) - 1} plaatsen"]
    # Of what they are the places is there to be heard.
    assert tree.xpath("details/summary/span[@class='vh']/text()") == [" bij Balanceren"]
    assert site.needs.scripts == ["details.js"]


def test_a_short_list_of_places_in_the_publications_is_open():
    site = site_of(DOCS, "begrippen/balanceren.md")
    tree = html.fragment_fromstring(site.locators(site.record.bron[:2], "Balanceren"), create_parent=True)
    assert len(tree.xpath("p/a")) == 2 and tree.xpath("details") == [] and site.needs.scripts == []


@pytest.mark.parametrize(
    "page, place, told",
    [
        ("begrippen/woordenlijst.md", "p2-1-3", "Samen leren › Deel 1 › Rode draden"),
        ("begrippen/woordenlijst.md", "h1.3", "Kraak en Rietbergen › Hfst. 1 › Maatwerk"),
        ("begrippen/maatwerk.md", "h1.3", "Hfst. 1 › Maatwerk"),
    ],
)
def test_only_on_a_page_of_several_publications_a_place_names_its_own(page, place, told):
    assert words(html.fromstring(site_of(DOCS, page).locators((place,), "maatwerk"))) == told


def test_a_page_names_its_publications_in_full_and_where_one_gets_them():
    site = site_of(DOCS, "begrippen/discretionaire-ruimte.md")
    tree = html.fragment_fromstring(site.source(), create_parent=True)
    first, second = tree.xpath("p")
    assert words(first).startswith("Kraak, A., met Rietbergen, M. (z.d.). [") and first.xpath(".//a") == []
    url = "https://www.nji.nl/publicaties/samen-leren-in-complexe-situaties"
    assert words(second) == f"Nederlands Jeugdinstituut. (z.d.). Samen leren in complexe situaties. {url}"
    assert second.xpath("em/text()") == ["Samen leren in complexe situaties"] and second.xpath("a/@href") == [url]
    assert [words(one) for one in tree.xpath("ul/li")] == [
        "Hfst. 2 › De ‘verambtelijking’ van professionaliteit › Ont-professionalisering"
        " › Beperkte aandacht voor spanningsvelden in de uitvoering",
        "Bijl. 1 › spanningsveld 2",
        "Deel 1 › Rode draden",
        "Deel 2 › Leerervaringen van professionals",
    ]


def test_a_page_of_no_publication_names_none():
    assert site_of(DOCS, "over/privacy.md").source() == ""


# Addresses


@pytest.mark.parametrize(
    "path, expected",
    [
        ("index.md", ""),
        ("veld.md", "veld/"),
        ("kaarten/index.md", "kaarten/"),
        ("kaarten/set.md", "kaarten/set/"),
        ("kaarten/set.pdf", "kaarten/set.pdf"),
        ("a/b/index.md", "a/b/"),
        ("mijnindex.md", "mijnindex/"),
    ],
)
def test_the_address_of_a_file(path, expected):
    assert address(path) == expected


@pytest.mark.parametrize(
    "page, target, expected",
    [
        ("index.md", "sv1", "veld/"),
        ("index.md", "sv1-v1", "veld/#sv1-v1"),
        ("index.md", "in", "./"),
        ("index.md", "in-v1", "#in-v1"),
        ("index.md", "set", "kaarten/set/"),
        ("index.md", "kaarten/set.pdf", "kaarten/set.pdf"),
        ("veld.md", "in", "../"),
        ("veld.md", "in-v1", "../#in-v1"),
        ("veld.md", "sv1", "./"),
        ("veld.md", "sv1-v1", "#sv1-v1"),
        ("veld.md", "wk1-s1", "../kaarten/werkkaart/#wk1-s1"),
        ("veld.md", "podcast/deel-1.md", "../podcast/deel-1/"),
        ("kaarten/set.md", "wk1", "../werkkaart/"),
        ("kaarten/set.md", "sv1-v1", "../../veld/#sv1-v1"),
        ("kaarten/set.md", "in", "../../"),
        ("kaarten/set.md", "kaarten/set.pdf", "../set.pdf"),
        ("kaarten/set.md", "assets/css/stijl.css", "../../assets/css/stijl.css"),
    ],
)
def test_a_link_from_one_page_to_another(page, target, expected):
    assert site_of(FULL, page).url(target) == expected


def test_from_every_page_every_page_is_reached(bank):
    """In a browser's own way of resolving, below a folder; the pages of one folder all reach alike, its own reaches otherwise."""
    root = "https://voorbeeld.test/leren/"
    wrong = [
        (here, there)
        for here in {(dirname(path), basename(path) == "index.md"): path for path in bank.by_path}.values()
        for site in [site_of(DOCS, here)]
        for there, page in bank.by_path.items()
        if urljoin(root + address(here), site.url(page.record.id)) != root + address(there)
    ]
    assert wrong == []


# Overviews


@pytest.mark.parametrize(
    "kind, pages",
    [
        ("spanningsveld", ["spanningsvelden/maakbaar-of-ongrijpbaar/", "spanningsvelden/dingen-goed-of-goede-dingen/"]),
        ("werkkaart", ["werkkaarten/facilitator/", "werkkaarten/reflectief-gesprek/"]),
        ("aflevering", ["podcast/deel-1/", "podcast/deel-2/"]),
    ],
)
def test_an_overview_links_to_all_records_of_a_kind_in_order(kind, pages, bank):
    tree = html.fromstring(overzicht(site_of(DOCS, "over/index.md"), kind))
    records = bank.of_kind(KINDS[kind])
    links = tree.xpath("//li/a")
    assert [link.get("href") for link in links][:2] == [f"../{page}" for page in pages]
    assert len(links) == len(records)
    for link, record in zip(links, records):
        text = " ".join(link.text_content().split())
        poles = (
            [record.pool_links.kort, record.pool_rechts.kort]
            if kind == "spanningsveld"
            else [record.titel if kind == "werkkaart" else record.korte_titel]
        )
        assert all(part in text for part in poles), text


@pytest.mark.parametrize("kind", ["spanningsveld", "werkkaart", "aflevering", "deck"])
def test_markup_in_an_overview_comes_out_as_text(kind):
    markup = overzicht(site_of(FULL, "index.md"), kind)
    assert html.fromstring(markup).xpath("//i") == [] and "&lt;i&gt;" in markup


@pytest.mark.parametrize("kind, meant", [("werkkaarten", "werkkaart"), ("pagina", None), ("bronregister", None)])
def test_an_overview_of_an_unknown_kind_is_refused(kind, meant):
    with pytest.raises(ContentError) as refusal:
        overzicht(site_of(FULL, "index.md"), kind)
    (mistake,) = refusal.value.mistakes
    assert (mistake.file, mistake.value, mistake.meant) == ("index.md", kind, meant)
    assert (
        mistake.expected == "een van spanningsveld, werkkaart, aflevering, woordenlijst, verhaal, personenlijst, deck"
    )


# Where a page is


@pytest.mark.parametrize(
    "path, section",
    [
        ("werkkaarten/tijdlijn.md", "Werkkaarten"),
        ("verhalen/rode-draden.md", "Verhalen"),
        ("bronnen/index.md", "Bronnen"),
        ("kaarten/rotonde.md", "Kaarten printen"),
        ("over/colofon.md", "Over"),
        ("lesgeven.md", "Over"),
    ],
)
def test_a_page_is_in_the_part_of_the_site_that_its_folder_is_about(bank, path, section):
    assert bank.section_of(path) == section


# Register


@pytest.mark.parametrize(
    "titles",
    [
        ["Aap", "Écht", "eend", "Egel", "‘Ei’", "Zon"],
        ["De weg", "‘De weg’ terug", "Dewar", "Doen"],
        ["1 stap", "10 stappen", "Één", "Eerst"],
        ["Coöperatie", "coördinatie", "Cultuur"],
    ],
)
def test_titles_are_filed_without_accents_quotes_and_capitals(titles):
    assert sorted(titles, key=sort_key) == titles


def test_what_has_no_letters_is_filed_under_its_sign():
    assert [first_letter(name) for name in ("‘Echt’", "één", "…", "²")] == ["E", "E", "…", "2"]


def test_the_register_has_every_page_but_itself_and_the_home_page_under_its_letter(bank):
    tree = html.fromstring(van_a_tot_z(site_of(DOCS, "zoeken.md")))
    # A part of a page, to show elsewhere, is found as that page.
    framed = len(bank.of_kind(Insluiting))
    assert framed > 0 and len(tree.xpath("//section//li")) == len(bank.pages) - framed - 2
    letters = [section.findtext("h3") for section in tree.xpath("//section")]
    assert letters == sorted(set(letters))
    ways = [(link.text, link.get("href")) for link in tree.xpath("//nav//a")]
    assert ways == [(section.findtext("h3"), f"#{section.get('id')}") for section in tree.xpath("//section")]
    for section in tree.xpath("//section"):
        titles = [link.text_content() for link in section.xpath(".//a")]
        assert titles and {sort_key(title)[0].upper() for title in titles} == {section.findtext("h3")}
        assert titles == sorted(titles, key=sort_key)


def test_titles_with_an_accent_or_quote_stand_under_the_plain_letter(tmp_path):
    docs = sound(tmp_path)
    spoil(docs, "veld.md", "titel: Tussen hier en daar", "titel: Één weg")
    spoil(docs, "kaarten/set.md", "titel: Een set", "titel: ‘Even’ stil")
    spoil(docs, "kaarten/kaart.md", "titel: Samen op weg", 'titel: "<i>Samen</i> & verder"')
    tree = html.fromstring(van_a_tot_z(site_of(docs, "bronnen.md")))
    filed = {
        section.findtext("h3"): [link.text_content() for link in section.xpath(".//a")]
        for section in tree.xpath("//section")
    }
    assert filed == {"E": ["Één weg", "‘Even’ stil"], "I": ["<i>Samen</i> & verder"]}


# Fields


@pytest.mark.parametrize("kind", documented())
def test_every_field_has_a_row_in_the_guide(kind):
    tree = html.fromstring(velden(site_of(DOCS, "over/naslag.md"), kind))
    model = documented()[kind]
    assert sorted(tree.xpath("//tbody/tr/th/code/text()")) == sorted(model.model_fields)
    assert [cell for cell in tree.xpath("//tbody/tr/td") if not cell.text_content().strip()] == []
    optional = {row.findtext(".//code") for row in tree.xpath("//tbody/tr[th/small]")}
    assert optional == {name for name, field in model.model_fields.items() if not field.is_required()}


@pytest.mark.parametrize("kind", documented())
def test_what_a_field_holds_is_told_in_dutch(kind):
    """Not in the words of the code; each part is one that the guide explains."""
    parts = set(documented())
    for field in fields_of(documented()[kind]):
        words = re.sub(r"^lijst van ", "", field.wat)
        assert words in {
            "tekst",
            "teksten",
            "heel getal",
            "ja of nee: `true` of `false`",
            "hele getallen",
            *parts,
        } or re.fullmatch(r"een van: `[\w., -]+`(, `[\w., -]+`)*|`\w+`", words), f"{field.naam}: {field.wat}"
        assert field.deel is None or field.deel in parts


def test_required_fields_come_first():
    required = [field.verplicht for field in fields_of(KINDS["werkkaart"])]
    assert required == sorted(required, reverse=True) and True in required and False in required


def test_the_table_of_an_unknown_part_is_refused():
    with pytest.raises(
        ContentError, match="macro `velden` kent deze waarde niet; er staat `vragen`; .*bedoelde je `vraag`"
    ):
        velden(site_of(DOCS, "over/naslag.md"), "vragen")


# Colours


def test_every_field_has_its_own_colours_for_light_and_dark(bank):
    css = colours_css(bank)
    plain, both = css.split("@supports")
    for field in bank.of_kind(Spanningsveld):
        left, right = field.pool_links, field.pool_rechts
        assert f".{field.id}{{--a:{left.kleur};--b:{right.kleur}}}" in plain
        assert (
            f".{field.id}{{--a:light-dark({left.kleur},{left.kleur_donker});"
            f"--b:light-dark({right.kleur},{right.kleur_donker})}}"
        ) in both


# Around a record


@pytest.mark.parametrize(
    "id, expected",
    [
        ("sv4", "Spanningsveld 4, Doorgaan of vertragen"),
        ("pod-deel-1", "De droom van Amalia, deel 1"),
        ("privacy", "Privacy"),
    ],
)
def test_a_record_is_called_by_its_kind_and_number_where_it_has_one(id, expected, bank):
    assert label(bank.places[id].page.record) == expected


def test_around_a_record_stand_its_crumbs_source_neighbours_relations_and_backlinks(tmp_path):
    docs = sound(tmp_path)
    other = (docs / "veld.md").read_text().replace("nummer: 1", "nummer: 2").replace("sv1", "sv2")
    spoil(
        docs,
        "kaarten/index.md",
        None,
        "---\nsoort: inleiding\nid: kaarten\ntitel: Kaarten\nsamenvatting: Alle.\n---\n\nTekst.\n",
    )
    (docs / "kaarten/veld2.md").write_text(
        other.replace("  - naar: wk1\n", "  - naar: wk1-s1\n    soort: combineert\n")
    )
    first, card = surroundings(site_of(docs, "veld.md")), surroundings(site_of(docs, "kaarten/kaart.md"))
    second = surroundings(site_of(docs, "kaarten/veld2.md"))

    assert first.kruimels == () and [record.id for record in card.kruimels] == ["kaarten"]
    assert [(r.titel, r.url) for r in first.verwant] == [("Werkkaart 1, Samen op weg", "../kaarten/kaart/")]
    assert first.combineert == () and second.verwant == ()
    assert [(r.record.id, r.url) for r in second.combineert] == [("wk1", "../kaart/#wk1-s1")]
    assert [record.id for record in card.genoemd_door] == ["sv2", "sv1"]


DECKS = {
    "wk1": ["begeleiderskaarten", "emoties"],
    "wk2": ["gespreksvragen"],
    "wk3": ["gebeurtenissen", "gespreksvragen"],
    "wk4": [],
    "wk5": ["oefeningen", "rollen"],
    "wk6": ["emoties", "oefeningen"],
    "wk7": [],
    "wk8": ["fasekaarten", "herkenningskaarten", "rollen"],
}


def test_each_werkkaart_leads_to_its_own_cards_and_each_field_first_to_its_own_questions(bank):
    around = {
        record.id: surroundings(site_of(DOCS, bank.path_of(record.id)))
        for kind in (Werkkaart, Spanningsveld)
        for record in bank.of_kind(kind)
    }
    assert {id: [deck.id for deck in around[id].kaarten_erbij] for id in DECKS} == DECKS
    for field in bank.of_kind(Spanningsveld):
        assert around[field.id].decks[0].id == f"reflectievragen-{field.id}"
        assert around[field.id].vloerlijn == f"kaarten/lijnen/{field.id}-vloer.pdf"
    assert around["wk1"].vloerlijn is None


def test_a_relation_is_shown_once_and_not_again_as_a_backlink(tmp_path):
    docs = sound(tmp_path)
    spoil(
        docs,
        "veld.md",
        "    tekst: Om er samen over te praten.",
        "    tekst: Om er samen over te praten.\n  - naar: wk1\n    tekst: En nog om iets.\n    van_ons: true",
    )
    around = surroundings(site_of(docs, "veld.md"))
    assert [[reason.tekst for reason in relation.redenen] for relation in around.verwant] == [
        ["Om er samen over te praten.", "En nog om iets."]
    ]
    assert "wk1" not in [record.id for record in around.genoemd_door]


def test_every_item_of_the_real_content_can_be_pointed_at(bank):
    """From a page in another folder, by its id, in the address that the built site has."""
    here = site_of(DOCS, "over/privacy.md")
    wrong = [
        item.id
        for page in bank.pages
        for item in items(page.record)
        if here.url(item.id) != f"{here.url(page.record.id)}#{item.id}"
    ]
    assert wrong == []
