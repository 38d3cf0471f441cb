"""The workbook as the commands read it."""

from bothways.cli.home import Home
from bothways.reading.library import read_library
from bothways.reading.workbook import Reading, read_workbook
from bothways.site.guide_files import guide_folder


def read(home: Home) -> Reading:
    """The workbook, with what ships with the guide. Raises `ProblemsFound`."""
    return read_workbook(home.workbook, read_library(guide_folder()), home.shown_as)
