"""Editions: the site as it was on a day, kept in a file with its checksum, and shown as it was for as long as the site lasts."""

from .changes import Verschil, differences
from .make import make_edition
from .shelf import FOLDER as EDITIONS
from .shelf import Editie, Wijziging, checksums, items_of, offered, read_changes, shelf, unpack, withdrawn

__all__ = [
    "EDITIONS",
    "Editie",
    "Verschil",
    "Wijziging",
    "checksums",
    "differences",
    "items_of",
    "make_edition",
    "offered",
    "read_changes",
    "shelf",
    "unpack",
    "withdrawn",
]
