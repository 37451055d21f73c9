"""The face towards mkdocs-macros: `define_env` hands the macros on, nothing else."""

from pathlib import Path


def define_env(env):
    from .cards import choices, contents, line_files, picture_name
    from .exchange import bibliography
    from .pages.macros import macros_for

    docs = Path(env.conf["docs_dir"])
    for macro in macros_for(docs, lambda: env.page.file.src_uri, contents, picture_name, bibliography,
                            line_files, choices):
        env.macro(macro)
