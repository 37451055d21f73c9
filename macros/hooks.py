"""The face towards MkDocs: its events, each handed to the room that knows."""

import html
import logging
import os
import re
import shutil
import sys
from functools import partial
from pathlib import Path

from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, InclusionLevel

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = {"start": "home.html", "zoeken": "zoeken.html", "insluiting": "insluiten.html"}
"""The template of a record by its id, else by its kind; any other has page.html."""

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
    from macros.knowledge.errors import ContentError
    from macros.publish import check, checked_address

    try:
        # While serving, MkDocs has put the address of the preview there.
        config.site_url = checked_address(config.site_url if serving else config.extra.get("site_url"))
        if mistakes := check(_calls(config)):
            raise ContentError(mistakes)
    except ContentError as error:
        raise _stop(error.mistakes) from None
    return config


def on_files(files, config):
    from macros.knowledge.errors import ContentError
    from macros.knowledge.files import content_of
    from macros.publish import generated

    docs = Path(config.docs_dir)
    content = content_of(docs)
    for file in list(files):
        if file.src_dir == config.docs_dir and file.src_uri in content.published:
            file.inclusion = InclusionLevel.INCLUDED
        # Of the theme only icons and translations are used, and of ours what esbuild makes of it.
        elif file.src_dir == config.docs_dir or file.src_uri.startswith("assets/"):
            files.remove(file)
    try:
        for path, made in generated(docs, config.site_url):
            files.append(File.generated(config, path, content=made))
    except ContentError as error:
        raise _stop(error.mistakes) from None
    return files


def on_page_markdown(markdown, page, config, files):
    from macros.pages.surroundings import canonical

    site = _site(page, config)
    record = site.record
    page.title = record.korte_titel
    page.meta["template"] = TEMPLATES.get(record.id) or TEMPLATES.get(record.soort, "page.html")
    page.meta["description"] = record.samenvatting
    page.canonical_url = canonical(site)
    return markdown


def on_page_content(content, page, config, files):
    from macros.pages.editorial import mark_editorial
    from macros.pages.glossary import mark_terms

    site = _site(page, config)
    return mark_editorial(site, mark_terms(site, content))


def on_env(env, config, files):
    from macros.publish import assets

    env.autoescape = True
    env.globals["assets"] = assets(Path(config.docs_dir))
    return env


def on_page_context(context, page, config, nav):
    from macros.cards import qr_svg
    from macros.exchange import citation
    from macros.pages.lijn.macro import field_line
    from macros.pages.surroundings import label, surroundings

    site = _site(page, config)
    context.update(
        record=site.record,
        site=site,
        rondom=surroundings(site),
        label=label,
        lijn=partial(field_line, site),
        citaat=citation(site.record, config.site_name, page.canonical_url),
        qr=qr_svg,
    )
    return context


def on_post_build(config):
    from macros.knowledge.errors import ContentError
    from macros.publish import publish, warning

    try:
        publish(Path(config.site_dir), Path(config.docs_dir), config.site_url, preview=serving)
    except ContentError as error:
        if not serving:
            shutil.rmtree(config.site_dir)
        raise _stop(error.mistakes) from None
    if not serving and (line := warning(config.site_url)):
        print(line, file=sys.stderr)


def on_serve(server, config, builder):
    def build():
        try:
            builder()
        except Abort as stop:
            # MkDocs would leave every browser waiting. Each page that was open tells instead, and reloads when it is mended.
            print(stop, file=sys.stderr)
            for page in Path(config.site_dir).rglob("*.html"):
                page.write_text(_told_in_the_browser(str(stop)), encoding="utf-8")

    server.builder = build
    return server


def _calls(config):
    from macros import calls

    return calls(Path(config.docs_dir), config.site_url)


def _site(page, config):
    return _calls(config).site(page.file.src_uri)


class _Stop(Abort):
    """A stop of the build, told where errors belong: MkDocs itself would use stdout."""

    def show(self, *args, **kwargs):
        print(self.format_message(), file=sys.stderr)


def _stop(mistakes):
    """The content's own errors as a clean stop of MkDocs: the sentences, exit status 1, no traceback."""
    lines = "\n".join(map(str, mistakes))
    return _Stop(f"\n{lines}\n\n{len(mistakes)} {'fout' if len(mistakes) == 1 else 'fouten'}; er is niets geschreven.")


def _told_in_the_browser(told):
    sentences = [re.sub("`(.*?)`", r"<code>\1</code>", html.escape(line)) for line in told.splitlines() if line.strip()]
    return (
        '<!doctype html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n<title>Er klopt iets niet</title>\n'
        '<meta name="viewport" content="width=device-width">\n<meta name="color-scheme" content="light dark">\n</head>\n'
        '<body style="font: 1rem/1.5 sans-serif; max-width: 45rem; margin: 2rem auto; padding: 0 1rem">\n<main>\n'
        "<h1>Er klopt iets niet</h1>\n<p>Zodra het hersteld is, komt de pagina vanzelf terug.</p>\n"
        + "".join(f"<p>{sentence}</p>\n" for sentence in sentences)
        + "</main>\n</body>\n</html>\n"
    )
