"""How many requests a second nginx and Caddy answer with the configurations of the page Publiceren: part of `make bench`.

Server and client (wrk) share two cores of this machine, over the loopback. The mix is every page, the files that are named
by their content and the signs, each as often, packed with Brotli as browsers ask for it. Beside the rate stands what one
second of a processor answers, client included: on a machine with other work that tells more.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "site")]

from servers import configuration, running  # noqa: E402

UNPACKED = Path(sys.prefix) / "debian" / "usr"
CORES, CONNECTIONS, SECONDS = 2, 64, 10
LUA = """
local paths = {%s}
local asked = {}
function init()
  for i, path in ipairs(paths) do
    asked[i] = wrk.format("GET", path, {["Accept-Encoding"] = "gzip, deflate, br, zstd"})
  end
end
function request() return asked[math.random(#asked)] end
function done(summary, latency)
  local errors = 0
  for _, number in pairs(summary.errors) do errors = errors + number end
  io.write(string.format('{"requests": %%d, "seconds": %%f, "bytes": %%d, "errors": %%d, "median": %%f, "slowest": %%f}\\n',
    summary.requests, summary.duration / 1e6, summary.bytes, errors, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3))
end
"""


def mix(site: Path) -> list[str]:
    """The addresses that are asked for."""
    files = [
        *site.rglob("*.html"),
        *(one for one in (site / "assets").rglob("*") if one.suffix in (".css", ".js", ".svg")),
    ]
    files += (site / "assets").rglob("*.woff2")
    return sorted(f"/{file.relative_to(site).as_posix().removesuffix('index.html')}" for file in files)


def packed(site: Path, path: str) -> Path:
    """The file that goes over the line for `path`."""
    file = site / (f"{path}index.html" if path.endswith("/") else path).lstrip("/")
    copy = file.with_name(f"{file.name}.br")
    return copy if copy.exists() else file


def processor() -> float:
    """Processor seconds of all that ran and ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def load(server: str, site: Path, folder: Path) -> dict[str, float]:
    """Ask `server` for the mix, as fast as it answers."""
    script = folder / "mix.lua"
    script.write_text(LUA % ", ".join(f'"{path}"' for path in mix(site)))
    wrk = UNPACKED / "bin" / "wrk"
    (libraries,) = {str(file.parent) for file in UNPACKED.rglob("libluajit-5.1.so.2")}
    before = processor()
    with running(server, site, folder / server, configuration(server)) as (host, port):
        command = [wrk, "--threads", "1", "--connections", f"{CONNECTIONS}", "--latency", "--script", script]
        answered = 0
        for seconds in (1, SECONDS):  # the first fills the caches
            result = subprocess.run(
                [*command, "--duration", f"{seconds}s", f"http://{host}:{port}/"],
                env={**os.environ, "LD_LIBRARY_PATH": libraries},
                capture_output=True,
                text=True,
                check=True,
            )
            told = json.loads(result.stdout.splitlines()[-1])
            answered += told["requests"]
    sent = sum(packed(site, path).stat().st_size for path in mix(site)) / len(mix(site))
    if told["bytes"] / told["requests"] < sent:
        raise SystemExit(f"{server} sent less than the files are: it was not asked for them")
    return {**told, "per processor second": answered / (processor() - before)}


def main(site: Path) -> None:
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:CORES])
    print(
        f"\nLoad: {len(mix(site))} addresses, {CONNECTIONS} connections, {SECONDS} s; server and wrk share {CORES} cores,"
    )
    print(f"on which {os.getloadavg()[0]:.1f} other processes ran in the last minute")
    print(
        f"{'':26}{'requests/s':>12}{'MB/s':>8}{'errors':>8}{'median ms':>11}{'99% ms':>9}{'requests/processor s':>22}"
    )
    with tempfile.TemporaryDirectory() as folder:
        for server in ("nginx", "caddy"):
            got = load(server, site, Path(folder))
            rate, size = got["requests"] / got["seconds"], got["bytes"] / got["seconds"] / 1e6
            print(
                f"{server:26}{rate:>12,.0f}{size:>8,.0f}{got['errors']:>8,.0f}{got['median']:>11.1f}{got['slowest']:>9.1f}"
                f"{got['per processor second']:>22,.0f}"
            )


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
