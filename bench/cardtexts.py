"""What stands where on each side of a card, without measuring: the data of a face as panels for the HTML template.

A panel has a head, a large text, blocks, and a foot. Blocks have lines, and lines can have lines below them. A loose card
has one panel a side, a fold card two.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator

On = Callable[[str], bool]
FIELD_QUESTIONS = (
    "Waar sta je van nature?",
    "Waar heeft deze situatie je nodig?",
    "Welk klein stapje wil je proberen?",
)
_OTHER = re.compile(r"[\W_]")


def letters(text: str) -> str:
    """Letters and digits of `text`: what is left when lines are broken elsewhere."""
    return _OTHER.sub("", unicodedata.normalize("NFKC", text))


def holds(page: str, text: str) -> bool:
    """Whether `text` is among the `letters` of a page: a bold word before it can cut it in two after its first line."""
    words = text.split()
    runs = [letters("".join(words[start : start + 3])) for start in range(max(1, len(words) - 2))]
    return 2 * sum(run in page for run in runs) >= len(runs)


def panels(face: dict, side: str, on: On, height: float) -> list[dict]:
    """The panels of one side, `voor` or `achter`, of a face as `face_data` tells it; `on` tells which texts are on it."""
    kinds = {
        "vraag": _question,
        "veld": _field,
        "tekst": _text,
        "groep": _text,
        "werkkaart": _fold_card,
        "instructie": _instruction,
        "spelregels": _rules,
        "leeg": _blank,
    }
    found = list(kinds[face["soort"]](face, side == "voor", height))
    for panel in found:
        panel["blocks"] = list(_kept(panel["blocks"], on))
    if face["soort"] == "werkkaart" and side == "achter":
        return _parted(*found, on)
    return found


def _panel(face: dict, left: str, **more) -> dict:
    # An explanation, a blank and a fold card know of no fold cards beside them.
    numbers = face.get("werkkaarten", ())
    return {
        "left": left,
        "under": None,
        "kind": "woord",
        "large": None,
        "mark": None,
        "drawing": None,
        "part": False,
        "blocks": [],
        "line": None,
        "motif": None,
        "number": None,
        "lines": 0,
        "ruler": False,
        "note": None,
        "facts": (),
        "way": False,
        "address": False,
        "beside": f"Werkkaart {', '.join(map(str, numbers))}" if numbers else None,
        "face": face,
    } | more


def _block(head: str | None, text: str | None = None, lines: Iterable = (), kind: str | None = None, **more) -> dict:
    """A block; a line of it is a text, or (head, text, lines below it)."""
    lines = [(None, line, ()) if isinstance(line, str) else line for line in lines]
    return {
        "head": head,
        "text": text,
        "kind": kind,
        "large": None,
        "sign": None,
        "colour": None,
        "lines": [
            {"mark": str(number) if kind == "stappen" else None, "head": head, "text": text, "below": list(below)}
            for number, (head, text, below) in enumerate(lines, 1)
        ],
    } | more


def _back(face: dict, blocks: Iterable[dict], under: str | None = None, **more) -> dict:
    """The back of a loose card: the name of its deck, `under` it what says more, and below all the way to the page."""
    said = under and under.lower() not in face["set"].lower()
    return _panel(face, face["set"], under=under if said else None, blocks=list(blocks), way=True, **more)


def _question(face: dict, front: bool, height: float) -> Iterator[dict]:
    # On the front where it is short.
    more = _block(None, face["toelichting"])
    if front:
        yield _panel(
            face,
            face["veld"],
            kind="zin",
            large=face["vraag"],
            mark=face["gericht"],
            blocks=[more],
            line=face["polen"],
            motif=None if face["polen"] else "round",
        )
        return
    rule = face["spelregel"]
    blocks = [
        _block("Om op door te gaan" if face["deelvragen"] else None, None, face["deelvragen"], "vragen"),
        more,
        *([_block(rule["kop"], rule["tekst"])] if rule else ()),
    ]
    yield _back(face, [*blocks, *([] if face["deelvragen"] or rule else _poles(face))])


def _field(face: dict, front: bool, height: float) -> Iterator[dict]:
    if front:
        yield _panel(face, f"Spanningsveld {face['nummer']}", large=face["titel"], line=face["polen"])
    else:
        questions = _block("Drie vragen bij de lijn", None, FIELD_QUESTIONS, "vragen")
        yield _back(face, [*_poles(face, signs=True), questions], face["titel"])


def _poles(face: dict, signs: bool = False) -> list[dict]:
    return [
        _block(pole["kort"], pole["uitleg"], sign=pole["teken"] if signs else None, colour=pole["kleur"])
        for pole in face["polen"] or ()
    ]


def _text(face: dict, front: bool, height: float) -> Iterator[dict]:
    # On the front when there is room, else at the top of the back.
    small = _block(None, face["klein"])
    if front:
        facts = _block(None, None, [(f"{name}:", value, ()) for name, value in face["feiten"]])
        yield _panel(
            face,
            face["label"],
            kind=face["aard"],
            large=face["groot"],
            mark=face["gericht"],
            drawing=face["tekening"],
            part=face["rang"] == "deel",
            blocks=[small, facts],
            motif="strip",
        )
    else:
        blocks = [_block(block["kop"], block["tekst"], block["regels"], block["soort"]) for block in face["achter"]]
        yield _back(face, [small, *blocks], line=face["polen"])


def _instruction(face: dict, front: bool, height: float) -> Iterator[dict]:
    points = [_point(point) for point in face["punten"]]
    if front:
        yield _panel(face, "Set kaarten", kind="titel", large=face["titel"], blocks=points)
    else:
        yield _back(face, points, ruler=height > 100, address=True)


def _rules(face: dict, front: bool, height: float) -> Iterator[dict]:
    if front:
        heads = [_block(f"{number} {point['kop']}", large="zin") for number, point in enumerate(face["punten"], 1)]
        yield _panel(face, face["titel"], blocks=heads, motif="round")
    else:
        yield _back(face, [_block(None, None, [point["tekst"] for point in face["punten"]], "stappen")], face["titel"])


def _point(point: dict) -> dict:
    return _block(None, None, [(_sentence(point["kop"]), point["tekst"], point["punten"])])


def _sentence(head: str | None) -> str | None:
    return head and head + ("" if head[-1] in ".?!" else ".")


def _blank(face: dict, front: bool, height: float) -> Iterator[dict]:
    if front:
        yield _panel(face, face["titel"], lines=4, motif="empty" if face["lijn"] else "strip")
    else:
        yield _back(face, (), "Om op door te gaan", lines=4)


def _fold_card(face: dict, front: bool, height: float) -> Iterator[dict]:
    head = f"Werkkaart {face['nummer']} {face['titel']}"
    if not front:
        yield _panel(face, head, blocks=_sections(face["binnen"]))
        return
    yield _panel(face, head, blocks=_sections(face["rug"]), way=True, address=True)
    yield _panel(
        face,
        "Werkkaart",
        large=face["titel"],
        number=face["nummer"],
        blocks=[
            _block(None, face["doel"]),
            _block("Wanneer pak je deze kaart?", None, face["wanneer"], "punten"),
        ],
        facts=[f"{name}: {value}" for name, value in face["praktisch"]],
    )


def _sections(sections: list[dict]) -> list[dict]:
    """Every section as blocks of one line each, so that a panel can end after any of them."""
    blocks = []
    for section in sections:
        blocks += [
            _block(section["kop"], large="kop"),
            _block(None, section["inleiding"]),
            *map(_label, section["voor"]),
        ]
        kind = {"oefening": "stappen"}.get(section["soort"], section["soort"])
        lines = [
            (_sentence(item["kop"]), item["tekst"], [*item["punten"], *item["vragen"]]) for item in section["items"]
        ]
        whole = _block(None, None, lines, kind)
        blocks += [{**whole, "lines": [line]} for line in whole["lines"]]
        blocks += map(_label, section["na"])
    return blocks


def _label(part: dict) -> dict:
    sentences = any(line[-1] in ".?!" for line in part["regels"])
    return _block(None, None, [(f"{part['kop']}:", (" " if sentences else ", ").join(part["regels"]), ())])


def _kept(blocks: list[dict], on: On) -> Iterator[dict]:
    """The blocks without the texts that are not on this side."""
    for block in blocks:
        lines = [
            {
                **line,
                "head": line["head"] if line["head"] and on(line["head"]) else None,
                "text": line["text"] if on(line["text"]) else None,
                "below": [text for text in line["below"] if on(text)],
            }
            for line in block["lines"]
        ]
        kept = {
            **block,
            "text": block["text"] if block["text"] and on(block["text"]) else None,
            "head": block["head"] if block["head"] and on(block["head"]) else None,
            "lines": [line for line in lines if line["text"] or line["head"] and not line["head"].endswith(":")],
        }
        if kept["text"] or kept["lines"] or kept["head"]:
            yield kept


def _parted(inside: dict, on: On) -> list[dict]:
    """The two inside panels of a fold card, each with about half of the text."""
    size = [len(str(block)) for block in inside["blocks"]]
    half = next((n for n in range(len(size)) if sum(size[:n]) >= sum(size) / 2), len(size))
    notes = 4 if on("Aantekeningen") else 0
    return [
        inside | {"blocks": inside["blocks"][:half], "lines": notes, "note": "Aantekeningen" if notes else None},
        inside | {"blocks": inside["blocks"][half:], "lines": notes},
    ]
