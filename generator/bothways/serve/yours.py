"""A message or a question list that ships with the guide, to be made one's own: it takes the other's place."""

from typing import Any

from werkzeug.exceptions import NotFound

from bothways.model.base import Noun
from bothways.model.names import slug
from bothways.reading.kinds import BY_NAME, MESSAGES
from bothways.serve.fields import fields_of_kind
from bothways.serve.records import page_of, ships_with_the_guide
from bothways.serve.sheets import FIRST, Sheet, Wishes, values_of
from bothways.writing.desk import Desk
from bothways.writing.homes import add_record, new_message


def yours(desk: Desk, of: str) -> Sheet:
    """One of the guide's, as `messages/first-ask-email`. Raises `NotFound`."""
    workbook = desk.workbook
    kind, _, own_id = of.partition("/")
    shipped = next((one for one in getattr(workbook, kind) if one.id == own_id), None) if kind in workbook.own else None
    if shipped is None or not ships_with_the_guide(workbook, kind, own_id):
        raise NotFound

    def wish(at: Desk, wishes: Wishes) -> str:
        record = values_of(wishes)
        if kind == MESSAGES.name:
            return f"It is yours now, in {new_message(at, record, own_id)}."
        if slug(str(record.get(BY_NAME[kind].title, "")), BY_NAME[kind].noun) != own_id:
            record = {"id": own_id, **record}
        return f"It is yours now, in {add_record(at, kind, record, own_id)}."

    return Sheet(
        title=f"Make {shipped.name} yours",
        lede="Change what you like. Yours then takes the place of the one that came with the guide.",
        fields=tuple(field for field in fields_of_kind(kind) if field.name != "id"),
        said=as_written(shipped),
        wish=wish,
        back=page_of(kind, shipped),
        done_at=lambda _: page_of(kind, shipped),
        kind=kind,
        is_there=False,
        first=FIRST[kind],
    )


def as_written(record: Noun) -> dict[str, Any]:
    """What a person would have written to say what a record says."""
    names = {key: field.alias or key for key, field in type(record).model_fields.items()}
    values = {
        name: getattr(record, key) for key, name in names.items() if key in record.model_fields_set and key != "id"
    }
    return {name: _value(value) for name, value in values.items() if value not in (None, "", ())}


def _value(value: Any) -> Any:
    if isinstance(value, Noun):
        said = as_written(value)
        return said[short] if (short := value.short_for) and list(said) == [short] else said
    return [_value(item) for item in value] if isinstance(value, tuple) else str(value)
