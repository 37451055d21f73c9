"""A meeting beside its plan: what could be shorter, whose turn it is, and what of the clock is told."""

import pytest

from tests.planner.engine import run

RUIMTE = {"wat": "ruimte", "minuten": 10, "kort": 10}
VRAGEN = {"wat": "wk3-vl1", "minuten": 20, "kort": 10}
WISSEL = {"wat": "wk5-m3", "minuten": 45, "kort": 35}
PAUZE = {"wat": "pauze", "minuten": 15, "kort": 15}
REST = [VRAGEN, PAUZE, WISSEL, RUIMTE]


@pytest.mark.parametrize(
    "late, minutes, left",
    [
        (0, [20, 15, 45, 10], 0),
        (7, [20, 15, 45, 3], 0),
        (10, [20, 15, 45, 0], 0),
        # The figures of the specification.
        (22, [14, 15, 39, 0], 0),
        (30, [10, 15, 35, 0], 0),
        (60, [10, 15, 35, 0], 30),
        # What rounding leaves goes somewhere, once.
        (11, [19, 15, 45, 0], 0),
    ],
)
def test_what_is_late_comes_from_free_time_first_and_then_from_what_may_be_shorter(late, minutes, left):
    [told] = run("loop.js", {"late": [[REST, late]]})["late"]
    assert (told["minuten"], told["rest"]) == (minutes, left)
    assert told["ruimte"] + told["korter"] + told["rest"] == late


def test_shorter_is_in_proportion_to_how_much_shorter_it_may_be():
    rest = [{**VRAGEN, "kort": 18}, {**WISSEL, "kort": 25}, {"wat": "wk8", "minuten": 30, "kort": 30}]
    [told] = run("loop.js", {"late": [[rest, 11]]})["late"]
    assert told["minuten"] == [19, 35, 30]


@pytest.mark.parametrize("turned", [False, True])
def test_what_rounding_leaves_goes_to_whom_it_cost_most(turned):
    rest, minutes = [VRAGEN, {**WISSEL, "kort": 25}], [20, 44]
    [told] = run("loop.js", {"late": [[rest[::-1] if turned else rest, 1]]})["late"]
    assert told["minuten"] == (minutes[::-1] if turned else minutes)


def led(orders: list, einde: int = 90, blokken: list | None = None) -> list[dict]:
    """What stands there after each of `orders` in a meeting of 20, 15, 45 and 10 minutes that begins at 0."""
    named = [{"id": f"b{at}", **one} for at, one in enumerate(blokken or REST, 1)]
    return run("loop.js", {"runs": [{"blokken": named, "einde": einde, "orders": orders}]})["runs"][0]


def test_the_clock_of_a_block_runs_on_past_its_end_and_nothing_moves_by_itself():
    told = led([[0], [12], [27], [29]])
    assert [one["nu"] for one in told] == [0, 0, 0, 0]
    assert [one["over"] for one in told] == [20, 8, -7, -9]
    assert [one["laat"] for one in told] == [0, 0, 7, 9]
    assert [one["voorstel"] for one in told] == [None, None, [15, 45, 3], [15, 45, 1]]


def test_what_is_taken_holds_and_is_reckoned_on():
    taken, next_, later = led([[27, "take"], [27, "onward"], [45]])
    assert (taken["laat"], taken["eindigt"], taken["voorstel"]) == (0, 90, None)
    assert (next_["nu"], next_["over"]) == (1, 15)
    # What was eaten is not eaten twice.
    assert (later["laat"], later["voorstel"]) == (3, [45, 0])


def test_a_block_without_minutes_left_is_passed_by():
    told = led([[30, "take"], [30, "onward"], [45, "onward"], [90, "onward"]])
    assert [one["nu"] for one in told] == [0, 1, 2, 4]


def test_who_leaves_it_so_hears_of_it_again_when_it_grows():
    told = led([[25, "leave"], [29], [30]])
    assert [one["voorstel"] for one in told] == [None, None, [15, 45, 0]]


def test_early_is_told_and_takes_nothing():
    told = led([[16, "onward"]])[0]
    assert (told["laat"], told["eindigt"], told["voorstel"]) == (-4, 86, [45, 10])


def test_a_fixed_end_holds():
    assert led([[0]], einde=80)[0]["voorstel"] == [15, 45, 0]


def test_a_pause_stops_the_clock_and_makes_it_late():
    told = led([[5, "pause"], [12], [12, "resume"], [20]])
    assert [one["over"] for one in told] == [15, 15, 15, 7]
    assert [one["laat"] for one in told] == [0, 7, 7, 7]


def test_more_minutes_for_this_block_are_reckoned():
    told = led([[18, "longer", 5], [25]])
    assert [(one["over"], one["laat"]) for one in told] == [(7, 5), (0, 5)]


def test_who_went_back_by_mistake_finds_the_clock_as_it_was():
    told = led([[20, "onward"], [26, "back", 0], [26.5, "onward"], [27, "back", 0], [30, "onward"]])
    assert [(one["nu"], one["over"]) for one in told] == [(1, 15), (0, -6), (1, 8.5), (0, -7), (1, 15)]


def test_back_from_the_first_stays():
    assert led([[3, "back", 0]])[0]["nu"] == 0


def test_a_block_from_the_reserve_comes_next():
    told = led(
        [[16, "onward"], [17, "insert", {"id": "b9", "wat": "wk6-o3a", "minuten": 4, "kort": 4}], [18, "onward"]]
    )
    assert [(one["nu"], one["over"], one["laat"]) for one in told] == [(1, 15, -4), (1, 14, 0), (2, 4, -13)]


@pytest.mark.parametrize(
    "before, after, told",
    [
        (6, 5.5, [None, "ruim"]),
        (5.01, 5, [5, "5"]),
        (5, 4.9, [None, "5"]),
        (1.2, 0.99, [1, "1"]),
        (0.01, -0.01, [0, "0"]),
        # After a sleep only what matters by then.
        (12, 0.5, [1, "1"]),
        (12, -20, [0, "0"]),
        (-20, -21, [None, "0"]),
    ],
)
def test_five_minutes_one_and_none_are_told_once(before, after, told):
    assert run("loop.js", {"left": [[before, after]]})["left"] == [told]


def clock(time: str) -> int:
    """Minutes since midnight."""
    hours, minutes = map(int, time.split(":"))
    return hours * 60 + minutes


@pytest.mark.parametrize(
    "begin, fixed, now, apart, planned, shifted",
    [
        ("09:30", None, "09:30", 0, "10:30", "10:30"),
        ("09:30", None, "09:40", 10, "10:30", "10:40"),
        # An hour from the plan, and a minute more.
        ("09:30", None, "10:30", 60, "10:30", "11:30"),
        ("09:30", None, "10:31", 61, "11:31", "11:31"),
        ("09:30", None, "08:30", -60, "10:30", "09:30"),
        ("09:30", None, "08:29", -61, "09:29", "09:29"),
        # A fixed end, while it can be kept; what never fitted is no later than it was.
        ("09:30", "11:00", "09:20", -10, "11:00", "11:00"),
        ("09:30", "11:00", "09:40", 10, "11:00", "11:00"),
        ("09:30", "11:00", "10:00", 30, "11:00", "11:00"),
        ("09:30", "11:00", "10:01", 31, "11:00", "11:01"),
        ("09:30", "10:00", "09:30", 0, "10:00", "10:00"),
        ("09:30", "10:00", "09:31", 1, "10:00", "10:31"),
        # Past midnight the begin that is nearest counts; half a day away it is that of today.
        ("23:30", None, "00:10", 40, "00:30", "01:10"),
        ("00:10", None, "23:50", -20, "25:10", "24:50"),
        ("09:30", None, "21:30", 720, "22:30", "22:30"),
        ("21:30", None, "09:30", -720, "10:30", "10:30"),
    ],
)
def test_a_meeting_ends_as_planned_or_shifts_along(begin, fixed, now, apart, planned, shifted):
    meeting = {"begin": begin, "blokken": [VRAGEN, PAUZE, {**RUIMTE, "minuten": 25}]}
    if fixed:
        meeting["einde"] = fixed
    assert run("loop.js", {"ends": [[meeting, clock(now)]]})["ends"] == [[apart, clock(planned), clock(shifted)]]
