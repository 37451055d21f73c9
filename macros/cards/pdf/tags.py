"""The tags of a PDF, by which a screen reader knows what is what (PDF 1.7, 14.7 and 14.8)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf

Tag = Any


def kids_of(tag: Tag) -> list[Tag]:
    """What is right below `tag`: tags, references to objects, and numbers of marked content."""
    kids = tag.get("/K", [])
    return [*kids] if isinstance(kids, Array) else [kids]


def tree_of(tag: Tag) -> Iterator[Tag]:
    """`tag` and the tags and references to objects below it."""
    if isinstance(tag, Dictionary):
        yield tag
        for kid in kids_of(tag):
            yield from tree_of(kid)


def speak(document: Pdf) -> None:
    """Let every tag say something, or go.

    A list item whose sign is drawn loses its label, and a link around a picture alone gets what the picture tells.
    """
    for tag in tree_of(document.Root.StructTreeRoot):
        if tag.get("/S") == Name.LI:
            tag.K = Array([kid for kid in kids_of(tag) if not _is_empty_label(kid)])
        if tag.get("/S") == Name.Link:
            pictures = [kid for kid in kids_of(tag) if isinstance(kid, Dictionary) and "/Alt" in kid]
            if pictures:
                tag.Alt = pictures[0].Alt


def _is_empty_label(tag: Tag) -> bool:
    return isinstance(tag, Dictionary) and tag.get("/S") == Name.Lbl and not len(kids_of(tag))
