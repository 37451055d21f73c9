"""The face towards MkDocs: thin, asks the rooms for records, files and surroundings."""

import logging
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urljoin

from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
ROOT = Path(__file__).resolve().parent.parent
FONT = ROOT / "overrides/assets/fonts/atkinson-hyperlegible-next.woff2"

_WEEK = 7 * 24 * 3600

serving = False


def on_startup(command, dirty):
    global serving
    serving = command == "serve"
    # MkDocs puts the path back after loading this file; the `mkdocs` command has not the current folder on it.
    if str(ROOT) not in sys.path:
        sys.path.insert(0, str(ROOT))
    # `--quiet` would also hide MkDocs' warnings from `strict: true`, and let the build go on with them.
    logging.getLogger("mkdocs").setLevel(min(logging.getLogger("mkdocs").level, logging.WARNING))


@event_priority(100)
def on_config(config):
    # `mkdocs serve` keeps modules: without this, edits to Python are only seen after a restart.
    for name in [name for name in sys.modules if name == "macros" or name.startswith("macros.")]:
        del sys.modules[name]
    from macros.cards import contents
    from macros.knowledge.errors import KennisFouten
    from macros.knowledge.reader import read
    from macros.pages.macros import Elders, macro_errors

    docs = Path(config.docs_dir)
    fouten = list(read(docs).fouten)
    told = {(fout.bestand, fout.waarde) for fout in fouten}
    fouten += [fout for fout in macro_errors(docs, Elders(contents)) if (fout.bestand, fout.waarde) not in told]
    if fouten:
        raise _stop(KennisFouten(fouten).fouten)
    return config


def on_files(files, config):
    from macros.knowledge.reader import load
    from macros.pages.kleuren import stylesheet

    # The templates stand on their own; of the theme only icons and translations are used, at build time.
    ours = (config.docs_dir, config.theme.dirs[0])
    for file in list(files):
        if file.src_uri.startswith("assets/") and file.src_dir not in ours:
            files.remove(file)
    bank = load(Path(config.docs_dir))
    files.append(File.generated(config, "assets/css/velden.css", content=stylesheet(bank)))
    for name, content in _card_files(bank, config):
        files.append(File.generated(config, name, content=content))
    for name, content in _literature_files(bank):
        files.append(File.generated(config, name, content=content))
    for name, content in _libraries():
        files.append(File.generated(config, name, content=content))
    return files


def on_page_markdown(markdown, page, config, files):
    from macros.knowledge.errors import Fout
    from macros.knowledge.kennisbank import address
    from macros.knowledge.records import Insluiting
    from macros.pages.complaints import heard

    if markdown.startswith("# _Macro"):
        reason = next((line for line in markdown.splitlines()[3:] if line.strip()), "")
        heard.append(
            Fout(
                page.file.src_uri,
                "een macro op deze pagina is niet goed geschreven",
                waarde=reason,
                verwacht='bijvoorbeeld `{{ onderdeel("vragen") }}`, met aanhalingstekens',
            )
        )
    site = _site(page, config)
    record = site.record
    page.title = record.korte_titel
    page.meta["template"] = getattr(record, "sjabloon", "page.html")
    page.meta["description"] = record.samenvatting
    if isinstance(record, Insluiting) and page.canonical_url:
        page.canonical_url = urljoin(config.site_url, address(site.bank.pad_van(record.van)))
    return markdown


def on_page_content(content, page, config, files):
    from macros.pages.uitleg import explain

    return explain(_site(page, config), content)


def on_env(env, config, files):
    from macros.pages.complaints import heard

    if heard:
        raise _stop(heard)
    env.autoescape = True
    return env


def on_page_context(context, page, config, nav):
    from functools import partial

    from macros.cards.links import qr_svg
    from macros.exchange import bibliography
    from macros.pages.lijn import lijn
    from macros.pages.rondom import label, rondom

    site = _site(page, config)
    context.update(
        rondom=rondom(site, bibliography),
        record=site.record,
        site=site,
        label=label,
        lijn=partial(lijn, site),
        citaat=_citation(site.record, page, config),
        qr=qr_svg,
    )
    return context


def on_post_build(config):
    from macros.pages.csp import secure
    from macros.pages.offline import keep_offline
    from macros.pages.scripts import lighten

    site_dir = Path(config.site_dir)
    search = subprocess.run(
        [
            sys.executable,
            "-m",
            "pagefind",
            "--site",
            str(site_dir),
            "--force-language",
            "nl",
            "--exclude-selectors",
            ".anker",
        ],
        capture_output=True,
        text=True,
    )
    if search.returncode:
        raise Abort(f"Pagefind could not index the site:\n{search.stdout}{search.stderr}")
    # Pagefind ships ready-made interfaces beside the search itself; ours is in assets/js.
    for unused in (site_dir / "pagefind").glob("pagefind-*ui.*"):
        unused.unlink()
    (site_dir / "pagefind" / "pagefind-highlight.js").unlink(missing_ok=True)
    _keep_addresses(config, site_dir)
    # The preview's own reload script is inline, so it would be refused.
    if not serving:
        secure(site_dir)
        lighten(site_dir)
        # Last, because its version follows from all that it holds.
        keep_offline(site_dir)


def _keep_addresses(config, site_dir):
    from macros.exchange import adressen
    from macros.knowledge.errors import KennisFouten

    docs = Path(config.docs_dir)
    try:
        moves = adressen.read_moves(docs / "verhuisd.yml")
        for old, new in moves.items():
            page = site_dir / old / "index.html"
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(adressen.stub(new, "../" * old.count("/"), config.site_url + new), encoding="utf-8")
        adressen.check(adressen.read(docs / "adressen.txt"), adressen.addresses(site_dir), moves)
    except KennisFouten as error:
        raise _stop(error.fouten) from None


def _card_files(bank, config):
    from macros.cards import Memory, card_files, extra_files, load_forms, static_fonts, stylesheet
    from macros.knowledge.errors import KennisFouten

    try:
        fonts = static_fonts(FONT, ROOT / ".build" / "fonts")
        yield "assets/css/vormen.css", stylesheet(load_forms().values())
        memory = Memory(ROOT / ".build" / "cards")
        yield from card_files(bank, config.site_url, fonts, memory)
        yield from extra_files(bank, config.site_url, fonts)
        memory.forget(_WEEK)
    except KennisFouten as error:
        raise _stop(error.fouten) from None


def _literature_files(bank):
    from macros.exchange import EXPORTS
    from macros.pages.literatuur import download_name, works

    if works(bank):
        for extension, export in EXPORTS.items():
            yield download_name(extension), export(works(bank))


def _libraries():
    from macros.pages.libraries import library_files

    try:
        # Set-up puts the npm packages into the environment, beside the Python ones.
        yield from library_files(Path(sys.prefix) / "node_modules")
    except FileNotFoundError as error:
        raise Abort(str(error)) from None


def _citation(record, page, config):
    """How to cite the page, unless it only leads to others or the site has no address."""
    from macros.exchange import Citaat
    from macros.knowledge.records import Insluiting, Pagina

    if isinstance(record, (Insluiting, Pagina)) or not page.canonical_url:
        return None
    return Citaat(config.site_name, record.id, record.titel, page.canonical_url)


def _site(page, config):
    from macros.pages.site import Site

    return Site(Path(config.docs_dir), page.file.src_uri)


class _Stop(Abort):
    """A stop of the build, told where errors belong: MkDocs itself would use stdout."""

    def show(self, *args, **kwargs):
        print(self.format_message(), file=sys.stderr)


def _stop(fouten):
    """The content's own errors as a clean stop of MkDocs: the sentences, exit status 1, no traceback."""
    lines = "\n".join(map(str, fouten))
    return _Stop(
        f"\n{lines}\n\n{len(fouten)} {'fout' if len(fouten) == 1 else 'fouten'} in docs/; er is niets geschreven."
    )
