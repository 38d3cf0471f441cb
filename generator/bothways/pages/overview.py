"""The coach's overview of many workbooks: who has a session when, who is stuck, who went quiet."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from bothways.derive.agenda import LAPSE
from bothways.pages.environment import page
from bothways.pages.navigation import Section, Tab
from bothways.pages.page import Page

OVERVIEW = Section(Tab("Overview", "index.html"))


class Shown(NamedTuple):
    """One person on the page."""

    who: str
    session: date | None
    stuck: str
    last: date | None


def overview(people: Sequence[Shown], day: date) -> Page:
    """The page on a day. Each part is in the order in which a coach needs it."""
    sessions = sorted((one for one in people if one.session), key=lambda one: (one.session or day, one.who))
    stuck = sorted((one for one in people if one.stuck), key=lambda one: (one.stuck, one.who))
    quiet = [one for one in people if one.last is None or day - one.last >= LAPSE]
    return page(
        "overview.html",
        OVERVIEW.tab.address,
        "Everybody at a glance",
        OVERVIEW,
        today=day,
        people=len(people),
        sessions=tuple(sessions),
        stuck=tuple(stuck),
        quiet=tuple(sorted(quiet, key=lambda one: (one.last or date.min, one.who))),
    )
