"""The servers of the page Publiceren: its configurations as they stand there, run by Debian's own nginx, Caddy and Apache."""

import getpass
import re
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import FOLDER, ROOT
from tests.programs import free_port, libraries, program, stop

PAGE = (ROOT / "docs" / "over" / "publiceren.md").read_text(encoding="utf-8")
SERVERS = {"nginx": "nginx", "caddy": "caddyfile", "apache2": "apache"}
"""The servers, with what the page calls the language of their configuration."""


def configuration(server: str) -> str:
    """The whole configuration that the page gives for `server`."""
    (found,) = re.findall(rf"^```{SERVERS[server]}\n(.*?)^```", PAGE, re.M | re.S)
    return found


def installed(server: str) -> str:
    """The server itself."""
    return program(server) or pytest.skip(f"no {server}; see tests/setup.sh")


HOST = """
ServerRoot {place}
ServerName {host}
Listen {host}:{port}
PidFile {place}/pid
DefaultRuntimeDir {place}
Mutex file:{place}
ErrorLog {place}/errors
TypesConfig /dev/null
DocumentRoot {root}
AccessFileName {access}
<Directory {root}>
  Options Indexes FollowSymLinks
  AllowOverride FileInfo Indexes
</Directory>
"""
"""What a web host that has Apache says itself: it shows lists of files, and lets a customer set little more than needed."""
MODULES = ["mpm_event", "authz_core", "autoindex", "dir", "headers", "mime", "rewrite"]


@contextmanager
def running(server: str, root: Path, place: Path, text: str) -> Iterator[tuple[str, int]]:
    """Host and port at which `server` serves folder `root` by configuration `text`, with only this machine's places changed."""
    host, port, access = "127.0.0.1", free_port(), None
    place.mkdir(parents=True)
    if server == "nginx":
        temporary = "".join(
            f"{kind}_temp_path {place};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        )
        changes = {
            "user www-data;": f"user {getpass.getuser()};",
            "pid /run/nginx.pid;": f"pid {place}/pid;",
            "http {\n": f"http {{\n{temporary}",
            "listen 80;": f"listen {host}:{port};",
            # Not every machine that tests has addresses of this kind.
            "        listen [::]:80;\n": "",
            "root /srv/site;": f"root {root};",
        }
    elif server == "caddy":
        changes = {
            "leren.voorbeeld.nl {\n": f"http://{host}:{port} {{\n",
            "root * /srv/site\n": f"root * {root}\n",
        }
    else:
        changes = {}
    for old, new in changes.items():
        assert text.count(old) == 1, f"the configuration of {server} has {old!r} {text.count(old)} times"
        text = text.replace(old, new)
    file = place / "configuration"
    if server == "nginx":
        command = [installed(server), "-p", str(place), "-e", "stderr", "-g", "daemon off;", "-c", str(file)]
    elif server == "caddy":
        text = "{\nadmin off\n}\n" + text
        command = [installed(server), "run", "--adapter", "caddyfile", "--config", str(file)]
    else:
        # Beside the first page, under a name that no other run there has.
        home = root if (root / "index.html").exists() else root / FOLDER.strip("/")
        access = home / f".htaccess-{port}"
        access.write_text(text, encoding="utf-8")
        folder = Path(installed(server)).parents[1] / "lib" / "apache2" / "modules"
        text = "".join(f"LoadModule {one}_module {folder}/mod_{one}.so\n" for one in MODULES)
        text += HOST.format(place=place, host=host, port=port, root=root, access=access.name)
        # One process, which stays who it is.
        command = [installed(server), "-X", "-f", str(file)]
    file.write_text(text, encoding="utf-8")
    with (place / "log").open("w") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, env={**libraries(), "HOME": str(place)})
        try:
            end = time.monotonic() + 20
            while not _answers(host, port):
                assert process.poll() is None and time.monotonic() < end, (place / "log").read_text()
                time.sleep(0.02)
            yield host, port
        finally:
            stop(process)
            if access:
                access.unlink()


def _answers(host: str, port: int) -> bool:
    with socket.socket() as one:
        return one.connect_ex((host, port)) == 0
