"""Whom to call stands on each running order, by the numbers of the page that begins with them."""

import re

from macros.knowledge.gevaar import GEVAAR
from macros.pages.gevaar import to_call
from tests.conftest import ROOT

NUMBER = r"\b(?:11[23]|0800-\d{4})\b"


def test_paper_has_the_numbers_of_the_page_that_begins_with_whom_to_call():
    first_help = (ROOT / "docs/vastgelopen.md").read_text(encoding="utf-8")
    numbers = re.findall(NUMBER, GEVAAR)
    assert len(numbers) == 4 and set(numbers) <= set(re.findall(NUMBER, first_help))


def test_each_number_on_a_page_is_one_to_press():
    page = str(to_call())
    assert re.findall(r'<a href="tel:(\d+)">', page) == ["112", "08002000", "113", "08000113"]
    assert re.sub("<[^>]+>", "", page) == GEVAAR
