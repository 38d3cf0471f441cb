"""`bothways serve`: the site at a local address, following every change."""

import errno

import click

from bothways.cli.command import bothways_command
from bothways.cli.everywhere import Asked
from bothways.cli.home import find_home
from bothways.cli.program import RefusedError
from bothways.cli.report import report
from bothways.cli.schema_files import refresh
from bothways.cli.terminal import Terminal
from bothways.problems import ProblemsFound
from bothways.site.serve import serve

PORT = 8000


@bothways_command
@click.option(
    "--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="Its number; 0: any that is free."
)
@click.option("--no-edit", is_flag=True, help="Show the site only; nothing can be written from the browser.")
def command(asked: Asked, terminal: Terminal, port: int, no_edit: bool) -> int:  # noqa: ARG001  # nothing writes yet
    """Show the site at a local address, following every change.

    Only this machine can open it. Ctrl+C ends it.
    """
    home = find_home(asked)
    had_problems = False

    def ready(address: str) -> None:
        if terminal.json:
            terminal.give({"address": address})
        terminal.remark(f"The site is at {address} and follows every change. Ctrl+C ends it.", to_err=False)

    def tell(found: ProblemsFound | None) -> None:
        nonlocal had_problems
        refresh(home.folder, home.workbook)
        if found:
            report(found.problems, asked, terminal, to_err=True, as_text=True)
        elif had_problems:
            terminal.remark("All is well again.")
        had_problems = found is not None

    try:
        serve(home.folder, port, home.edition(guide_only=False), watch=[home.workbook], ready=ready, tell=tell)
    except OSError as error:
        if error.errno not in (errno.EADDRINUSE, errno.EACCES):
            raise
        why = "is taken" if error.errno == errno.EADDRINUSE else "is not for everybody to use"
        raise RefusedError(f"Port {port} {why}. Try another, or --port 0 for any that is free.") from error
    return 0
