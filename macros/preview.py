"""How `mkdocs serve` builds after an edit: first the pages that somebody is looking at, and behind them the whole site.

All pages take ten times as long, so they are left to a process of their own, which the next edit ends.
"""

from __future__ import annotations

import logging
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from tempfile import mkdtemp
from threading import Lock, Thread
from urllib.parse import unquote, urlsplit

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import ConfigurationError, MkDocsException

_MOST = 4
"""So many pages that are open come first: nobody who edits looks at more."""
_PYTHON = Path(__file__).resolve().parent


class Preview:
    """What `server`, that of MkDocs, shows of the files in the folders `sources`.

    While `first` is a set, `builder` is to build only those pages, addresses below the site's root, into `half`. `renewed` are
    the files that changed, and `shown` is the folder that browsers see.
    """

    def __init__(self, server, builder: Callable[[], None], sources: Iterable[Path], settings: str, address: str):
        self.first: frozenset[str] | None = None
        self.renewed: frozenset[Path] = frozenset()
        self.shown = Path(server.root)
        self._folder = Path(mkdtemp(prefix="voorbeeld-"))
        self.half = self._folder / "half"
        self._server, self._builder, self._sources = server, builder, tuple(sources)
        self._settings, self._address = settings, address
        self._open: tuple[str, ...] = ()
        self._behind: subprocess.Popen | None = None
        self._shows = Lock()
        """Held by who changes what is shown."""
        self._state = self._look()
        # Browsers load their page again when a file changes that the server watches.
        self._again = self._folder / "opnieuw"
        self._again.touch()
        server.watch(str(self._again))
        server.set_app(self._noting(server.get_app()))
        server.builder = self._renew

    def end(self) -> None:
        self._stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _renew(self) -> None:
        state = self._look()
        self.renewed = frozenset(path for path, _ in state.items() ^ self._state.items())
        if not self.renewed:
            # The pages are there already; that is what browsers hear now.
            return
        self._stop()
        self._state = state
        with self._shows:
            try:
                self._build_first()
            except MkDocsException as stop:
                self._tell(_said(stop))
                return
            self._server.root = str(self.shown)
        self._start()

    def _build_first(self) -> None:
        from .pages.site import address

        docs = self._sources[0]
        edited = (
            one.relative_to(docs).as_posix() for one in self.renewed if one.suffix == ".md" and docs in one.parents
        )
        self.first = frozenset([*self._open, *map(address, edited)])
        log = logging.getLogger("mkdocs")
        level = log.level
        # It would name every link to a page that comes later.
        log.setLevel(logging.WARNING)
        try:
            self._builder()
        finally:
            self.first = None
            log.setLevel(level)
        shutil.copytree(self.half, self.shown, dirs_exist_ok=True, copy_function=_anew)

    def _start(self) -> None:
        """Build the whole site behind what is shown."""
        target = Path(mkdtemp(dir=self._folder))
        command = [sys.executable, "-m", __name__, self._settings, str(target), self._address]
        folder = Path(self._settings).parent
        self._behind = subprocess.Popen(
            command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=folder, start_new_session=True
        )
        Thread(target=self._follow, args=(self._behind, target), daemon=True).start()

    def _stop(self) -> None:
        behind, self._behind = self._behind, None
        if behind and behind.stdin:
            behind.stdin.close()
            behind.wait()

    def _follow(self, behind: subprocess.Popen, target: Path) -> None:
        told = behind.stderr.read() if behind.stderr else ""
        behind.wait()
        with self._shows:
            if behind is not self._behind:
                shutil.rmtree(target, ignore_errors=True)
            elif behind.returncode:
                self._tell(told)
                self._again.touch()
            else:
                self._show(target)

    def _show(self, site: Path) -> None:
        """Show `site`, and have browsers load their page again when it is another there."""
        before, self.shown = self.shown, site
        self._server.root = str(site)
        if any(_text(before, one) != _text(site, one) for one in self._open):
            self._again.touch()
        if before.parent == self._folder:
            shutil.rmtree(before, ignore_errors=True)

    def _tell(self, told: str) -> None:
        from .publish import tell_in_the_browser

        print(told, file=sys.stderr)
        mistakes = self._folder / "fouten"
        tell_in_the_browser(told, self.shown, mistakes)
        self._server.root = str(mistakes)

    def _look(self) -> dict[Path, int]:
        """When each file of the sources last changed."""
        found = {}
        for source in self._sources:
            for path in source.rglob("*") if source.is_dir() else [source]:
                # Editors come and go with files of their own.
                with suppress(FileNotFoundError):
                    if path.is_file():
                        found[path] = path.stat().st_mtime_ns
        return found

    def _noting(self, app):
        """`app`, with a note of each page that asks whether it is still the newest: that one is open somewhere."""

        def noting(environ, start_response):
            if environ["PATH_INFO"].startswith("/livereload/"):
                path = unquote(urlsplit(environ.get("HTTP_REFERER", "")).path)
                if path.startswith(self._server.mount_path):
                    page = path.removeprefix(self._server.mount_path).removesuffix("index.html")
                    # As a whole, for other threads read it meanwhile.
                    self._open = (page, *(one for one in self._open if one != page))[:_MOST]
            return app(environ, start_response)

        return noting


def load_again(preview: Preview | None) -> None:
    """Forget our modules where they may have changed: kept, an edit to Python would only be seen after a restart."""
    if preview is None or any(_PYTHON in one.parents for one in preview.renewed):
        for name in [name for name in sys.modules if name == "macros" or name.startswith("macros.")]:
            del sys.modules[name]


def _anew(source: str, target: str) -> None:
    """Copy a file beside what is there: of pictures that may be the file of an edition before, under two names."""
    Path(target).unlink(missing_ok=True)
    shutil.copy2(source, target)


def _text(site: Path, page: str) -> bytes | None:
    file = site / page / "index.html"
    return file.read_bytes() if file.is_file() else None


def _whole(settings: str, site_dir: str, address: str) -> None:
    """Build all of the site, as `mkdocs serve` does by itself, for as long as somebody holds the other end of our input."""
    Thread(target=_follow_input, daemon=True).start()
    try:
        config = load_config(settings, site_dir=site_dir)
        config.plugins.on_startup(command="serve", dirty=False)
        config.site_url = address
        build(config, serve_url=address)
    except MkDocsException as stop:
        sys.exit(_said(stop))


def _said(stop: MkDocsException) -> str:
    """What to tell of `stop`: of settings that MkDocs can't read it says itself where, but not in Dutch and not in which file."""
    return (
        f"mkdocs.yml: deze instellingen zijn niet te lezen\n\n{stop}"
        if isinstance(stop, ConfigurationError)
        else str(stop)
    )


def _follow_input() -> None:
    sys.stdin.read()
    # With all that we have started, which is in our session.
    os.killpg(0, signal.SIGKILL)


if __name__ == "__main__":
    _whole(*sys.argv[1:])
