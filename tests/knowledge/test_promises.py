"""What the site says of itself holds: no ages, a role and a title only as printed; a begrip opens with what one can see."""

import csv
import re

import pytest

from macros.knowledge.items import Stem
from macros.knowledge.kennisbank import items
from macros.knowledge.reader import read
from macros.knowledge.records import Begrip, Personenlijst
from tests.knowledge.sentences import DOCS, Sentence, content, nothing, prose, sentences_in


@pytest.fixture(scope="module")
def bank():
    return read(DOCS).bank


def printed() -> dict[str, str]:
    """By id what a publication prints about it: of a voice who speaks, of a page or part its title."""
    with (DOCS / "bronnen/gedrukt.csv").open(encoding="utf-8", newline="") as file:
        return {row["id"]: row["gedrukt"] for row in csv.DictReader(file)}


# Verhalen: "Leeftijden … laten wij weg."

_SMALL = "twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien"
_TEENS = "(?:tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien|twintig)"
_NUMBER = rf"(?:\d{{1,2}}|{'|'.join((*_SMALL.split(), 'negentien', 'twintig'))})"
_ORDINAL = r"(?:\w*(?:der|vier|vijf|zes|zeven|ach|negen|tien|elf|twaalf)(?:de|ste)|eerste|achtste)"
_AGE = re.compile(
    rf"\b(?:\d\d|{_TEENS}) jaar\b(?! (?:geleden|later|lang|daarna|eerder|hulp))|\b{_NUMBER} jaar oud\b"
    rf"|\b{_NUMBER}-?jarige?\b"
    rf"|\bop (?:haar|zijn|hun) {_ORDINAL}\b|\b(?:was|is|werd|toen|van) (?:toen |nu |net )?{_NUMBER}(?=[.,;]|$)",
    re.I,
)
_YOUNG = re.compile(r"\b(Shirley|Alicia|Amalia|Denise|zij|ze|haar|meisje|jongere|dochter|hij|zijn|jongen|kind)\b", re.I)


def ages(sentences) -> list[str]:
    """Sentences of a number of years beside somebody."""
    return [str(one) for one in sentences if _AGE.search(one.text) and _YOUNG.search(f"{one.before} {one.text}")]


def test_no_story_and_no_begrip_gives_an_age():
    told = [
        one for one in content() if re.match(r"docs/(verhalen|begrippen|podcast|modellen|bronnen/personen)", one.file)
    ]
    assert len(told) > 3000
    nothing(ages(told))


@pytest.mark.parametrize(
    "text",
    [
        "Zij was toen dertien.",
        "Amalia ging op haar dertiende naar een gesloten instelling.",
        "Alicia, toen dertien jaar, was te zien in een documentaire.",
        "Jongere van achttien.",
        "Denise is 18 jaar.",
        "Een veertienjarige jongen.",
    ],
)
def test_an_age_is_found(text):
    assert ages([Sentence("een.md", text)])


@pytest.mark.parametrize(
    "text", ["Denise kreeg zes jaar hulp.", "Drie jaar later keek ze terug.", "Ze liep twee rondjes."]
)
def test_a_number_that_is_no_age_is_left_alone(text):
    assert ages([Sentence("een.md", text)]) == []


# Colofon: "De rol van de spreker is die uit de publicatie."

_ROLE = re.compile(
    r"\b[Ee]en (?:professional|bestuurder|leidinggevende|hulpverlener|begeleider|facilitator|medewerker)\b"
)
_SAYS = r"(?:zegt|vertelt|merkt|voelt|vindt|ziet|wil|is|schrijft|ontdekt|weet|heeft|denkt|kijkt|herkent|staat|kan)"
_TELLS = re.compile(rf"{_ROLE.pattern} {_SAYS}\b|\b{_SAYS} {_ROLE.pattern}")


def wrong_speakers(stems, names) -> list[str]:
    """Voices with another role than is printed, or with one where none is; `stems` by id."""
    found = []
    for id, stem in stems.items():
        who = names.get(id)
        if bool(who) != bool(stem.wie) or who and who.casefold() not in stem.wie.casefold():
            found.append(f"{id}: wie is {stem.wie}; gedrukt is {who}")
        if not who and _TELLS.search(stem.tekst):
            found.append(f"{id}: {_TELLS.search(stem.tekst)[0]} (de bron noemt geen rol)")
    return found


def test_a_voice_has_the_role_that_is_printed_and_no_other(bank):
    stems = {one.id: one for page in bank.pages for one in items(page.record) if isinstance(one, Stem)}
    names = printed()
    of_the_tensions = [id for id in names if re.fullmatch(r"sv\d-q\d", id)]
    assert len(of_the_tensions) == 8 and len(stems) > 50
    nothing(wrong_speakers(stems, names))


def test_a_role_that_is_not_printed_is_found():
    stem = Stem(id="sv9-q1", wie="een bestuurder", tekst="Dat is lastig.")
    assert wrong_speakers({"sv9-q1": stem}, {})
    assert wrong_speakers({"sv9-q1": stem}, {"sv9-q1": "professional"})
    assert wrong_speakers({"sv9-q1": stem}, {"sv9-q1": "bestuurder"}) == []
    assert wrong_speakers({"sv9-q1": stem.model_copy(update={"wie": None})}, {"sv9-q1": "bestuurder"})
    assert wrong_speakers({"sv9-q1": Stem(id="sv9-q1", tekst="Een professional merkt dat.")}, {})


# Colofon: titles are the publication's, but for those that it names


def own_titles(bank, names) -> list[str]:
    """Ids of pages and parts whose title is not the printed one."""
    titles = {id: getattr(place.item or place.page.record, "titel", None) for id, place in bank.places.items()}
    return [id for id in names if titles.get(id) and titles[id] != names[id]]


def test_a_title_is_the_printed_one_or_the_colofon_says_that_it_is_not(bank):
    names = printed()
    told = {link.name for link in bank.by_path["over/colofon.md"].prose.links}
    missing = [id for id in own_titles(bank, names) if not any(_leads_to(link, bank, id) for link in told)]
    assert len(names) > 50
    nothing([f"{id}: niet ‘{names[id]}’, en het colofon linkt er niet naar" for id in missing])


def _leads_to(link: str, bank, id: str) -> bool:
    place = bank.places[id]
    path, _, anchor = link.partition("#")
    return path == f"../{place.page.path}" and (anchor or None) == place.anchor


def test_a_title_of_our_own_is_found(bank):
    assert own_titles(bank, {"wk3": "Een tijdlijn maken"}) == []
    assert own_titles(bank, {"wk3": "Een lijn maken"}) == ["wk3"]


# A begrip opens with something that one can see or hear at a table


def openings(bank) -> dict[str, str]:
    """The first sentence of each begrip, by file."""
    found = {}
    for page in bank.of_kind(Begrip):
        body = bank.places[page.id].page.prose.text
        text = next(block for block in prose(re.sub(r"^#+ .*$", "", body, flags=re.M)) if re.search(r"[a-z]", block))
        found[bank.path_of(page.id)] = next(sentences_in("", text)).text
    return found


def authors(bank) -> set[str]:
    """The family names of those in the register of persons with work of their own."""
    return {person.naam.split()[-1] for page in bank.of_kind(Personenlijst) for person in page.personen if person.noten}


def bookish(text: str, names: set[str]) -> bool:
    """Whether a sentence is about who wrote what, when or where."""
    return bool(
        re.search(
            r"\b(?:1[89]|20)\d\d\b|\b(?:publicatie|hoofdstuk|bijlage|voorwoord|achterplat|NJi|de bron)\b", text, re.I
        )
        or names & set(re.findall(r"[\w’-]+", text))
    )


def test_no_begrip_opens_with_an_author_a_year_or_the_publication(bank):
    assert len(openings(bank)) > 90
    nothing([f"docs/{path}: {text}" for path, text in openings(bank).items() if bookish(text, authors(bank))])


@pytest.mark.parametrize(
    "text, wrong",
    [
        ("Hoofdstuk 1 opent met machteloosheid.", True),
        ("Drie woorden gebruikte Bert Wienen ervoor.", True),
        ("In 2021 werd het beter.", True),
        ("De publicatie kent drie slingers.", True),
        ("De vader die zou verhuizen, wil weten wie de vloer uitkiest.", False),
    ],
)
def test_an_opening_with_a_book_is_found(bank, text, wrong):
    assert bookish(text, authors(bank)) == wrong
