"""What the card tests share: the fonts, and both decks printed once from the real content."""

import pytest

from macros import cards
from macros.knowledge.records import Deck
from tests.conftest import ROOT, SITE_URL

FONT = ROOT / "docs" / "assets" / "fonts" / "atkinson-hyperlegible-next.woff2"


@pytest.fixture(scope="session")
def fonts(tmp_path_factory):
    return cards.static_fonts(FONT, tmp_path_factory.mktemp("fonts"))


@pytest.fixture(scope="session")
def decks(bank):
    return {deck.id: deck for deck in bank.van_soort(Deck)}


@pytest.fixture(scope="session")
def questions(decks):
    return decks["reflectievragen"]


@pytest.fixture(scope="session")
def fold_cards(decks):
    return decks["werkkaarten-vouwkaarten"]


@pytest.fixture(scope="session")
def pdfs(bank, decks, fonts):
    """Every deck as PDF, for a printer that flips on the long edge."""
    return {id: cards.render_pdf(bank, deck, SITE_URL, fonts) for id, deck in decks.items()}


@pytest.fixture(scope="session", params=["reflectievragen", "werkkaarten-vouwkaarten"])
def printed(request, bank, decks, pdfs):
    """A deck, its form and its PDF: each test with this runs for both decks."""
    deck = decks[request.param]
    return deck, cards.form_of(bank, deck), pdfs[deck.id]
