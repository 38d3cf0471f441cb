"""`bothways forget`: somebody is removed everywhere."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

from bothways.cli.changing import NotOne, desk_of, one_person, write
from bothways.cli.command import bothways_command
from bothways.cli.everywhere import Asked
from bothways.cli.home import Home, find_home
from bothways.cli.terminal import Terminal
from bothways.model.words import count

if TYPE_CHECKING:
    from bothways.share.elsewhere import Elsewhere
    from bothways.share.shares import Share
    from bothways.writing.forget import Forgetting
    from bothways.writing.history import Commit
    from bothways.writing.mentions import Trace

HISTORY_ADVICE = (
    "If the history may go, begin it anew: remove the folder .git, then git init. "
    "To keep it without them, see Notes and privacy in the guide. A copy elsewhere keeps what it has."
)


@bothways_command
@click.argument("name", metavar="NAME")
@click.option("--yes", is_flag=True, help="Do it. Without this, it is only shown.")
def command(asked: Asked, terminal: Terminal, name: str, yes: bool) -> int:
    """Remove a person everywhere: their record, log lines, talks with them alone, and every mention of their name.

    Built sites and caches that show them go too. Without --yes it shows what it would do, and changes nothing.
    """
    from bothways.share.elsewhere import elsewhere  # noqa: PLC0415  # it brings the model
    from bothways.writing.everybody import everybody  # noqa: PLC0415
    from bothways.writing.forget import forget  # noqa: PLC0415

    home = find_home(asked)
    desk = desk_of(home)
    people = everybody(desk.workbook)
    try:
        who = one_person(name, people)
    except NotOne as error:
        error.advice = error.advice.partition("To add")[0].strip()
        return error.tell(terminal)
    found = forget(desk, who)
    still = elsewhere(home.folder, home.site, who, [other for other in people if other != who])
    if yes:
        write(found.prepared, home)
        _clear(home, still)
    _tell(terminal, home, who.name, found, still, done=yes)
    return 0


def _clear(home: Home, elsewhere: "Elsewhere") -> None:
    from bothways.cli.schema_files import refresh  # noqa: PLC0415
    from bothways.site.remains import remove  # noqa: PLC0415

    for build in elsewhere.builds:
        remove(build)
    refresh(home.folder, home.workbook)


def _tell(
    terminal: Terminal, home: Home, name: str, found: "Forgetting", elsewhere: "Elsewhere", *, done: bool
) -> None:
    builds = [home.relative(build) for build in elsewhere.builds]
    if terminal.json:
        removed, look_at = (
            [_as_json(trace) for trace in traces]
            for traces in (found.gone, found.look_at if done else found.look_at_now)
        )
        commits = [{"commit": commit.id, "day": commit.day.isoformat()} for commit in elsewhere.commits or ()]
        more = {"builds": builds, "commits": commits, "commits_searched": elsewhere.commits is not None}
        shares = [
            {"share": share.id, "day": share.day.isoformat(), "for": share.profile, "as": how}
            for share, how in elsewhere.shares or ()
        ]
        more |= {"shares": shares, "shares_searched": elsewhere.shares is not None}
        terminal.give({"name": name, "changed": done, "removed": removed, "look_at": look_at, **more})
        return
    terminal.say(f"{name} {'is forgotten. This is gone:' if done else 'would be forgotten. This would go:'}")
    _list(terminal, found.gone)
    for build in builds:
        terminal.say(f"{build}: made by a build", indent=2)
    if found.look_at:
        terminal.say("These lines may be about them too. Look at them yourself:")
        _list(terminal, found.look_at if done else found.look_at_now)
    _tell_history(terminal, elsewhere.commits)
    _tell_shares(terminal, elsewhere.shares)
    if done and builds:
        terminal.remark("Make the site anew: bothways build")
    if not done:
        terminal.remark("Nothing was changed. Do it with --yes.")


def _tell_history(terminal: Terminal, commits: "Sequence[Commit] | None") -> None:
    from bothways.share.elsewhere import MOST_COMMITS  # noqa: PLC0415

    if commits is None:
        terminal.remark("There is a git history here that could not be searched. It may still name them.")
    elif commits:
        newest, oldest = commits[0].day, commits[-1].day
        days = f"on {newest}" if newest == oldest else f"from {oldest} to {newest}"
        terminal.say(f"The git history still names them, in {count(len(commits), 'commit', 'commits')} {days}:")
        terminal.say(", ".join(commit.id for commit in commits[:MOST_COMMITS]), indent=2)
        if len(commits) > MOST_COMMITS:
            terminal.say(f"and {len(commits) - MOST_COMMITS} more", indent=2)
        terminal.say(HISTORY_ADVICE)


def _tell_shares(terminal: Terminal, shares: "Sequence[tuple[Share, str]] | None") -> None:
    from bothways.share.words import HOW  # noqa: PLC0415

    if shares is None:
        terminal.remark("The record of what you shared cannot be read. A copy may still show them.")
    elif shares:
        terminal.say(f"They are in {count(len(shares), 'copy', 'copies')} that you shared:")
        for share, how in shares:
            terminal.say(f"{share.day}, for {share.profile}: {HOW.get(how, how)}", indent=2)
        terminal.say("A copy cannot be taken back. Ask whoever has it to delete it, and share anew.")


def _list(terminal: Terminal, traces: "Iterable[Trace]") -> None:
    for trace in traces:
        terminal.say(f"{trace.file}:{trace.line}: {trace.what}", indent=2)


def _as_json(trace: "Trace") -> dict[str, object]:
    return {"file": trace.file, "line": trace.line, "what": trace.what}
