"""What the model says of its fields: the text that stands under each, taken from the source when somebody asks.

Why not as pydantic would, when a class is made: that reads every source again at the start of every command, and most
commands never ask.
"""

import ast
import inspect
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise

from pydantic import BaseModel


@cache
def described(noun: type[BaseModel]) -> Mapping[str, str]:
    """The description of every field, by its name in the person's file. A field without one is left out."""
    said: dict[str, str] = {}
    for owner in reversed(noun.__mro__):
        if issubclass(owner, BaseModel) and owner is not BaseModel:
            said |= dict(_texts(owner))
    return {field.alias or name: said[name] for name, field in noun.model_fields.items() if name in said}


def _texts(owner: type[BaseModel]) -> Iterator[tuple[str, str]]:
    """The fields that a class itself declares, each with the text under it."""
    for field, text in pairwise(_body(owner)):
        match field, text:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(said))):
                yield name, inspect.cleandoc(said)


def _body(owner: type[BaseModel]) -> list[ast.stmt]:
    return next(part.body for part in _module(owner.__module__) if part.name == owner.__name__)


@cache
def _module(name: str) -> tuple[ast.ClassDef, ...]:
    """The classes of a module. All of it is read: to find one class, Python's own `inspect` takes ten times as long."""
    parts = ast.parse(inspect.getsource(sys.modules[name])).body
    return tuple(part for part in parts if isinstance(part, ast.ClassDef))
