"""Proves that who has a question, or is told of here, is told where to write, or that there is no address yet."""

import pytest

from macros.publish.settings import checked_contact
from tests.altered import CONTACT

PAGE = "over/colofon/index.html"
NONE_YET = "nog geen adres om naar te schrijven"


def test_as_long_as_there_is_none_that_is_said(site):
    assert checked_contact(None) is None
    assert NONE_YET in (site / PAGE).read_text(encoding="utf-8")


def test_what_is_set_is_told(altered):
    page = (altered / "site" / PAGE).read_text(encoding="utf-8")
    assert f'<a href="mailto:{CONTACT}"' in page and NONE_YET not in page


@pytest.mark.parametrize(
    "given", ["jan.de-wit+site@leren.voorbeeld.nl", "https://voorbeeld.nl", "https://voorbeeld.nl/@jan/form?x=1#y"]
)
def test_mail_and_pages_are_taken(given):
    assert checked_contact(f" {given} ") == given
