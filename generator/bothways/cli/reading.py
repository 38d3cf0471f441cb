"""The workbook as the commands read it, with every hint there is about it."""

from collections.abc import Sequence
from datetime import date

from bothways.cli.home import Home
from bothways.derive.hints import hints, shown
from bothways.guide.hints import message_hints
from bothways.problems import Problem
from bothways.reading.library import read_library
from bothways.reading.workbook import Reading, read_workbook
from bothways.site.guide_files import guide_folder


def read(home: Home) -> Reading:
    """The workbook, with what ships with the guide. Raises `ProblemsFound`."""
    return read_workbook(home.workbook, read_library(guide_folder()), home.shown_as)


def hints_of(reading: Reading, day: date) -> Sequence[Problem]:
    """What the method would look at once more on that day, without the hints that the person turned off."""
    workbook = reading.workbook
    return shown((*reading.hints, *hints(workbook, day), *message_hints(workbook)), workbook)
