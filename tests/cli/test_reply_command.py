"""`bothways reply` shows what a coach wrote, and files it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bothways.share.envelope import new_keys, seal
from bothways.share.keyed import keyed
from shared import randomness

WORKBOOK = {
    "people.yaml": "- name: Dana Okafor\n- name: Bea Lin\n",
    "me.yaml": "name: Ruth Amadi\ncoach: {name: Ines Duval}\n",
}


@pytest.fixture
def folder(home: Callable[..., Path]) -> Path:
    """A home from which something was shared."""
    made = home(WORKBOOK)
    keyed(made, randomness())
    return made


def reply(folder: Path, *comments: dict[str, Any]) -> bytes:
    """The coach's file."""
    key = keyed(folder, randomness())
    said = [
        {"page": key.page(f"{comment.pop('on')}.html") if "on" in comment else None, "part": None, **comment}
        for comment in comments
    ]
    made = {"bothways": "reply", "version": 1, "share": "ab12", "made": "2026-12-03", "comments": said}
    return json.dumps(made).encode()


def file_in(folder: Path, data: bytes) -> str:
    path = folder / "reply.txt"
    path.write_bytes(data)
    return str(path)


def test_it_is_shown_and_filed(run: Any, folder: Path) -> None:
    """Each comment with its page; then it appears there with the next build."""
    data = reply(folder, {"on": "people/dana-okafor", "said": "Ring her."}, {"asked": "Anything else", "said": "Rest."})
    ran = run("reply", file_in(folder, data), "--today", "2026-12-04", cwd=folder)
    assert (ran.code, ran.err) == (0, "")
    assert "people/dana-okafor\n    Ring her." in ran.out
    assert "For your next session / Anything else\n    Rest." in ran.out
    (filed,) = (folder / "workbook" / "coach").iterdir()
    assert filed.name.startswith("2026-12-04-")
    assert run("build", "--quiet", "--today", "2026-12-04", cwd=folder).code == 0
    page = (folder / "site" / "people" / "dana-okafor.html").read_text()
    assert "Ines wrote" in page
    assert "Ring her." in page
    assert "Rest." in (folder / "site" / "packet.html").read_text()
    assert "Ring her." not in (folder / "site" / "people" / "bea-lin.html").read_text()


def test_twice_is_once(run: Any, folder: Path, files_below: Any) -> None:
    """The same reply again changes nothing, and says so; a longer one brings only what is new."""
    first = {"on": "people/dana-okafor", "said": "Ring her."}
    run("reply", file_in(folder, reply(folder, dict(first))), cwd=folder)
    before = files_below(folder)
    ran = run("reply", "reply.txt", "--json", cwd=folder)
    assert ran.json == {"changed": False, "file": None, "comments": []}
    assert files_below(folder) == before
    ran = run("reply", file_in(folder, reply(folder, first, {"said": "And rest."})), "--json", cwd=folder)
    assert [comment["said"] for comment in ran.json["comments"]] == ["And rest."]
    assert len(list((folder / "workbook" / "coach").iterdir())) == 2


def locked(folder: Path) -> bytes:
    return seal(
        "reply", reply(folder, {"said": "Rest."}), new_keys(["one two three"], randomness()), randomness()
    ).encode()


def test_a_locked_one_opens_with_the_words_in_a_file(run: Any, folder: Path) -> None:
    """The end of the last line does not count; other words do not open it."""
    name = file_in(folder, locked(folder))
    (folder / "words").write_text("One Two-Three\r\n")
    assert "Rest." in run("reply", name, "--passphrase-file", "words", cwd=folder).out
    (folder / "words").write_text("other words\n")
    ran = run("reply", name, "--passphrase-file", "words", cwd=folder)
    assert ran.code == 1
    assert "These words do not open reply.txt" in ran.err


def test_without_a_terminal_nothing_is_asked(run: Any, folder: Path) -> None:
    """It says what to do instead."""
    ran = run("reply", file_in(folder, locked(folder)), cwd=folder)
    assert ran.code == 2
    assert "--passphrase-file" in ran.err


@pytest.mark.parametrize(
    "data", [b"", b"hello", b"{}", b"\xff\xff", b"bothways reply 1\ncut", b"[" * 100_000, b"\0" * 4_000_000]
)
def test_what_is_no_reply_changes_nothing(run: Any, folder: Path, files_below: Any, data: bytes) -> None:
    """And is told in a sentence."""
    name = file_in(folder, data)
    (folder / "words").write_text("words")
    before = files_below(folder)
    ran = run("reply", name, "--passphrase-file", "words", "--json", cwd=folder)
    assert ran.code == 1
    assert ran.json["changed"] is False
    assert "Nothing was written" in ran.json["stopped"]
    assert files_below(folder) == before


def test_a_hostile_one_writes_nowhere_else(run: Any, folder: Path, files_below: Any) -> None:
    """Paths, markup, terminal commands and pages that are none: there is one new file in coach/, and it runs nothing."""
    nasty = "../../../../tmp/x\x1b[2J\u202e<script>alert(1)</script>"
    data = json.dumps(
        {
            "bothways": "reply",
            "version": 1,
            "share": "../../x",
            "made": "../../y",
            "name": "../z",
            "comments": [
                {"page": nasty, "part": nasty, "about": nasty, "asked": nasty, "said": f"{nasty}\n---\n- name: Eve"}
            ],
        }
    ).encode()
    name = file_in(folder, data)
    before = files_below(folder)
    ran = run("reply", name, "--today", "2026-12-04", cwd=folder)
    assert ran.code == 0
    assert "\x1b" not in ran.out
    assert "\u202e" not in ran.out
    after = files_below(folder)
    fresh = [path for path in after if path not in before and not path.startswith(".bothways/")]
    assert len(fresh) == 1
    assert fresh[0].startswith("workbook/coach/2026-12-04-")
    assert all(after[path] == data for path, data in before.items())
    assert run("build", "--quiet", cwd=folder).code == 0
    page = (folder / "site" / "packet.html").read_text()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page
