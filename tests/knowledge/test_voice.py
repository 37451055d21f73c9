"""How the pages speak: a function told once, few sentences turned round, and headings that stand by themselves."""

import re

import pytest

from macros.knowledge.items import Fragment
from macros.knowledge.reader import read
from macros.knowledge.records import items
from tests.knowledge.sentences import DOCS, Sentence, nothing, page_sentences, sentences_in


@pytest.fixture(scope="module")
def bank():
    return read(DOCS).bank


# Nobody's function and organisation in full more than once per page

_FUNCTION = re.compile(
    r"\b(?:directeur|bestuurder|manager|projectleider|beleidsmedewerker|gedragswetenschapper|gedragsdeskundige"
    r"|voorzitter|lector|jeugdhulpverlener)",
    re.I,
)
_ORGANISATION = re.compile(r"(?<!^)(?<!\. )[A-Z][\w-]+(?: (?:naar )?[A-Z][\w-]+)*")


def organisations(bank) -> dict[str, set[str]]:
    """By name of somebody with a function: the organisations in the role that the register of persons gives."""
    persons = [one for page in bank.pages if page.record.soort == "personenlijst" for one in page.record.personen]
    found = {one.naam: set(_ORGANISATION.findall(one.rol)) for one in persons if _FUNCTION.search(one.rol)}
    return {name: of - {"Amalia", "Van Slingelandtlezing"} for name, of in found.items()}


def told_in_full(sentences, known) -> dict[str, list[str]]:
    """By name the sentences that give both a function and an organisation of that person."""
    return {
        name: [
            one.text
            for one in sentences
            if name.split()[-1] in one.text
            and _FUNCTION.search(one.text)
            and any(of in one.text for of in organisation)
        ]
        for name, organisation in known.items()
    }


def twice_in_full(sentences, known) -> list[str]:
    return [f"{name}: {' | '.join(told)}" for name, told in told_in_full(sentences, known).items() if len(told) > 1]


def as_shown(page) -> list[Sentence]:
    """The sentences of a page, with the name above a fragment and the role beside it as one."""
    fragments = [one for one in items(page.record) if isinstance(one, Fragment)]
    roles = [sentence for one in fragments for sentence in sentences_in(page.path, f"{one.wie}, {one.rol}")]
    return [*roles, *page_sentences(page.path, page.record, page.prose.text)]


def test_nobody_is_told_in_full_twice_on_a_page(bank):
    known = organisations(bank)
    pages = [page for page in bank.pages if page.record.soort != "personenlijst"]
    assert len(known) > 10 and sum(len(told_in_full(as_shown(one), known)["Silvana"]) for one in pages) > 1
    nothing([f"{page.path}: {told}" for page in pages for told in twice_in_full(as_shown(page), known)])


def test_a_function_that_is_told_in_full_again_is_found(bank):
    known = organisations(bank)
    once = Sentence("een.md", "Dat ziet Kim Putters, voorzitter van de Sociaal-Economische Raad.")
    again = Sentence("een.md", "De publicatie haalt dit bij Kim Putters, voorzitter van de Sociaal-Economische Raad.")
    assert len(twice_in_full([once, again], known)) == 1
    assert twice_in_full([once, Sentence("een.md", "De publicatie haalt dit bij Kim Putters.")], known) == []


# At most one sentence per page that begins with its verb for a condition, or with what it denies

_NO_VERB = """
    als hoe waar wat wie zo zodra wanneer omdat toen dat dus maar want en of tot met uit niet eerst juist het laat
    wacht daar hier voordat nadat zolang doordat intussen vaak soms
"""
_VERB_FIRST = re.compile(
    rf"^‘?(?!(?:{'|'.join(word.capitalize() for word in _NO_VERB.split())})\b)"
    r"(?:(?:[A-Z]\w*t|Is|Was|Zijn|Hebben|Willen|Kunnen|Zitten|Staan|Weten|Komen|Raken|Vinden) |\w+ (?:je|jij|jullie)\b)"
    r"[^?]*, (?:dan|(?:\w+ )?\w+(?<!er) dan)\b[^?]*$"
)
_DENIED_FIRST = re.compile(
    r"^‘?[A-Z][\w’-]*(?: [\w’-]+){0,3} (?:is|was|wordt|zijn) (?:het|dat|die|dit|ze) (?:er )?(?:niet|wel|geen)\b"
)
# Where one reads on; a werkkaart, a set and a lesson tell what to do, and there such a sentence is the shortest.
_READ_ON = {"begrip", "verhaal", "artikel", "model", "aflevering", "spanningsveld", "woordenlijst", "thema"}


def turned(texts) -> list[str]:
    return [text for text in texts if _VERB_FIRST.search(text) or _DENIED_FIRST.search(text)]


def test_at_most_one_sentence_of_a_page_is_turned_round(bank):
    pages = [page for page in bank.pages if page.record.soort in _READ_ON]
    found = {one.path: turned(text.text for text in as_shown(one)) for one in pages}
    assert len(found) > 150 and sum(map(len, found.values())) > 10
    nothing([f"{path}: {' | '.join(texts)}" for path, texts in found.items() if len(texts) > 1])


@pytest.mark.parametrize(
    "text, wrong",
    [
        ("Volstaat bestaand aanbod niet, dan zoek je verder.", True),
        ("Drukt de urgentie, ga dan langzamer.", True),
        ("Gebruik je te veel ruimte, dan doe je wat je zelf vindt.", True),
        ("Een ladder is het niet.", True),
        ("Prettig is dat niet.", True),
        ("Als het aanbod niet volstaat, zoek je verder.", False),
        ("Lukt het niet?", False),
        ("Zorg dat je uitlegt waarom, en kies dan.", False),
        ("Oprecht nieuwsgierig, verder dan een opsomming.", False),
        ("Het is geen ladder.", False),
    ],
)
def test_a_sentence_that_is_turned_round_is_found(text, wrong):
    assert bool(turned([text])) == wrong


# A heading stands in ‘Op deze pagina’ without the sentence before it

_HEADING = re.compile(r"^#{2,} (.*?)(?: \{:.*)?$", re.M)
_POINTS_BACK = re.compile(r"\b(?:ze|hen|hem|ermee|erover|eruit|ervoor|daarna|daarmee|daarover|hiermee)\b", re.I)


def pointing_back(markdown: str) -> list[str]:
    return [heading for heading in _HEADING.findall(markdown) if _POINTS_BACK.search(heading)]


# What it points to stands in the heading itself, or above every story.
NAMED = {"Leg een lijn op de vloer of hang hem op", "Praat erover"}


def test_no_heading_needs_the_sentence_before_it(bank):
    assert sum(len(_HEADING.findall(page.prose.text)) for page in bank.pages) > 400
    nothing(
        [
            f"{page.path}: {heading}"
            for page in bank.pages
            for heading in pointing_back(page.prose.text)
            if heading not in NAMED
        ]
    )


def test_a_heading_that_points_back_is_found():
    assert pointing_back("## Wat ze gemeen hebben {: #gemeen }\n\nTekst.") == ["Wat ze gemeen hebben"]
    assert pointing_back("## Wat de vier gemeen hebben {: #wat-ze-gemeen-hebben }\n\nZe zeggen het.") == []
