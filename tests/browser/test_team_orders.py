"""Whatever the order in which people hand in, come again, change their mind or the leader's tab is loaded anew: all count once."""

from pathlib import Path

import pytest

from tests.programs import answer

ORDERS = Path(__file__).with_name("team_orders.js")


@pytest.fixture(scope="module")
def differing():
    """A function from a number of random orders to those in which somebody is lost or counted twice."""

    def told(orders: int, spoilt: bool = False) -> list:
        return answer(ORDERS, {"orders": orders, "spoilt": spoilt})

    return told


def test_in_ten_thousand_orders_nobody_is_lost_and_nobody_counts_twice(differing):
    assert differing(10_000) == []


def test_somebody_lost_would_be_seen(differing):
    assert differing(100, spoilt=True)
