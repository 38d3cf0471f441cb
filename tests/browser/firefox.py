"""Drives the machine's own Firefox through Marionette, the protocol that it speaks by itself: lines of JSON with their length.

https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html, read in November 2026. Playwright drives only a
Firefox of its own making.
"""

import base64
import json
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any, Self

QUIET = {
    "app.update.auto": False,
    "app.normandy.enabled": False,
    "browser.safebrowsing.downloads.remote.enabled": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "browser.safebrowsing.update.enabled": False,
    "browser.search.update": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage": "about:blank",
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "dom.push.enabled": False,
    "extensions.getAddons.cache.enabled": False,
    "extensions.systemAddon.update.enabled": False,
    "extensions.update.enabled": False,
    "media.gmp-manager.updateEnabled": False,
    "media.gmp-provider.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "network.dns.disablePrefetch": True,
    "network.prefetch-next": False,
    "services.settings.server": "data:,",
    "toolkit.telemetry.enabled": False,
}
"""So that it asks nobody for anything by itself."""

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""How WebDriver marks a reference to an element, https://www.w3.org/TR/webdriver2/#elements."""
PATIENCE = 60
"""Seconds to wait for a browser that starts."""


class Firefox:
    """One running Firefox."""

    def __init__(self, path: str, **preferences: bool | int | str) -> None:
        self.profile = Path(tempfile.mkdtemp(prefix="bothways-firefox-"))
        self.downloads = self.profile / "downloads"
        self.downloads.mkdir()
        ours = {
            "marionette.port": _free_port(),
            "browser.download.folderList": 2,
            "browser.download.dir": str(self.downloads),
            "browser.helperApps.neverAsk.saveToDisk": "application/octet-stream",
        }
        lines = (
            f"user_pref({json.dumps(name)}, {json.dumps(value)});\n"
            for name, value in (QUIET | ours | preferences).items()
        )
        (self.profile / "user.js").write_text("".join(lines), encoding="utf-8")
        command = [path, "--headless", "--marionette", "--no-remote", "--profile", str(self.profile)]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self._socket = _connected(ours["marionette.port"])
        self._answers = self._socket.makefile("rb")
        self._read()
        self._number = 0
        self.send("WebDriver:NewSession")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.send("Marionette:Quit", flags=["eForceQuit"])
        self._process.wait(PATIENCE)
        self._answers.close()
        self._socket.close()
        shutil.rmtree(self.profile, ignore_errors=True)

    def send(self, command: str, **words: Any) -> Any:
        """Sends a command, and gives the value of its answer."""
        self._number += 1
        data = json.dumps([0, self._number, command, words]).encode()
        self._socket.sendall(f"{len(data)}:".encode() + data)
        _, _, error, answer = self._read()
        if error:
            raise AssertionError(f"{error['error']}: {error['message']}")
        return answer["value"] if isinstance(answer, dict) and "value" in answer else answer

    def evaluate(self, expression: str, *words: Any) -> Any:
        """The value of an expression in the page; a promise is waited for. `arguments` are the words."""
        script = f"""
          const [done, ...words] = [arguments[arguments.length - 1], ...Array.from(arguments).slice(0, -1)];
          (async () => {{ {_given("words")} return await ({expression}); }})().then(
            (value) => done({{ value }}), (error) => done({{ error: String(error) }}));"""
        answer = self.send("WebDriver:ExecuteAsyncScript", script=script, args=list(words), sandbox=None)
        if "error" in answer:
            raise AssertionError(answer["error"])
        return answer.get("value")

    def element(self, selector: str) -> str:
        """A reference to the first element."""
        found = self.send("WebDriver:FindElement", using="css selector", value=selector)
        return str(found[ELEMENT])

    def picture(self, path: Path) -> None:
        """A picture of what is seen."""
        path.write_bytes(base64.b64decode(self.send("WebDriver:TakeScreenshot", full=False)))

    def _read(self) -> Any:
        length = b""
        while (byte := self._answers.read(1)) not in (b":", b""):
            length += byte
        return json.loads(self._answers.read(int(length)))


def _given(name: str) -> str:
    return f"const given = {name};"


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port


def _connected(port: int) -> socket.socket:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)
