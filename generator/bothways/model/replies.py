"""What a coach wrote about the workbook: replies that were taken in, one file each in `coach/`."""

from typing import Annotated

from pydantic import Field

from bothways.model.base import Noun
from bothways.model.fields import Day, Line, Many, Prose


class Comment(Noun):
    """One thing that the coach said, and what it is about."""

    page: Line | None = None
    """The page that it stands on, such as `people/dana-okafor`. Without one, that for the next session."""
    part: Line | None = None
    """The id of the part of the page."""
    about: Line | None = None
    """What that part is called."""
    asked: Line | None = None
    """The question that it answers."""
    said: Prose
    """What the coach said, as plain text."""


class Reply(Noun):
    """A reply, as `bothways reply` puts it into `coach/`."""

    date: Day
    """The day on which the coach saved it."""
    share: Line | None = None
    """Which shared copy it answers: its mark in `.bothways/shares.json`."""
    comments: Annotated[Many[Comment], Field(min_length=1)]
    """What was said."""
