"""Reads a printed deck as somebody with a ruler, scissors and a phone would: boxes, lines, words and QR codes in mm."""

import io
import re

import pdfplumber
import pypdfium2
import zxingcpp

MM = 72 / 25.4


class Side:
    """One side of a sheet, as it comes out of the file."""

    def __init__(self, page, picture_of):
        self.page, self._picture_of = page, picture_of
        self.width, self.height = page.width / MM, page.height / MM

    def trim_boxes(self, size):
        """White rectangles as large as a card of `size`, as (x, y, width, height)."""
        boxes = [tuple(v / MM for v in (r["x0"], r["top"], r["width"], r["height"])) for r in self.page.rects
                 if r["fill"] and _is_white(r["non_stroking_color"])]
        return [box for box in boxes if all(abs(have - want) < 0.5 for have, want in zip(box[2:], size))]

    def lines(self):
        """Straight lines longer than 5 mm, as (x1, y1, x2, y2) with the smallest first."""
        found = [tuple(line[side] / MM for side in ("x0", "top", "x1", "bottom")) for line in self.page.lines]
        return [line for line in found if max(line[2] - line[0], line[3] - line[1]) > 5]

    def filled(self):
        """Which part of the sheet, from 0 to 1, lies below a filled shape that is not white."""
        shapes = [shape for shape in (*self.page.rects, *self.page.curves)
                  if shape["fill"] and not _is_white(shape["non_stroking_color"])]
        return sum(shape["width"] * shape["height"] for shape in shapes) / (self.page.width * self.page.height)

    def room_around(self, box):
        """How far the letters inside a box stay from its edges, in mm; less than 0 when one runs over."""
        x, y, width, height = (v * MM for v in box)
        letters = [c for c in self.page.chars if c["text"].strip() and x < (c["x0"] + c["x1"]) / 2 < x + width
                   and y < (c["top"] + c["bottom"]) / 2 < y + height]
        return min(min(c["x0"] - x, c["top"] - y, x + width - c["x1"], y + height - c["bottom"]) for c in letters) / MM

    def letters_in(self, box):
        """The letters that touch a box."""
        x, y, width, height = (v * MM for v in box)
        return "".join(c["text"] for c in self.page.chars if c["text"].strip() and c["x1"] > x and c["x0"] < x + width
                       and c["bottom"] > y and c["top"] < y + height)

    def words_in(self, box):
        """The words inside a box, whichever way up they are printed."""
        x, y, width, height = (v * MM for v in box)
        inside = self.page.crop((max(x, 0), max(y, 0), min(x + width, self.page.width),
                                 min(y + height, self.page.height)))
        # On a back that is turned half round the letters run from right to left and from bottom to top.
        upside_down = [char["matrix"][0] < 0 for char in inside.chars]
        letters = sorted(inside.chars, key=lambda char: (round(char["top"]), char["x0"]),
                         reverse=bool(upside_down and all(upside_down)))
        return re.findall(r"\S+", _spaced(letters))

    def qr_codes(self):
        """Text, error level, centre (x, y) and width of each QR code, read from the page as printed at 300 dpi."""
        picture = self._picture_of(self.page.page_number - 1)
        for code in zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode):
            place = code.position
            corners = (place.top_left, place.top_right, place.bottom_left, place.bottom_right)
            x, y = (sum(getattr(corner, axis) for corner in corners) / 4 for axis in "xy")
            yield code.text, code.ec_level, *(v / 300 * 25.4 for v in (x, y, abs(place.top_right.x - place.top_left.x)))


def sides(pdf):
    """The sides in `pdf`, front and back by turns."""
    document = pypdfium2.PdfDocument(pdf)

    def picture_of(index):
        return document[index].render(scale=300 / 72, grayscale=True).to_pil()

    return [Side(page, picture_of) for page in pdfplumber.open(io.BytesIO(pdf)).pages]


def behind(box, side, edge):
    """Where `box` of a front lies on the back of the same sheet, when the printer flips it on `edge`; in mm.

    Written from the paper's point of view, not from the program's: on a landscape sheet the long edge is the upper or
    lower one, and what turns around it changes top and bottom.
    """
    x, y, width, height = box
    turns_around_horizontal_axis = (edge == "long") == (side.width > side.height)
    return (x, side.height - y - height, width, height) if turns_around_horizontal_axis else (
        side.width - x - width, y, width, height)


def coincide(front, back, size, edge, within=0.1):
    """Whether every trim box of `front` has one behind it, and the other way about."""
    expected = sorted(_rounded(behind(box, front, edge)) for box in front.trim_boxes(size))
    found = sorted(_rounded(box) for box in back.trim_boxes(size))
    return len(expected) == len(found) and all(
        abs(a - b) <= within for one, other in zip(expected, found) for a, b in zip(one, other))


def _is_white(colour):
    return set(colour if isinstance(colour, tuple) else (colour,)) == {1}


def _rounded(box):
    # A hundredth of a millimetre is noise of the file format; it may not change the order.
    return tuple(round(v, 2) for v in box)


def _spaced(letters):
    text, before = "", None
    for char in letters:
        gap = before and min(abs(char["x0"] - before["x1"]), abs(before["x0"] - char["x1"]))
        if before and (gap > 1 or abs(char["top"] - before["top"]) > 2):
            text += " "
        text += char["text"]
        before = char
    return text
