"""The language server behind the YAML help of VS Code and many other editors, and an editor to speak with it.

What is sent and what comes back is JSON with its length before it: the Language Server Protocol, over standard input
and output.
"""

import json
import os
import queue
import subprocess
import threading
from itertools import count
from pathlib import Path
from typing import Any

from npm import NODE, installed

HERE = Path(__file__).parent

PATIENCE = 30
"""Seconds for one answer. A server that says nothing for so long has stopped, or never will."""


def install() -> Path:
    """Installs the server where it is not, or is another version; gives the folder. Raises `RuntimeError`."""
    return installed(HERE / "server", "language-server")


class Editor:
    """An editor with a folder open. Lines and columns count from 1, as in `bothways check`."""

    def __init__(self, folder: Path, settings: dict[str, Any]) -> None:
        self.folder = folder
        self._settings = settings
        self._numbers = count(1)
        self._heard: queue.Queue[dict[str, Any] | None] = queue.Queue()
        program = install() / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
        self._server = subprocess.Popen(
            [NODE, "--require", HERE / "no_network.cjs", program, "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self._ear = threading.Thread(target=self._listen, daemon=True)
        self._ear.start()
        root = {"uri": folder.as_uri(), "name": folder.name}
        document = {"hover": {}, "completion": {}, "publishDiagnostics": {}}
        self._ask(
            "initialize",
            processId=os.getpid(),
            rootUri=root["uri"],
            workspaceFolders=[root],
            capabilities={"workspace": {"configuration": True, "workspaceFolders": True}, "textDocument": document},
        )
        self._tell("initialized")

    def close(self) -> None:
        """Ends the server, if it has not ended."""
        if self._server.poll() is None:
            self._ask("shutdown")
            self._tell("exit")
            self._server.wait(PATIENCE)
        self._ear.join(PATIENCE)
        for pipe in (self._server.stdin, self._server.stdout):
            if pipe:
                pipe.close()

    def underlined(self, *names: str) -> dict[str, list[dict[str, Any]]]:
        """Opens files, by their names in the folder; gives what the server has against each."""
        waiting = {self._uri(name): name for name in names}
        said: dict[str, list[dict[str, Any]]] = {}
        for name in names:
            self._open(name, (self.folder / name).read_text(encoding="utf-8-sig"))
        while waiting:
            message = self._next()
            about = message["params"] if message.get("method") == "textDocument/publishDiagnostics" else {}
            if name := waiting.pop(about.get("uri", ""), None):
                said[name] = about["diagnostics"]
        return {name: said[name] for name in names}

    def offered(self, name: str, text: str) -> list[dict[str, Any]]:
        """What it offers to write where `|` stands in the text of a file."""
        answer = self._at("completion", name, text)
        items: list[dict[str, Any]] = answer["items"]
        return items

    def explained(self, name: str, text: str) -> str:
        """What it shows when the mouse rests where `|` stands in the text of a file."""
        answer = self._at("hover", name, text)
        return str(answer["contents"]["value"]) if answer else ""

    def _at(self, what: str, name: str, text: str) -> Any:
        before, after = text.split("|")
        self._open(name, before + after)
        line, _, last = before.rpartition("\n")
        place = {"line": len(line.splitlines()), "character": len(last)}
        return self._ask(f"textDocument/{what}", textDocument={"uri": self._uri(name)}, position=place)

    def _open(self, name: str, text: str) -> None:
        document = {"uri": self._uri(name), "languageId": "yaml", "version": next(self._numbers), "text": text}
        self._tell("textDocument/didOpen", textDocument=document)

    def _uri(self, name: str) -> str:
        return (self.folder / name).as_uri()

    def _ask(self, method: str, **params: Any) -> Any:
        number = next(self._numbers)
        self._send({"id": number, "method": method, "params": params})
        while True:
            message = self._next()
            if message.get("id") == number and "method" not in message:
                if "error" in message:
                    raise RuntimeError(f"{method}: {message['error']['message']}")
                return message["result"]

    def _tell(self, method: str, **params: Any) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._server.stdin
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._server.stdin.flush()

    def _next(self) -> dict[str, Any]:
        """The next message; what the server asks of an editor is answered on the way."""
        message = self._heard.get(timeout=PATIENCE)
        if message is None:
            raise RuntimeError(f"The language server ended, with {self._server.wait(PATIENCE)}.")
        if "id" in message and "method" in message:
            asked = message["params"].get("items", []) if message["method"] == "workspace/configuration" else []
            wanted = [self._setting(item["section"]) for item in asked]
            self._send({"id": message["id"], "result": wanted or None})
        return message

    def _setting(self, section: str) -> dict[str, Any]:
        start = section + "."
        settings: dict[str, Any] = {}
        for name, value in self._settings.items():
            if name.startswith(start):
                inner = settings
                *groups, last = name.removeprefix(start).split(".")
                for group in groups:
                    inner = inner.setdefault(group, {})
                inner[last] = value
        return settings

    def _listen(self) -> None:
        assert self._server.stdout
        while header := self._server.stdout.readline():
            length = int(header.split(b":")[1])
            while self._server.stdout.readline().strip():
                pass  # any other header
            self._heard.put(json.loads(self._server.stdout.read(length)))
        self._heard.put(None)
