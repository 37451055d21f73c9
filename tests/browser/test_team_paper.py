"""The paper twin: what is on the sheets can be typed over without a slip going unseen, and prints as clean pages of A4."""

import re

import pytest
from playwright.sync_api import expect
from team import begin, one_tab, picture, received, show, start_over

from tests.cards import reading

PAPER = "reflectie/papier/"


@pytest.fixture(scope="module")
def paper(browser, address):
    with browser.new_context(reduced_motion="reduce", service_workers="block") as context:
        page = context.new_page()
        page.goto(address + PAPER)
        yield page


@pytest.fixture(scope="module")
def sheet(paper) -> list[list[str]]:
    """The letters of every line of the team sheet, as they are printed."""
    return paper.locator(".papier-regel").evaluate_all("""lines => lines.map((line) =>
        [...line.querySelectorAll(".papier-letters")].map((pair) => pair.textContent))""")


@pytest.fixture(scope="module")
def room(browser, address):
    with one_tab(browser, address) as page:
        yield page


@pytest.fixture
def typing(room):
    """A function that starts a session about some fields, to type sheets over in."""

    def start(*fields: int):
        start_over(room)
        begin(room, *fields, way="papier")
        return room

    return start


def type_sheet(page, letters: str, consent: bool = False) -> str:
    """Type a sheet over; what the page says about it."""
    page.evaluate("document.querySelector('[data-form=papier] .team-melding').textContent = ''")
    page.get_by_label("Letters van dit vel").fill(letters)
    page.locator("[data-form=papier] [name=tonen]").set_checked(consent)
    page.keyboard.press("Enter") if consent else page.get_by_label("Letters van dit vel").press("Enter")
    if consent:
        page.get_by_role("button", name="Voeg dit vel toe").click()
    told = page.locator("[data-form=papier] .team-melding:not(:empty)")
    told.wait_for()
    return told.inner_text()


# Typing over


def test_each_place_on_paper_is_that_place_on_the_screen(typing, sheet):
    """All 132 of them: the sheet of person n has a cross in box n of every line."""
    page = typing(1, 2, 3, 4, 5, 6)
    assert [len(line) for line in sheet] == [11] * 12
    for place in range(11):
        assert type_sheet(page, " ".join(line[place] for line in sheet)) == "Ontvangen."
    show(page)
    assert picture(page) == [[2, 3, 1, 3, 2]] * 12


def test_only_the_lines_of_the_session_are_typed_in_the_order_of_the_sheet(typing, sheet):
    page = typing(2, 5)
    assert page.locator(".team-regels li:visible").all_inner_texts() == [
        "Dingen goed of goede dingen, van nature",
        "Dingen goed of goede dingen, deze situatie",
        "Jij-en-ik of wij², van nature",
        "Jij-en-ik of wij², deze situatie",
    ]
    assert type_sheet(page, sheet[2][0] + sheet[3][1] + sheet[8][2] + sheet[9][3]) == "Ontvangen."
    expect(page.get_by_label("Letters van dit vel")).to_have_value("")
    assert page.evaluate("document.activeElement.id") == "team-letters"


def test_letters_may_be_typed_in_any_way(typing, sheet):
    page = typing(4)
    ways = ["{0} {1}", "{0}{1}", " {0},  {1}. ", "{0}-", "- {1}", "{0} –"]
    told = {way: type_sheet(page, way.format(sheet[6][3].lower(), sheet[7][9].title())) for way in ways}
    assert told == dict.fromkeys(ways, "Ontvangen.")


def test_a_slip_is_told_with_its_line_and_nothing_is_counted(typing, sheet):
    page = typing(4)
    right = f"{sheet[6][3]} {sheet[7][9]}"
    slips = {
        "another line": (f"{sheet[6][3]} {sheet[6][9]}", 2, sheet[6][9]),
        "turned round": (f"{sheet[6][3][::-1]} {sheet[7][9]}", 1, sheet[6][3][::-1]),
        "half": (f"{sheet[6][3]} {sheet[7][9][0]}", 2, sheet[7][9][0]),
        "one letter missing": (right.replace(" ", "")[1:], 1, right[1] + right[3]),
        "markup": (f"<b {sheet[7][9]}", 1, "<B"),
    }
    names = ["Doorgaan of vertragen, van nature", "Doorgaan of vertragen, deze situatie"]
    for typed, line, letters in slips.values():
        assert type_sheet(page, typed) == (
            f"Regel {line} ({names[line - 1]}): {letters} staat niet op die regel. Kijk op het vel welk vakje een kruis heeft."
        )
        expect(page.get_by_label("Letters van dit vel")).to_have_value(typed)
    assert received(page) == "0 ontvangen"
    assert type_sheet(page, right) == "Ontvangen."


@pytest.mark.parametrize(
    "lines, told",
    [
        ([6], "Dit vel heeft 2 regels, en je typte er 1. Typ een streepje voor een lege regel."),
        ([6, 7, 8], "Dit vel heeft 2 regels, en je typte er 3. Typ een streepje voor een lege regel."),
        ([], "Dit vel heeft 2 regels, en je typte er 0. Typ een streepje voor een lege regel."),
    ],
)
def test_too_few_or_too_many_lines_are_told(typing, sheet, lines, told):
    page = typing(4)
    assert type_sheet(page, " ".join(sheet[line][0] for line in lines)) == told
    assert received(page) == "0 ontvangen"


def test_an_empty_sheet_is_not_counted(typing):
    page = typing(4)
    assert type_sheet(page, "- -") == "Er is nog geen plek gekozen. Kies er minstens één."
    assert received(page) == "0 ontvangen"


def test_any_text_gets_an_answer_and_none_is_taken(typing):
    """Ten thousand of them, without a right one among them: in the second line a letter is always wrong."""
    page = typing(4)
    assert page.evaluate("""async () => {
        const { readSheet } = await import("/bron/js/team/begeleider/papier.js");
        const rows = [...document.querySelectorAll("[data-regel]:not([hidden])")].map((row) =>
            ({ line: Number(row.dataset.regel), letters: row.dataset.letters.split(" ") }));
        let seed = 3;
        const below = (end) => { seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0; return seed % end; };
        const pieces = ["-", " ", "\\n", "\\ud800", "💡", "é", "ß", "1", ...rows[0].letters, "QQ"];
        const answers = {};
        for (let i = 0; i < 10000; i++) {
            const { fault = "taken" } = readSheet(Array.from({ length: below(8) }, () => pieces[below(pieces.length)]).join("") + "QQ", rows);
            answers[fault] = (answers[fault] ?? 0) + 1;
        }
        return answers.taken === undefined && answers.letters > 100 && answers.regels > 100;
    }""")


def test_a_sheet_may_say_that_one_wants_to_be_seen_by_few(typing, sheet):
    page = typing(4)
    for place in range(3):
        type_sheet(page, f"{sheet[6][place]} -", consent=place < 2)
        expect(page.locator("[data-form=papier] [name=tonen]")).not_to_be_checked()
    page.get_by_text("Zijn jullie met minder dan vijf?").click()
    show(page, "Laat zien wie dat wil")
    assert picture(page) == [[2, 0, 0, 0, 0], [0, 0, 0, 0, 0]]


# Printed


def on_paper(page) -> list[reading.Page]:
    return reading.pages(page.pdf(prefer_css_page_size=True, print_background=False))


def choose(page, sheets, fields=range(1, 7)) -> None:
    """Tick what is to be printed, and nothing else."""
    wanted = [f"papier-{one}" for one in (*sheets, *(f"sv{n}" for n in fields))]
    page.locator(".papier-keuze input").evaluate_all(
        "(all, wanted) => all.forEach((one) => { one.checked = wanted.includes(one.id) })", wanted
    )


@pytest.fixture(scope="module")
def whole(paper) -> list[reading.Page]:
    """All sheets, as they are chosen at first."""
    paper.locator(".papier-keuze").evaluate("form => form.reset()")
    return on_paper(paper)


@pytest.fixture(scope="module")
def text(whole) -> str:
    return " ".join(map(words, whole))


def words(page: reading.Page) -> str:
    return " ".join(reading.words(page.letters))


def mistakes(pages: list[reading.Page]) -> list[str]:
    """What is wrong with printed pages. What is too wide makes Chromium shrink all of them; what sticks out left is cut off."""
    found = []
    for number, page in enumerate(pages, 1):
        # Of what is stroked, as the drawings beside a heading are, PDFium also counts where a corner could have come to.
        drawn = [*page.letters, *(shape for shape in page.shapes if shape.fill)]
        wrong = {
            "not A4": (round(page.width), round(page.height)) != (210, 297),
            "cut off": min(one.left for one in drawn) < 14.5,
            "shrunk": max(one.right for one in drawn) < 194,
            "nearly empty": max(letter.bottom for letter in page.letters) < 60,
        }
        found += [f"page {number}: {name}" for name, is_wrong in wrong.items() if is_wrong]
    return found


# A field has half a page to itself; what is more than that stands on what comes next.
OVERFULL = """() => [...document.querySelectorAll(".papier-zelfveld, .papier-team")]
    .filter((one) => one.scrollHeight > one.clientHeight + 1).map((one) => one.className)"""


def test_nothing_stands_on_something_else(visit):
    page = visit(PAPER, width=680, bypass_csp=True, service_workers="block")
    page.emulate_media(media="print")
    assert page.evaluate(OVERFULL) == []
    assert page.locator(".papier-zelfveld").evaluate_all(
        "all => all.length && all.every((one) => one.getBoundingClientRect().height < 136 * 96 / 25.4)"
    )
    page.add_style_tag(content="@media print { .papier-zelf .papier-schrijf { height: 14mm } }")
    assert len(page.evaluate(OVERFULL)) == 6


def test_every_page_is_whole_and_none_is_a_scrap(whole):
    assert len(whole) == 14
    assert mistakes(whole) == []


def test_each_sheet_begins_a_page(whole):
    starts = [words(page)[:40] for page in whole]
    wanted = [
        "Teamvel: samen kijken",
        "1. Maakbaar of ongrijpbaar",
        "3. Hoofd",
        "5. Jij-en-ik",
        "1. Maakbaar",
        None,
        "2. Dingen goed",
        "3. Hoofd",
        "4. Doorgaan",
        None,
        "5. Jij-en-ik",
        "6. Opdracht",
        None,
        "Codevel voor de begeleider",
    ]
    assert [start for start, want in zip(starts, wanted, strict=True) if want and not start.startswith(want)] == []


def test_every_question_and_all_letters_are_on_paper_in_full(text, bank, sheet):
    from macros.knowledge.records import Spanningsveld

    squeezed = re.sub(r"\W", "", text)
    asked = [
        one
        for field in bank.of_kind(Spanningsveld)
        for question in field.vragen
        for one in (question.vraag, *(question.deelvragen or ()))
    ]
    assert len(asked) > 60
    assert [one for one in asked if re.sub(r"\W", "", one) not in squeezed] == []
    assert [pair for line in sheet for pair in line if not re.search(rf"\b{pair}\b", text)] == []
    assert text.count("Schrijf over jezelf. Geen namen, geen herkenbare casus.") == 6


def test_nothing_of_the_site_around_it_is_printed(text):
    for unwanted in (
        "Zoeken",
        "Op papier",
        "Welke vellen",
        "Print deze",
        "Colofon",
        "onafhankelijke uitwerking",
        "Kies wat je wilt printen",
    ):
        assert unwanted not in text


@pytest.mark.parametrize(
    "sheets, fields, pages",
    [
        (["team"], range(1, 7), 1),
        (["team"], [4], 1),
        (["zelf"], [4], 1),
        (["zelf"], [1, 4, 6], 2),
        (["code"], range(1, 7), 1),
        (["vragen"], [4], 2),
        (["vragen"], [2, 3, 5], 3),
        (["team", "vragen", "code"], [2], 3),
    ],
)
def test_what_is_chosen_is_printed_and_no_more(paper, sheets, fields, pages):
    choose(paper, sheets, fields)
    printed = on_paper(paper)
    assert len(printed) == pages
    assert [one for one in mistakes(printed) if "nearly" not in one] == []


def test_a_printed_sheet_of_some_fields_leaves_the_others_out(paper):
    choose(paper, ["team"], [2, 5])
    told = words(on_paper(paper)[0])
    assert "Dingen goed of goede dingen" in told and "Jij-en-ik" in told
    assert "Doorgaan of vertragen" not in told


def test_without_script_it_prints_the_same(visit):
    page = visit(PAPER, java_script_enabled=False)
    expect(page.locator("[data-print]")).to_be_hidden()
    page.locator("#papier-zelf").uncheck()
    page.locator("#papier-vragen").uncheck()
    assert len(on_paper(page)) == 2


def test_the_button_prints(visit):
    page = visit(PAPER, service_workers="block")
    page.evaluate("() => { window.print = () => { document.title = 'printed' } }")
    page.get_by_role("button", name="Print deze vellen").click()
    assert page.title() == "printed"


SPOILT = {
    "shrunk": ("team", ".papier-regel ol { width: 190mm }"),
    "cut off": ("vragen", ".papier-vragen ol { margin-left: -6mm !important; padding: 0 !important }"),
    "not A4": ("team", "@page { size: letter }"),
    "nearly empty": ("code", ".papier-stappen { break-before: page }"),
}


def test_a_page_with_a_mistake_would_be_seen(visit):
    page, seen = visit(PAPER, bypass_csp=True, service_workers="block"), {}
    for what, (sheet, css) in SPOILT.items():
        choose(page, [sheet], [2])
        before = mistakes(on_paper(page))
        spoilt = page.add_style_tag(content=f"@media print {{ {css} }}")
        seen[what] = [
            {one.partition(": ")[2] for one in found} & {what} for found in (before, mistakes(on_paper(page)))
        ]
        spoilt.evaluate("(style) => style.remove()")
    assert seen == {what: [set(), {what}] for what in SPOILT}
