"""The fields of a record as a form asks for them, made from the model: what each is called, what may be put there."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from bothways.model.base import Noun, Record
from bothways.model.described import described
from bothways.model.fields import (
    Address,
    Clock,
    Day,
    DayOrYes,
    Length,
    LengthOrNo,
    Line,
    Link,
    Prose,
    Whole,
    YesNo,
)
from bothways.model.refs import RefTo
from bothways.model.words import capital
from bothways.reading.kinds import BY_NAME

Input = Literal["line", "text", "day", "day-or-yes", "time", "number", "length", "choice", "yes-no", "ref", "fields"]

INPUTS: tuple[tuple[Any, Input], ...] = (
    (Line, "line"),
    (Link, "line"),
    (Address, "line"),
    (Prose, "text"),
    (Day, "day"),
    (DayOrYes, "day-or-yes"),
    (Clock, "time"),
    (Length, "length"),
    (LengthOrNo, "length"),
    (YesNo, "yes-no"),
)

_NO_LABEL = ("Such as", "Left out", "1:")
_SENTENCE_END = re.compile(r"[.:;](?:\s|$)")


@dataclass(frozen=True)
class Field:
    """One field as a form asks for it."""

    name: str
    """As in the person's file."""
    label: str
    """What it asks for, in the words of the model."""
    help: str
    """What else there is to know."""
    input: Input
    is_list: bool = False
    is_required: bool = False
    choices: tuple[str, ...] = ()
    kind: str = ""
    """Of a reference: the kind of what is named, such as `people`."""
    fields: tuple["Field", ...] = ()
    """Of something that has fields of its own."""
    short_for: str = ""
    """The one of these fields that a text alone says, if any: `- Send it` is `- do: Send it`."""
    default: str = ""
    """What holds where nothing is said."""


@cache
def fields_of(noun: type[Noun]) -> tuple[Field, ...]:
    """The fields of a noun: its own, then those that every record has."""
    hints = get_type_hints(noun, include_extras=True)
    names = [name for name in noun.model_fields if name not in Record.model_fields or noun is Record]
    if issubclass(noun, Record):
        names += [name for name in Record.model_fields if name not in names]
    return tuple(_field(noun, name, hints[name]) for name in names)


def chosen(fields: Iterable[Field], names: Iterable[str]) -> tuple[Field, ...]:
    """Those fields alone that are named, in the order of the names."""
    by_name = {field.name: field for field in fields}
    return tuple(by_name[name] for name in names if name in by_name)


def fields_of_kind(kind: str) -> tuple[Field, ...]:
    """The fields of a record of a kind: `people`."""
    return fields_of(BY_NAME[kind].record)


def _field(noun: type[Noun], name: str, hint: Any) -> Field:
    info = noun.model_fields[name]
    label, help_ = _words(name.rstrip("_"), described(noun).get(info.alias or name, ""))
    default = info.default if isinstance(info.default, str) else ""
    field = replace(_typed(hint), name=info.alias or name, label=label, help=help_)
    return replace(field, is_required=info.is_required(), default=default)


def _words(name: str, described: str) -> tuple[str, str]:
    """`How you stand: decides how often` -> `How you stand`, `Decides how often`.

    What begins with an example or a value says nothing by itself: there the field's own name comes first.
    """
    described = " ".join(described.replace("`", "").split())
    if described.startswith(_NO_LABEL) or described[:1].islower():
        return capital(name.replace("_", " ")), described
    end = _SENTENCE_END.search(described)
    return (described[: end.start()], capital(described[end.end() :].strip())) if end else (described, "")


def _typed(hint: Any) -> Field:
    """What may be put where the model has this type."""
    nothing = Field("", "", "", "line")
    for type_, input_ in INPUTS:
        if hint == type_:
            return replace(nothing, input=input_)
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        extras = arguments[1:]
        if ref := next((extra for extra in extras if isinstance(extra, RefTo)), None):
            return replace(nothing, input="ref", kind=_kind_of(ref))
        if any(isinstance(extra, Whole) for extra in extras):
            return replace(nothing, input="number")
        return _typed(arguments[0])
    if origin is tuple:
        return replace(_typed(arguments[0]), is_list=True)
    if origin is Literal:
        return replace(nothing, input="choice", choices=tuple(map(str, arguments)))
    if origin is dict:
        inner = _typed(arguments[1])
        coach = replace(inner, name="coach", label="What a coach’s copy shows")
        return replace(nothing, input="fields", fields=(coach,))
    if isinstance(hint, type) and issubclass(hint, Noun):
        return replace(nothing, input="fields", fields=fields_of(hint), short_for=hint.short_for or "")
    several = [argument for argument in arguments if argument is not type(None)]
    if len(several) != 1:
        raise TypeError(hint)
    return _typed(several[0])


def _kind_of(ref: RefTo) -> str:
    return next(kind.name for kind in BY_NAME.values() if kind.noun == ref.kind)
