"""`bothways serve`: the site at a local address, following every change."""

import errno
import traceback

import click

from bothways.cli.command import bothways_command
from bothways.cli.everywhere import Asked
from bothways.cli.home import find_home
from bothways.cli.program import RefusedError
from bothways.cli.report import report
from bothways.cli.schema_files import refresh
from bothways.cli.terminal import Terminal
from bothways.model.names import Names
from bothways.problems import ProblemsFound
from bothways.serve.server import Server
from bothways.serve.serving import Home, serve

PORT = 8000


@bothways_command
@click.option(
    "--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="Its number; 0: any that is free."
)
@click.option("--no-edit", is_flag=True, help="Show the site only; nothing can be written from the browser.")
def command(asked: Asked, terminal: Terminal, port: int, no_edit: bool) -> int:
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
        if found:
            report(found.problems, asked, terminal, to_err=True, as_text=True)
        elif had_problems:
            terminal.remark("All is well again.")
        had_problems = found is not None

    known: Names | None = None

    def names_are(names: Names) -> None:
        nonlocal known
        if known is None or not names.mean_the_same(known):
            refresh(home.folder, home.workbook, names)
            known = names

    def tell_fault(fault: Exception) -> None:
        if asked.debug:
            traceback.print_exception(fault)

    try:
        server = Server(port)
    except OSError as error:
        if error.errno not in (errno.EADDRINUSE, errno.EACCES):
            raise
        why = "is taken" if error.errno == errno.EADDRINUSE else "is not for everybody to use"
        raise RefusedError(f"Port {port} {why}. Try another, or --port 0 for any that is free.") from error
    guide = home.edition(guide_only=True) if home.is_guide_only else None
    served = Home(home.folder, home.workbook, home.shown_as, lambda: home.day, guide, home.sharing, home.site)
    serve(server, served, may_edit=not no_edit, ready=ready, tell=tell, tell_fault=tell_fault, names_are=names_are)
    return 0
