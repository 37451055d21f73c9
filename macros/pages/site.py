"""What every page part needs: the Kennisbank, addresses between pages, pictograms, and Jinja templates."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from posixpath import relpath
from typing import get_args

from markupsafe import Markup

from ..knowledge.items import Publicatie, Schatting, Vindplaats
from ..knowledge.kennisbank import Kennisbank
from ..knowledge.reader import read
from ..knowledge.records import Thema
from .elsewhere import Elsewhere
from .templates import templates

FIXED = frozenset(
    [
        "start",
        "zoeken",
        "vastgelopen",
        "begrippen",
        "begeleiden",
        "draaiboek",
        "groepsscherm",
        "uitvoeren",
        "kaarten",
        "lesgeven",
        "lessen",
        "pr1",
        "reflectie",
        "reflectie-begeleiden",
        "reflectie-papier",
        "reflectie-team",
        "teamkaarten",
        "wk",
        "zelf-kiezen",
        "colofon",
        "wat-staat-waar",
    ]
    + [f"thema-{one}" for one in get_args(Thema.model_fields["thema"].annotation)]
)
"""Ids of pages that templates lead to by name."""
UNKNOWN_TIME = 15
"""Minutes in a plan of what nobody reckoned, as in the planner."""
MOST_LOCATORS = 2
"""So many places in the publications are named before a list of them folds."""


@dataclass
class Needs:
    """Which styles and scripts a page needs beside those of every page, in the order in which its parts said so."""

    styles: list[str] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)

    def add(self, styles: Iterable[str], scripts: Iterable[str]) -> None:
        """Take in what one part needs; twice is once."""
        self.styles += [one for one in styles if one not in self.styles]
        self.scripts += [one for one in scripts if one not in self.scripts]


@dataclass(frozen=True)
class Site:
    """The knowledge in `docs`, seen from the page at `path` (below it, such as `werkkaarten/tijdlijn.md`)."""

    docs: Path
    path: str
    elsewhere: Elsewhere
    needs: Needs = field(default_factory=Needs, compare=False)

    @cached_property
    def bank(self) -> Kennisbank:
        return read(self.docs).bank

    @property
    def record(self):
        return self.bank.by_path[self.path].record

    def url(self, target: str) -> str:
        """Address of an id, page or file below `docs`, relative to this page."""
        place = self.bank.places.get(target)
        path = address(place.page.path if place else target)
        here = address(self.path)
        relative = _relative(path, here)
        anchor = f"#{place.anchor}" if place and place.anchor else ""
        return anchor if anchor and path == here else relative + anchor

    def name_of(self, id: str) -> str:
        """How a link to `id` reads: the title of its item or page, of a work without one its authors.

        Only of an id that nothing has, which is told elsewhere, it is the id.
        """
        if not (place := self.bank.places.get(id)):
            return id
        title = (
            getattr(place.item, "titel", None) or getattr(place.item, "term", None) or getattr(place.item, "kop", None)
        )
        return title or getattr(place.item, "wie_schreef", None) or place.page.record.korte_titel

    def sign(self, name: str) -> Markup:
        """The inline SVG of pictogram `name`, such as `sv4-links`; FileNotFoundError if it isn't there."""
        svg = (self.docs / "assets" / "tekens" / f"{name}.svg").read_text(encoding="utf-8")
        svg = re.sub(r"<\?xml.*?\?>|<!--.*?-->|<title>.*?</title>", "", svg, flags=re.S).strip()
        opening, drawing = svg.split(">", 1)
        opening = re.sub(r'\s(?:xmlns|width|height|role|class)="[^"]*"', "", opening)
        return Markup(
            opening.replace("<svg", '<svg class="teken" aria-hidden="true" focusable="false"') + ">" + drawing
        )

    @cached_property
    def drawn_on(self) -> tuple[tuple[Publicatie, tuple[Vindplaats, ...]], ...]:
        """The publications behind this page, each with the places that the page as a whole comes from."""
        return self.bank.drawn_on(self.record)

    def locators(self, ids: tuple[str, ...], of: str, lead: str = "") -> Markup:
        """Where in the publications the places `ids` of something are, after `lead`; more than two fold away behind the first.

        On a page that draws on several publications, each place is told with its own.
        """
        folded = len(ids) > MOST_LOCATORS
        if folded:
            self.needs.add((), ["details.js"])
        owners = {place.id: one.kort for one, _ in self.drawn_on for place in one.vindplaatsen}
        places = [(owners[id] if len(self.drawn_on) > 1 else None, self.bank.vindplaatsen[id]) for id in ids]
        return self.render("vindplaatsen.html.jinja", plaatsen=places, dicht=folded, van=of, aanloop=lead)

    def estimate(self, of: Schatting | None) -> Markup:
        """What we reckon that something asks of a meeting, said to be ours; empty when we reckon nothing."""
        return self.render("schatting.html.jinja", een=of) if of else Markup()

    def into_plan(self, id: str, minutes: tuple[int, ...] | None) -> Markup:
        """A link that begins a plan of a meeting with `id`, which takes `minutes`: as short as can be, and usual."""
        short, usual = minutes or (UNKNOWN_TIME, UNKNOWN_TIME)
        block = f"{id}.{usual}" + (f".{short}" if short < usual else "")
        return self.render("in_draaiboek.html.jinja", blok=block, naam=self.name_of(id))

    def reference(self, publication: Publicatie, linked: bool = True) -> Markup:
        """`publication` as a list of works has it; its address as a link, unless somebody should copy it."""
        return self.render("verwijzing.html.jinja", een=publication, als_link=linked)

    def source(self) -> Markup:
        """The publications behind this page in full, with the page's places in each; empty for a page without any."""
        return self.render("bron.html.jinja") if self.drawn_on else Markup()

    def render(self, template: str, **values: object) -> Markup:
        """Fill a template of this room; the result is one HTML block without blank lines, safe inside Markdown."""
        html = templates().get_template(template).render(site=self, **values)
        return Markup("\n".join(line.strip() for line in html.splitlines() if line.strip()))


def address(path: str) -> str:
    """Address below the site's root of a file below `docs`: MkDocs makes a page a folder, other files are themselves."""
    if not path.endswith(".md"):
        return path
    stem = path[:-3]
    stem = stem[: -len("index")].rstrip("/") if stem == "index" or stem.endswith("/index") else stem
    return f"{stem}/" if stem else ""


@cache
def _relative(path: str, here: str) -> str:
    """Address `path` as a link on the page at address `here` has it; most links of a page are on many."""
    relative = relpath(path or ".", here or ".") + ("/" if path.endswith("/") or not path else "")
    return "./" if relative in (".", "./") else relative


def public_address(bank: Kennisbank, site_url: str, id: str) -> str:
    """Public URL of record or item `id`, which stands on paper too; KeyError for an unknown id."""
    place = bank.places[id]
    return f"{site_url.rstrip('/')}/{address(place.page.path)}" + (f"#{place.anchor}" if place.anchor else "")
