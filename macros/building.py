"""What the events of one build share: its settings as the rooms ask for them, and how it stops."""

from __future__ import annotations

import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.exceptions import Abort

from . import calls_of
from .exchange import Afzender
from .knowledge.errors import ContentError
from .pages.site import Site
from .publish import origin, refusal


class _Stop(Abort):
    """A stop of the build, told where errors belong: MkDocs itself would use stdout."""

    def show(self, *args, **kwargs):
        print(self.format_message(), file=sys.stderr)


@contextmanager
def stopping() -> Generator[None]:
    """Stop MkDocs at the content's own errors; what is our fault keeps its traceback."""
    try:
        yield
    except ContentError as error:
        raise _Stop(refusal(error.mistakes)) from None


def origin_of(config) -> Afzender:
    """The site as other systems are told of it."""
    return origin(Path(config.docs_dir), config.site_name, config.extra["site_url"], config.extra["licentie"])


def site_of(page, config) -> Site:
    """The knowledge, seen from `page`."""
    return calls_of(config).site(page.file.src_uri)
