"""The stylesheet with each spanningsveld's own pair of colours, taken from the records."""

from __future__ import annotations

from ..knowledge.items import Pool
from ..knowledge.kennisbank import Kennisbank
from ..knowledge.records import Spanningsveld


def colours_css(bank: Kennisbank) -> str:
    """CSS that gives elements of class `sv1` and so on their two pole colours, light and dark."""
    fields = bank.of_kind(Spanningsveld)
    plain = "".join(f".{f.id}{{--a:{f.pool_links.kleur};--b:{f.pool_rechts.kleur}}}\n" for f in fields)
    both = "".join(f".{f.id}{{--a:{_both(f.pool_links)};--b:{_both(f.pool_rechts)}}}\n" for f in fields)
    return f"{plain}@supports (color:light-dark(#000,#fff)){{\n{both}}}\n"


def _both(pool: Pool) -> str:
    return f"light-dark({pool.kleur},{pool.kleur_donker})"
