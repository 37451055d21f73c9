"""Reads a printed sheet by PDFium as somebody with a ruler, scissors and a phone would: in mm from the top left."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium
import zxingcpp

MM = 72 / 25.4
WHITE = (255, 255, 255)
BLANK = 6.5
"""What some office printers leave blank along every edge of a sheet, in mm; most leave 4.2."""


class Box(NamedTuple):
    x: float
    y: float
    width: float
    height: float

    def holds(self, x: float, y: float) -> bool:
        return self.x <= x <= self.x + self.width and self.y <= y <= self.y + self.height

    def room(self, left: float, top: float, right: float, bottom: float) -> float:
        """How far the nearest side of something lies within this box; less than 0 when it runs over."""
        return min(left - self.x, top - self.y, self.x + self.width - right, self.y + self.height - bottom)


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter with the edges of its ink, the point on the line of writing where it begins, and its size in pt."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    x: float
    y: float
    size: float
    upside_down: bool
    colour: tuple[int, int, int]
    after_space: bool

    @property
    def centre(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Shape:
    """A drawn shape: its edges, the colours of its inside and its stroke, and its ends when it is one straight line."""

    left: float
    top: float
    right: float
    bottom: float
    fill: tuple[int, int, int] | None
    stroke: tuple[int, int, int] | None
    line: tuple[float, float, float, float] | None = None
    dashed: bool = False

    @property
    def centre(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


class Code(NamedTuple):
    """A QR code as a phone reads it: what it says, its error level, its centre and width."""

    text: str
    level: str
    x: float
    y: float
    width: float


class Page:
    """One page of a PDF."""

    def __init__(self, document: pypdfium2.PdfDocument, index: int):
        self._page = document[index]
        self.width, self.height = (size / MM for size in self._page.get_size())

    @cached_property
    def letters(self) -> tuple[Letter, ...]:
        """Every letter, in the order in which it was set; spaces left out."""
        text = self._page.get_textpage()
        edges, origin = [ctypes.c_double() for _ in range(4)], [ctypes.c_double() for _ in range(2)]
        colour, matrix = [ctypes.c_uint() for _ in range(4)], pdfium.FS_MATRIX()
        found, space = [], False
        for index in range(text.count_chars()):
            sign = chr(pdfium.FPDFText_GetUnicode(text, index))
            pdfium.FPDFText_GetCharBox(text, index, *edges)
            left, right, bottom, top = (edge.value / MM for edge in edges)
            if sign.isspace() or right - left < 1e-4:
                space = True
                continue
            pdfium.FPDFText_GetCharOrigin(text, index, *origin)
            pdfium.FPDFText_GetFillColor(text, index, *colour)
            pdfium.FPDFText_GetMatrix(text, index, matrix)
            found.append(
                Letter(
                    sign,
                    left,
                    self.height - top,
                    right,
                    self.height - bottom,
                    origin[0].value / MM,
                    self.height - origin[1].value / MM,
                    pdfium.FPDFText_GetFontSize(text, index),
                    matrix.a < 0,
                    tuple(one.value for one in colour[:3]),
                    space,
                )
            )
            space = False
        return tuple(found)

    @cached_property
    def shapes(self) -> tuple[Shape, ...]:
        return tuple(self._shape(one) for one in self._page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH]))

    def _shape(self, path) -> Shape:
        left, bottom, right, top = (edge / MM for edge in _on_page(path, path.get_bounds()))
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
        line = self._line(path) if pdfium.FPDFPath_CountSegments(path) == 2 else None
        top, bottom = self.height - top, self.height - bottom
        if line and pdfium.FPDFPageObj_GetLineCap(path) == pdfium.FPDF_LINECAP_BUTT:
            # PDFium adds the pen at the ends as well, where such a line has none.
            x1, y1, x2, y2 = line
            left, right, top, bottom = (x1, x2, top, bottom) if x2 - x1 > y2 - y1 else (left, right, y1, y2)
        return Shape(
            left,
            top,
            right,
            bottom,
            _colour(path, pdfium.FPDFPageObj_GetFillColor) if fill.value else None,
            _colour(path, pdfium.FPDFPageObj_GetStrokeColor) if stroke.value else None,
            line,
            pdfium.FPDFPageObj_GetDashCount(path) > 0,
        )

    def _line(self, path) -> tuple[float, float, float, float]:
        matrix, x, y, ends = path.get_matrix(), ctypes.c_float(), ctypes.c_float(), []
        for index in range(2):
            pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFPath_GetPathSegment(path, index), x, y)
            along, up = matrix.on_point(x.value, y.value)
            along, up, _, _ = _on_page(path, (along, up, along, up))
            ends.append((along / MM, self.height - up / MM))
        (x1, y1), (x2, y2) = sorted(ends)
        return x1, min(y1, y2), x2, max(y1, y2)

    def picture(self, dpi: int):
        """The page in greys, as an office printer makes it."""
        return self._page.render(scale=dpi / 72, grayscale=True).to_pil()

    @property
    def codes(self) -> list[Code]:
        """The QR codes, read from the page as printed at 300 dpi."""
        return codes_in(self.picture(300), 300)

    @property
    def trims(self) -> list[Box]:
        """White rectangles as large as a card: where it will be cut."""
        return [
            Box(one.left, one.top, one.right - one.left, one.bottom - one.top)
            for one in self.shapes
            if one.fill == WHITE and one.stroke is None and one.right - one.left > 50 and one.bottom - one.top > 50
        ]

    @property
    def cuts(self) -> list[Shape]:
        """Lines that begin or end at an edge of the page: what could be taken for a cut or a fold."""
        return [
            one
            for one in self.shapes
            if one.line
            and (min(one.line[:2]) < 0.05 or one.line[2] > self.width - 0.05 or one.line[3] > self.height - 0.05)
        ]

    @property
    def ink(self) -> list[Letter | Shape]:
        """Everything that is printed on a card, so no cut lines and no white."""
        cuts = self.cuts
        return [
            *self.letters,
            *(one for one in self.shapes if one not in cuts and (one.fill not in (None, WHITE) or one.stroke)),
        ]

    def room(self, boxes: Sequence[Box] = ()) -> float:
        """How far what is printed keeps from the sides of the box that it is in, or of the page; less than 0 when it runs over."""
        boxes = boxes or [Box(0, 0, self.width, self.height)]
        return min(max(box.room(one.left, one.top, one.right, one.bottom) for box in boxes) for one in self.ink)

    @cached_property
    def faces(self) -> list[Face]:
        """The faces on this page, each as one sees it who holds the card."""
        boxes = self.trims
        letters: list[list[Letter]] = [[] for _ in boxes]
        for letter in self.letters:
            for box, inside in zip(boxes, letters):
                if box.holds(*letter.centre):
                    inside.append(letter)
                    break
        return [Face(box, inside) for box, inside in zip(boxes, letters)]


class Face:
    """One side of a card: its place on the page, and its letters as one reads them."""

    def __init__(self, box: Box, letters: list[Letter]):
        self.box = box
        self.ways_up = {letter.upside_down for letter in letters}
        self.upside_down = True in self.ways_up
        self.letters = [self._upright(letter) for letter in letters]

    def _upright(self, letter: Letter) -> Letter:
        x, y, width, height = self.box
        if not self.upside_down:
            return replace(
                letter,
                left=letter.left - x,
                right=letter.right - x,
                x=letter.x - x,
                top=letter.top - y,
                bottom=letter.bottom - y,
                y=letter.y - y,
            )
        return replace(
            letter,
            upside_down=False,
            left=x + width - letter.right,
            right=x + width - letter.left,
            x=x + width - letter.x,
            top=y + height - letter.bottom,
            bottom=y + height - letter.top,
            y=y + height - letter.y,
        )

    @cached_property
    def lines(self) -> list[list[Letter]]:
        """The letters line by line from top to bottom; columns beside each other are lines of their own."""
        found: list[list[Letter]] = []
        for letter in sorted(self.letters, key=lambda letter: (round(letter.y, 1), letter.x)):
            last = found[-1][-1] if found else None
            if last and abs(letter.y - last.y) < 0.05 and letter.x - last.right < max(2.5, letter.size / MM):
                found[-1].append(letter)
            else:
                found.append([letter])
        return found

    def text(self, smallest: float = 0) -> str:
        """What is set in at least `smallest` pt, from top to bottom, letters and digits only."""
        return plain("".join(letter.text for line in self.lines for letter in line if letter.size > smallest - 0.01))

    @property
    def id(self) -> str | None:
        """The first word in small type, beside the code on a back."""
        small = [" ".join(words(line)) for line in self.lines if line[0].size < 7.1]
        # A hyphen is sometimes read as a word of its own.
        found = [re.match(r"[a-z0-9]+(?: ?- ?[a-z0-9]+)*(?= |$)", line) for line in small]
        ids = [one[0].replace(" ", "") for one in found if one and one[0] != "proefadres"]
        return ids[0] if ids else None

    @property
    def panels(self) -> list[Face]:
        """The halves of a card that is folded down the middle."""
        half = self.box.width / 2
        return [
            Face(
                Box(x, 0, half, self.box.height),
                [letter for letter in self.letters if x <= letter.centre[0] < x + half],
            )
            for x in (0, half)
        ]


def codes_in(picture, dpi: int) -> list[Code]:
    """The QR codes in a picture of a page."""
    found, mm = [], 25.4 / dpi
    for code in zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode):
        place = code.position
        corners = (place.top_left, place.top_right, place.bottom_left, place.bottom_right)
        x, y = (sum(getattr(corner, axis) for corner in corners) / 4 * mm for axis in "xy")
        width = abs(place.top_right.x - place.top_left.x) * mm
        # In a pattern the reader may see a code of no width.
        if width:
            found.append(Code(code.text, code.ec_level, x, y, width))
    return found


def pages(pdf: bytes) -> list[Page]:
    document = pypdfium2.PdfDocument(pdf)
    return [Page(document, index) for index in range(len(document))]


def words(line: list[Letter]) -> list[str]:
    found = [""]
    for letter in line:
        if letter.after_space and found[-1]:
            found.append("")
        found[-1] += letter.text
    return found


def plain(text: str) -> str:
    """The letters and digits of `text`: what stays the same however it is broken into lines."""
    return "".join(filter(str.isalnum, text)).casefold()


def behind(box: Box, page: Page, edge: str) -> Box:
    """Where `box` of a front lies on the back of the same sheet, when the printer flips it on `edge`.

    Written from the paper's point of view, not from the program's: on a landscape sheet the long edge is the upper or
    lower one, and what turns around it changes top and bottom.
    """
    x, y, width, height = box
    return (
        below(box, page.height / 2)
        if turns_around_horizontal_axis(page, edge)
        else Box(page.width - x - width, y, width, height)
    )


def turns_around_horizontal_axis(page: Page, edge: str) -> bool:
    return (edge == "long") == (page.width > page.height)


def below(box: Box, fold: float) -> Box:
    """Where `box` lies after folding across a horizontal line `fold` mm from the top."""
    x, y, width, height = box
    return Box(x, 2 * fold - y - height, width, height)


def coincide(one: Box, other: Box, within: float = 0.1) -> bool:
    return all(abs(a - b) <= within for a, b in zip(one, other))


def _on_page(path, box):
    """Left, bottom, right and top of something that may stand in a drawing of its own, as they are on the page."""
    if path.container is None:
        return box
    corners = [path.container.get_matrix().on_point(x, y) for x, y in (box[:2], box[2:])]
    across, up = zip(*corners)
    return min(across), min(up), max(across), max(up)


def _colour(path, get) -> tuple[int, int, int]:
    parts = [ctypes.c_uint() for _ in range(4)]
    get(path, *parts)
    return tuple(part.value for part in parts[:3])
