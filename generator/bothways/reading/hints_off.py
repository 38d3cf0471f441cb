"""`hints_off` in me.yaml: hints that a person does not want to see, each by its code."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from bothways.model.me import Me
from bothways.model.refusal import shown
from bothways.model.workbook import Workbook
from bothways.problems import Problem

HINT_CODES = (
    "ask-without-give",
    "empty-placeholder",
    "future-log-line",
    "goal-without-step",
    "job-asked",
    "list-meant",
    "long-introduction",
    "near-organisation",
    "no-debrief",
    "no-record",
    "no-such-hint",
    "not-a-link",
    "organisation-with-nobody",
    "quote-it",
    "second-name",
    "smart-quotes",
    "text-cut",
    "too-many-tries",
    "two-files",
    "unkind-note",
    "unknown-placeholder",
)
"""Every code that a hint may have."""


def without_those_off(problems: Iterable[Problem], workbook: Workbook) -> list[Problem]:
    """The problems, and the hints that `hints_off` does not name. A problem cannot be switched off."""
    off = workbook.me.hints_off if workbook.me else ()
    return [problem for problem in problems if problem.severity == "problem" or problem.code not in off]


def unknown_hints(me: Me) -> Iterator[Problem]:
    """A hint for each word that stands for none: what it was meant to turn off still shows."""
    for code in me.hints_off:
        if code in HINT_CODES:
            continue
        near = get_close_matches(code, HINT_CODES, n=1, cutoff=0.75)
        hint = f"Did you mean {near[0]}?" if near else "It stands at the end of a hint, such as (hint: second-name)."
        message = f"There is no hint {shown(code)}, so nothing is turned off by it."
        yield Problem(me.field_written("hints_off"), "no-such-hint", message, hint, "me.hints_off", severity="hint")
