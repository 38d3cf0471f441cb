"""JSON Schema for each kind of file, so that an editor completes, explains and underlines as one types.

Made from the model, so that the editor and `bothways check` say the same. What an editor hands to a schema has been
guessed at by its YAML reader (`20` is a number there, `no` may be); the reading of a workbook takes all as text.
"""

from typing import Any

from bothways.reading.kinds import AMERICAN, BY_NAME, MESSAGES, Kind

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
"""The name of the dialect, draft 2020-12. Nothing is fetched from it."""

NOTHING: Schema = {"type": "null"}
DIGITS: Schema = {"type": "string", "pattern": r"^\s*\d{1,6}\s*$"}

ANNOTATIONS = ("description", "default")
"""What a schema says to the reader, not about the value."""

OTHER_SPELLING = {ours: theirs for theirs, ours in AMERICAN.items()}


def schemas() -> dict[str, Schema]:
    """The schema of every kind, by the kind's name. That of `messages` is for the head of a message."""
    return {name: schema_of(kind) for name, kind in BY_NAME.items()}


def schema_of(kind: Kind) -> Schema:
    """The schema of one kind of file: a list of records, one record (a file in the kind's folder), or nothing yet."""
    record = kind.record.model_json_schema(by_alias=True)
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
        "$defs": definitions,
    }


def _eased(schema: Schema) -> Schema:
    """The model's schema, with all that the reading of a workbook allows besides."""
    said = {key: value for key, value in schema.items() if key in ANNOTATIONS and value not in (None, [])}
    rest = {key: value for key, value in schema.items() if key not in (*ANNOTATIONS, "title")}
    if "anyOf" in rest:
        rest["anyOf"] = [_eased(choice) for choice in rest["anyOf"]]
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
    twice: list[Schema] = []
    for name, field in schema["properties"].items():
        fields[name] = _eased(field) if name in required else _or_nothing(_eased(field))
        if other := OTHER_SPELLING.get(name):
            fields[other] = fields[name]
            twice.append({"not": {"required": [name, other]}})
    return schema | {"properties": fields} | ({"allOf": twice} if twice else {})


def _or_nothing(schema: Schema) -> Schema:
    """The same, or nothing said."""
    if "anyOf" in schema:
        choices = schema["anyOf"]
        return schema if NOTHING in choices else schema | {"anyOf": [*choices, NOTHING]}
    said = {key: value for key, value in schema.items() if key in ANNOTATIONS}
    rest = {key: value for key, value in schema.items() if key not in ANNOTATIONS}
    return said | {"anyOf": [rest, NOTHING]}
