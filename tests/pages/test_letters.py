"""Proves that no slip in typing over a paper line goes unseen: each line knows only its own eleven pairs of letters."""

from string import ascii_uppercase

import pytest

from macros.knowledge.records import Spanningsveld
from macros.pages.team.letters import LINES, letters
from macros.pages.team.macro import rows

ALL = [letters(line) for line in range(LINES)]


def unseen(lines) -> list[str]:
    """Slips that give another place on the same line, or letters that another line has too."""
    found = [f"{pair} on two lines" for pair in set().union(*lines) if sum(pair in line for line in lines) > 1]
    for line in lines:
        for first, second in line:
            slips = {
                second + first,
                *(letter + second for letter in ascii_uppercase),
                *(first + letter for letter in ascii_uppercase),
            }
            found += [f"{first}{second} read as {slip}" for slip in slips & set(line) - {first + second}]
    return found


def test_every_slip_is_seen():
    assert [len(set(line)) for line in ALL] == [11] * 12
    assert unseen(ALL) == []


@pytest.mark.parametrize(
    "spoilt, complaint",
    [
        ([("KA", "TA", *ALL[0][2:])], "KA read as TA"),
        ([("KA", "AK")], "KA read as AK"),
        ([ALL[0], ALL[0]], "KA on two lines"),
    ],
)
def test_letters_that_would_hide_a_slip_are_caught(spoilt, complaint):
    assert complaint in unseen(spoilt)


def test_no_letter_looks_like_another():
    assert set("".join(pair for line in ALL for pair in line)) & set("ILO") == set()


def test_there_are_letters_for_every_line_of_a_team(bank):
    found = rows(bank.of_kind(Spanningsveld))
    assert [(row.veld.nummer, row.plek.id) for row in found] == [
        (n, id) for n in range(1, 7) for id in ("natuur", "situatie")
    ]
    assert [row.letters for row in found] == ALL


@pytest.mark.parametrize("line", [-1, LINES])
def test_there_is_no_other_line(line):
    with pytest.raises(ValueError):
        letters(line)
