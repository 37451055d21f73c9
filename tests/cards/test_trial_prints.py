"""Proves that whatever has a QR code says so beside it when that leads nowhere."""

import io
from dataclasses import replace

import pypdfium2
import pytest

from macros import cards
from macros.cards.lines import render_lines
from macros.cards.testsheet import render_testsheet
from tests.cards.reading import codes_in

pytestmark = pytest.mark.whole  # each typesets anew


def prints(shop):
    for id in ("emoties", "werkkaarten-vouwkaarten", "reflectievragen-sv4"):
        yield cards.Job(
            shop, shop.bank.places[id].page.record, cards.form_of(shop.bank, shop.bank.places[id].page.record).maat
        ).document.pdf()
    yield render_testsheet(shop, "proefvel")
    for files in cards.line_files(shop.bank):
        yield render_lines(shop, [files.fields[0][0]], files.form)


def test_each_code_has_the_word_beside_it_and_without_a_trial_none_has(shop):
    for trial in (True, False):
        found = 0
        for pdf in prints(replace(shop, trial=trial)):
            for page in pypdfium2.PdfDocument(io.BytesIO(pdf)):
                codes = len(codes_in(page.render(scale=200 / 72, grayscale=True).to_pil(), 200))
                found += codes
                assert page.get_textpage().get_text_range().count("proefadres") == (codes if trial else 0)
        assert found > 20
