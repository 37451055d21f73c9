"""Reads a few sheets by pdfplumber, which tells more of drawings than `reading` does and takes twenty times as long."""

import io
import re

import pdfplumber
import pypdfium2

from tests.cards.reading import MM, behind, codes_in


class Side:
    """One side of a sheet, as it comes out of the file."""

    def __init__(self, page, picture_of):
        self.page, self._picture_of = page, picture_of
        self.width, self.height = page.width / MM, page.height / MM

    def trim_boxes(self, size):
        """White rectangles as large as a card of `size`, as (x, y, width, height)."""
        boxes = [
            tuple(v / MM for v in (r["x0"], r["top"], r["width"], r["height"]))
            for r in self.page.rects
            if r["fill"] and _is_white(r["non_stroking_color"])
        ]
        return [box for box in boxes if all(abs(have - want) < 0.5 for have, want in zip(box[2:], size))]

    def lines(self):
        """Straight lines longer than 5 mm, as (x1, y1, x2, y2) with the smallest first."""
        found = [tuple(line[side] / MM for side in ("x0", "top", "x1", "bottom")) for line in self.page.lines]
        return [line for line in found if max(line[2] - line[0], line[3] - line[1]) > 5]

    def letters_in(self, box):
        """The letters that touch a box."""
        x, y, width, height = (v * MM for v in box)
        return "".join(
            c["text"]
            for c in self.page.chars
            if c["text"].strip() and c["x1"] > x and c["x0"] < x + width and c["bottom"] > y and c["top"] < y + height
        )

    def words_in(self, box):
        """The words inside a box, whichever way up they are printed."""
        x, y, width, height = (v * MM for v in box)
        inside = self.page.crop(
            (max(x, 0), max(y, 0), min(x + width, self.page.width), min(y + height, self.page.height))
        )
        # On a back that is turned half round the letters run from right to left and from bottom to top.
        upside_down = [char["matrix"][0] < 0 for char in inside.chars]
        letters = sorted(
            inside.chars,
            key=lambda char: (round(char["top"]), char["x0"]),
            reverse=bool(upside_down and all(upside_down)),
        )
        return re.findall(r"\S+", _spaced(letters))

    def qr_codes(self):
        """Text, error level, centre (x, y) and width of each QR code, read from the page as printed at 300 dpi."""
        return codes_in(self._picture_of(self.page.page_number - 1), 300)


def sides(pdf):
    """The sides in `pdf`, front and back by turns."""
    document = pypdfium2.PdfDocument(pdf)

    def picture_of(index):
        return document[index].render(scale=300 / 72, grayscale=True).to_pil()

    return [Side(page, picture_of) for page in pdfplumber.open(io.BytesIO(pdf)).pages]


def coincide(front, back, size, edge, within=0.1):
    """Whether every trim box of `front` has one behind it, and the other way about."""
    expected = sorted(_rounded(behind(box, front, edge)) for box in front.trim_boxes(size))
    found = sorted(_rounded(box) for box in back.trim_boxes(size))
    return len(expected) == len(found) and all(
        abs(a - b) <= within for one, other in zip(expected, found) for a, b in zip(one, other)
    )


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
