"""What the card tests share: the fonts, and a press that prints each deck in each form once from the real content."""

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cached_property, partial
from typing import NamedTuple

import pytest

from macros import cards
from macros.knowledge.kennisbank import Kennisbank
from macros.knowledge.reader import load
from macros.knowledge.records import Deck, Pagina, Programma
from macros.pages.site import public_address
from macros.publish.made.browser import FONTS
from tests.cards import reading
from tests.cards.reading import plain
from tests.conftest import ROOT, SITE_URL

SIGNS = ROOT / "docs" / "assets" / "tekens"
BANK = load(ROOT / "docs")
ADDRESS = partial(public_address, BANK, SITE_URL)
DECKS = {deck.id: deck for deck in BANK.of_kind(Deck)}
FORMS = cards.load_forms()


class Job(NamedTuple):
    """What to print: a deck in a form, for a printer that turns the paper over an edge."""

    deck: str
    form: str
    edge: str = "long"


def smallest_deck(form):
    """The deck with the fewest cards that can be printed in `form`."""
    fitting = [deck for deck in DECKS.values() if form.maat.id in deck.maten]
    return min(fitting, key=lambda deck: len(cards.deck_cards(BANK, deck))).id


# Every deck in its usual form, and every form with every edge: what differs between decks, and what between forms.
USUAL = [Job(deck.id, size) for deck in DECKS.values() for size in deck.maten if size != "vouwkaart-letter"]
EVERY_FORM = [
    Job(smallest_deck(form), form.id, edge)
    for form in FORMS.values()
    for edge in (("long", "short") if form.keert and form.gewoon else ("long",))
]


def tail(card):
    """The rest of the address on a card, after the site's own: its page, and its id where that is not the page's."""
    page = BANK.path_of(card.naar).removesuffix(".md").removesuffix("index")
    return page + ("" if page.endswith("/") or not page else "/") + (f"#{card.naar}" if card.item else "")


def shop_of(bank, fonts, store=None, signs=SIGNS):
    """A print shop for the public address of the tests; without a store it makes everything anew."""
    return cards.PrintShop(bank, partial(public_address, bank, SITE_URL), fonts, signs, store, trial=True)


def with_decks(decks):
    """The Kennisbank with no other decks than these; the pages of the others are there, for what leads to them."""

    def page(one):
        if one.record.id in decks:
            return replace(one, record=decks[one.record.id])
        # A programme is about ways to use a deck, which are then not there either.
        if not isinstance(one.record, Deck | Programma):
            return one
        return replace(
            one,
            record=Pagina(
                soort="pagina",
                **{name: getattr(one.record, name) for name in ("id", "titel", "samenvatting", "bron", "verwant")},
            ),
        )

    return Kennisbank(tuple(map(page, BANK.pages)))


class Print:
    """A printed deck: its PDF, read once."""

    def __init__(self, job, made):
        self.deck, self.form, self.edge, self._made = DECKS[job.deck], FORMS[job.form], job.edge, made
        self.cards = cards.on_sheets(cards.deck_cards(BANK, self.deck), self.form)
        self.blanks = cards.blanks(self.deck, self.form, len(self.cards))
        self.folded, self.one_sided = self.form.soort == "boekje", self.form.soort == "enkelzijdig"

    @property
    def pdf(self):
        return self._made()

    @cached_property
    def pages(self):
        return reading.pages(self.pdf)

    @property
    def sheets(self):
        """Front and back of each sheet; of one that is printed on one side only the front."""
        return [(page,) for page in self.pages] if self.one_sided else list(zip(self.pages[::2], self.pages[1::2]))

    def forget(self):
        """Drop what was read: all decks together would take more than a gigabyte."""
        vars(self).pop("pages", None)

    def panels(self, face):
        return face.panels if self.folded else [face]

    def same(self, front, back):
        """Whether two faces are those of one card: the back tells its id, the front what it is called."""
        names = {card.id: card.titel for card in self.cards}
        if self.folded:
            # The inside has the number and the name of the card above it.
            cover = front.panels[0].id
            return cover in names and all(plain(names[cover]) in panel.text() for panel in back.panels[:1])
        return back.id not in names or plain(names[back.id]) in front.text()


@pytest.fixture(scope="session")
def fonts():
    """Those of the builds: made once for all, whoever is first."""
    return cards.static_fonts(tuple(FONTS.values()), ROOT / ".build" / "fonts")


@pytest.fixture(scope="session")
def shop(fonts):
    """The print shop of the real content, with what was typeset before: the site that other tests read has the same sheets."""
    return shop_of(BANK, fonts, cards.PrintStore(ROOT / ".build" / "cards"))


@pytest.fixture(scope="session")
def press(shop):
    """A function from a job to what was printed; alone on the machine, it prints ahead while others read."""
    pool, jobs, prints = ThreadPoolExecutor(2), {}, {}

    def submit(job):
        if job not in jobs:
            jobs[job] = pool.submit(cards.render_pdf, shop, DECKS[job.deck], FORMS[job.form], job.edge)
        return jobs[job]

    def printed(job):
        job = Job(*job)
        if job not in prints:
            prints[job] = Print(job, submit(job).result)
        return prints[job]

    if "PYTEST_XDIST_WORKER" not in os.environ:
        for job in dict.fromkeys([*USUAL, *EVERY_FORM]):
            submit(job)
    yield printed
    pool.shutdown(cancel_futures=True)


@pytest.fixture(scope="session", params=USUAL, ids=lambda job: f"{job.deck}-{job.form}")
def usual(request, press):
    """A deck in its usual form: each test with this runs for all decks."""
    found = press(request.param)
    yield found
    found.forget()


@pytest.fixture(scope="session", params=EVERY_FORM, ids=lambda job: f"{job.form}-{job.edge}")
def formed(request, press):
    """A form, with a small deck in it: each test with this runs for all forms and both edges."""
    found = press(request.param)
    yield found
    found.forget()


@pytest.fixture(scope="session")
def decks():
    return DECKS


@pytest.fixture(scope="session")
def questions():
    return DECKS["reflectievragen"]


@pytest.fixture(scope="session")
def fold_cards():
    return DECKS["werkkaarten-vouwkaarten"]


@pytest.fixture(scope="session")
def spoiled_sheet(fonts):
    """A control case: small pale type on a black field, a text with one word on its last line, and a cut that stops too soon."""
    import typst

    source = b"""#set page(width: 297mm, height: 210mm, margin: 0mm)
        #set text(font: "Atkinson Hyperlegible Next", size: 5pt)
        #rect(width: 148.5mm, height: 210mm, fill: white)
        #place(top + left, rect(width: 150mm, height: 105mm, fill: black))
        #place(top + left, text(fill: luma(60%))[Klein])
        #place(top + left, dx: 74.25mm, line(angle: 90deg, length: 200mm))
        #place(top + left, dx: 20mm, dy: 150mm, block(width: 50mm, text(size: 12pt, costs: (runt: 0%))[
          Dit is een hele zin waarvan het laatste woord te kort is.]))"""
    (page,) = reading.pages(
        typst.compile(
            source, font_paths=typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts])
        )
    )
    return page
