"""Proves by turning paper in the mind that fronts and backs meet, and stay upright, for every deck in every form on both edges."""

from dataclasses import replace

import pytest

from macros import cards
from macros.cards.paper.imposition import cut_lines, fold_lines, fold_marks, printed, sheets
from tests.cards.conftest import BANK, DECKS, FORMS

A7 = FORMS["a7"]
PORTRAIT = A7.model_copy(update={"vel": (210, 297), "cel": (105, 74.25), "kolommen": 2, "rijen": 4})
MARGINS = A7.model_copy(update={"cel": (60, 90)})


class Paper:
    """A sheet with its front up. A mark is a point of the paper and a direction in it, both as seen from the front."""

    def __init__(self, width, height):
        self.width, self.height = width, height

    def mark_on_back(self, x, y, up, edge):
        """A mark printed at (x, y) of the back page, with its top towards `up`, after the printer flipped on `edge`."""
        if (edge == "long") == (self.width > self.height):
            return (x, self.height - y), (up[0], -up[1])
        return (self.width - x, y), (-up[0], up[1])

    def mark_folded_back(self, x, y, up):
        """A mark printed at (x, y) of the front, after the lower half was folded backwards across the middle."""
        return (x, self.height - y), (up[0], -up[1])

    def turned_like_a_page(self, up):
        """The direction `up` in the paper, as the reader sees it who turns the paper around a vertical axis."""
        return (-up[0], up[1])


def centre(face):
    return face.x + face.breedte / 2, face.y + face.hoogte / 2


def top(face):
    return (0, 1) if face.gedraaid else (0, -1)


def meet(found, form, edge):
    """Checks that behind each front lies the back of the same card, upright; returns the cards in printing order."""
    paper, seen = Paper(*form.vel), []
    for sheet in found:
        fronts = [face for face in sheet.voor if face.gezicht == "voor"]
        if form.soort == "enkelzijdig":
            backs = {face.kaart: face for face in sheet.voor if face.gezicht == "achter"}
            assert not sheet.achter
        else:
            backs = {face.kaart: printed(face, form, edge) for face in sheet.achter}
        assert list(backs) == [face.kaart for face in fronts] == list(dict.fromkeys(backs))
        for front in fronts:
            back = backs[front.kaart]
            assert (back.breedte, back.hoogte) == (front.breedte, front.hoogte) == form.cel and not front.gedraaid
            if form.soort == "enkelzijdig":
                place, up = paper.mark_folded_back(*centre(back), top(back))
            elif form.afloop:
                # Two pages one after the other: whoever binds them turns them himself.
                place, up = centre(back), (-top(back)[0], top(back)[1])
            else:
                place, up = paper.mark_on_back(*centre(back), top(back), edge)
            assert place == pytest.approx(centre(front), abs=1e-6)
            assert paper.turned_like_a_page(up) == (0, -1), "the back is upside down"
            seen.append(front.kaart)
    return seen


@pytest.mark.parametrize("deck", DECKS.values(), ids=lambda deck: deck.id)
def test_each_card_of_each_deck_meets_its_back_in_every_form(deck):
    for form in cards.forms_of(BANK, deck):
        found = cards.deck_cards(BANK, deck)
        ids = [card.id for card in (*found, *cards.blanks(deck, form, len(found)))]
        for edge in ("long", "short"):
            assert meet(sheets(form, ids), form, edge) == ids


@pytest.mark.parametrize("edge", ["long", "short"])
@pytest.mark.parametrize("form", [PORTRAIT, MARGINS], ids=["portrait", "with margins"])
def test_cards_meet_on_sheets_that_an_editor_may_add(form, edge):
    ids = [f"k{number}" for number in range(11)]
    assert meet(sheets(form, ids), form, edge) == ids


def test_a_back_in_the_wrong_column_or_the_wrong_way_up_is_caught():
    (sheet,) = sheets(A7, ["k1", "k2"])
    for wrong in (lambda face: replace(face, x=face.x - 74.25), lambda face: replace(face, gedraaid=True)):
        with pytest.raises(AssertionError):
            meet([replace(sheet, achter=tuple(map(wrong, sheet.achter)))], A7, "short")


def test_a_last_sheet_that_is_not_full_is_mirrored_too():
    (sheet,) = sheets(A7, ["k1", "k2", "k3"])
    assert [face.x for face in sheet.voor] == [0, 74.25, 148.5]
    assert [face.x for face in sheet.achter] == [222.75, 148.5, 74.25]


def test_a_sheet_that_is_printed_on_one_side_has_fronts_above_and_backs_below():
    first, last = sheets(FORMS["a7-enkel"], [f"k{number}" for number in range(5)])
    assert [(face.kaart, face.gezicht, face.x, face.y, face.gedraaid) for face in last.voor] == [
        ("k4", "voor", 0, 0, False),
        ("k4", "achter", 0, 105, True),
    ]
    assert len(first.voor) == 8 and first.achter == ()


def test_neighbours_share_one_cut_from_edge_to_edge():
    down = [line for line in cut_lines(A7) if line[0] == line[2]]
    across = [line for line in cut_lines(A7) if line[1] == line[3]]
    assert [line[0] for line in down] == [74.25, 148.5, 222.75]
    assert [line[1] for line in across] == [105]
    assert all((line[1], line[3]) == (0, 210) for line in down)
    assert all((line[0], line[2]) == (0, 297) for line in across)
    assert not fold_marks(A7) and not fold_lines(A7)


def test_cards_that_leave_a_margin_are_also_cut_from_it():
    assert len(cut_lines(MARGINS)) == 5 + 3


def test_where_a_sheet_is_folded_it_is_not_cut():
    one_sided = FORMS["a7-enkel"]
    assert fold_lines(one_sided) == ((0, 105, 297, 105),)
    assert [line for line in cut_lines(one_sided) if line[1] == line[3]] == []
    assert [line[0] for line in cut_lines(one_sided)] == [74.25, 148.5, 222.75]
    # Cards that leave a margin are cut from it above and below, not in the middle.
    assert [line[1] for line in cut_lines(FORMS["poker-enkel"]) if line[1] == line[3]] == [17, 193]


def test_a_fold_card_has_marks_in_the_middle_and_no_cuts():
    form = FORMS["vouwkaart"]
    assert not cut_lines(form)
    assert [line[0] for line in fold_marks(form)] == [148.5, 148.5]


def test_a_print_shop_gets_no_lines():
    for form in FORMS.values():
        if form.afloop:
            assert not (*cut_lines(form), *fold_lines(form), *fold_marks(form))
