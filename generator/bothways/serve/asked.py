"""A wish that came from a form: whether it is from a page of this very start of the server, and small enough."""

import hmac

from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import (
    Forbidden,
    LengthRequired,
    RequestEntityTooLarge,
    UnsupportedMediaType,
)
from werkzeug.wrappers import Request

FORM = "application/x-www-form-urlencoded"

MOST_TYPED = 1_000_000
"""Bytes of a form. The longest record of the example is 5 kB."""


class OldPage(Exception):
    """The page is from before the server was started anew. What was typed is not lost: it is shown once more."""


def refuse_unless_from_here(request: Request) -> None:
    """Nothing, for a form of ours; else raises what to answer instead. Looks at everything but the token."""
    if request.headers.get("Origin", "") != f"http://{request.headers.get('Host', '')}":
        raise Forbidden("A form of another site cannot write here.")
    if request.mimetype != FORM:
        raise UnsupportedMediaType("Only a form of this site can write here.")
    if request.headers.get("Transfer-Encoding") or request.content_length is None:
        raise LengthRequired("A form says how long it is.")
    if request.content_length > MOST_TYPED:
        raise RequestEntityTooLarge("That is more than a form of this site can hold.")


def form_of(request: Request, token: str) -> MultiDict[str, str]:
    """What was typed. Raises `OldPage` for a form that is not from this start of the server."""
    request.max_form_memory_size = MOST_TYPED
    form = request.form
    if not hmac.compare_digest(form.get("token", "").encode(), token.encode()):
        raise OldPage
    return form
