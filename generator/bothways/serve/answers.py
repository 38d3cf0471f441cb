"""What the server answers: pages of the site, our own files, and news for the pages that are open."""

import json
import posixpath
import time
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from werkzeug.exceptions import HTTPException, InternalServerError, MethodNotAllowed, NotFound
from werkzeug.http import HTTP_STATUS_CODES
from werkzeug.utils import redirect
from werkzeug.wrappers import Request, Response

from bothways.digest import digest
from bothways.serve import headers
from bothways.serve.asked import READING, Asked
from bothways.serve.environment import assets, html, version
from bothways.serve.guard import let_in, own_hosts
from bothways.serve.sender import FRONT_PAGE, Sender
from bothways.serve.shown import OUR_FAULT, Shown

OURS = "/-/"
"""Where our own files are. No page of a site begins so."""
ATTACHMENTS = "files/"
PAGE = ".html"
NEWS_AFTER = 20.0
"""Seconds after which a page that waits for news is told that there are none, and asks again."""

NOT_YET = "Not built yet", ("This page becomes your site as soon as everything can be read.",)
NOT_HERE = "There is no page here", ("It may have been renamed or removed, or the address has a slip in it.",)

Answer = Callable[[Request], Response | None]


class Answers:
    """The whole of the server as one function from a request to an answer."""

    def __init__(self, shown: Shown, sender: Sender, port: int, others: Iterable[Answer] = ()) -> None:
        """`others` are asked first, such as the editor; they give None for what is not theirs."""
        self._shown, self._sender = shown, sender
        self._hosts = own_hosts(port)
        self._others = tuple(others)

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """One request, as WSGI has it."""
        request = Asked(environ)
        return self.answer(request)(environ, start_response)

    def answer(self, request: Request) -> Response:
        """The answer to a request, whatever it is."""
        try:
            let_in(request, self._hosts)
            response = next((found for other in self._others if (found := other(request))), None)
            response = response or self._read(request)
        except HTTPException as refused:
            response = self._refusal(refused)
        except Exception as fault:  # noqa: BLE001  # whatever comes, a person gets a sentence
            self._shown.tell_fault(fault)
            response = self._refusal(InternalServerError(OUR_FAULT))
        if "Content-Security-Policy" not in response.headers:
            headers.protect(response)
        response.headers.setdefault("Cache-Control", "no-store")
        return response.make_conditional(request) if response.headers.get("ETag") else response

    def _read(self, request: Request) -> Response:
        if request.method not in READING:
            raise MethodNotAllowed(READING)
        path = request.path
        if path.startswith(OURS):
            return self._ours(path.removeprefix(OURS), request)
        address = path.removeprefix("/")
        if address.endswith("/") or not address:
            address += FRONT_PAGE
        if address.endswith(PAGE):
            # What was just changed is being read: whoever looks now is not shown what is old already.
            self._shown.settle()
        site = self._shown.now.site
        if site is None:
            return self._sender.alone(*NOT_YET, address, 503)
        found = self._shown.read(address)
        if found is None:
            folder = posixpath.join(address, FRONT_PAGE)
            if folder in site.addresses():
                return redirect(f"/{address}/", 308)
            return self._sender.alone(*NOT_HERE, address, 404)
        if address.endswith(PAGE) and not address.startswith(ATTACHMENTS):
            return self._sender.page(found, address)
        response = Response(found.data, content_type=headers.type_of(address))
        if address.startswith(ATTACHMENTS):
            headers.protect_attachment(response)
        if address.startswith("assets/"):
            response.set_etag(digest(found.data))
            response.headers["Cache-Control"] = "no-cache"
        return response

    def _ours(self, name: str, request: Request) -> Response:
        if name == "news":
            return self._news(request.args)
        if name.startswith(f"{version()}/") and (data := assets().get(name.partition("/")[2])) is not None:
            response = Response(data, content_type=headers.type_of(name))
            response.headers["Cache-Control"] = "private, max-age=31536000, immutable"
            return response
        raise NotFound

    def _news(self, seen: Mapping[str, str]) -> Response:
        """What is new for an open page, as soon as something is; 204 when nothing was for a while."""
        known = seen.get("page", ""), seen.get("problems", "")
        address = seen.get("address", "")
        moment, until = self._shown.now, time.monotonic() + NEWS_AFTER
        while True:
            problems = self._sender.problems(moment)
            news = self._shown.made_of(address), digest(problems)
            left = until - time.monotonic()
            if news != known:
                return _json(page=news[0], problems=news[1], html=problems)
            if left <= 0 or self._shown.is_over:
                return Response(status=204)
            moment = self._shown.wait(moment.number, left)

    def _refusal(self, refused: HTTPException) -> Response:
        """What is not given, in a page without anything of the person's."""
        status = refused.code or 500
        page = _standing_alone(HTTP_STATUS_CODES.get(status, "Refused"), [refused.description or ""], "")
        response = Response(page, status, mimetype="text/html")
        if isinstance(refused, MethodNotAllowed):
            response.headers["Allow"] = ", ".join(refused.valid_methods or READING)
        return response


def _standing_alone(title: str, words: Iterable[str], way_on: str) -> bytes:
    return html("alone.html", title=title, words=list(words), way_on=way_on, version=version()).encode()


def _json(**said: str) -> Response:
    return Response(json.dumps(said), mimetype="application/json")
