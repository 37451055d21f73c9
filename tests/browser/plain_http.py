"""The built site on a host without https that is not this machine, where browsers call no page safe."""

import mimetypes
from collections.abc import Callable
from pathlib import Path

HOST = "http://voorbeeld.test/leren/"


def answering(site: Path) -> Callable:
    """What answers each request below `HOST` from the folder of the site."""

    def answer(route):
        path = site / route.request.url.removeprefix(HOST).partition("#")[0].partition("?")[0]
        file = path / "index.html" if path.is_dir() else path
        route.fulfill(path=file, content_type=mimetypes.guess_type(file)[0])

    return answer
