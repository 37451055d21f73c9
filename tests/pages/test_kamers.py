"""Proves that the rooms read each other one way only, and that the page shows them as they are."""

import ast
import re
from collections import Counter

import pytest
from lxml import html

from macros.pages.kamers.macro import PYTHON, drawing, kamers, rooms
from tests.conftest import ROOT, site_of

README = (ROOT / "README.md").read_text(encoding="utf-8")
WINGS = ("pages", "cards", "exchange", "search")
FLOORS = ({"knowledge"}, set(WINGS), {"publish"}, {"macros"})
INSIDE = (
    {"cards/paper", "knowledge/errors", "knowledge/items"},
    {"cards/deck", "cards/pdf", "cards/press", "exchange/lms", "exchange/open", "publish/editions"},
    {"knowledge/files", "knowledge/prose", "knowledge/records", "publish/addresses"},
    {"knowledge/checks", "publish/made"},
    {"publish/built"},
    {"cards", "exchange", "knowledge", "publish"},
)


def wrong(found) -> list[str]:
    """Arrows that don't lead down, between the rooms and within a room."""
    floor = {name: number for number, names in enumerate(FLOORS) for name in names}
    inner = {name: number for number, names in enumerate(INSIDE) for name in names}
    return [
        f"{room.name} -> {other}"
        for room in found
        for other in room.reads
        if (
            inner[room.name] <= inner[other]
            if room.wing == other.split("/")[0]
            else floor[room.wing] <= floor[other.split("/")[0]]
        )
    ]


def spoilt(tmp_path, file: str, line: str):
    """The rooms of a copy in which `file` begins with `line`."""
    for source in PYTHON.rglob("*.py"):
        copy = tmp_path / "macros" / source.relative_to(PYTHON)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(
            (f"{line}\n" if copy == tmp_path / "macros" / file else "") + source.read_text(encoding="utf-8")
        )
    return rooms(tmp_path / "macros")


def test_the_arrows_run_one_way():
    found = rooms(PYTHON)
    assert {room.wing for room in found} == set().union(*FLOORS) and wrong(found) == []


def asking_mkdocs(folder) -> set[str]:
    return {
        path.relative_to(folder.parent).as_posix()
        for path in folder.rglob("*.py")
        if re.search(r"^\s*(?:from|import) mkdocs\b", path.read_text(encoding="utf-8"), re.M)
    }


def test_the_readme_names_all_python_that_knows_mkdocs(tmp_path):
    (told,) = re.findall(r"What we ask of MkDocs stands in (.*?); no other Python knows it", README, re.S)
    # In the first file mkdocs-macros calls us, and we import nothing of it.
    assert asking_mkdocs(PYTHON) | {"macros/__init__.py"} == set(re.findall(r"`([^`]+\.py)`", told))
    spoilt(tmp_path, "pages/site.py", "import mkdocs")
    assert "macros/pages/site.py" in asking_mkdocs(tmp_path / "macros")


@pytest.mark.parametrize(
    "file, line, arrow",
    [
        ("exchange/apa.py", "from ..pages.sorting import sort_key", "exchange -> pages"),
        ("pages/lijn/macro.py", "from macros import cards", "pages -> cards"),
        ("cards/deck/links.py", "from ..press import store", "cards/deck -> cards/press"),
        ("knowledge/prose/links.py", "from .. import files", "knowledge/prose -> knowledge/files"),
    ],
)
def test_an_arrow_to_a_neighbour_is_caught(tmp_path, file, line, arrow):
    assert wrong(spoilt(tmp_path, file, line)) == [arrow]


@pytest.mark.parametrize(
    "file, line, circle",
    [
        ("knowledge/once.py", "def late():\n    from ..pages import site", "knowledge -> pages -> knowledge"),
        ("cards/paper/forms.py", "import macros.cards.deck.decks", "cards/deck -> cards/paper -> cards/deck"),
    ],
)
def test_rooms_that_read_each_other_stop_the_build(tmp_path, file, line, circle):
    with pytest.raises(ValueError, match=f"rooms read each other: .*{circle}"):
        spoilt(tmp_path, file, line)


def named_twice(python) -> set[str]:
    """The names that more than one class in folder `python` has, those for their own module left out."""
    trees = [ast.parse(file.read_text(encoding="utf-8")) for file in python.rglob("*.py")]
    names = Counter(one.name for tree in trees for one in tree.body if isinstance(one, ast.ClassDef))
    return {name for name, count in names.items() if count > 1 and not name.startswith("_")}


def test_one_name_is_one_class(tmp_path):
    assert named_twice(PYTHON) == set()
    for name in ("one", "other"):
        (tmp_path / f"{name}.py").write_text("class Groep: ...\nclass _Page: ...\n")
    assert named_twice(tmp_path) == {"Groep"}


def test_nothing_in_knowledge_knows_what_is_around_it():
    """Neither MkDocs, nor HTML, nor Typst, nor a template."""
    known = {
        line.split()[1].split(".")[0]
        for file in (PYTHON / "knowledge").rglob("*.py")
        for line in file.read_text(encoding="utf-8").splitlines()
        if re.match(r"(from|import) [a-z]", line)
    }
    assert "pydantic" in known and known & {"mkdocs", "typst", "jinja2", "markupsafe", "lxml", "pikepdf"} == set()


def test_the_table_tells_every_room_with_its_lines_and_what_it_reads():
    tree = html.fromstring(kamers(site_of(ROOT / "docs", "over/bouwen.md")))
    rows = {row.findtext("th/code"): [cell.text_content() for cell in row.iter("td")] for row in tree.iter("tr")}
    lines = sum(file.read_text(encoding="utf-8").count("\n") for file in (PYTHON / "knowledge/errors").glob("*.py"))
    assert rows["knowledge/errors/"] == [str(lines), "niemand"]
    assert rows["knowledge/records/"][1] == "knowledge/items/"
    assert (faces := [name for name in rows if name][0]) == "hooks, building, preview, __init__"
    assert set(faces.split(", ")) == {file.stem for file in PYTHON.glob("*.py")}, "a module in no room isn't named"


def test_in_the_drawing_every_arrow_goes_down_between_two_boxes():
    boxes, arrows, height = drawing(rooms(PYTHON))
    assert {box.label for box in boxes} >= {*WINGS, "knowledge", "publish", "paper", "deck", "press"}
    assert len(arrows) == 29
    for x, y, to_x, to_y in arrows:
        assert 0 < y < to_y < height
        assert any(box.x < x < box.x + box.width and box.y + box.height == y for box in boxes)
        assert any(box.x < to_x < box.x + box.width and box.y == to_y for box in boxes)
