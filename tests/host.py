"""Hosts of a folder, and what they make of `_headers`: the rules that fit an address, all together or the last of each header."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from fnmatch import fnmatchcase
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


@contextmanager
def serving(handler: Callable) -> Iterator[str]:
    """The address at which `handler` answers, with a slash at the end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


class Quiet(SimpleHTTPRequestHandler):
    """A plain host that doesn't tell what it does."""

    def copyfile(self, source, outputfile):
        # A browser that goes on to another page wants no more of this one.
        with suppress(BrokenPipeError, ConnectionResetError):
            super().copyfile(source, outputfile)

    def log_message(self, *args):
        pass


def plain(folder: Path) -> Callable:
    """A plain host of a folder."""
    return partial(Quiet, directory=str(folder))


def host_of(site: Path, folder: str, headers: str | None = None) -> type[Quiet]:
    """A host that serves the site below `folder`, such as `/map/`, and does what its `_headers` says, or `headers`."""
    headers = headers if headers is not None else (site / "_headers").read_text(encoding="utf-8")

    class Host(Quiet):
        def __init__(self, *args):
            super().__init__(*args, directory=str(site))

        def translate_path(self, path):
            return super().translate_path(path.removeprefix(folder))

        def end_headers(self):
            for name, value in sent(headers, self.path.split("?")[0]).items():
                self.send_header(name, value)
            super().end_headers()

    return Host


def rules(headers: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """The rules in the file, each with its path and headers."""
    found: list[tuple[str, list[tuple[str, str]]]] = []
    for line in headers.splitlines():
        if line.startswith(" "):
            name, value = line.strip().split(": ", 1)
            found[-1][1].append((name, value))
        else:
            found.append((line, []))
    return found


def sent(headers: str, path: str, merge: bool = True) -> dict[str, str]:
    """The headers that go with `path`: of a host that joins what several rules say, or of one that keeps the last."""
    together: dict[str, str] = {}
    for pattern, pairs in rules(headers):
        if fnmatchcase(path, pattern):
            for name, value in pairs:
                together[name] = f"{together[name]}, {value}" if merge and name in together else value
    return together


def may_frame(policies: str | None) -> str:
    """Who may show a page with these policies in a frame: who every policy lets; all, when none says."""
    said = {
        words[1]
        for policy in (policies or "").split(",")
        for part in policy.split(";")
        if (words := part.split()) and words[0] == "frame-ancestors"
    }
    return "*" if said <= {"*"} else "'self'" if said <= {"*", "'self'"} else f"unknown: {said}"


def may_use(permissions: str, what: str) -> str:
    """Who may use `what` on a page with this permissions policy: of what is said twice, the last counts."""
    return dict(part.strip().split("=", 1) for part in permissions.split(","))[what]
