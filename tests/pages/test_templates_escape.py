"""Proves that what an editor writes in a record comes out of the page templates as text, wherever it is shown."""

from lxml import html

from tests.altered import CARD, FIELD, MARK


def test_markup_in_a_record_comes_out_as_text_in_the_templates(altered):
    site = altered / "site"
    field, card = (html.parse(site / path.removesuffix(".md") / "index.html") for path in (FIELD, CARD))
    assert field.xpath("//meta[@name='description']/@content") == [MARK]
    places = {
        "title": field.xpath("//title"),
        "h1": field.xpath("//h1"),
        "lead": field.xpath("//*[@class='lead']"),
        "poles": field.xpath("//*[@class='pool-naam']"),
        "pole": field.xpath("//*[contains(@class, 'pool-kaart')]/p"),
        "for whom": field.xpath("//*[@class='voor-wie']"),
        "relation": field.xpath("//*[@class='relaties']//p"),
        "aim": card.xpath("//*[@class='lead']"),
        "when": card.xpath("//*[@class='kaartkop']//li"),
    }
    assert {name: len(found) > 0 for name, found in places.items()} == dict.fromkeys(places, True)
    assert [name for name, found in places.items() if MARK not in found[0].text_content()] == []
    for page in site.rglob("*.html"):
        assert html.parse(page).xpath("//i") == [], page
