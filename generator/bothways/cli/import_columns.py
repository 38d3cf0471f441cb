"""Which column of a table holds what: said with `--map`, or asked for on a terminal."""

import sys
from collections.abc import Mapping, Sequence
from difflib import get_close_matches

import click

from bothways.cli.program import RefusedError
from bothways.cli.terminal import printable
from bothways.exchange.coming.any_table import FIELDS, OTHER_WORDS, has_name
from bothways.exchange.coming.tables import key

ASKED_FOR = {
    "name": "the whole name",
    "first_name": "the first name",
    "last_name": "the last name",
    "role": "what they do",
    "organisation": "the organisation",
    "email": "the e-mail address",
    "phone": "the phone number",
    "links": "a link",
}
"""Fields that are asked for, in words. The two parts of a name only where there is no whole one."""

MOST_SHOWN = 30
"""Columns that a sentence names."""


def is_person_there() -> bool:
    """Whether somebody can be asked."""
    return sys.stdin.isatty()


def chosen_columns(said: Sequence[str], columns: Sequence[str]) -> dict[str, str]:
    """The columns by field, from `FIELD=COLUMN` as said. A column is found in any case."""
    by_key = {key(column): column for column in columns}
    chosen: dict[str, str] = {}
    for words in said:
        field, equals, column = words.partition("=")
        if not equals:
            raise RefusedError(f"{words} does not say a field and a column. Write --map name=COLUMN.")
        field = _field(field)
        if key(column) not in by_key:
            near = get_close_matches(key(column), by_key, n=1, cutoff=0.6)
            advice = f"Did you mean {by_key[near[0]]}?" if near else f"There are {_shown(columns)}."
            raise RefusedError(f"There is no column {printable(column)}. {advice}")
        chosen[field] = by_key[key(column)]
    return chosen


def columns_missing(columns: Sequence[str]) -> str:
    """What to do where nobody can be asked."""
    return f"Which column holds the name? Say it with --map name=COLUMN. The columns are {_shown(columns)}."


def ask_for_columns(columns: Sequence[str], guess: Mapping[str, str]) -> dict[str, str]:
    """The columns by field, asked for one after the other."""
    click.echo(f"The columns are {_shown(columns)}. An empty answer passes a field over.", err=True)
    chosen: dict[str, str] = {}
    for field, words in ASKED_FOR.items():
        if field in ("first_name", "last_name") and "name" in chosen:
            continue
        if column := _ask(words, columns, guess.get(field, "")):
            chosen[field] = column
    if not has_name(chosen):
        raise RefusedError("Without a name nobody can be taken in.")
    return chosen


def _ask(words: str, columns: Sequence[str], guess: str) -> str:
    by_key = {key(column): column for column in columns}
    while True:
        said = click.prompt(f"Which column holds {words}?", default=guess, show_default=bool(guess), err=True)
        if not said.strip():
            return ""
        if key(said) in by_key:
            return by_key[key(said)]
        click.echo(f"There is no column {printable(said)}.", err=True)


def _field(said: str) -> str:
    word = key(said).replace("-", "_").replace(" ", "_")
    field = word if word in FIELDS else OTHER_WORDS.get(key(said), "")
    if field:
        return field
    near = get_close_matches(word, FIELDS, n=1, cutoff=0.6)
    advice = f"Did you mean {near[0]}?" if near else f"There are {', '.join(FIELDS)}."
    raise RefusedError(f"{printable(said)} is not a field to map. {advice}")


def _shown(columns: Sequence[str]) -> str:
    named = [printable(column)[:60] for column in columns if column]
    return ", ".join(named[:MOST_SHOWN]) + (" and more" if len(named) > MOST_SHOWN else "")
