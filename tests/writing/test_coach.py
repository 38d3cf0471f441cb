"""A coach's reply, filed: what was said is what is read, and nothing else is touched."""

import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bothways.model.replies import Comment, Reply
from bothways.reading.coach import read_replies
from bothways.share.reply import harmless
from bothways.writing.coach import file_reply, not_filed_yet
from bothways.writing.swap import ChangedMeanwhile
from folders import contents

DAY = date(2026, 12, 3)
WORDS = st.text(max_size=80).map(harmless) | st.sampled_from(
    [
        "~",
        "null",
        "no",
        "- a: b",
        "# no remark",
        "'",
        '"',
        "a\n\n\nb",
        "| x",
        "{",
        "[",
        "&a",
        "*a",
        "<<: x",
        "2026-12-01",
        "%",
        "@",
        "`",
        "a: b\n  c",
        "--- \n...",
    ]
)
LINES = WORDS.map(lambda said: " ".join(said.replace("<", "").replace(">", "").split()))


def comment(said: str = "Ring her.", **more: str | None) -> Comment:
    return Comment(page="people/dana-okafor", said=said, **more)


@given(said=WORDS.filter(bool), about=LINES, asked=LINES)
def test_whatever_was_said_is_read_again(said: str, about: str, asked: str) -> None:
    """In any script, with any sign that YAML takes for its own, over any number of lines."""
    with tempfile.TemporaryDirectory() as place:
        workbook = Path(place)
        reply = Reply(date=DAY, share="ab12", comments=(comment(said, about=about or None, asked=asked or None),))
        file_reply(workbook, reply, DAY, "aaaa")
        (read,) = read_replies(workbook, "workbook")
        assert read.model_dump() == reply.model_dump()


def test_it_is_one_new_file_with_a_name_of_ours(tmp_path: Path) -> None:
    """In coach/, by its day; a second one of the same name is refused, and the first stays."""
    (tmp_path / "people.yaml").write_text("- name: Dana Okafor\n")
    path = file_reply(tmp_path, Reply(date=DAY, comments=(comment(),)), DAY, "aaaa").path
    before = contents(tmp_path)
    assert path == tmp_path / "coach" / "2026-12-03-aaaa.yaml"
    with pytest.raises(ChangedMeanwhile):
        file_reply(tmp_path, Reply(date=DAY, comments=(comment("other"),)), DAY, "aaaa")
    assert contents(tmp_path) == before
    assert set(before) == {"people.yaml", "coach/2026-12-03-aaaa.yaml"}


def test_what_is_filed_already_is_known(tmp_path: Path) -> None:
    """A coach who saves twice sends the first comments again: they are filed once."""
    file_reply(tmp_path, Reply(date=DAY, comments=(comment(),)), DAY, "aaaa")
    fresh = not_filed_yet(tmp_path, "workbook", (comment(), comment("And thank her."), comment("And thank her.")))
    assert [one.said for one in fresh] == ["And thank her."]
