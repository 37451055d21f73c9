"""Every page passes what the modules beside this one ask of pages, and each of their checks sees what they spoil for it."""

import pytest
import test_site_pages
import test_site_security
from reading import named_in, pages_of, spoiled

MODULES = (test_site_pages, test_site_security)
SPOILED = [case for module in MODULES for case in module.SPOILED]


@pytest.mark.parametrize("check", [check for module in MODULES for check in module.CHECKS])
def test_every_page(check, site):
    assert len(pages_of(site)) > 30
    assert check(pages_of(site)) == []


@pytest.mark.parametrize("check, path, old, new", SPOILED)
def test_control_case(check, path, old, new, site):
    few = named_in(SPOILED, site)
    assert check(few) == []
    assert [told for told in check(spoiled(few, path, old, new)) if told.startswith(path)]
