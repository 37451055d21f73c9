"""What tests change in one copy of the project, to look in one build of it at what each of the changes does.

None of them hides another: each is about pages of its own, or about what all pages have.
"""

import re
from pathlib import Path

from macros.publish.addresses.ledger import disagreeing
from macros.publish.editions import make_edition
from tests.conftest import ROOT
from tests.knowledge.spoil import light

EDITION, DAY = "2099.1", "2099-03-01"
FIELD, CARD = "spanningsvelden/maakbaar-of-ongrijpbaar.md", "werkkaarten/tijdlijn.md"
MARK = 'Wie <i>is</i> & "wat" zit'
LICENCE = "CC-BY-SA-4.0"
CONTACT = "meld@leren.voorbeeld.nl"

PLACE = re.compile(
    r"^`(?P<path>[^`\n]+)`(?:, (?:(?P<how>boven|in plaats van) `(?P<what>[^`\n]+)`|onderaan))?: [^\n]+\n\n```\w+\n(?P<text>.*?)^```",
    re.M | re.S,
)


def additions(page: str) -> dict[tuple[str, str], list[re.Match]]:
    """For each kind of addition and each file that the page Bouwen names for it: which texts to put above or instead of what."""
    chapter = re.search(r"^## Iets nieuws toevoegen\n(.*?)(?=^## |\Z)", page, re.M | re.S)[1]
    # The headings of a block of code have three signs too, but stand after the first block of their section.
    sections = re.findall(r"^### (Een [^\n]+)\n(.*?)(?=^### Een |\Z)", chapter, re.M | re.S)
    found: dict[tuple[str, str], list[re.Match]] = {}
    for title, text in sections:
        for place in PLACE.finditer(text):
            found.setdefault((title, place["path"]), []).append(place)
    return found


ADDED = additions((ROOT / "docs" / "over" / "bouwen.md").read_text(encoding="utf-8"))


def alter(project: Path, site: Path) -> None:
    """Change copied `project`, of which `site` was built."""
    docs = project / "docs"
    make_edition(site, docs, EDITION, DAY, "Een proef.", disagreeing(site, docs))
    light(project)
    _change_since(docs)
    add(project)
    _overwrite(docs / FIELD, "titel", "kort", "samenvatting", "naam", "uitleg", "voor_wie", "tekst")
    _overwrite(docs / CARD, "doel", "tekst")
    _replace(docs / CARD, "\nwanneer:\n", f"\nwanneer:\n  - '{MARK}'\n")
    _replace(project / "mkdocs.yml", "licentie: null", f"licentie: {LICENCE}")
    _replace(project / "mkdocs.yml", "contact: null", f"contact: {CONTACT}")


def _change_since(docs: Path) -> None:
    """One question has other words than in the edition."""
    (docs / "edities" / "wijzigingen.yml").write_text(
        '- {datum: "2099-04-01", tekst: "Een vraag klopte niet.", ids: [sv4-v6]}\n', encoding="utf-8"
    )
    page = docs / "spanningsvelden" / "doorgaan-of-vertragen.md"
    old = re.search(r"id: sv4-v6\n\s+vraag: (.*)\n", page.read_text("utf-8"))[1]
    _replace(page, old, "Wat helpt jou om stil te staan?")


def add(project: Path) -> None:
    """One of each thing for which the page Bouwen tells how to add it."""
    for place in (place for places in ADDED.values() for place in places):
        file = project / place["path"]
        before = file.read_text(encoding="utf-8") if file.exists() else ""
        file.parent.mkdir(parents=True, exist_ok=True)
        at = before.index(f"\n{place['what']}") + 1 if place["what"] else len(before)
        after = before[at:].removeprefix(f"{place['what']}\n") if place["how"] == "in plaats van" else before[at:]
        file.write_text(before[:at] + place["text"] + after, encoding="utf-8")


def _overwrite(page: Path, *fields: str) -> None:
    """Give `fields` of the page the text MARK."""
    text = page.read_text(encoding="utf-8")
    for field in fields:
        text, count = re.subn(rf"^(\s*(?:- )?{field}:) .*$", rf"\1 '{MARK}'", text, flags=re.M)
        assert count, f"{page.name} has no {field}"
    page.write_text(text, encoding="utf-8")


def _replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text, f"{file.name} has no {old}"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
