"""The macros an editor may use in a page: their names, their arguments, and how their complaints are gathered."""

from __future__ import annotations

from functools import wraps
from pathlib import Path
from typing import Callable, Iterator

from ..knowledge.errors import Fout, KennisFouten, nearest
from ..knowledge.kennisbank import Kennisbank
from . import begrippenkaart as begrippenkaart_page
from . import kaartenvel as kaartenvel_page
from . import lijn as lijn_page
from . import onderdeel as onderdeel_page
from . import overzicht as overzicht_page
from . import register as register_page
from . import velden as velden_page
from .complaints import heard
from .site import Site


def macros_for(docs: Path, current: Callable[[], str], contents: kaartenvel_page.Contents) -> list[Callable[..., str]]:
    """The macros, bound to the knowledge in `docs`; `current()` is the path of the page being rendered.

    `contents` tells which cards lie on which sheet of a deck.
    """

    def site() -> Site:
        return Site(docs, current())

    def lijn(veld: str | None = None, plek: str | None = None) -> str:
        """De lijn van een spanningsveld; zonder `veld` die van de pagina zelf; `plek` kiest één van de drie vragen."""
        return lijn_page.lijn(site(), veld, plek)

    def lijnen() -> str:
        """Alle lijnen onder elkaar."""
        return lijn_page.lijnen(site())

    def onderdeel(veld: str) -> str:
        """Een lijst uit de front matter van deze pagina, zoals `vragen` of `stappen`."""
        return onderdeel_page.onderdeel(site(), veld)

    def overzicht(soort: str) -> str:
        """Alle pagina’s van een soort, met hun samenvatting."""
        return overzicht_page.overzicht(site(), soort)

    def begrippenkaart() -> str:
        """De begrippen van een thema met hun verbanden, getekend."""
        return begrippenkaart_page.begrippenkaart(site())

    def register() -> str:
        """Alle pagina’s van A tot Z."""
        return register_page.register(site())

    def kaartenvel(deck: str) -> str:
        """Een kaartenset: de vellen als plaatje, de tekst ernaast, en de PDF."""
        return kaartenvel_page.kaartenvel(site(), deck, contents)

    def velden(soort: str) -> str:
        """De velden van een soort record, voor de pagina Bijdragen."""
        return velden_page.velden(site(), soort)

    return [_patient(macro) for macro in (lijn, lijnen, onderdeel, overzicht, begrippenkaart, register, kaartenvel, velden)]


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


def check_macro_names(bank: Kennisbank) -> None:
    """Raise KennisFouten for every call in the prose of a macro that doesn't exist."""
    known = [macro.__name__ for macro in macros_for(Path(), str, lambda *_: ())]
    fouten = list(_unknown(bank, known))
    if fouten:
        raise KennisFouten(fouten)


def _unknown(bank: Kennisbank, known: list[str]) -> Iterator[Fout]:
    for page in bank.bladzijden:
        for call in page.prose.macros:
            if call.name not in known:
                yield Fout(page.pad, "deze macro bestaat niet", call.regel, waarde=call.name,
                           verwacht="een van " + ", ".join(known), bedoeld=nearest(call.name, known))

