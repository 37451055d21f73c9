"""The entries as one file: texts as they are shown, prose as numbers of words, which is a third of its size."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable

from ..knowledge.kennisbank import Kennisbank
from .entries import Entry, Part, entries
from .stop import STOP
from .words import words

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
# What JSON writes as it is.
_SIGNS = "".join(chr(code) for code in range(35, 127) if chr(code) != "\\")[:90]
_HALF = 45
# In how many sections a word may stand for it to tell them apart: one in so many of a large site, and a few of any.
_COMMON, _FEW = 45, 10


def search_index(bank: Kennisbank, address: Callable[[str], str]) -> str:
    """JSON of all that can be found in `bank`; `address` gives the address of a page by its path.

    `pages` are columns, which pack better than rows: address, room, kind, standing, own names, synonyms, asked names, sentence,
    items and sections of each page. An item is a row of place, anchor, head, text and perhaps asked names; a section of
    heading, and its anchor where that isn't the words of the heading. `words` are the words of all sections in alphabetical
    order, each as the count of letters that it shares with the one before and the rest; `found` for each of them the sections
    that have it, numbered through all pages, as steps from one to the next.
    """
    found = list(entries(bank))
    rooms = _distinct(entry.room for entry in found)
    kinds = _distinct(entry.kind for entry in found)
    places = _distinct(part.kind for entry in found for part in entry.items)
    terms = _terms(found)
    rows = (
        [
            address(entry.path),
            rooms.index(entry.room),
            kinds.index(entry.kind),
            entry.standing,
            entry.names.own,
            entry.names.synonyms,
            entry.names.asked,
            entry.sentence,
            [_item(part, places) for part in entry.items],
            [_section(part) for part in entry.sections],
        ]
        for entry in found
    )
    return json.dumps(
        {
            "rooms": rooms,
            "kinds": kinds,
            "places": places,
            "stop": sorted(STOP),
            "pages": list(zip(*rows)),
            "words": " ".join(_shortened(sorted(terms))),
            "found": " ".join(_steps(terms[word]) for word in sorted(terms)),
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def _item(part: Part, places: list[str]) -> list:
    row = [places.index(part.kind), part.anchor, part.head, part.text]
    return [*row, part.asked] if part.asked else row


def _section(part: Part) -> list[str]:
    return [part.head] if part.anchor == "-".join(words(part.head)) else [part.head, part.anchor]


def _distinct(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(values))


def _terms(found: list[Entry]) -> dict[str, list[int]]:
    """The numbers of the sections that have a word, in order, by word; without what tells nothing more.

    A name, a sentence or an item of the page says better that it has a word; and a word of very many sections says of none what
    it is about.
    """
    terms: dict[str, list[int]] = {}
    number = 0
    for entry in found:
        names = [*entry.names.own, *entry.names.synonyms, *entry.names.asked, entry.sentence]
        said = set(words(" ".join([*names, *(f"{item.head} {item.text}" for item in entry.items)]))) | STOP
        for part in entry.sections:
            for word in set(words(part.text)) - said:
                terms.setdefault(word, []).append(number)
            number += 1
    most = max(number // _COMMON, _FEW)
    return {word: numbers for word, numbers in terms.items() if len(numbers) <= most}


def _shortened(ordered: list[str]) -> Iterable[str]:
    """Each word as the count of letters that it shares with the one before, in base 36, and its other letters."""
    before = ""
    for word in ordered:
        same = next((i for i, (a, b) in enumerate(zip(word, before)) if a != b), min(len(word), len(before)))
        yield f"{_DIGITS[min(same, 35)]}{word[min(same, 35) :]}"
        before = word


def _steps(numbers: list[int]) -> str:
    """Each step as digits in base 45, the lowest first; all but the last of a step are of the upper half of the signs."""
    return "".join(_step(number - before) for before, number in zip([-1, *numbers], numbers))


def _step(number: int) -> str:
    rest, digit = divmod(number, _HALF)
    return _SIGNS[digit + _HALF] + _step(rest) if rest else _SIGNS[digit]
