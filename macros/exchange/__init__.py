"""What leaves for other systems: citations, packages for learning environments, metadata and data; one format one module."""

from collections.abc import Callable, Iterable

from ..knowledge.items import Referentie
from .apa import ListedWork, bibliography
from .bibtex import bibtex
from .citation import Citaat, Uitgave, citation
from .csl import csl_json
from .lms.cartridge import ALL, VERSIONS, cartridge
from .lms.course import course
from .open.coins import coins
from .open.jsonld import script as linked_data
from .open.licence import Licentie, chosen_licence
from .open.lom import sheet
from .open.origin import Afzender
from .ris import ris

__all__ = [
    "ALL",
    "EXPORTS",
    "VERSIONS",
    "Citaat",
    "ListedWork",
    "Afzender",
    "Licentie",
    "Uitgave",
    "bibliography",
    "bibtex",
    "cartridge",
    "chosen_licence",
    "citation",
    "coins",
    "course",
    "csl_json",
    "linked_data",
    "ris",
    "sheet",
]

EXPORTS: dict[str, Callable[[Iterable[Referentie]], str]] = {"json": csl_json, "bib": bibtex, "ris": ris}
"""Per file extension: from works to the text of a file that reference managers read."""
