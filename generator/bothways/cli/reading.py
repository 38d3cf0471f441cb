"""The workbook as the commands read it, with every hint there is about it."""

from collections.abc import Sequence

from bothways.cli.home import Home
from bothways.guide.hints import message_hints
from bothways.problems import Problem
from bothways.reading.library import read_library
from bothways.reading.workbook import Reading, read_workbook
from bothways.site.guide_files import guide_folder


def read(home: Home) -> Reading:
    """The workbook, with what ships with the guide. Raises `ProblemsFound`."""
    return read_workbook(home.workbook, read_library(guide_folder()), home.shown_as)


def hints_of(reading: Reading) -> Sequence[Problem]:
    """What could be better, although nothing is wrong."""
    workbook = reading.workbook
    off = workbook.me.hints_off if workbook.me else ()
    return [hint for hint in (*reading.hints, *message_hints(workbook)) if hint.code not in off]
