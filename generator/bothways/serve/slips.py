"""Slips that are no problem, said with what was written: a name that nobody has, a day that is still to come.

`check` has a hint for each; who fills in a form may never see that, and would wait for an answer that is in the log.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from bothways.model.days import day_and_month
from bothways.model.guesses import Guesses
from bothways.model.names import MOST_OFFERED, folded
from bothways.model.near import NearNames
from bothways.model.workbook import Workbook
from bothways.serve.environment import is_day
from bothways.serve.fields import Field
from bothways.serve.forms import meaning
from bothways.writing.everybody import with_record
from bothways.writing.field import Wish
from bothways.writing.whom import Somebody


def slips(kind: str, fields: Iterable[Field], wishes: Mapping[str, Wish], workbook: Workbook, day: date) -> list[str]:
    """Sentences about what was wished for a record of a kind. `workbook`: as it is with these wishes."""
    found: list[str] = []
    for field in fields:
        said = meaning(field, wishes.get(field.name))
        if said is None:
            continue
        names = said if isinstance(said, list) else [said]
        if field.kind == "people":
            found += _people(names, with_record(workbook))
        elif field.kind == "organisations":
            found += _organisations(names, [one.name for one in workbook.organisations])
        elif (kind, field.name) == ("log", "date") and is_day(said) and (then := date.fromisoformat(said)) > day:
            found.append(f"{day_and_month(then)} is still to come, so this does not count yet.")
    return found


def _people(said: Sequence[str], known: Iterable[Somebody]) -> Iterator[str]:
    everybody = list(known)
    there = {folded(name) for who in everybody for name in who.names}
    for name in (name for name in said if folded(name) not in there):
        meant = Guesses(who.name for who in everybody).meant(name)
        if 0 < len(meant) <= MOST_OFFERED:
            yield f"Nobody with a record is called {name}. Did you mean {' or '.join(meant)}? Then undo this."
        else:
            yield f"{name} has no record yet."


def _organisations(said: Sequence[str], known: Sequence[str]) -> Iterator[str]:
    there = {folded(name) for name in known}
    near = NearNames(known)
    for name in (name for name in said if folded(name) not in there):
        if meant := near.near(name):
            yield f"You have no organisation called {name}. Did you mean {meant}? Then undo this."
