"""Every noun says what it is and what its fields are, and its schema says the same."""

import inspect

import jsonschema
import pytest

from bothways.model.base import Noun
from bothways.model.described import described
from bothways.reading.kinds import BY_NAME, FIELD_NAMES
from workbooks import workbook

RECORDS = [kind.record for kind in BY_NAME.values()]


def nouns(noun: type[Noun] = Noun) -> list[type[Noun]]:
    """Every noun below this one."""
    return [found for sub in noun.__subclasses__() for found in (sub, *nouns(sub))]


NOUNS = [noun for noun in nouns() if noun.__module__.startswith("bothways.")]


def test_the_nouns_are_found() -> None:
    """The walk through them walks through something."""
    assert len(NOUNS) >= 25
    assert set(RECORDS) < set(NOUNS)


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.__name__)
def test_every_field_is_described(noun: type[Noun]) -> None:
    """In a sentence, for editors and for the reference page."""
    assert inspect.getdoc(noun)
    for name, field in noun.model_fields.items():
        assert described(noun)[field.alias or name].endswith("."), f"{noun.__name__}.{name}"


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_the_schema_of_every_record_is_valid_and_describes_its_fields(record: type[Noun]) -> None:
    """As editors read it: by the person's names, with the same words."""
    schema = record.model_json_schema(by_alias=True)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert {name: shown["description"] for name, shown in schema["properties"].items()} == described(record)
    assert schema["additionalProperties"] is False
    assert set(schema.get("required", [])) == {
        field.alias or name for name, field in record.model_fields.items() if field.is_required()
    }


def test_fields_have_the_persons_words() -> None:
    """Not those of the language that this is written in."""
    assert {"with", "for", "from"} <= FIELD_NAMES
    assert not [name for name in FIELD_NAMES if name.endswith("_")]


def test_every_field_of_a_record_may_be_left_empty_or_out() -> None:
    """But for those it cannot do without."""
    required = {
        record.__name__: sorted(name for name, f in record.model_fields.items() if f.is_required())
        for record in RECORDS
    }
    assert required == {
        "Me": ["name"],
        "Goal": ["goal"],
        "Organisation": ["name"],
        "Person": ["name"],
        "LogLine": ["date", "did", "who"],
        "Conversation": ["date", "with_"],
        "QuestionList": ["list"],
        "Event": ["date", "name"],
        "Checklist": [],
        "Message": [],
    }


ALL_RECORDS = """
    tags: museum
    notes: Likes bees.
    private_notes: Between us.
    private: yes
    share: initials
    id: my-own
"""


@pytest.mark.parametrize(
    ("file", "needed"),
    [
        ("people.yaml", "name: Dana Okafor"),
        ("organisations.yaml", "name: Museum of Tides"),
        ("goals.yaml", "goal: Find out"),
        ("events.yaml", "{name: Breakfast, date: 2026-11-20}"),
        ("log.yaml", "{date: 2026-11-03, who: Dana Okafor, did: wrote}"),
        ("questions.yaml", "list: Mine"),
        ("checklists.yaml", "checklist: Mine"),
    ],
)
def test_every_record_carries_what_any_record_may(file: str, needed: str) -> None:
    """Tags, notes, privacy and an id, on a line of the log as on a person."""
    fields = needed.strip("{}").replace(", ", "\n    ")
    records = getattr(workbook({file: f"-   {fields}{ALL_RECORDS}"}), file.removesuffix(".yaml"))
    (record,) = (record for record in records if record.id == "my-own")
    assert (record.tags, record.notes, record.private_notes) == (("museum",), "Likes bees.", "Between us.")
    assert (record.private, record.share) == (True, "initials")


def test_a_record_is_not_changed_afterwards() -> None:
    """Frozen: what was read is what is shown."""
    person = workbook({"people.yaml": "- name: Dana Okafor"}).people[0]
    with pytest.raises(ValueError, match="frozen"):
        person.name = "Somebody else"
