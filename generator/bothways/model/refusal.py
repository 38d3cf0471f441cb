"""How a field refuses a value: a code, a message in plain words, and what to do."""

from pydantic_core import PydanticCustomError

REFUSED = "refused"
"""The error type under which pydantic hands our refusals on."""

LONGEST_SHOWN = 60
"""Characters of a person's text that a message repeats: enough to know it again."""


def shown(text: object) -> str:
    """A person's text as a message repeats it: on one line, and only its beginning when it is long."""
    words = " ".join(str(text).split())
    return words if len(words) <= LONGEST_SHOWN else f"{words[:LONGEST_SHOWN].rstrip()}..."


def refusal(code: str, message: str, hint: str = "") -> PydanticCustomError:
    """An error whose words reach the person as they stand: braces in them are theirs, not ours."""
    return PydanticCustomError(REFUSED, "{message}", {"code": code, "message": message, "hint": hint})
