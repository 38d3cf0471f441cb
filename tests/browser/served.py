"""A folder made by `bothways new`, served to a browser."""

import re
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

from playwright.sync_api import Page

from browser.looking import DESK, look

DAY = date(2026, 12, 1)

hear_ctrl_c = None if sys.platform == "win32" else lambda: signal.signal(signal.SIGINT, signal.SIG_DFL)


class Served:
    """A folder made by `bothways new`, served."""

    def __init__(self, folder: Path, day: date = DAY):
        self.folder, self.workbook = folder, folder / "workbook"
        subprocess.run([sys.executable, "-m", "bothways", "new", str(folder), "--quiet"], check=True)
        self.begin(day)

    def begin(self, day: date) -> None:
        """Serves it on a day."""
        self.server = subprocess.Popen(
            [sys.executable, "-m", "bothways", "serve", "--port", "0", "--today", day.isoformat()],
            cwd=self.folder, stdout=subprocess.PIPE, text=True, preexec_fn=hear_ctrl_c,  # noqa: PLW1509
        )  # fmt: skip
        self.address = re.search(r"http://\S+?/(?= )", self.server.stdout.readline())[0]

    def end(self):
        self.server.terminate() if sys.platform == "win32" else self.server.send_signal(signal.SIGINT)
        self.server.communicate(timeout=60)

    def write(self, name: str, text: str) -> None:
        path = self.workbook / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


def save(page: Page, words: str = "Save") -> None:
    """Presses the one first button of a form."""
    page.get_by_role("button", name=words, exact=True).click()


def looked_at(page: Page) -> list[str]:
    """What axe finds, at both widths, light and dark."""
    page.wait_for_load_state()
    found = look(page)
    page.set_viewport_size(DESK)
    return [f"{page.url}: {words}" for words in found]


def unexpected(heard: list[str]) -> list[str]:
    """What a page said or asked for that it should not. Whatever was still on its way when a page was left may stop."""
    return [words for words in heard if not words.startswith("not loaded: ")]
