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
    with _stopping():
        config.extra["site_url"] = _rooms().checked_address(config.extra.get("site_url"))
        config.extra["licentie"] = _rooms().chosen_licence(config.extra.get("licentie"))
        # While serving, MkDocs has put the address of the preview there; what is printed leads to the site all the same.
        if not serving:
            config.site_url = config.extra["site_url"]
        _rooms().refuse_mistakes(_calls(config))
    return config


def on_files(files, config):
    content = _rooms().content_of(Path(config.docs_dir))
    for file in list(files):
        if file.src_dir == config.docs_dir and file.src_uri in content.published:
            file.inclusion = InclusionLevel.INCLUDED
        # Of the theme only icons and translations are used, and of ours what esbuild makes of it.
        elif file.src_dir == config.docs_dir or file.src_uri.startswith("assets/"):
            files.remove(file)
    with _stopping():
        for path, made in _rooms().generated(Path(config.docs_dir), _origin(config)):
            files.append(File.generated(config, path, content=made))
    return files


def on_page_markdown(markdown, page, config, files):
    site = _site(page, config)
    page.title, page.canonical_url = site.record.korte_titel, _rooms().canonical(site)
    page.meta |= {"template": _rooms().template(site.record), "description": site.record.samenvatting}


def on_page_content(content, page, config, files):
    site = _site(page, config)
    return _rooms().add_sketches(site, _rooms().mark_terms(site, _rooms().name_heading_links(content)))


def on_env(env, config, files):
    env.autoescape = True
    env.globals |= {"assets": _rooms().assets(Path(config.docs_dir)), "menu": _rooms().menu}


def on_page_context(context, page, config, nav):
    return context | _rooms().page_context(_site(page, config), _origin(config), page.canonical_url, page.content)


def on_post_page(output, page, config):
    return _rooms().mark_editorial(_site(page, config), output)


def on_post_build(config):
    with _stopping():
        _rooms().publish(Path(config.site_dir), Path(config.docs_dir), config.extra["site_url"], preview=serving)
    if not serving and (line := _rooms().warning(config.extra["site_url"])):
        print(line, file=sys.stderr)


def on_serve(server, config, builder):
    def build():
        try:
            builder()
        except Abort as stop:
            print(stop, file=sys.stderr)
            _rooms().tell_in_the_browser(str(stop), Path(config.site_dir))

    server.builder = build


def _rooms():
    """Their face, as it is by now: a preview loads them again for each build."""
    from macros import publish

    return publish


def _calls(config):
    from macros import calls

    return calls(Path(config.docs_dir), config.extra["site_url"], config.extra["licentie"])


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
