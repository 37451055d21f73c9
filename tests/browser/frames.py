"""Pages of a school that show ours in frames, for the tests of what can be embedded: two origins, as in a real LMS."""

from tests.host import Quiet

SANDBOX = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox"
LINE, SET = "insluiten/doorgaan-of-vertragen/", "insluiten/vragen/"


def school_with(pages: dict[str, str]):
    """A school's site; `pages` gives the bodies by path, and may change."""

    class School(Quiet):
        def do_GET(self):
            body = f'<!doctype html><html lang="nl"><meta charset="utf-8"><title>Les</title>{pages.get(self.path, "")}'.encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    return School


def frame(src: str, more: str = "", sandbox: str = SANDBOX) -> str:
    """The code that a teacher pastes; some systems make its sandbox stricter."""
    return f'<iframe src="{src}" title="Lijn" width="100%" height="500" style="border: 0" sandbox="{sandbox}" {more}></iframe>'


def script(host: str) -> str:
    return f'<script src="{host}assets/js/insluiten-hoogte.js" async></script>'
