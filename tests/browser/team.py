"""Leading a team session and taking part in it on open pages, for the tests of Samen kijken."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, expect

TEAM = "reflectie/team/"
CODE = 'import("/bron/js/team/code.js")'
SESSION = 'import("/bron/js/team/begeleider/sessie.js")'


@contextmanager
def one_tab(browser, address: str, script: str = "") -> Iterator[Page]:
    """A tab in which session follows session, as on the facilitator's device; opening it anew each time takes long."""
    with browser.new_context(reduced_motion="reduce", service_workers="block") as context:
        page = context.new_page()
        page.add_init_script(script)
        page.goto(address + TEAM)
        yield page


def start_over(page) -> None:
    """As the page was when it was opened, whatever role was played in it."""
    page.evaluate("""() => {
        const session = document.querySelector("team-sessie");
        session.team.leader.end();
        session.team.member.end();
        session.team.page.step("begin");
        for (const form of session.querySelectorAll("[data-stap=begin] form")) form.reset();
    }""")


def begin(page, *fields: int, way: str = "doorgeven", people: int | str = "") -> None:
    """Start a session about `fields`, as the facilitator, who may say how many take part.

    By the same clicks from within the page, which is faster.
    """
    page.evaluate(
        """([fields, way, people]) => {
        const form = document.querySelector("[data-form=begin]");
        form.elements.mensen.value = people;
        for (const field of fields) {
            const box = form.querySelector(`.team-veld input[value="${field}"]`);
            if (!box.checked) box.click();
        }
        form.querySelector(`[name="eerst"][value="${way}"]`).click();
        form.querySelector("button:not([type=button])").click();
    }""",
        [fields, way, str(people)],
    )


def to_leader(page) -> None:
    """The device comes back to the facilitator, who sees the overview."""
    if page.locator("[data-stap=doorgeven]").is_visible():
        page.get_by_role("button", name="Ik ben de begeleider").click()
        page.get_by_role("button", name="Ja, ga verder").click()


def switch(page, way: str) -> None:
    """Go on in another way, in the same session."""
    to_leader(page)
    page.locator(f'[name="manier"][value="{way}"]').evaluate("radio => radio.click()")


def place(page, *places: int | None) -> None:
    """Choose a place on each line of the open form, in the order of the page."""
    rails = page.locator(".team-lijnen:visible .rail")
    expect(rails).to_have_count(len(places))
    for rail, at in zip(rails.all(), places):
        if at is not None:
            rail.locator("input").nth(at).evaluate("input => input.click()")


def hand_in(page, *places: int | None, consent: bool = False) -> None:
    """One person on the device that goes round."""
    if page.locator("[data-stap=verzamelen]").is_visible():
        page.get_by_role("button", name="Geef het apparaat door").click()
    page.get_by_role("button", name="Ik ben aan de beurt").click()
    place(page, *places)
    if consent:
        page.locator(".team-toestemming input").check()
    page.get_by_role("button", name="Lever in").click()


def hand_in_all(page, people: list[tuple[list[int | None], bool]]) -> None:
    """One after another, each with places and consent, by the same clicks from within the page, which is faster."""
    page.evaluate(
        """(people) => {
        for (const [places, consent] of people) {
            document.querySelector('[data-doe="beurt"]').click();
            const form = document.querySelector('[data-form="invullen"]');
            const rails = [...form.querySelectorAll("[data-veld]:not([hidden]) .rail")];
            places.forEach((place, line) => place === null || rails[line].querySelectorAll("input")[place].click());
            form.elements.tonen.checked = consent;
            form.querySelector('[data-doe="inleveren"]').click();
        }
    }""",
        people,
    )


def session_of(page) -> str:
    return page.locator("[data-stap=verzamelen] [data-sessie]").first.text_content()


def received(page) -> str:
    return page.locator("[data-stap=verzamelen] .team-telling").inner_text()


def code(page, session: str, places: dict[int, int], nonce: int, consent: bool = False) -> str:
    """What a phone would show for `places`, by the number of their line in a code."""
    return page.evaluate(
        f"""async ([session, places, nonce, consent]) => {{
        const code = await {CODE};
        const all = Array.from({{ length: code.LINES }}, (_, line) => places[line] ?? code.NONE);
        return code.grouped(code.encode({{ session: code.readSession(session), places: all, nonce, consent }}));
    }}""",
        [session, places, nonce, consent],
    )


def type_code(page, text: str) -> str:
    """Type or paste a code; what the page says about it."""
    page.get_by_label("Of typ of plak een code").fill(text)
    page.get_by_role("button", name="Voeg toe").click()
    told = page.locator("[data-form=code] .team-melding:not(:empty)")
    told.wait_for()
    return told.inner_text()


def show(page, button: str = "Laat het beeld zien") -> None:
    """To the picture, from whoever has the device; by the same clicks from within the page, which is faster."""
    page.evaluate(
        """(button) => {
        const passing = document.querySelector("[data-stap=doorgeven]").checkVisibility();
        for (const name of [...(passing ? ["Ik ben de begeleider", "Ja, ga verder"] : []), button, "Ja, laat zien"]) {
            const inSight = [...document.querySelectorAll("team-sessie button")].filter((one) => one.checkVisibility());
            inSight.find((one) => one.textContent.trim() === name).click();
        }
    }""",
        button,
    )


def picture(page) -> list[list[int] | None]:
    """Dots in the five parts of every line that is shown; None where the line stays empty."""
    return page.locator(".team-figuren .team-balk").evaluate_all("""lines => lines.map((line) => line.querySelector("ol").hidden ? null
        : [...line.querySelectorAll("li")].map((part) => part.querySelectorAll(".team-stip").length))""")
