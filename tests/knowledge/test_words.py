"""One thing, one word; one kind of quotation marks; zij and haar for people only; links that say where they lead."""

import posixpath
import re
from fnmatch import fnmatch

import pytest

from macros.knowledge.reader import read
from macros.knowledge.records import Deck
from tests.conftest import ROOT
from tests.knowledge.sentences import DOCS, Sentence, content, interface, nothing, string_sentences, template_sentences

GUIDE = "docs/over/naslag.md"


def everything() -> tuple[Sentence, ...]:
    return (*content(), *interface())


# One thing, one word: the table of the editors' guide


def word_table(guide: str) -> list[tuple[str, str, list[str]]]:
    """Each word not to use, what to say for it, and where it may stand: files, and phrases that hold it."""
    table = guide.partition("## Zo noemen we dingen")[2].partition("\n## ")[0]
    rows = [line.strip("|").split("|") for line in table.splitlines() if line.startswith("|")][2:]
    return [
        (
            word.strip(" ‘’*`"),
            good.strip(),
            [one.strip(" ‘’`") for one in re.split(r",(?![^‘]*’)", allowed) if one.strip()],
        )
        for _, good, bad, allowed in rows
        for word in bad.split(",")
        if word.strip()
    ]


def wrong_words(sentences, table) -> list[str]:
    found = []
    for word, good, allowed in table:
        pattern = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])", re.I)
        phrases = re.compile("|".join(map(re.escape, allowed)) or "$^", re.I)
        for one in sentences:
            # Few sentences have the word at all, and only of those is the rest asked.
            if not pattern.search(one.text):
                continue
            here = any(fnmatch(one.file, place) for place in allowed)
            if not here and pattern.search(phrases.sub("", one.text)):
                found.append(f"{one} [niet ‘{word}’ maar: {good}]")
    return found


def guide_table():
    return word_table((ROOT / GUIDE).read_text(encoding="utf-8"))


def test_each_thing_has_one_word():
    table = guide_table()
    assert len(table) > 30
    # The guide itself must name the words that it refuses.
    sentences = [one for one in everything() if not (one.file == GUIDE and one.text.count("|") > 2)]
    nothing(wrong_words(sentences, table))


@pytest.mark.parametrize(
    "text, wrong",
    [
        ("Print een kaartenset.", 1),
        ("Kies een set.", 0),
        ("De facilitator begint.", 1),
        ("Lees De rol van facilitator vervullen.", 0),
        ("Haal de PDF op.", 1),
    ],
)
def test_a_word_not_to_use_is_found_but_where_it_may_stand(text, wrong):
    assert len(wrong_words([Sentence("docs/een.md", text)], guide_table())) == wrong
    assert wrong_words([Sentence("docs/werkkaarten/facilitator.md", "De facilitator begint.")], guide_table()) == []


# Quotation marks

_STRAIGHT = re.compile(r"[“”„«»\"]|'")


def wrong_marks(sentences) -> list[str]:
    return [str(one) for one in sentences if _STRAIGHT.search(one.text)]


def test_quotation_marks_are_single_and_curly():
    # In the strings of a program a straight mark is often its own: only what has a sentence around it counts.
    made = [one for one in interface() if one.text[-1] in ".?!" and not re.search(r"[<>{}=/\\]", one.text)]
    nothing(wrong_marks([*content(), *made]))


@pytest.mark.parametrize("text", ["Zeg “ja”.", 'Zeg "ja".', "Zeg 'ja'.", "Drie foto's."])
def test_another_quotation_mark_is_found(text):
    assert wrong_marks([Sentence("een.md", text)])
    assert wrong_marks([Sentence("een.md", "Zeg ‘ja’ bij foto’s.")]) == []


# Zij and haar

_PEOPLE = """
    aanbieders amsterdam auteur auteurs begeleider begeleiders begeleidster behandelaar beleidsmaker beleidsmakers
    beleidsmedewerker bestuurder bestuurders bewoner bewoners buren casemanager casemanagers client cliënt cliënten collega
    collega’s dag-moeder deelnemer deelnemers directeur directeuren directeur-bestuurder dochter docent docenten familie
    filosoof gedragsdeskundige gedragswetenschapper gemeente gemeenten gezin gezinnen gezinsleden gezinsmanager
    groepsleider groepsleiders hulpverlener hulpverleners hulpverleenster iemand inspectie instelling instellingen jeugdbeschermer jeugdbeschermers
    jongen jongere jongeren kind kinderen leerling leerlingen leidinggevende leidinggevenden leraar lid leden lector
    maatschappelijk-werker makers medewerker medewerkers meisje meiden mens mensen moeder moeders ministerie nji onderzoeker onderzoekers
    onderzoekster opa oma organisatie organisaties ouder ouders overheid partij partijen partners persoon personen politiek
    politicus politici professional professionals projectleider psychiater rechter schrijfster schrijver schrijvers sector sectoren sociaal-ingenieurs student studenten
    team teams therapeut tuchtrechter vader vaders verpleegkundige vertrouwenspersoon voorzitter vrijwilliger vrouw vrouwen werkers werker werkgever
    wethouder wethouders wie zus zussen zusje ander anderen beiden allen allebei niemand sommigen velen jeugdzorgwerkers
"""
PEOPLE = frozenset(_PEOPLE.split())
"""Who may be `zij`, or have something that is `haar`: people, and organisations in which people act."""

_THINGS = """
    aanpak afspraak analyse balans beweging bijdrage bijeenkomst code cyclus diagnose droom emotie ervaring escalatie
    figuur folder gang gedachte gewoonte groei groep-kaart hulp kaart kennis keuze kloof kracht kunst kwestie ladder
    leefwereld lijn lijst logica macht methode methodiek oefening onmacht onzekerheid oplossing opgave opdracht orde
    pagina paradox plek pool praktijk publicatie reflectie reflex regel rol rotonde route rugdekking ruimte samenwerking set site situatie
    slinger spanning spiraal stap stem systeemwereld taal tekst tijdlijn traditie uitkomst uitspraak veerkracht
    verantwoordelijkheid verandering versie vraag waarde waarheid werkelijkheid werkkaart zekerheid zin zorg
    infrastructuur kennisinfrastructuur machteloosheid maakbaarheid beheersing overheidslogica bron camera
"""
THINGS = frozenset(_THINGS.split())
"""Things in use here with `de`, of which neither `zij` nor `haar` is said."""

_SHE = re.compile(r"\b(zij|haar|hare)\b", re.I)
_OPENS_WITH_A_THING = re.compile(
    rf"^(?:(?:de|een|die|deze|elke|je|jouw|zo’n|geen)\s+)?(?:\w+e\s+)?(?:{'|'.join(sorted(THINGS))})\b", re.I
)


def people(bank) -> set[str]:
    """The words for people, and the names of those whom the publications name."""
    lists = [page.record.personen for page in bank.pages if page.record.soort == "personenlijst"]
    names = {word.strip("(),.") for persons in lists for person in persons for word in person.naam.split()}
    return PEOPLE | {name.lower() for name in names if len(name) > 2 and name[0].isupper()} - {"een", "het"}


def she_for_a_thing(sentences, known) -> list[str]:
    found = []
    for one in sentences:
        if not _SHE.search(one.text):
            continue
        here, before = (set(re.findall(r"[\w’²-]+", text.lower())) & known for text in (one.text, one.before))
        thing = (
            _OPENS_WITH_A_THING.match(one.text)
            and not here
            or (re.match(r"zij\b", one.text, re.I) and _OPENS_WITH_A_THING.match(one.before) and not before)
        )
        # A story is about somebody from its title on.
        if thing or not (here or before or one.file.startswith("docs/verhalen/")):
            found.append(str(one))
    return found


ALSO_HER = ()
"""Sentences in which who is meant stands further back; file and text, as the message gives them."""


def test_she_and_her_are_people():
    known = people(read(DOCS).bank)
    nothing([one for one in she_for_a_thing(everything(), known) if one not in ALSO_HER])


@pytest.mark.parametrize(
    "text, before, wrong",
    [
        ("Zij staat ook niet stil.", "De leefwereld verandert.", True),
        ("Vooral als zij ontbreekt, merk je wat zij waard is.", "", True),
        ("Lees haar na via de QR-code.", "Kies een kaart.", True),
        ("Laat haar open als je verder wilt.", "Je plekken staan alleen in deze pagina.", True),
        ("Zij koos zelf.", "De moeder van Denise dacht mee.", False),
        ("Denise keek terug met haar moeder.", "", False),
        ("Zij wachten af.", "De gemeenten zijn aan zet.", False),
    ],
)
def test_a_thing_that_is_she_is_found(text, before, wrong):
    assert bool(she_for_a_thing([Sentence("een.md", text, before)], people(read(DOCS).bank))) == wrong


# Links

_TEXT_LINK = re.compile(r"(?<!!)\[((?:[^\[\]]|\[[^\]]*\])*)\]\([^)\n]*\)")
_TO_PAGE = re.compile(r"(?<!!)\[((?:[^\[\]]|\[[^\]]*\])*)\]\(([^)#\s]+\.md)[^)\n]*\)")
_HALF_ID = re.compile(r"\d[a-z](-\d+)?")
_ID_LINK = re.compile(r"<a (?![^>]*class=\"id\")[^>]*>\s*(?:<b>)?\{\{\s*(?:[\w.]+\.)?id\s*\}\}\s*(?:</b>)?\s*</a>")


def bare(text: str, ids) -> list[str]:
    """The texts of links in Markdown `text` that are an id, or the number and letter that one is made of."""
    texts = [(link, link.strip(" `*_")) for link in _TEXT_LINK.findall(text)]
    return [link for link, said in texts if said in ids or _HALF_ID.fullmatch(said)]


def numbered(bank) -> set[str]:
    """Ids that are no word: what they lead to can't be told from them."""
    return {id for id in bank.places if re.search(r"\d", id)}


def test_no_link_of_a_page_reads_as_an_id():
    bank = read(DOCS).bank
    ids = numbered(bank)
    texts = [(path, path.read_text(encoding="utf-8")) for path in sorted(DOCS.rglob("*.md"))]
    nothing([f"{path.relative_to(ROOT)}: {link}" for path, text in texts for link in bare(text, ids)])


def test_no_link_of_a_template_reads_as_an_id():
    found = [
        path
        for room in ("macros", "overrides")
        for path in (ROOT / room).rglob("*")
        if path.suffix in (".jinja", ".html")
    ]
    assert len(found) > 20
    nothing([path.name for path in found if _ID_LINK.search(path.read_text(encoding="utf-8"))])


def test_an_id_as_the_text_of_a_link_is_found():
    assert bare("zie [pod-10](../podcast/deel-3.md#pod-10) en [deel 3](../podcast/deel-3.md)", {"pod-10"}) == ["pod-10"]
    assert bare("[1a](fasen.md#wk8-1a), [2c-3](fasen.md#wk8-2c-3) en [fase 2](fasen.md)", {"wk8-1a"}) == ["1a", "2c-3"]
    assert _ID_LINK.search('<a href="{{ site.url(id) }}">{{ id }}</a>')
    assert _ID_LINK.search('<a href="{{ site.url(een.naar) }}">{{ kaart.id }}</a>')
    assert not _ID_LINK.search('<a class="id" href="#{{ item.id }}" aria-label="Vaste link">{{ item.id }}</a>')


def misnamed(text: str, page: str, names) -> list[str]:
    """The texts of links in Markdown `text` on `page` that lead to a deck and don't have its name; `names` are by page."""
    links = [
        (said, posixpath.normpath(posixpath.join(posixpath.dirname(page), to))) for said, to in _TO_PAGE.findall(text)
    ]
    return [said for said, to in links if to in names and not any(name in said.lower() for name in names[to])]


def names_of_decks(bank) -> dict[str, set[str]]:
    """What each deck may be called, in small letters, by the path of its page."""
    return {bank.path_of(deck.id): {deck.titel.lower(), deck.korte_titel.lower()} for deck in bank.of_kind(Deck)}


def test_a_link_to_a_deck_has_its_name():
    names = names_of_decks(read(DOCS).bank)
    assert len(names) > 20
    pages = [
        (path.relative_to(DOCS).as_posix(), path.read_text(encoding="utf-8")) for path in sorted(DOCS.rglob("*.md"))
    ]
    nothing([f"docs/{page}: {said}" for page, text in pages for said in misnamed(text, page, names)])


def test_another_name_for_a_deck_is_found():
    names = {"kaarten/rollen.md": {"rollen"}}
    text = "Pak [rolkaarten](../kaarten/rollen.md), [de Rollen](../kaarten/rollen.md) of [een rol](../kaarten/rollen.md#oma)."
    assert misnamed(text, "begeleiden/index.md", names) == ["rolkaarten", "een rol"]
    assert misnamed("[rolkaarten](rollen.md) en [kaarten](index.md)", "kaarten/oefeningen.md", names) == ["rolkaarten"]


# What is read


def test_every_room_is_read():
    files = {one.file for one in everything()}
    assert {
        "docs/begrippen/rugdekking.md",
        "macros/pages/team/team.html.jinja",
        "overrides/assets/js/zoeken.js",
    } <= files
    assert {"macros/cards/press/templates/veld.typ", "macros/pages/lijn/macro.py"} <= files
    assert [
        one.text for one in template_sentences("een.html", '<p>Een <b>zin</b>.</p><i aria-label="Nog een zin"></i>')
    ] == [
        "Nog een zin",
        "Een zin.",
    ]
    assert [one.text for one in string_sentences("een.js", 'say("Een zin. Nog een."); // geen zin "van ons"')] == [
        "Een zin.",
        "Nog een.",
    ]


def test_whose_something_is_is_told_in_a_sentence(bank):
    told = [getattr(page.record, "van_wie", None) for page in bank.pages]
    assert len([one for one in told if one]) > 100
    assert [one for one in told if one and not re.fullmatch(r"[A-Z].* .*\.", one)] == []
