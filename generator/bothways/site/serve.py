"""The local server: the site in a browser, following every change, on this machine only."""

import logging
import tempfile
from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from bothways.problems import ProblemsFound
from bothways.site.build import render
from bothways.site.configuration import FILE
from bothways.site.edition import ReadEdition
from bothways.site.guard import guard, outlive_slips
from bothways.site.guide_files import guide_folder
from bothways.site.inputs import OWN_PAGES
from bothways.site.swap import fresh_folder, swap

HOST = "127.0.0.1"

NOT_YET = """<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>Not built yet</title>
<h1>A few lines to look at first</h1>
<p>Nothing is lost. This page becomes your site as soon as they are right.</p>
<pre style="white-space: pre-wrap">{problems}</pre>
</html>
"""


def serve(
    folder: Path,
    port: int,
    read_edition: ReadEdition,
    *,
    watch: Sequence[Path] = (),
    ready: Callable[[str], None],
    tell: Callable[[ProblemsFound | None], None],
) -> None:
    """Shows the site of `folder` until the person ends it with Ctrl+C.

    `watch`: folders to follow beside the guide's, such as the workbook. `ready` gets the address, once. `tell` gets
    the problems of a build that failed, and nothing after one that worked; the last good site stays meanwhile.
    Raises `OSError` when the port is taken.
    """
    logging.getLogger("mkdocs.livereload").setLevel(logging.ERROR)
    with tempfile.TemporaryDirectory(prefix="bothways-") as home:
        site = Path(home, "site")
        server = _Server(port, site, ready)
        guard(server)
        for path in (folder / FILE, folder / OWN_PAGES, guide_folder(), *watch):
            if path.exists():
                server.watch(str(path))

        def follow() -> None:
            problems = _renew(site, folder, read_edition)
            if problems is not None and not site.exists():
                _show(problems, site)
            tell(problems)

        server.builder = follow
        outlive_slips(server)
        try:
            follow()
            server.serve()  # type: ignore[no-untyped-call]
        except KeyboardInterrupt:
            pass
        finally:
            server.shutdown()
            server.server_close()


class _Server(LiveReloadServer):
    def __init__(self, port: int, root: Path, ready: Callable[[str], None]) -> None:
        super().__init__(builder=lambda: None, host=HOST, port=port, root=str(root))
        self.ready = ready
        try:
            super().server_bind()
        except OSError:
            self.server_close()
            raise

    def server_bind(self) -> None:
        """Nothing: the port was taken before the first build, so that a busy one is known at once."""

    def server_activate(self) -> None:
        """Says the address when requests are taken, and not before."""
        super().server_activate()
        self.ready(f"http://{HOST}:{self.server_address[1]}/")


def _renew(site: Path, folder: Path, read_edition: ReadEdition) -> ProblemsFound | None:
    """Puts a new site in the place of the one that is shown, or gives the reason why not."""
    try:
        with fresh_folder(site) as fresh:
            render(folder, fresh, read_edition)
            swap(fresh, site)
    except ProblemsFound as found:
        return found
    return None


def _show(problems: ProblemsFound, site: Path) -> None:
    site.mkdir()
    (site / "index.html").write_text(NOT_YET.format(problems=escape(str(problems))), encoding="utf-8")
