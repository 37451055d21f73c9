"""What each format for other systems weighs and how long it takes: `make bench`. Nothing is written."""

import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.dont_write_bytecode = True
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from macros.exchange import Afzender, citation, coins, linked_data  # noqa: E402
from macros.exchange.lms.cartridge import VERSIONS, cartridge  # noqa: E402
from macros.exchange.lms.course import course  # noqa: E402
from macros.exchange.open.data import all_data, dumped, record_data, told_pages  # noqa: E402
from macros.exchange.open.lom import lom, materials  # noqa: E402
from macros.exchange.open.schema import data_schema  # noqa: E402
from macros.exchange.open.skos import concepts, jsonld, turtle  # noqa: E402
from macros.knowledge.records import Les  # noqa: E402
from macros.publish.editions.fixed import planks  # noqa: E402
from macros.publish.made.exchanged import Lasting  # noqa: E402
from macros.publish.made.generated import origin  # noqa: E402

SITE_URL = "https://voorbeeld.test/leren/"


def main() -> None:
    formats = formats_of(origin(ROOT / "docs", "Samen leren balanceren", SITE_URL))
    print(f"\n{'Formats for other systems':44}{'bytes':>12}{'seconds':>10}")
    sums = [0.0, 0.0]
    for name, make in formats.items():
        start = time.perf_counter()
        made = make()
        spent = time.perf_counter() - start
        size = weight(made)
        sums = [sums[0] + size, sums[1] + spent]
        print(f"{f'{name}, files {len(made):,}':44}{size:>12,}{spent:>10.3f}")
    print(f"{'together':44}{sums[0]:>12,.0f}{sums[1]:>10.3f}")
    start = time.perf_counter()
    kept = sum(len(one.editie.bestand) for one in planks(ROOT / "docs"))
    print(f"{'editions, as kept and compared':44}{kept:>12,}{time.perf_counter() - start:>10.3f}")


def weight(made: list[str] | list[bytes]) -> int:
    """How many bytes that are, together."""
    return sum(len(one.encode() if isinstance(one, str) else one) for one in made)


def formats_of(site: Afzender) -> dict[str, Callable[[], list]]:
    """What makes all files of each format, by its name."""
    bank, known = site.bank, Lasting(site, {})
    # Not counted: what the records follow from, once.
    assert bank.places and bank.mentioned_by and bank.vindplaatsen

    def packages(version: str) -> list[bytes]:
        chosen = [None, *([one] for one in bank.of_kind(Les))]
        return [cartridge(course(bank, site.address, one), version, known, "les") for one in chosen]

    def cited() -> list[str]:
        found = (citation(page.record, site.naam, site.address(page.record.id)) for page in bank.pages)
        return [coins(one.titel, site.naam, one.url) for one in found if one]

    return {
        **{f"Common Cartridge {version}": lambda version=version: packages(version) for version in VERSIONS},
        "JSON-LD in the pages": lambda: [linked_data(site, page.record, ()) for page in bank.pages],
        "COinS in the pages": cited,
        "SKOS, Turtle": lambda: [turtle(concepts(site))],
        "SKOS, JSON-LD": lambda: [jsonld(concepts(site))],
        "NL-LOM": lambda: [lom(site, one) for one in materials(site)],
        "JSON per record": lambda: [dumped(record_data(site, page)) for page in told_pages(bank)],
        "JSON of everything": lambda: [dumped(all_data(site))],
        "JSON Schema": lambda: [dumped(data_schema(site))],
    }


if __name__ == "__main__":
    main()
