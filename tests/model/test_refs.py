"""References, and what steps and short forms mean."""

from datetime import date

import pytest

from bothways.model.refs import Ref
from bothways.model.span import Span
from workbooks import reading, workbook

PEOPLE = "- name: Dana Okafor\n  also_known_as: [Didi]\n- name: Bea Lin\n  introduced_by: {by}\n"


@pytest.mark.parametrize("by", ["Dana Okafor", "dana  OKAFOR", "didi", "dana-okafor"])
def test_a_reference_means_the_record(by: str) -> None:
    """Under the record's own name, however it was written."""
    assert workbook({"people.yaml": PEOPLE.format(by=by)}).people[1].introduced_by == Ref("Dana Okafor", "dana-okafor")


def test_somebody_without_a_record_may_have_introduced_them() -> None:
    """They appear by the name that was typed."""
    assert workbook({"people.yaml": PEOPLE.format(by="Cy Dell")}).people[1].introduced_by == Ref("Cy Dell", None)


@pytest.mark.parametrize(
    ("field", "text"),
    [("introduced_by", "a neighbour"), ("met_at", "the bus stop"), ("organisation", "the bakery")],
)
def test_some_references_may_be_plain_text(field: str, text: str) -> None:
    """A place, an organisation, a person that nobody wrote down."""
    person = workbook({"people.yaml": f"- name: Dana Okafor\n  {field}: {text}\n"}).people[0]
    assert getattr(person, field) == Ref(text, None)
    assert str(getattr(person, field)) == text


def test_references_of_events_logs_and_introductions_are_open() -> None:
    """As the format lists them."""
    files = {
        "people.yaml": "- name: Dana Okafor\n",
        "events.yaml": "- {name: Breakfast, date: 2026-11-20, met: [Cy Dell, Dana Okafor]}\n",
        "log.yaml": "- {date: 2026-11-03, who: Cy Dell, did: introduced, to: Dee Fox}\n",
        "conversations.yaml": "- {with: Dana Okafor, date: 2026-11-12, introductions: [Cy Dell]}\n",
    }
    book = workbook(files)
    assert book.events[0].met == (Ref("Cy Dell"), Ref("Dana Okafor", "dana-okafor"))
    assert (book.log[0].who, book.log[0].to) == (Ref("Cy Dell"), Ref("Dee Fox"))
    assert book.conversations[0].introductions[0].to == Ref("Cy Dell")


def test_a_reference_goes_forwards_and_between_files() -> None:
    """The order of records and files does not matter."""
    files = {
        "conversations/first.yaml": "with: [Bea Lin, dana okafor]\ndate: 2026-11-5\n",
        "people/b.yaml": "name: Bea Lin\nknows: Dana Okafor\n",
        "people/d.yml": "name: Dana Okafor\n",
    }
    book = workbook(files)
    assert book.conversations[0].id == "2026-11-05-bea-lin-dana-okafor"
    assert book.person["bea-lin"].knows == (Ref("Dana Okafor", "dana-okafor"),)


@pytest.mark.parametrize(
    ("written", "done"),
    [("2026-11-18", date(2026, 11, 18)), ("yes", True), ("TRUE", True), ("no", False), ("", False), ("~", False)],
)
def test_a_step_is_done_on_a_day_or_is_simply_done(written: str, done: date | bool) -> None:
    """`done: no` and nothing are the same."""
    text = f"- name: Dana Okafor\n  steps:\n    - do: Call\n      done: {written}\n"
    (step,) = workbook({"people.yaml": text}).people[0].steps
    assert step.done == done
    assert type(step.done) is type(done)
    assert step.is_done is (done is not False)


def test_a_bare_text_is_a_step() -> None:
    """`- Call` is `- do: Call`, and one step needs no dash."""
    as_list, as_text, as_fields = (
        workbook({"people.yaml": f"- name: Dana Okafor\n  steps:{steps}\n"}).people[0].steps
        for steps in ("\n    - Call", " Call", " {do: Call}")
    )
    assert [step.do for steps in (as_list, as_text, as_fields) for step in steps] == ["Call", "Call", "Call"]


@pytest.mark.parametrize(("written", "kept"), [("no", False), ("NO", False), ("6 weeks", Span(6, "week")), ("", None)])
def test_keep_in_touch_is_a_length_or_no(written: str, kept: object) -> None:
    """Left out, the tie decides."""
    assert workbook({"people.yaml": f"- name: Dana\n  keep_in_touch: {written}\n"}).people[0].keep_in_touch == kept


def test_every_value_knows_where_it_is_written() -> None:
    """Agenda items and hints name the line."""
    text = "# Friends\n- name: Dana Okafor\n  steps:\n    - Call\n    - do: Write\n      by: 2026-11-20\n"
    person = reading({"people.yaml": text}).workbook.people[0]
    assert (person.written.file, person.written.line, person.written.column) == ("workbook/people.yaml", 2, 3)
    assert [step.written.line for step in person.steps] == [4, 5]
    assert person.steps[1].field_written("by").line == 6
    assert person.field_written("role") == person.written
