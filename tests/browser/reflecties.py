"""Doing a self-reflection on an open page, and looking at what it keeps, for the tests of the reflection."""

import json

REFLECTIE = "reflectie/"
ONLINE = {"service_workers": "block"}
"""For tests that have nothing to do with working offline: without the worker a page is there sooner."""
KEY, BACKUP = "zelfreflectie:/leren/", "zelfreflectie-vorige:/leren/"
"""Where the tests serve the site: what it keeps is named by that path."""
NOTE = "Ik bel liever dan dat ik wacht."


def begin(page, *fields: str, together: bool = False, bestuurder: bool = False) -> None:
    """Choose these fields, and no others, and begin."""
    page.evaluate(
        """([fields, together, bestuurder]) => {
        for (const box of document.querySelectorAll("[name=velden]")) box.checked = fields.includes(box.value);
        document.querySelectorAll("[name=samen]")[Number(together)].checked = true;
        document.querySelector("[name=bestuurder]").checked = bestuurder;
    }""",
        [fields, together, bestuurder],
    )
    page.locator(".keuze [type=submit]").click()


def do(page, what: str) -> None:
    """Press the button for `what` that is in sight."""
    page.locator(f"[data-doe={what}]:visible").first.click()


def place(page, question: int, at: int) -> None:
    """Click place `at` (0 to 10) on the line of a question (0 to 2) of the field in sight."""
    page.locator(f".veld:not([hidden]) .plek:nth-of-type({question + 1}) .rail label").nth(at).click()


def write(page, note: str = NOTE) -> None:
    """Write a note at the question in sight."""
    page.locator("textarea:visible").first.fill(note)


def one_made(page, field: str = "sv4", note: str = NOTE) -> None:
    """Do one field: three places and a note at the first question, on to the overview, and back to the start.

    By the same clicks from within the page, which is faster.
    """
    begin(page, field)
    page.evaluate(
        """async (note) => {
        const click = async (which, at = 0) => {
            [...document.querySelectorAll(which)].filter((one) => one.checkVisibility())[at].click();
            // Some of what a click does comes after it.
            await new Promise((done) => setTimeout(done));
        };
        for (const [question, at] of [2, 8, 4].entries()) {
            await click(`.veld:not([hidden]) .plek:nth-of-type(${question + 1}) .rail label`, at);
        }
        await click("[data-doe=volgende]");
        const text = [...document.querySelectorAll("textarea")].find((one) => one.checkVisibility());
        text.value = note;
        text.dispatchEvent(new InputEvent("input", { bubbles: true }));
        await click("[data-doe=naar-overzicht]");
        await click("[data-doe=start]");
    }""",
        note,
    )


def keep(page) -> None:
    page.get_by_label("Bewaar op dit apparaat").check()
    page.wait_for_function("key => localStorage.getItem(key) !== null", arg=KEY)


def said(page) -> str:
    return page.locator(".reflectie-melding").inner_text()


def stored(page) -> dict[str, str]:
    """Everything in localStorage."""
    return page.evaluate("({...localStorage})")


def kept(page) -> dict | None:
    """The document on the device."""
    return json.loads(stored(page).get(KEY, "null"))


def notes(document: dict) -> list[dict]:
    return [one["notities"] for one in document["reflecties"]]


def told(page) -> list[str]:
    """The dates and fields in the list of reflections."""
    return page.locator(".eerder li > p:first-child").all_inner_texts()


def headings(page) -> tuple[str, str]:
    """Where one is, and the text that has the focus."""
    return (
        page.locator(".waar:visible").inner_text() if page.locator(".waar:visible").count() else "",
        page.evaluate("document.activeElement.textContent"),
    )
