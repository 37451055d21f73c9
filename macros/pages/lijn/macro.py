"""The line of a spanningsveld: three questions, each a native radio group of eleven places between two poles."""

from __future__ import annotations

from dataclasses import dataclass
from posixpath import dirname, relpath

from markupsafe import Markup, escape

from ...knowledge.records import Spanningsveld
from ..macro import macro, needs, unknown_argument
from ..site import Site


@dataclass(frozen=True)
class Plek:
    """One of the questions: `id` names its radio group, `merk` the shape of its marker."""

    id: str
    merk: str
    vraag: str
    nadenken: tuple[str, ...] = ()


PLEKKEN = (
    Plek("natuur", "rond", "Waar sta je van nature?", ("Wat maakt dat je je daar thuis voelt?",)),
    Plek(
        "situatie",
        "driehoek",
        "Waar heeft deze situatie je nodig?",
        ("Wat vraagt dit kind, dit gezin of dit team nu van je?",),
    ),
    Plek(
        "stapje",
        "ruit",
        "Welk klein stapje wil je proberen?",
        ("Wat win je als je dat stapje zet?", "Wat mag blijven van waar je nu staat?"),
    ),
)


@macro
def lijn(site: Site, veld: str | None = None, plek: str | None = None) -> str:
    """De lijn van een spanningsveld; zonder `veld` die van de pagina zelf; `plek` kiest één van de drie vragen."""
    return field_line(site, veld, plek)


@macro
def lijnen(site: Site) -> str:
    """Alle lijnen onder elkaar, elk onder een kop met een link naar zijn pagina."""
    return "\n\n".join(
        # An id of its own: the address must survive a new short title.
        f"## {veld.nummer}. {escape(veld.korte_titel)} {{: #lijn-{veld.id} }}\n\n{field_line(site, veld.id)}\n\n"
        f'[Meer over dit spanningsveld<span class="vh">: {escape(veld.korte_titel)}</span>]({_markdown_path(site, veld.id)})'
        for veld in site.bank.of_kind(Spanningsveld)
    )


@needs(scripts=["lijn.js"])
def field_line(site: Site, veld: str | None = None, plek: str | None = None, belofte: bool = True) -> Markup:
    """HTML of the line of `veld` (default: this page's record), with all three questions or only `plek`.

    `belofte` says below it that nothing is kept; a page where one may choose to keep leaves that out.
    Raises ContentError for a field or question that doesn't exist.
    """
    velden = {record.id: record for record in site.bank.of_kind(Spanningsveld)}
    id = veld or site.record.id
    if id not in velden:
        raise unknown_argument(site, "lijn", id, velden)
    plekken = [one for one in PLEKKEN if plek in (None, one.id)]
    if not plekken:
        raise unknown_argument(site, "lijn", str(plek), [one.id for one in PLEKKEN])
    record = velden[id]
    return site.render(
        "lijn/lijn.html.jinja",
        veld=record,
        plekken=plekken,
        namen=names(record),
        los=plek is not None,
        belofte=belofte,
        meer=_more(site, record),
        samen=_together(site, record),
    )


def _more(site: Site, veld: Spanningsveld) -> str | None:
    """Where to do the same for more fields: from the field's own page and from the home page."""
    at_home = site.path == "index.md" or site.record.id == veld.id
    return site.url("reflectie") if at_home and "reflectie" in site.bank.places else None


def _together(site: Site, veld: Spanningsveld) -> str | None:
    """Where a team looks at this field together: from the field's own page."""
    own = site.record.id == veld.id and "reflectie-team" in site.bank.places
    return f"{site.url('reflectie-team')}#velden={veld.nummer}" if own else None


def names(veld: Spanningsveld) -> tuple[str, ...]:
    """The eleven places in words, symmetrical and without numbers."""
    left, right = veld.pool_links.naam, veld.pool_rechts.naam
    degrees = ("helemaal bij", "heel dicht bij", "dicht bij", "meer richting", "iets richting")
    return (
        *(f"{degree} {left}" for degree in degrees),
        "precies ertussen",
        *(f"{degree} {right}" for degree in reversed(degrees)),
    )


def _markdown_path(site: Site, id: str) -> str:
    return relpath(site.bank.path_of(id), dirname(site.path) or ".")
