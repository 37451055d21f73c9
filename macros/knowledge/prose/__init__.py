"""How the prose of a page is read: headings, passages, links, macro calls, and what would look wrong on the page."""

from .links import relinked, resolve
from .prose import ANCHOR, PASSING, Heading, Mention, Prose, read_prose
from .traps import traps_in_data

__all__ = [
    "ANCHOR",
    "PASSING",
    "Heading",
    "Mention",
    "Prose",
    "read_prose",
    "relinked",
    "resolve",
    "traps_in_data",
]
