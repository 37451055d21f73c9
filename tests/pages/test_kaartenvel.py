"""Proves that the page of a deck shows each sheet with the text of its cards, and leads to every PDF of the deck."""

from pathlib import Path

import pytest
from lxml import html

from macros.cards import contents, deck_cards, files_of
from macros.knowledge.errors import ContentError
from macros.knowledge.reader import load
from macros.knowledge.records import Deck
from macros.pages.kaartenvel.macro import kaartenvel
from tests.conftest import ROOT, site_of

DOCS = ROOT / "docs"
DECKS = load(DOCS).of_kind(Deck)
FULL = Path(__file__).parent / "vol"


@pytest.fixture(scope="module", params=DECKS, ids=lambda deck: deck.id)
def page(request, bank):
    """A deck, what is in it, its site and the part of its page that shows it."""
    site = site_of(DOCS, bank.path_of(request.param.id))
    return (
        request.param,
        contents(bank, request.param),
        site,
        html.fromstring(str(kaartenvel(site, request.param.id))),
    )


def text(element):
    return " ".join(element.text_content().split())


def test_the_usual_pdf_stands_first_and_the_others_behind_a_fold(page, bank):
    deck, found, site, tree = page
    usual, *others = [site.url(file.path) for file in files_of(bank, deck)]
    assert tree.xpath("//*[@class='kaartenvel-acties']/a/@href") == [usual]
    assert tree.xpath("//details//a/@href") == others
    names = [text(link) for link in tree.xpath("//details//a")]
    assert names == [file.name for file in found.files[1:]] and len(set(names)) == len(names)
    # What to do with each of them stands behind it.
    assert all(text(item).removeprefix(name).strip(" .") for item, name in zip(tree.xpath("//details//li"), names))


def test_who_cannot_print_on_both_sides_is_sent_to_how_it_is_done(page):
    _, found, site, tree = page
    assert found.form.soort != "enkelzijdig"
    link = tree.xpath("//*[@class='kaartenvel-acties']/p/a[text()='Draai zelf de stapel om']")
    assert [one.get("href") for one in link] == [site.url("zelf-omdraaien")]


def test_each_other_pdf_tells_its_paper_and_when_its_last_sheet_is_only_explanation(page, bank):
    deck, found, _, tree = page
    cards = deck_cards(bank, deck)
    for file, item in zip(found.files[1:], tree.xpath("//details[@class='andere-vormen']//li"), strict=True):
        count, own = (-(-len(some) // file.form.per_vel) for some in (cards, [one for one in cards if one.eigen]))
        paper = f"{2 * count} bladzijden" if file.form.afloop else f"{count} {'vel' if count == 1 else 'vellen'}"
        # One card a sheet lies in the order of the set, with what explains it first.
        spare = own < count and file.form.per_vel > 1
        told = text(item).removeprefix(f"{file.name}: {paper}")
        assert told.startswith(", het laatste met alleen de uitleg. " if spare else ". ")


def test_what_participants_read_has_no_ids(page):
    deck, found, _, tree = page
    said = [text(one) for one in tree.xpath("//*[contains(@class, 'losse-kaart')]")] + tree.xpath("//section//@alt")
    ids = [card.id for cards in found.sheets for card in cards if "-" in card.id]
    assert len(said) > len(found.sheets)
    assert [id for id in ids if any(id in one.split() for one in said)] == []


def test_each_card_shows_its_front_beside_its_text(page):
    deck, found, site, tree = page
    fronts = [
        one.xpath("string(.//img[contains(@class, 'voorop')]/@src)")
        for one in tree.xpath("//*[contains(@class, 'losse-kaart')]")
    ]
    cards = [card for some in found.sheets for card in some if card.soort != "leeg"]
    assert fronts == [site.url(site.elsewhere.picture(found.form.maat, card.id, "voor", deck.id)) for card in cards]
    assert {one.get("loading") for one in tree.xpath("//img[contains(@class, 'voorop')]")} == {"lazy"}


def test_the_button_says_how_many_sheets_and_how_to_print_them(page):
    _, found, _, tree = page
    told = text(tree.xpath("//*[@class='kaartenvel-acties']")[0])
    count = len(found.sheets)
    assert f"{count} {'vel' if count == 1 else 'vellen'}, {found.form.naam}." in told
    assert "Op 100%, niet ‘passend maken’. Dubbelzijdig, omslaan over de lange zijde." in told and found.form.na in told


def test_each_sheet_shows_its_faces_in_the_order_of_the_paper(page):
    deck, found, site, tree = page
    sheets = tree.xpath("//section")
    assert len(sheets) == len(found.sheets)
    for section, cards in zip(sheets, found.sheets):
        sides = section.xpath("./figure")
        assert len(sides) == 2
        for figure, side in zip(sides, ("voor", "achter")):
            pictures = [f"{deck.id}-leeg-1" if card.soort == "leeg" else card.id for card in cards]
            assert figure.xpath(".//img/@src") == [
                site.url(site.elsewhere.picture(found.form.maat, id, side, deck.id)) for id in pictures
            ]
            assert figure.xpath(f"./div[contains(@class, 'vorm-{found.form.id}')]") != []
            assert all("kaart" in alt for alt in figure.xpath(".//img/@alt")) and figure.findtext("figcaption")
            width, height = found.form.maat.kaart
            assert set(figure.xpath(".//img/@width")) == {str(round(width))} and set(
                figure.xpath(".//img/@height")
            ) == {str(round(height))}


def test_what_is_on_a_card_can_be_read_beside_it(page, bank):
    deck, found, site, tree = page
    shown = [text(section) for section in tree.xpath("//section")]
    for section, cards in zip(shown, found.sheets):
        for card in cards:
            lines = () if card.soort in ("instructie", "leeg") else card.regels
            assert [
                line for line in (card.titel, *lines) if " ".join(line.split()) not in section and card.soort != "leeg"
            ] == []
    links = {link for section in tree.xpath("//section") for link in section.xpath(".//a/@href")}
    for card in deck_cards(bank, deck):
        if card.soort not in ("instructie", "leeg"):
            assert (f"#{card.naar}" if card.record is deck else site.url(card.naar)) in links


def test_cards_of_the_deck_itself_can_be_pointed_at(page):
    deck, _, _, tree = page
    assert tree.xpath("//section//@id") == [one.id for one in deck.eigen or ()]


def test_markup_in_a_deck_comes_out_as_text():
    markup = str(kaartenvel(site_of(FULL, "kaarten/set.md"), "set"))
    assert html.fromstring(markup).xpath("//i") == [] and "&lt;i&gt;" in markup


def test_an_unknown_deck_is_refused():
    with pytest.raises(ContentError) as refusal:
        kaartenvel(site_of(DOCS, "kaarten/index.md"), "rotonden")
    assert str(refusal.value) == (
        "kaarten/index.md: macro `kaartenvel` kent deze waarde niet; er staat `rotonden`; verwacht: een van "
        + ", ".join(deck.id for deck in DECKS)
        + "; bedoelde je `rotonde`?"
    )
