"""What holds for any text whatever: it is read back as it was said, and every other byte stays as it was."""

from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from bothways.problems import serious
from bothways.reading.glance import glance
from bothways.reading.outline import outline, read_plain
from bothways.reading.pieces import read_yaml
from bothways.reading.yaml_words import InLine
from bothways.writing.change import Add, Put, Take, changed, says_the_same
from bothways.writing.smallest import edits_for
from bothways.writing.source import Source

EVERYTHING = settings(
    max_examples=300, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.filter_too_much]
)
"""The same texts in every run."""

PIECES = st.sampled_from(
    [
        *"-?:,[]{}#&*!|>'\"%@`~ \n\t\\=",
        *("- ", ": ", " #", ", ", "\n  ", "\n\n", "---", "...", "no", "null", "0155501", "1_000", "12:30", "+44", "<<"),
        *(
            "name",
            "é",
            "🎉",
            "\u00a0",
            "\u2028",
            "\x85",
            "\ufeff",
            "e\u0301",
            "שלום",
            "“so”",
            "https://a.example.org/?b=1",
        ),
    ]
)
TEXTS = st.lists(PIECES, min_size=1, max_size=12).map("".join).filter(lambda text: text.strip() != "")
FILES = st.sampled_from(
    [
        "",
        "# People\n",
        "[]\n",
        "[] # none\n",
        "- name: Dana\n",
        "- name: Dana",
        "- name: Dana\n  notes: |\n    One\n    two\n\n\n# the end",
        "- {name: Dana, tags: [a, b]}\n- {name: Bea}\n",
        "-   name: Dana\n\n-   name: Bea # friend\n\n",
        "---\n- name: 'Dana'\n...\n",
        "[\n  {name: Dana}, # one\n]\n",
    ]
)
ENDS = st.sampled_from(["\n", "\r\n", "\r"])
MARKS = st.sampled_from([b"", b"\xef\xbb\xbf"])
RECORDS = st.fixed_dictionaries(
    {"name": TEXTS},
    optional={
        "notes": TEXTS,
        "tags": st.lists(TEXTS, min_size=1, max_size=3),
        "steps": st.just([{"do": "a", "by": "b"}]),
    },
)


def data(text: str, end: str, mark: bytes) -> bytes:
    return mark + text.replace("\n", end).encode()


def edit(source: Source, change: Any) -> None:
    source.edit(edits_for(change, outline(source.text)))


@EVERYTHING
@given(FILES, RECORDS, ENDS, MARKS, st.booleans())
def test_a_new_record_is_read_as_it_was_said(
    text: str, record: dict[str, Any], end: str, mark: bytes, braces: bool
) -> None:
    """Whatever its texts; and what was there before is all still there, in its order."""
    before = data(text, end, mark)
    source = Source(before)
    wished = InLine(record) if braces else record
    old = read_plain(source.text)
    edit(source, Add((), wished))
    assert says_the_same(read_plain(source.text), changed(old, Add((), record)))
    after = source.data
    if "[" not in text.split("#", maxsplit=1)[0][:2] and "..." not in text:
        assert after.startswith(before)
    assert after.startswith(mark)
    if end == "\r\n" and "\n" in text:
        assert b"\n" not in after.replace(b"\r\n", b"")


STEPS = "- goal: One # remark\n  steps:\n    - Send it # soon\n    - do: Call\n    - {do: Write, by: 2026-12-03}\n\n# Two\n- goal: Two\n"


@EVERYTHING
@given(TEXTS, ENDS, MARKS, st.sampled_from([("why",), ("steps", 1, "do"), ("steps", 2, "by"), ("goal",), ("steps", 0)]))
def test_a_text_that_is_put_is_read_as_it_was_said(
    text: str, end: str, mark: bytes, path: tuple[str | int, ...]
) -> None:
    """In the place of another, or as a new field; lines that it does not touch stay, byte for byte."""
    before = data(STEPS, end, mark)
    source = Source(before)
    put = Put((0, *path), text)
    wished = changed(read_plain(source.text), put)
    edit(source, put)
    assert says_the_same(read_plain(source.text), wished)
    old, new = before.split(end.encode()), source.data.split(end.encode())
    same_above = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), len(old))
    same_below = next((n for n, (a, b) in enumerate(zip(old[::-1], new[::-1], strict=False)) if a != b), len(old))
    assert same_above + same_below >= len(old) - 1


@EVERYTHING
@given(st.lists(TEXTS, min_size=2, max_size=5), ENDS, st.integers(0, 4), st.booleans())
def test_what_is_added_can_be_taken_again(texts: list[str], end: str, number: int, braces: bool) -> None:
    """Of several records one is taken out, and the others say what they said."""
    source = Source(b"# First\n")
    for text in texts:
        edit(source, Add((), InLine({"name": text}) if braces else {"name": text, "tags": ["x", text]}))
    source = Source(source.data.replace(b"\n", end.encode()))
    take = Take((number % len(texts),))
    wished = changed(read_plain(source.text), take)
    edit(source, take)
    assert says_the_same(read_plain(source.text), wished)
    assert source.text.startswith("# First\n")


@EVERYTHING
@given(
    st.binary(max_size=40),
    st.lists(st.sampled_from(["a", "\n", "\r", "\r\n", "é", "\ufeff"]), max_size=12).map("".join),
)
def test_a_source_without_edits_is_the_same_bytes(raw: bytes, text: str) -> None:
    """Whatever its line ends, mixed or not."""
    assert Source(text.encode()).data == text.encode()
    assume(raw.isascii())
    assert Source(raw).data == raw


@EVERYTHING
@given(st.lists(PIECES, max_size=25).map("".join), st.booleans())
def test_a_glance_sees_what_the_reading_sees(text: str, as_record: bool) -> None:
    """Or it sees nothing at all."""
    text = f"- name: {text}\n- {{id: {text}}}\n" if as_record else text
    seen = glance(text)
    assume(seen is not None)
    assert seen is not None
    read = read_yaml(text, "f")
    assert [problem for problem in read.problems if problem.code not in ("text-cut", "quote-it", "not-a-key")] == []
    records = read.written or []
    assert [(record.line, record.column) for record in seen] == [(one.place.line, one.place.column) for one in records]
    for record, one in zip(seen, records, strict=True):
        texts = {key: value for key, value in one.items() if isinstance(value, str)}
        assert {key: value for key, value in record.fields.items() if isinstance(value, str) and key.strip()} == texts


@EVERYTHING
@given(st.lists(PIECES, max_size=25).map("".join))
def test_an_outline_ends_where_things_end(text: str) -> None:
    """Each text lies within what holds it, and nothing ends before it begins."""
    assume(not serious(read_yaml(text, "f").problems))
    outlined = outline(text)
    for path, part in outlined.walk():
        assert 0 <= part.start <= part.end <= len(text)
        above = outlined.part(path[:-1])
        assert above is None or (above.start <= part.start and part.end <= above.end)
