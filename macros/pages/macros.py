"""The macros an editor may use in a page: their names, their arguments, and how their complaints are gathered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import wraps
from inspect import signature
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, TemplateSyntaxError, nodes

from ..knowledge.errors import Fout, KennisFouten, nearest
from ..knowledge.kennisbank import Bladzijde
from ..knowledge.reader import read
from . import begrippenkaart as begrippenkaart_page
from . import insluitset as insluitset_page
from . import kaartenkiezer as kaartenkiezer_page
from . import kaartenvel as kaartenvel_page
from . import lijn as lijn_page
from . import lijnvellen as lijnvellen_page
from . import linkmaker as linkmaker_page
from . import literatuur as literatuur_page
from . import model as model_page
from . import onderdeel as onderdeel_page
from . import overzicht as overzicht_page
from . import papier as papier_page
from . import reflectie as reflectie_page
from . import register as register_page
from . import team as team_page
from . import velden as velden_page
from . import wat_staat_waar as wat_staat_waar_page
from .complaints import heard
from .site import Site


class Elders(NamedTuple):
    """What the macros need of rooms that this one doesn't know: handed in by `define_env`.

    `contents` tells which cards lie on which sheet of a deck, `picture` where the picture of a face lies, `lines` which PDFs
    there are of the lines for the wall and the floor, `choices` which cards one can choose from, `bibliography` how a list
    of works reads, `site_url` where the site will be.
    """

    contents: kaartenvel_page.Contents
    picture: kaartenvel_page.Pictures = lambda size, card, side: ""
    lines: lijnvellen_page.Lines = lambda bank: ()
    choices: kaartenkiezer_page.Choices = lambda bank: None
    bibliography: literatuur_page.Bibliography = lambda works: ()
    site_url: str = ""


def macros_for(docs: Path, current: Callable[[], str], elders: Elders) -> list[Callable[..., str]]:
    """The macros, bound to the knowledge in `docs`; `current()` is the path of the page being rendered."""

    def site() -> Site:
        return Site(docs, current())

    def lijn(veld: str | None = None, plek: str | None = None) -> str:
        """De lijn van een spanningsveld; zonder `veld` die van de pagina zelf; `plek` kiest één van de drie vragen."""
        return lijn_page.lijn(site(), veld, plek)

    def lijnen() -> str:
        """Alle lijnen onder elkaar."""
        return lijn_page.lijnen(site())

    def team() -> str:
        """Samen kijken: een sessie waarin ieder een plek inlevert, en het beeld daarvan."""
        return team_page.team(site())

    def papier() -> str:
        """De vellen om te printen: lijnen voor een team en voor jezelf, de vragen met schrijfruimte, en het codeblad."""
        return papier_page.papier(site())

    def reflectie() -> str:
        """De zelfreflectie over alle velden, met notities, overzicht en bewaren."""
        return reflectie_page.reflectie(site())

    def linkmaker() -> str:
        """Een link naar gekozen velden en vragen, en de code om ze op een andere site in te sluiten."""
        return linkmaker_page.linkmaker(site(), elders.site_url)

    def insluitset() -> str:
        """Alle velden met hun lijn en vragen, om in te sluiten op een andere site; een link kiest wat er te zien is."""
        return insluitset_page.insluitset(site())

    def onderdeel(veld: str) -> str:
        """Een lijst uit de front matter van deze pagina, zoals `vragen` of `stappen`."""
        return onderdeel_page.onderdeel(site(), veld)

    def overzicht(soort: str) -> str:
        """Alle pagina’s van een soort, met hun samenvatting."""
        return overzicht_page.overzicht(site(), soort)

    def begrippenkaart() -> str:
        """De begrippen van een thema met hun verbanden, getekend."""
        return begrippenkaart_page.begrippenkaart(site())

    def model(id: str | None = None) -> str:
        """Een model, getekend of als tabel; zonder `id` dat van de pagina zelf."""
        return model_page.model(site(), id)

    def register(soort: str | None = None) -> str:
        """Alle pagina’s van A tot Z, of met `begrip` alle begrippen en woorden."""
        return register_page.register(site(), soort)

    def wat_staat_waar() -> str:
        """Elk onderdeel van de publicaties met waar het op deze site staat, uit het register van de bronnen."""
        return wat_staat_waar_page.wat_staat_waar(site())

    def literatuur() -> str:
        """De literatuurlijst van deze pagina in APA, met waar elk werk gebruikt is."""
        return literatuur_page.literatuur(site(), elders.bibliography)

    def kaartenvel(deck: str) -> str:
        """Een kaartenset: de vellen als plaatje, de tekst ernaast, en de PDF."""
        return kaartenvel_page.kaartenvel(site(), deck, elders.contents, elders.picture)

    def kaartenkiezer() -> str:
        """Alle kaarten van alle sets, om zelf een set uit samen te stellen."""
        return kaartenkiezer_page.kaartenkiezer(site(), elders.choices)

    def lijnvellen() -> str:
        """De lijnen voor muur en vloer, met hun PDF’s per vorm."""
        return lijnvellen_page.lijnvellen(site(), elders.lines)

    def velden(soort: str) -> str:
        """De velden van een soort record, voor de pagina Bijdragen."""
        return velden_page.velden(site(), soort)

    return [
        _patient(macro)
        for macro in (
            lijn,
            lijnen,
            reflectie,
            team,
            papier,
            linkmaker,
            insluitset,
            onderdeel,
            overzicht,
            begrippenkaart,
            model,
            register,
            wat_staat_waar,
            literatuur,
            kaartenvel,
            kaartenkiezer,
            lijnvellen,
            velden,
        )
    ]


def _patient(macro: Callable[..., str]) -> Callable[..., str]:
    """`macro`, but a refusal is written down and told at the end of the build, with all others."""

    @wraps(macro)
    def called(*args, **kwargs):
        try:
            return macro(*args, **kwargs)
        except KennisFouten as error:
            heard.extend(error.fouten)
            return ""

    return called


def macro_errors(docs: Path, elders: Elders) -> list[Fout]:
    """Everything wrong with the macro calls in the prose below `docs`, each with its line."""
    found = read(docs)
    return [fout for page in found.bank.bladzijden for fout in _errors_on(page, docs, elders, not found.onvolledig)]


def _errors_on(page: Bladzijde, docs: Path, elders: Elders, try_out: bool) -> Iterator[Fout]:
    macros = {macro.__name__: macro for macro in macros_for(docs, lambda: page.pad, elders)}
    try:
        tree = Environment().parse(page.prose.tekst)
    except TemplateSyntaxError as error:
        yield _badly_written(page, error.lineno)
        return
    called = {id(call.node): call for call in tree.find_all(nodes.Call) if isinstance(call.node, nodes.Name)}
    arguments = {
        id(one)
        for call in called.values()
        for part in (*call.args, *call.kwargs)
        for one in (part, *part.find_all(nodes.Name))
    }
    for name in tree.find_all(nodes.Name):
        if id(name) in arguments:
            continue  # the call it stands in is refused already
        call = called.get(id(name))
        if name.name not in macros and call:
            yield Fout(
                page.pad,
                "deze macro bestaat niet",
                page.prose.regel + name.lineno - 1,
                waarde=name.name,
                verwacht="een van " + ", ".join(macros),
                bedoeld=nearest(name.name, macros),
            )
        elif not call or not _fits(macros[name.name], call):
            yield _badly_written(page, name.lineno, name.name)
        elif try_out:
            yield from _refusals(page, macros[name.name], call)


def _fits(macro: Callable[..., str], call: nodes.Call) -> bool:
    arguments = [*call.args, *(pair.value for pair in call.kwargs)]
    if call.dyn_args or call.dyn_kwargs or not all(isinstance(one, nodes.Const) for one in arguments):
        return False
    try:
        signature(macro).bind(*call.args, **{pair.key: pair.value for pair in call.kwargs})
    except TypeError:
        return False
    return True


def _refusals(page: Bladzijde, macro: Callable[..., str], call: nodes.Call) -> Iterator[Fout]:
    # Called for its complaints only; the build calls it again for what it makes.
    macro(*(one.value for one in call.args), **{pair.key: pair.value.value for pair in call.kwargs})
    while heard:
        fout = heard.pop(0)
        yield (
            replace(fout, regel=page.prose.regel + call.lineno - 1)
            if fout.bestand == page.pad and not fout.regel
            else fout
        )


def _badly_written(page: Bladzijde, line: int, value: str | None = None) -> Fout:
    return Fout(
        page.pad,
        "een macro op deze pagina is niet goed geschreven",
        page.prose.regel + line - 1,
        waarde=value,
        verwacht='bijvoorbeeld `{{ onderdeel("vragen") }}`, met haakjes en aanhalingstekens',
    )
