"""The face towards mkdocs-macros: `define_env` hands the macros on, nothing else."""

from pathlib import Path


def define_env(env):
    from .cards import choices, contents, line_files, picture_name
    from .exchange import bibliography
    from .pages.macros import Elders, macros_for

    elders = Elders(contents, picture_name, line_files, choices, bibliography, env.conf["site_url"] or "")
    for macro in macros_for(Path(env.conf["docs_dir"]), lambda: env.page.file.src_uri, elders):
        env.macro(macro)
