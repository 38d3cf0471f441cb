"""JSON Schema for each kind of file, so that an editor completes, explains and underlines as one types.

Made from the model, so that the editor and `bothways check` say the same. What an editor hands to a schema has been
guessed at by its YAML reader (`20` is a number there, `no` may be); the reading of a workbook takes all as text.

With the names of a workbook, references are completed as well. Any other text is left alone: a name may be written in
any case and spacing, or belong to somebody without a record; what names nobody, `bothways check` finds.
"""

import re
from pathlib import Path
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import CoreSchema

from bothways.model.names import KIND_WORDS, Known, Names
from bothways.model.refs import RefTo
from bothways.reading.files import find_files
from bothways.reading.kinds import AMERICAN, BY_NAME, MESSAGES, Kind
from bothways.reading.library import Library
from bothways.reading.records import read_records

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
"""The name of the dialect, draft 2020-12. Nothing is fetched from it."""

NOTHING: Schema = {"title": "nothing", "not": {"type": ["string", "number", "boolean", "array", "object"]}}
"""Nothing said. Put in this way, because editors offer the word `null` for a schema that asks for it."""

DIGITS: Schema = {"type": "string", "pattern": r"^\s*\d{1,6}\s*$"}

ANNOTATIONS = ("description", "default")
"""What a schema says to the reader, not about the value."""

NEEDS_QUOTES = re.compile(r"""^[-?:,\[\]{}#&*!|>'"%@`~]|:(\s|$)|\s\#|^null$""", re.IGNORECASE)
"""Where YAML would read a name as something else."""

REFERENCE = "reference"
"""Stands, while a schema is made, where a name of that kind of record is wanted."""

OTHER_SPELLING = {ours: theirs for theirs, ours in AMERICAN.items()}


def names_in(folder: Path, library: Library) -> Names:
    """Who and what there is in the workbook of a folder, whatever else is wrong with it, and what the library adds."""
    names = Names()
    for question_list in library.questions:
        names.add("question list", Known(question_list.id or "", question_list.list))
    files, problems = find_files(folder, folder.name)
    read_records((file for file in files if BY_NAME[file.kind].noun in KIND_WORDS), names, problems)
    return names


def schemas(names: Names | None = None) -> dict[str, Schema]:
    """The schema of every kind, by the kind's name. That of `messages` is for the head of a message.

    `names`: who and what there is in a workbook, so that an editor can offer them.
    """
    return {name: schema_of(kind, names or Names()) for name, kind in BY_NAME.items()}


def schema_of(kind: Kind, names: Names) -> Schema:
    """The schema of one kind of file: a list of records, one record (a file in the kind's folder), or nothing yet."""
    record = kind.record.model_json_schema(by_alias=True, schema_generator=_WithReferences)
    definitions = {name: _eased(schema) for name, schema in record.pop("$defs", {}).items()}
    if kind is MESSAGES:
        # The words stand under the head, not in it.
        del record["properties"]["body"]
    name = kind.record.__name__
    definitions[name] = _eased(record)
    one: Schema = {"$ref": f"#/$defs/{name}"}
    several: list[Schema] = [{"type": "array", "items": _or_nothing(one)}] if kind.is_list else []
    return {
        "$schema": DIALECT,
        "title": "messages/*.md" if kind is MESSAGES else f"{kind.name}.yaml",
        "description": record.get("description", ""),
        "anyOf": [*several, one, NOTHING],
        "$defs": definitions | {_definition(noun): _name_of(noun, names) for noun in KIND_WORDS},
    }


class _WithReferences(GenerateJsonSchema):
    """As pydantic makes it, but a reference says of what it is one."""

    def generate_inner(self, schema: CoreSchema) -> JsonSchemaValue:
        """The schema of one value."""
        match schema:
            case {"type": "function-wrap", "function": {"function": read}}:
                reference = getattr(read, "__self__", None)
                if isinstance(reference, RefTo):
                    return {REFERENCE: reference.kind}
        return super().generate_inner(schema)


def _definition(noun: str) -> str:
    return f"{noun.replace(' ', '-')}-name"


def _name_of(noun: str, names: Names) -> Schema:
    """A text; the names that there are stand before it, to be offered.

    Nothing fits them there: an editor that finds a name among them would explain its field by telling them all.
    """
    text: Schema = {"title": noun, "type": ["string", "number", "boolean"]}
    offered = list(dict.fromkeys(_offered(known, noun, names) for known in names.all(noun)))
    return {"anyOf": [{"enum": offered, "not": {}}, text]} if offered else text


def _offered(known: Known, noun: str, names: Names) -> str:
    """What an editor may write for a record: its name, where that means no other and needs no quotes; else its id.

    Why: in a list and between braces editors write what is offered as it is.
    """
    is_clear = len(names.find(noun, known.name)) == 1 and not NEEDS_QUOTES.search(known.name)
    return known.name if is_clear else known.id


def _eased(schema: Schema) -> Schema:
    """The model's schema, with all that the reading of a workbook allows besides."""
    said = {key: value for key, value in schema.items() if key in ANNOTATIONS and value not in (None, [])}
    rest = {key: value for key, value in schema.items() if key not in (*ANNOTATIONS, "title")}
    if noun := rest.pop(REFERENCE, None):
        name = {"$ref": f"#/$defs/{_definition(noun)}"}
        # Some editors see nothing beside a $ref.
        return said | {"anyOf": [name]} if said else name
    if "anyOf" in rest:
        rest["anyOf"] = [NOTHING if choice == {"type": "null"} else _eased(choice) for choice in rest["anyOf"]]
    match rest.get("type"):
        case "array":
            item = _eased(rest["items"])
            rest = {"anyOf": [rest | {"items": _or_nothing(item)}, item]}
        case "integer":
            rest = {"anyOf": [rest, DIGITS]}
        case "object":
            rest = _eased_fields(rest)
    return said | rest


def _eased_fields(schema: Schema) -> Schema:
    """Fields: any may be left empty but those that are required, and either spelling of a name will do."""
    if isinstance(schema.get("additionalProperties"), dict):
        return schema | {"additionalProperties": _or_nothing(_eased(schema["additionalProperties"]))}
    required = schema.get("required", [])
    fields: Schema = {}
    twice: Schema = {}
    for name, field in schema["properties"].items():
        fields[name] = _eased(field) if name in required else _or_nothing(_eased(field))
        if other := OTHER_SPELLING.get(name):
            fields[other] = fields[name]
            twice[name] = {"properties": {other: False}}
    return schema | {"properties": fields} | ({"dependentSchemas": twice} if twice else {})


def _or_nothing(schema: Schema) -> Schema:
    """The same, or nothing said."""
    if "anyOf" in schema:
        choices = schema["anyOf"]
        return schema if NOTHING in choices else schema | {"anyOf": [*choices, NOTHING]}
    said = {key: value for key, value in schema.items() if key in ANNOTATIONS}
    rest = {key: value for key, value in schema.items() if key not in ANNOTATIONS}
    return said | {"anyOf": [rest, NOTHING]}
