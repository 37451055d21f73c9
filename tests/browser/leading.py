"""Leading a meeting on an open page, for the tests of run mode."""

import json
from datetime import datetime, timedelta

PAGE, GROUP = "begeleiden/uitvoeren/", "begeleiden/groep/"
# Two hours: the line first, then another's place; 10 minutes are free, two blocks may be shorter, one is at hand.
TWO_HOURS = "#b1=0930_wk1-vz3.10~wk3.30~wk3-vl1.20.10~pauze.10~wk5-m2.30.20~ruimte.10~wk6-slot.10~wk6-o3a.0"
BEGIN = "2026-03-09T09:30:00+01:00"


def opened(where, address: str, plan: str = TWO_HOURS, time: str = BEGIN, prepare=None, still=True, **options):
    """The page of who leads, on a clock that stands still until it is moved, or that runs.

    It is opened in a tab, or in what the function `where` makes with `options`.
    """
    page = where(None, **{"timezone_id": "Europe/Amsterdam", **options}) if callable(where) else where
    now = datetime.fromisoformat(time)
    # It runs until it is told to stand still, which must then lie ahead.
    page.clock.install(time=now - timedelta(minutes=1) if still else now)
    if still:
        page.clock.pause_at(now)
    if prepare:
        page.add_init_script(prepare)
    page.goto(address + PAGE + plan)
    page.locator("[data-stap]:visible").first.wait_for()
    return page


def begun(where, address: str, *args, button: str = "Begin", **options):
    page = opened(where, address, *args, **options)
    page.get_by_role("button", name=button).click()
    return page


def press(page, name: str, times: int = 1) -> None:
    for _ in range(times):
        page.locator(f'[data-stap]:visible [data-doe="{name}"]').click()


def onward(page) -> None:
    """To the next block, whatever steps are left."""
    press(page, "ga-door")


def said(page, name: str) -> str:
    """What stands in a place of the screen; empty when it isn't shown. After a reload the screen waits for the blocks."""
    page.locator("[data-stap]:visible").first.wait_for()
    place = page.locator(f"[data-stap]:visible [data-{name}]")
    return " ".join(place.inner_text().split()) if place.is_visible() else ""


def as_file(**more) -> dict:
    """A file with a plan, as one would save it: with what is only for who leads."""
    blocks = [
        {
            "id": "b2",
            "wat": "wk3",
            "minuten": 20,
            "kort": 10,
            "wie": "Fatima",
            "notitie": "Let op Sem",
            "doel": "Stilstaan",
        },
        {"id": "b3", "wat": "pauze", "minuten": 10, "notitie": "Koffie bij Ilse"},
        {"id": "b4", "wat": "wk3-vl1", "minuten": 20, "notitie": "Niet te lang", "materiaal": "de rode map"},
        {"id": "b5", "wat": "eigen", "minuten": 10, "titel": "Rondje", "notitie": "Bas wil niet"},
    ]
    meeting = {"id": "m1", "titel": "", "begin": "09:30", "blokken": blocks}
    plan = {
        "soort": "draaiboek",
        "schema": 1,
        "titel": "Casus Vlinder",
        "teller": 9,
        "bijeenkomsten": [meeting],
        **more,
    }
    return {"name": "draaiboek.json", "mimeType": "application/json", "buffer": json.dumps(plan).encode()}


SECRETS = ["Fatima", "Sem", "Ilse", "Niet te lang", "rode map", "Bas", "Vlinder", "later", "extra"]
"""What no group may see of that file: notes, names, what is brought, the title, how late it is."""
