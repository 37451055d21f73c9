"""The face towards mkdocs-macros, and where what the macros need of the other rooms is handed to them."""

from pathlib import Path

from .knowledge.once import once_a_build


@once_a_build
def calls(docs: Path, site_url: str, licence=None, contact: str | None = None):
    """The macros of one build: the same object for the events of MkDocs and for mkdocs-macros."""
    from .cards import choices, contents, line_files
    from .exchange import bibliography, course
    from .pages.calls import Calls
    from .pages.elsewhere import Elsewhere
    from .publish import card_files, planks, theme, trial_host

    def asset(source: str) -> str:
        return theme(docs).address(source)

    def picture(size, card, side, deck=None):
        return card_files(docs, site_url).picture(size, card, side, deck)

    def edition():
        return card_files(docs, site_url).folder

    trial = trial_host(site_url)
    answers = (contents, picture, edition, line_files, choices, bibliography, course, planks, asset)
    return Calls(docs, Elsewhere(*answers, site_url, trial, licence, contact))


def calls_of(config):
    """The macros of the build with MkDocs' `config`, after its settings of ours were checked."""
    extra = config["extra"]
    return calls(Path(config["docs_dir"]), extra["site_url"], extra["licentie"], extra["contact"])


def define_env(env):
    for macro in calls_of(env.conf).bound(lambda: env.page.file.src_uri).values():
        env.macro(macro)
