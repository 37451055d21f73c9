"""The rooms of the Python and who reads whom, drawn from the imports themselves."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ..macro import macro, needs
from ..site import Site

PYTHON = Path(__file__).resolve().parents[2]
FACES = "hooks, building, preview, __init__"
"""The modules in no room: the faces towards MkDocs, what its events share, its preview, and mkdocs-macros."""
WIDTH, ROOM, GAP, EDGE = 480, 40, 36, 8
"""Of the drawing, in its own units: its width, the height of a room, the space between floors and around rooms in a room."""


@dataclass(frozen=True)
class Room:
    """A folder of Python: its path below `macros/`, its lines, and the rooms that it imports from."""

    name: str
    lines: int
    reads: tuple[str, ...]

    @property
    def wing(self) -> str:
        """The room that it is in, or itself."""
        return self.name.split("/")[0]


@dataclass(frozen=True)
class Box:
    """A room in the drawing: its place and size, and what it is called there."""

    label: str
    x: float
    y: float
    width: float
    height: float
    outer: bool = False

    @property
    def middle(self) -> float:
        return self.x + self.width / 2


@macro
@needs(styles=["kamers.css"])
def kamers(site: Site) -> str:
    """De kamers van de code, en wie uit welke leest.

    HTML of a drawing and of a table that says the same; raises ValueError when rooms read each other in a circle.
    """
    found = rooms(PYTHON)
    boxes, arrows, height = drawing(found)
    names = {room.name: FACES if room.name == PYTHON.name else f"{room.name}/" for room in found}
    table = [(names[room.name], room.lines, [names[name] for name in room.reads]) for room in found]
    values = {"vakken": boxes, "pijlen": arrows, "breed": WIDTH, "hoog": height, "rijen": table}
    return site.render("kamers/kamers.html.jinja", **values)


@cache
def rooms(python: Path) -> tuple[Room, ...]:
    """The rooms in folder `python`, from the one that nobody reads down to the one that reads nobody.

    Raises ValueError when rooms read each other in a circle: then there is no such order.
    """
    lines: dict[str, int] = {}
    reads: dict[str, set[str]] = {}
    for file in sorted(python.rglob("*.py")):
        here, text = _room(file, python), file.read_text(encoding="utf-8")
        lines[here] = lines.get(here, 0) + text.count("\n")
        named = {_room(target, python) for target in _imported(ast.parse(text), file, python)}
        reads.setdefault(here, set()).update(named - {here})
    floor = floors(reads)
    order = sorted(reads, key=lambda name: (-floor[name], name))
    return tuple(Room(name, lines[name], tuple(one for one in order if one in reads[name])) for name in order)


def floors(reads: dict[str, set[str]]) -> dict[str, int]:
    """How many floors each room is above the lowest that it leans on; raises ValueError for rooms in a circle."""
    found: dict[str, int] = {}

    def floor(name: str, above: tuple[str, ...]) -> int:
        if name in above:
            raise ValueError(f"rooms read each other: {' -> '.join((*above[above.index(name) :], name))}")
        if name not in found:
            found[name] = max((floor(one, (*above, name)) + 1 for one in sorted(reads[name])), default=0)
        return found[name]

    for name in reads:
        floor(name, ())
    return found


def drawing(found: Iterable[Room]) -> tuple[list[Box], list[tuple[float, float, float, float]], float]:
    """Boxes, arrows from (x, y) to (x, y) and the height of the whole; what follows from other arrows is left out."""
    wings: dict[str, list[Room]] = {}
    for room in found:
        wings.setdefault(room.wing, []).append(room)
    reads = {
        name: {one.split("/")[0] for room in inside for one in room.reads} - {name} for name, inside in wings.items()
    }
    boxes, arrows, whole, y = [], [], {}, EDGE
    for row in _rows(reads):
        inner = {
            name: _rows({room.name: set(room.reads) & {one.name for one in wings[name]} for room in wings[name]})
            for name in row
        }
        height = max(_height(len(rows)) for rows in inner.values())
        shares = {name: max(len(floor) for floor in rows) for name, rows in inner.items()}
        x, unit = EDGE, (WIDTH - 2 * EDGE - EDGE * (len(row) - 1)) / sum(shares.values())
        for name in row:
            box = Box(FACES if name == PYTHON.name else name, x, y, unit * shares[name], height, len(inner[name]) > 1)
            whole[name] = box
            boxes.append(box)
            if box.outer:
                within = _inside(box, inner[name])
                boxes += within.values()
                arrows += _arrows(within, {room.name: set(room.reads) & within.keys() for room in wings[name]})
            x += box.width + EDGE
        y += height + GAP
    return boxes, [*_arrows(whole, reads), *arrows], y - GAP + EDGE


def _inside(box: Box, rows: list[list[str]]) -> dict[str, Box]:
    """The rooms of a room, floor by floor; the room's own modules stand on top, under its name."""
    found = {}
    for index, row in enumerate(rows):
        width = (box.width - EDGE * (len(row) + 1)) / len(row)
        for place, name in enumerate(row):
            x, y = box.x + EDGE + place * (width + EDGE), box.y + EDGE + index * (ROOM + GAP)
            found[name] = Box(name.split("/")[-1], x, y, width, ROOM)
    return found


def _height(number: int) -> float:
    return ROOM if number == 1 else number * (ROOM + GAP) - GAP + 2 * EDGE


def _rows(reads: dict[str, set[str]]) -> list[list[str]]:
    """The names floor by floor, the highest first."""
    floor = floors(reads)
    return [sorted(name for name in reads if floor[name] == one) for one in range(max(floor.values()), -1, -1)]


def _arrows(boxes: dict[str, Box], reads: dict[str, set[str]]) -> Iterator[tuple[float, float, float, float]]:
    """From each box straight down to those that it reads at once, in the middle of what is above both."""
    for name in boxes:
        by_the_way = {far for near in reads[name] for far in _reached(near, reads)}
        for other in sorted(reads[name] - by_the_way):
            above, below = boxes[name], boxes[other]
            left, right = max(above.x, below.x), min(above.x + above.width, below.x + below.width)
            x = (left + right) / 2
            yield x, above.y + above.height, x, below.y


def _reached(name: str, reads: dict[str, set[str]]) -> set[str]:
    return {far for near in reads[name] for far in {near} | _reached(near, reads)}


def _room(file: Path, python: Path) -> str:
    """The nearest folder around `file` that is a package, by its path below `python`, whose own name stands for its face."""
    folder = next(one for one in file.parents if (one / "__init__.py").exists())
    return python.name if folder == python else folder.relative_to(python).as_posix()


def _imported(tree: ast.AST, file: Path, python: Path) -> Iterator[Path]:
    """The files of ours that a module takes something from, also where it does so within a function."""
    for node in _statements(tree):
        if isinstance(node, ast.Import):
            names = [alias.name.split(".") for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            here = list(file.relative_to(python.parent).parts[: -node.level]) if node.level else []
            names = [[*here, *(node.module or "").split("."), alias.name] for alias in node.names]
        else:
            continue
        for parts in (list(filter(None, name)) for name in names):
            if parts[0] == python.name:
                yield _file(python.parent.joinpath(*parts))


def _statements(node: ast.AST) -> Iterator[ast.AST]:
    """All that is below `node` but expressions, which import nothing and are most of a module."""
    for part in ("body", "orelse", "handlers", "finalbody", "cases"):
        for child in getattr(node, part, ()):
            yield child
            yield from _statements(child)


def _file(place: Path) -> Path:
    """The file of module or package `place`, or of the one that a name in it is taken from."""
    if place.is_dir():
        return place / "__init__.py"
    module = place.with_suffix(".py")
    return module if module.exists() else _file(place.parent)
