"""Whenever a share, a build or the filing of a reply is killed, there is the old file or folder or the new one, whole."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bothways.model.replies import Comment, Reply
from bothways.reading.coach import read_replies
from bothways.share import folder, pseudonyms
from bothways.share.keyed import keyed
from bothways.share.shares import Share, record, shares
from bothways.site import swap
from bothways.site.swap import fresh_folder, put_right
from bothways.writing.coach import file_reply
from bothways.writing.swap import FileChange, write
from folders import contents
from kills import states_after_each_kill
from shared import randomness

OLD = {"index.html": b"old", "people/a.html": b"old a", "gone.html": b"old and gone"}
NEW = {"index.html": b"new", "people/a.html": b"new a", "people/b.html": b"new b"}


def kept(place: Path) -> dict[str, bytes]:
    """What a person sees of a folder: not what is on its way in or out beside it."""
    return {name: data for name, data in contents(place).items() if name != ".gitignore"}


def out_of(place: Path) -> dict[str, bytes]:
    return kept(place / "out")


def laid_out(place: Path) -> Callable[[], None]:
    """A folder that was shared before, and the work of sharing it anew."""
    folder.write(OLD, place / "out")
    return lambda: folder.write(NEW, place / "out")


def built(place: Path) -> Callable[[], None]:
    """A site that was built before, and the work of a build once its pages are made."""
    folder.write(OLD, place / "out")

    def build() -> None:
        put_right(place / "out")
        with fresh_folder(place / "out") as fresh:
            for name, data in NEW.items():
                (fresh / name).parent.mkdir(exist_ok=True)
                (fresh / name).write_bytes(data)
            swap.swap(fresh, place / "out")

    return build


@pytest.mark.parametrize("work", [laid_out, built])
def test_a_folder_is_old_or_new(tmp_path: Path, work: Any) -> None:
    """At every operation, and without waiting for the next run to put it right."""
    seen = [state for _, state in states_after_each_kill(tmp_path, work, out_of)]
    assert len(seen) > 15
    assert seen[0] == OLD
    assert seen[-1] == NEW
    assert all(state in (OLD, NEW) for state in seen)


@pytest.mark.parametrize("work", [laid_out, built])
def test_where_folders_cannot_be_exchanged_the_next_run_puts_it_right(
    tmp_path: Path, work: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a system that knows no exchange there is nothing for one moment, and the old one comes back."""
    monkeypatch.setattr(swap, "exchanged", lambda *_: False)

    def after_the_next(place: Path) -> dict[str, bytes]:
        put_right(place / "out")
        return out_of(place)

    seen = [state for _, state in states_after_each_kill(tmp_path, work, after_the_next)]
    assert all(state in (OLD, NEW) for state in seen)
    assert seen[-1] == NEW


@pytest.mark.parametrize("work", [laid_out, built])
def test_a_careless_swap_is_caught(tmp_path: Path, work: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: a swap that empties the old folder first, and one that copies file by file."""

    def empties_first(fresh: Path, out: Path) -> None:
        shutil.rmtree(out, ignore_errors=True)
        fresh.rename(out)

    def copies_over(fresh: Path, out: Path) -> None:
        for name in contents(fresh):
            (out / name).parent.mkdir(parents=True, exist_ok=True)
            (fresh / name).replace(out / name)

    for number, careless in enumerate((empties_first, copies_over)):
        monkeypatch.setattr(swap, "swap", careless)
        monkeypatch.setattr(folder, "swap", careless)
        seen = [state for _, state in states_after_each_kill(tmp_path / str(number), work, out_of)]
        assert any(state not in (OLD, NEW) for state in seen)


def test_a_locked_file_is_old_or_new(tmp_path: Path) -> None:
    """And there is nothing else of that name."""

    def begin(place: Path) -> Callable[[], None]:
        path = place / "for-ines.html"
        path.write_bytes(b"old" * 1000)
        return lambda: write([FileChange(path, b"old" * 1000, b"new!" * 1000)], place)

    seen = [
        state
        for _, state in states_after_each_kill(tmp_path, begin, lambda place: (place / "for-ines.html").read_bytes())
    ]
    assert {b"old" * 1000, b"new!" * 1000} == set(seen)


def share(mark: str) -> Share:
    return Share(mark, date(2026, 12, 1), "coach", "file", "aa", 1, 1, {"bb": "full"})


def test_the_record_of_shares_is_old_or_new(tmp_path: Path) -> None:
    """It can be read after every kill, and holds the first share, or both; the key is whole or not there."""

    def begin(place: Path) -> Callable[[], None]:
        record(place, share("one"))

        def work() -> None:
            keyed(place, randomness())
            record(place, share("two"))

        return work

    def look(place: Path) -> tuple[list[str], int]:
        key = place / ".bothways" / "key"
        return [one.id for one in shares(place)], len(key.read_bytes()) if key.exists() else 0

    seen = [state for _, state in states_after_each_kill(tmp_path, begin, look)]
    assert seen[-1] == (["one", "two"], 32)
    assert {tuple(ids) for ids, _ in seen} == {("one",), ("one", "two")}
    assert {size for _, size in seen} == {0, 32}


def test_the_numbers_of_pseudonyms_are_old_or_new(tmp_path: Path) -> None:
    """A kill never lets the numbers begin anew."""

    def begin(place: Path) -> Callable[[], None]:
        key = keyed(place, randomness())
        first = pseudonyms.numbers(place, key)
        first.given.update({"a": 1})  # type: ignore[attr-defined]
        pseudonyms.keep(place, first)
        first.given.update({"b": 2})  # type: ignore[attr-defined]
        return lambda: pseudonyms.keep(place, first)

    def look(place: Path) -> dict[str, int]:
        return dict(pseudonyms.numbers(place, keyed(place, randomness())).given)

    seen = [state for _, state in states_after_each_kill(tmp_path, begin, look)]
    assert seen[-1] == {"a": 1, "b": 2}
    assert all(state in ({"a": 1}, {"a": 1, "b": 2}) for state in seen)


def test_a_reply_is_filed_or_not(tmp_path: Path) -> None:
    """What is in coach/ can be read after every kill, and is the old reply alone, or both."""

    def reply(said: str) -> Reply:
        return Reply(date=date(2026, 12, 3), share="ab", comments=(Comment(page="people/a", said=said),))

    def begin(place: Path) -> Callable[[], None]:
        file_reply(place, reply("one"), date(2026, 12, 3), "aaaa")
        return lambda: file_reply(place, reply("two"), date(2026, 12, 4), "bbbb") and None

    def look(place: Path) -> list[str]:
        return [comment.said for reply in read_replies(place, "workbook") for comment in reply.comments]

    seen = [state for _, state in states_after_each_kill(tmp_path, begin, look)]
    assert seen[-1] == ["one", "two"]
    assert all(state in (["one"], ["one", "two"]) for state in seen)
