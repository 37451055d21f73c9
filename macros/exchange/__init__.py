"""What leaves for other systems: citations and lists of works, one format one module, from records to text."""

from collections.abc import Callable, Iterable

from ..knowledge.items import Referentie
from .apa import Entry, bibliography
from .bibtex import bibtex
from .citation import Citaat, citation
from .csl import csl_json
from .ris import ris

__all__ = ["Citaat", "EXPORTS", "Entry", "bibliography", "bibtex", "citation", "csl_json", "ris"]

EXPORTS: dict[str, Callable[[Iterable[Referentie]], str]] = {"json": csl_json, "bib": bibtex, "ris": ris}
"""Per file extension: from works to the text of a file that reference managers read."""
