"""The examples of `examples.yml`: works as records, and what exporters refuse; and how golden lines are compared with HTML."""

import html
import re
from pathlib import Path

import yaml

from macros.knowledge.items import Referentie

EXAMPLES, REFUSED = yaml.load_all(
    (Path(__file__).parent / "examples.yml").read_text(encoding="utf-8"), yaml.CSafeLoader
)
NAMES = [example["naam"] for example in EXAMPLES]


def work(fields: dict) -> Referentie:
    """A record from YAML, in which lists stand for tuples."""
    return Referentie.model_validate(fields, strict=False)


WORKS = tuple(work(example["werk"]) for example in EXAMPLES)


def readable(text: str) -> str:
    """HTML as the golden lines have it: italics between asterisks, another language behind an `@`, no entities.

    Any other element is a mistake.
    """
    marked = re.sub(r'<(em|span) lang="(\w+)">', lambda told: f"@{told[2]} {'*' if told[1] == 'em' else ''}", text)
    marked = re.sub(r"</span>", "", re.sub(r"</?em>", "*", marked))
    assert not re.search(r"<|&(?!amp;|lt;|gt;)", marked), text
    return html.unescape(marked)
