"""Files that nobody means well with: each is refused in words, or is read as the harmless text that it is."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from bothways.problems import Problem, ProblemsFound
from bothways.reading.library import Library
from bothways.reading.portions import MOST_RECORDS
from bothways.reading.room import LONGEST_LINE, MOST_BYTES, MOST_PARTS
from bothways.reading.workbook import Reading, read_workbook

DANA = "- name: Dana Okafor\n"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An empty workbook."""
    (tmp_path / "workbook").mkdir()
    return tmp_path / "workbook"


def read(home: Path) -> Reading:
    """What reading the workbook gives."""
    return read_workbook(home, Library())


def refused(home: Path) -> list[Problem]:
    """The problems for which the workbook is refused."""
    with pytest.raises(ProblemsFound) as found:
        read(home)
    assert all(problem.message and "\n" not in str(problem) for problem in found.value.problems)
    return list(found.value.problems)


def codes(home: Path) -> list[str]:
    """The codes for which the workbook is refused."""
    return [problem.code for problem in refused(home)]


def refused_text(home: Path, text: str | bytes) -> list[str]:
    """The codes for which this text is refused as people."""
    (home / "people.yaml").write_bytes(text.encode() if isinstance(text, str) else text)
    return codes(home)


def test_a_list_of_twenty_megabytes_is_refused(home: Path) -> None:
    """By its size, before it is read."""
    assert refused_text(home, "- a\n" * 5_000_000) == ["too-much"]


def test_several_files_are_too_large_together(home: Path) -> None:
    """The bound is for the whole workbook; the first files are still read."""
    (home / "people").mkdir()
    for number in range(3):
        text = f"- name: Person {number}\n  notes: |\n" + "    a\n" * (MOST_PARTS // 4)
        (home / "people" / f"{number}.yaml").write_text(text)
    assert read(home).workbook.people[2].name == "Person 2"
    (home / "people" / "3.yaml").write_text("# a\n" * (MOST_PARTS // 4))
    (problem,) = refused(home)
    assert (problem.code, problem.place.file) == ("too-much", "workbook/people/3.yaml")


def test_a_file_with_too_many_parts_is_refused(home: Path) -> None:
    """Brackets and commas could make millions of items of a small file."""
    assert refused_text(home, "- a\n" * (MOST_PARTS + 1)) == ["too-much"]
    assert refused_text(home, ("- [" + "," * 9_000 + "]\n") * (MOST_PARTS // 9_000 + 1)) == ["too-much"]


def test_a_very_long_line_is_refused_at_its_place(home: Path) -> None:
    """The message names the line."""
    (home / "people.yaml").write_text(DANA + "  notes: " + "x" * LONGEST_LINE + "\n")
    (problem,) = refused(home)
    assert (problem.code, problem.place.line) == ("too-much", 2)


def test_many_long_lines_are_looked_at_once(home: Path) -> None:
    """Fifteen megabytes of lines just short enough, all of one remark."""
    line = "# " + "x" * (LONGEST_LINE - 2) + "\n"
    (home / "people.yaml").write_text(DANA + line * (MOST_BYTES // len(line) - 1))
    assert len(read(home).workbook.people) == 1


@pytest.mark.parametrize(
    "text",
    [
        "- " * 9_999 + "a",
        "- name: " + "[" * 9_000 + "]" * 9_000,
        "- name: " + "{a: " * 4_000 + "}" * 3_000,
        "- name: " + "[" * 10_000,
        "\n".join(" " * depth + "- a:" for depth in range(2, 400, 2)),
        "- name: *x\n- " + "[" * 10_000,
    ],
    ids=["dashes", "brackets", "braces", "open", "fields", "careful"],
)
def test_ten_thousand_levels_are_refused(home: Path, text: str) -> None:
    """At the level that is too deep, not at the end of the stack."""
    assert "too-deep" in refused_text(home, text)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"- name: Da\0na\n", "not-utf-8"),
        (b'- name: "Da\\0na"\n', "not-text"),
        ("- name: Dana\n".encode("utf-16"), "not-utf-8"),
        ("- name: Dana\n".encode("utf-16-le"), "not-utf-8"),
        ("- name: Dana\n".encode("utf-32"), "not-utf-8"),
        ("- name: José\n".encode("latin-1"), "not-utf-8"),
        (b"- name: \xed\xa0\x80\n", "not-utf-8"),
        (b'- name: "\\ud800"\n', "not-text"),
        (b'- name: "\\ude00\\ud83d"\n', "not-text"),
        (b'- name: "\\UFFFFFFFF"\n', "backslash"),
        (b'- name: "\\U00110000"\n', "backslash"),
        (b"- name: Da\x07na\n", "not-text"),
        (b"- name: Da\x1b[31mna\n", "not-text"),
        (b'- name: "\\e[31m"\n', "not-text"),
        (b'- "na\\0me": Dana\n', "not-text"),
        (b"\xff\xfe", "not-utf-8"),
        (b"\xd1A\xd7\xb0\x9d\xc0t\x83\xff\0", "not-utf-8"),
    ],
)
def test_what_is_no_text_is_refused(home: Path, data: bytes, code: str) -> None:
    """NUL, other encodings, half characters, control characters."""
    assert code in refused_text(home, data)


def test_an_alias_bomb_is_harmless_text(home: Path) -> None:
    """Aliases are texts here: nothing is multiplied."""
    bomb = "- name: &a [x, x]\n" + "".join(f"- name: &b{n} [*a, *a, *a, *a]\n" for n in range(40))
    (home / "people.yaml").write_text(bomb)
    said = read(home)
    assert [person.name for person in said.workbook.people[:2]] == ["&a [x, x]", "&b0 [*a, *a, *a, *a]"]
    assert {hint.code for hint in said.hints} == {"quote-it"}


def test_a_merge_key_is_an_unknown_field(home: Path) -> None:
    """Nothing is merged."""
    assert refused_text(home, DANA + "  <<: {role: Head}\n") == ["unknown-field"]


@pytest.mark.parametrize(
    "tag", ["!!python/object/apply:os.system ['true']", "!!python/name:os.system", "!!binary eA=="]
)
def test_a_tag_calls_nothing(home: Path, tag: str) -> None:
    """A tag is the beginning of a text, or cannot be read; it is never obeyed."""
    (home / "people.yaml").write_text(f"- name: Dana Okafor\n  notes: {tag}\n")
    assert read(home).workbook.people[0].notes == tag


def test_more_records_than_anybody_has_are_refused(home: Path) -> None:
    """Once, for the file."""
    assert refused_text(home, "- a\n" * (MOST_RECORDS + 1)) == ["too-much"]


def test_a_record_with_endless_problems_names_a_hundred(home: Path) -> None:
    """And the next record still has its own."""
    text = DANA + "  interests:\n" + "    - [a]\n" * 20_000 + "- nam: Bea Lin\n"
    said = refused_text(home, text)
    assert said == ["text-wanted"] * 100 + ["unknown-field"]


def test_many_unknown_names_among_many_are_all_said(home: Path) -> None:
    """A slip of one letter is recognised however many there are; who is farther off is told what to do all the same."""
    people = "".join(f"- name: Person {number} of {number * 7919 % 9973} Street\n" for number in range(8_000))
    (home / "people.yaml").write_text(people)
    talks = "- {with: Persn 0 of 0 Stret, date: 2026-11-11}\n"
    talks += "".join(f"- {{with: Persn {n} of {n * 7919 % 9973} Street, date: 2026-11-12}}\n" for n in range(1, 300))
    (home / "conversations.yaml").write_text(talks)
    problems = refused(home)
    assert [problem.code for problem in problems] == ["reference-to-nobody"] * 300
    assert problems[0].hint == "Add this person to people.yaml, or correct the name."
    assert {problem.hint[:20] for problem in problems[1:]} == {"Did you mean Person "}


def test_a_very_large_circle_is_said_in_few_words(home: Path) -> None:
    """Once, and without naming everybody."""
    people = (f"- name: Person {n}\n  introduced_by: Person {(n + 1) % 5_000}\n" for n in range(5_000))
    (home / "people.yaml").write_text("".join(people))
    (problem,) = refused(home)
    assert problem.code == "circular-introduction"
    assert problem.message.endswith("Person 3 by Person 4, and so on.")


def test_ten_thousand_wrong_records_are_all_named(home: Path) -> None:
    """All problems, in one run."""
    assert refused_text(home, "- a\n" * 10_000) == ["fields-wanted"] * 10_000


def test_a_long_text_is_not_repeated_in_a_message(home: Path) -> None:
    """A message shows enough of it to be known again."""
    (home / "people.yaml").write_text(DANA + "  met_on: " + "x" * 10_000 + "\n  " + "y" * 1_000 + ": 1\n")
    assert max(len(problem.message) for problem in refused(home)) < 200


# What lies in the folder


def link_out(home: Path) -> None:
    """A link to a file outside."""
    (home.parent / "secret.yaml").write_text(DANA)
    (home / "people.yaml").symlink_to(home.parent / "secret.yaml")


def linked_folder(home: Path) -> None:
    """A link to a folder outside."""
    (home.parent / "other").mkdir()
    (home.parent / "other" / "dana.yaml").write_text(DANA)
    (home / "people").symlink_to(home.parent / "other")


def link_to_itself(home: Path) -> None:
    """A link that goes in a circle."""
    (home / "people.yaml").symlink_to(home / "people.yaml")


def link_to_nowhere(home: Path) -> None:
    """A link to what is not there."""
    (home / "people.yaml").symlink_to(home / "gone.yml")


def device(home: Path) -> None:
    """A link to a device that never ends."""
    (home / "people.yaml").symlink_to("/dev/zero")


def pipe(home: Path) -> None:
    """A named pipe, on which reading waits for ever."""
    os.mkfifo(home / "people.yaml")


def listening_socket(home: Path) -> None:
    """A socket."""
    here = Path.cwd()
    os.chdir(home)  # the path of a socket must be short
    try:
        with socket.socket(socket.AF_UNIX) as door:
            door.bind("people.yaml")
    finally:
        os.chdir(here)


def folder_as_file(home: Path) -> None:
    """A folder with the name of a file."""
    (home / "people.yaml").mkdir()


def name_of_bytes(home: Path) -> None:
    """A file whose name is not UTF-8."""
    (home / os.fsdecode(b"people\xff.yaml")).write_text(DANA)


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (link_out, "outside-file"),
        (linked_folder, "outside-file"),
        (link_to_itself, "unreadable-file"),
        (link_to_nowhere, "unreadable-file"),
        (device, "outside-file"),
        (pipe, "unreadable-file"),
        (listening_socket, "unreadable-file"),
        (folder_as_file, "unknown-file"),
        (name_of_bytes, "unknown-file"),
    ],
)
def test_what_is_no_file_of_theirs_is_refused(home: Path, make: Callable[[Path], None], code: str) -> None:
    """And nobody in it is said to be missing."""
    make(home)
    (home / "conversations.yaml").write_text("- {with: Dana Okafor, date: 2026-11-12}\n")
    (problem,) = refused(home)
    assert problem.code == code
    assert problem.message.isprintable()
    assert problem.hint


def test_a_link_inside_the_workbook_is_read(home: Path) -> None:
    """Only leaving it is refused."""
    (home / "coach").mkdir()
    (home / "coach" / "dana.txt").write_text(DANA)
    (home / "people.yaml").symlink_to(home / "coach" / "dana.txt")
    assert read(home).workbook.people[0].name == "Dana Okafor"


def test_a_file_that_cannot_be_opened_is_said(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the reason, at the file."""

    def locked(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    (home / "people.yaml").write_text(DANA)
    monkeypatch.setattr(Path, "read_bytes", locked)
    (problem,) = refused(home)
    assert str(problem) == (
        "workbook/people.yaml:1:1: This file cannot be read: permission denied. "
        "Look at its permissions, or put the file there once more."
    )


def test_a_folder_that_cannot_be_opened_is_said(home: Path) -> None:
    """Here a file stands where the workbook should be."""
    home.rmdir()
    home.write_text(DANA)
    assert codes(home) == ["unreadable-file"]


@pytest.mark.parametrize("name", ["x" * 300, "link", "..", "a/b", "\\\\server\\share"])
def test_a_picture_that_cannot_be_is_refused(home: Path, name: str) -> None:
    """Names too long for any file system, and links and paths that leave the folder."""
    (home / "files").mkdir()
    (home / "files" / "link").symlink_to("/etc/hostname" if Path("/etc/hostname").exists() else "/etc/hosts")
    (home / "people.yaml").write_text(f"- name: Dana Okafor\n  files: '{name}'\n")
    (problem,) = refused(home)
    assert problem.code in ("no-such-file", "not-a-file", "outside-file")


def test_eight_thousand_lines_are_read(home: Path) -> None:
    """Quick and careful reading see the same people."""
    lines = "".join(
        f"- name: Person {n}\n  role: Head & tail\n  notes: It's {n}\n  tags: [a, b]\n" for n in range(2_000)
    )
    (home / "people.yaml").write_text(lines)
    quick = read(home).workbook.people
    (home / "people.yaml").write_text(lines + "# \t\n")
    assert len(quick) == 2_000
    assert quick == read(home).workbook.people
