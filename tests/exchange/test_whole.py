"""The JSON that `bothways export json` makes, and the schema in it."""

import json
from copy import deepcopy

import jsonschema
import pytest

from bothways.exchange.going.whole import whole
from bothways.model.workbook import Workbook
from workbooks import TODAY, example, workbook


@pytest.mark.parametrize("book", [example(), Workbook()], ids=["the example", "an empty workbook"])
def test_it_is_as_its_own_schema_says(book):
    """The schema is in the file, so whoever gets it can check it."""
    data = json.loads(whole(book, TODAY))
    assert (data["version"], data["day"]) == (1, "2026-12-01")
    jsonschema.Draft202012Validator.check_schema(data["schema"])
    jsonschema.validate(data, data["schema"])


def test_the_schema_refuses_what_is_wrong():
    """A person without a name, and a kind of record that there is not."""
    good = json.loads(whole(workbook({"people.yaml": "- name: Dana Okafor"}), TODAY))
    for spoil in (lambda data: data["people"][0].pop("name"), lambda data: data.pop("people")):
        data = deepcopy(good)
        spoil(data)
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(data, data["schema"])


def test_values_are_in_the_words_of_the_workbook():
    """Days, times and lengths as one would write them; references as ids, or as typed where there is no record."""
    files = {
        "people.yaml": "- {name: Dana Okafor, keep_in_touch: 6 weeks, introduced_by: Nobody Known, private_notes: plum}",
        "conversations.yaml": "- {with: dana okafor, date: 2026-11-5, time: '9:05'}",
    }
    data = json.loads(whole(workbook(files), TODAY))
    person, talk = data["people"][0], data["conversations"][0]
    assert (person["keep_in_touch"], person["introduced_by"]) == ("6 weeks", "Nobody Known")
    assert (talk["with"], talk["date"], talk["time"]) == (["dana-okafor"], "2026-11-05", "09:05")
    assert person["private_notes"] == "plum"


def test_what_ships_with_the_guide_is_not_in_it():
    """Only the person's own question lists and messages."""
    data = json.loads(whole(example(), TODAY))
    assert len(data["questions"]) < len(example().questions)
    assert len(data["messages"]) == 3
