"""The MkDocs plugin. It only listens, and hands the work to the modules beside it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from mkdocs.config import base
from mkdocs.config import config_options as options
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from bothways.problems import ProblemsFound
from bothways.site import assembly
from bothways.site.compose import compose
from bothways.site.edition import Edition
from bothways.site.finish import finish
from bothways.site.guard import guard, outlive_slips
from bothways.site.guide import Guide
from bothways.site.guide_files import guide_folder
from bothways.site.inputs import folder_of, own_pages, read_inputs
from bothways.site.settings import settle


class Day(options.OptionallyRequired[date]):
    """A day as YAML or the command line gives it."""

    def run_validation(self, value: object) -> date:
        """Takes `2026-12-01`, quoted or not."""
        try:
            return value if isinstance(value, date) else date.fromisoformat(str(value))
        except ValueError as error:
            raise base.ValidationError(f"{value} is not a day. Write it as 2026-12-01.") from error


class Options(base.Config):  # type: ignore[no-untyped-call]
    """What `mkdocs.yml` may say under `bothways`."""

    workbook = options.Type(str, default="workbook")
    """The folder with the person's YAML files, beside `mkdocs.yml`."""
    today = options.Optional(Day())
    """The day that the site is made for. Without it: the clock's."""
    guide_only = options.Type(bool, default=False)
    """Only the guide, with nothing personal in it."""


class BothwaysPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Adds a workbook's pages and the guide's chapters to a MkDocs site."""

    inputs: tuple[Edition, Guide] | None = None
    """What the site is made of. Our own build sets it; for plain MkDocs the plugin reads it."""

    def on_config(self, config: MkDocsConfig) -> None:
        """Reads everything before MkDocs empties the old site, so that a slip leaves it alone."""
        settle(config)
        edition, _ = self.inputs = self.inputs or self._read(config)
        config.site_name = edition.title or config.site_name
        config.extra["bothways"] = {"private": edition.is_private}

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Exchanges what MkDocs found in `docs_dir` for our pages, and sets the navigation."""
        assert self.inputs is not None
        config.nav = assembly.navigation(*self.inputs)
        return assembly.files(files, *self.inputs, config)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Ties every page to its tab."""
        assembly.tie_to_tabs(nav, files)

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Runs last: the search plugin has written its index by then."""
        finish(Path(config.site_dir))

    def on_serve(
        self,
        server: LiveReloadServer,
        *,
        config: MkDocsConfig,
        builder: Callable[..., None],  # noqa: ARG002
    ) -> LiveReloadServer:
        """Follows the workbook too, answers only to this machine's own names, and outlives a slip."""
        for folder in (self.workbook_of(config), guide_folder()):
            if folder.is_dir():
                server.watch(str(folder))
        outlive_slips(server)
        guard(server)
        return server

    def workbook_of(self, config: MkDocsConfig) -> Path:
        """The workbook's folder."""
        return folder_of(config) / self.config.workbook

    def _read(self, config: MkDocsConfig) -> tuple[Edition, Guide]:
        workbook = self.workbook_of(config)
        content = own_pages(config, workbook)
        # The clock of the place where the person is.
        day = self.config.today or date.today()  # noqa: DTZ011
        try:
            return read_inputs(config, content, lambda: compose(workbook, day, self.config.guide_only))
        except ProblemsFound as found:
            raise PluginError(f"\n{found}") from found
