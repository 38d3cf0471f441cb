"""What every noun of the workbook has in common."""

from functools import lru_cache
from typing import Any, ClassVar, Literal, Self, get_args

from pydantic import (
    BaseModel,
    ConfigDict,
    GetJsonSchemaHandler,
    ModelWrapValidatorHandler,
    PrivateAttr,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from bothways.model.described import described
from bothways.model.fields import Line, Many, Prose, YesNo
from bothways.problems import NOWHERE, Place


def _key(attribute: str) -> str:
    """`with_` in Python is `with` in the person's file: some of their words are taken here."""
    return attribute.removesuffix("_")


class Noun(BaseModel):
    """A thing with fields, strict and frozen: an unknown key is a typo of the person's."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        alias_generator=_key,
        serialize_by_alias=True,
        # What reads nothing of a kind need not wait for its validator.
        defer_build=True,
    )

    short_for: ClassVar[str | None] = None
    """The field that a bare text fills: `- Send the article` is `- do: Send the article`."""

    _written: Place = PrivateAttr(default_factory=lambda: NOWHERE)
    _fields_written: dict[str, Place] = PrivateAttr(default_factory=dict)

    @property
    def written(self) -> Place:
        """Where the person wrote it."""
        return self._written

    def field_written(self, field: str) -> Place:
        """Where the person wrote a field of it; where it begins, for a field they left out."""
        return self._fields_written.get(field, self._written)

    def below(self, lines: int) -> Self:
        """The same, written so many lines further down. Why: an edit above it moves it, and changes nothing in it."""
        if not lines:
            return self
        # By hand, as `model_copy` takes five times as long, and a line more in a file moves every record below it.
        noun = self.__class__.__new__(self.__class__)
        values = self.__dict__.copy()
        for key in self.__pydantic_fields_set__:
            if isinstance(value := values[key], Noun | tuple | dict):
                values[key] = _below(value, lines)
        was = self.__pydantic_private__ or {}
        written = {key: at.below(lines) for key, at in was["_fields_written"].items()}
        object.__setattr__(noun, "__dict__", values)
        object.__setattr__(noun, "__pydantic_fields_set__", self.__pydantic_fields_set__)
        object.__setattr__(noun, "__pydantic_extra__", None)
        private = {"_written": was["_written"].below(lines), "_fields_written": written}
        object.__setattr__(noun, "__pydantic_private__", private)
        return noun

    @model_validator(mode="wrap")
    @classmethod
    def _from_what_was_written(cls, written: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        if isinstance(written, str) and cls.short_for:
            noun = handler({cls.short_for: written})
        else:
            noun = handler(_with_empty_typos(written, cls))
        if noun is not written:
            noun._written = getattr(written, "place", NOWHERE)  # noqa: SLF001  # our own, one step after birth
            noun._fields_written = getattr(written, "keys_at", {})  # noqa: SLF001
            object.__setattr__(noun, "__pydantic_fields_set__", _given(frozenset(noun.__pydantic_fields_set__)))
        return noun

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        schema = handler(core_schema)
        fields = handler.resolve_ref_schema(schema)["properties"]
        for name, said in described(cls).items():
            fields[name]["description"] = said
        if cls.short_for is None:
            return schema
        return {"anyOf": [fields[cls.short_for], schema]}


@lru_cache(maxsize=1000)
def _given(fields: frozenset[str]) -> set[str]:
    """One set for all nouns in which these fields are given. Frozen as they are, none needs one of its own.

    Of 2,000 people and their log the sets would take 8 MB, a tenth of what is held after reading.
    """
    return set(fields)


def _below(value: Any, lines: int) -> Any:
    """A field's value, with the nouns in it further down."""
    match value:
        case Noun():
            return value.below(lines)
        case tuple() if not all(isinstance(item, str) for item in value):
            return tuple(_below(item, lines) for item in value)
        case dict():
            return {key: _below(item, lines) for key, item in value.items()}
    return value


def _with_empty_typos(written: Any, noun: type[BaseModel]) -> Any:
    """What was written, with the fields that are empty and unknown: an empty typo is a typo all the same."""
    empty = [key for key in getattr(written, "keys_at", ()) if key not in written]
    if not empty:
        return written
    known = {field.alias or name for name, field in noun.model_fields.items()}
    return {**written, **dict.fromkeys(key for key in empty if key not in known)}


def noun_in(annotation: Any) -> type[Noun] | None:
    """The noun that a field holds, alone or in a list."""
    if isinstance(annotation, type) and issubclass(annotation, Noun):
        return annotation
    return next((noun for part in get_args(annotation) if (noun := noun_in(part))), None)


class Record(Noun):
    """A noun with a page or a line of its own, which may be kept private."""

    id: Line | None = None
    """A short name for references and addresses. Left out, it is made from the name or title."""
    tags: Many[Line] = ()
    """Words of your own to find it by."""
    notes: Prose | None = None
    """Anything worth remembering, as Markdown. Write what they could read."""
    private_notes: Prose | None = None
    """For you alone. Never leaves your own build."""
    private: YesNo = False
    """`yes`: the whole record is in no shared build."""
    share: Literal["never", "initials", "full"] | None = None
    """How a shared build shows it."""
    files: Many[Line] = ()
    """Names of pictures and documents in `files/`."""
