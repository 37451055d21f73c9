"""Proves that all that is made for other systems stays within what a site may weigh more for it."""

import sys

from macros.publish.generated import origin
from tests.conftest import ROOT

MOST_BYTES = 2_500_000
# As long as an address of this site may well be: it stands in these files some thousands of times.
ADDRESS = "https://samen-leren-balanceren.example/"


def test_all_formats_together_keep_to_their_budget(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "bench"))
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    import formaten

    formats = formaten.formats_of(origin(ROOT / "docs", "Samen leren balanceren", ADDRESS))
    weights = {name: formaten.weight(make()) for name, make in formats.items()}
    assert len(weights) == 10 and all(weights.values())
    assert sum(weights.values()) < MOST_BYTES, weights
