"""Checklists: things to do in one go (`checklists.yaml`)."""

from typing import Self

from pydantic import model_validator

from bothways.model.base import Record
from bothways.model.fields import Line, Many, Prose
from bothways.model.refusal import refusal
from bothways.model.step import Step


class Checklist(Record):
    """Things to do in one go: the person's own, or a built-in one that they took over."""

    checklist: Line | None = None
    """What it is called."""
    start: Line | None = None
    """The id of a built-in checklist to take over. Items you marked done are kept by their text."""
    when: Prose | None = None
    """When to use it."""
    items: Many[Step] = ()
    """What to do."""

    @model_validator(mode="after")
    def _has_a_title_or_a_start(self) -> Self:
        if self.checklist is None and self.start is None:
            raise refusal(
                "missing-field",
                "A checklist needs checklist (its title) or start (a built-in one).",
                "Add checklist: and a title.",
            )
        return self

    @property
    def name(self) -> str:
        """What it is called."""
        return self.checklist or self.start or ""
