"""Chooses few things that have together all that any of them has, for programs that take seconds for each."""

from collections.abc import Mapping, Set
from typing import TypeVar

One = TypeVar("One")


def covering(features: Mapping[One, Set]) -> list[One]:
    """Some of the things by their features, such that none of these is left out; of equals the first."""
    left, chosen = set().union(*features.values()), []
    while left:
        chosen.append(max(features, key=lambda one: len(features[one] & left)))
        left -= features[chosen[-1]]
    return chosen
