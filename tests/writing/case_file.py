r"""One wish and what becomes of the files, in one file that reads from top to bottom.

    # What the person wants.
    === before workbook/log.yaml
    - {date: 2026-11-03, who: Dana Okafor, did: wrote}
    === type
    bothways log dana heard
    === after workbook/log.yaml
    - {date: 2026-11-03, who: Dana Okafor, did: wrote}
    - {date: 2026-12-01, who: Dana Okafor, did: heard}
    === says
    workbook/log.yaml:2: ...

The day is 1 December 2026. After a file's name, in brackets, may stand how it is written: `crlf`, `bom`, or `open`,
where the last line has no end. A file that is not among those after is as it was; one that is gone is `=== gone`.
Where a command does not end well, what it says begins with its exit code.
"""

import re
import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from bothways.cli import main
from folders import contents

_SECTION = re.compile(
    r"^=== (?P<what>before|type|after|gone|says)(?: (?P<name>\S+))?(?: \((?P<how>\w+)\))?$", re.MULTILINE
)
SETTINGS = "site_name: My network\ntheme: material\nplugins:\n  - bothways\n"


@dataclass(frozen=True)
class Case:
    """A case file, taken apart."""

    story: str
    before: dict[str, tuple[str, str]]
    """The text of each file, and how it is written."""
    typed: str
    expected: str
    """All after the command, word for word."""


def read_case(path: Path) -> Case:
    """The case in a file."""
    text = path.read_text(encoding="utf-8")
    story, *parts = _SECTION.split(text)
    before: dict[str, tuple[str, str]] = {}
    typed = ""
    for what, name, how, said in zip(*[iter(parts)] * 4, strict=True):
        if what == "before":
            before[name] = (said.removeprefix("\n"), how or "")
        elif what == "type":
            typed = said.strip()
    given = text.index("=== type")
    return Case(story.strip(), before, typed, text[text.index("\n", given + len("=== type") + 1) + 1 :])


def written(text: str, how: str) -> bytes:
    """The bytes of a text that is written so."""
    match how:
        case "crlf":
            return text.replace("\n", "\r\n").encode()
        case "bom":
            return text.encode("utf-8-sig")
        case "open":
            return text.removesuffix("\n").encode()
    return text.encode()


def run(case: Case, home: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """What the case gives, in the form of its file."""
    (home / "workbook").mkdir(parents=True)
    (home / "mkdocs.yml").write_text(SETTINGS)
    for name, (text, how) in case.before.items():
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_bytes(written(text, how))
    before = contents(home)
    monkeypatch.chdir(home)
    program, *words = shlex.split(case.typed)
    assert program == "bothways"
    ran = CliRunner().invoke(main, [*words, "--today", "2026-12-01"])
    said = f"exit {ran.exit_code}\n" if ran.exit_code else ""
    hows = {name: how for name, (_, how) in case.before.items()}
    return _difference(before, contents(home), hows) + f"=== says\n{said}{ran.stdout}{ran.stderr}"


def _difference(before: Mapping[str, bytes], after: Mapping[str, bytes], hows: Mapping[str, str]) -> str:
    gone = "".join(f"=== gone {name}\n" for name in sorted(before.keys() - after.keys()))
    shown = ""
    for name in sorted(after):
        if after[name] == before.get(name):
            continue
        how = hows.get(name, "")
        text = after[name].decode("utf-8-sig").replace("\r\n", "\n")
        text += "" if text.endswith("\n") or not text else "\n"
        assert written(text, how) == after[name], f"{name} is not wholly {how or 'plain'}: {after[name]!r}"
        shown += f"=== after {name}{f' ({how})' if how else ''}\n{text}"
    return gone + shown


def rewrite(path: Path, given: str) -> None:
    """Puts what the case gives into its file."""
    text = path.read_text(encoding="utf-8")
    end = text.index("\n", text.index("=== type") + len("=== type") + 1) + 1
    path.write_text(text[:end] + given, encoding="utf-8")
