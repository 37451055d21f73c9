"""What the site says of itself holds: of the stories, the voices, the titles and the numbers; a begrip opens with what one can see."""

import csv
import re
from dataclasses import replace

import pytest

from macros.knowledge.items import Fragment, Stem, Uitspraak
from macros.knowledge.kennisbank import Kennisbank
from macros.knowledge.reader import read
from macros.knowledge.records import Begrip, Les, Literatuurlijst, Model, Personenlijst, Programma, Verhaal, items
from tests.conftest import ROOT
from tests.knowledge.sentences import DOCS, Sentence, content, nothing, prose, sentences_in

SOURCES = {"p1": "000_92d7920a65042c2d.txt", "p2": "002_a8199b758f2a72c8.txt"}
needs_sources = pytest.mark.skipif(
    not (ROOT.parent / "shared/bron").is_dir(), reason="../shared/bron is only there in the workplace"
)


@pytest.fixture(scope="module")
def bank():
    return read(DOCS).bank


def printed_rows() -> list[dict[str, str]]:
    with (DOCS / "bronnen/gedrukt.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def printed() -> dict[str, str]:
    """By id what a publication prints about it: of a voice or fragment who speaks, of a page or part its title."""
    return {row["id"]: row["gedrukt"] for row in printed_rows()}


def unprinted(rows, texts) -> list[str]:
    """Rows of what is not on that line, or the few lines after it, of its source; `texts` by publication."""
    found = []
    for row in rows:
        line = int(row["regel"])
        around = "".join(texts[row["publicatie"]].splitlines()[max(0, line - 3) : line + 5])
        if re.sub(r"\W", "", row["gedrukt"]).casefold() not in re.sub(r"\W", "", around).casefold():
            found.append(f"{row['publicatie']} {line}: {row['gedrukt']}")
    return found


@needs_sources
def test_what_is_given_as_printed_is_on_that_line_of_the_source():
    texts = {name: (ROOT.parent / "shared/bron" / file).read_text(encoding="utf-8") for name, file in SOURCES.items()}
    rows = printed_rows()
    assert len(rows) > 70
    nothing(unprinted(rows, texts))


def test_what_is_not_printed_is_found():
    row = {"publicatie": "p1", "regel": "2", "id": "sv9-q1", "gedrukt": "bestuurder"}
    assert unprinted([row], {"p1": "Een\n(een be-\nstuurder)\n"}) == []
    assert unprinted([row], {"p1": "Een\n(een professional)\n"}) == ["p1 2: bestuurder"]


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


# Verhalen: "… diagnoses en schokkende details laten we weg." "Boven elk verhaal staat waar het over gaat …"

_SHOCKING = re.compile(
    r"zelfverminking|zelfbeschadig|su[iï]cid|broodmes|verslaafd|verslaving|\bdrugs?\b|prostitu"
    r"|traumatherapie|\b(?:adhd|autis\w+|ptss|borderline|anorexia)\b|verkracht|mishandel(?:d|t)\b|112 (?:ge)?beld?",
    re.I,
)
_TOLD = r"docs/(?:verhalen|begrippen|podcast|modellen|werkkaarten|spanningsvelden|kaarten|lessen|bronnen/personen)"


def shocking(sentences) -> list[str]:
    return [str(one) for one in sentences if _SHOCKING.search(one.text)]


def test_no_page_gives_a_detail_that_shocks():
    told = [one for one in content() if re.match(_TOLD, one.file)]
    assert len(told) > 8000
    nothing(shocking(told))


@pytest.mark.parametrize(
    "text, wrong",
    [
        ("Een begeleider trof haar aan met een broodmes.", True),
        ("Haar vader was verslaafd.", True),
        ("Er was sprake van zelfverminking en suïcidale gedachten.", True),
        ("Shirley is een jongere die door zelfdoding is overleden.", False),
        ("Ze rondde haar laatste therapie af.", False),
    ],
)
def test_a_detail_that_shocks_is_found(text, wrong):
    assert bool(shocking([Sentence("een.md", text)])) == wrong


def claimed(pages) -> list[str]:
    """Search words of a story with a name that the story doesn't have, or an age: nobody sees them, and yet they say it."""
    found = []
    for page in pages:
        told = f"{page.record.titel} {page.record.samenvatting} {page.prose.text} {page.record.links}"
        for word in page.record.zoekwoorden or ():
            names = [one for one in re.findall(r"\b[A-ZÀ-Ý]\w+", word) if one not in told]
            if names or ages([Sentence(page.path, word)]):
                found.append(f"{page.path}: {word}")
    return found


def test_search_words_of_a_story_claim_nothing_of_a_young_person(bank):
    assert claimed(page for page in bank.pages if isinstance(page.record, Verhaal)) == []


@pytest.mark.parametrize("word", ["Lelystad", "meisje uit Almere", "Denise was dertien"])
def test_a_claim_among_search_words_is_found(bank, word):
    page = bank.by_path["verhalen/denise.md"]
    record = page.record.model_copy(update={"zoekwoorden": ("moeder en dochter", word)})
    assert claimed([replace(page, record=record)]) == [f"verhalen/denise.md: {word}"]


def silent_about_itself(pages) -> list[str]:
    """Stories that don't say above them whom they are about, or below them where one can go."""
    return [
        page.path
        for page in pages
        if not page.record.gevoelig.startswith("Dit verhaal gaat over een echte jongere")
        or not {"tel:113", "tel:08000113"} <= {link.name for link in page.prose.links}
    ]


def test_every_story_says_what_it_is_about_and_where_one_can_go(bank):
    pages = [page for page in bank.pages if isinstance(page.record, Verhaal)]
    assert {page.record.id for page in pages} >= {
        f"verhaal-{name}" for name in ("shirley", "alicia", "amalia", "denise")
    }
    assert silent_about_itself(pages) == []


def test_a_story_without_its_sentence_is_found(bank):
    page = bank.by_path["verhalen/shirley.md"]
    mute = page.record.model_copy(update={"gevoelig": "Een verhaal."})
    assert silent_about_itself([replace(page, record=mute)]) == ["verhalen/shirley.md"]


def notes_without_whom_to_call(pages) -> list[str]:
    """Stories whose note tells of suicide, and not whom to call."""
    notes = {page.path: page.record.gevoelig for page in pages}
    return [
        path for path, note in notes.items() if "zelfdoding" in note and "bel dan 113 of gratis 0800-0113" not in note
    ]


def test_a_note_that_tells_of_suicide_says_whom_to_call(bank):
    assert notes_without_whom_to_call([page for page in bank.pages if isinstance(page.record, Verhaal)]) == []
    page = bank.by_path["verhalen/shirley.md"]
    note = page.record.gevoelig.partition(" Denk je")[0]
    mute = page.record.model_copy(update={"gevoelig": note})
    assert notes_without_whom_to_call([replace(page, record=mute)]) == ["verhalen/shirley.md"]


# Colofon: "Wat iemand in een publicatie zegt, vertellen wij na in de indirecte rede."

# A ‘wij’ is also what a group can be.
_FIRST_PERSON = re.compile(
    r"[‘“\"]|\b(?:ik|mij|me|mijn|mezelf|we|ons|onze|onszelf)\b|(?<!een )\bwij\b(?!²| en zij)", re.I
)


def quoted(voices) -> list[str]:
    """Voices in the words of the speaker; `voices` by id."""
    return [f"{id}: {text}" for id, text in voices.items() if _FIRST_PERSON.search(text)]


def test_a_voice_is_told_in_indirect_speech(bank):
    told = [one for page in bank.pages for one in items(page.record) if isinstance(one, Stem | Uitspraak | Fragment)]
    assert len(told) > 170
    nothing(quoted({one.id: one.tekst for one in told}))


@pytest.mark.parametrize(
    "text, wrong",
    [
        ("Wij doen dat ook, erkent een deelnemer.", True),
        ("‘Nadenken kost tijd’, zei een hulpverlener.", True),
        ("Nadenken kost tijd, zei een hulpverlener.", False),
    ],
)
def test_a_voice_in_its_own_words_is_found(text, wrong):
    assert bool(quoted({"wk9-1": text})) == wrong


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


def own_roles(fragments, names) -> list[str]:
    """Fragments with a word in their role that the publication nowhere prints beside that name."""
    found = []
    for one in fragments:
        labels = [text for id, text in names.items() if id.startswith("pod-") and one.wie in text]
        known = set(re.findall(r"\w+", " ".join(labels).casefold())) | {"bij", "een", "van", "de", "amalia"}
        if strange := set(re.findall(r"\w+", one.rol.casefold())) - known:
            found.append(f"{one.id}: {one.wie}, {one.rol} ({', '.join(sorted(strange))})")
    return found


def test_who_speaks_in_a_fragment_has_a_role_that_is_printed(bank):
    fragments = [one for page in bank.pages for one in items(page.record) if isinstance(one, Fragment)]
    assert {one.id for one in fragments} >= {f"pod-{number:02}" for number in range(1, 19)}
    nothing(own_roles(fragments, printed()))


def test_a_role_of_our_own_in_a_fragment_is_found(bank):
    fragment = bank.places["pod-03"].item
    names = {"pod-03": "Gezinsmanager Merel van Jeugdbescherming Amsterdam"}
    assert own_roles([fragment], names) == []
    assert len(own_roles([fragment.model_copy(update={"rol": "jeugdbeschermer"})], names)) == 1


# Colofon: titles are the publication's, but for those that it names


def own_titles(bank, names) -> list[str]:
    """Ids of pages and parts whose title is not the printed one."""
    titles = {
        id: getattr(place.item or place.page.record, "titel", None)
        for id, place in bank.places.items()
        # What is printed about a fragment is who speaks.
        if not isinstance(place.item, Fragment)
    }
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


# Wat staat waar: the printed titles of both appendices


def test_the_printed_titles_of_the_appendices_are_given(bank):
    titles = [title for id, title in printed().items() if re.match(r"b[12]-", id)]
    text = bank.by_path["bronnen/wat-staat-waar.md"].prose.text
    assert len(titles) == 3
    assert [title for title in titles if title not in text] == []


# Numbers that a page gives of what it has

_WORDS = {"vier": 4, "acht": 8, "zestien": 16, "achttien": 18, "eenentwintig": 21, "drieëntwintig": 23}
_WORDS |= {"dertien": 13, "vijftien": 15, "zes": 6, "zeven": 7, "tien": 10, "tweeënvijftig": 52, "veertig": 40}
_WORDS |= {"negen": 9, "elf": 11, "twaalf": 12, "vijf": 5}


def miscounted(text: str, phrase: str, number: int) -> bool:
    """Whether `text` lacks `phrase` with the number in place of {}, in a word or in figures."""
    words = [word for word, value in _WORDS.items() if value == number]
    said = [phrase.format(one) for one in (*words, *map(str.capitalize, words), str(number))]
    return not any(one in text for one in said)


def counts(bank) -> list[tuple[str, str, int]]:
    """Of a page the phrase with a number, and what that number should be."""
    stems = {one.id: one for page in bank.pages for one in items(page.record) if isinstance(one, Stem)}
    of_the_tensions = [one for id, one in stems.items() if re.fullmatch(r"sv\d-q\d+", id)]
    said = [one for page in bank.pages for one in items(page.record) if isinstance(one, Uitspraak)]
    fragments = [one for page in bank.pages for one in items(page.record) if isinstance(one, Fragment)]
    stories = bank.by_path["verhalen/kaders.md"].prose.text
    literature = bank.by_path["bronnen/index.md"].record
    unsure = (
        bank.by_path["over/colofon.md"].prose.text.partition("Toen de pdf tekst werd")[2].partition("\nWaar elk")[0]
    )
    emotions = bank.by_path["kaarten/emoties.md"].record
    return [
        ("over/colofon.md", "{} lange titels zijn korter", len(own_titles(bank, printed()))),
        ("over/colofon.md", "Over {} dingen zijn wij", len(re.findall(r"^- ", unsure, re.M))),
        ("over/colofon.md", "bij {} van de 21 stemmen", len([one for one in of_the_tensions if one.wie])),
        ("kaarten/stemmen-kaarten.md", "{} stemmen van professionals", len(of_the_tensions)),
        ("kaarten/stemmen-kaarten.md", "Van de andere {} noemt", len([one for one in of_the_tensions if not one.wie])),
        ("werkkaarten/fasen.md", "in {} navertelde uitspraken", len(said)),
        ("kaarten/herkenningskaarten.md", "{} kaartjes om te herkennen", len([one for one in said if one.typerend])),
        ("podcast/index.md", "{} fragmenten zijn hier naverteld", len(fragments)),
        ("verhalen/kaders.md", "{} kaders uit de eerste publicatie", len(re.findall(r"^### ", stories, re.M))),
        ("verhalen/stemmen.md", "{} uitspraken van professionals", len([id for id in stems if id.startswith("cit-")])),
        ("bronnen/index.md", "De {} werken waar de publicatie", len(literature.referenties)),
        ("kaarten/emoties.md", "{} emoties, elk met een tekening", len(emotions.eigen)),
        ("kaarten/emoties.md", "De andere {} en alle zinnen", len([one for one in emotions.eigen if one.van_ons])),
    ]


def test_a_page_counts_right(bank):
    texts = {page.path: f"{page.record.model_dump()} {page.prose.text}" for page in bank.pages}
    nothing([f"{path}: {phrase} ({n})" for path, phrase, n in counts(bank) if miscounted(texts[path], phrase, n)])


def test_a_number_that_is_wrong_is_found():
    assert miscounted("Zestien uitspraken van denkers.", "{} uitspraken", 17)
    assert not miscounted("Zestien uitspraken van denkers.", "{} uitspraken", 16)
    assert not miscounted("Herken in 108 uitspraken", "in {} uitspraken", 108)


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


def points_back(text: str) -> bool:
    """Whether a first sentence starts with someone who has not been named yet."""
    return bool(
        re.match(r"(?:ze|zij|hij|haar|zijn|hun|hen)\b|(?:[\w ]+ )?(?:legt|doet|kijkt|zegt) (?:ze|hij)\b", text, re.I)
    )


def test_no_begrip_opens_with_someone_not_named_yet(bank):
    nothing([f"docs/{path}: {text}" for path, text in openings(bank).items() if points_back(text)])


def test_an_opening_that_points_back_is_found():
    assert points_back("Ze rekent alleen de huur na.")
    assert points_back("Elke keer legt hij de kaarten neer.")
    assert not points_back("Een moeder legt de kaarten neer, en ze zegt niets.")


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


# Literatuur: "Gebruikt bij …", and under a begrip the works that it rests on.


def without_work(bank, pages) -> list[str]:
    """Begrippen that lead to someone of whom the list has a work, and name no note of any of it."""
    works = {work.id: work for record in bank.of_kind(Literatuurlijst) for work in record.referenties}
    people = {one.id: one for record in bank.of_kind(Personenlijst) for one in record.personen}
    found = []
    for page in pages:
        for id in sorted({link.name.partition("personen.md#")[2] for link in page.prose.links} & people.keys()):
            notes = {note for one in people[id].bij if one in works for note in works[one].noten}
            if notes and notes.isdisjoint(page.record.noten):
                found.append(f"{page.path}: {people[id].naam}, noot {sorted(notes)}")
    return found


def test_a_begrip_that_leads_to_a_writer_lists_the_work(bank):
    nothing(without_work(bank, [page for page in bank.pages if isinstance(page.record, Begrip)]))


def test_a_writer_without_a_work_is_found(bank):
    page = bank.by_path["begrippen/agency.md"]
    bare = page.record.model_copy(update={"noten": ()})
    assert without_work(bank, [page]) == []
    assert without_work(bank, [replace(page, record=bare)]) == [f"{page.path}: Willemijn van der Zwaard, noot [21]"]


# Wie is wie: "… waar je ze op deze site tegenkomt."


def unmet(bank, people) -> list[str]:
    """Where a person would be met who is neither named there nor wrote a work of its notes, and models called after one who is not led there."""
    owned = {page.record.id: page for page in bank.pages if isinstance(page.record, (Begrip, Model))}
    found = []
    for one in people:
        family = re.compile(rf"\b{one.naam.split()[-1]}\b")
        for id in owned.keys() & set(one.bij):
            page = owned[id]
            text = (DOCS / page.path).read_text(encoding="utf-8")
            if not family.search(text) and set(one.noten).isdisjoint(page.record.noten):
                found.append(f"{one.id}: not on {page.path}")
        found += [
            f"{one.id}: {page.path} is missing"
            for id, page in owned.items()
            if isinstance(page.record, Model) and family.search(page.record.van_wie or "") and id not in one.bij
        ]
    return sorted(found)


def test_a_person_is_met_where_the_list_says(bank):
    nothing(unmet(bank, [one for page in bank.of_kind(Personenlijst) for one in page.personen]))


def test_a_person_who_is_not_met_is_found(bank):
    putters = next(one for page in bank.of_kind(Personenlijst) for one in page.personen if one.id == "persoon-putters")
    other = [id for id in putters.bij if id != "model-zes-patronen-putters"]
    assert unmet(bank, [putters.model_copy(update={"bij": (*other, "agency")})]) == [
        "persoon-putters: modellen/zes-patronen.md is missing",
        "persoon-putters: not on begrippen/agency.md",
    ]


def undivided(bank) -> list[str]:
    """Lessons and programmes that work in pairs or fours, and don't say what to do when a group of their size is not divided by that."""
    told: dict[str, str] = {}
    for lesson in bank.of_kind(Les):
        if any(step.vorm in ("tweetal", "viertal") for step in lesson.stappen):
            told[lesson.id] = " ".join(text for step in lesson.stappen for text in step.docent)
    for programme in bank.of_kind(Programma):
        blocks = [block for meeting in programme.bijeenkomsten for block in meeting.blokken]
        if any("tweetal" in (block.wie or "") for block in blocks):
            told[programme.id] = " ".join(text for block in blocks for text in block.zo or ())
    said = re.compile(r"is er iemand over|komt het niet uit|groepen van vier, vijf of zes", re.I)
    return [id for id, text in told.items() if not said.search(text)]


def test_a_group_of_any_size_that_is_promised_can_be_divided(bank):
    nothing(undivided(bank))


def test_a_group_that_can_not_be_divided_is_found(bank):
    les = next(one for one in bank.of_kind(Les) if one.id == "les1")
    steps = tuple(
        step.model_copy(update={"docent": tuple(text.replace("Is er iemand over", "") for text in step.docent)})
        for step in les.stappen
    )
    pages = tuple(
        replace(page, record=les.model_copy(update={"stappen": steps})) if page.record is les else page
        for page in bank.pages
    )
    assert undivided(Kennisbank(pages)) == ["les1"]
