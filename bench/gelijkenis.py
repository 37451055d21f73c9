"""Which sentences of different begrippen say nearly the same: pairs by shared weight, a report for editors and not a gate.

A word weighs more the fewer sentences have it (log of N/df, the IDF of TF-IDF). A pair is two sentences of nine
different words or more of which the words in common carry more than 55% of the weight of the lighter one.
"""

import math
import re
import sys
from collections import Counter
from itertools import combinations
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
from macros.knowledge.reader import load  # noqa: E402
from macros.knowledge.records import Begrip  # noqa: E402
from tests.knowledge.sentences import prose, sentences_in  # noqa: E402

SHARED = 0.55
WORDS = 9
WORD = re.compile(r"[a-zà-ÿ]+(?:[’'-][a-zà-ÿ]+)*")
COMMON = 1 / 10
"""Words in more of the sentences than this bring no pair together."""


def sentences(docs: Path) -> list[tuple[str, str, frozenset[str]]]:
    """Id, text and words of each sentence of a begrip that is long enough; headings left out."""
    bank = load(docs)
    found = []
    for begrip in bank.of_kind(Begrip):
        body = re.sub(r"^#+ .*$", "", bank.places[begrip.id].page.prose.text, flags=re.M)
        for text in (begrip.samenvatting, *prose(body)):
            for one in sentences_in(begrip.id, text):
                words = frozenset(WORD.findall(one.text.lower()))
                if len(words) >= WORDS:
                    found.append((begrip.id, one.text, words))
    return found


def pairs(found: list[tuple[str, str, frozenset[str]]]) -> list[tuple[float, int, int]]:
    """Share and places in `found` of each pair of sentences on different pages that share too much, most alike first."""
    often = Counter(word for _, _, words in found for word in words)
    weight = {word: math.log(len(found) / count) for word, count in often.items()}
    whole = [sum(weight[word] for word in words) for _, _, words in found]
    holders: dict[str, list[int]] = {}
    for place, (_, _, words) in enumerate(found):
        for word in words:
            if often[word] <= len(found) * COMMON:
                holders.setdefault(word, []).append(place)
    met = {pair for places in holders.values() for pair in combinations(places, 2)}
    shares = (
        (sum(weight[word] for word in found[one][2] & found[other][2]) / min(whole[one], whole[other]), one, other)
        for one, other in met
        if found[one][0] != found[other][0]
    )
    return sorted((pair for pair in shares if pair[0] > SHARED), reverse=True)


def main() -> None:
    found = sentences(ROOT / "docs")
    alike = pairs(found)
    for share, one, other in alike:
        print(f"{share:4.0%}  {found[one][0]} ~ {found[other][0]}\n      {found[one][1]}\n      {found[other][1]}")
    print(f"\n{len(alike)} pairs of {len(found)} sentences share more than {SHARED:.0%}")


if __name__ == "__main__":
    main()
