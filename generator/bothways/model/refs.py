"""References: a person, organisation, goal, event or question list named in another record."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from bothways.model.fields import Line
from bothways.model.names import KIND_WORDS, Known, Names, folded
from bothways.model.refusal import refusal, shown
from bothways.model.words import joined

Kind = Literal["person", "organisation", "goal", "event", "question list"]


@dataclass(frozen=True)
class Ref:
    """Who or what is meant."""

    name: str
    """The record's own name or title; as typed where there is no record."""
    id: str | None = None
    """The record's id; None where nobody wrote a record by this name."""

    def __str__(self) -> str:
        return self.name


def key_of(ref: Ref) -> str:
    """What tells one from another: the id, or the name where there is no record."""
    return ref.id or f"name:{folded(ref.name)}"


@dataclass(frozen=True)
class RefTo:
    """Reads a text as a reference, by name, other name or id, through the `Names` in the validation's context."""

    kind: Kind
    open: bool = False
    """True where somebody without a record may be named."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        line = handler.generate_schema(Line)
        return core_schema.with_info_wrap_validator_function(
            self._read, line, serialization=core_schema.to_string_ser_schema()
        )

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": ["string", "number", "boolean"], "description": f"The name of {KIND_WORDS[self.kind]}."}

    def _read(self, value: Any, line: core_schema.ValidatorFunctionWrapHandler, info: ValidationInfo) -> Ref:
        if isinstance(value, Ref):
            return value
        if isinstance(value, dict) and isinstance(name := value.get("name"), str):
            raise refusal("text-wanted", "A name is wanted here, not fields of its own.", f"Write {shown(name)} alone.")
        text = line(value)
        names = info.context if isinstance(info.context, Names) else Names()
        names.asked.append((self.kind, text))
        found = names.find(self.kind, text)
        if len(found) == 1:
            return Ref(found[0].name, found[0].id)
        if len(found) > 1:
            hint = "Write the id of the one you mean."
            raise refusal("reference-to-several", fits_several(text, found), hint)
        if self.open or names.is_incomplete(self.kind):
            return Ref(text)
        raise refusal(
            "reference-to-nobody", f"There is no {self.kind} called {shown(text)}.", names.advice(self.kind, text)
        )


def fits_several(text: str, found: Iterable[Known]) -> str:
    """That a reference could mean several."""
    return f"{shown(text)} fits more than one: {', '.join(f'{known.name} ({known.id})' for known in found)}."


PersonRef = Annotated[Ref, RefTo("person")]
"""Somebody with a record in `people.yaml`."""
AnyPersonRef = Annotated[Ref, RefTo("person", open=True)]
"""Somebody who may have no record yet."""
OrganisationRef = Annotated[Ref, RefTo("organisation")]
"""An organisation of `organisations.yaml`."""
AnyOrganisationRef = Annotated[Ref, RefTo("organisation", open=True)]
"""An organisation, or plain text."""
GoalRef = Annotated[Ref, RefTo("goal")]
"""A goal of `goals.yaml`."""
AnyEventRef = Annotated[Ref, RefTo("event", open=True)]
"""An event of `events.yaml`, or any place in plain text."""
QuestionListRef = Annotated[Ref, RefTo("question list")]
"""A question list: built in, or of `questions.yaml`."""


def and_names(people: Iterable[Ref]) -> str:
    """`Dana Okafor and Piet Sandoval`."""
    return joined([person.name for person in people])
