"""How readable each page is, hardest first: Flesch-Douma (Douma, 1960), a report for editors and not a gate.

Score = 206.84 - 0.77 x syllables per 100 words - 0.93 x words per sentence. Below 60 a text is commonly taken to ask
more than B1; the field's own long words weigh in, so a low score is a reason to reread, not proof.
"""

import re
import sys
from pathlib import Path

import pyphen
from pydantic import BaseModel

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from macros.knowledge.reader import load  # noqa: E402

B1 = 60
SYLLABLES = pyphen.Pyphen(lang="nl_NL")
WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_MARKUP = re.compile(r"\{[{%:].*?\}|\]\([^)]*\)|^#+ .*$|[*_`>|\[\]]", re.M)
_TOLD = {
    "samenvatting",
    "doel",
    "tekst",
    "vraag",
    "deelvragen",
    "wanneer",
    "punten",
    "stappen",
    "uitleg",
    "betekenis",
    "kern",
    "toelichting",
    "voor_wie",
    "valkuilen",
    "nabespreken",
    "regels",
    "inleiding",
    "waarom",
    "veiligheid",
    "casus",
    "docent",
    "student",
    "inkorten",
    "opdracht_na",
    "online",
    "nog_niet",
    "voldoende",
    "sterk",
}


def score(text: str) -> tuple[float, int]:
    """Flesch-Douma of `text` and its number of words."""
    words = WORD.findall(text)
    sentences = max(1, len(re.findall(r"[.?!:](?:\s|$)", text)))
    syllables = sum(len(SYLLABLES.positions(word)) + 1 for word in words)
    return 206.84 - 77 * syllables / max(1, len(words)) - 0.93 * len(words) / sentences, len(words)


def told(value: object) -> list[str]:
    """Every text in the front matter that a reader reads as a sentence."""
    if isinstance(value, tuple):
        return [text for one in value for text in told(one)]
    if not isinstance(value, BaseModel):
        return []
    found = []
    for name in type(value).model_fields:
        child = getattr(value, name)
        if name in _TOLD and isinstance(child, str):
            found.append(child)
        elif name in _TOLD and isinstance(child, tuple) and all(isinstance(one, str) for one in child):
            found += child
        else:
            found += told(child)
    return found


def main() -> None:
    bank = load(Path(__file__).resolve().parent.parent / "docs")
    rows = []
    for page in bank.pages:
        sentences = [text if text[-1] in ".?!" else f"{text}." for text in told(page.record)]
        rows.append((*score(" ".join([*sentences, _MARKUP.sub(" ", page.prose.text)])), page.path))
    rows.sort()
    for points, words, path in rows:
        print(f"{points:6.1f}  {words:5d} words  {path}{'' if points >= B1 else '  below B1'}")
    print(
        f"\n{sum(points < B1 for points, *_ in rows)} of {len(rows)} pages below {B1}; median {rows[len(rows) // 2][0]:.1f}"
    )


if __name__ == "__main__":
    main()
