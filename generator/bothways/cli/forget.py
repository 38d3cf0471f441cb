"""`bothways forget`: somebody is removed everywhere."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from bothways.cli.changing import Near, NotOne, desk_of, near_home, one_person, write
from bothways.cli.command import bothways_command
from bothways.cli.everywhere import Asked
from bothways.cli.terminal import Terminal

if TYPE_CHECKING:
    from bothways.writing.forget import Forgetting
    from bothways.writing.mentions import Trace


@bothways_command
@click.argument("name", metavar="NAME")
@click.option("--yes", is_flag=True, help="Do it. Without this, it is only shown.")
def command(asked: Asked, terminal: Terminal, name: str, yes: bool) -> int:
    """Remove a person everywhere: their record, log lines, talks with them alone, and every mention of their name.

    Without --yes it shows what it would do, and changes nothing.
    """
    from bothways.writing.everybody import everybody  # noqa: PLC0415  # it brings the model
    from bothways.writing.forget import forget  # noqa: PLC0415

    home = near_home(asked)
    desk = desk_of(home)
    try:
        who = one_person(name, everybody(desk.workbook))
    except NotOne as error:
        error.advice = error.advice.partition("To add")[0].strip()
        return error.tell(terminal)
    found = forget(desk, who)
    if yes:
        write(found.prepared, home)
    _tell(terminal, home, who.name, found, done=yes)
    return 0


def _tell(terminal: Terminal, home: Near, name: str, found: "Forgetting", *, done: bool) -> None:
    old_builds = _old_builds(home)
    if terminal.json:
        removed, look_at = (
            [_as_json(trace) for trace in traces]
            for traces in (found.gone, found.look_at if done else found.look_at_now)
        )
        terminal.give({"name": name, "changed": done, "removed": removed, "look_at": look_at, "builds": old_builds})
        return
    terminal.say(f"{name} {'is forgotten. This is gone:' if done else 'would be forgotten. This would go:'}")
    _list(terminal, found.gone)
    if found.look_at:
        terminal.say("These lines may be about them too. Look at them yourself:")
        _list(terminal, found.look_at if done else found.look_at_now)
    if old_builds:
        terminal.remark(f"Old builds may still show them: {', '.join(old_builds)}. Build again, or remove them.")
    if not done:
        terminal.remark("Nothing was changed. Do it with --yes.")


def _list(terminal: Terminal, traces: "Iterable[Trace]") -> None:
    for trace in traces:
        terminal.say(f"{trace.file}:{trace.line}: {trace.what}", indent=2)


def _as_json(trace: "Trace") -> dict[str, object]:
    return {"file": trace.file, "line": trace.line, "what": trace.what}


def _old_builds(home: Near) -> list[str]:
    """Folders of this home in which an older build may lie."""
    return [name for name in ("site", ".bothways") if _is_filled(home, name)]


def _is_filled(home: Near, name: str) -> bool:
    folder = home.folder / name
    return folder.is_dir() and any(path.name not in (".gitignore", "schema") for path in folder.iterdir())
