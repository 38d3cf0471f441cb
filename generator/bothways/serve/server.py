"""The local server: takes requests on this machine only, follows the files, and ends with Ctrl+C."""

import gc
import os
import socket
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

from bothways.serve.answers import Answer, Answers
from bothways.serve.sender import Sender
from bothways.serve.shown import Shown
from bothways.serve.watch import Watch

HOST = "127.0.0.1"
YOUNG = 50_000
"""Objects that are made before the collector looks at them: about as many as after an edit, not a hundredth of them."""
PATIENCE = 30
"""Seconds for a request to arrive: one that does not holds nothing up for longer."""


class Server:
    """A server that has its port, and is not yet running."""

    def __init__(self, port: int) -> None:
        """Takes the port, so that a busy one is known at once. 0: any that is free. Raises `OSError`."""
        if os.name == "nt":  # there, an address may be taken twice
            self._socket = socket.socket()
            exclusive: int = socket.SO_EXCLUSIVEADDRUSE  # type: ignore[attr-defined,unused-ignore]
            self._socket.setsockopt(socket.SOL_SOCKET, exclusive, 1)
            self._socket.bind((HOST, port))
            self._socket.listen()
        else:
            self._socket = socket.create_server((HOST, port))
        self.port: int = self._socket.getsockname()[1]
        self._server: BaseWSGIServer | None = None

    @property
    def address(self) -> str:
        """Where to look at the site."""
        return f"http://{HOST}:{self.port}/"

    def run(
        self,
        shown: Shown,
        sender: Sender,
        watched: Iterable[Path],
        others: Iterable[Answer],
        ready: Callable[[str], None],
    ) -> None:
        """Shows the site until the person ends it. `ready` gets the address once requests are taken.

        `watched` are the files and folders to follow; `others` answer before the site does.
        """
        answers = Answers(shown, sender, self.port, others)
        watch = Watch(watched, shown.follow, shown.hear)
        try:
            watch.start()
            shown.renew()
            # What was read until now stays. The collector would else walk through all of it at every edit, and that
            # takes as long as a page.
            gc.freeze()
            gc.set_threshold(YOUNG)
            self._server = make_server(
                HOST, self.port, answers, threaded=True, request_handler=_Quiet, fd=self._socket.fileno()
            )
            ready(self.address)
            self._server.serve_forever()
        except KeyboardInterrupt:
            pass
        finally:
            shown.end()
            watch.end()
            self.close()

    def stop(self) -> None:
        """Ends it from another thread."""
        if self._server:
            self._server.shutdown()

    def close(self) -> None:
        """Gives the port back."""
        if self._server:
            self._server.server_close()
        self._socket.close()


class _Quiet(WSGIRequestHandler):
    """Writes nothing about requests anywhere, and tells nobody what it is made of."""

    timeout = PATIENCE

    def version_string(self) -> str:
        """What it is."""
        return "bothways"

    def log(self, type: str, message: str, *args: Any) -> None:  # noqa: A002
        """Nothing: what is read here is the person's own affair."""
