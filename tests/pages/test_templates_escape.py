"""Proves that what an editor writes in a record comes out of the page templates as text, wherever it is shown."""

import re

import pytest
from lxml import html

from tests.conftest import build
from tests.knowledge.spoil import light

FIELD, CARD = "spanningsvelden/doorgaan-of-vertragen.md", "werkkaarten/tijdlijn.md"
MARK = 'Wie <i>is</i> & "wat" zit'
YAML = "'" + MARK + "'"


def overwrite(project, file: str, *fields: str) -> None:
    """Give `fields` of the page the text MARK."""
    path = project / "docs" / file
    text = path.read_text(encoding="utf-8")
    for field in fields:
        text, count = re.subn(rf"^(\s*(?:- )?{field}:) .*$", lambda match: f"{match[1]} {YAML}", text, flags=re.M)
        assert count, f"{file} has no {field}"
    path.write_text(text, encoding="utf-8")


@pytest.mark.whole
def test_markup_in_a_record_comes_out_as_text_in_the_templates(project):
    overwrite(project, FIELD, "titel", "kort", "samenvatting", "naam", "uitleg", "voor_wie", "tekst")
    overwrite(project, CARD, "doel", "tekst")
    card = project / "docs" / CARD
    text = card.read_text(encoding="utf-8").replace("\nwanneer:\n", f"\nwanneer:\n  - {YAML}\n")
    card.write_text(text, encoding="utf-8")
    result = build(light(project), project / "nieuw")
    assert result.returncode == 0, result.stdout + result.stderr

    field = html.parse(project / "nieuw/spanningsvelden/doorgaan-of-vertragen/index.html")
    card = html.parse(project / "nieuw/werkkaarten/tijdlijn/index.html")
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
    for page in (project / "nieuw").rglob("*.html"):
        assert html.parse(page).xpath("//i") == [], page
