"""A wish that came from a form: whether it is from a page of this very start of the server, and small enough."""

import hmac
import json
from collections.abc import Mapping
from io import BytesIO
from typing import IO, Any

from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import (
    Forbidden,
    LengthRequired,
    MethodNotAllowed,
    RequestEntityTooLarge,
    UnsupportedMediaType,
)
from werkzeug.wrappers import Request

READING = ("GET", "HEAD")

FORM = "application/x-www-form-urlencoded"
FORM_WITH_FILE = "multipart/form-data"

MOST_TYPED = 1_000_000
"""Bytes of a form. The longest record of the example is 5 kB."""

BESIDE_A_FILE = 10_000
"""Bytes that may come with a file: the token, the browser's name for the file, the lines between them."""

MOST_PARTS = 10
"""Parts of a form with a file. Ours have two."""


class Asked(Request):
    """A request to this server. What comes with it stays in memory: a file that is not taken in leaves no trace."""

    def _get_file_stream(
        self,
        total_content_length: int | None,  # noqa: ARG002
        content_type: str | None,  # noqa: ARG002
        filename: str | None = None,  # noqa: ARG002
        content_length: int | None = None,  # noqa: ARG002
    ) -> IO[bytes]:
        return BytesIO()


class OldPage(Exception):
    """The page is from before the server was started anew. What was typed is not lost: it is shown once more."""


def refuse_unless_from_here(request: Request, largest_file: int = 0) -> None:
    """Nothing, for a form of ours; else raises what to answer instead. Looks at everything but the token.

    `largest_file`: bytes of the file that the form brings along, where it brings one.
    """
    if request.headers.get("Origin", "") != f"http://{request.headers.get('Host', '')}":
        raise Forbidden("A form of another site cannot write here.")
    if request.mimetype != (FORM_WITH_FILE if largest_file else FORM):
        raise UnsupportedMediaType("Only a form of this site can write here.")
    if request.headers.get("Transfer-Encoding") or request.content_length is None:
        raise LengthRequired("A form says how long it is.")
    if request.content_length > (largest_file + BESIDE_A_FILE if largest_file else MOST_TYPED):
        raise RequestEntityTooLarge("That is more than a form of this site can hold.")
    request.max_form_memory_size = MOST_TYPED
    request.max_form_parts = MOST_PARTS


def refuse_unless_a_form(request: Request) -> None:
    """Nothing, where a form is only looked at, or one of ours is sent; else raises what to answer instead."""
    if request.method in READING:
        return
    if request.method != "POST":
        raise MethodNotAllowed([*READING, "POST"])
    refuse_unless_from_here(request)


def form_of(request: Request, token: str) -> MultiDict[str, str]:
    """What was typed. Raises `OldPage` for a form that is not from this start of the server."""
    form = request.form
    if not hmac.compare_digest(form.get("token", "").encode(), token.encode()):
        raise OldPage
    return form


def file_of(request: Request) -> bytes:
    """The file that came with a form; nothing where none did. What the browser calls it is not looked at."""
    sent = request.files.get("file")
    return sent.stream.read() if sent else b""


def packed(said: Mapping[str, Any]) -> str:
    """What a page showed of a record, to be sent along with its form."""
    return json.dumps(said)


def unpacked(packed: str) -> Mapping[str, Any]:
    """What a page showed. Only compared with, so that a wrong one can spoil nothing but the comparison."""
    try:
        said = json.loads(packed)
    except (ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}
