"""A site of three pages that is nothing but a dict, and a way to ask for them."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from werkzeug.test import Client, TestResponse

from bothways.pages.page import Page
from bothways.problems import ProblemsFound
from bothways.serve.answers import Answers
from bothways.serve.reader import Reader
from bothways.serve.sender import Sender
from bothways.serve.serving import Home, writers
from bothways.serve.shown import Shown
from serve.html_forms import form_in, forms_in

PORT = 8765
HOST = f"127.0.0.1:{PORT}"
DAY = date(2026, 12, 1)


def page(body: str) -> bytes:
    """A page as a site gives it."""
    return f'<!doctype html><html lang="en"><head><title>A page</title></head><body><article>{body}</article></body></html>'.encode()


PAGES = {
    "index.html": page("<h1>Today</h1>"),
    "people/index.html": page("<h1>People</h1>"),
    "people/dana-okafor.html": page("<h1>Dana Okafor</h1>"),
    "assets/bothways.css": b"h1 { color: green; }",
    "assets/bothways/copy.js": b"'use strict';",
    "files/plan.pdf": b"%PDF-1.7",
    "files/page.html": b"<script>alert(1)</script>",
    "search/search_index.json": b"{}",
}


@dataclass
class FakeShell:
    text: str


@dataclass
class FakeFrame:
    """A theme that puts nothing around a page but a title, and has one script of its own."""

    shells: dict[str, FakeShell] = field(default_factory=dict)

    def around(self, page: Page, site: str) -> bytes:  # noqa: ARG002
        return (
            f"<html><head><title>{page.title}</title></head><body><article>{page.html}</article></body></html>".encode()
        )


@dataclass
class FakeSite:
    """A site in memory, and which of its pages were made."""

    pages: dict[str, bytes]
    name: str = "Mine"
    frame: FakeFrame = field(default_factory=FakeFrame)
    made: list[str] = field(default_factory=list)

    def addresses(self) -> Collection[str]:
        return self.pages

    def read(self, address: str) -> bytes | None:
        self.made.append(address)
        return self.pages.get(address)

    def made_of(self, address: str) -> str:
        return str(hash(self.pages[address]))


@dataclass
class Running:
    """A server without a network: what it shows, what it told, and a browser to ask it."""

    pages: dict[str, bytes] = field(default_factory=lambda: dict(PAGES))
    slip: ProblemsFound | Exception | None = None
    day: date = DAY
    told: list[ProblemsFound | None] = field(default_factory=list)
    faults: list[Exception] = field(default_factory=list)

    has_editor: bool = False
    profiles: dict[str, object] = field(default_factory=dict)

    def start(self, folder: Path, *, has_editor: bool = False) -> "Running":
        self.folder, self.has_editor = folder, has_editor
        self.shown = Shown(self.read, lambda: self.day, self.told.append, self.faults.append)
        sender = Sender(self.shown, folder)
        self.reader = Reader(folder / "workbook", "workbook", lambda: self.day)
        home = Home(folder, folder / "workbook", "workbook", lambda: self.day, None, self.profiles, folder / "site")
        others = writers(home, self.reader, self.shown, sender) if has_editor else []
        self.answers = Answers(self.shown, sender, PORT, others)
        self.client = Client(self.answers)
        self.shown.renew()
        return self

    def read(self) -> FakeSite:
        if self.slip:
            raise self.slip
        if self.has_editor:
            self.reader.edition()
        self.site = FakeSite(dict(self.pages))
        return self.site

    def ask(self, path: str, method: str = "GET", **more: object) -> TestResponse:
        """What comes back: `ask("/people/")`."""
        headers = {"Host": HOST} | dict(more.pop("headers", {}))
        return self.client.open(path, method=method, headers=headers, **more)

    def open(self, path: str) -> tuple[dict[str, object], str]:
        """The form at an address as a browser would send it, and the page."""
        answer = self.ask(path)
        assert answer.status_code == 200, answer.text
        return form_in(answer.text), answer.text

    def send(self, path: str, form: dict[str, object], **more: object) -> TestResponse:
        """What comes back for a form, sent as a browser does."""
        headers = {"Origin": f"http://{HOST}", "Sec-Fetch-Site": "same-origin"} | dict(more.pop("headers", {}))
        return self.ask(path, "POST", data=form, headers=headers, **more)

    def fill_in(self, path: str, **said: str) -> TestResponse:
        """Opens a form, types something, and sends it: `fill_in("/edit?of=people/dana-okafor", role="Cook")`."""
        form, _ = self.open(path)
        return self.send(path, form | {f"f.{name.replace('__', '.')}": value for name, value in said.items()})

    def click(self, path: str, action: str, words: str) -> TestResponse:
        """Presses the button with these words on a page."""
        for form in forms_in(self.ask(path).text):
            if form.action == action and (pressed := form.buttons.get(words)) is not None:
                return self.send(action, form.values | pressed)
        raise AssertionError(f"There is no button {words} on {path}")

    @property
    def who_answer(self) -> list[Any]:
        """Everybody who answers where the workbook may be written, those who are seldom asked included."""
        *often, seldom = self.answers._others
        return [*often, *(seldom._loaded or ())]

    def file(self, name: str) -> str:
        """What a file of the workbook holds."""
        return (self.folder / "workbook" / name).read_text(encoding="utf-8")


def write_workbook(folder: Path, files: dict[str, str]) -> None:
    """The files of a workbook."""
    for name, text in files.items():
        path = folder / "workbook" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text).lstrip("\n"), encoding="utf-8")


@pytest.fixture
def editing(tmp_path: Path) -> Callable[[dict[str, str]], Running]:
    """A server with the editor, for a workbook of these files."""

    def started(files: dict[str, str], pages: dict[str, bytes] | None = None) -> Running:
        (tmp_path / "workbook").mkdir(exist_ok=True)
        write_workbook(tmp_path, files)
        return Running(pages=PAGES | (pages or {})).start(tmp_path, has_editor=True)

    return started


@pytest.fixture
def running(tmp_path: Path) -> Running:
    """A server that shows the three pages."""
    return Running().start(tmp_path)
