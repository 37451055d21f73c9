"""The face towards MkDocs: its events, each handed to the rooms."""

import logging
import sys
from pathlib import Path

from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, InclusionLevel

ROOT = Path(__file__).resolve().parent.parent

serving = False
preview = None


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
    from macros.preview import load_again

    load_again(preview)
    _rooms().forget()
    ahead = _ahead()
    if ahead:
        config.site_dir = str(ahead.half)
    with _build().stopping():
        config.extra.update(_rooms().checked_settings(config.extra))
        # While serving, MkDocs has put the address of the preview there; what is printed leads to the site all the same.
        if not serving:
            config.site_url = config.extra["site_url"]
        _rooms().refuse_mistakes(_build().calls_of(config), ahead and ahead.first)
    return config


def on_files(files, config):
    docs, ahead, origin = Path(config.docs_dir), _ahead(), _build().origin_of(config)
    published = _rooms().content_of(docs).published
    for file in list(files):
        if file.src_dir == config.docs_dir and file.src_uri in published:
            later = ahead and file.is_documentation_page() and _rooms().address(file.src_uri) not in ahead.first
            file.inclusion = InclusionLevel.EXCLUDED if later else InclusionLevel.INCLUDED
        # Of the theme only icons and translations are used, and of ours what esbuild makes of it.
        elif file.src_dir == config.docs_dir or file.src_uri.startswith("assets/"):
            files.remove(file)
    with _build().stopping():
        rooms = _rooms()
        made = rooms.needed_first(docs, origin, ahead.first, ahead.shown) if ahead else rooms.generated(docs, origin)
        for path, content in made:
            files.append(File.generated(config, path, content=content))
    return files


def on_page_markdown(markdown, page, config, files):
    site = _build().site_of(page, config)
    page.title, page.canonical_url = site.record.korte_titel, _rooms().canonical(site)
    page.meta |= {"template": _rooms().template(site.record), "description": site.record.samenvatting}


def on_page_content(content, page, config, files):
    with _build().stopping():
        return _rooms().finished(_build().site_of(page, config), content)


def on_env(env, config, files):
    env.autoescape = True
    env.bytecode_cache = _rooms().compiled()
    env.globals |= {"assets": _rooms().assets(Path(config.docs_dir)), "menu": _rooms().menu}


def on_page_context(context, page, config, nav):
    site, origin = _build().site_of(page, config), _build().origin_of(config)
    return context | _rooms().page_context(site, origin, page.canonical_url, page.content)


def on_post_page(output, page, config):
    return _rooms().mark_editorial(_build().site_of(page, config), output)


def on_post_build(config):
    if _ahead():
        # All else is of the whole site; without this its pages would differ from those, and browsers load them twice.
        _rooms().keep_slash(Path(config.site_dir))
        return
    with _build().stopping():
        _rooms().publish(Path(config.site_dir), Path(config.docs_dir), config.extra["site_url"], preview=serving)
    if not serving and (line := _rooms().warning(config.extra["site_url"])):
        print(line, file=sys.stderr)


def on_serve(server, config, builder):
    global preview
    from macros.preview import Preview

    sources = map(Path, (config.docs_dir, config.config_file_path, *config.watch))
    preview = Preview(server, builder, sources, config.config_file_path, config.site_url)


def on_shutdown():
    if preview:
        preview.end()


def _ahead():
    """The preview, while it builds some pages before all others."""
    return preview if preview and preview.first is not None else None


def _rooms():
    """Their face, as it is by now: a preview loads them again for each build."""
    from macros import publish

    return publish


def _build():
    """What the events share, as it is by now."""
    from macros import building

    return building
