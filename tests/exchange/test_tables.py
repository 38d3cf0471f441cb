"""The tables that `bothways export csv` makes, read back as a spreadsheet reads them."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bothways.exchange.going.tables import COLUMNS, FORMULA, WHATS, guarded, table
from bothways.model.workbook import Workbook
from workbooks import example, workbook

PRIVATE = "- {name: Dana Okafor, private: yes, private_notes: plum, notes: pear, phone: +44 1632 960348}"


def rows(data: bytes) -> list[dict[str, str]]:
    """The rows by column."""
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("what", WHATS)
def test_every_record_of_the_example_has_its_row(what):
    """With the columns in their order, and the mark by which Excel knows UTF-8."""
    data = table(example(), what)
    assert data.startswith(b"\xef\xbb\xbf" + ",".join(COLUMNS[what]).encode() + b"\r\n")
    assert len(rows(data)) == len(getattr(example(), what)) > 0


@pytest.mark.parametrize("what", WHATS)
def test_an_empty_workbook_gives_the_columns_alone(what):
    """A table with nothing in it is a table."""
    assert rows(table(Workbook(), what)) == []


def test_private_notes_stay_and_private_records_come():
    """It is the owner's own copy; what was written for nobody else is not in it."""
    data = table(workbook({"people.yaml": PRIVATE}), "people")
    assert b"plum" not in data
    assert b"pear" in data
    assert rows(data)[0]["private"] == "yes"


def test_lists_and_what_has_fields_of_its_own_are_told_in_words():
    """A step by what there is to do, advice by its text, several things with semicolons between."""
    files = {
        "people.yaml": "- {name: Dana Okafor, tags: [a, b], steps: [One, {do: Two, done: yes}], keep_in_touch: 6 weeks}",
        "conversations.yaml": "- {with: Dana Okafor, date: 2026-11-20, time: '9:05', advice: [{advice: Ask, did: Asked}]}",
    }
    person = rows(table(workbook(files), "people"))[0]
    assert (person["tags"], person["steps"], person["keep_in_touch"]) == ("a; b", "One; Two", "6 weeks")
    talk = rows(table(workbook(files), "conversations"))[0]
    assert (talk["with"], talk["time"], talk["advice"]) == ("Dana Okafor", "09:05", "Ask")


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.text(st.sampled_from("=+-@\t\r\n'a1 "), max_size=6))
def test_no_cell_begins_as_a_formula_does(text):
    """Whatever the text; and what is not dangerous stays as it is."""
    cell = guarded(text)
    assert not cell.startswith(FORMULA)
    assert cell in (text, f"'{text}")
    assert text.startswith(FORMULA) or cell == text


def test_a_formula_in_a_name_reaches_the_table_as_text():
    """A spreadsheet shows it, and does not work it out."""
    data = table(workbook({"people.yaml": "- name: '=1+1'\n- name: '@SUM(A1)'\n"}), "people")
    assert [row["name"] for row in rows(data)] == ["'=1+1", "'@SUM(A1)"]
