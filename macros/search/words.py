"""Words as search sees them, in text that an editor wrote; overrides/assets/js/zoeken/words.js reads what was typed alike."""

from __future__ import annotations

import html
import re
import unicodedata

# One letter says something only before a digit: A4, p2.
_WORD = re.compile(r"(?<![a-z])[a-z][0-9]+|[a-z]{2,}|[0-9]+")
_MACRO = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.S)
_ATTRIBUTES = re.compile(r"\{:[^}\n]*\}")
_LINK = re.compile(r"!?\[((?:[^\[\]]|\[[^\]]*\])*)\]\([^)]*\)")
_SIGNS = re.compile(r"^[ ]*(?:[#>*+-]+|\d+\.|\|)[ ]+|[*`|]|-{3,}|\(redactie\)", re.M)


def folded(text: str) -> str:
    """`text` in lower case and without accents, and with what is written small or in one sign as it reads: wij² is wij2."""
    apart = unicodedata.normalize("NFKD", text.lower())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def words(text: str) -> list[str]:
    """The words of `text`, folded, in order; signs part them."""
    return _WORD.findall(folded(text))


def plain(markdown: str) -> str:
    """What a reader sees of `markdown`, on one line: without macros, the targets of links and signs."""
    seen = _LINK.sub(r"\1", _ATTRIBUTES.sub(" ", _MACRO.sub(" ", markdown)))
    return " ".join(html.unescape(_SIGNS.sub(" ", seen)).split())
