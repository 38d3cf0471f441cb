"""A coach's reply comes from outside: whatever is in it, it can write nowhere else and run nothing."""

import json
from datetime import date
from typing import Any

import pytest

from bothways.share.envelope import Damaged, Newer, NotOpened, Wrong, new_keys, seal
from bothways.share.keyed import Keyed
from bothways.share.reply import LONGEST, MOST_BYTES, is_locked, placed, read_reply, reply_file
from shared import KEYED, randomness

GOOD: dict[str, Any] = {
    "bothways": "reply",
    "version": 1,
    "share": "ab12",
    "made": "2026-12-03",
    "comments": [
        {
            "page": KEYED.page("people/dana-okafor.html"),
            "part": "thread",
            "about": "What happened",
            "asked": None,
            "said": "Ring her.",
        }
    ],
}


def as_file(**other: Any) -> bytes:
    return json.dumps(GOOD | other).encode()


def one(**other: Any) -> dict[str, Any]:
    return GOOD["comments"][0] | other


def test_a_good_reply() -> None:
    """Its day, its share, and each comment with what it is about."""
    reply = read_reply(as_file())
    (said,) = reply.comments
    assert (reply.share, reply.made) == ("ab12", date(2026, 12, 3))
    assert (said.part, said.about, said.asked, said.said) == ("thread", "What happened", None, "Ring her.")


def test_a_locked_reply_needs_the_words() -> None:
    """Those of the file that it answers."""
    data = seal("reply", as_file(), new_keys(["one two three"], randomness()), randomness()).encode()
    assert is_locked(data)
    assert not is_locked(as_file())
    assert read_reply(data, "One two-three") == read_reply(as_file())
    with pytest.raises(Wrong):
        read_reply(data, "another")


def test_pages_are_found_by_the_owners_key_alone() -> None:
    """The opened file holds no address of the owner's; only the key of the home leads back, and only to pages that are."""
    address, content = reply_file(
        "ab12", ["people/person-7.html", "index.html"], {"people/person-7.html": "people/dana-okafor.html"}, KEYED
    )
    assert address == "reply.json"
    assert b"dana" not in content
    token = json.loads(content)["pages"]["people/person-7.html"]
    reply = read_reply(as_file(comments=[one(page=token)]))
    pages = ["index.html", "people/dana-okafor.html"]
    assert [page for page, _ in placed(reply, pages, KEYED)] == ["people/dana-okafor.html"]
    assert [page for page, _ in placed(reply, pages, Keyed(b"another key"))] == [None]
    assert [page for page, _ in placed(reply, ["index.html"], KEYED)] == [None]
    assert [page for page, _ in placed(reply, pages, None)] == [None]


def deep(levels: int) -> str:
    return '{"bothways": "reply", "version": 1, "comments": ' + "[" * levels + "]" * levels + "}"


REFUSED: dict[str, bytes] = {
    "nothing": b"",
    "no JSON": b"hello",
    "not UTF-8": b"\xff\xfe\x00",
    "another object": b"[]",
    "a number": b"1",
    "another kind": as_file(bothways="letter"),
    "no comments": json.dumps({"bothways": "reply", "version": 1}).encode(),
    "comments that are none": as_file(comments={"a": 1}),
    "a comment that is a text": as_file(comments=["hello"]),
    "a comment that says a number": as_file(comments=[one(said=7)]),
    "a comment that says a list": as_file(comments=[one(said=["a"])]),
    "a comment that says nothing": as_file(comments=[{"page": "a"}]),
    "too many comments": as_file(comments=[one(said=str(number)) for number in range(501)]),
    "as deep as a well": deep(100_000).encode(),
    "larger than any reply": b" " * (MOST_BYTES + 1),
    "an envelope cut short": b"bothways reply 1\nPBKDF2-SHA256 1000000 AAAA",
    "a locked file": b"bothways locked file 1\nPBKDF2",
    "an endless number": b'{"bothways": "reply", "version": 1' + b"0" * 5000 + b', "comments": []}',
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_reply_is_refused(name: str) -> None:
    """With a word for it, and never with a fault of ours."""
    with pytest.raises(NotOpened):
        read_reply(REFUSED[name], "words")


def test_a_reply_of_tomorrow_is_told_apart() -> None:
    """So that its owner knows what to do."""
    with pytest.raises(Newer):
        read_reply(as_file(version=2))


HOSTILE_FIELDS: tuple[Any, ...] = (
    "../../../etc/passwd",
    "/etc/passwd",
    "C:\\Windows\\win.ini",
    "people/dana-okafor.html",
    "a\0b",
    "<script>alert(1)</script>",
    "\u202egnp.exe",
    "x" * 100_000,
    "",
    7,
    1e999,
    True,
    [],
    {"a": {"b": []}},
    "%2e%2e%2f",
    "\ud800",
)


@pytest.mark.parametrize("value", HOSTILE_FIELDS, ids=lambda value: repr(value)[:24])
@pytest.mark.parametrize("field", ["page", "part", "about", "asked", "share", "made"])
def test_a_field_is_what_it_should_be_or_nothing(field: str, value: Any) -> None:
    """A path, markup or anything else in the place of a mark is dropped; the comment stays."""
    outside = field in ("share", "made")
    data = as_file(**{field: value}) if outside else as_file(comments=[one(**{field: value})])
    reply = read_reply(data)
    (said,) = reply.comments
    assert said.said == "Ring her."
    assert not set("/\\.<>\0") & set(reply.share)
    assert [page for page, _ in placed(reply, ["people/dana-okafor.html"], KEYED)] in (
        [None],
        ["people/dana-okafor.html"],
    )
    for line in (said.about, said.asked):
        assert line is None or (len(line) <= 300 and not set("<>\n\0\u202e") & set(line))
    assert said.part is None or not set("/\\<>") & set(said.part)
    if field == "page":
        assert said.page is None


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("a\x1b[31mred", "a[31mred"),
        ("safe\u202egnp.exe", "safegnp.exe"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("bell\x07 null\0", "bell null"),
        ("half \ud83d", "half"),
        ("e\u0301", "é"),
        ("<b>bold</b>", "<b>bold</b>"),
        ("x" * (LONGEST + 5), "x" * LONGEST),
    ],
)
def test_words_lose_what_is_not_seen(said: str, read: str) -> None:
    """Signs that command a terminal, turn the order of letters or hide go; markup stays the plain text that it is."""
    assert read_reply(as_file(comments=[one(said=said)])).comments[0].said == read


def test_a_comment_of_nothing_is_none() -> None:
    """And one that is said twice is said once."""
    assert read_reply(as_file(comments=[one(said=" \n\0"), one(), one()])).comments == read_reply(as_file()).comments


def test_damage_in_a_locked_reply_is_damage() -> None:
    """A letter exchanged is found before the words are asked for."""
    data = seal("reply", as_file(), new_keys(["w"], randomness()), randomness())
    with pytest.raises(Damaged):
        read_reply(data.replace("A", "B", 1).encode(), "w")
