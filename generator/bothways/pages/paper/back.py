"""The back of a sheet: what to note afterwards, while it is fresh, in the order of the lines in the workbook."""

from typing import NamedTuple

from bothways.derive.calendar import after
from bothways.model.days import WEEKDAYS, day_and_month
from bothways.model.rhythm import Rhythm
from bothways.model.words import capital
from bothways.pages.paper.room import BODY, SAID, WIDTH, short
from bothways.pages.sheet import Sheet
from bothways.pages.somebody import Wording

BELIEFS, OWED = 3, 2
"""How many there is room for."""


class Back(NamedTuple):
    """The back of a sheet."""

    subject: str
    object: str
    owner: str
    """How they are spoken of; the last begins a sentence."""
    beliefs: tuple[str, ...]
    """What I believed before, as the goal has it."""
    next: tuple[str, ...]
    """What is to be done, whatever was said."""
    file: str
    """Where it is written down."""


def back(sheet: Sheet, rhythm: Rhythm, them: Wording) -> Back:
    """The back of a sheet. `them` is how they are spoken of."""
    subject, object_, owner = (short(word) for word in (them.subject, them.object, them.owner))
    beliefs = sheet.goal.beliefs if sheet.goal else ()
    return Back(
        subject=subject,
        object=object_,
        owner=capital(owner),
        beliefs=tuple(SAID.fitted(belief.belief, WIDTH - 45) for belief in beliefs[:BELIEFS]),
        next=tuple(BODY.fitted(line, WIDTH - 10) for line in _next(sheet, rhythm, object_)),
        file=BODY.fitted(sheet.talk.written.file, WIDTH - 60),
    )


def _next(sheet: Sheet, rhythm: Rhythm, them: str) -> list[str]:
    day = after(sheet.talk.date, rhythm.thank_within, rhythm)
    found = [f"Thank {them} by {WEEKDAYS[day.weekday()]} {day_and_month(day)}"]
    found += [owed.words for owed in sheet.mine[:OWED]]
    through = sheet.ties[0].person.introduced_by if len(sheet.ties) == 1 else None
    if through and not sheet.last_talk:
        found.append(f"Tell {through} that we talked")
    return found
