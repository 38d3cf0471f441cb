"""What MkDocs' local server lacks: a private site is shown to this machine only, and a slip does not hang it."""

import logging
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from mkdocs.livereload import LiveReloadServer

OWN_NAMES = {"127.0.0.1", "localhost", "::1"}

log = logging.getLogger("mkdocs.plugins.bothways")


def is_own_name(host: str) -> bool:
    """Whether a `Host` header names this machine.

    Why: any web page may point a name of its own at 127.0.0.1 and would then be let in to read the site (DNS
    rebinding). A browser that does so still sends that other name.
    """
    try:
        return urlsplit(f"//{host}").hostname in OWN_NAMES
    except ValueError:
        return False


def guard(server: LiveReloadServer) -> None:
    """Answers 421 to every request that was meant for another name."""
    answer = server.get_app()
    assert answer is not None

    def guarded(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        if is_own_name(environ.get("HTTP_HOST", "")):
            return answer(environ, start_response)
        start_response("421 Misdirected Request", [("Content-Type", "text/plain; charset=utf-8")])
        return [b"This site answers to 127.0.0.1 and localhost only.\n"]

    server.set_app(guarded)


def outlive_slips(server: LiveReloadServer) -> None:
    """Lets requests go on while a file is broken. MkDocs makes them wait until the next build that works."""
    build = server.builder

    def build_or_say() -> None:
        try:
            build()
        # MkDocs gives up by SystemExit, and whatever went wrong, the server stays.
        except (Exception, SystemExit) as error:  # noqa: BLE001
            log.error("%s", error)  # noqa: TRY400

    server.builder = build_or_say
