"""The calendar that `bothways export ics` makes, read back as a calendar program reads it."""

from datetime import date, datetime, timedelta

import icalendar
import pytest

from bothways.exchange.going.calendar import calendar
from bothways.model.workbook import Workbook
from workbooks import TODAY, example, workbook

PLANNED = {
    "people.yaml": "- name: Dana Okafor\n- name: Bea Lin\n",
    "conversations.yaml": """
        - {with: Dana Okafor, date: 2026-12-03, time: "10:30", minutes: 45, place: "The café, downstairs"}
        - {with: [Dana Okafor, Bea Lin], date: 2026-12-20, kind: coffee}
        - {with: Bea Lin, date: 2026-11-20, learned: A lot}
    """,
}


def events(files: dict[str, str], day: date = TODAY, ahead: int = 28) -> dict[str, icalendar.Event]:
    """The events by title."""
    read = icalendar.Calendar.from_ical(calendar(workbook(files), day, ahead))
    return {str(event["summary"]): event for event in read.walk("VEVENT")}


def test_a_talk_with_a_time_is_at_that_time_wherever_the_person_is():
    """It has no time zone, lasts its minutes, and rings half an hour before."""
    event = events(PLANNED)["Talk with Dana Okafor"]
    assert event["dtstart"].dt == datetime(2026, 12, 3, 10, 30)  # noqa: DTZ001
    assert event["dtend"].dt == datetime(2026, 12, 3, 11, 15)  # noqa: DTZ001
    assert event["location"] == "The café, downstairs"
    assert [alarm["trigger"].dt for alarm in event.walk("VALARM")] == [timedelta(minutes=-30)]


def test_what_has_no_time_is_of_the_day_and_rings_at_nine():
    """A whole day during which one is free for others."""
    event = events(PLANNED)["Coffee with Dana Okafor and Bea Lin"]
    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2026, 12, 20), date(2026, 12, 21))
    assert event["transp"] == "TRANSPARENT"
    assert b"TRIGGER:PT9H" in event.to_ical()


def test_what_is_overdue_is_shown_today_and_a_talk_has_one_entry():
    """Nobody looks at last week; and a planned talk is not there a second time as something to prepare."""
    found = events(PLANNED)
    thanks = found["Thank Bea Lin for the talk on 20 November"]
    assert thanks["dtstart"].dt == TODAY
    assert not any("Get ready for the talk" in title for title in found)


def test_an_entry_keeps_its_identity_from_day_to_day():
    """Taken in again tomorrow, it moves, and there are not two of it."""
    today = {title: str(event["uid"]) for title, event in events(PLANNED).items()}
    tomorrow = {title: str(event["uid"]) for title, event in events(PLANNED, TODAY + timedelta(days=1)).items()}
    assert today == tomorrow
    assert len(set(today.values())) == len(today)


def test_how_far_it_looks_can_be_said():
    """A step that is due in three weeks is there with 28 days, and not with 7."""
    files = {"people.yaml": "- {name: Dana Okafor, steps: [{do: Send the article, by: 2026-12-22}]}"}
    assert "Send the article" in events(files)
    assert events(files, ahead=7) == {}


@pytest.mark.parametrize("book", [example(), Workbook()], ids=["the example", "an empty workbook"])
def test_the_same_workbook_and_day_give_the_same_bytes_in_lines_that_are_allowed(book):
    """No clock is asked; no line is longer than 75 bytes; every line ends as the standard says."""
    data = calendar(book, TODAY)
    assert data == calendar(book, TODAY)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert data.startswith(b"BEGIN:VCALENDAR\r\n")
    assert data.endswith(b"END:VCALENDAR\r\n")
