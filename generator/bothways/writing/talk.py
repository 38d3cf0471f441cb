"""The file of a talk: what is known beforehand, and the questions of a debrief to fill in afterwards."""

from collections.abc import Mapping, Sequence
from datetime import date

from bothways.derive.situations import situations
from bothways.guide.situations import list_for
from bothways.model.conversations import Conversation
from bothways.model.goals import Goal
from bothways.model.people import Person
from bothways.model.questions import QuestionList
from bothways.model.workbook import Workbook
from bothways.reading.yaml_words import Value, field_lines
from bothways.writing.change import Add
from bothways.writing.desk import Desk
from bothways.writing.everybody import with_record
from bothways.writing.homes import list_file, new_file, own_folder
from bothways.writing.whom import Somebody, reference_to

BEFORE = (
    "goal: What it serves",
    "questions: [first-informational-interview]",
    "time: 10:30",
    "minutes: 20",
    "place: Where",
)

AFTER = (
    "After the talk: write a little on the same day, the rest can come later. Take away the # of what you use.",
    "answers:",
    "  - ask: What you asked",
    "    answer: What they said",
    "learned:",
    "  - What you learned",
    "advice:",
    "  - What they advised",
    "introductions:",
    "  - {to: Whom they offered to introduce you to, promised: DATE}",
    "gave:",
    "  - What you gave",
    "thanked: DATE",
    "follow_ups:",
    "  - {do: What to do next, by: DATE}",
    "surprise: What surprised you",
    "still_interested: more, same or less",
    "rule_out: What you can rule out now",
)
"""The debrief, each line to be written as a remark."""


def talks_on(workbook: Workbook, person_id: str | None, day: date) -> Sequence[Conversation]:
    """The talks with somebody on a day that are written already."""
    return [
        talk for talk in workbook.conversations if talk.date == day and any(who.id == person_id for who in talk.with_)
    ]


def add_talk(desk: Desk, who: Somebody, day: date) -> str:
    """Wishes a conversation with somebody, and gives the name of its file."""
    fields = known_fields(desk.workbook, who, day)
    name = list_file(desk, "conversations", own_file=True)
    if name is not None:
        desk.change(name, Add((), fields, _remarks(fields, day)))
        return name
    lines = [line for key, value in fields.items() for line in field_lines(key, value, 0)]
    stem = f"{day.isoformat()}-{who.id}"
    folder = own_folder(desk, "conversations") or "conversations"
    return new_file(desk, "conversations", folder, stem, [*lines, *_remarks(fields, day)], fields)


def _remarks(fields: Mapping[str, Value], day: date) -> tuple[str, ...]:
    """What may be filled in before and after, each line as a remark."""
    before = (line for line in BEFORE if line.partition(":")[0] not in fields)
    return tuple(f"# {line.replace('DATE', day.isoformat())}" for line in (*before, *AFTER))


def known_fields(workbook: Workbook, who: Somebody, day: date) -> dict[str, Value]:
    """What is known of a talk beforehand: with whom and when, the goal it serves, the questions for it."""
    person = workbook.person[str(who.id)]
    goal = goal_for(workbook, person)
    questions = questions_for(workbook, goal)
    fields: dict[str, Value] = {"with": reference_to(who, with_record(workbook)), "date": day.isoformat()}
    if goal:
        fields["goal"] = _name_or_id(goal.goal, goal.id, [other.goal for other in workbook.goals])
    if questions:
        titles = [other.list for other in workbook.questions]
        is_own = questions.id in workbook.own.get("questions", ())
        fields["questions"] = [_name_or_id(questions.list, questions.id, titles) if is_own else str(questions.id)]
    return fields


def goal_for(workbook: Workbook, person: Person) -> Goal | None:
    """The one active goal that has to do with the person's organisation; else the only active one."""
    active = [goal for goal in workbook.goals if goal.status == "active"]
    place = person.organisation.id if person.organisation else None
    organisation = workbook.organisation.get(place or "")
    of_place = {ref.id for ref in organisation.goals} if organisation else set()
    fitting = [
        goal for goal in active if goal.id in of_place or (place and any(ref.id == place for ref in goal.organisations))
    ]
    several = fitting or active
    return several[0] if len(several) == 1 else None


def questions_for(workbook: Workbook, goal: Goal | None) -> QuestionList | None:
    """The list that fits what the goal serves, or else what the person is in."""
    mine = (goal.situation,) if goal and goal.situation else situations(workbook)
    return list_for(workbook.questions, workbook.own.get("questions", frozenset()), mine)


def _name_or_id(name: str, own_id: str | None, others: Sequence[str]) -> str:
    return name if others.count(name) == 1 or not own_id else own_id
