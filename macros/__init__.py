"""The face towards mkdocs-macros: `define_env` hands the macros on, nothing else."""

from pathlib import Path


def define_env(env):
    from .cards import contents
    from .exchange import bibliography
    from .pages.macros import macros_for

    docs = Path(env.conf["docs_dir"])
    for macro in macros_for(docs, lambda: env.page.file.src_uri, contents, bibliography, env.conf["site_url"] or ""):
        env.macro(macro)
