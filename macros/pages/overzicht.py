"""All pages of one kind, as an overview that a newcomer can choose from."""

from __future__ import annotations

from ..knowledge.records import SOORTEN
from .complaints import unknown_argument
from .site import Site


def overzicht(site: Site, soort: str) -> str:
    """HTML of an overview of kind `soort`; raises KennisFouten for a kind without pages."""
    filled = {name: records for name, model in SOORTEN.items()
              if name not in ("pagina", "inleiding", "bronregister") and (records := site.bank.van_soort(model))}
    if soort not in filled:
        raise unknown_argument(site, "overzicht", soort, filled)
    return site.render("overzicht.html.jinja", soort=soort, records=filled[soort])
