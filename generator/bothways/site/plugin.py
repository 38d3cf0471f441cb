"""The MkDocs plugin. It only listens, and hands the work to the modules beside it."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from jinja2 import Environment
from mkdocs.config import base
from mkdocs.config import config_options as options
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from bothways.site import assembly
from bothways.site.chapters_kept import KeptChapters
from bothways.site.frame import SITE, Frame
from bothways.site.frame_found import frame_in
from bothways.site.guide import Guide
from bothways.site.guide_files import guide_folder
from bothways.site.home import own_pages
from bothways.site.outline import Outline
from bothways.site.settings import settle
from bothways.site.stand_ins import stand_ins

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

    from bothways.site.edition import Edition


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
    sharing = options.Type(dict, default={})
    """Profiles of shared copies, as under `sharing` in `me.yaml`. One of the same name there comes before these."""


class Made(NamedTuple):
    """MkDocs' own things, as they are when it begins to render pages."""

    files: Files
    nav: Navigation
    env: Environment


class BothwaysPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Adds a workbook's pages and the guide's chapters to a MkDocs site."""

    wanted: tuple[Outline, Guide] | None = None
    """What our own build wants a frame for. For plain MkDocs the plugin reads everything itself."""
    kept: KeptChapters | None = None
    """Where it may look for rendered chapters."""
    frame: Frame | None = None
    """What MkDocs made; there when it is done."""
    made: Made | None = None
    """What MkDocs made it from, to make a part of it again."""
    _edition: "Edition | None" = None
    """What plain MkDocs' site is filled with."""
    _nav: Navigation
    _name: str
    """The name of the site in `mkdocs.yml`."""
    _stand_ins: Mapping[str, str | None]
    """The names of the shells, by the addresses of the stand-ins."""

    def on_config(self, config: MkDocsConfig) -> None:
        """Reads everything before MkDocs empties the old site, so that a slip leaves it alone."""
        settle(config)
        if self.wanted is None:
            self._edition, guide = self._read(config)
            self.wanted = self._edition.outline, guide
        self._name, config.site_name = config.site_name, SITE
        config.extra["bothways"] = {"private": self.wanted[0].is_private}

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Exchanges what MkDocs found in `docs_dir` for the guide and our stand-ins, and sets the navigation."""
        assert self.wanted is not None
        pages = stand_ins(*self.wanted)
        self._stand_ins = {page.address: shell for page, shell in pages.items()}
        config.nav = assembly.navigation(*self.wanted)
        return assembly.files(files, tuple(pages), *self.wanted, config, kept=self.kept)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Ties every page to its tab."""
        assembly.tie_to_tabs(nav, files)
        self._nav = nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Keeps what pages are rendered with."""
        self.made = Made(files, self._nav, env)

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Runs last, when the search plugin has written its index: fills the frame with the workbook's pages."""
        assert self.wanted is not None
        folder, guide = Path(config.site_dir), self.wanted[1]
        self.frame = frame_in(folder, self._name, self._stand_ins, guide)
        if self._edition:
            from bothways.site.plain import fill  # noqa: PLC0415  # see `_read`

            fill(config, self._edition, guide, self.frame)
            self.wanted = None

    def on_serve(
        self,
        server: "LiveReloadServer",
        *,
        config: MkDocsConfig,
        builder: Callable[..., None],  # noqa: ARG002
    ) -> "LiveReloadServer":
        """Follows the workbook too, answers only to this machine's own names, and outlives a slip."""
        # It brings MkDocs' server, which a build has no use for.
        from bothways.site.guard import guard, outlive_slips  # noqa: PLC0415

        for folder in (self.workbook_of(config), guide_folder()):
            if folder.is_dir():
                server.watch(str(folder))
        outlive_slips(server)
        guard(server)
        return server

    def workbook_of(self, config: MkDocsConfig) -> Path:
        """The workbook's folder."""
        return folder_of(config) / self.config.workbook

    def _read(self, config: MkDocsConfig) -> "tuple[Edition, Guide]":
        # It brings all that reads and shows a workbook, which the making of a frame has no use for.
        from bothways.site.plain import read  # noqa: PLC0415

        workbook = self.workbook_of(config)
        content = own_pages(folder_of(config), Path(config.docs_dir), workbook)
        # The clock of the place where the person is.
        day = self.config.today or date.today()  # noqa: DTZ011
        return read(folder_of(config), workbook, content, day, guide_only=self.config.guide_only)


def folder_of(config: MkDocsConfig) -> Path:
    """The folder with `mkdocs.yml`."""
    return Path(config.config_file_path).parent
