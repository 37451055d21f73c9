"""What every print of one build shares, so that it is handed on as one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ..knowledge.kennisbank import Kennisbank
from .deck.links import qr_name, qr_svg
from .press.document import Document
from .press.fonts import families_and_characters
from .press.store import PrintStore

MAKER = "Samen leren balanceren"
"""Who made a print, as its properties say."""


Print = Callable[["PrintShop"], bytes]
"""How one file is printed: a function of its module with all but the shop, so that it can be asked of another process."""


@dataclass(frozen=True)
class PrintShop:
    """The knowledge, the public address of an id, and where fonts, pictograms and earlier prints lie.

    `fonts` is a folder of TTF files, see `static_fonts`; `signs` that of the pictograms. Of a `trial` the QR codes lead
    nowhere, and every print says so. Without a `store` all is made anew.
    """

    bank: Kennisbank
    address: Callable[[str], str]
    fonts: Path
    signs: Path
    store: PrintStore | None = None
    trial: bool = False

    @property
    def characters(self) -> frozenset[str]:
        """What can be printed; raises ContentError when there are no fonts."""
        return families_and_characters(self.fonts)[1]

    def document(self, template: str, data: dict, urls: Iterable[str]) -> Document:
        """A tagged document of this shop, PDF/UA-1, with the QR codes of `urls` at hand."""
        codes = {qr_name(url): partial(_code, url) for url in urls}
        families, _ = families_and_characters(self.fonts)
        own = {"maker": MAKER, "lettertype": families, "proefadres": self.trial}
        return Document(template, data | own, self.fonts, codes, pdf_standards=["ua-1"])

    def kept(self, key: bytes, make: Callable[[], bytes]) -> bytes:
        """What `make` gives, or what it gave before for the same `key`."""
        return self.store.get(key, make) if self.store else make()


def _code(url: str) -> bytes:
    return qr_svg(url).encode()
