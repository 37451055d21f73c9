"""Firefox and WebKit as Debian has them, driven by the commands of W3C WebDriver and nothing but the standard library.

WebKitWebDriver takes the commands over HTTP. For Firefox that is done by geckodriver, which Debian and the registries don't
have; it only hands them on to Marionette, which every Firefox has built in and which takes them over a socket.
"""

from __future__ import annotations

import base64
import json
import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from tests.programs import free_port, stop

# A command as WebKit's driver and as Firefox knows it.
COMMANDS = {
    "go": ("POST /url", "WebDriver:Navigate"),
    "reload": ("POST /refresh", "WebDriver:Refresh"),
    "script": ("POST /execute/sync", "WebDriver:ExecuteScript"),
    "wait": ("POST /execute/async", "WebDriver:ExecuteAsyncScript"),
    "act": ("POST /actions", "WebDriver:PerformActions"),
    "find": ("POST /elements", "WebDriver:FindElements"),
    "click": ("POST /element/{id}/click", "WebDriver:ElementClick"),
    "selected": ("GET /element/{id}/selected", "WebDriver:IsElementSelected"),
    "role": ("GET /element/{id}/computedrole", "WebDriver:GetComputedRole"),
    "resize": ("POST /window/rect", "WebDriver:SetWindowRect"),
    "print": ("POST /print", "WebDriver:Print"),
    "timeouts": ("POST /timeouts", "WebDriver:SetTimeouts"),
}
PATIENCE = 30
KEYS = {"Right": "\ue014", "Left": "\ue012", "Space": " ", "Tab": "\ue004", "Enter": "\ue007"}
Send = Callable[..., Any]


class Refused(Exception):
    """A command that the browser could not carry out, in its own words."""


class Page:
    """The one page of a running browser."""

    def __init__(self, send: Send, scripting: bool) -> None:
        self._send, self._scripting = send, scripting
        send("timeouts", script=PATIENCE * 1000, pageLoad=PATIENCE * 1000)
        self.resize(1200)

    def go(self, url: str) -> None:
        """Open a page, and wait for its scripts and letters: a driver may think it there before."""
        self._send("go", url=url)
        self._until_there()

    def reload(self) -> None:
        """Load the page anew, and wait for it as `go` does: the page before would answer until it is gone."""
        self._send("reload")
        self._until_there()

    def _until_there(self) -> None:
        if self._scripting:
            # What search is made of is loaded when it is opened.
            self.until("""document.readyState === "complete" && document.fonts.status === "loaded"
                && document.body.checkVisibility() && !document.querySelector(":not(:defined, zoek-veld)")""")

    def js(self, code: str, *values: Any) -> Any:
        """What the expression `code` gives; `values` are in it as `arguments`."""
        return self._send("script", script=f"return ({code})", args=list(values))

    def later(self, code: str) -> Any:
        """What the body of an async function gives, once it is there."""
        found = self._send(
            "wait",
            script=f"""const done = arguments[arguments.length - 1];
            (async () => {{ {code} }})().then((value) => done({{ value }}), (error) => done({{ error: String(error) }}))""",
            args=[],
        )
        if "error" in found:
            raise Refused(found["error"])
        return found.get("value")

    def until(self, code: str) -> None:
        """Wait until the expression `code` holds."""
        self.expect(f"Boolean({code})", True)

    def expect(self, code: str, wanted: Any) -> None:
        """Wait until the expression `code` gives `wanted`."""
        end = time.monotonic() + PATIENCE
        while (found := self.js(code)) != wanted:
            assert time.monotonic() < end, f"{code}: {found!r} instead of {wanted!r}"
            time.sleep(0.03)

    def press(self, css: str, x: float = 0.5, to: float | None = None, pointer: str = "mouse") -> None:
        """Press the first visible element, once it stands still, at `x` of its width, and move on to `to`."""
        self.until(f"[...document.querySelectorAll({json.dumps(css)})].some((one) => one.checkVisibility())")
        left, width, y = self.later(
            f"""
            const one = [...document.querySelectorAll({json.dumps(css)})].find((each) => each.checkVisibility());
            let before, box;
            do {{
                one.scrollIntoView({{ block: "center", behavior: "instant" }});
                before = one.getBoundingClientRect();
                await new Promise((done) => setTimeout(done, 50));
                box = one.getBoundingClientRect();
            }} while (box.left !== before.left || box.top !== before.top);
            return [box.left, box.width, (box.top + box.bottom) / 2];
            """
        )
        moves = [
            {"type": "pointerMove", "x": round(left + width * at), "y": round(y), "duration": 0}
            for at in (x, *([] if to is None else [(x + to) / 2, to]))
        ]
        self._send(
            "act",
            actions=[
                {
                    "type": "pointer",
                    "id": pointer,
                    "parameters": {"pointerType": pointer},
                    "actions": [
                        moves[0],
                        {"type": "pointerDown", "button": 0},
                        *moves[1:],
                        {"type": "pointerUp", "button": 0},
                    ],
                }
            ],
        )

    def type(self, *keys: str) -> None:
        """Press keys, by name or letter, one after another."""
        letters = [KEYS.get(key, key) for key in keys]
        self._send(
            "act",
            actions=[
                {
                    "type": "key",
                    "id": "keyboard",
                    "actions": [{"type": kind, "value": letter} for letter in letters for kind in ("keyDown", "keyUp")],
                }
            ],
        )

    def resize(self, width: int) -> None:
        """Make the window so many pixels wide."""
        self._send("resize", width=width, height=900)

    def pdf(self) -> bytes:
        """The page on paper, A4."""
        return base64.b64decode(self._send("print", page={"width": 21.0, "height": 29.7}))

    def roles(self, css: str) -> list[str]:
        """What each such element is to a screen reader."""
        found = self._send("find", using="css selector", value=css)
        return [self._send("role", id=next(iter(one.values()))) for one in found]

    def native_click(self, css: str) -> bool:
        """Click the first such element without any script, and tell whether it is then chosen."""
        element = next(iter(self._send("find", using="css selector", value=css)[0].values()))
        end = time.monotonic() + PATIENCE
        while True:
            try:
                self._send("click", id=element)
                return self._send("selected", id=element)
            except Refused:
                # A page that was only just opened may not stand on the screen yet.
                if time.monotonic() > end:
                    raise
                time.sleep(0.05)


@contextmanager
def firefox(folder: Path, scripting: bool = True, keeping: bool = True) -> Iterator[Page]:
    """A page in Firefox, with its profile in `folder`, and without `keeping` as who lets no site keep anything has it."""
    preferences = {
        "marionette.port": 0,
        "javascript.enabled": scripting,
        "network.cookie.cookieBehavior": 0 if keeping else 2,
        "app.normandy.enabled": False,
        "datareporting.policy.dataSubmissionEnabled": False,
        "browser.startup.page": 0,
    }
    (folder / "user.js").write_text(
        "".join(f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in preferences.items())
    )
    with ExitStack() as stack:
        process = _started(
            stack, [shutil.which("firefox-esr"), "--headless", "--marionette", "--no-remote", "--profile", folder]
        )
        port = int(_when_there(folder / "MarionetteActivePort", process))
        wire = stack.enter_context(socket.create_connection(("127.0.0.1", port), timeout=3 * PATIENCE))
        answers = stack.enter_context(wire.makefile("rb"))
        count = 0

        def receive() -> Any:
            size = b""
            while (sign := answers.read(1)) != b":":
                size += sign
            return json.loads(answers.read(int(size)))

        def send(command: str, **values: Any) -> Any:
            nonlocal count
            count += 1
            name = COMMANDS[command][1] if command in COMMANDS else command
            message = json.dumps([0, count, name, values]).encode()
            wire.sendall(b"%d:%s" % (len(message), message))
            _, _, error, result = receive()
            if error:
                raise Refused(f"{name}: {error['message']}")
            return result["value"] if isinstance(result, dict) and "value" in result else result

        receive()
        send("WebDriver:NewSession", capabilities={})
        yield Page(send, scripting)


@contextmanager
def webkit(folder: Path, scripting: bool = True) -> Iterator[Page]:
    """A page in WebKitGTK's own small browser, on a screen that nobody sees."""
    with ExitStack() as stack:
        screen = _started(
            stack,
            ["Xvfb", "-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"],
            stdout=subprocess.PIPE,
        )
        environment = {
            **os.environ,
            "DISPLAY": f":{screen.stdout.readline().decode().strip()}",
            "GDK_BACKEND": "x11",
            "NO_AT_BRIDGE": "1",
            "HOME": str(folder),
        }
        port = free_port()
        _started(stack, ["WebKitWebDriver", f"--port={port}"], env=environment)
        session = ""

        def send(command: str, **values: Any) -> Any:
            method, path = (COMMANDS[command][0] if command in COMMANDS else command).split()
            request = urllib.request.Request(
                f"http://127.0.0.1:{port}{session}{path.format(**values)}".rstrip("/"),
                method=method,
                data=json.dumps(values).encode() if method == "POST" else None,
            )
            try:
                with urllib.request.urlopen(request, timeout=3 * PATIENCE) as response:
                    return json.load(response)["value"]
            except urllib.error.HTTPError as error:
                raise Refused(f"{path}: {error.read().decode()}") from None

        arguments = ["--automation", f"--enable-javascript-markup={str(scripting).lower()}"]
        options = {
            "browserName": "MiniBrowser",
            "webkitgtk:browserOptions": {"binary": _minibrowser(), "args": arguments},
        }
        end = time.monotonic() + PATIENCE
        while True:
            try:
                opened = send("POST /session", capabilities={"alwaysMatch": options})
                break
            except (ConnectionError, urllib.error.URLError):
                if time.monotonic() > end:
                    raise
                time.sleep(0.05)
        session = f"/session/{opened['sessionId']}"
        try:
            yield Page(send, scripting)
        finally:
            send("DELETE /")


BROWSERS = {"firefox": firefox, "webkit": webkit}


def missing(name: str) -> list[str]:
    """The Debian packages that driving this browser still needs."""
    needs = {
        "firefox": {"firefox-esr": shutil.which("firefox-esr")},
        "webkit": {
            "webkit2gtk-driver": shutil.which("WebKitWebDriver") and _minibrowser(),
            "xvfb": shutil.which("Xvfb"),
        },
    }
    return [package for package, there in needs[name].items() if not there]


def _minibrowser() -> str | None:
    return next(iter(sorted(map(str, Path("/usr/lib").glob("*/webkit*/MiniBrowser")), reverse=True)), None)


def _started(stack: ExitStack, command: list, **options: Any) -> subprocess.Popen:
    options.setdefault("stdout", subprocess.DEVNULL)
    process = stack.enter_context(subprocess.Popen(command, stderr=subprocess.DEVNULL, **options))
    stack.callback(stop, process)
    return process


def _when_there(file: Path, process: subprocess.Popen) -> str:
    end = time.monotonic() + 3 * PATIENCE
    while not file.exists() or not file.read_text().strip():
        if process.poll() is not None or time.monotonic() > end:
            raise TimeoutError(f"the browser did not write {file.name}")
        time.sleep(0.05)
    return file.read_text()
