"""Split a page into its data, between two lines with ---, and its prose; nothing that can be typed makes it fail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ..errors import Mistake
from .plain_yaml import Data, read_data

_LARGEST = 1_000_000
"""Bytes in a file of text; the largest page has some sixty thousand."""
_RULE = "---"
# As Git marks two versions of the same lines, in a file that both have changed.
_TWO_VERSIONS = re.compile(r"(?:<{7}|>{7})(?: |$)")
_ALMOST = re.compile(r"[-–—]+[ \t]*$")
# Control characters, line ends of other kinds, marks of direction and signs without width: nobody sees that they are there.
# Two pictures are joined to one by such a sign. Lost is what could not be read, and a letter in UTF-8 that was read as one of
# Windows-1252.
_PICTURE = "[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]"
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u180e\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff]"
    f"|(?<!{_PICTURE})\u200d|\u200d(?!{_PICTURE})|(?P<lost>\ufffd|Ã[\u00a0-\u00bf]|â€[\u02dc\u2122\u0153\u201c\u201d\u00a6]?)"
)


@dataclass(eq=False)
class Parsed(Data):
    """A page as read: `data` from above, `body` below it (None where that isn't known), mistakes found on the way.

    One is the same as another only when it is that one: both come from the same bytes under the same name then.
    """

    text: str = ""
    body: str | None = None
    body_line: int = 1


def parse(file: Path, name: str) -> Parsed:
    """Read `file`; `name` is how mistakes refer to it. Never raises for bad content. Not to be changed: others have it too."""
    wrong: list[Mistake] = []
    raw = _bytes(file, name, wrong)
    return Parsed(mistakes=wrong, text=_salvaged(_beginning(file))) if raw is None else _parsed(raw, name)


@cache
def _parsed(raw: bytes, name: str) -> Parsed:
    """Kept, for who reads a folder once more after a change, or a copy of it, has few pages that differ."""
    parsed = Parsed()
    text = _text(raw, name, parsed.mistakes)
    if text is None:
        parsed.text = _salvaged(raw)
        return parsed
    parsed.text = text

    lines = text.split("\n")
    closed = [number for number, line in enumerate(lines) if line.rstrip(" \t") == _RULE]
    if not text.strip():
        wrong = Mistake(
            name, "dit bestand is leeg", 1, expected="de gegevens tussen twee regels met `---`, en dan de tekst"
        )
    elif closed and closed[0] and not any(line.strip() for line in lines[: closed[0]]):
        wrong = Mistake(name, "boven de gegevens staat nog iets", 1, expected="`---` op de eerste regel")
    elif closed[:1] != [0]:
        wrong = Mistake(
            name,
            "de gegevens bovenaan ontbreken",
            1,
            expected="een eerste regel met alleen `---`, dan de gegevens, en weer een regel met alleen `---`",
        )
    elif len(closed) == 1:
        # A word processor makes one dash of three, and a finger slips.
        almost = next((number for number, line in enumerate(lines) if number and _ALMOST.match(line)), None)
        wrong = Mistake(
            name,
            "de gegevens bovenaan worden niet afgesloten",
            1 if almost is None else almost + 1,
            value=None if almost is None else lines[almost].strip(),
            expected="een regel met alleen `---` onder de gegevens",
        )
    else:
        parsed.body = "\n".join(lines[closed[1] + 1 :])
        parsed.body_line = closed[1] + 2
        read_data("\n".join(lines[1 : closed[1]]), name, 2, parsed)
        return parsed
    parsed.mistakes.append(wrong)
    return parsed


def read_text(file: Path, name: str, mistakes: list[Mistake]) -> str | None:
    """The text of `file`, with line ends as one sign and without what nobody sees; None when it can't be read."""
    raw = _bytes(file, name, mistakes)
    return None if raw is None else _text(raw, name, mistakes)


def _bytes(file: Path, name: str, mistakes: list[Mistake]) -> bytes | None:
    try:
        if file.stat().st_size > _LARGEST:
            size = f"{file.stat().st_size // 1_000_000} MB"
            mistakes.append(Mistake(name, "dit bestand is te groot", value=size, expected="hooguit 1 MB tekst"))
            return None
        return file.read_bytes()
    except OSError:
        mistakes.append(unreadable(name))
        return None


def unreadable(name: str) -> Mistake:
    return Mistake(name, "dit bestand is niet te lezen", expected="een bestand dat je mag openen")


def unseen(text: str) -> str | None:
    """The first sign in `text` that nobody sees, as `U+200B`, or what stands in the place of a letter that was lost."""
    found = _UNSEEN.search(text)
    return found and (found["lost"] or f"U+{ord(found[0]):04X}")


def hidden(text: str, typed: str) -> Iterator[tuple[str, str, str]]:
    """What nobody sees in a value among data that are `typed`: there it has a name, such as `\\x1b`, or a line.

    A mistake, what was expected, and what stands there.
    """
    if "\\" in typed and (found := unseen(text)):
        yield "hier staat een teken dat niemand ziet", "de regel opnieuw getypt, zonder `\\`", found
    elif "\n" in text.strip():
        first, _, rest = text.strip().partition("\n")
        yield "hier begint een nieuwe regel", "alles op één regel, zonder `|`, `>` of `\\n`", rest or first


def _text(raw: bytes, name: str, mistakes: list[Mistake]) -> str | None:
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        mistakes.append(
            Mistake(name, "het bestand is niet in UTF-8 opgeslagen", line, expected="een tekstbestand in UTF-8")
        )
        return None
    lines = text.split("\n")
    if both := next((number for number, line in enumerate(lines, 1) if _TWO_VERSIONS.match(line)), None):
        mistakes.append(
            Mistake(
                name,
                "hier staan twee versies van dezelfde regels onder elkaar",
                both,
                expected="een van de twee, zonder de regels die met `<<<<<<<`, `=======` en `>>>>>>>` beginnen",
            )
        )
        return None
    for number, line in enumerate(lines, 1):
        if found := unseen(line):
            mistakes.append(
                Mistake(
                    name,
                    "hier staat een teken dat niemand ziet"
                    if found.startswith("U+")
                    else "hier is een teken verloren gegaan",
                    number,
                    value=found,
                    expected="de regel opnieuw getypt",
                )
            )
    return _UNSEEN.sub("", text)


def _salvaged(raw: bytes) -> str:
    """What can't be read as text, for its ids still count as taken; in UTF-16 they have zeros between the letters."""
    return raw.decode("utf-8", errors="replace").replace("\0", "")


def _beginning(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(_LARGEST)
    except OSError:
        return b""
