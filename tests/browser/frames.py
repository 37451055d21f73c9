"""Pages of a school that show ours in frames, for the tests of what can be embedded: two origins, as in a real LMS."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

from tests.host import sent

SANDBOX = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox"
LINE, SET = "insluiten/doorgaan-of-vertragen/", "insluiten/vragen/"


@contextmanager
def serving(handler) -> Iterator[str]:
    """The address at which `handler` answers, with a slash at the end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def host_of(site):
    """A host that serves the site from its root and does what `_headers` says."""
    headers = (site / "_headers").read_text(encoding="utf-8")

    class Host(SimpleHTTPRequestHandler):
        def __init__(self, *args):
            super().__init__(*args, directory=str(site))

        def end_headers(self):
            for name, value in sent(headers, self.path.split("?")[0]).items():
                self.send_header(name, value)
            super().end_headers()

        def log_message(self, *args):
            pass

    return Host


def school_with(pages: dict[str, str]):
    """A school's site; `pages` gives the bodies by path, and may change."""

    class School(SimpleHTTPRequestHandler):
        def do_GET(self):
            body = f'<!doctype html><html lang="nl"><meta charset="utf-8"><title>Les</title>{pages.get(self.path, "")}'.encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args):
            pass

    return School


def frame(src: str, more: str = "", sandbox: str = SANDBOX) -> str:
    """The code that a teacher pastes; some systems make its sandbox stricter."""
    return f'<iframe src="{src}" title="Lijn" width="100%" height="500" style="border: 0" sandbox="{sandbox}" {more}></iframe>'


def script(host: str) -> str:
    return f'<script src="{host}assets/js/insluiten-hoogte.js" async></script>'
