"""How a field refuses a value: a code, a message in plain words, and what to do."""

from pydantic_core import PydanticCustomError

REFUSED = "refused"
"""The error type under which pydantic hands our refusals on."""


def refusal(code: str, message: str, hint: str = "") -> PydanticCustomError:
    """An error whose words reach the person as they stand: braces in them are theirs, not ours."""
    return PydanticCustomError(REFUSED, "{message}", {"code": code, "message": message, "hint": hint})
