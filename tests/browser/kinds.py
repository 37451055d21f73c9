"""One page of every kind, by name: the table that the layout and the accessibility tests go through."""

from macros.knowledge.reader import read
from macros.pages.site import address
from tests.conftest import ROOT

KINDS = {
    "home": "",
    "inleiding": "spanningsvelden/",
    "spanningsveld": "spanningsvelden/doorgaan-of-vertragen/",
    "alle lijnen": "spanningsvelden/alle-lijnen/",
    "in één oogopslag": "werkkaarten/",
    "werkkaart 3": "werkkaarten/tijdlijn/",
    "werkkaart 5": "werkkaarten/perspectiefwissel/",
    "werkkaart 8": "werkkaarten/fasen/",
    "begrip": "begrippen/parallelle-processen/",
    "thema": "begrippen/thema-leren/",
    "woordenlijst": "begrippen/woordenlijst/",
    "model": "modellen/drie-ordes/",
    "verhaal": "verhalen/shirley/",
    "artikel": "verhalen/rode-draden/",
    "aflevering": "podcast/deel-2/",
    "literatuur": "bronnen/",
    "decks": "kaarten/",
    "deck": "kaarten/reflectievragen/",
    "zelf kiezen": "kaarten/zelf-kiezen/",
    "colofon": "over/colofon/",
    "bijdragen": "over/bijdragen/",
    "bouwen": "over/bouwen/",
    "meenemen": "over/meenemen/",
    "zonder internet": "zonder-internet.html",
    "zoeken": "zoeken/",
    "vastgelopen": "vastgelopen/",
    "reflectie": "reflectie/",
    "team": "reflectie/team/",
    "draaiboek": "begeleiden/draaiboek/",
    "begeleiden": "reflectie/begeleiden/",
    "uitvoeren": "begeleiden/uitvoeren/",
    "groepsscherm": "begeleiden/groep/",
    "papier": "reflectie/papier/",
    "delen": "reflectie/delen/",
    "kader": "insluiten/doorgaan-of-vertragen/",
    "kader met vragen": "insluiten/vragen/",
    "404": "404.html",
}
# Of a kind that has no page above, the first: a new kind is looked at by itself.
_bank = read(ROOT / "docs").bank
_seen = {page.record.soort for page in _bank.pages if address(page.path) in KINDS.values()}
KINDS |= {page.record.soort: address(page.path) for page in reversed(_bank.pages) if page.record.soort not in _seen}
