"""Proves by turning paper in the mind that fronts and backs meet, and stay upright, however the printer flips."""

from dataclasses import replace

import pytest

from macros.cards import load_forms, sheets
from macros.cards.imposition import cut_lines, fold_marks, printed

A7, FOLD = load_forms()["a7"], load_forms()["vouwkaart"]
PORTRAIT = replace(A7, vel=(210, 297), kaart=(105, 74.25), kolommen=2, rijen=4)


class Paper:
    """A sheet with its front up. A mark is a point of the paper and a direction in it, both as seen from the front."""

    def __init__(self, width, height):
        self.width, self.height = width, height

    def mark_on_front(self, x, y, up):
        return (x, y), up

    def mark_on_back(self, x, y, up, edge):
        """A mark printed at (x, y) of the back page, with its top towards `up`, after the printer flipped on `edge`."""
        if (edge == "long") == (self.width > self.height):
            return (x, self.height - y), (up[0], -up[1])
        return (self.width - x, y), (-up[0], up[1])

    def turned_like_a_page(self, up):
        """The direction `up` in the paper, as the reader sees it who turns the paper around a vertical axis."""
        return (-up[0], up[1])


def centre(face):
    return face.x + face.breedte / 2, face.y + face.hoogte / 2


def top(face):
    return (0, 1) if face.gedraaid else (0, -1)


@pytest.mark.parametrize("edge", ["long", "short"])
@pytest.mark.parametrize("form", [A7, PORTRAIT, replace(A7, kaart=(60, 90))], ids=["a7", "portrait", "with margins"])
def test_cards_meet_and_are_upright_when_turned(bank, questions, monkeypatch, form, edge):
    monkeypatch.setattr("macros.cards.imposition.form_of", lambda *_: form)
    paper = Paper(*form.vel)
    for sheet in sheets(bank, questions):
        backs = {face.kaart: printed(face, form, edge) for face in sheet.achter}
        assert backs.keys() == {face.kaart for face in sheet.voor}
        for front in sheet.voor:
            back = backs[front.kaart]
            place, _ = paper.mark_on_front(*centre(front), top(front))
            same_place, up = paper.mark_on_back(*centre(back), top(back), edge)
            assert same_place == pytest.approx(place, abs=1e-6)
            assert paper.turned_like_a_page(up) == (0, -1), "the back is upside down"


@pytest.mark.parametrize("edge", ["long", "short"])
def test_the_inside_of_a_fold_card_is_upright_when_opened_like_a_book(bank, fold_cards, edge):
    paper = Paper(*FOLD.vel)
    for sheet in sheets(bank, fold_cards):
        cover, rear = sheet.voor
        assert (cover.x, rear.x) == (148.5, 0), "the front cover is the right half, the spine at its left"
        for inside, behind in zip(sheet.achter, (cover, rear)):
            page = printed(inside, FOLD, edge)
            place, up = paper.mark_on_back(*centre(page), top(page), edge)
            # The left inside panel is the other side of the front cover.
            assert place == pytest.approx(centre(behind), abs=1e-6)
            assert paper.turned_like_a_page(up) == (0, -1)


def test_a_last_sheet_that_is_not_full_is_mirrored_too(bank, questions):
    one = questions.model_copy(update={"kaarten": ("sv4-v1", "sv4-v2", "sv4-v3"), "instructie": None,
                                       "spelregels": None, "opvullen": None})
    (sheet,) = sheets(bank, one)
    assert [face.x for face in sheet.voor] == [0, 74.25, 148.5]
    assert [face.x for face in sheet.achter] == [222.75, 148.5, 74.25]


def test_neighbours_share_one_cut_from_edge_to_edge():
    down = [line for line in cut_lines(A7) if line[0] == line[2]]
    across = [line for line in cut_lines(A7) if line[1] == line[3]]
    assert [line[0] for line in down] == [74.25, 148.5, 222.75]
    assert [line[1] for line in across] == [105]
    assert all((line[1], line[3]) == (0, 210) for line in down)
    assert all((line[0], line[2]) == (0, 297) for line in across)
    assert not cut_lines(FOLD)
    assert [line[0] for line in fold_marks(FOLD)] == [148.5, 148.5]
    assert not fold_marks(A7)


def test_cards_that_leave_a_margin_are_also_cut_from_it():
    assert len(cut_lines(replace(A7, kaart=(60, 90)))) == 5 + 3
