"""The fonts, colours and drawings that all pages of a PDF share."""

from __future__ import annotations

from pikepdf import Dictionary

from .drawing import Obj


class Resources:
    """The fonts, colours and drawings of all faces, each by one name, for whatever comes to lie on a page together."""

    def __init__(self) -> None:
        self.all = Dictionary()
        self._known: dict[tuple, str] = {}

    def names(self, resources: Obj) -> dict[str, str]:
        """Take in the `resources` of a face; the new name of each by the old one."""
        found = {}
        for kind, entries in resources.items():
            if isinstance(entries, Dictionary):
                for name, value in entries.items():
                    # Krilla, which writes Typst's PDF, may give the same thing to each page as an object of its own.
                    key = (kind, value.objgen if value.is_indirect else value.unparse())
                    new = self._known.setdefault(key, f"/{name[1]}{len(self._known)}")
                    if kind not in self.all:
                        self.all[kind] = Dictionary()
                    self.all[kind][new] = value
                    found[name] = new
        return found
