"""A plan as a file for calendars, on the borders of its rules: signs, lengths of lines, clock changes and versions."""

import pytest

from tests.planner.engine import value

MOST_OCTETS = 75


def lines(*meetings: dict, titel: str = "Plan", now: int = 0, address: str = "") -> list[str]:
    """The lines of the calendar of a plan with `meetings`, each of an hour on one day unless it says otherwise."""
    usual = {"titel": "", "datum": "2027-06-01", "begin": "09:30"}
    made = [
        {**usual, "id": f"m{at}", "blokken": [{"id": f"b{at}", "wat": "wk3", "minuten": 60}], **one}
        for at, one in enumerate(meetings or ({},), 1)
    ]
    plan = {"soort": "draaiboek", "schema": 1, "titel": titel, "teller": 9, "agenda": "0" * 32, "bijeenkomsten": made}
    return value("calendar", plan, now, address).split("\r\n")


def named(told: list[str], name: str) -> list[str]:
    """What a calendar reads as `name`, for each event."""
    return [line.partition(":")[2] for line in "\n".join(told).replace("\n ", "").split("\n") if line.startswith(name)]


@pytest.mark.parametrize("sign", ["\\", ";", ","])
def test_a_sign_that_means_something_in_a_calendar_is_escaped(sign):
    assert named(lines(titel=f"Dit{sign}dat"), "SUMMARY") == [f"Dit\\{sign}dat"]


def test_the_link_is_also_in_what_every_calendar_shows():
    address = f"https://voorbeeld.test/leren/begeleiden/draaiboek/#b1=0930_{'~'.join(['wk3.60'] * 20)},&groep=8"
    told = lines(address=address)
    assert named(told, "URL") == [address]
    assert named(told, "DESCRIPTION") == ["Het draaiboek: " + address.replace(",", "\\,")]
    assert all(len(line.encode()) <= MOST_OCTETS for line in told)
    assert not named(lines(), "DESCRIPTION")


@pytest.mark.parametrize("letter", ["a", "é", "²", "—", "🙂"])
def test_a_line_is_as_long_as_it_may_be_and_no_longer(letter):
    """With the space before what goes on; a letter of several octets is not cut in two."""
    titel, size = letter * 99, len(letter.encode())
    told = lines(titel=titel)
    (first,) = (at for at, line in enumerate(told) if line.startswith("SUMMARY"))
    after = next(at for at, line in enumerate(told) if at > first and not line.startswith(" "))
    *full, last = (len(line.encode()) for line in told[first:after])
    assert len(full) >= 1 and all(MOST_OCTETS - size < one <= MOST_OCTETS for one in full) and last <= MOST_OCTETS
    assert named(told, "SUMMARY") == [titel]


@pytest.mark.parametrize(
    "day, clock, universal",
    [
        # Around the hours at which Dutch clocks are changed.
        ("2027-03-28", "01:30", "20270328T003000Z"),
        ("2027-03-28", "03:30", "20270328T013000Z"),
        ("2027-10-31", "01:30", "20271030T233000Z"),
        ("2027-10-31", "03:30", "20271031T023000Z"),
        ("2027-06-01", "09:30", "20270601T073000Z"),
    ],
)
def test_a_meeting_begins_by_dutch_clocks_also_when_they_are_changed(day, clock, universal):
    assert named(lines({"datum": day, "begin": clock}), "DTSTART") == [universal]


@pytest.mark.parametrize("year", [2026, 2050, 2090])
def test_a_version_fits_in_31_bits_and_grows_every_second(year):
    now = (year - 1970) * 31_557_600_000
    [before], [after] = (named(lines(now=moment), "SEQUENCE") for moment in (now, now + 1000))
    assert 0 < int(before) == int(after) - 1 < 2**31


def test_what_takes_no_time_is_no_event():
    reserve = {"blokken": [{"id": "b9", "wat": "wk3", "minuten": 0}]}
    assert named(lines(reserve, {}), "UID") == [f"{'0' * 32}-m2@samen-leren"]


@pytest.mark.parametrize(
    "titles, told",
    [([""], ["Plan"]), (["Ochtend"], ["Plan: Ochtend"]), (["", "Dag 2"], ["Plan: Bijeenkomst 1", "Plan: Dag 2"])],
)
def test_an_event_is_called_after_the_plan_and_the_meeting(titles, told):
    assert named(lines(*({"titel": one} for one in titles)), "SUMMARY") == told


def test_an_end_at_the_time_of_the_begin_is_a_day_later():
    assert value("available", {"begin": "09:30", "einde": "09:30"}) == 24 * 60
