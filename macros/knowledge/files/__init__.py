"""How the folder of content is read: what is in it, and the data above each page, with the line of every value."""

from .content import (
    CHANGES,
    EDITION,
    EDITION_LIST,
    LEDGER,
    MOVES,
    PAGE,
    SHELF,
    Content,
    content_of,
    ledger_rows,
    plain_name,
    published_before,
)
from .frontmatter import Parsed, hidden, parse, read_text, unseen
from .pictures import PICTURES
from .plain_yaml import ADDED, Data, Path_, dotted, read_data, texts_in
from .yaml_mistakes import COLON

__all__ = [
    "ADDED",
    "CHANGES",
    "COLON",
    "EDITION",
    "EDITION_LIST",
    "LEDGER",
    "MOVES",
    "PAGE",
    "PICTURES",
    "SHELF",
    "Content",
    "Data",
    "Parsed",
    "Path_",
    "content_of",
    "dotted",
    "hidden",
    "ledger_rows",
    "parse",
    "plain_name",
    "published_before",
    "read_data",
    "read_text",
    "texts_in",
    "unseen",
]
