"""The face towards MkDocs: its events, each handed to the rooms."""

import logging
import sys
from contextlib import contextmanager
from pathlib import Path

from mkdocs.exceptions import Abort
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
    first = None
    if ahead := _ahead():
        first, config.site_dir = ahead.first, str(ahead.half)
    if preview is None or any(ROOT / "macros" in one.parents for one in preview.renewed):
        # `mkdocs serve` keeps modules: without this, edits to Python are only seen after a restart.
        for name in [name for name in sys.modules if name == "macros" or name.startswith("macros.")]:
            del sys.modules[name]
    _rooms().forget()
    with _stopping():
        _rooms().refuse_unknown(config.extra)
        config.extra["site_url"] = _rooms().checked_address(config.extra.get("site_url"))
        config.extra["licentie"] = _rooms().chosen_licence(config.extra.get("licentie"))
        config.extra["contact"] = _rooms().checked_contact(config.extra.get("contact"))
        # While serving, MkDocs has put the address of the preview there; what is printed leads to the site all the same.
        if not serving:
            config.site_url = config.extra["site_url"]
        _rooms().refuse_mistakes(_calls(config), first)
    return config


def on_files(files, config):
    docs, ahead = Path(config.docs_dir), _ahead()
    content = _rooms().content_of(docs)
    for file in list(files):
        if file.src_dir == config.docs_dir and file.src_uri in content.published:
            later = ahead and file.is_documentation_page() and _rooms().address(file.src_uri) not in ahead.first
            file.inclusion = InclusionLevel.EXCLUDED if later else InclusionLevel.INCLUDED
        # Of the theme only icons and translations are used, and of ours what esbuild makes of it.
        elif file.src_dir == config.docs_dir or file.src_uri.startswith("assets/"):
            files.remove(file)
    with _stopping():
        made = (
            _rooms().needed_first(docs, _origin(config), ahead.first, ahead.shown)
            if ahead
            else _rooms().generated(docs, _origin(config))
        )
        for path, content in made:
            files.append(File.generated(config, path, content=content))
    return files


def on_page_markdown(markdown, page, config, files):
    site = _site(page, config)
    page.title, page.canonical_url = site.record.korte_titel, _rooms().canonical(site)
    page.meta |= {"template": _rooms().template(site.record), "description": site.record.samenvatting}


def on_page_content(content, page, config, files):
    site = _site(page, config)
    with _stopping():
        content = _rooms().refuse_schemes(page.file.src_uri, content)
    content = _rooms().name_rows(_rooms().link_headings(content))
    return _rooms().add_sketches(site, _rooms().mark_terms(site, content))


def on_env(env, config, files):
    env.autoescape = True
    env.bytecode_cache = _rooms().compiled()
    env.globals |= {"assets": _rooms().assets(Path(config.docs_dir)), "menu": _rooms().menu}


def on_page_context(context, page, config, nav):
    return context | _rooms().page_context(_site(page, config), _origin(config), page.canonical_url, page.content)


def on_post_page(output, page, config):
    return _rooms().mark_editorial(_site(page, config), output)


def on_post_build(config):
    if _ahead():
        # All else is of the whole site; without this its pages would differ from those, and browsers load them twice.
        _rooms().keep_slash(Path(config.site_dir))
        return
    with _stopping():
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


def _calls(config):
    from macros import calls_of

    return calls_of(config)


def _origin(config):
    return _rooms().origin(Path(config.docs_dir), config.site_name, config.extra["site_url"], config.extra["licentie"])


def _site(page, config):
    return _calls(config).site(page.file.src_uri)


class _Stop(Abort):
    """A stop of the build, told where errors belong: MkDocs itself would use stdout."""

    def show(self, *args, **kwargs):
        print(self.format_message(), file=sys.stderr)


@contextmanager
def _stopping():
    """Stop MkDocs at the content's own errors; what is our fault keeps its traceback."""
    try:
        yield
    except _rooms().ContentError as error:
        raise _Stop(_rooms().refusal(error.mistakes)) from None
