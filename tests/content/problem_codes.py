"""The codes of problems and hints, read from the source: wherever one is written down."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from workbooks import REPOSITORY

SOURCE = REPOSITORY / "generator" / "bothways"

CODE_AT = {
    "Problem": 1,
    "_hint": 1,
    "_problem": 1,
    "_found": 1,
    "refusal": 0,
    "_RefusedError": 0,
    "_there": 0,
    "_at_its_beginning": 0,
}
"""What is called with a code, and which of its arguments that is."""

MESSAGES = ("message", "hint", "SECOND_DOCUMENT")
"""Variables that hold one."""

_CODE = re.compile(r"[a-z]+(-[a-z0-9]+)*")


def codes_in(source: str) -> set[str]:
    """The codes in one module: in a call of the table above, or at the head of a `(code, message, hint)`."""
    return {node.value for found in ast.walk(ast.parse(source)) for node in _code_nodes(found) if _is_code(node)}


def codes(folder: Path = SOURCE) -> set[str]:
    """The codes in every module of the package."""
    return set().union(*(codes_in(path.read_text(encoding="utf-8")) for path in sorted(folder.rglob("*.py"))))


def hint_codes(folder: Path = SOURCE) -> set[str]:
    """The codes of what is said as a hint and stops nothing."""
    calls = (
        node
        for path in sorted(folder.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and _is_of_a_hint(node)
    )
    return {node.value for call in calls for node in _code_nodes(call) if _is_code(node)}


def _is_of_a_hint(call: ast.Call) -> bool:
    said = {keyword.arg: getattr(keyword.value, "value", None) for keyword in call.keywords}
    is_named_so = isinstance(call.func, ast.Name) and call.func.id == "_hint"
    return is_named_so or said.get("severity") == "hint" or said.get("is_hint") is True


def _code_nodes(node: ast.AST) -> Iterator[ast.expr]:
    match node:
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=arguments, keywords=keywords):
            at = CODE_AT.get(name)
            if at is None:
                return
            if at < len(arguments):
                yield arguments[at]
            yield from (keyword.value for keyword in keywords if keyword.arg == "code")
        case ast.Tuple(elts=[code, message, hint, *_]) if _is_message(message) and _is_message(hint):
            yield code


def _is_code(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and bool(_CODE.fullmatch(node.value))


def _is_message(node: ast.expr) -> bool:
    """A sentence, or the variable that holds one."""
    match node:
        case ast.Constant(value=str() as words):
            return " " in words
        case ast.JoinedStr():
            return True
        case ast.Name(id=name):
            return name in MESSAGES
    return False
