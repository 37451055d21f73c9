"""A link that opens a chosen set of fields and questions, and what it does with a link that isn't right."""

import pytest
from playwright.sync_api import expect
from reflecties import REFLECTIE, begin, do, headings, said

FIELDS = [f"sv{number}" for number in range(1, 7)]
QUESTIONS = ["sv1-v6", "sv2-v1", "sv2-v2", "sv4-v6", "sv6-v1", "sv6-v4"]
EXPECTED = "een spanningsveld is een nummer van 1 tot en met 6, een vraag een kenmerk zoals sv4-v6."
READ = """async ([hash, fields, questions]) => {
    const { readLink, makeLink } = await import(new URL("/bron/js/reflectie/link.js", location.href));
    const read = readLink(hash, fields, questions);
    if (!read) return null;
    if (makeLink(read.velden, read.vragen) !== read.fragment) throw new Error("it makes another link than it reads");
    return [read.velden, read.vragen, read.fragment, read.sentence || null];
}"""


def sentence(what: str) -> str:
    return f"In de link staat iets wat hier niet bestaat ({what}), en dat is overgeslagen: {EXPECTED}"


@pytest.mark.parametrize(
    "hash, velden, vragen, fragment, told",
    [
        (
            "#velden=2,4&vragen=sv2-v1,sv4-v6",
            ["sv2", "sv4"],
            ["sv2-v1", "sv4-v6"],
            "#velden=2,4&vragen=sv2-v1,sv4-v6",
            None,
        ),
        ("#velden=4,2", ["sv2", "sv4"], None, "#velden=2,4", None),
        ("#velden=2,2, 4", ["sv2", "sv4"], None, "#velden=2,4", None),
        ("#velden=sv4", ["sv4"], None, "#velden=4", None),
        ("#vragen=SV4-V6", ["sv4"], ["sv4-v6"], "#velden=4&vragen=sv4-v6", None),
        ("#velden=1&vragen=sv2-v2", ["sv1", "sv2"], ["sv2-v2"], "#velden=1,2&vragen=sv2-v2", None),
        ("#velden=2%2C4", ["sv2", "sv4"], None, "#velden=2,4", None),
        ("#velden=", [], None, "", None),
        ("#velden=9", [], None, "", sentence("‘veld 9’")),
        ("#velden=2,0,-1,2.5", ["sv2"], None, "#velden=2", sentence("‘veld 0’, ‘veld -1’ en ‘veld 2.5’")),
        ("#velden=2&vragen=sv2-v1,sv9-v9", ["sv2"], ["sv2-v1"], "#velden=2&vragen=sv2-v1", sentence("‘vraag sv9-v9’")),
        ("#velden=2&code=ABC&naam=Piet", ["sv2"], None, "#velden=2", sentence("‘code’ en ‘naam’")),
        ("#velden=7,8,9,10,11", [], None, "", sentence("‘veld 7’, ‘veld 8’, ‘veld 9’ en nog 2")),
        ("#velden=" + "x" * 100, [], None, "", sentence("‘veld " + "x" * 25 + "…’")),
        ("#velden=%", [], None, "", sentence("‘veld %’")),
    ],
)
def test_what_a_link_chooses(desk, address, hash, velden, vragen, fragment, told):
    if not desk.url.startswith(address + REFLECTIE):
        desk.goto(address + REFLECTIE)
    assert desk.evaluate(READ, [hash, FIELDS, QUESTIONS]) == [velden, vragen, fragment, told]


@pytest.mark.parametrize("hash", ["", "#", "#inhoud", "#reflectie-sv4", "#sv4-v6"])
def test_an_ordinary_anchor_chooses_nothing(desk, address, hash):
    if not desk.url.startswith(address + REFLECTIE):
        desk.goto(address + REFLECTIE)
    assert desk.evaluate(READ, [hash, FIELDS, QUESTIONS]) is None


@pytest.fixture
def follow(standing, address):
    """A function that opens the page with this behind its address, as a link does."""

    def opened(hash: str):
        standing.goto(address + REFLECTIE + hash)
        return standing

    return opened


def chosen(page) -> list[str]:
    return page.locator("[name=velden]:checked").evaluate_all("all => all.map((one) => one.value)")


def walk(page) -> list[str]:
    """Every step up to the overview: the id of the question, or `lijn` and the field."""
    steps = []
    while page.locator("zelf-reflectie").get_attribute("data-scherm") == "stap":
        steps.append(page.evaluate("document.activeElement.id").removeprefix("reflectie-"))
        do(page, "volgende")
    return steps


def start(page) -> None:
    page.get_by_role("button", name="Begin", exact=True).click()


def test_a_link_opens_the_chosen_fields_and_questions(follow, address):
    page = follow("#velden=2,4&vragen=sv2-v1,sv4-v6")
    assert chosen(page) == ["sv2", "sv4"] and said(page) == ""
    assert page.locator(".link-keuze").inner_text().startswith("Iemand heeft met een link vragen voor je uitgekozen.")
    start(page)
    assert walk(page) == ["sv2", "sv2-v1", "sv4", "sv4-v6"]
    expect(page).to_have_url(address + REFLECTIE + "#velden=2,4&vragen=sv2-v1,sv4-v6")


def test_who_comes_by_a_link_sees_at_once_what_it_chose_and_begins_there(visit):
    page = visit(REFLECTIE + "#velden=4", width=360, height=740)
    told, button = page.locator(".link-begin"), page.get_by_role("button", name="Begin hiermee")
    assert told.inner_text().startswith("De link waarmee je hier kwam, koos voor je: ‘Doorgaan of vertragen’. ")
    expect(button).to_be_in_viewport(ratio=1)
    button.click()
    expect(told).to_be_hidden()
    assert walk(page)[0] == "sv4"
    page = visit(REFLECTIE + "#vragen=sv2-v1,sv4-v6")
    expect(page.locator(".link-begin")).to_contain_text(
        "‘Dingen goed of goede dingen’ en ‘Doorgaan of vertragen’, met 2 vragen."
    )


@pytest.mark.parametrize("hash", ["", "#reflectie-sv4", "#velden=9"])
def test_nothing_is_told_of_a_link_that_chooses_nothing(follow, hash):
    expect(follow(hash).locator(".link-begin")).to_be_hidden()


def test_of_a_field_that_one_adds_all_questions_are_asked(follow, bank):
    page = follow("#velden=2,4&vragen=sv2-v1")
    page.locator("[name=velden][value=sv3]").check()
    start(page)
    assert walk(page) == [
        "sv2",
        "sv2-v1",
        "sv3",
        *[one.id for one in bank.places["sv3"].page.record.vragen],
        "sv4",
    ]


def test_all_questions_can_be_had_after_all(follow, bank):
    page = follow("#velden=2&vragen=sv2-v1")
    page.get_by_role("button", name="Neem toch alle vragen").click()
    expect(page.locator(".link-keuze")).to_be_hidden()
    assert chosen(page) == ["sv2"]
    start(page)
    assert walk(page) == ["sv2", *[one.id for one in bank.places["sv2"].page.record.vragen]]


def test_questions_for_bestuurders_are_announced_and_asked_of_them_only(follow):
    page = follow("#vragen=sv6-v1,sv6-v4")
    assert "Er zijn vragen voor bestuurders bij" in page.locator(".link-keuze").inner_text()
    start(page)
    assert walk(page) == ["sv6", "sv6-v1"]
    do(page, "start")
    page.locator("[name=bestuurder]").check()
    start(page)
    assert walk(page) == ["sv6", "sv6-v1", "sv6-v4"]


def test_what_is_unknown_is_told_and_taken_out_of_the_address(follow, address):
    page = follow("#velden=2,9&naam=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")
    assert said(page) == sentence("‘veld 9’ en ‘naam’")
    expect(page).to_have_url(address + REFLECTIE + "#velden=2")
    assert chosen(page) == ["sv2"]


def test_markup_in_a_link_is_text(shared, address):
    page = shared.new_page()
    alerts = []
    page.on("dialog", lambda dialog: (alerts.append(dialog.message), dialog.dismiss()))
    page.goto(address + REFLECTIE + "#velden=<b>x</b>&<img src=x onerror=alert(1)>=1")
    assert said(page) == sentence("‘veld <b>x</b>’ en ‘<img src’")
    assert (page.locator(".reflectie-melding > *").count(), alerts) == (0, [])


def test_another_link_on_the_open_page_is_followed_too(follow, address):
    page = follow("")
    begin(page, "sv1")
    page.goto(address + REFLECTIE + "#velden=5")
    assert headings(page)[1] == "Waar wil je naar kijken?"
    assert chosen(page) == ["sv5"]


def test_without_script_the_page_of_a_link_has_everything(visit):
    page = visit(REFLECTIE + "#velden=2", java_script_enabled=False)
    expect(page.locator(".veld:visible")).to_have_count(6)
