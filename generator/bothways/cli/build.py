"""`bothways build`: the site, whole or not at all."""

import os
from pathlib import Path

import click

from bothways.cli.command import bothways_command
from bothways.cli.everywhere import Asked
from bothways.cli.home import find_home
from bothways.cli.program import RefusedError
from bothways.cli.report import as_json
from bothways.cli.terminal import Terminal
from bothways.site.frame_ahead import made_ahead
from bothways.site.outline import GUIDE_ALONE, WHOLE


@bothways_command
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Where the site goes. Left out: site/ beside mkdocs.yml.",
)
@click.option("--guide-only", is_flag=True, help="Only the public guide, with nothing personal in it.")
def command(asked: Asked, terminal: Terminal, out: Path | None, guide_only: bool) -> None:
    """Make the site, whole or not at all.

    The old site stays until the new one is whole and checked.
    """
    home = find_home(asked, needs_workbook=not guide_only)
    outline = GUIDE_ALONE if guide_only or home.is_guide_only else WHOLE
    with terminal.working("Building the site"), made_ahead(home.folder, outline) as ahead:
        # All that a build needs is loaded while the other process is at work already.
        from bothways.cli.schema_files import refresh  # noqa: PLC0415
        from bothways.site.build import NotOurs, build  # noqa: PLC0415

        refresh(home.folder, home.workbook)
        try:
            built = build(home.folder, out or home.site, home.edition(guide_only=guide_only), ahead)
        except NotOurs as error:
            raise RefusedError(str(error)) from error
    if terminal.json:
        terminal.give(as_json(()))
    front = built.out / "index.html"
    terminal.remark(f"The site is ready, with {built.pages} pages. Open {_from_here(front)}", to_err=False)


def _from_here(path: Path) -> str:
    """The path as one would type it from the folder one is in."""
    here = Path(os.path.realpath(Path.cwd()))
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
