"""Rest: nothing about somebody who rests falls due before their day, nor about their organisation's."""

from collections.abc import Iterable
from datetime import date

from bothways.derive.calendar import out_of_pauses
from bothways.model.people import Person
from bothways.model.refs import Ref
from bothways.model.workbook import Workbook


def rests_until(person: Person, workbook: Workbook) -> date | None:
    """The day before which nothing about a person falls due: their own, or their organisation's."""
    organisation = workbook.organisation.get(person.organisation.id or "") if person.organisation else None
    days = [day for day in (person.rest_until, organisation.rest_until if organisation else None) if day]
    return max(days, default=None)


def awake(due: date, people: Iterable[Ref], workbook: Workbook) -> date:
    """The day it falls due, once nobody it concerns rests any more."""
    records = (workbook.person.get(who.id or "") for who in people)
    ends = [end for person in records if person and (end := rests_until(person, workbook))]
    return out_of_pauses(max([due, *ends]), workbook.rhythm)
