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


def _panel(face: dict, left: str, right: str | None = None, **more) -> dict:
    return {
        "left": left,
        "right": face["id"] if right is None else right,
        "kind": "woord",
        "large": None,
        "mark": None,
        "sign": None,
        "blocks": [],
        "line": None,
        "strip": None,
        "round": None,
        "lines": 0,
        "ruler": False,
        "note": None,
        "foot": None,
        "before": None,
        "source": None,
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


def _foot(face: dict, text: str) -> dict:
    numbers = list(map(str, face.get("werkkaarten") or ()))
    beside = (
        f"Past bij werkkaart {' en '.join(filter(None, (', '.join(numbers[:-1]), numbers[-1])))}" if numbers else None
    )
    return {"foot": [text, beside]}


def _question(face: dict, front: bool, height: float) -> Iterator[dict]:
    if front:
        yield _panel(
            face,
            face["veld"],
            kind="zin",
            large=face["vraag"],
            mark=face["gericht"],
            line=face["polen"],
            round=None if face["polen"] else "",
        )
        return
    rule = face["spelregel"]
    blocks = [
        _block("Om op door te gaan" if face["deelvragen"] else None, None, face["deelvragen"], "vragen"),
        _block(None, face["toelichting"]),
        *([_block(rule["kop"], rule["tekst"])] if rule else ()),
    ]
    alone = not face["deelvragen"] and not face["toelichting"]
    yield _panel(
        face, face["veld"], blocks=[*blocks, *(_poles(face) if alone else ())], **_foot(face, "Meer bij deze vraag")
    )


def _field(face: dict, front: bool, height: float) -> Iterator[dict]:
    if front:
        yield _panel(face, f"Spanningsveld {face['nummer']}", large=face["titel"], line=face["polen"])
    else:
        questions = _block("Drie vragen bij de lijn", None, FIELD_QUESTIONS, "vragen")
        yield _panel(
            face, face["titel"], blocks=[*_poles(face), questions], **_foot(face, "Alles bij dit spanningsveld")
        )


def _poles(face: dict) -> list[dict]:
    return [
        _block(pole["kort"], pole["uitleg"], sign=pole["teken"], colour=pole["kleur"]) for pole in face["polen"] or ()
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
            blocks=[small, facts],
            strip=face["teken"],
        )
    else:
        blocks = [_block(block["kop"], block["tekst"], block["regels"], block["soort"]) for block in face["achter"]]
        left = face["label"] if face["label"] == face["set"] else f"{face['set']}: {face['label']}"
        yield _panel(
            face,
            left,
            blocks=[small, *blocks],
            note=face["noot"],
            line=face["polen"],
            **_foot(face, "Meer bij deze kaart"),
        )


def _instruction(face: dict, front: bool, height: float) -> Iterator[dict]:
    points = [_point(point) for point in face["punten"]]
    if front:
        yield _panel(face, "Set kaarten", kind="titel", large=face["titel"], sign=face["teken"], blocks=points)
    else:
        yield _panel(
            face, face["titel"], blocks=points, ruler=height > 100, **_foot(face, "De hele set en meer uitleg")
        )


def _rules(face: dict, front: bool, height: float) -> Iterator[dict]:
    if front:
        yield _panel(
            face, face["titel"], blocks=[_block(point["kop"], large="zin") for point in face["punten"]], round=""
        )
    else:
        yield _panel(
            face,
            face["titel"],
            blocks=[_point(point) for point in face["punten"]],
            **_foot(face, "Meer uitleg op de site"),
        )


def _point(point: dict) -> dict:
    return _block(None, None, [(_sentence(point["kop"]), point["tekst"], point["punten"])])


def _sentence(head: str | None) -> str | None:
    return head and head + ("" if head[-1] in ".?!" else ".")


def _blank(face: dict, front: bool, height: float) -> Iterator[dict]:
    if front:
        yield _panel(face, face["titel"], "", lines=4, strip=None if face["lijn"] else face["teken"])
    else:
        yield _panel(face, "Om op door te gaan", "", lines=4, **_foot(face, "De hele set"))


def _fold_card(face: dict, front: bool, height: float) -> Iterator[dict]:
    if not front:
        yield _panel(face, f"Werkkaart {face['nummer']} {face['titel']}", blocks=_sections(face["binnen"]))
        return
    yield _panel(
        face,
        f"Werkkaart {face['nummer']} {face['titel']}",
        blocks=_sections(face["rug"]),
        source=f"Vrij bewerkt naar {'; '.join(face['bron'])}.",
        before="De hele tekst: ",
    )
    when = _block("Wanneer pak je deze kaart?", None, face["wanneer"], "punten")
    facts = [f"{name}: {value}" for name, value in face["praktisch"]]
    yield _panel(
        face,
        "Werkkaart",
        large=face["titel"],
        round=str(face["nummer"]),
        blocks=[_block(None, face["doel"]), when],
        foot=facts,
        before="Alles bij deze kaart: ",
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
