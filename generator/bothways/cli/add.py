"""`bothways add`: a new person, organisation, goal or event."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import click

from bothways.cli.changing import Word, can_ask, desk_of, prepare, tell_written, write
from bothways.cli.command import bothways_command
from bothways.cli.everywhere import Asked
from bothways.cli.home import Home, find_home
from bothways.cli.program import PROBLEMS, WRONG_USE
from bothways.cli.report import as_json, in_words
from bothways.cli.terminal import Terminal
from bothways.problems import NOWHERE, Problem, ProblemsFound, serious

KINDS = {"person": "people", "organisation": "organisations", "goal": "goals", "event": "events"}
"""What can be added, and the kind of file it belongs to."""


class _Kind(Word):
    """The word for one record, in either spelling."""

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Takes `organization` for `organisation`."""
        said = str(value)
        return super().convert("organisation" if said.lower() == "organization" else said, param, ctx)


@bothways_command
@click.argument("kind", metavar="KIND", type=_Kind("KIND", tuple(KINDS)))
@click.argument("name", metavar="NAME")
@click.option(
    "--set", "fields", multiple=True, metavar="FIELD=VALUE", help="A field and what it is. Say it again for a list."
)
def command(asked: Asked, terminal: Terminal, kind: str, name: str, fields: Sequence[str]) -> int:
    """Add a person, organisation, goal or event. KIND is one of these words; NAME is its name or title.

    For example: bothways add person "Dana Okafor" --set tie=warm --set interests=sourdough --set interests=chess
    """
    said = _read(fields)
    home = find_home(asked)
    if not name.strip():
        raise click.UsageError(f"Say what the {kind} is called.", click.get_current_context(silent=True))
    while True:
        try:
            _add(home, terminal, kind, name.strip(), said)
        except _Refused as refused:
            missing = [problem for problem in refused.problems if problem.code == "missing-field"]
            if missing and len(missing) == len(refused.problems) and can_ask(terminal):
                said |= {
                    field: [click.prompt(_question(problem, field), err=True)]
                    for problem in missing
                    if (field := _field(problem))
                }
                continue
            _tell(terminal, refused.problems)
            return PROBLEMS if all(problem.code == "same-id" for problem in refused.problems) else WRONG_USE
        return 0


def _tell(terminal: Terminal, problems: Sequence[Problem]) -> None:
    """The problems of a record that stands nowhere yet: in words that fit the command."""
    if terminal.json:
        terminal.give({"changed": False, **as_json(problems)})
        return
    for problem in problems:
        said = replace(problem, hint=f"Say --set {_field(problem)}=...") if problem.code == "missing-field" else problem
        terminal.say(in_words(said), to_err=True)


class _Refused(Exception):
    """The new record cannot be as it was wished. Holds the reading's own words."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        super().__init__()
        self.problems = tuple(problems)


def _read(fields: Iterable[str]) -> dict[str, list[str]]:
    """The fields and their values, in the order in which they were said."""
    said: dict[str, list[str]] = {}
    for field in fields:
        key, equals, value = field.partition("=")
        if not equals or not key.strip():
            message = f"--set {field} has no field and value. Write it as FIELD=VALUE, such as tie=warm."
            raise click.UsageError(message, click.get_current_context(silent=True))
        if value.strip():
            said.setdefault(key.strip(), []).append(value)
    return said


def _add(home: Home, terminal: Terminal, kind: str, name: str, said: Mapping[str, Sequence[str]]) -> None:
    from bothways.model.names import slug  # noqa: PLC0415  # with the rest of the model
    from bothways.reading.kinds import BY_NAME  # noqa: PLC0415
    from bothways.writing.homes import add_record  # noqa: PLC0415

    desk = desk_of(home)
    plural = BY_NAME[KINDS[kind]]
    record = {
        plural.title: name,
        **{key: several[0] if len(several) == 1 else several for key, several in said.items()},
    }
    own_id = record["id"] if isinstance(record.get("id"), str) else slug(name, kind)
    file = add_record(desk, plural.name, record, str(own_id))
    try:
        prepared = prepare(desk)
    except ProblemsFound as found:
        raise _Refused(_without_place(serious(found.problems), file)) from found
    write(prepared, home)
    (added,) = (record for record in getattr(prepared.reading.workbook, plural.name) if record.id == own_id)
    line = added.written.line
    tell_written(terminal, file, line, f"{name} is added.", id=added.id)
    for hint in desk.new_hints(prepared):
        terminal.remark(in_words(hint))


def _without_place(problems: Iterable[Problem], file: str) -> Iterable[Problem]:
    """The problems of the new record, which stands nowhere yet."""
    return (replace(problem, place=NOWHERE) if problem.place.file == file else problem for problem in problems)


def _field(problem: Problem) -> str:
    return problem.field.rsplit(".", 1)[-1]


def _question(problem: Problem, field: str) -> str:
    """The field and what it is: `date (the day)`."""
    what = problem.hint.partition("after it, ")[2].rstrip(".")
    return f"{field} ({what})" if what else field
