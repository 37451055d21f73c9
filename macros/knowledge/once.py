"""What is worked out once a build. A preview builds again in the same process, where an edit makes all of it untrue.

And where is kept what stays true from build to build.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import _lru_cache_wrapper, cache
from pathlib import Path
from typing import TypeVar

KEPT = Path(__file__).resolve().parents[2] / ".build"
"""A folder beside the project's own that remembers what was typeset and compiled."""
Made = TypeVar("Made")
_kept: list[_lru_cache_wrapper] = []


def once_a_build(make: Callable[..., Made]) -> _lru_cache_wrapper[Made]:
    """`make`, which until the next build answers as it did before."""
    _kept.append(made := cache(make))
    return made


def forget() -> None:
    """Begin a build: what was worked out for the last one is worked out anew."""
    for one in _kept:
        one.cache_clear()
