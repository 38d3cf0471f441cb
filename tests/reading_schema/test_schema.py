"""The schemas say what the reading takes, so that an editor and `bothways check` agree."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from bothways.reading.kinds import AMERICAN, BY_NAME, KINDS
from bothways.reading.library import Library, read_library
from bothways.reading.schema import names_in, schemas
from workbooks import EXAMPLE, GUIDE, folder

SCHEMAS = schemas()


def as_text(text: str) -> Any:
    """YAML with all as text, and nothing where nothing is said: as the workbook is read."""

    def said(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: said(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [said(inner) for inner in value]
        return None if value.casefold() in ("", "~", "null") else value

    return said(yaml.load(text, yaml.BaseLoader))


class Editor(yaml.SafeLoader):
    """Reads YAML as an editor does: whole numbers and yes or no are guessed, days and times of day are text."""


Editor.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith((":timestamp", ":int", ":float"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Editor.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"[-+]?[0-9]+$"), list("-+0123456789"))


def as_guessed(text: str) -> Any:
    """What an editor hands to a schema."""
    return yaml.load(text, Editor)


def flaws(kind: str, value: Any) -> list[str]:
    """What the schema of a kind has against a value."""
    return [error.message for error in Draft202012Validator(SCHEMAS[kind]).iter_errors(value)]


def files() -> list[Path]:
    """Every YAML file of the example, and those that ship with the guide."""
    found = list(EXAMPLE.rglob("*.yaml"))
    return sorted(found + [path for kind in ("questions", "checklists") for path in (GUIDE / kind).rglob("*.yaml")])


def kind_of(path: Path) -> str:
    """The kind that a file is of."""
    return path.stem if path.parent == EXAMPLE else path.parent.name


def test_there_are_files_to_try():
    """The tests below are about something."""
    assert {kind_of(path) for path in files()} == {kind.name for kind in KINDS}
    assert len(files()) > 40


@pytest.mark.parametrize("path", files(), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_example_and_the_guide_fit(path):
    """Every file of the example and of the guide fits its schema, read as text and as an editor reads it."""
    text = path.read_text(encoding="utf-8")
    assert flaws(kind_of(path), as_text(text)) == []
    assert flaws(kind_of(path), as_guessed(text)) == []


@pytest.mark.parametrize("path", files(), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_wrong_key_does_not_fit(path):
    """The control: one field that is none, in a record of any file, is refused."""
    value = as_text(path.read_text(encoding="utf-8"))
    record = value[0] if isinstance(value, list) else value
    record["introducd_by"] = "Bea Ostrander"
    assert flaws(kind_of(path), value)


@pytest.mark.parametrize("path", sorted((GUIDE / "messages").glob("*.md")), ids=lambda path: path.name)
def test_heads_of_messages_fit(path):
    """The head of every message fits, and one with the words in it does not."""
    head = as_text(path.read_text(encoding="utf-8").split("---\n")[1])
    assert flaws("messages", head) == []
    assert flaws("messages", head | {"body": "Dear"})


@pytest.mark.parametrize("kind", BY_NAME)
def test_each_schema_is_one(kind):
    """Each is a schema of its dialect, and an empty file fits it."""
    Draft202012Validator.check_schema(SCHEMAS[kind])
    assert flaws(kind, None) == []


@pytest.mark.parametrize("kind", BY_NAME)
def test_every_field_explains_itself(kind):
    """Each field has a description, which editors show beside it."""
    found = 0
    for name, definition in SCHEMAS[kind]["$defs"].items():
        for shape in (definition, *definition.get("anyOf", [])):
            for field, schema in shape.get("properties", {}).items():
                found += 1
                assert schema.get("description"), f"{name}.{field}"
    assert found > 5


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("people", "name: Dana Okafor"),
        ("people", "- name: Dana Okafor\n- "),
        ("people", "- {name: Dana Okafor, role: , tags: ~, steps: , knows: null}"),
        ("people", "- {name: Dana Okafor, interests: boats, links: https://dana.example.org}"),
        ("people", "- {name: Dana Okafor, steps: {do: Write, done: yes}}"),
        ("people", "- {name: Dana Okafor, steps: Write, keep_in_touch: no}"),
        ("people", "- {name: Dana Okafor, organization: Marrowgate}"),
        ("people", "- {name: 4145550100, phone: 0414 555 010, keep_in_touch: 6 weeks}"),
        ("organisations", "- {name: Marrowgate, motivation: 0, posting: '3'}"),
        ("goals", "- {goal: A year off, organizations: Marrowgate}"),
        ("me", "{name: Ruth, rhythm: gentle, situation: business, strengths: Bread}"),
        ("me", "{name: Ruth, rhythm: {active_organizations: 3, organization_order: posting}}"),
        (
            "conversations",
            "{with: Dana Okafor, date: 2026-11-5, time: 9:30, minutes: 30, beliefs: {belief: x, for: yes}}",
        ),
        ("log", "- {date: 2026-11-03, who: Dana Okafor, did: asked-introduction}"),
        ("checklists", "- start: first-hour"),
    ],
)
def test_what_the_reading_allows_fits(kind, text):
    """One record or a list, nothing said, one text for a list, either spelling, numbers with and without quotes."""
    assert flaws(kind, as_text(text)) == []
    assert flaws(kind, as_guessed(text)) == []


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("people", "- role: cook"),
        ("people", "- {name: Dana Okafor, tie: warmish}"),
        ("people", "- {name: Dana Okafor, met_on: yesterday}"),
        ("people", "- {name: [Dana, Okafor]}"),
        ("people", "- {name: Dana Okafor, organisation: A, organization: B}"),
        ("people", "- {name: Dana Okafor, steps: [{doo: Write}]}"),
        ("people", "- {name: Dana Okafor, keep_in_touch: often}"),
        ("people", "- Dana Okafor"),
        ("organisations", "- {name: Marrowgate, motivation: high}"),
        ("organisations", "- {name: Marrowgate, outcome: {what: fame}}"),
        ("me", "- name: Ruth"),
        ("me", "{name: Ruth, rhythm: {like: hasty}}"),
        ("log", "- {date: 2026-11-03, who: Dana Okafor, did: sang}"),
        ("conversations", "- {with: Dana Okafor, date: 2026-11-05, time: noon}"),
    ],
)
def test_what_the_reading_refuses_does_not_fit(kind, text):
    """An editor underlines what `bothways check` would name."""
    assert flaws(kind, as_text(text))


@pytest.mark.parametrize("text", ["- {name: Dana Okafor, organisation: A, organization: B}", "- Dana Okafor"])
def test_a_refusal_can_fail(text):
    """The control: without what is wrong in it, either fits."""
    assert flaws("people", as_text(text))
    assert flaws("people", as_text(text.replace(", organization: B", "").replace("- Dana", "- name: Dana"))) == []


NAMED = {
    "people.yaml": """
        - name: Bea Ostrander
          introduced_by: nobody known
        - {name: Dana Okafor, id: dana-one, tie: wrong}
        - {name: dana  okafor, id: dana-two}
        - name: "Kit: the younger"
        - name: No
    """,
    "organisations.yaml": "- name: Smith, Jane & Daughters",
    "goals.yaml": "- goal: Find out about museums",
    "events.yaml": "- {name: Open evening, date: 2026-11-26}",
    "questions.yaml": "- {list: My own, sections: []}",
    "log.yaml": "- this file: [cannot be read",
}


def named(tmp_path: Path) -> dict[str, Any]:
    """The schemas for the workbook above."""
    return schemas(names_in(folder(NAMED, tmp_path), Library()))


def offered(definitions: dict[str, Any], noun: str) -> list[str]:
    """The names that an editor offers for a reference."""
    return [name for choice in definitions[f"{noun}-name"].get("anyOf", []) for name in choice.get("enum", [])]


def test_names_of_the_workbook_are_offered(tmp_path):
    """Whatever else is wrong in it. Two of one name are offered by their ids, and so is a name that wants quotes."""
    definitions = named(tmp_path)["conversations"]["$defs"]
    assert offered(definitions, "person") == ["Bea Ostrander", "dana-one", "kit-the-younger", "No", "dana-two"]
    assert offered(definitions, "organisation") == ["Smith, Jane & Daughters"]
    assert offered(definitions, "goal") == ["Find out about museums"]
    assert offered(definitions, "event") == ["Open evening"]
    assert offered(definitions, "question-list") == ["My own"]


def test_without_a_workbook_no_names_are_offered():
    """The control: what `bothways schema` prints is the same for everybody."""
    nouns = ("person", "organisation", "goal", "event", "question-list")
    assert [
        offered(SCHEMAS[kind]["$defs"], noun)
        for kind in BY_NAME
        for noun in nouns
        if offered(SCHEMAS[kind]["$defs"], noun)
    ] == []


def test_question_lists_of_the_guide_are_offered(tmp_path):
    """Beside the person's own."""
    definitions = schemas(names_in(folder(NAMED, tmp_path), read_library(GUIDE)))["conversations"]["$defs"]
    assert {"My own", "A first informational interview"} <= set(offered(definitions, "question-list"))


def test_the_same_workbook_gives_the_same_schemas(tmp_path):
    """To the byte."""
    (tmp_path / "again").mkdir()
    assert json.dumps(named(tmp_path)) == json.dumps(named(tmp_path / "again"))


@pytest.mark.parametrize("name", ["Bea Ostrander", "bea  OSTRANDER", "Somebody without a record", "4145550100", "no"])
def test_any_name_fits(tmp_path, name):
    """In any spelling, known or not: whom it means is for `bothways check` to say."""
    validator = Draft202012Validator(named(tmp_path)["people"])
    for read in (as_text, as_guessed):
        assert validator.is_valid(read(f"- {{name: Dana Okafor, introduced_by: {name}, knows: [{name}]}}"))
    assert not validator.is_valid(as_text("- {name: Dana Okafor, introduced_by: [Bea Ostrander]}"))


def test_both_spellings_are_offered():
    """Each American spelling stands beside ours, in the same words."""
    for theirs, ours in AMERICAN.items():
        for schema in SCHEMAS.values():
            for definition in schema["$defs"].values():
                for shape in (definition, *definition.get("anyOf", [])):
                    fields = shape.get("properties", {})
                    assert fields.get(theirs) == fields.get(ours)
    assert "organization" in SCHEMAS["people"]["$defs"]["Person"]["properties"]
