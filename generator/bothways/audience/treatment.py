"""How each field of the model is treated in a shared copy, read from its type."""

import types
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from bothways.model.base import Noun
from bothways.model.fields import Link
from bothways.model.refs import RefTo
from bothways.model.sharing import key_of_field
from bothways.model.span import Span

How = Literal["text", "link", "value", "noun", "person", "organisation", "goal", "event", "question list", "unknown"]
"""`text` is cleaned, a `link` stays whole or goes, a `value` names nobody, a reference becomes one to a mask; what is
`unknown` is never shared."""

_VALUES = (bool, int, date, time, Span)


@dataclass(frozen=True)
class Treated:
    """One field of a noun."""

    attribute: str
    key: str
    how: How
    is_needed: bool
    """Whether the noun cannot be without it."""
    empty: Any
    """What it is when nothing is written."""


@cache
def fields_of(noun: type[Noun]) -> tuple[Treated, ...]:
    """The fields of a noun, and how each is treated."""
    return tuple(
        Treated(
            attribute=attribute,
            key=key_of_field(attribute, info),
            how=_how(info),
            is_needed=info.is_required(),
            empty=None if info.is_required() else info.get_default(call_default_factory=True),
        )
        for attribute, info in noun.model_fields.items()
    )


def _how(info: FieldInfo) -> How:
    """One type, or several that are treated alike; anything else is not known."""
    marked = next((mark.kind for mark in info.metadata if isinstance(mark, RefTo)), None)
    found = {marked} if marked else set(_parts(info.annotation))
    return found.pop() if len(found) == 1 else "unknown"


def _parts(annotation: Any) -> Iterator[How]:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if annotation is type(None) or annotation is Ellipsis:
        return
    if annotation == Link:
        yield "link"
    elif origin is Annotated:
        reference = next((mark.kind for mark in arguments[1:] if isinstance(mark, RefTo)), None)
        yield from (reference,) if reference else _parts(arguments[0])
    elif origin in (Union, types.UnionType, tuple):
        for argument in arguments:
            yield from _parts(argument)
    elif origin is Literal or annotation in _VALUES:
        yield "value"
    elif annotation is str:
        yield "text"
    elif isinstance(annotation, type) and issubclass(annotation, Noun):
        yield "noun"
    else:
        yield "unknown"
