"""Proves that every plain link to a concept carries its definition, however the link is written, and no other link does."""

import markdown
import pytest
from lxml import html

from macros.pages.glossary import mark_terms
from tests.conftest import ROOT, site_of

DOCS = ROOT / "docs"


def defined(bank, text: str) -> str | None:
    """The definition on the link that Markdown `text` makes on a page at the root, as the build would have it."""
    link = html.fromstring(mark_terms(site_of(DOCS, "lesgeven.md"), markdown.markdown(text, extensions=["attr_list"])))
    return link.xpath("//a/@data-uitleg")[0] if link.xpath("//a/@data-uitleg") else None


@pytest.mark.parametrize(
    "link",
    [
        "[traag](../begrippen/vertragen/)",
        '[traag](../begrippen/vertragen/ "Vertragen")',
        "[traag](../begrippen/vertragen/ 'Vertragen')",
        "[traag](../begrippen/vertragen/){: #traag }",
        "[*heel* traag](../begrippen/vertragen/)",
    ],
)
def test_a_link_to_a_concept_carries_its_definition(bank, link):
    assert defined(bank, link) == bank.places["vertragen"].page.record.samenvatting


@pytest.mark.parametrize(
    "link",
    [
        "[over](../over/)",
        "[buiten](https://example.org/begrippen/vertragen/)",
        "[knop](../begrippen/vertragen/){: .knop }",
    ],
)
def test_any_other_link_is_left_alone(bank, link):
    assert defined(bank, link) is None
