"""From a PDF of faces to PDFs of sheets: every face is typeset once and laid out for each form, its tags and links with it.

What draws the faces of a sheet becomes one content stream (PDF 1.7, 7.8.2), in which what cards have in common packs well.
What a screen reader is told stays that of the face: marked content gets the numbers of its new page (14.7.4.4).
"""

from __future__ import annotations

import base64
import hashlib
import io
import re
from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name

from ..paper.forms import Vorm, apart, note
from ..paper.imposition import Edge, Line, Vel, Vlak, cut_lines, fold_lines, fold_marks, printed
from .compact import compact, numbered, renamed
from .drawing import Obj, artifact, numbers_of, said
from .face import Coordinates, Face, Put, renumber
from .outline import Head, outline_of, walk
from .resources import Resources
from .tags import speak, tree_of
from .viewer import for_a_press, preset, sides, without, written

_PT = 72 / 25.4
_PEN = 0.15 * _PT
_GREY = 0.45
_ON_SCREEN = 192
"""Flags of an annotation that is read only, locked, and not printed (12.5.3)."""
_SIDES = ("voor", "achter")


class Faces:
    """The faces of a deck in one size, from a tagged PDF with the front of card n on page 2n and its back on page 2n + 1.

    After them come the `layers` that lie under a face, by ink and side, and the `notes` on forms. `cards` are ids, `size`
    their width and height and `bleed` what the pages are larger on every side, in mm.
    """

    def __init__(
        self,
        pdf: bytes,
        cards: Sequence[str],
        layers: Sequence[tuple[str, str]],
        notes: Sequence[str],
        size: tuple[float, float],
        bleed: float,
    ):
        self._made = pdf
        self._pdf = pikepdf.open(io.BytesIO(pdf))
        self._title = str(self._pdf.docinfo.Title)
        self._size = [value * _PT for value in size]
        self._bleed = bleed * _PT
        self._resources = Resources()
        self._drawings: dict[tuple[str, str], Obj] = {}
        self._number = {page.obj.objgen: index for index, page in enumerate(self._pdf.pages)}
        speak(self._pdf)
        tree = self._pdf.Root.StructTreeRoot
        entries = iter(tree.ParentTree.Nums)
        tagged = {int(number): next(entries) for number in entries}
        self._all = [self._face(page.obj, tagged) for page in self._pdf.pages]
        self._faces = dict(zip([(card, side) for card in cards for side in _SIDES], self._all))
        rest = 2 * len(cards)
        self._layers = dict(zip(layers, self._all[rest:]))
        self._notes = {text: self._note(rest + len(layers) + index) for index, text in enumerate(notes)}
        self._document = tree.K[0] if isinstance(tree.K, Array) else tree.K
        tags: Any = self._document.K
        for tag in tags:
            self._take_in(tag)
        # Numbers of pages come after those of links, which stay.
        self._first = 1 + max((number for face in self._all for number, _ in face.link_tags), default=-1)
        with self._pdf.open_outline() as outline:
            for level, item in walk(outline.root):
                destination: Any = item.destination
                page, _, x, y, *_ = destination
                self._all[self._number[page.objgen]].heads.append(Head(level, item.title, float(x), float(y)))

    def sheets(self, form: Vorm, found: Sequence[Vel], edge: Edge = "long") -> bytes:
        """The sheets `found` as PDF/UA-1, front and back by turns, for a printer that flips on `edge`.

        Equal input gives equal bytes.
        """
        printed_on = []
        for sheet in found:
            printed_on.append((sheet.voor, (*cut_lines(form), *fold_marks(form)), fold_lines(form)))
            if sheet.achter:
                # No lines on the back: the cut follows the front, and a printer's drift would show there as a second line.
                printed_on.append(([printed(face, form, edge) for face in sheet.achter], (), ()))
        pages, parents, heads, used = [], [], [], []
        for number, (placed, cuts, folds) in enumerate(printed_on, self._first):
            page = self._page(form, placed, cuts, folds, heads)
            page.StructParents = number
            faces = [self._faces[face.kaart, face.gezicht] for face in placed]
            parents += [number, Array([tag for face in faces for tag in face.marked])]
            pages.append(page)
            used += faces
        self._pdf.Root.Pages.Kids, self._pdf.Root.Pages.Count = Array(pages), len(pages)
        self._document.K = Array([tag for face in used for tag in face.tags])
        links = sorted((number, tag) for face in used for number, tag in face.link_tags)
        self._pdf.Root.StructTreeRoot.ParentTree.Nums = Array([one for pair in links for one in pair] + parents)
        self._pdf.Root.StructTreeRoot.ParentTreeNextKey = self._first + len(pages)
        with self._pdf.open_outline() as outline:
            outline.root[:] = outline_of(heads)
        self._describe(len(pages), form, edge)
        if text := note(form, edge):
            self._tell(pages[0], text)
        for_a_press(self._pdf, self._profile if form.afloop else None)
        preset(self._pdf, sides(form, edge))
        return written(self._pdf)

    def stock(self, cards: Sequence[str]) -> bytes:
        """The layers and the faces of `cards`, one a page, for a program that lays them out itself: without tags or outline."""
        with pikepdf.open(io.BytesIO(self._made)) as stock:
            wanted = {self._all.index(self._faces[card, side]) for card in cards for side in _SIDES}
            first = len(self._faces)
            wanted |= {*range(first, first + len(self._layers))}
            for index in reversed(range(len(stock.pages))):
                page = stock.pages[index].obj
                if index in wanted:
                    page.Contents.write(compact(page.Contents.read_bytes()))
                    without(page, "/StructParents", "/Annots", "/Tabs")
                else:
                    del stock.pages[index]
            faces, layers = [*stock.pages][: -len(self._layers)], [*stock.pages][-len(self._layers) :]
            stock.Root.Pages.Kids = Array([page.obj for page in (*layers, *faces)])
            without(stock.Root, "/StructTreeRoot", "/MarkInfo", "/Outlines", "/Metadata")
            return written(stock)

    @property
    def _profile(self) -> Obj:
        """The profile of all colours in this file, as Typst gives it: that of sRGB."""
        (found,) = (space[1] for space in self._resources.all.ColorSpace.values() if space[1].N == 3)
        return found

    def _note(self, index: int) -> Obj:
        """The page at `index` as what an annotation looks like."""
        page = self._pdf.pages[index].obj
        drawn = self._pdf.make_stream(self._all[index].drawn, Type=Name.XObject, Subtype=Name.Form)
        drawn.BBox, drawn.Resources = page.MediaBox, self._resources.all
        return drawn

    def _tell(self, page: Obj, text: str) -> None:
        """Tell `text` above the cards of `page`, on the screen and to a screen reader, but not on paper (12.5.3, table 165)."""
        looks = self._notes[text]
        width, height = (float(looks.BBox[side]) for side in (2, 3))
        left, bottom = (float(page.MediaBox[2]) - width) / 2, float(page.MediaBox[3]) - height - 0.5 * _PT
        tree = self._pdf.Root.StructTreeRoot.ParentTree
        number = int(self._pdf.Root.StructTreeRoot.ParentTreeNextKey)
        told = self._pdf.make_indirect(
            Dictionary(
                Type=Name.Annot, Subtype=Name.FreeText, Contents=text, DA=b"/Helv 8 Tf", StructParent=number, P=page,
                Rect=numbers_of([left, bottom, left + width, bottom + height]), F=_ON_SCREEN, AP=Dictionary(N=looks),
            )
        )  # fmt: skip
        kid = Dictionary(Type=Name.OBJR, Obj=told, Pg=page)
        tag = Dictionary(Type=Name.StructElem, S=Name.Annot, P=self._document, Pg=page, K=kid, Alt=text)
        tag = self._pdf.make_indirect(tag)
        self._document.K.insert(0, tag)
        tree.Nums = Array([*tree.Nums, number, tag])
        self._pdf.Root.StructTreeRoot.ParentTreeNextKey = number + 1
        page.Annots = Array([told, *page.get("/Annots", [])])

    def _face(self, page: Obj, tagged: dict[int, Obj]) -> Face:
        """What of a face doesn't depend on where it comes to lie."""
        drawn = renamed(compact(page.Contents.read_bytes()), self._resources.names(page.Resources))
        links = [*page.get("/Annots", [])]
        named = ((link, name) for link in links for name in ("/Rect", "/QuadPoints") if name in link)
        places = [Coordinates(link, name, [float(value) for value in link[name]]) for link, name in named]
        numbers = [int(link.StructParent) for link in links]
        marked = [*tagged[int(page.StructParents)]] if "/StructParents" in page else []
        return Face(drawn, marked, places, [(number, tagged[number]) for number in numbers])

    def _take_in(self, tag: Obj) -> None:
        """Give `tag`, which stands for something on one page, to the face on that page; one that stands for nothing goes."""
        leaves, boxes, pages = [], [], set()
        for one in tree_of(tag):
            if "/Pg" in one:
                pages.add(self._number[one.Pg.objgen])
                kids = one.get("/K", [])
                kids = [*kids] if isinstance(kids, Array) else [kids]
                leaves.append((one, [int(kid) if isinstance(kid, int) else None for kid in kids]))
            for attributes in one.get("/A", []):
                if "/BBox" in attributes:
                    boxes.append(Coordinates(attributes, "/BBox", [float(value) for value in attributes.BBox]))
        if pages:
            (number,) = pages
            face = self._all[number]
            face.tags.append(tag)
            face.leaves += leaves
            face.boxes += boxes

    def _page(
        self, form: Vorm, placed: Sequence[Vlak], cuts: Sequence[Line], folds: Sequence[Line], heads: list[tuple]
    ) -> Obj:
        """A page with these faces and lines; what the outline has of it is added to `heads`."""
        bleed = form.afloop * _PT
        width, height = (side * _PT + 2 * bleed for side in form.vel)
        page = Dictionary(
            Type=Name.Page, MediaBox=numbers_of([0, 0, width, height]), Tabs=Name.S, Parent=self._pdf.Root.Pages
        )
        if bleed:
            page.BleedBox = page.MediaBox
            page.TrimBox = numbers_of([bleed, bleed, width - bleed, height - bleed])
        page = self._pdf.make_indirect(page)
        # White on white: no ink, but a tool can measure where each card will be cut.
        drawn = [artifact(f"1 g {said(*self._cell(face, form))} re f") for face in placed]
        links, before, drawings = Array(), 0, Dictionary()
        for face in placed:
            typeset, put = self._faces[face.kaart, face.gezicht], self._put(face, form)
            seen = said(*self._seen(face, form))
            here = f"q {put.turn} 0 0 {put.turn} {said(put.x, put.y)} cm {seen} re W n ".encode()
            # The layer stands once in the file, whatever lies on it.
            name = f"/L{face.gezicht[0]}"
            drawings[name] = self._alone(form.laag, face.gezicht)
            drawn.append(here + f"{name} Do ".encode() + numbered(typeset.drawn, before) + b" Q")
            for tag, numbers in typeset.leaves:
                tag.Pg = page
                renumber(tag, numbers, before)
            before += len(typeset.marked)
            for box in typeset.boxes:
                box.holder[box.name] = numbers_of(put.box(box.points))
            for link in typeset.links:
                link.holder[link.name] = numbers_of(put.box(link.points) if link.name == "/Rect" else put(link.points))
                if link.name == "/Rect":
                    links.append(link.holder)
            heads += [(head, page, put((head.x, head.y))) for head in typeset.heads]
        for lines, dash in ((cuts, ""), (folds, "[3 3] 0 d ")):
            for x1, y1, x2, y2 in lines:
                start, stop = said(x1 * _PT, height - y1 * _PT), said(x2 * _PT, height - y2 * _PT)
                drawn.append(artifact(f"{_GREY} G {said(_PEN)} w {dash}{start} m {stop} l S"))
        page.Resources = Dictionary({**dict(self._resources.all), "/XObject": drawings})
        page.Contents = self._pdf.make_stream(b"\n".join(drawn))
        if len(links):
            page.Annots = links
        return page

    def _alone(self, ink: str, side: str) -> Obj:
        """A layer as a drawing of its own: a form XObject (8.10)."""
        if (ink, side) not in self._drawings:
            size = [0, 0, *(value + 2 * self._bleed for value in self._size)]
            made = self._pdf.make_stream(self._layers[ink, side].drawn, Type=Name.XObject, Subtype=Name.Form)
            made.BBox, made.Resources = numbers_of(size), self._resources.all
            self._drawings[ink, side] = made
        return self._drawings[ink, side]

    def _cell(self, face: Vlak, form: Vorm) -> tuple[float, float, float, float]:
        """Left, bottom, width and height of the cell of `face` on its page, in pt."""
        bleed, height = form.afloop * _PT, form.vel[1] * _PT
        x, y, w, h = (value * _PT for value in (face.x, face.y, face.breedte, face.hoogte))
        return x + bleed, height - y - h + bleed, w, h

    def _put(self, face: Vlak, form: Vorm) -> Put:
        """A card lies in the middle of its cell."""
        left, bottom, w, h = self._cell(face, form)
        turn = -1 if face.gedraaid else 1
        middle = (self._bleed + side / 2 for side in self._size)
        x, y = (centre - turn * own for centre, own in zip((left + w / 2, bottom + h / 2), middle))
        return Put(turn, x, y)

    def _seen(self, face: Vlak, form: Vorm) -> tuple[float, float, float, float]:
        """What of a face shows, as left, bottom, width and height on the face: its cell, and what a print shop cuts off."""
        w, h = (value * _PT + 2 * form.afloop * _PT for value in (face.breedte, face.hoogte))
        x, y = (self._bleed + side / 2 for side in self._size)
        return x - w / 2, y - h / 2, w, h

    def _describe(self, pages: int, form: Vorm, edge: Edge) -> None:
        """Bring the metadata up to date: XMP 1.0, and its namespaces for paged text and for media management.

        The title names the form: windows with several prints of a deck are told apart by it.
        """
        name = base64.b64encode(hashlib.sha256(self._made + f"{form.id} {edge}".encode()).digest()[:16]).decode()
        title = self._pdf.docinfo.Title = f"{self._title}: {apart(form, edge)}"
        text = self._pdf.Root.Metadata.read_bytes().decode()
        text = re.sub(r"(<dc:title>\s*<rdf:Alt>\s*<rdf:li[^>]*>)[^<]*", lambda found: found[1] + escape(title), text)
        text = re.sub(r"(<xmpTPg:NPages>)\d+", rf"\g<1>{pages}", text)
        text = re.sub(r"(<xmpMM:(?:Instance|Document)ID>)[^<]*", rf"\g<1>{name}", text)
        self._pdf.Root.Metadata.write(text.encode())
