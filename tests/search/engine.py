"""Search without a browser: the scripts of the theme, run by Node on an index."""

from pathlib import Path

import yaml

from tests.programs import answer

HERE = Path(__file__).resolve().parent


def queries(half: str) -> dict[str, dict[str, list[str]]]:
    """The addresses that count as right, by what is typed, by kind of difficulty; `half` is `known`, `kept` or `fresh`."""
    read = yaml.load((HERE / "queries.yml").read_text(encoding="utf-8"), yaml.CSafeLoader)
    return {
        kind: {str(typed): [f"{page}/" for page in right] for typed, right in asked.items()}
        for kind, asked in read[half].items()
    }


def ask(index: str, asked: list[str]) -> list[list[dict]]:
    """For each text that is typed what is found, best first: dictionaries of `address` and `anchor`."""
    return _told(index, asked, near=False)


def nearest(index: str, asked: list[str]) -> list[list[str]]:
    """For each text that is typed the words that look like it."""
    return _told(index, asked, near=True)


def in_danger(asked: list[str]) -> list[str]:
    """What of some texts may mean danger."""
    return answer(HERE / "danger.js", asked)


def _told(index: str, asked: list[str], near: bool) -> list:
    return answer(HERE / "ask.js", {"source": index, "asked": asked, "near": near})
